//! Who said what an event holds.

use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};

use super::TextKind;

/// Who said a text, or recorded it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    Delegate(DelegateNo),
    /// An asker who gave no name.
    Unnamed,
    Responder(ResponderId),
    /// The name stored with the event.
    Recorder(String),
}

impl Speaker {
    pub(super) fn of(session: &Session, recorded: &Recorded, field: TextKind) -> Self {
        let by_recorder = || Self::Recorder(recorded.by.to_string());
        let responder = |by: Option<&ResponderId>| {
            by.map_or_else(by_recorder, |by| Self::Responder(by.clone()))
        };
        match (&recorded.event, field) {
            (Event::DelegateAdded(person) | Event::DelegateCorrected(person), _) => {
                Self::Delegate(person.delegate)
            }
            (Event::QuestionAsked(asked), _) => {
                asked.delegate.map_or(Self::Unnamed, Self::Delegate)
            }
            (Event::QuestionSplit { question, .. }, _) => asker(session, *question),
            (Event::AnswerGiven(given), _) => responder(Some(&given.by_responder)),
            (Event::AnswerAmended(amendment), TextKind::Amendment) => {
                let answer = session.event(amendment.answer).map(|answer| &answer.event);
                match answer {
                    Some(Event::AnswerGiven(given)) => responder(Some(&given.by_responder)),
                    _ => by_recorder(),
                }
            }
            (Event::StatementMade(statement), _) => responder(Some(&statement.by_responder)),
            (Event::TaskAssigned(task), _) => responder(task.by_responder.as_ref()),
            (Event::QuestionDeferred(deferral), _) => responder(deferral.by_responder.as_ref()),
            (
                Event::Opened(_)
                | Event::ResponderAdded { .. }
                | Event::QuestionRouted(_)
                | Event::QuestionEdited(_)
                | Event::QuestionMoved(_)
                | Event::QuestionCalled(_)
                | Event::AnswerStarted { .. }
                | Event::AnswerAmended(_)
                | Event::QuestionReferred(_)
                | Event::QuestionDeclined(_)
                | Event::QuestionWithdrawn(_)
                | Event::QuestionMerged(_)
                | Event::QuestionUnmerged(_)
                | Event::ConclusionRecorded(_)
                | Event::TaskProgressed(_)
                | Event::Undone { .. }
                | Event::Paused(_)
                | Event::Resumed(_)
                | Event::Closed(_)
                | Event::Reopened(_)
                | Event::Recovered(_)
                | Event::FailedOver(_)
                | Event::Withheld(_),
                _,
            ) => by_recorder(),
        }
    }
}

fn asker(session: &Session, number: QuestionNo) -> Speaker {
    let delegate = session.state().question(number).and_then(|question| question.delegate);
    delegate.map_or(Speaker::Unnamed, Speaker::Delegate)
}

/// The question an event is about; an undo is about that of the event it takes back.
pub(super) fn question(session: &Session, recorded: &Recorded) -> Option<QuestionNo> {
    let mut event = &recorded.event;
    while let Event::Undone { undoes, .. } = event {
        event = &session.event(*undoes)?.event;
    }
    event.question()
}
