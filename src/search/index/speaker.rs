//! Whose words they are.

use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};

use super::TextKind;

/// Who said something, or wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    Delegate(DelegateNo),
    /// An asker who gave no name.
    Unnamed,
    Responder(ResponderId),
    /// The hand that wrote the event.
    Hand(String),
}

impl Speaker {
    pub(super) fn of(session: &Session, recorded: &Recorded, field: TextKind) -> Self {
        let hand = || Self::Hand(recorded.by.to_string());
        let responder =
            |by: Option<&ResponderId>| by.map_or_else(hand, |by| Self::Responder(by.clone()));
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
                    _ => hand(),
                }
            }
            (Event::StatementMade(statement), _) => responder(Some(&statement.by_responder)),
            (Event::TaskAssigned(task), _) => responder(task.by_responder.as_ref()),
            (Event::QuestionDeferred(deferral), _) => responder(deferral.by_responder.as_ref()),
            _ => hand(),
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
