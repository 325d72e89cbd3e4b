//! Writing notes on the replay, reading them, going where they are pinned.

use crate::review::notes::{ListedNote, NoteSubject};
use crate::session::Session;
use crate::tui::model::Effect;
use crate::tui::model::action::Action;
use crate::tui::model::edit::TextField;

use super::overlay::{Confirmation, NoteForm, ReplayOverlay};
use super::{Replay, ReplayNotice};

/// A change of the notes, as the reviewer wishes it; the shell knows the record it is pinned to.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteChange {
    Write { moment: usize, about: NoteSubject, text: String },
    Edit { was: crate::review::notes::Note, text: String },
    Remove { was: crate::review::notes::Note },
}

impl Replay {
    /// Opens a new note, or the one that was put aside last.
    pub(super) fn write_note(&mut self) {
        if let Some(obstacle) = &self.no_notes {
            self.notice = Some(ReplayNotice::Trouble(obstacle.clone()));
            self.overlay = None;
            return;
        }
        self.player.playing = false;
        let note = self.aside.pop().unwrap_or_else(|| self.fresh_note());
        self.overlay = Some(ReplayOverlay::Note(Box::new(note)));
    }

    fn fresh_note(&self) -> NoteForm {
        let last = self.then.history().last().and_then(|last| last.event.question());
        let about = last.map_or(NoteSubject::Moment, NoteSubject::Question);
        NoteForm {
            was: None,
            moment: self.position,
            about,
            field: TextField::new(""),
            problem: None,
        }
    }

    pub(super) fn act_in_note(&mut self, action: Action) -> Vec<Effect> {
        let Some(ReplayOverlay::Note(note)) = &mut self.overlay else { return Vec::new() };
        match action {
            Action::Confirm => {
                note.problem = None;
                let text = note.field.text();
                return vec![Effect::Note(match note.was.clone() {
                    Some(was) => NoteChange::Edit { was, text },
                    None => NoteChange::Write { moment: note.moment, about: note.about, text },
                })];
            }
            Action::NextField | Action::PreviousField if note.was.is_none() => {
                let subjects = [
                    Some(NoteSubject::Moment),
                    self.desk.chosen.map(NoteSubject::Question),
                    self.desk.chosen_task.map(NoteSubject::Task),
                ];
                let subjects: Vec<NoteSubject> = subjects.into_iter().flatten().collect();
                let place = subjects.iter().position(|about| *about == note.about);
                note.about = subjects[place.map_or(0, |place| (place + 1) % subjects.len())];
            }
            Action::PutAside => {
                if let Some(ReplayOverlay::Note(note)) = self.overlay.take()
                    && note.is_touched()
                {
                    self.aside.push(*note);
                    self.notice = Some(ReplayNotice::NoteAside);
                }
            }
            Action::Discard => {
                if let Some(ReplayOverlay::Note(note)) = self.overlay.take()
                    && note.is_touched()
                {
                    self.overlay = Some(ReplayOverlay::Confirmation(Confirmation::DropNote(note)));
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Takes the answer to a confirmation; a no loses nothing.
    pub(super) fn act_in_confirmation(&mut self, action: Action) -> Vec<Effect> {
        if !matches!(action, Action::Yes | Action::No) {
            return Vec::new();
        }
        let Some(ReplayOverlay::Confirmation(confirmation)) = self.overlay.take() else {
            return Vec::new();
        };
        match (confirmation, action == Action::Yes) {
            (Confirmation::RemoveNote { was, selected }, yes) => {
                self.overlay = Some(ReplayOverlay::Notes { selected });
                return Vec::from_iter(
                    yes.then_some(Effect::Note(NoteChange::Remove { was: *was })),
                );
            }
            (Confirmation::DropNote(note), false) => self.overlay = Some(ReplayOverlay::Note(note)),
            (Confirmation::Leave, true) => return vec![Effect::Leave],
            (Confirmation::DropNote(_), true) | (Confirmation::Leave, false) => {}
        }
        Vec::new()
    }

    /// Leaves the replay; asks first when that would lose a note.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        if self.aside.is_empty() {
            return vec![Effect::Leave];
        }
        self.overlay = Some(ReplayOverlay::Confirmation(Confirmation::Leave));
        Vec::new()
    }

    pub(super) fn act_in_notes(&mut self, action: Action, whole: &Session) -> Vec<Effect> {
        let Some(ReplayOverlay::Notes { selected }) = &mut self.overlay else { return Vec::new() };
        let last = self.notes.len().saturating_sub(1);
        let page = self.desk.page.max(1);
        match action {
            Action::Up => *selected = selected.saturating_sub(1),
            Action::Down => *selected = (*selected + 1).min(last),
            Action::PageUp => *selected = selected.saturating_sub(page),
            Action::PageDown => *selected = (*selected + page).min(last),
            Action::WriteNote => self.write_note(),
            Action::Back => self.overlay = None,
            Action::GoThere | Action::EditNote | Action::Discard => {
                let place = *selected;
                return self.act_on_note(action, place, whole);
            }
            _ => {}
        }
        Vec::new()
    }

    fn act_on_note(&mut self, action: Action, place: usize, whole: &Session) -> Vec<Effect> {
        let Some(listed) = self.notes.get(place).cloned() else { return Vec::new() };
        if action == Action::GoThere {
            self.overlay = None;
            let moment = usize::try_from(listed.note.pin.at.events).unwrap_or(usize::MAX);
            self.go(whole, moment);
            return Vec::new();
        }
        if !listed.is_own {
            self.notice = Some(ReplayNotice::NotYourNote(listed.reviewer));
            return Vec::new();
        }
        let was = listed.note;
        if action == Action::Discard {
            self.overlay = Some(ReplayOverlay::Confirmation(Confirmation::RemoveNote {
                was: Box::new(was),
                selected: place,
            }));
            return Vec::new();
        }
        self.overlay = Some(ReplayOverlay::Note(Box::new(NoteForm {
            moment: usize::try_from(was.pin.at.events).unwrap_or(usize::MAX),
            about: was.about,
            field: TextField::new(&was.text),
            was: Some(was),
            problem: None,
        })));
        Vec::new()
    }

    /// A change of the notes was saved, or why not; what was typed stays until it is saved.
    pub(super) fn noted(&mut self, told: Result<String, String>) {
        match (told, &mut self.overlay) {
            (Ok(done), overlay) => {
                if matches!(overlay, Some(ReplayOverlay::Note(_))) {
                    *overlay = None;
                }
                self.notice = Some(ReplayNotice::Noted(done));
            }
            (Err(why), Some(ReplayOverlay::Note(note))) => note.problem = Some(why),
            (Err(why), _) => self.notice = Some(ReplayNotice::Trouble(why)),
        }
    }

    /// The notes as they are kept now.
    pub(super) fn take_notes(&mut self, notes: Vec<ListedNote>) {
        self.notes = notes;
        if let Some(ReplayOverlay::Notes { selected }) = &mut self.overlay {
            *selected = (*selected).min(self.notes.len().saturating_sub(1));
        }
    }

    /// The notes pinned to the moment looked at.
    pub fn notes_here(&self) -> impl Iterator<Item = &ListedNote> {
        let here = self.position as u64;
        self.notes.iter().filter(move |listed| listed.note.pin.at.events == here)
    }
}
