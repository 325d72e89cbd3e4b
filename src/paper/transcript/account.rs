//! Every question, grouped by its outcome.

use std::iter;

use crate::paper::document::{Block, Detail, Entry, Marker};
use crate::paper::facts::Paper;
use crate::paper::page::{WIDTH, shortened};
use crate::review::stats::Outcome;
use crate::session::question::{Question, Status};

/// Cells for "Câu 12" or "Question 12".
const LABELS: usize = 13;

impl<'a> Paper<'a> {
    pub(super) fn outcomes(self) -> impl Iterator<Item = Block> + 'a {
        let (lang, state) = (self.lang, self.state());
        let count = lang.number(state.question_count());
        let none =
            (state.question_count() == 0).then(|| Block::Paragraph(lang.paper_none().to_owned()));
        iter::once(Block::Heading(lang.paper_outcomes(&count)))
            .chain(Outcome::ALL.into_iter().flat_map(move |outcome| self.with_outcome(outcome)))
            .chain(none)
    }

    fn with_outcome(self, outcome: Outcome) -> impl Iterator<Item = Block> + 'a {
        let of_it = move || self.state().questions().filter(move |it| Outcome::of(it) == outcome);
        let heading = match of_it().count() {
            0 => None,
            count => Some(Block::Subheading(format!("{} ({count})", self.lang.outcome(outcome)))),
        };
        let accounts = of_it().map(move |question| Block::Entry(self.account(question)));
        heading.into_iter().chain(accounts)
    }

    fn account(self, question: &Question) -> Entry {
        let lang = self.lang;
        let words = match &question.status {
            // Its own words are read nowhere else once the other question is the one that is dealt with.
            Status::Merged { .. } => question.text.to_string(),
            _ => shortened(&question.text, WIDTH - 2 - LABELS),
        };
        let label = lang.question_numbered(question.number);
        let entry = Entry::new(Marker::Label { label, cells: LABELS }, words);
        let part_of = question.part_of.map(|whole| lang.paper_part_of(whole));
        let notes: Vec<String> = part_of.into_iter().chain(self.became(question)).collect();
        entry.with((!notes.is_empty()).then(|| Detail::Outcome(notes.join("; "))))
    }
}
