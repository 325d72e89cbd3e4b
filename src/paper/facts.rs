//! A session as papers tell of it: what its times, names, outcomes and tasks are called.

mod outcome;
mod task;

use std::iter;

use super::PaperSource;
use super::document::{Block, Document, Entry, Marker};
use super::kind::DocumentKind;
use crate::i18n::Lang;
use crate::session::Session;
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};
use crate::session::state::{Phase, State};
use crate::session::time::Timestamp;

pub(super) use task::Charge;

/// A paper being made in a language.
#[derive(Clone, Copy)]
pub(super) struct Paper<'a> {
    pub(super) source: PaperSource<'a>,
    pub(super) lang: Lang,
}

impl<'a> Paper<'a> {
    pub(super) fn session(self) -> &'a Session {
        self.source.session
    }

    pub(super) fn state(self) -> &'a State {
        self.source.session.state()
    }

    /// What the dialogue is called.
    pub(super) fn title(self) -> String {
        let title = self.state().opening().map(|opening| opening.title.clone());
        title.unwrap_or_else(|| self.lang.paper_no_title().to_owned())
    }

    /// What the session was rebuilt from, when nobody recorded it live. Its times are then nominal and
    /// must not be printed.
    pub(super) fn rebuilt_from(self) -> Option<&'a str> {
        self.state().opening().and_then(|opening| opening.source.as_deref())
    }

    /// The time of day as it stands in a sentence, where one was recorded.
    pub(super) fn clock_in_a_sentence(self, at: Timestamp) -> Option<String> {
        self.rebuilt_from().is_none().then(|| self.lang.clock_in_a_sentence(at))
    }

    /// The time and the day as they stand in a sentence.
    pub(super) fn moment(self, at: Timestamp) -> String {
        let lang = self.lang;
        lang.clock_and_day(&lang.clock_in_a_sentence(at), &lang.day_in_a_sentence(at.date()))
    }

    pub(super) fn closed_at(self) -> Option<Timestamp> {
        match self.state().phase() {
            Phase::Closed { at } => Some(at),
            Phase::NotOpened | Phase::Running | Phase::Paused { .. } => None,
        }
    }

    /// Printed at both ends of a paper, so that an incomplete one is recognised by either.
    pub(super) fn incomplete(self) -> Option<Block> {
        if self.state().is_closed() {
            return None;
        }
        let marked = self.lang.paper_in_progress();
        let until = self.session().last_at().and_then(|at| self.clock_in_a_sentence(at));
        Some(Block::Mark(match until {
            Some(clock) => self.lang.paper_so_far(marked, &clock),
            None => marked.to_owned(),
        }))
    }

    /// What a reader must know first: its source, and damage of the record.
    pub(super) fn provenance(self) -> impl Iterator<Item = Block> {
        let rebuilt = self.rebuilt_from().map(|source| self.lang.paper_rebuilt(source));
        let damaged = self.source.damage.map(|damage| self.lang.paper_damaged(damage));
        rebuilt.into_iter().chain(damaged).map(|words| Block::Notice(sentence(&words)))
    }

    /// Locks the record on which the paper is based.
    pub(super) fn fingerprint(self) -> [Block; 2] {
        let events = usize::try_from(self.session().last_seq().0).unwrap_or(usize::MAX);
        let code = self.source.fingerprint.to_owned();
        let meaning = self.lang.paper_locked(&self.lang.number(events));
        [
            Block::Heading(self.lang.paper_fingerprint().to_owned()),
            Block::Fingerprint { code, meaning },
        ]
    }

    /// What kind of paper it is, of which dialogue, and what a reader must know first.
    pub(super) fn head(self, kind: &str) -> impl Iterator<Item = Block> {
        let number = self.state().opening().and_then(|opening| opening.number);
        let number = number.map(|number| self.lang.paper_nth_time(number));
        let subject = iter::once(self.title()).chain(number).collect();
        [Block::Title(kind.to_owned()), Block::Subject(subject)]
            .into_iter()
            .chain(self.incomplete())
            .chain(self.provenance())
    }

    /// The document of these blocks.
    pub(super) fn document(
        self,
        kind: DocumentKind,
        blocks: impl Iterator<Item = Block> + 'a,
    ) -> Document<'a> {
        Document {
            kind,
            lang: self.lang,
            id: self.source.id,
            title: self.title(),
            as_of: self.session().last_at(),
            blocks: Box::new(blocks.chain(iter::once_with(move || self.withheld()).flatten())),
        }
    }

    /// How much is withheld in a public edition, and why; it ends every document.
    fn withheld(self) -> Vec<Block> {
        let lang = self.lang;
        let Some(counts) = self.source.withheld else { return Vec::new() };
        let why = if counts.is_empty() { lang.public_nothing() } else { lang.public_why() };
        let head =
            [Block::Heading(lang.public_title().to_owned()), Block::Paragraph(why.to_owned())];
        let rows = counts.iter().map(|withheld| {
            let count = lang.number(withheld.count);
            let told = lang.public_count(withheld.kind.name(lang), &count);
            Block::Entry(Entry::new(Marker::Dash, told))
        });
        head.into_iter().chain(rows).collect()
    }

    pub(super) fn names(self, ids: &[ResponderId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.state().full_name(id)).collect();
        names.join(", ")
    }

    /// Who asked, with unit and seat.
    pub(super) fn asker(self, delegate: Option<DelegateNo>) -> String {
        let person = delegate.and_then(|number| self.state().delegate(number));
        let unnamed = match self.rebuilt_from() {
            Some(_) => self.lang.paper_asker_unreported(),
            None => self.lang.paper_asker_unnamed(),
        };
        match (person, delegate) {
            (Some(person), _) => self.lang.person(person),
            (None, Some(number)) if self.state().withholds() => self.lang.delegate_withheld(number),
            (None, _) => unnamed.to_owned(),
        }
    }
}

/// "câu 3", "câu 1, 2".
pub(super) fn about(lang: Lang, questions: &[QuestionNo]) -> String {
    match questions {
        [one] => lang.question_no(*one),
        _ => lang.paper_about_questions(&listed(questions)),
    }
}

/// "a, b, c".
pub(super) fn listed(numbers: &[impl ToString]) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.join(", ")
}

/// With a capital at its beginning.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.trim().chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// With a capital at its beginning and a stop at its end, unless it has one.
pub(super) fn sentence(words: &str) -> String {
    let mut sentence = capital(words);
    if !sentence.ends_with(['.', '!', '?', '…', ':']) {
        sentence.push('.');
    }
    sentence
}
