//! Why a paper was not written, a note not saved, a review not read.

use crate::i18n::Lang;
use crate::review::notes::{NoteRefusal, ReviewFault};
use crate::text::safe;
use crate::workspace::papers::PaperError;
use crate::workspace::reviews::{NoteNotSaved, ReviewReadError, UnreadReview};

pub fn paper_error(lang: Lang, error: &PaperError) -> String {
    match error {
        PaperError::Session(path) => lang.cli_output_is_a_session(&safe::path(path)),
        PaperError::Review(path) => lang.output_is_a_review(&safe::path(path)),
        PaperError::NotOurs(path) => lang.cli_output_is_foreign(&safe::path(path)),
        PaperError::Edited(path) => lang.cli_output_is_edited(&safe::path(path)),
        PaperError::Io(path, error) => lang.create_failed(&safe::path(path), &lang.trouble(error)),
    }
}

/// Why a note, or any note, cannot be saved: a sentence, safe to show.
pub fn note_not_kept(lang: Lang, why: &NoteNotSaved) -> String {
    let why = match why {
        NoteNotSaved::Refused(why) => note_not_taken(lang, *why),
        NoteNotSaved::Unreadable(unread) => lang.note_file_left_alone(&review_unread(lang, unread)),
        NoteNotSaved::Taken(path) => lang.note_file_taken(&safe::path(path)),
        NoteNotSaved::ReadOnly(path) => lang.note_file_read_only(&safe::path(path)),
        NoteNotSaved::TooMuch { limit } => lang.note_too_much(limit >> 20),
        NoteNotSaved::Busy(path) => lang.note_file_busy(&safe::path(path)),
        NoteNotSaved::Io(path, error) => {
            lang.note_file_failed(&safe::path(path), &lang.trouble(error))
        }
    };
    lang.notes_cannot_be_kept(&why)
}

fn note_not_taken(lang: Lang, why: NoteRefusal) -> String {
    match why {
        NoteRefusal::Blank => lang.note_blank().to_owned(),
        NoteRefusal::TooLong { length, limit } => {
            lang.note_too_long(&lang.number(length), &lang.number(limit))
        }
        NoteRefusal::ChangedElsewhere(id) => lang.note_changed_elsewhere(id.0),
        NoteRefusal::NoNumberLeft => lang.note_no_number_left().to_owned(),
    }
}

/// Why a review is not shown: in lower case, without a full stop; safe to show.
pub fn review_unread(lang: Lang, unread: &UnreadReview) -> String {
    let why = match &unread.why {
        ReviewReadError::Io(error) => lang.trouble(error),
        ReviewReadError::TooLarge { limit } => lang.notes_too_large(limit >> 20),
        ReviewReadError::Fault(fault) => review_fault(lang, fault),
        ReviewReadError::OfAnotherSession => lang.notes_of_another_session().to_owned(),
    };
    lang.notes_unread(&safe::path(&unread.path), &why)
}

fn review_fault(lang: Lang, fault: &ReviewFault) -> String {
    match fault {
        ReviewFault::NotUtf8 => lang.json_not_utf8().to_owned(),
        ReviewFault::NotAReview => lang.notes_not_a_review().to_owned(),
        ReviewFault::OtherFormat(format) => lang.notes_other_format(&safe::line(format)),
        ReviewFault::Json(fault) => lang.json_fault(fault),
        ReviewFault::IdTwice(id) => lang.notes_id_twice(id.0),
        ReviewFault::TwoSubjects(id) => lang.notes_two_subjects(id.0),
    }
}
