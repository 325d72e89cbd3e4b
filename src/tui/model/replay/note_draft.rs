//! A note that was begun and not yet saved, as a file holds it.

use serde::{Deserialize, Serialize};

use crate::review::notes::{ListedNote, NoteId, NoteSubject};
use crate::session::number::{QuestionNo, TaskNo};
use crate::text::json;
use crate::tui::model::draft::KeptDraft;
use crate::tui::model::edit::TextField;

use super::note_form::NoteForm;

/// What was typed of a note, and where it is pinned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDraft {
    /// The number of the reviewer's own note that it changes; `None` for a new one.
    pub changes: Option<NoteId>,
    pub moment: usize,
    pub about: NoteSubject,
    pub text: String,
}

impl NoteDraft {
    pub fn of(form: &NoteForm) -> Self {
        let changes = form.was.as_ref().map(|was| was.id);
        Self { changes, moment: form.moment, about: form.about, text: form.field.text() }
    }

    /// The form as it was left; a new note where the one it changed is gone.
    pub fn reopened(self, notes: &[ListedNote]) -> NoteForm {
        let changed = |listed: &&ListedNote| listed.is_own && Some(listed.note.id) == self.changes;
        let was = notes.iter().find(changed).map(|listed| listed.note.clone());
        let field = TextField::new(&self.text);
        NoteForm { was, moment: self.moment, about: self.about, field, problem: None }
    }
}

impl KeptDraft for NoteDraft {
    fn encoded(drafts: &[Self]) -> Vec<u8> {
        let written: Vec<WrittenNoteDraft> = drafts.iter().map(WrittenNoteDraft::of).collect();
        json::line(&written).into_bytes()
    }

    fn decoded(bytes: &[u8]) -> Option<Vec<Self>> {
        let written: Vec<WrittenNoteDraft> = serde_json::from_slice(bytes).ok()?;
        Some(written.into_iter().map(Self::from).collect())
    }
}

#[derive(Serialize, Deserialize)]
struct WrittenNoteDraft {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changes: Option<u32>,
    moment: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    task: Option<u32>,
    text: String,
}

impl WrittenNoteDraft {
    fn of(draft: &NoteDraft) -> Self {
        let (question, task) = match draft.about {
            NoteSubject::Moment => (None, None),
            NoteSubject::Question(number) => (Some(number.0), None),
            NoteSubject::Task(number) => (None, Some(number.0)),
        };
        let changes = draft.changes.map(|id| id.0);
        Self { changes, moment: draft.moment, question, task, text: draft.text.clone() }
    }
}

impl From<WrittenNoteDraft> for NoteDraft {
    fn from(written: WrittenNoteDraft) -> Self {
        let about = match (written.question, written.task) {
            (Some(number), _) => NoteSubject::Question(QuestionNo(number)),
            (None, Some(number)) => NoteSubject::Task(TaskNo(number)),
            (None, None) => NoteSubject::Moment,
        };
        let changes = written.changes.map(NoteId);
        Self { changes, moment: written.moment, about, text: written.text }
    }
}

#[cfg(test)]
mod tests {
    use super::NoteDraft;
    use crate::review::notes::{NoteId, NoteSubject};
    use crate::session::number::{QuestionNo, TaskNo};
    use crate::tui::model::draft::KeptDraft;

    #[test]
    fn what_was_begun_comes_back_from_a_file_as_it_was() {
        let subjects = [
            NoteSubject::Moment,
            NoteSubject::Question(QuestionNo(3)),
            NoteSubject::Task(TaskNo(2)),
        ];
        let drafts: Vec<NoteDraft> = subjects
            .into_iter()
            .zip([None, Some(NoteId(4)), None])
            .map(|(about, changes)| NoteDraft {
                changes,
                moment: 17,
                about,
                text: "Câu này\ncòn chờ".to_owned(),
            })
            .collect();
        assert_eq!(NoteDraft::decoded(&NoteDraft::encoded(&drafts)), Some(drafts));
        assert_eq!(NoteDraft::decoded(b"{"), None);
    }
}
