//! The transcript of a session, as a page of text.

mod account;
mod counts;
mod head;
mod notes;
mod open;
mod proceedings;
mod signatures;
mod speech;
mod tasks;

use super::PaperSource;
use super::page::TextPage;
use crate::i18n::Lang;
use crate::review::notes::ListedNote;
use crate::session::Session;
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::state::State;
use crate::session::time::Timestamp;

/// The transcript as plain text, at most 80 cells wide. The same source gives the same bytes.
pub fn transcript(source: &PaperSource, lang: Lang) -> String {
    transcript_with_notes(source, &[], lang)
}

/// The same, with what reviewers noted at its end; without a note the bytes are the same, too.
pub fn transcript_with_notes(source: &PaperSource, notes: &[ListedNote], lang: Lang) -> String {
    let mut paper = Transcript { source, notes, lang, page: TextPage::default() };
    paper.head();
    paper.roster();
    paper.proceedings();
    paper.outcomes();
    paper.tasks();
    paper.conclusions();
    paper.counts();
    paper.open();
    paper.corrections();
    paper.fingerprint();
    paper.signatures();
    paper.reviewers_notes();
    paper.foot();
    paper.page.finished()
}

/// A transcript being written.
struct Transcript<'a> {
    source: &'a PaperSource<'a>,
    notes: &'a [ListedNote],
    lang: Lang,
    page: TextPage,
}

impl<'a> Transcript<'a> {
    fn session(&self) -> &'a Session {
        self.source.session
    }

    fn state(&self) -> &'a State {
        self.source.session.state()
    }

    /// What the session was rebuilt from, when nobody recorded it live. Its times are then nominal and
    /// must not be printed.
    fn rebuilt_from(&self) -> Option<&'a str> {
        self.state().opening().and_then(|opening| opening.source.as_deref())
    }

    /// The time of day as it stands in a sentence, where one was recorded.
    fn clock_in_a_sentence(&self, at: Timestamp) -> Option<String> {
        self.rebuilt_from().is_none().then(|| self.lang.clock_in_a_sentence(at))
    }

    /// The time and the day as they stand in a sentence.
    fn moment(&self, at: Timestamp) -> String {
        let lang = self.lang;
        lang.clock_and_day(&lang.clock_in_a_sentence(at), &lang.day_in_a_sentence(at.date()))
    }

    /// The time of day, where one was recorded.
    fn clock(&self, at: Timestamp) -> Option<String> {
        self.rebuilt_from().is_none().then(|| self.lang.clock(at))
    }

    /// Cells to the left of the proceedings: those of the clock, or of a dash.
    fn margin(&self) -> usize {
        if self.rebuilt_from().is_some() { 4 } else { 7 }
    }

    /// Cells to the left of speech.
    fn body(&self) -> usize {
        self.margin() + 2
    }

    fn names(&self, ids: &[ResponderId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.state().full_name(id)).collect();
        names.join(", ")
    }
}

/// "câu 3", "câu 1, 2".
fn about(lang: Lang, questions: &[QuestionNo]) -> String {
    match questions {
        [one] => lang.question_no(*one),
        _ => lang.paper_about_questions(&listed(questions)),
    }
}

/// "a, b, c".
fn listed(numbers: &[impl ToString]) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.join(", ")
}

#[cfg(test)]
mod tests;
