//! Writing notes on the film, reading them, going where they are pinned.

use crate::review::notes::{About, Listed};
use crate::session::Session;
use crate::tui::model::Effect;
use crate::tui::model::action::Action;
use crate::tui::model::edit::TextField;

use super::sheet::{Asked, NoteSheet, Sheet};
use super::{Notice, Replay};

/// A change of the notes, as the reviewer wishes it; the shell knows the record it is pinned to.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteDeed {
    Write { moment: usize, about: About, text: String },
    Edit { was: crate::review::notes::Note, text: String },
    Remove { was: crate::review::notes::Note },
}

impl Replay {
    /// Opens a new note, or the one that was put aside last.
    pub(super) fn write_note(&mut self) {
        if let Some(obstacle) = &self.no_notes {
            self.notice = Some(Notice::Trouble(obstacle.clone()));
            self.sheet = None;
            return;
        }
        self.player.playing = false;
        let note = self.aside.pop().unwrap_or_else(|| self.fresh_note());
        self.sheet = Some(Sheet::Note(Box::new(note)));
    }

    fn fresh_note(&self) -> NoteSheet {
        let last = self.then.history().last().and_then(|last| last.event.question());
        let about = last.map_or(About::Moment, About::Question);
        NoteSheet {
            was: None,
            moment: self.finger,
            about,
            field: TextField::new(""),
            problem: None,
        }
    }

    pub(super) fn act_in_note(&mut self, action: Action) -> Vec<Effect> {
        let Some(Sheet::Note(note)) = &mut self.sheet else { return Vec::new() };
        match action {
            Action::Confirm => {
                note.problem = None;
                let text = note.field.text();
                return vec![Effect::Note(match note.was.clone() {
                    Some(was) => NoteDeed::Edit { was, text },
                    None => NoteDeed::Write { moment: note.moment, about: note.about, text },
                })];
            }
            Action::NextField | Action::PreviousField if note.was.is_none() => {
                let subjects = [
                    Some(About::Moment),
                    self.desk.chosen.map(About::Question),
                    self.desk.chosen_task.map(About::Task),
                ];
                let subjects: Vec<About> = subjects.into_iter().flatten().collect();
                let place = subjects.iter().position(|about| *about == note.about);
                note.about = subjects[place.map_or(0, |place| (place + 1) % subjects.len())];
            }
            Action::PutAside => {
                if let Some(Sheet::Note(note)) = self.sheet.take()
                    && note.is_touched()
                {
                    self.aside.push(*note);
                    self.notice = Some(Notice::NoteAside);
                }
            }
            Action::Discard => {
                if let Some(Sheet::Note(note)) = self.sheet.take()
                    && note.is_touched()
                {
                    self.sheet = Some(Sheet::Asked(Asked::DropNote(note)));
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Takes the answer to what was asked; nothing is lost by a no.
    pub(super) fn act_when_asked(&mut self, action: Action) -> Vec<Effect> {
        if !matches!(action, Action::Yes | Action::No) {
            return Vec::new();
        }
        let Some(Sheet::Asked(asked)) = self.sheet.take() else { return Vec::new() };
        match (asked, action == Action::Yes) {
            (Asked::RemoveNote { was, finger }, yes) => {
                self.sheet = Some(Sheet::Notes { finger });
                return Vec::from_iter(yes.then_some(Effect::Note(NoteDeed::Remove { was })));
            }
            (Asked::DropNote(note), false) => self.sheet = Some(Sheet::Note(note)),
            (Asked::Leave, true) => return vec![Effect::Leave],
            (Asked::DropNote(_), true) | (Asked::Leave, false) => {}
        }
        Vec::new()
    }

    /// Leaves the film; asks first when that would lose a note.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        if self.aside.is_empty() {
            return vec![Effect::Leave];
        }
        self.sheet = Some(Sheet::Asked(Asked::Leave));
        Vec::new()
    }

    pub(super) fn act_in_notes(&mut self, action: Action, whole: &Session) -> Vec<Effect> {
        let Some(Sheet::Notes { finger }) = &mut self.sheet else { return Vec::new() };
        let last = self.notes.len().saturating_sub(1);
        let page = self.desk.page.max(1);
        match action {
            Action::Up => *finger = finger.saturating_sub(1),
            Action::Down => *finger = (*finger + 1).min(last),
            Action::PageUp => *finger = finger.saturating_sub(page),
            Action::PageDown => *finger = (*finger + page).min(last),
            Action::WriteNote => self.write_note(),
            Action::Back => self.sheet = None,
            Action::GoThere | Action::EditNote | Action::Discard => {
                let place = *finger;
                return self.act_on_note(action, place, whole);
            }
            _ => {}
        }
        Vec::new()
    }

    fn act_on_note(&mut self, action: Action, place: usize, whole: &Session) -> Vec<Effect> {
        let Some(listed) = self.notes.get(place).cloned() else { return Vec::new() };
        if action == Action::GoThere {
            self.sheet = None;
            let moment = usize::try_from(listed.note.pin.at.events).unwrap_or(usize::MAX);
            self.go(whole, moment);
            return Vec::new();
        }
        if !listed.is_own {
            self.notice = Some(Notice::NotYourNote(listed.reviewer));
            return Vec::new();
        }
        let was = listed.note;
        if action == Action::Discard {
            self.sheet = Some(Sheet::Asked(Asked::RemoveNote { was, finger: place }));
            return Vec::new();
        }
        self.sheet = Some(Sheet::Note(Box::new(NoteSheet {
            moment: usize::try_from(was.pin.at.events).unwrap_or(usize::MAX),
            about: was.about,
            field: TextField::new(&was.text),
            was: Some(was),
            problem: None,
        })));
        Vec::new()
    }

    /// A wish about notes was carried out, or why not; what was typed stays until it is kept.
    pub(super) fn noted(&mut self, told: Result<String, String>) {
        match (told, &mut self.sheet) {
            (Ok(done), sheet) => {
                if matches!(sheet, Some(Sheet::Note(_))) {
                    *sheet = None;
                }
                self.notice = Some(Notice::Noted(done));
            }
            (Err(why), Some(Sheet::Note(note))) => note.problem = Some(why),
            (Err(why), _) => self.notice = Some(Notice::Trouble(why)),
        }
    }

    /// The notes as they are kept now.
    pub(super) fn take_notes(&mut self, notes: Vec<Listed>) {
        self.notes = notes;
        if let Some(Sheet::Notes { finger }) = &mut self.sheet {
            *finger = (*finger).min(self.notes.len().saturating_sub(1));
        }
    }

    /// The notes pinned to the moment looked at.
    pub fn notes_here(&self) -> impl Iterator<Item = &Listed> {
        let here = self.finger as u64;
        self.notes.iter().filter(move |listed| listed.note.pin.at.events == here)
    }
}
