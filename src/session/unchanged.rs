//! Whether an event would leave everything as it is. Such an event is read, and no longer recorded.

use super::event::Event;
use super::payload::{Move, Progression, Routing};
use super::question::{Question, Status};
use super::state::State;

impl State {
    /// Whether the event, which may happen now, would change nothing.
    pub(super) fn is_unchanged_by(&self, event: &Event) -> bool {
        let question = event.question().and_then(|number| self.question(number));
        match event {
            Event::SessionCorrected(correction) => {
                let opening = self.opening().cloned();
                opening.is_some_and(|was| is_kept(&was, |now| correction.apply(now)))
            }
            Event::ResponderCorrected(correction) => {
                let revision = &correction.responder;
                let responder = self.responder(&revision.id);
                responder.is_some_and(|was| is_kept(was, |now| revision.apply(now)))
            }
            Event::DelegateCorrected(person) => self.delegate(person.delegate).is_some_and(|was| {
                was.name == person.name && was.unit == person.unit && was.seat == person.seat
            }),
            Event::AskerNamed(naming) => question.is_some_and(|it| it.delegate == naming.delegate),
            Event::QuestionReclassified(it) => {
                question.is_some_and(|was| is_kept(was, |now| it.apply(now)))
            }
            Event::QuestionRouted(routing) => question.is_some_and(|it| is_routed(it, routing)),
            Event::QuestionEdited(edit) => question.is_some_and(|it| it.text == edit.text),
            Event::QuestionMoved(moved) => self.is_in_place(*moved),
            Event::AnswerAmended(amendment) => {
                let answer = question.and_then(|it| it.answer(amendment.answer));
                answer.is_some_and(|was| is_kept(was, |now| amendment.apply(now)))
            }
            Event::QuestionDeferred(deferral) => {
                question.is_some_and(|it| it.status == Status::Deferred(deferral.clone()))
            }
            Event::QuestionReferred(disposal) => {
                question.is_some_and(|it| it.status == Status::Referred(disposal.clone()))
            }
            Event::StatementCorrected(correction) => {
                let statement = self.statement(correction.statement);
                statement.is_some_and(|was| is_kept(was, |now| correction.apply(now)))
            }
            Event::ConclusionCorrected(correction) => {
                let conclusion = self.conclusion(correction.conclusion);
                conclusion.is_some_and(|was| is_kept(was, |now| correction.apply(now)))
            }
            Event::TaskCorrected(correction) => {
                let task = self.task(correction.task);
                task.is_some_and(|was| is_kept(was, |now| correction.apply(now)))
            }
            Event::TaskProgressed(news) => self.has_progressed(news),
            Event::Opened(_)
            | Event::ResponderAdded { .. }
            | Event::DelegateAdded(_)
            | Event::QuestionAsked(_)
            | Event::QuestionCalled(_)
            | Event::AnswerStarted { .. }
            | Event::AnswerGiven(_)
            | Event::QuestionDeclined(_)
            | Event::QuestionWithdrawn(_)
            | Event::QuestionMerged(_)
            | Event::QuestionUnmerged(_)
            | Event::QuestionSplit { .. }
            | Event::StatementMade(_)
            | Event::ConclusionRecorded(_)
            | Event::TaskAssigned(_)
            | Event::Undone { .. }
            | Event::Paused(_)
            | Event::Resumed(_)
            | Event::Closed(_)
            | Event::Reopened(_)
            | Event::Recovered(_)
            | Event::FailedOver(_)
            | Event::Withheld(_) => false,
        }
    }

    /// Whether the question stands already where it is to be put.
    fn is_in_place(&self, moved: Move) -> bool {
        let next = self.queue().next_sibling(moved.question);
        next == moved.before.map(|before| self.landing(moved.question, before))
    }

    fn has_progressed(&self, news: &Progression) -> bool {
        let says_nothing_else =
            |given: &Option<String>, known: &Option<String>| given.is_none() || given == known;
        self.task(news.task).is_some_and(|task| {
            task.progress == news.progress
                && says_nothing_else(&news.text, &task.remark)
                && says_nothing_else(&news.document, &task.document)
                && says_nothing_else(&news.link, &task.link)
                && task.reviewed_by == news.reviewed_by
        })
    }
}

fn is_routed(question: &Question, routing: &Routing) -> bool {
    question.lead() == Some(&routing.lead) && question.support() == routing.support
}

/// Whether a thing is as it was after the change.
fn is_kept<T: Clone + PartialEq>(was: &T, change: impl FnOnce(&mut T)) -> bool {
    let mut now = was.clone();
    change(&mut now);
    now == *was
}
