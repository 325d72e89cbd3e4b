//! The numbers already given out: none is given twice, even after an undo.

use imbl::OrdSet;

use super::event::{Event, Numbered};
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
        match event.numbered() {
            Numbered::Question(number) => fresh_question(number),
            Numbered::Parts(parts) => {
                parts.iter().try_for_each(|part| fresh_question(part.question))
            }
            Numbered::Delegate(number) if self.delegates.contains(&number) => {
                Err(Refusal::DelegateNumberTaken(number))
            }
            Numbered::Task(number) if self.tasks.contains(&number) => {
                Err(Refusal::TaskNumberTaken(number))
            }
            Numbered::Delegate(_) | Numbered::Task(_) | Numbered::Nothing => Ok(()),
        }
    }

    pub(super) fn give(&mut self, event: &Event) {
        match event.numbered() {
            Numbered::Question(number) => {
                self.questions.insert(number);
            }
            Numbered::Parts(parts) => {
                self.questions.extend(parts.iter().map(|part| part.question));
            }
            Numbered::Delegate(number) => {
                self.delegates.insert(number);
            }
            Numbered::Task(number) => {
                self.tasks.insert(number);
            }
            Numbered::Nothing => {}
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
