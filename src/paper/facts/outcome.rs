//! What has become of a question, in words.

use super::{Paper, listed};
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::payload::{Deferral, Disposal, Quality};
use crate::session::question::{Answer, Question, Status};

impl Paper<'_> {
    /// What has become of a question, part by part.
    pub(in crate::paper) fn became(self, question: &Question) -> Vec<String> {
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
            Status::Merged { into, .. } => notes.push(self.merged_into(*into)),
            Status::Split { parts, .. } => notes.push(lang.paper_parts(&listed(parts))),
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => {
                notes.push(lang.status(&question.status).to_owned());
                notes.push(self.led_by(question.lead()));
            }
        }
        notes
    }

    /// That a question is merged into another, with what became of that one; its own entry tells the rest.
    pub(in crate::paper) fn merged_into(self, target: QuestionNo) -> String {
        let status = self.state().question(target).map(|question| &question.status);
        let became = match status {
            Some(Status::Merged { into, .. }) => self.lang.paper_merged_on(*into),
            Some(status) => self.lang.status(status).to_owned(),
            None => String::new(),
        };
        self.lang.paper_into(target, &became)
    }

    fn answerer(self, answer: &Answer) -> String {
        let (lang, by) = (self.lang, self.state().full_name(&answer.by));
        let by = &lang.speaking_for(by, answer.spoken_by.as_ref());
        let told = match answer.quality {
            Quality::Partial => lang.paper_answer_partly_by(by),
            Quality::Explained => lang.paper_explained_by(by),
            Quality::Full => lang.paper_answer_by(by),
        };
        let told = match self.clock_in_a_sentence(answer.at) {
            Some(clock) => lang.paper_at_clock(&told, &clock),
            None => told,
        };
        if answer.amended.is_some() { lang.paper_with_amendment(&told) } else { told }
    }

    pub(in crate::paper) fn owed(self, question: &Question, deferral: &Deferral) -> String {
        let due = self.lang.due(deferral.due, deferral.due_text.as_deref());
        match deferral.by_responder.as_ref().or(question.lead()) {
            Some(by) => self.lang.paper_owes(self.state().full_name(by), &due),
            None => self.lang.paper_somebody_owes(&due),
        }
    }

    pub(in crate::paper) fn led_by(self, lead: Option<&ResponderId>) -> String {
        match lead {
            Some(lead) => self.lang.leading(self.state().full_name(lead)),
            None => self.lang.no_lead().to_owned(),
        }
    }

    fn disposed(self, disposal: &Disposal) -> Vec<String> {
        let to = disposal.to.as_ref().map(|to| {
            let id = ResponderId(to.clone());
            self.lang.belongs_to(self.state().full_name(&id))
        });
        let level = disposal.level.map(|level| self.lang.authority_level(level).to_owned());
        let why = disposal.why.as_ref().map(|why| self.lang.because(why));
        to.into_iter().chain(level).chain(why).collect()
    }
}
