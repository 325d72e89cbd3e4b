//! Every question, grouped by its outcome.

use std::iter;

use super::{Transcript, listed};
use crate::paper::document::{Block, Detail, Entry, Marker};
use crate::paper::page::{WIDTH, shortened};
use crate::review::stats::Outcome;
use crate::session::number::ResponderId;
use crate::session::payload::{Deferral, Disposal, Quality};
use crate::session::question::{Answer, Question, Status};

/// Cells for "Câu 12" or "Question 12".
const LABELS: usize = 13;

impl<'a> Transcript<'a> {
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
        let notes: Vec<String> = part_of.into_iter().chain(self.notes(question)).collect();
        entry.with((!notes.is_empty()).then(|| Detail::Outcome(notes.join("; "))))
    }

    fn notes(&self, question: &Question) -> Vec<String> {
        let lang = self.lang;
        let mut notes: Vec<String> = question.answers.iter().map(|it| self.answerer(it)).collect();
        match &question.status {
            Status::Answered => {}
            Status::Deferred(deferral) => {
                notes.push(self.owed(question, deferral));
                notes.extend(deferral.why.as_ref().map(|why| lang.because(why)));
            }
            Status::Referred(disposal)
            | Status::Declined { disposal, .. }
            | Status::Withdrawn { disposal, .. } => notes.extend(self.disposed(disposal)),
            Status::Merged { into, .. } => {
                let other = self.state().question(*into).map_or("", |it| lang.status(&it.status));
                notes.push(lang.paper_into(*into, other));
            }
            Status::Split { parts, .. } => notes.push(lang.paper_parts(&listed(parts))),
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => {
                notes.push(lang.status(&question.status).to_owned());
                notes.push(self.led_by(question.lead()));
            }
        }
        notes
    }

    fn answerer(&self, answer: &Answer) -> String {
        let (lang, by) = (self.lang, self.state().full_name(&answer.by));
        let told = match answer.quality {
            Quality::Partial => lang.paper_answer_partly_by(by),
            Quality::Full => lang.paper_answer_by(by),
        };
        let told = match self.clock_in_a_sentence(answer.at) {
            Some(clock) => lang.paper_at_clock(&told, &clock),
            None => told,
        };
        if answer.amended.is_some() { lang.paper_with_amendment(&told) } else { told }
    }

    pub(super) fn owed(&self, question: &Question, deferral: &Deferral) -> String {
        let due = self.lang.due(deferral.due, deferral.due_text.as_deref());
        match deferral.by_responder.as_ref().or(question.lead()) {
            Some(by) => self.lang.paper_owes(self.state().full_name(by), &due),
            None => self.lang.paper_somebody_owes(&due),
        }
    }

    pub(super) fn led_by(&self, lead: Option<&ResponderId>) -> String {
        match lead {
            Some(lead) => self.lang.leading(self.state().full_name(lead)),
            None => self.lang.no_lead().to_owned(),
        }
    }

    fn disposed(&self, disposal: &Disposal) -> Vec<String> {
        let to = disposal.to.as_ref().map(|to| {
            let id = ResponderId(to.clone());
            self.lang.belongs_to(self.state().full_name(&id))
        });
        let why = self.lang.because(&disposal.why);
        to.into_iter().chain([why]).collect()
    }
}
