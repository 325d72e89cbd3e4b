//! The film in the shell: sitting down to it, its notes, its time.

use std::process::ExitCode;

use crate::describe;
use crate::review::notes::{NoteCommand, pin};
use crate::text::safe;
use crate::tui::model::replay::notes::NoteChange;
use crate::tui::model::replay::{self, Replay};
use crate::tui::model::stopwatch::SteadyTime;
use crate::tui::model::{Message, Screen as Shown};

use super::room::Room;
use super::run::House;
use super::visit::Seat;

impl House<'_> {
    /// Shows the film of a session from the seat that was asked for.
    pub(super) fn sit_down(&mut self, room: Room, seat: &Seat) {
        let whole = room.record.session();
        let live = self.is_held(&room);
        let mut replay = Replay::new(whole, room.path.display().to_string(), live);
        replay.desk.fingerprint = room.record.fingerprint().to_string();
        replay.damage.clone_from(&room.fault);
        if let Some(speed) = seat.speed {
            replay.player.set_speed(speed);
        }
        if let Some(point) = seat.at {
            match point.resolve(whole, 0) {
                Some(moment) => replay.go(whole, moment.max(1)),
                None => replay.notice = Some(replay::ReplayNotice::NoSuchMoment),
            }
        }
        if let Some(reviews) = &room.reviews {
            replay.notes = reviews.listed(&room.record);
            replay.no_notes = reviews
                .obstacle()
                .map(|why| describe::workspace::note_not_kept(self.app.lang, &why));
            if let Some(unread) = reviews.unread.first() {
                let why = describe::workspace::review_unread(self.app.lang, unread);
                replay.notice = Some(replay::ReplayNotice::Trouble(why));
            }
        }
        self.app.show(Shown::Replay(Box::new(replay)));
        self.room = Some(room);
    }

    /// Whether somebody on this machine is writing to the session.
    pub(super) fn is_held(&self, room: &Room) -> bool {
        self.settings.state.holder(&room.record.header().id).is_some()
    }

    pub(super) fn is_playing(&self) -> bool {
        matches!(&self.app.screen, Shown::Replay(replay) if replay.player.playing)
    }

    /// Tells a playing film how much time has gone by; whether there is a film that runs, or ran until
    /// its end just now.
    pub(super) fn run_the_film(&mut self, before: SteadyTime) -> bool {
        let gone = self.app.stopwatches.now().0 - before.0;
        let runs = self.is_playing();
        if runs {
            self.put(Message::Passed { millis: u32::try_from(gone.max(0)).unwrap_or(u32::MAX) });
        }
        runs
    }

    /// Changes the reviewer's notes; they are on the disk when the film is told.
    pub(super) fn note(&mut self, deed: NoteChange) {
        let (now, lang) = (self.app.now, self.app.lang);
        let Some(room) = &mut self.room else { return };
        let Some(reviews) = &mut room.reviews else { return };
        let command = match deed {
            NoteChange::Write { moment, about, text } => {
                pin(&room.record, moment as u64).map(|pin| NoteCommand::Add { pin, about, text })
            }
            NoteChange::Edit { was, text } => Some(NoteCommand::Edit { was, text }),
            NoteChange::Remove { was } => Some(NoteCommand::Remove { was }),
        };
        let told = match command.map(|command| reviews.save(&command, now)) {
            Some(Ok(deed)) => Ok(describe::notes::note_outcome(lang, deed)),
            Some(Err(why)) => Err(describe::workspace::note_not_kept(lang, &why)),
            None => Err(lang.replay_no_such_moment().to_owned()),
        };
        let notes = reviews.listed(&room.record);
        self.put(Message::Notes(notes));
        self.put(Message::Noted(told));
    }

    /// Who replayed a damaged file is told at a shell too, as every other reader of it is.
    pub(super) fn tell_of_damage(&mut self, room: &Room, fault: &str) {
        if self.app.came_from_start {
            return;
        }
        let events = room.record.fingerprint().events;
        self.parting = Some(self.app.lang.cli_read_damaged(&safe::path(&room.path), fault, events));
        self.ending = Some(ExitCode::FAILURE);
    }
}
