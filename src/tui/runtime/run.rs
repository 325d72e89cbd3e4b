//! From wake to wake: update, carry out, draw once for all that waited.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use anyhow::Context;
use crossterm::event::{Event, MouseButton, MouseEventKind};

use crate::session::state::Phase;
use crate::tui::model::start::Start;
use crate::tui::model::stopwatch::SteadyTime;
use crate::tui::model::{Message, Model, Screen as Shown, Theme};
use crate::tui::view::{self, DrawnFrame, HitMap};

use super::clock::steady;
use super::drafts::Drafts;
use super::errand::Errand;
use super::keys;
use super::room::Room;
use super::terminal::{Screen, is_hung_up};
use super::visit::{Seat, Visit};
use super::wake::{Signal, Wake, heed_signals, listen, stop_here};
use crate::workspace::Settings;
use crate::workspace::clock::now;

/// How often a watched file is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How long a picture of a playing film stands.
const FRAME: Duration = Duration::from_millis(40);

/// Moderates the session at `path`.
///
/// # Errors
/// It cannot be opened, or there is no terminal.
pub fn desk(path: &Path, settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut house = House::new(settings, false);
    house.send_for(path, Visit::Moderate);
    house.live()
}

/// Shows the film of the session at `path`.
///
/// # Errors
/// It cannot be read, or there is no terminal.
pub fn replay(path: &Path, seat: Seat, settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut house = House::new(settings, false);
    house.send_for(path, Visit::Replay(seat));
    house.live()
}

/// Shows the folder's sessions, and whatever is opened from there.
///
/// # Errors
/// There is no terminal.
pub fn start_screen(settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut house = House::new(settings, true);
    house.list();
    house.live()
}

/// What is to be done to the terminal before the next frame; the later ones do the earlier ones' work too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// Fit the drawing to the window.
    Fit,
    /// Take it again: the process was stopped.
    Retake,
    /// Stop the process, then take it again.
    Stop,
}

/// How a program ends whose window was closed. The terminal's silence may be noticed before the signal.
const WINDOW_GONE: u8 = 129;

pub(super) struct House<'a> {
    pub(super) settings: &'a Settings,
    pub(super) app: Model,
    pub(super) room: Option<Room>,
    pub(super) drafts: Option<Drafts>,
    glass: HitMap,
    pub(super) wakes: Sender<Wake>,
    pub(super) woken: Receiver<Wake>,
    /// The second of the steady clock that the last frame showed.
    drawn: i64,
    /// When a watched file was last looked at, on the steady clock.
    looked: SteadyTime,
    /// What the loop ends with, once it is to end.
    pub(super) ending: Option<ExitCode>,
    /// What the terminal needs before the next frame.
    need: Option<Need>,
    /// Whether a session or the folder was sent for; what is typed meanwhile waits for it.
    pub(super) awaiting: bool,
    pub(super) held_back: VecDeque<Event>,
    /// What is to be fetched once a frame says so.
    pub(super) errand: Option<Errand>,
    /// Said once the terminal is given back.
    pub(super) parting: Option<String>,
}

impl<'a> House<'a> {
    fn new(settings: &'a Settings, came_from_start: bool) -> Self {
        let (wakes, woken) = channel();
        let start = Start { alone: !came_from_start, ..Start::default() };
        let app = Model {
            theme: if settings.no_colour { Theme::Plain } else { Theme::default() },
            came_from_start,
            ..Model::new(settings.lang, now(), Shown::Start(Box::new(start)))
        };
        let glass = HitMap::default();
        Self {
            settings,
            app,
            room: None,
            drafts: None,
            glass,
            wakes,
            woken,
            drawn: 0,
            looked: SteadyTime::default(),
            ending: None,
            need: None,
            awaiting: false,
            held_back: VecDeque::new(),
            errand: None,
            parting: None,
        }
    }

    fn live(mut self) -> anyhow::Result<ExitCode> {
        // Before the terminal is taken: a signal would leave it as nobody can use it.
        heed_signals(self.wakes.clone()).with_context(|| self.app.lang.no_terminal())?;
        let mut screen = match Screen::enter() {
            Ok(screen) => screen,
            Err(error) => return self.without_a_screen(error),
        };
        let lived = self.live_on(&mut screen);
        self.finish();
        drop(screen);
        let code = self.farewell();
        lived.map(|()| code)
    }

    fn live_on(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        self.draw(screen)?;
        self.set_out();
        listen(self.wakes.clone());
        while self.ending.is_none() {
            let first = match self.patience() {
                Some(patience) => self.woken.recv_timeout(patience),
                None => self.woken.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let before = self.app.stopwatches.now();
            self.read_clocks();
            let ran = self.run_the_film(before);
            let news = match first {
                Ok(wake) => {
                    self.wake(wake);
                    true
                }
                Err(RecvTimeoutError::Timeout) => self.tick() || ran,
                Err(RecvTimeoutError::Disconnected) => {
                    self.ending = Some(ExitCode::FAILURE);
                    false
                }
            };
            while let Ok(wake) = self.woken.try_recv() {
                self.wake(wake);
            }
            self.keep_drafts();
            if news && self.ending.is_none() {
                match self.mind_the_terminal(screen).and_then(|()| self.draw(screen)) {
                    Err(error) if error.downcast_ref().is_some_and(is_hung_up) => {
                        self.wake(Wake::TerminalGone);
                    }
                    drawn => drawn?,
                }
                self.set_out();
            }
        }
        Ok(())
    }

    /// There is nothing to draw on; that the session cannot be opened at all is told rather than that.
    fn without_a_screen(mut self, error: io::Error) -> anyhow::Result<ExitCode> {
        self.set_out();
        while self.awaiting && self.ending.is_none() {
            let wake = self.woken.recv().unwrap_or(Wake::Broken);
            self.wake(wake);
        }
        self.finish();
        match self.parting {
            Some(_) => Ok(self.farewell()),
            None => Err(error).with_context(|| self.app.lang.no_terminal()),
        }
    }

    fn farewell(&self) -> ExitCode {
        if let Some(parting) = &self.parting {
            // Nobody may be there to read it: the window may be gone.
            let _ = writeln!(io::stderr(), "{parting}");
        }
        self.ending.unwrap_or(ExitCode::SUCCESS)
    }

    /// How long to wait when nothing happens: until the clock on the screen changes, else for ever.
    fn patience(&self) -> Option<Duration> {
        if self.is_playing() {
            return Some(FRAME);
        }
        let room = self.room.as_ref()?;
        if room.is_watching() {
            return Some(LOOK);
        }
        let runs = !matches!(room.record.session().state().phase(), Phase::Closed { .. });
        let past = steady().0.rem_euclid(1000).unsigned_abs();
        runs.then(|| Duration::from_millis(1000 - past))
    }

    /// Looks at what is watched, and at the clock; whether there is anything new to draw.
    fn tick(&mut self) -> bool {
        if self.look() {
            return true;
        }
        if let Shown::Replay(_) = &self.app.screen {
            return false;
        }
        let closed =
            self.room.as_ref().is_none_or(|room| room.record.session().state().is_closed());
        !closed && self.drawn != self.app.stopwatches.second()
    }

    /// Looks at what is watched, now and then; whether there is anything new.
    fn look(&mut self) -> bool {
        let now = self.app.stopwatches.now();
        if now.0 - self.looked.0 < i64::try_from(LOOK.as_millis()).unwrap_or(i64::MAX) {
            return false;
        }
        self.looked = now;
        let lang = self.app.lang;
        let seen = self.room.as_mut().and_then(|room| room.look(lang));
        let live = self.room.as_ref().is_some_and(|room| self.is_held(room));
        let changed = matches!(&self.app.screen, Shown::Replay(replay) if replay.live != live);
        let news = seen.into_iter().chain(changed.then_some(Message::Live(live)));
        let mut news: Vec<Message> = news.collect();
        let any = !news.is_empty();
        if any && let Some(Some(reviews)) = self.room.as_ref().map(|room| &room.reviews) {
            let record = self.room.as_ref().map(|room| &room.record);
            news.extend(record.map(|record| Message::Notes(reviews.listed(record))));
        }
        for input in news {
            self.put(input);
        }
        any
    }

    fn draw(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        let session = self.room.as_ref().map(|room| room.record.session());
        self.app.start_stopwatches(session);
        let (app, mut drawn) = (&self.app, DrawnFrame::default());
        screen.terminal.draw(|frame| drawn = view::draw(frame, app, session))?;
        self.app.was_drawn(drawn.metrics);
        self.glass = drawn.hit_map;
        self.drawn = self.app.stopwatches.second();
        Ok(())
    }

    pub(super) fn wake(&mut self, wake: Wake) {
        match wake {
            Wake::Terminal(event) if self.awaiting => self.hold_back(event),
            Wake::Terminal(event) => self.terminal_event(event),
            Wake::Brought(brought) => self.receive(brought),
            Wake::TerminalGone => self.ending = Some(ExitCode::from(WINDOW_GONE)),
            Wake::Broken => self.ending = Some(ExitCode::FAILURE),
            Wake::Store(word) => {
                let lang = self.app.lang;
                let inputs = self.room.as_mut().map(|room| room.told_by_ink(word, lang));
                for input in inputs.unwrap_or_default() {
                    self.put(input);
                }
                self.send_waiting();
            }
            // As a shell tells of a program that a signal ended.
            Wake::Signal(Signal::End(number)) => {
                self.ending = Some(ExitCode::from(number.saturating_add(128)));
            }
            Wake::Signal(Signal::Stop) => self.need(Need::Stop),
            Wake::Signal(Signal::Resized) => self.need(Need::Fit),
            Wake::Signal(Signal::Continue) => self.need(Need::Retake),
        }
    }

    pub(super) fn terminal_event(&mut self, event: Event) {
        let input = match event {
            Event::Key(key) => keys::key(key).map(Message::Key),
            Event::Paste(pasted) => Some(Message::Paste(pasted)),
            Event::Mouse(mouse) => {
                let target = self.glass.at(mouse.column, mouse.row).cloned();
                target.and_then(|over| match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => Some(Message::Click(over)),
                    MouseEventKind::Drag(MouseButton::Left) => Some(Message::Drag(over)),
                    MouseEventKind::ScrollUp => Some(Message::Scroll { over, lines: -3 }),
                    MouseEventKind::ScrollDown => Some(Message::Scroll { over, lines: 3 }),
                    _ => None,
                })
            }
            Event::Resize(..) => {
                self.need(Need::Fit);
                None
            }
            _ => None,
        };
        if let Some(input) = input {
            self.put(input);
        }
    }

    /// Tells the app, and does what it asks.
    pub(super) fn put(&mut self, input: Message) {
        let session = self.room.as_ref().map(|room| room.record.session());
        for effect in self.app.update(session, input) {
            self.carry_out(effect);
        }
    }

    fn read_clocks(&mut self) {
        self.app.now = now();
        self.app.stopwatches.tell(steady());
    }

    pub(super) fn need(&mut self, need: Need) {
        self.need = self.need.max(Some(need));
    }

    /// Lets the shell have the terminal, or fits a new size, if that was asked for.
    fn mind_the_terminal(&mut self, screen: &mut Screen) -> anyhow::Result<()> {
        match self.need.take() {
            None => {}
            Some(Need::Fit) => screen.fit()?,
            Some(Need::Retake) => screen.take_again()?,
            Some(Need::Stop) => {
                screen.leave_for(stop_here)?;
                self.read_clocks();
            }
        }
        Ok(())
    }
}
