//! Why a paper was not written, a note not kept, a review not read.

use crate::i18n::Lang;
use crate::review::notes::{Fault, NotTaken};
use crate::text::safe;
use crate::workspace::papers::PaperError;
use crate::workspace::reviews::{NotKept, Unread, WhyUnread};

pub fn paper_error(lang: Lang, error: &PaperError) -> String {
    match error {
        PaperError::Session(path) => lang.cli_output_is_a_session(&safe::path(path)),
        PaperError::Review(path) => lang.output_is_a_review(&safe::path(path)),
        PaperError::NotOurs(path) => lang.cli_output_is_foreign(&safe::path(path)),
        PaperError::Edited(path) => lang.cli_output_is_edited(&safe::path(path)),
        PaperError::Io(path, error) => lang.create_failed(&safe::path(path), &lang.trouble(error)),
    }
}

/// Why a note, or any note, cannot be kept: a sentence, safe to show.
pub fn note_not_kept(lang: Lang, why: &NotKept) -> String {
    let why = match why {
        NotKept::NotTaken(why) => note_not_taken(lang, *why),
        NotKept::Unreadable(unread) => lang.note_file_left_alone(&review_unread(lang, unread)),
        NotKept::Taken(path) => lang.note_file_taken(&safe::path(path)),
        NotKept::ReadOnly(path) => lang.note_file_read_only(&safe::path(path)),
        NotKept::TooMuch { limit } => lang.note_too_much(limit >> 20),
        NotKept::Busy(path) => lang.note_file_busy(&safe::path(path)),
        NotKept::Io(path, error) => lang.note_file_failed(&safe::path(path), &lang.trouble(error)),
    };
    lang.notes_cannot_be_kept(&why)
}

fn note_not_taken(lang: Lang, why: NotTaken) -> String {
    match why {
        NotTaken::Blank => lang.note_blank().to_owned(),
        NotTaken::TooLong { length, limit } => {
            lang.note_too_long(&lang.number(length), &lang.number(limit))
        }
        NotTaken::ChangedElsewhere(id) => lang.note_changed_elsewhere(id.0),
        NotTaken::NoNumberLeft => lang.note_no_number_left().to_owned(),
    }
}

/// Why a review is not shown: starting small and without a stop; safe to show.
pub fn review_unread(lang: Lang, unread: &Unread) -> String {
    let why = match &unread.why {
        WhyUnread::Io(error) => lang.trouble(error),
        WhyUnread::TooLarge { limit } => lang.notes_too_large(limit >> 20),
        WhyUnread::Fault(fault) => review_fault(lang, fault),
        WhyUnread::OfAnotherSession => lang.notes_of_another_session().to_owned(),
    };
    lang.notes_unread(&safe::path(&unread.path), &why)
}

fn review_fault(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::NotUtf8 => lang.json_not_utf8().to_owned(),
        Fault::NotAReview => lang.notes_not_a_review().to_owned(),
        Fault::OtherFormat(format) => lang.notes_other_format(&safe::line(format)),
        Fault::Json { error, line } => lang.json_fault(error, line),
        Fault::IdTwice(id) => lang.notes_id_twice(id.0),
        Fault::TwoSubjects(id) => lang.notes_two_subjects(id.0),
    }
}
