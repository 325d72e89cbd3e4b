//! Which questions an event names: one match over the kinds of events, shared by the filter and the notes.

use crate::session::event::Event;
use crate::session::number::QuestionNo;

/// Every question the event happens to, is merged into, is split into or is recorded with.
pub(super) fn questions(event: &Event) -> Vec<QuestionNo> {
    match event {
        Event::QuestionMerged(merger) | Event::QuestionUnmerged(merger) => {
            vec![merger.question, merger.into]
        }
        Event::QuestionSplit { question, parts } => {
            [*question].into_iter().chain(parts.iter().map(|part| part.question)).collect()
        }
        Event::ConclusionRecorded(conclusion) => conclusion.questions.clone(),
        Event::TaskAssigned(task) => task.questions.clone(),
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
        | Event::TaskProgressed(_)
        | Event::Undone { .. }
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_)
        | Event::Recovered(_)
        | Event::FailedOver(_)
        | Event::Withheld(_) => Vec::new(),
    }
}
