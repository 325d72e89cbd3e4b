//! From wake to wake: update, carry out, draw once for all that waited.

mod awaiting;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use anyhow::Context;
use crossterm::event::{Event, MouseButton, MouseEventKind};

use crate::app::desk::{Desk, Hand, Notice};
use crate::app::edit::Telex;
use crate::app::start::Start;
use crate::app::{App, Effect, Input, Screen as Shown};
use crate::export;
use crate::import::roster;
use crate::journal::{CreateError, Header, create};
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Opening;
use crate::session::state::Phase;
use crate::view::{self, Glass};

use super::chance::{fresh_id, now};
use super::drafts::Drafts;
use super::room::Room;
use super::settings::Settings;
use super::terminal::Screen;
use super::wake::{Signal, Wake, heed_signals, listen, stop_here};
use super::{keys, paper, sessions};

/// How often a watched file is looked at.
const LOOK: Duration = Duration::from_millis(500);

/// Moderates the session at `path`.
///
/// # Errors
/// It cannot be opened, or there is no terminal.
pub fn desk(path: &Path, settings: &Settings) -> anyhow::Result<ExitCode> {
    let (wakes, woken) = channel();
    let mut house = House::new(settings, wakes, false);
    house.send_for(path, Hand::Writing);
    house.live(&woken)
}

/// Shows the folder's sessions, and whatever is opened from there.
///
/// # Errors
/// There is no terminal.
pub fn start_screen(settings: &Settings) -> anyhow::Result<ExitCode> {
    let (wakes, woken) = channel();
    let mut house = House::new(settings, wakes, true);
    house.list();
    house.live(&woken)
}

struct House<'a> {
    settings: &'a Settings,
    app: App,
    room: Option<Room>,
    drafts: Option<Drafts>,
    glass: Glass,
    wakes: Sender<Wake>,
    /// What the loop ends with, once it is to end.
    ending: Option<ExitCode>,
    stopping: bool,
    resized: bool,
    continued: bool,
    /// What was typed since a session or the folder was sent for; `None` when nothing is awaited.
    held_back: Option<VecDeque<Event>>,
    /// Said once the terminal is given back.
    parting: Option<String>,
}

impl<'a> House<'a> {
    fn new(settings: &'a Settings, wakes: Sender<Wake>, came_from_start: bool) -> Self {
        let app = App {
            lang: settings.lang,
            theme: settings.theme,
            telex: Telex::default(),
            now: now(),
            screen: Shown::Start(Box::new(Start { alone: !came_from_start, ..Start::default() })),
            came_from_start,
        };
        let glass = Glass::default();
        Self {
            settings,
            app,
            room: None,
            drafts: None,
            glass,
            wakes,
            ending: None,
            stopping: false,
            resized: false,
            continued: false,
            held_back: None,
            parting: None,
        }
    }

    fn live(mut self, woken: &Receiver<Wake>) -> anyhow::Result<ExitCode> {
        let mut screen = match Screen::enter() {
            Ok(screen) => screen,
            Err(error) => return self.without_a_screen(woken, error),
        };
        heed_signals(self.wakes.clone()).with_context(|| self.app.lang.no_terminal())?;
        self.draw(&mut screen)?;
        listen(self.wakes.clone());
        while self.ending.is_none() {
            let first = match self.patience() {
                Some(patience) => woken.recv_timeout(patience),
                None => woken.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            self.app.now = now();
            match first {
                Ok(wake) => self.wake(wake),
                Err(RecvTimeoutError::Timeout) => self.tick(),
                Err(RecvTimeoutError::Disconnected) => self.ending = Some(ExitCode::FAILURE),
            }
            while let Ok(wake) = woken.try_recv() {
                self.wake(wake);
            }
            self.keep_drafts();
            if self.ending.is_none() {
                self.mind_the_terminal(&mut screen)?;
                self.draw(&mut screen)?;
            }
        }
        self.leave_room();
        drop(screen);
        Ok(self.farewell())
    }

    /// There is nothing to draw on; that the session cannot be opened at all is told rather than that.
    fn without_a_screen(
        mut self,
        woken: &Receiver<Wake>,
        error: std::io::Error,
    ) -> anyhow::Result<ExitCode> {
        while self.held_back.is_some() && self.ending.is_none() {
            self.wake(woken.recv().unwrap_or(Wake::TerminalGone));
        }
        self.leave_room();
        match self.parting {
            Some(_) => Ok(self.farewell()),
            None => Err(error).with_context(|| self.app.lang.no_terminal()),
        }
    }

    fn farewell(&self) -> ExitCode {
        if let Some(parting) = &self.parting {
            eprintln!("{parting}");
        }
        self.ending.unwrap_or(ExitCode::SUCCESS)
    }

    /// How long to wait when nothing happens: until the clock on the screen changes, else for ever.
    fn patience(&self) -> Option<Duration> {
        let room = self.room.as_ref()?;
        if room.is_watching() {
            return Some(LOOK);
        }
        let runs = !matches!(room.record.session().state().phase(), Phase::Closed { .. });
        let past = u64::from(now().moment().timestamp_subsec_millis().min(999));
        runs.then(|| Duration::from_millis(1000 - past))
    }

    fn tick(&mut self) {
        if let Some(changed) = self.room.as_mut().and_then(Room::look) {
            self.put(changed);
        }
    }

    fn draw(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        let session = self.room.as_ref().map(|room| room.record.session());
        let (app, mut glass) = (&self.app, Glass::default());
        screen.terminal.draw(|frame| glass = view::draw(frame, app, session))?;
        self.app.seen(glass.top, glass.page, glass.scroll_limit);
        self.glass = glass;
        Ok(())
    }

    fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Terminal(event) if self.held_back.is_some() => self.hold_back(event),
            Wake::Terminal(event) => self.terminal_event(event),
            Wake::Brought(brought) => self.receive(brought),
            Wake::TerminalGone => self.ending = Some(ExitCode::FAILURE),
            Wake::Written(written) => {
                let lang = self.app.lang;
                let settled = self.room.as_mut().and_then(|room| room.written(written, lang));
                if let Some(input) = settled {
                    self.put(input);
                }
                self.send_waiting();
            }
            Wake::Signal(Signal::End) => self.ending = Some(ExitCode::from(143)),
            Wake::Signal(Signal::HungUp) => self.ending = Some(ExitCode::from(129)),
            Wake::Signal(Signal::Stop) => self.stopping = true,
            Wake::Signal(Signal::Resized) => self.resized = true,
            Wake::Signal(Signal::Continue) => self.continued = true,
        }
    }

    fn terminal_event(&mut self, event: Event) {
        let input = match event {
            Event::Key(key) => keys::key(key).map(Input::Key),
            Event::Paste(pasted) => Some(Input::Paste(pasted)),
            Event::Mouse(mouse) => {
                let target = self.glass.at(mouse.column, mouse.row).cloned();
                target.and_then(|over| match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(over)),
                    MouseEventKind::ScrollUp => Some(Input::Scroll { over, lines: -3 }),
                    MouseEventKind::ScrollDown => Some(Input::Scroll { over, lines: 3 }),
                    _ => None,
                })
            }
            Event::Resize(..) => {
                self.resized = true;
                None
            }
            _ => None,
        };
        if let Some(input) = input {
            self.put(input);
        }
    }

    /// Tells the app, and does what it asks.
    fn put(&mut self, input: Input) {
        let session = self.room.as_ref().map(|room| room.record.session());
        for effect in self.app.update(session, input) {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Submit { ticket, command } => self.submit(ticket, command),
            Effect::Create { opening, roster } => self.create(opening, roster.as_deref()),
            Effect::Open(path) => self.send_for(&path, Hand::Writing),
            Effect::Watch(path) => self.send_for(&path, Hand::Watching),
            Effect::Refresh => self.list(),
            Effect::WriteTranscript => self.write_transcript(),
            Effect::Suspend => self.stopping = true,
            Effect::Leave => self.leave_desk(),
            Effect::Quit => self.ending = Some(ExitCode::SUCCESS),
        }
    }

    fn submit(&mut self, ticket: u64, command: Command) {
        let (now, lang) = (self.app.now, self.app.lang);
        let answer = self.room.as_mut().and_then(|room| room.submit(ticket, command, now, lang));
        if let Some(input) = answer {
            self.put(input);
        }
    }

    fn send_waiting(&mut self) {
        while let Some((ticket, command)) = self.room.as_mut().and_then(Room::next_waiting) {
            self.submit(ticket, command);
        }
    }

    fn enter(&mut self, room: Room, hand: Hand, mended: Option<PathBuf>) {
        let mut left_behind = Vec::new();
        if hand == Hand::Writing {
            let mut drafts = Drafts::new(&self.settings.state, &room.record.header().id);
            left_behind = drafts.left_behind();
            self.drafts = Some(drafts);
        }
        let mut desk = Desk::new(room.record.session(), hand, left_behind);
        desk.fingerprint = room.record.fingerprint().to_string();
        desk.file = room.path.display().to_string();
        desk.notice = mended.map(|kept| Notice::Mended(kept.display().to_string()));
        desk.offer_drafts();
        self.app.screen = Shown::Desk(Box::new(desk));
        self.room = Some(room);
    }

    fn leave_desk(&mut self) {
        self.keep_drafts();
        self.leave_room();
        if self.app.came_from_start {
            self.app.screen = Shown::Start(Box::default());
            self.list();
        } else {
            self.ending = Some(ExitCode::SUCCESS);
        }
    }

    fn leave_room(&mut self) {
        self.drafts = None;
        let Some(room) = self.room.take() else { return };
        let path = room.path.clone();
        if let Err(error) = room.leave() {
            self.parting = Some(self.app.lang.ink_error(&path, &error));
        }
    }

    fn keep_drafts(&mut self) {
        let (Shown::Desk(desk), Some(room), Some(drafts)) =
            (&mut self.app.screen, &self.room, &mut self.drafts)
        else {
            return;
        };
        if let Err(error) = drafts.keep(desk.unrecorded(room.record.session())) {
            desk.notice = Some(Notice::Trouble(self.app.lang.drafts_not_kept(&error)));
        }
    }

    fn create(&mut self, opening: Opening, roster: Option<&str>) {
        match self.created(opening, roster) {
            Ok(path) => self.send_for(&path, Hand::Writing),
            Err(why) => {
                if let Shown::Start(start) = &mut self.app.screen {
                    start.trouble = Some(why);
                }
            }
        }
    }

    fn created(
        &self,
        opening: Opening,
        roster: Option<&str>,
    ) -> Result<std::path::PathBuf, String> {
        let (lang, now, folder) = (self.app.lang, self.app.now, &self.settings.folder);
        let path = sessions::free_path(folder, &opening.title, now.date());
        let mut commands = vec![Command::Open(opening)];
        if let Some(name) = roster {
            commands.extend(self.roster(&folder.join(name))?);
        }
        let not_created = |error| lang.create_error(&path, &CreateError::Io(error));
        let header = Header { id: fresh_id().map_err(not_created)?, created: now };
        // No delegate is among the first events, so there is nothing to salt.
        let by = self.settings.by.clone();
        let occasion = Occasion { at: Moment::Clock(now), by, salt: String::new() };
        std::fs::create_dir_all(folder).map_err(not_created)?;
        create(&path, header, commands, &occasion)
            .map_err(|error| lang.create_error(&path, &error))?;
        Ok(path)
    }

    fn roster(&self, path: &Path) -> Result<Vec<Command>, String> {
        let roster =
            roster::read(path).map_err(|fault| self.app.lang.roster_fault(path, &fault))?;
        Ok(roster.into_iter().map(|responder| Command::AddResponder { responder }).collect())
    }

    fn write_transcript(&mut self) {
        let Some(room) = &self.room else { return };
        let text = export::transcript::transcript(
            &export::Source {
                session: room.record.session(),
                id: room.record.header().id.as_str(),
                fingerprint: &room.record.fingerprint().to_string(),
                damage: None,
            },
            self.settings.paper_lang,
        );
        let lang = self.app.lang;
        let written = paper::write_beside(&room.path, &text);
        let written = written.map(|path| path.display().to_string());
        self.put(Input::Transcript(written.map_err(|error| lang.paper_error(&error))));
    }

    /// Lets the shell have the terminal, or fits a new size, if that was asked for.
    fn mind_the_terminal(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        if std::mem::take(&mut self.stopping) {
            screen.leave_for(stop_here)?;
            self.app.now = now();
        } else if std::mem::take(&mut self.continued) {
            screen.take_again()?;
        } else if std::mem::take(&mut self.resized) {
            screen.fit()?;
        }
        Ok(())
    }
}
