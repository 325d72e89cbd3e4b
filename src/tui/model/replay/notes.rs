//! Writing notes on a replay, reading them, going where they are pinned.

use crate::review::notes::{ListedNote, NoteOutcome, NoteSubject};
use crate::tui::model::action::Action;
use crate::tui::model::edit::TextField;
use crate::tui::model::overlay::{Confirmation, Overlay, Overlays};
use crate::tui::model::trouble::Trouble;
use crate::tui::model::{Effect, Env};

use super::note_draft::NoteDraft;
use super::note_form::{NoteChange, NoteForm};
use super::{Replay, ReplayNotice};

impl Replay {
    /// Opens a new note, or the newest unfinished one.
    pub(super) fn write_note(&mut self, overlays: &mut Overlays) {
        if let Some(obstacle) = &self.no_notes {
            self.notice = Some(ReplayNotice::Trouble(obstacle.clone()));
            overlays.close_all();
            return;
        }
        self.player.playing = false;
        let note = self.aside.pop().unwrap_or_else(|| self.fresh_note());
        overlays.show_only(Overlay::Note(Box::new(note)));
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

    pub(super) fn act_in_note(&mut self, action: Action, overlays: &mut Overlays) -> Vec<Effect> {
        let Some(Overlay::Note(note)) = overlays.top_mut() else { return Vec::new() };
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
                note.about = self.next_subject(note.about);
            }
            Action::PutAside => {
                if let Some(Overlay::Note(note)) = overlays.close()
                    && note.is_touched()
                {
                    self.aside.push(*note);
                    self.notice = Some(ReplayNotice::NoteAside);
                }
            }
            Action::Discard if note.is_touched() => {
                overlays.open(Overlay::Confirm(Confirmation::DiscardNote));
            }
            Action::Discard => {
                overlays.close();
            }
            _ => {}
        }
        Vec::new()
    }

    /// The moment, the chosen question, the chosen task, and the moment again.
    fn next_subject(&self, about: NoteSubject) -> NoteSubject {
        let subjects = [
            Some(NoteSubject::Moment),
            self.desk.chosen.map(NoteSubject::Question),
            self.desk.chosen_task.map(NoteSubject::Task),
        ];
        let subjects: Vec<NoteSubject> = subjects.into_iter().flatten().collect();
        let place = subjects.iter().position(|other| *other == about);
        subjects[place.map_or(0, |place| (place + 1) % subjects.len())]
    }

    /// The notes that were begun and not saved, the one being written last.
    pub fn unfinished_notes(&self, overlays: &Overlays) -> Vec<NoteDraft> {
        let written = overlays.iter().filter_map(|overlay| match overlay {
            Overlay::Note(note) if note.is_touched() => Some(&**note),
            _ => None,
        });
        self.aside.iter().chain(written).map(NoteDraft::of).collect()
    }

    /// Offers the notes that an earlier run left unfinished.
    pub fn take_up(&mut self, left: Vec<NoteDraft>) {
        if left.is_empty() {
            return;
        }
        self.notice.get_or_insert(ReplayNotice::NotesLeft(left.len()));
        self.aside = left.into_iter().map(|draft| draft.reopened(&self.notes)).collect();
    }

    pub(super) fn act_in_notes(
        &mut self,
        action: Action,
        selected: usize,
        env: &mut Env,
    ) -> Vec<Effect> {
        match action {
            Action::WriteNote => self.write_note(env.overlays),
            Action::Back => {
                env.overlays.close();
            }
            Action::GoThere | Action::EditNote | Action::Discard => {
                if let Some(listed) = self.notes.get(selected).cloned() {
                    self.act_on_note(action, listed, env);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn act_on_note(&mut self, action: Action, listed: ListedNote, env: &mut Env) {
        let moment = usize::try_from(listed.note.pin.at.events).unwrap_or(usize::MAX);
        if action == Action::GoThere {
            env.overlays.close();
            self.go(env.session, moment);
            return;
        }
        if !listed.is_own {
            self.notice = Some(ReplayNotice::NotYourNote(listed.reviewer));
            return;
        }
        let was = listed.note;
        if action == Action::Discard {
            env.overlays.open(Overlay::Confirm(Confirmation::RemoveNote(Box::new(was))));
            return;
        }
        env.overlays.show_only(Overlay::Note(Box::new(NoteForm {
            moment,
            about: was.about,
            field: TextField::new(&was.text),
            was: Some(was),
            problem: None,
        })));
    }

    /// A change of the notes was saved, or why not; what was typed stays until it is saved.
    pub(in crate::tui::model) fn noted(
        &mut self,
        told: Result<NoteOutcome, Trouble>,
        overlays: &mut Overlays,
    ) {
        match (told, overlays.top_mut()) {
            (Ok(done), top) => {
                if matches!(top, Some(Overlay::Note(_))) {
                    overlays.close();
                }
                self.notice = Some(ReplayNotice::Noted(done));
            }
            (Err(why), Some(Overlay::Note(note))) => note.problem = Some(why),
            (Err(why), _) => self.notice = Some(ReplayNotice::Trouble(why)),
        }
    }

    /// The notes pinned to the moment looked at.
    pub fn notes_here(&self) -> impl Iterator<Item = &ListedNote> {
        let here = self.position as u64;
        self.notes.iter().filter(move |listed| listed.note.pin.at.events == here)
    }
}
