//! Entering a session and leaving it: what is being opened, what is still being written, what was typed.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::describe;
use crate::store::{Consent, Holder, OpenError, spot_in};
use crate::text::safe;
use crate::tui::model::desk::{Desk, DeskMode, Notice};
use crate::tui::model::draft::{Draft, KeptDraft};
use crate::tui::model::overlay::{Confirmation, ConsentRequest, HeldSession, Overlay};
use crate::tui::model::replay::ReplayNotice;
use crate::tui::model::start::{SessionEntry, Start};
use crate::tui::model::trouble::{Repairs, Trouble};
use crate::tui::model::{Message, Screen};
use crate::tui::view;
use crate::workspace::clock::now;

use super::advising::AdviserThread;
use super::drafts::Drafts;
use super::event_loop::EventLoop;
use super::job_result::JobResult;
use super::loop_event::LoopEvent;
use super::open_mode::OpenMode;
use super::open_session::{NotOpened, OpenSession};

/// How long leaving waits for a disk that does not answer.
const LAST_WAIT: Duration = Duration::from_secs(5);

impl EventLoop<'_> {
    pub(super) fn receive(&mut self, result: JobResult) {
        match result {
            JobResult::Session { path, mode, consent, opened, publish_within } => {
                self.stop_waiting();
                match *opened {
                    Ok((open, _)) if let OpenMode::Replay(start) = mode => {
                        self.show_replay(open, &start);
                    }
                    Ok((open, repairs)) => {
                        self.show_desk(open, &mode, repairs);
                        if let Screen::Desk(desk) = &mut self.model.screen {
                            desk.publish_within = publish_within;
                        }
                    }
                    Err(why) => self.not_opened(path, consent, why),
                }
            }
            JobResult::FolderNamed(entries, rosters) => self.show_start(entries, rosters),
            JobResult::Entry(entry) => {
                if let Screen::Start(start) = &mut self.model.screen {
                    start.take_entry(entry);
                }
            }
            JobResult::FolderIsSlow => {
                let is_listing = |start: &Start| start.reading && start.opening.is_none();
                if matches!(&self.model.screen, Screen::Start(start) if is_listing(start)) {
                    self.is_waiting = false;
                }
            }
            JobResult::TableProgressed { rows, expected } => {
                return self.dispatch(Message::TableProgressed { rows, expected });
            }
            JobResult::PaperProgressed { kib } => {
                return self.dispatch(Message::PaperProgressed { kib });
            }
            JobResult::PaperWritten { order, done } => {
                return self.dispatch(Message::PaperWritten { order, done });
            }
            JobResult::PaperCancelled => {}
            JobResult::TablePlanned { path, planned } => {
                return self.dispatch(Message::TablePlanned { path, planned });
            }
            JobResult::ThemesGrouped(groups) => {
                return self.dispatch(Message::ThemesGrouped(groups));
            }
            JobResult::Advised(advice) => return self.dispatch(Message::Advised(advice)),
            JobResult::FolderRead => {
                let is_opening = |start: &Start| start.opening.is_some();
                if !matches!(&self.model.screen, Screen::Start(start) if is_opening(start)) {
                    self.stop_waiting();
                }
            }
        }
        self.tell_typed_ahead();
    }

    /// What was waited for is there.
    fn stop_waiting(&mut self) {
        self.is_waiting = false;
        if let Screen::Start(start) = &mut self.model.screen {
            (start.opening, start.reading) = (None, false);
        }
    }

    fn not_opened(&mut self, path: PathBuf, given: Consent, why: NotOpened) {
        let why = match why {
            NotOpened::Open(OpenError::Held(holder)) => {
                let unknown =
                    || Holder { pid: 0, user: "?".to_owned(), host: "?".to_owned(), file: None };
                let Holder { pid, user, host, .. } = holder.unwrap_or_else(unknown);
                return self.dispatch(Message::Held(HeldSession { path, pid, user, host }));
            }
            NotOpened::Open(error @ (OpenError::Withheld | OpenError::NotWritable(_))) => {
                let why = Trouble::Open { path: path.clone(), error: Arc::new(error), spot: None };
                self.why_only_watched = Some(why);
                return self.start_opening(&path, OpenMode::Watch);
            }
            NotOpened::Open(
                error @ (OpenError::Older { .. }
                | OpenError::Forked { .. }
                | OpenError::Shared { .. }),
            ) => {
                let error = Arc::new(error);
                return self.dispatch(Message::Asked(ConsentRequest { path, error, given }));
            }
            NotOpened::Store(error) => Trouble::Store { path, error },
            #[cfg(feature = "nats")]
            NotOpened::Server(address, error) => {
                Trouble::Server { address, error: Arc::new(error) }
            }
            NotOpened::Open(error) => {
                let spot = spot_in(self.settings.disk, &path);
                Trouble::Open { path, error: Arc::new(error), spot }
            }
            NotOpened::Read(error) => Trouble::Read { path, error: Arc::new(error) },
        };
        if self.model.came_from_start {
            self.dispatch(Message::Trouble(why));
        } else {
            let why = view::trouble_sentence(self.model.lang, &why);
            (self.final_notice, self.ending) = (Some(why), Some(ExitCode::FAILURE));
        }
    }

    fn show_desk(&mut self, open: OpenSession, opened_as: &OpenMode, repairs: Option<Repairs>) {
        let mode =
            if *opened_as == OpenMode::Moderate { DeskMode::Writing } else { DeskMode::Watching };
        let mut desk = Desk::new(open.session(), mode, Vec::new());
        desk.fingerprint = open.record().fingerprint().to_string();
        desk.file = open.path.display().to_string();
        if let Some(replication) = open.replication() {
            desk.copies = (replication.held(), replication.wanted());
            desk.one_copy = Trouble::of_replicas(open.path.clone(), replication);
        }
        let why_only_watched = self.why_only_watched.take().map(Notice::Trouble);
        desk.notice = repairs.map(Notice::Opened).or(why_only_watched);
        let mut unfinished = Vec::new();
        if desk.mode == DeskMode::Writing {
            desk.notice = desk.notice.or_else(|| Desk::notice_of_clock(open.session(), now()));
            let mut drafts = Drafts::of_session(&self.settings.state, &open.record().header().id);
            match drafts.left_behind() {
                Ok(left) => unfinished = left,
                Err(why) => {
                    desk.notice.get_or_insert(Notice::Trouble(Trouble::DraftsLeftAside(why)));
                }
            }
            self.drafts = Some(drafts);
            let (path, events) = (open.path.clone(), self.events.clone());
            let adviser = AdviserThread::start(path, self.settings.disk, open.session(), events);
            self.adviser = Some(adviser);
        }
        let then_import = desk.mode == DeskMode::Writing
            && matches!(&self.model.screen, Screen::Start(start) if start.then_import);
        self.model.show(Screen::Desk(Box::new(desk)));
        self.model.offer_drafts(unfinished);
        if then_import {
            self.model.overlays.open(Overlay::Import(Box::default()));
        }
        self.model.stopwatches.clear();
        self.open = Some(open);
    }

    fn show_start(&mut self, entries: Vec<SessionEntry>, rosters: Vec<String>) {
        let Screen::Start(start) = &mut self.model.screen else { return };
        start.refresh(entries, rosters);
        if self.drafts.is_none() {
            let mut drafts = Drafts::of_start(&self.settings.state);
            start.drafts = drafts.left_behind().unwrap_or_default();
            self.drafts = Some(drafts);
        }
    }

    /// Leaves the desk, unless words would be lost by it; `anyway` when the person said so.
    pub(super) fn leave_desk(&mut self, anyway: bool) {
        self.finish_writing();
        let kept = self.keep_drafts();
        if !kept && !anyway {
            let asked = match &self.model.screen {
                Screen::Desk(_) => Some(Confirmation::LeaveUnsaved),
                Screen::Replay(_) => Some(Confirmation::LeaveReplay),
                Screen::Start(_) => None,
            };
            if let Some(asked) = asked {
                self.model.overlays.open(Overlay::Confirm(asked));
                return;
            }
        }
        self.leave_session();
        if self.model.came_from_start {
            self.model.show(Screen::Start(Box::default()));
            self.list();
        } else {
            self.ending.get_or_insert(ExitCode::SUCCESS);
        }
    }

    /// The end, for whatever reason: waits for what is being written, and keeps or prints what was typed.
    pub(super) fn finish(&mut self) {
        self.finish_writing();
        if !self.keep_drafts() {
            let words: Vec<String> = match (&self.model.screen, &self.open) {
                (Screen::Desk(desk), Some(open)) => {
                    desk.unrecorded(open.session()).iter().map(Draft::words).collect()
                }
                (Screen::Replay(replay), _) => {
                    let notes = replay.unfinished_notes(&self.model.overlays);
                    notes.into_iter().map(|note| note.text).collect()
                }
                (Screen::Desk(_) | Screen::Start(_), _) => Vec::new(),
            };
            if !words.is_empty() {
                self.final_notice = Some(self.model.lang.not_kept_anywhere(&words.join("\n")));
            }
        }
        if let Some(open) = &self.open {
            open.session().keep_until_the_process_ends();
        }
        self.leave_session();
    }

    /// Waits for the disk, so that nothing recorded is offered again as a draft. What is typed
    /// meanwhile waits for the screen that comes next.
    fn finish_writing(&mut self) {
        let until = Instant::now() + LAST_WAIT;
        while self.open.as_ref().is_some_and(OpenSession::is_busy) {
            match self.incoming.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(LoopEvent::Terminal(read)) => self.keep_read(read),
                Ok(live @ LoopEvent::Live) => self.handle(live),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    fn leave_session(&mut self) {
        self.adviser = None;
        if let Some(drafts) = self.drafts.take() {
            drafts.finish();
        }
        if let Some(notes) = self.note_drafts.take() {
            notes.finish();
        }
        let Some(open) = self.open.take() else { return };
        if let (Screen::Replay(_), Some(fault)) = (&self.model.screen, &open.fault) {
            let fault = view::trouble_sentence(self.model.lang, fault);
            self.tell_of_damage(&open, &fault);
            return;
        }
        let path = open.path.clone();
        let lang = self.model.lang;
        if open.is_busy() {
            self.final_notice = Some(lang.left_unwritten(&safe::path(&open.path)));
        } else if let Err(error) = open.leave() {
            self.final_notice = Some(describe::store::store_error(lang, &path, &error));
        }
    }

    /// Keeps what is typed and not yet recorded; false when it cannot be kept.
    pub(super) fn keep_drafts(&mut self) -> bool {
        let kept = match (&self.model.screen, &self.open) {
            (Screen::Desk(desk), Some(open)) => {
                keep(&mut self.drafts, || desk.unrecorded(open.session()))
            }
            (Screen::Start(start), _) => keep(&mut self.drafts, || start.unrecorded()),
            (Screen::Replay(replay), _) => {
                keep(&mut self.note_drafts, || replay.unfinished_notes(&self.model.overlays))
            }
            (Screen::Desk(_), None) => return true,
        };
        let Err(error) = kept else { return true };
        let why = Trouble::DraftsNotKept(Arc::new(error));
        match &mut self.model.screen {
            Screen::Desk(desk) => desk.notice = Some(Notice::Trouble(why)),
            Screen::Start(start) => start.trouble = Some(why),
            Screen::Replay(replay) => replay.notice = Some(ReplayNotice::Trouble(why)),
        }
        false
    }
}

/// Keeps what is typed, once there is a file to keep it in.
fn keep<T: KeptDraft>(
    drafts: &mut Option<Drafts<T>>,
    typed: impl FnOnce() -> Vec<T>,
) -> io::Result<()> {
    drafts.as_mut().map_or(Ok(()), |drafts| drafts.keep(typed()))
}
