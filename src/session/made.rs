//! What events brought about by number, and which later events name it.

use super::event::{Event, Numbered, Recorded};
use super::number::{DelegateNo, QuestionNo, TaskNo};
use super::refusal::Refusal;
use super::state::State;

/// Questions, delegates and tasks that some events brought about.
#[derive(Debug, Default)]
pub(super) struct Made {
    questions: Vec<QuestionNo>,
    delegates: Vec<DelegateNo>,
    tasks: Vec<TaskNo>,
}

impl Made {
    pub(super) fn by<'a>(events: impl Iterator<Item = &'a Recorded>) -> Self {
        let mut made = Self::default();
        for recorded in events {
            match recorded.event.numbered() {
                Numbered::Question(number) => made.questions.push(number),
                Numbered::Parts(parts) => {
                    made.questions.extend(parts.iter().map(|part| part.question));
                }
                Numbered::Delegate(number) => made.delegates.push(number),
                Numbered::Task(number) => made.tasks.push(number),
                Numbered::Nothing => {}
            }
        }
        made
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.questions.is_empty() && self.delegates.is_empty() && self.tasks.is_empty()
    }

    /// Why `event` could not happen without it, in the order in which [`State::admit_here`] looks.
    pub(super) fn missed_by(&self, event: &Event, state: &State) -> Option<Refusal> {
        match event {
            Event::QuestionAsked(asked) => {
                let delegate = asked.delegate.and_then(|number| self.delegate(number, state));
                delegate.or_else(|| asked.follows.and_then(|first| self.question(first)))
            }
            Event::AskerNamed(naming) => self
                .question(naming.question)
                .or_else(|| naming.delegate.and_then(|number| self.delegate(number, state))),
            Event::DelegateCorrected(person) => self.delegate(person.delegate, state),
            Event::QuestionMoved(moved) => self
                .question(moved.question)
                .or_else(|| moved.before.and_then(|before| self.question(before))),
            Event::QuestionMerged(merger) => {
                self.question(merger.question).or_else(|| self.question(merger.into))
            }
            Event::ConclusionRecorded(conclusion) => {
                conclusion.questions.iter().find_map(|number| self.question(*number))
            }
            Event::TaskAssigned(task) => {
                task.questions.iter().find_map(|number| self.question(*number))
            }
            Event::ConclusionCorrected(correction) => {
                correction.questions.iter().flatten().find_map(|number| self.question(*number))
            }
            Event::TaskCorrected(correction) => {
                let task = self.tasks.contains(&correction.task);
                task.then_some(Refusal::NoSuchTask(correction.task)).or_else(|| {
                    correction.questions.iter().flatten().find_map(|number| self.question(*number))
                })
            }
            Event::TaskProgressed(news) => {
                self.tasks.contains(&news.task).then_some(Refusal::NoSuchTask(news.task))
            }
            Event::QuestionReclassified(_)
            | Event::QuestionRouted(_)
            | Event::QuestionEdited(_)
            | Event::QuestionCalled(_)
            | Event::AnswerStarted { .. }
            | Event::AnswerGiven(_)
            | Event::AnswerAmended(_)
            | Event::QuestionDeferred(_)
            | Event::QuestionReferred(_)
            | Event::QuestionDeclined(_)
            | Event::QuestionWithdrawn(_)
            | Event::QuestionUnmerged(_)
            | Event::QuestionSplit { .. } => {
                event.question().and_then(|number| self.question(number))
            }
            Event::Opened(_)
            | Event::SessionCorrected(_)
            | Event::ResponderAdded { .. }
            | Event::ResponderCorrected(_)
            | Event::DelegateAdded(_)
            | Event::StatementMade(_)
            | Event::StatementCorrected(_)
            | Event::Undone { .. }
            | Event::Paused(_)
            | Event::Resumed(_)
            | Event::Closed(_)
            | Event::Reopened(_)
            | Event::Recovered(_)
            | Event::FailedOver(_)
            | Event::Withheld(_) => None,
        }
    }

    fn question(&self, number: QuestionNo) -> Option<Refusal> {
        self.questions.contains(&number).then_some(Refusal::NoSuchQuestion(number))
    }

    /// Where lines are withheld, a delegate who is not known may be one of those.
    fn delegate(&self, number: DelegateNo, state: &State) -> Option<Refusal> {
        let is_missed = self.delegates.contains(&number) && !state.withholds();
        is_missed.then_some(Refusal::NoSuchDelegate(number))
    }
}
