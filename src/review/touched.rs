//! What an event names: one match over the kinds of events, shared by the filter and the notes.

use crate::session::event::Event;
use crate::session::number::{QuestionNo, TaskNo};

/// What an event happens to.
#[derive(Default)]
pub(super) struct Touched {
    /// Every question it happens to, is merged into, is split into or is recorded with.
    pub(super) questions: Vec<QuestionNo>,
    pub(super) task: Option<TaskNo>,
}

pub(super) fn touched(event: &Event) -> Touched {
    let questions = match event {
        Event::QuestionMerged(merger) | Event::QuestionUnmerged(merger) => {
            vec![merger.question, merger.into]
        }
        Event::QuestionSplit { question, parts } => {
            [*question].into_iter().chain(parts.iter().map(|part| part.question)).collect()
        }
        Event::ConclusionRecorded(conclusion) => conclusion.questions.clone(),
        Event::TaskAssigned(assigned) => {
            let task = Some(assigned.task);
            return Touched { questions: assigned.questions.clone(), task };
        }
        Event::TaskProgressed(news) => {
            return Touched { task: Some(news.task), ..Touched::default() };
        }
        Event::QuestionAsked(_)
        | Event::QuestionRouted(_)
        | Event::QuestionEdited(_)
        | Event::QuestionMoved(_)
        | Event::QuestionCalled(_)
        | Event::AnswerStarted { .. }
        | Event::AnswerGiven(_)
        | Event::AnswerAmended(_)
        | Event::QuestionDeferred(_)
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_) => event.question().into_iter().collect(),
        Event::Opened(_)
        | Event::ResponderAdded { .. }
        | Event::DelegateAdded(_)
        | Event::DelegateCorrected(_)
        | Event::StatementMade(_)
        | Event::Undone { .. }
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_)
        | Event::Recovered(_)
        | Event::FailedOver(_)
        | Event::Withheld(_) => Vec::new(),
    };
    Touched { questions, task: None }
}
