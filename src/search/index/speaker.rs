//! Who said what an event holds.

use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};

use super::texts::SaidBy;

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
    /// Who said a text of an event.
    pub(super) fn of(session: &Session, recorded: &Recorded, by: SaidBy) -> Self {
        match by {
            SaidBy::Recorder => Self::Recorder(recorded.by.to_string()),
            SaidBy::Delegate(number) => Self::Delegate(number),
            SaidBy::Unnamed => Self::Unnamed,
            SaidBy::Responder(id) => Self::Responder(id.clone()),
            SaidBy::Asker(question) => asker(session, question),
            SaidBy::Answerer(answer) => match session.event(answer).map(|given| &given.event) {
                Some(Event::AnswerGiven(given)) => Self::Responder(given.by_responder.clone()),
                _ => Self::Recorder(recorded.by.to_string()),
            },
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
