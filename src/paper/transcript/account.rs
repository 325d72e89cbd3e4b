//! Every question, grouped by its outcome.

use super::{Transcript, listed};
use crate::paper::page::{WIDTH, shortened};
use crate::review::stats::Outcome;
use crate::session::number::ResponderId;
use crate::session::payload::{Deferral, Disposal, Quality};
use crate::session::question::{Answer, Question, Status};

/// Cells for "Câu 12" or "Question 12".
const LABELS: usize = 13;

impl Transcript<'_> {
    pub(super) fn outcomes(&mut self) {
        let (lang, state) = (self.lang, self.state());
        let count = lang.number(state.question_count());
        self.page.heading(&lang.paper_outcomes(&count));
        for outcome in Outcome::ALL {
            let of_it: Vec<&Question> =
                state.questions().filter(|it| Outcome::of(it) == outcome).collect();
            if of_it.is_empty() {
                continue;
            }
            self.page.gap();
            self.page.paragraph(0, &format!("{} ({})", lang.outcome(outcome), of_it.len()));
            for question in of_it {
                self.account(question);
            }
        }
        if state.question_count() == 0 {
            self.page.paragraph(0, lang.paper_none());
        }
    }

    fn account(&mut self, question: &Question) {
        let lang = self.lang;
        let words = match &question.status {
            // Its own words are read nowhere else once the other question is the one that is dealt with.
            Status::Merged { .. } => question.text.to_string(),
            _ => shortened(&question.text, WIDTH - 2 - LABELS),
        };
        self.page.entry(2, &lang.question_numbered(question.number), LABELS, &words);
        let part_of = question.part_of.map(|whole| lang.paper_part_of(whole));
        let notes: Vec<String> = part_of.into_iter().chain(self.notes(question)).collect();
        if !notes.is_empty() {
            self.page.entry(2 + LABELS, "→", 2, &notes.join("; "));
        }
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
