//! The transcript of a session: all that was said, done and decided, in order.

mod account;
mod counts;
mod head;
mod notes;
mod open;
mod proceedings;
mod signatures;
mod speech;
mod tasks;

use std::iter;

use super::PaperSource;
use super::document::{Block, Document, Entry};
use super::kind::DocumentKind;
use crate::i18n::Lang;
use crate::review::notes::ListedNote;
use crate::session::Session;
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::state::State;
use crate::session::time::Timestamp;

/// The transcript, with what reviewers noted at its end. The same source gives the same blocks.
pub fn transcript<'a>(
    source: PaperSource<'a>,
    notes: &'a [ListedNote],
    lang: Lang,
) -> Document<'a> {
    let paper = Transcript { source, notes, lang };
    let blocks = (paper.head().into_iter())
        .chain(paper.roster())
        .chain(iter::once(Block::Heading(lang.paper_proceedings().to_owned())))
        .chain(paper.proceedings())
        .chain(paper.outcomes())
        .chain(paper.tasks())
        .chain(paper.conclusions())
        .chain(iter::once_with(move || paper.counts()).flatten())
        .chain(iter::once_with(move || paper.open()).flatten())
        .chain(iter::once_with(move || paper.corrections()).flatten())
        .chain(paper.ending());
    Document {
        kind: DocumentKind::Transcript,
        lang,
        id: source.id,
        title: paper.title(),
        blocks: Box::new(blocks),
    }
}

/// A transcript being made.
#[derive(Clone, Copy)]
struct Transcript<'a> {
    source: PaperSource<'a>,
    notes: &'a [ListedNote],
    lang: Lang,
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

    fn names(&self, ids: &[ResponderId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.state().full_name(id)).collect();
        names.join(", ")
    }
}

/// A section that says that it holds nothing when it does.
fn section(
    heading: String,
    entries: impl IntoIterator<Item = Entry>,
    nothing: &str,
) -> impl Iterator<Item = Block> {
    let nothing = Block::Paragraph(nothing.to_owned());
    let mut entries = entries.into_iter().map(Block::Entry).peekable();
    let nothing = entries.peek().is_none().then_some(nothing);
    iter::once(Block::Heading(heading)).chain(entries).chain(nothing)
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
