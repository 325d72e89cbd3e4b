//! The event loop: update, carry out the effects, draw once for all events that waited.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::session::state::Phase;
use crate::tui::model::draft::Draft;
use crate::tui::model::replay::note_draft::NoteDraft;
use crate::tui::model::start::Start;
use crate::tui::model::stopwatch::SteadyTime;
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Message, Model, Screen, Theme};
use crate::tui::view::{self, DrawnFrame, HitMap};

use super::advising::AdviserThread;
use super::clock::steady;
use super::drafts::Drafts;
use super::input::listen;
use super::input::typed_read::TypedRead;
use super::job::Job;
use super::loop_event::{LoopEvent, Signal, stop_here, watch_signals};
use super::open_mode::{OpenMode, ReplayStart};
use super::open_session::OpenSession;
use super::terminal::{TerminalScreen, is_hung_up};
use crate::workspace::Settings;
use crate::workspace::clock::now;

/// How often a watched file is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// How long a frame of a playing replay is shown.
const FRAME: Duration = Duration::from_millis(40);

/// Moderates the session at `path`.
///
/// # Errors
/// It cannot be opened, or there is no terminal.
pub fn desk(path: &Path, settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut events = EventLoop::new(settings, false);
    events.start_opening(path, OpenMode::Moderate);
    events.run()
}

/// Replays the session at `path`.
///
/// # Errors
/// It cannot be read, or there is no terminal.
pub fn replay(path: &Path, start: ReplayStart, settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut events = EventLoop::new(settings, false);
    events.start_opening(path, OpenMode::Replay(start));
    events.run()
}

/// Shows the folder's sessions, and whatever is opened from there.
///
/// # Errors
/// There is no terminal.
pub fn start_screen(settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut events = EventLoop::new(settings, true);
    events.list();
    events.run()
}

/// What is to be done to the terminal before the next frame; each includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Need {
    /// Fit the drawing to the window.
    Fit,
    /// Take it again: the process was stopped.
    Retake,
    /// Stop the process, then take it again.
    Stop,
}

/// How long a question is chosen before it is judged.
const REST: Duration = Duration::from_millis(150);

/// The exit code when the window was closed. The terminal's end may be noticed before the signal.
const WINDOW_GONE: u8 = 129;

pub(super) struct EventLoop<'a> {
    pub(super) settings: &'a Settings,
    pub(super) model: Model,
    pub(super) open: Option<OpenSession>,
    pub(super) drafts: Option<Drafts<Draft>>,
    pub(super) note_drafts: Option<Drafts<NoteDraft>>,
    /// Judges the questions of the desk that is up.
    pub(super) adviser: Option<AdviserThread>,
    /// How long the choice of a question must still rest before it is judged.
    advice_wait: Option<Duration>,
    pub(super) hits: HitMap,
    pub(super) events: Sender<LoopEvent>,
    pub(super) incoming: Receiver<LoopEvent>,
    /// The second of the steady clock that the last frame showed.
    drawn: i64,
    /// When a watched file was last looked at, on the steady clock.
    last_look: SteadyTime,
    /// What the loop ends with, once it is to end.
    pub(super) ending: Option<ExitCode>,
    /// What the terminal needs before the next frame.
    need: Option<Need>,
    /// Whether a session is being opened or the folder read; what is typed meanwhile waits for it.
    pub(super) is_waiting: bool,
    pub(super) typed_ahead: VecDeque<TypedRead>,
    /// When the terminal was last read.
    pub(super) heard: Instant,
    /// Why a session that was to be written is being opened to be watched.
    pub(super) why_only_watched: Option<Trouble>,
    /// What is to be started once a frame says so.
    pub(super) job: Option<Job>,
    /// Set to leave the document that is being written.
    pub(super) paper_cancelled: Arc<AtomicBool>,
    /// Said once the terminal is given back.
    pub(super) final_notice: Option<String>,
}

impl<'a> EventLoop<'a> {
    fn new(settings: &'a Settings, came_from_start: bool) -> Self {
        let (events, incoming) = channel();
        let start = Start { alone: !came_from_start, ..Start::default() };
        let model = Model {
            theme: if settings.no_colour { Theme::NoColour } else { Theme::default() },
            came_from_start,
            ..Model::new(settings.lang, now(), Screen::Start(Box::new(start)))
        };
        let hits = HitMap::default();
        Self {
            settings,
            model,
            open: None,
            drafts: None,
            note_drafts: None,
            adviser: None,
            advice_wait: None,
            hits,
            events,
            incoming,
            drawn: 0,
            last_look: SteadyTime::default(),
            ending: None,
            need: None,
            is_waiting: false,
            typed_ahead: VecDeque::new(),
            heard: Instant::now(),
            why_only_watched: None,
            job: None,
            paper_cancelled: Arc::default(),
            final_notice: None,
        }
    }

    fn run(mut self) -> anyhow::Result<ExitCode> {
        // Before raw mode: a signal would leave the terminal unusable.
        watch_signals(self.events.clone()).with_context(|| self.model.lang.no_terminal())?;
        let mut screen = match TerminalScreen::enter() {
            Ok(screen) => screen,
            Err(error) => return self.without_a_screen(error),
        };
        let ran = self.run_on(&mut screen);
        self.finish();
        drop(screen);
        let code = self.say_final_notice();
        ran.map(|()| code)
    }

    fn run_on(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        self.draw(screen)?;
        self.start_job();
        listen(self.events.clone());
        while self.ending.is_none() {
            let first = match self.timeout() {
                Some(timeout) => self.incoming.recv_timeout(timeout),
                None => self.incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let before = self.model.stopwatches.now();
            self.read_clocks();
            let ran = self.advance_replay(before) | self.search_on();
            let news = match first {
                Ok(event) => {
                    self.handle(event);
                    true
                }
                Err(RecvTimeoutError::Timeout) => {
                    let silent = self.mind_silence(Instant::now());
                    self.tick() || ran || silent
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.ending = Some(ExitCode::FAILURE);
                    false
                }
            };
            while let Ok(event) = self.incoming.try_recv() {
                self.handle(event);
            }
            self.keep_drafts();
            self.ask_advice();
            if news && self.ending.is_none() {
                match self.meet_terminal_needs(screen).and_then(|()| self.draw(screen)) {
                    Err(error) if error.downcast_ref().is_some_and(is_hung_up) => {
                        self.handle(LoopEvent::TerminalGone);
                    }
                    drawn => drawn?,
                }
                self.start_job();
            }
        }
        Ok(())
    }

    /// There is no terminal; that the session cannot be opened is the more useful error, if it is so.
    fn without_a_screen(mut self, error: io::Error) -> anyhow::Result<ExitCode> {
        self.start_job();
        while self.is_waiting && self.ending.is_none() {
            let event = self.incoming.recv().unwrap_or(LoopEvent::Broken);
            self.handle(event);
        }
        self.finish();
        match self.final_notice {
            Some(_) => Ok(self.say_final_notice()),
            None => Err(error).with_context(|| self.model.lang.no_terminal()),
        }
    }

    fn say_final_notice(&self) -> ExitCode {
        if let Some(final_notice) = &self.final_notice {
            // Fails when the window is gone.
            let _ = writeln!(io::stderr(), "{final_notice}");
        }
        self.ending.unwrap_or(ExitCode::SUCCESS)
    }

    /// How long to wait when nothing happens: until the clock on the screen changes, a silence that is awaited is
    /// long enough, or the choice of a question has rested; else for ever.
    fn timeout(&self) -> Option<Duration> {
        let times = [self.time_to_next_frame(), self.silence_left(), self.advice_wait];
        times.into_iter().flatten().min()
    }

    fn time_to_next_frame(&self) -> Option<Duration> {
        if self.is_searching() {
            return Some(Duration::ZERO);
        }
        if self.is_playing() {
            return Some(FRAME);
        }
        let open = self.open.as_ref()?;
        if open.is_watching() {
            return Some(LOOK);
        }
        let runs = !matches!(open.session().state().phase(), Phase::Closed { .. });
        let past = steady().0.rem_euclid(1000).unsigned_abs();
        runs.then(|| Duration::from_millis(1000 - past))
    }

    /// Looks at what is watched, and at the clock; whether there is anything new to draw.
    fn tick(&mut self) -> bool {
        if self.look() {
            return true;
        }
        if let Screen::Replay(_) = &self.model.screen {
            return false;
        }
        let closed = self.open.as_ref().is_none_or(|open| open.session().state().is_closed());
        !closed && self.drawn != self.model.stopwatches.second()
    }

    /// Looks at what is watched, now and then; whether there is anything new.
    fn look(&mut self) -> bool {
        let now = self.model.stopwatches.now();
        if now.0 - self.last_look.0 < i64::try_from(LOOK.as_millis()).unwrap_or(i64::MAX) {
            return false;
        }
        self.last_look = now;
        let seen = self.open.as_mut().and_then(OpenSession::look);
        let live = self.open.as_ref().is_some_and(|open| self.is_held(open));
        let changed = matches!(&self.model.screen, Screen::Replay(replay) if replay.live != live);
        let news = seen.into_iter().chain(changed.then_some(Message::Live(live)));
        let mut news: Vec<Message> = news.collect();
        let any = !news.is_empty();
        if any && let Some(Some(reviews)) = self.open.as_ref().map(|open| &open.reviews) {
            let record = self.open.as_ref().map(OpenSession::record);
            news.extend(record.map(|record| Message::Notes(reviews.listed(record))));
        }
        for message in news {
            self.dispatch(message);
        }
        any
    }

    fn draw(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
        let session = self.open.as_ref().map(OpenSession::session);
        self.model.start_stopwatches(session);
        let (model, mut drawn) = (&self.model, DrawnFrame::default());
        let TerminalScreen { terminal, uncertain_rows } = screen;
        terminal.draw(|frame| {
            drawn = view::draw(frame, model, session);
            uncertain_rows.mark(frame.buffer_mut());
        })?;
        self.model.was_drawn(drawn.metrics);
        self.hits = drawn.hit_map;
        Ok(())
    }

    pub(super) fn handle(&mut self, event: LoopEvent) {
        match event {
            LoopEvent::Terminal(read) => self.terminal_read(read),
            LoopEvent::JobDone(result) => self.receive(result),
            LoopEvent::TerminalGone => self.ending = Some(ExitCode::from(WINDOW_GONE)),
            LoopEvent::Broken => self.ending = Some(ExitCode::FAILURE),
            LoopEvent::Live => self.advance_live(),
            #[cfg(feature = "nats")]
            LoopEvent::Heard => {
                if let Some(open) = &mut self.open {
                    open.ask_for_others();
                }
                self.advance_live();
            }
            // 128 + the signal, as shells report it.
            LoopEvent::Signal(Signal::End(number)) => {
                self.ending = Some(ExitCode::from(number.saturating_add(128)));
            }
            LoopEvent::Signal(Signal::Stop) => self.need(Need::Stop),
            LoopEvent::Signal(Signal::Resized) => self.need(Need::Fit),
            LoopEvent::Signal(Signal::Continue) => self.need(Need::Retake),
        }
    }

    /// Takes in what the live session has to tell.
    pub(super) fn advance_live(&mut self) {
        let messages = self.open.as_mut().map(OpenSession::advance);
        for message in messages.unwrap_or_default() {
            self.dispatch(message);
        }
    }

    /// Updates the model, and carries out the effects.
    pub(super) fn dispatch(&mut self, message: Message) {
        let session = self.open.as_ref().map(OpenSession::session);
        for effect in self.model.update(session, message) {
            self.carry_out(effect);
        }
    }

    /// Has what is on the screen judged in the background. A question that is merely chosen is judged once the
    /// choice rests: who moves through the queue waits for no answer, and its result would draw each row twice.
    fn ask_advice(&mut self) {
        self.advice_wait = None;
        let (Some(adviser), Some(open)) = (&mut self.adviser, &self.open) else { return };
        let wanted = self.model.wanted_advice(open.session());
        let rested = self.heard.elapsed();
        let is_awaited = self.model.screen.form().is_some() || !self.model.overlays.is_empty();
        if wanted.is_none() || is_awaited || rested >= REST {
            adviser.ask(wanted, open.session());
        } else if !adviser.was_asked(wanted.as_ref()) {
            self.advice_wait = Some(REST.saturating_sub(rested));
        }
    }

    fn read_clocks(&mut self) {
        self.model.now = now();
        self.model.stopwatches.tell(steady());
    }

    pub(super) fn need(&mut self, need: Need) {
        self.need = self.need.max(Some(need));
    }

    /// Gives the terminal to the shell, or fits a new size, if that was asked for.
    fn meet_terminal_needs(&mut self, screen: &mut TerminalScreen) -> anyhow::Result<()> {
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
