//! A reviewer's notes: where one is pinned, what flags it, what was done to it.

use crate::i18n::Lang;
use crate::review::notes::{About, Deed, Flag, Listed};
use crate::session::number::Seq;

/// Where a note is pinned, as people speak of it: "8:42, sự kiện 63, câu 17".
pub fn note_place(lang: Lang, listed: &Listed) -> String {
    let mut place: Vec<String> = listed.at.map(|at| lang.clock(at)).into_iter().collect();
    place.push(match listed.note.pin.at.events {
        0 => lang.note_before_all().to_owned(),
        events => lang.event_numbered(Seq(events)),
    });
    place.extend(note_about(lang, listed.note.about));
    place.join(", ")
}

/// "câu 17"; nothing for a note of the moment alone.
pub fn note_about(lang: Lang, about: About) -> Option<String> {
    match about {
        About::Moment => None,
        About::Question(number) => Some(lang.paper_about_question(number)),
        About::Task(number) => Some(lang.note_on_task(number)),
    }
}

/// A flag in words, starting small and without a stop.
pub fn note_flag(lang: Lang, flag: Flag) -> String {
    let about = |about| note_about(lang, about).unwrap_or_default();
    match flag {
        Flag::MomentGone { events } => lang.flag_moment_gone(events),
        Flag::Rewritten => lang.flag_rewritten().to_owned(),
        Flag::Shortened { events } => lang.flag_shortened(events),
        Flag::RewrittenLater => lang.flag_rewritten_later().to_owned(),
        Flag::NoSubject(subject) => lang.flag_no_subject(&about(subject)),
        Flag::Undone { by } => lang.flag_undone(by),
        Flag::WentOn { about: subject, count, last } => {
            lang.flag_went_on(&about(subject), count, last)
        }
        Flag::Grown { by } => lang.flag_grown(by),
    }
}

/// What was done to a note, as a sentence.
pub fn note_deed(lang: Lang, deed: Deed) -> String {
    match deed {
        Deed::Added(id) => lang.note_added(id.0),
        Deed::Edited(id) => lang.note_edited(id.0),
        Deed::Unchanged(_) => lang.note_unchanged().to_owned(),
        Deed::KeptBeside(id) => lang.note_kept_beside(id.0),
        Deed::Removed(id) => lang.note_removed(id.0),
        Deed::GoneAlready(id) => lang.note_gone_already(id.0),
    }
}
