//! Replay in the event loop: showing it, its notes, its time.

use std::process::ExitCode;
use std::sync::Arc;

use crate::review::notes::{NoteCommand, pin};
use crate::text::safe;
use crate::tui::model::replay::note_form::NoteChange;
use crate::tui::model::replay::search::is_under_way;
use crate::tui::model::replay::{self, Replay};
use crate::tui::model::stopwatch::SteadyTime;
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Message, Screen};

use super::drafts::Drafts;
use super::event_loop::EventLoop;
use super::open_mode::ReplayStart;
use super::open_session::OpenSession;

impl EventLoop<'_> {
    /// Replays a session from where that was asked for.
    pub(super) fn show_replay(&mut self, open: OpenSession, start: &ReplayStart) {
        let whole = open.session();
        let live = self.is_held(&open);
        let mut replay = Replay::new(whole, open.path.display().to_string(), live);
        replay.desk.fingerprint = open.record().fingerprint().to_string();
        replay.damage.clone_from(&open.fault);
        if let Some(speed) = start.speed {
            replay.player.set_speed(speed);
        }
        if let Some(point) = start.at {
            match point.resolve(whole, 0) {
                Some(moment) => replay.go(whole, moment.max(1)),
                None => replay.notice = Some(replay::ReplayNotice::NoSuchMoment),
            }
        }
        if let Some(reviews) = &open.reviews {
            replay.notes = reviews.listed(open.record());
            replay.no_notes = reviews.obstacle().map(|why| Trouble::NoteNotSaved(Arc::new(why)));
            if let Some(unread) = reviews.unread.first() {
                let why = Trouble::ReviewUnread(unread.clone());
                replay.notice = Some(replay::ReplayNotice::Trouble(why));
            }
        }
        let mut notes = Drafts::of_notes(&self.settings.state, &open.record().header().id);
        match notes.left_behind() {
            Ok(left) => replay.take_up(left),
            Err(aside) => {
                let why = Trouble::DraftsLeftAside(aside);
                replay.notice.get_or_insert(replay::ReplayNotice::Trouble(why));
            }
        }
        self.note_drafts = Some(notes);
        self.model.show(Screen::Replay(Box::new(replay)));
        self.open = Some(open);
    }

    /// Whether a program on this machine is writing to the session.
    pub(super) fn is_held(&self, open: &OpenSession) -> bool {
        self.settings.state.holder(&open.record().header().id, &open.path).is_some()
    }

    pub(super) fn is_playing(&self) -> bool {
        matches!(&self.model.screen, Screen::Replay(replay) if replay.player.playing)
    }

    /// Tells a playing replay how much time has gone by; whether one runs, or ran until its end just now.
    pub(super) fn advance_replay(&mut self, before: SteadyTime) -> bool {
        let gone = self.model.stopwatches.now().0 - before.0;
        let runs = self.is_playing();
        if runs {
            self.dispatch(Message::Passed {
                millis: u32::try_from(gone.max(0)).unwrap_or(u32::MAX),
            });
        }
        runs
    }

    /// Whether the open search has more to do.
    pub(super) fn is_searching(&self) -> bool {
        match (&self.model.screen, &self.open) {
            (Screen::Replay(replay), Some(open)) => {
                is_under_way(replay, &self.model.overlays, open.session())
            }
            (Screen::Desk(desk), _) => desk.is_searching(&self.model.overlays),
            _ => false,
        }
    }

    /// Goes one step on with a search; whether there is one.
    pub(super) fn search_on(&mut self) -> bool {
        let searches = self.is_searching();
        if searches {
            self.dispatch(Message::SearchOn);
        }
        searches
    }

    /// Changes the reviewer's notes; they are on the disk when the replay is told.
    pub(super) fn note(&mut self, change: NoteChange) {
        let now = self.model.now;
        let Some(open) = &mut self.open else { return };
        let command = match change {
            NoteChange::Write { moment, about, text } => {
                pin(open.record(), moment as u64).map(|pin| NoteCommand::Add { pin, about, text })
            }
            NoteChange::Edit { was, text } => Some(NoteCommand::Edit { was, text }),
            NoteChange::Remove { was } => Some(NoteCommand::Remove { was }),
        };
        let Some(reviews) = &mut open.reviews else { return };
        let told = match command.map(|command| reviews.save(&command, now)) {
            Some(Ok(outcome)) => Ok(outcome),
            Some(Err(why)) => Err(Trouble::NoteNotSaved(Arc::new(why))),
            None => Err(Trouble::NoSuchMoment),
        };
        let notes = open.reviews.as_ref().map(|reviews| reviews.listed(open.record()));
        let notes = notes.unwrap_or_default();
        self.dispatch(Message::Notes(notes));
        self.dispatch(Message::Noted(told));
    }

    /// That a replayed file is damaged is also printed at the end, as every other reading command does.
    pub(super) fn tell_of_damage(&mut self, open: &OpenSession, fault: &str) {
        if self.model.came_from_start {
            return;
        }
        let events = open.record().fingerprint().events;
        self.final_notice =
            Some(self.model.lang.cli_read_damaged(&safe::path(&open.path), fault, events));
        self.ending = Some(ExitCode::FAILURE);
    }
}
