//! Coming to a session and leaving it: what was sent for, what is still being written, what was typed.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::describe;
use crate::store::{Holder, OpenError, ReadError, spot_in};
use crate::text::safe;
use crate::tui::model::desk::{Desk, DeskMode, Notice};
use crate::tui::model::draft::Draft;
use crate::tui::model::overlay::{Confirmation, ConsentRequest, HeldSession, Overlay};
use crate::tui::model::start::SessionEntry;
use crate::tui::model::{Message, Screen as Shown};

use super::drafts::Drafts;
use super::errand::Brought;
use super::room::{NoRoom, Room};
use super::run::House;
use super::visit::Visit;
use super::wake::Wake;

/// How long leaving waits for a disk that does not answer.
const LAST_PATIENCE: Duration = Duration::from_secs(5);

impl House<'_> {
    /// Typed ahead: it means something only once what was sent for is there. Ctrl+C waits for nothing.
    pub(super) fn hold_back(&mut self, event: Event) {
        match event {
            Event::Key(key) if is_interrupt(key) => self.ending = Some(ExitCode::from(130)),
            Event::Key(_) | Event::Paste(_) => self.held_back.push_back(event),
            Event::Mouse(_) => {}
            _ => self.terminal_event(event),
        }
    }

    pub(super) fn receive(&mut self, brought: Brought) {
        self.awaiting = false;
        if let Shown::Start(start) = &mut self.app.screen {
            (start.opening, start.reading) = (None, false);
        }
        match brought {
            Brought::Session { path, visit, opened } => match *opened {
                Ok((room, _)) if let Visit::Replay(seat) = visit => self.sit_down(room, &seat),
                Ok((room, told)) => self.enter(room, &visit, &told),
                Err(why) => self.no_room(path, &why),
            },
            Brought::Folder(entries, rosters) => {
                self.enter_start(entries, rosters);
            }
        }
        while let Some(event) = (!self.awaiting).then(|| self.held_back.pop_front()).flatten() {
            self.terminal_event(event);
        }
    }

    fn no_room(&mut self, path: PathBuf, why: &NoRoom) {
        let why = match why {
            NoRoom::Open(OpenError::Held(holder)) => {
                let unknown =
                    || Holder { pid: 0, user: "?".to_owned(), host: "?".to_owned(), file: None };
                let Holder { pid, user, host, .. } = holder.clone().unwrap_or_else(unknown);
                return self.put(Message::Held(HeldSession { path, pid, user, host }));
            }
            NoRoom::Open(OpenError::Withheld) => return self.send_for(&path, Visit::Watch),
            NoRoom::Open(OpenError::Read(ReadError::Io(error))) if is_read_only(error, &path) => {
                return self.send_for(&path, Visit::Watch);
            }
            NoRoom::Open(error @ (OpenError::Older { .. } | OpenError::Forked { .. })) => {
                let (why, question) = describe::store::asked_about(self.app.lang, &path, error);
                return self.put(Message::Asked(ConsentRequest { path, why, question }));
            }
            NoRoom::Store(error) => describe::store::ink_error(self.app.lang, &path, error),
            NoRoom::Open(error) => {
                describe::store::open_error_at(self.app.lang, &path, error, spot_in(&path))
            }
            NoRoom::Read(error) => describe::store::read_error(self.app.lang, &path, error),
        };
        if self.app.came_from_start {
            self.put(Message::Trouble(why));
        } else {
            (self.parting, self.ending) = (Some(why), Some(ExitCode::FAILURE));
        }
    }

    fn enter(&mut self, room: Room, visit: &Visit, told: &[String]) {
        let lang = self.app.lang;
        let mode = if *visit == Visit::Moderate { DeskMode::Writing } else { DeskMode::Watching };
        let mut desk = Desk::new(room.record.session(), mode, Vec::new());
        desk.fingerprint = room.record.fingerprint().to_string();
        desk.file = room.path.display().to_string();
        desk.copies = room.copies;
        desk.one_copy.clone_from(&room.one_copy);
        desk.notice = (!told.is_empty()).then(|| Notice::Opened(told.join(" ")));
        let mut unfinished = Vec::new();
        if desk.mode == DeskMode::Writing {
            let mut drafts = Drafts::of_session(&self.settings.state, &room.record.header().id);
            match drafts.left_behind() {
                Ok(left) => unfinished = left,
                Err(why) => {
                    desk.notice = Some(Notice::Trouble(lang.drafts_left_aside(&safe::path(&why))));
                }
            }
            self.drafts = Some(drafts);
        }
        self.app.show(Shown::Desk(Box::new(desk)));
        self.app.offer_drafts(unfinished);
        self.app.stopwatches.clear();
        self.room = Some(room);
    }

    fn enter_start(&mut self, entries: Vec<SessionEntry>, rosters: Vec<String>) {
        let Shown::Start(start) = &mut self.app.screen else { return };
        start.refresh(entries, rosters);
        if self.drafts.is_none() {
            let mut drafts = Drafts::of_start(&self.settings.state);
            start.draft = drafts.left_behind().ok().and_then(|mut left| left.pop());
            self.drafts = Some(drafts);
        }
    }

    /// Leaves the desk, unless words would be lost by it; `anyway` when the person said so.
    pub(super) fn leave_desk(&mut self, anyway: bool) {
        self.finish_writing();
        let kept = self.keep_drafts();
        if let (false, false, Shown::Desk(_)) = (kept, anyway, &self.app.screen) {
            self.app.overlays.open(Overlay::Confirm(Confirmation::LeaveUnsaved));
            return;
        }
        self.leave_room();
        if self.app.came_from_start {
            self.app.show(Shown::Start(Box::default()));
            self.list();
        } else {
            self.ending.get_or_insert(ExitCode::SUCCESS);
        }
    }

    /// The end, however it came: what is being written is waited for, what was typed is kept or told.
    pub(super) fn finish(&mut self) {
        self.finish_writing();
        if !self.keep_drafts()
            && let (Shown::Desk(desk), Some(room)) = (&self.app.screen, &self.room)
        {
            let words: Vec<String> =
                desk.unrecorded(room.record.session()).iter().map(Draft::words).collect();
            self.parting = Some(self.app.lang.not_kept_anywhere(&words.join("\n")));
        }
        self.leave_room();
    }

    /// Waits for the disk, so that nothing recorded is offered again as a draft. What is typed
    /// meanwhile waits for the screen that comes next.
    fn finish_writing(&mut self) {
        let until = Instant::now() + LAST_PATIENCE;
        while self.room.as_ref().is_some_and(Room::is_busy) {
            match self.woken.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Wake::Terminal(event)) => self.held_back.push_back(event),
                Ok(word @ Wake::Store(_)) => self.wake(word),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    fn leave_room(&mut self) {
        if let Some(drafts) = self.drafts.take() {
            drafts.finish();
        }
        let Some(room) = self.room.take() else { return };
        if let (Shown::Replay(_), Some(fault)) = (&self.app.screen, &room.fault) {
            self.tell_of_damage(&room, fault);
            return;
        }
        let path = room.path.clone();
        let lang = self.app.lang;
        if room.is_busy() {
            self.parting = Some(lang.left_unwritten(&safe::path(&room.path)));
        } else if let Err(error) = room.leave() {
            self.parting = Some(describe::store::ink_error(lang, &path, &error));
        }
    }

    /// Keeps what is typed and not yet recorded; false when it cannot be kept.
    pub(super) fn keep_drafts(&mut self) -> bool {
        let Some(drafts) = &mut self.drafts else { return true };
        let unrecorded = match (&self.app.screen, &self.room) {
            (Shown::Desk(desk), Some(room)) => desk.unrecorded(room.record.session()),
            (Shown::Start(start), _) => start.unrecorded(),
            (Shown::Desk(_) | Shown::Replay(_), _) => return true,
        };
        let Err(error) = drafts.keep(unrecorded) else { return true };
        let why = self.app.lang.drafts_failed(&self.app.lang.trouble(&error));
        match &mut self.app.screen {
            Shown::Desk(desk) => desk.notice = Some(Notice::Trouble(why)),
            Shown::Start(start) => start.trouble = Some(why),
            Shown::Replay(_) => {}
        }
        false
    }
}

/// Whether the file can be read though it must not be written: it can be watched.
fn is_read_only(error: &Error, path: &Path) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
        && std::fs::File::open(path).is_ok()
}

fn is_interrupt(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}
