//! A reviewer's notes: where one is pinned, what flags it, what was done to it.

use crate::i18n::Lang;
use crate::review::notes::{ListedNote, NoteFlag, NoteOutcome, NoteSubject};
use crate::session::number::Seq;

/// Where a note is pinned: "8:42, bước 63, câu 17".
pub fn note_place(lang: Lang, listed: &ListedNote) -> String {
    let mut place: Vec<String> = listed.at.map(|at| lang.clock(at)).into_iter().collect();
    place.push(match listed.note.pin.at.events {
        0 => lang.note_before_all().to_owned(),
        events => lang.event_numbered(Seq(events)),
    });
    place.extend(note_subject(lang, listed.note.about));
    place.join(", ")
}

/// "câu 17"; nothing for a note of the moment alone.
pub fn note_subject(lang: Lang, about: NoteSubject) -> Option<String> {
    match about {
        NoteSubject::Moment => None,
        NoteSubject::Question(number) => Some(lang.question_no(number)),
        NoteSubject::Task(number) => Some(lang.task_no(number)),
    }
}

/// A flag as a sentence, in lower case without a full stop.
pub fn note_flag(lang: Lang, flag: NoteFlag) -> String {
    let about = |about| note_subject(lang, about).unwrap_or_default();
    match flag {
        NoteFlag::MomentGone { events } => lang.flag_moment_gone(events),
        NoteFlag::Rewritten => lang.flag_rewritten().to_owned(),
        NoteFlag::Shortened { events } => lang.flag_shortened(events),
        NoteFlag::RewrittenLater => lang.flag_rewritten_later().to_owned(),
        NoteFlag::NoSubject(subject) => lang.flag_no_subject(&about(subject)),
        NoteFlag::Undone { by } => lang.flag_undone(by),
        NoteFlag::WentOn { about: subject, count, last } => {
            lang.flag_went_on(&about(subject), count, last)
        }
        NoteFlag::Grown { by } => lang.flag_grown(by),
    }
}

/// What was done to a note, as a sentence.
pub fn note_outcome(lang: Lang, outcome: NoteOutcome) -> String {
    match outcome {
        NoteOutcome::Added(id) => lang.note_added(id.0),
        NoteOutcome::Edited(id) => lang.note_edited(id.0),
        NoteOutcome::Unchanged(_) => lang.note_unchanged().to_owned(),
        NoteOutcome::KeptBeside(id) => lang.note_kept_beside(id.0),
        NoteOutcome::Removed(id) => lang.note_removed(id.0),
        NoteOutcome::GoneAlready(id) => lang.note_gone_already(id.0),
    }
}
