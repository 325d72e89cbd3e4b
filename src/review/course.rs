//! What an event does to the course of a session: one match over the kinds of events, shared by the
//! timeline and the statistics.

use crate::session::event::{Asked, Event, Given};
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::outcome::Outcome;
use crate::session::payload::{Merger, Part, Routing};

/// One step of a session, as far as questions, turns on the floor and pauses go.
#[derive(Clone, Copy, Debug)]
pub(super) enum CourseStep<'a> {
    /// Time counts from here: the session is opened or resumed.
    Running,
    Reopened,
    Paused,
    Closed,
    Asked(&'a Asked),
    Split {
        question: QuestionNo,
        parts: &'a [Part],
    },
    Routed(&'a Routing),
    Called(QuestionNo),
    AnswerStarted {
        question: QuestionNo,
        by: &'a ResponderId,
    },
    Answered(&'a Given),
    /// It has an outcome other than an answer.
    Settled(QuestionNo, Outcome),
    Merged(Merger),
    Unmerged(Merger),
    /// A text or a person's details were put right.
    Corrected,
    /// Nothing of this changes.
    None,
}

impl<'a> CourseStep<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        match event {
            Event::Opened(_) | Event::Resumed(_) => Self::Running,
            Event::Reopened(_) => Self::Reopened,
            Event::Paused(_) => Self::Paused,
            Event::Closed(_) => Self::Closed,
            Event::QuestionAsked(asked) => Self::Asked(asked),
            Event::QuestionSplit { question, parts } => Self::Split { question: *question, parts },
            Event::QuestionRouted(routing) => Self::Routed(routing),
            Event::QuestionCalled(on) => Self::Called(on.question),
            Event::AnswerStarted { question, by_responder } => {
                Self::AnswerStarted { question: *question, by: by_responder }
            }
            Event::AnswerGiven(given) => Self::Answered(given),
            Event::QuestionDeferred(it) => Self::Settled(it.question, Outcome::Deferred),
            Event::QuestionReferred(it) => Self::Settled(it.question, Outcome::Referred),
            Event::QuestionDeclined(it) => Self::Settled(it.question, Outcome::Declined),
            Event::QuestionWithdrawn(it) => Self::Settled(it.question, Outcome::Withdrawn),
            Event::QuestionMerged(merger) => Self::Merged(*merger),
            Event::QuestionUnmerged(merger) => Self::Unmerged(*merger),
            Event::SessionCorrected(_)
            | Event::ResponderCorrected(_)
            | Event::AskerNamed(_)
            | Event::QuestionReclassified(_)
            | Event::QuestionEdited(_)
            | Event::AnswerAmended(_)
            | Event::StatementCorrected(_)
            | Event::ConclusionCorrected(_)
            | Event::TaskCorrected(_)
            | Event::DelegateCorrected(_) => Self::Corrected,
            Event::ResponderAdded { .. }
            | Event::DelegateAdded(_)
            | Event::QuestionMoved(_)
            | Event::StatementMade(_)
            | Event::ConclusionRecorded(_)
            | Event::TaskAssigned(_)
            | Event::TaskProgressed(_)
            | Event::Undone { .. }
            | Event::Recovered(_)
            | Event::FailedOver(_)
            | Event::Withheld(_) => Self::None,
        }
    }
}
