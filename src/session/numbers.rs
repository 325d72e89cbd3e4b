//! The numbers already given out: none is given twice, even after an undo.

use imbl::OrdSet;

use super::event::Event;
use super::number::{DelegateNo, QuestionNo, TaskNo};
use super::refusal::Refusal;

/// Every number that ever stood in the log, whether its event still stands or not.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    questions: OrdSet<QuestionNo>,
    delegates: OrdSet<DelegateNo>,
    tasks: OrdSet<TaskNo>,
}

impl Numbers {
    pub(super) fn admit(&self, event: &Event) -> Result<(), Refusal> {
        let fresh_question = |number: QuestionNo| match self.questions.contains(&number) {
            true => Err(Refusal::QuestionNumberTaken(number)),
            false => Ok(()),
        };
        match event {
            Event::QuestionAsked(asked) => fresh_question(asked.question),
            Event::QuestionSplit { parts, .. } => {
                parts.iter().try_for_each(|part| fresh_question(part.question))
            }
            Event::DelegateAdded(person) if self.delegates.contains(&person.delegate) => {
                Err(Refusal::DelegateNumberTaken(person.delegate))
            }
            Event::TaskAssigned(task) if self.tasks.contains(&task.task) => {
                Err(Refusal::TaskNumberTaken(task.task))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn give(&mut self, event: &Event) {
        match event {
            Event::QuestionAsked(asked) => {
                self.questions.insert(asked.question);
            }
            Event::QuestionSplit { parts, .. } => {
                self.questions.extend(parts.iter().map(|part| part.question));
            }
            Event::DelegateAdded(person) => {
                self.delegates.insert(person.delegate);
            }
            Event::TaskAssigned(task) => {
                self.tasks.insert(task.task);
            }
            _ => {}
        }
    }

    pub(super) fn highest_question(&self) -> u32 {
        self.questions.get_max().map_or(0, |number| number.0)
    }

    pub(super) fn highest_delegate(&self) -> u32 {
        self.delegates.get_max().map_or(0, |number| number.0)
    }

    pub(super) fn highest_task(&self) -> u32 {
        self.tasks.get_max().map_or(0, |number| number.0)
    }
}
