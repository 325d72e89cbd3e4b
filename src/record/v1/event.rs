//! Each kind of event with the name that the file writes, and the line it stands in.

use serde::{Deserialize, Serialize};

use super::TextV1;
use super::convert::{FromWire, ToWire, both_ways};
use super::correction::{
    AmendmentV1, AskerNamingV1, ConclusionCorrectionV1, ReclassificationV1, ResponderCorrectionV1,
    SessionCorrectionV1, StatementCorrectionV1, TaskCorrectionV1,
};
use super::payload::{
    AnswerStartedV1, AskedV1, AssignedV1, ConclusionV1, DeferralV1, DisposalV1, EditV1, FailoverV1,
    GivenV1, MergerV1, MoveV1, OnV1, OpeningV1, PersonV1, ProgressionV1, ReasonV1, RecoveryV1,
    ResponderAddedV1, RoutingV1, SplitV1, StatementV1, UndoneV1,
};
use crate::session::batch::BatchSpan;
use crate::session::event::{Envelope, Event, Recorded};
use crate::text::json::fault::{JsonFault, JsonProblem};
use crate::text::json::shape::{Shape, shape_of};
use crate::text::json::tree::{Fields, Tree};

/// A line but for the hash that ends it.
#[derive(Debug, Serialize)]
pub(crate) struct LineV1<'a> {
    seq: u64,
    at: String,
    by: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch: Option<BatchV1>,
    #[serde(skip_serializing_if = "Option::is_none")]
    happened_at: Option<String>,
    #[serde(flatten)]
    event: EventV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    salt: Option<TextV1<'a>>,
}

impl<'a> LineV1<'a> {
    /// `None`: a withheld line is read, and never written.
    pub(crate) fn of(recorded: &'a Recorded) -> Option<Self> {
        let Recorded { seq, at, by, envelope, event } = recorded;
        let Envelope { batch, happened_at, salt } = envelope;
        Some(Self {
            seq: seq.to_wire(),
            at: at.to_string(),
            by: by.to_wire(),
            batch: batch.to_wire(),
            happened_at: happened_at.map(|moment| moment.to_string()),
            event: EventV1::of(event)?,
            salt: salt.to_wire(),
        })
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BatchV1 {
    first: u64,
    count: u32,
}

both_ways! {
    BatchV1 = BatchSpan { first, count }
}

/// Kinds whose fields are one struct on both sides are listed; the others are spelt out in the macro.
macro_rules! kinds {
    ($($name:literal $kind:ident($fields:ty)),* $(,)?) => {
        /// What happened, as the file writes it.
        #[derive(Debug, Serialize)]
        #[serde(tag = "event")]
        pub(crate) enum EventV1<'a> {
            $(#[serde(rename = $name)] $kind($fields),)*
            #[serde(rename = "responder_added")]
            ResponderAdded(ResponderAddedV1<'a>),
            #[serde(rename = "answer_started")]
            AnswerStarted(AnswerStartedV1<'a>),
            #[serde(rename = "question_split")]
            QuestionSplit(SplitV1<'a>),
            #[serde(rename = "undone")]
            Undone(UndoneV1<'a>),
        }

        /// The names of the kinds.
        const NAMES: &[&str] =
            &[$($name,)* "responder_added", "answer_started", "question_split", "undone"];

        /// The kind of this name, if this program knows it.
        pub(crate) fn kind_named(name: &str) -> Option<&'static str> {
            NAMES.iter().find(|known| **known == name).copied()
        }

        impl<'a> EventV1<'a> {
            /// What each kind is read from.
            pub(crate) fn shapes() -> Vec<(&'static str, Shape)> {
                vec![
                    $(($name, shape_of::<$fields>()),)*
                    ("responder_added", shape_of::<ResponderAddedV1<'a>>()),
                    ("answer_started", shape_of::<AnswerStartedV1<'a>>()),
                    ("question_split", shape_of::<SplitV1<'a>>()),
                    ("undone", shape_of::<UndoneV1<'a>>()),
                ]
            }

            /// The event of the kind `name` that has these fields.
            pub(crate) fn read(name: &str, fields: Fields<'a>) -> Result<Self, JsonFault> {
                let fields = Tree::Object(fields);
                match name {
                    $($name => <$fields>::deserialize(fields).map(Self::$kind),)*
                    "responder_added" => ResponderAddedV1::deserialize(fields).map(Self::ResponderAdded),
                    "answer_started" => AnswerStartedV1::deserialize(fields).map(Self::AnswerStarted),
                    "question_split" => SplitV1::deserialize(fields).map(Self::QuestionSplit),
                    "undone" => UndoneV1::deserialize(fields).map(Self::Undone),
                    _ => Err(JsonProblem::UnknownWord { word: name.to_owned(), known: NAMES }.into()),
                }
            }

            /// `None`: a withheld line is read, and never written.
            fn of(event: &'a Event) -> Option<Self> {
                Some(match event {
                    $(Event::$kind(fields) => Self::$kind(fields.to_wire()),)*
                    Event::ResponderAdded { responder } => {
                        Self::ResponderAdded(ResponderAddedV1 { responder: responder.to_wire() })
                    }
                    Event::AnswerStarted { question, by_responder } => {
                        let (question, by_responder) = (question.to_wire(), by_responder.to_wire());
                        Self::AnswerStarted(AnswerStartedV1 { question, by_responder })
                    }
                    Event::QuestionSplit { question, parts } => {
                        let (question, parts) = (question.to_wire(), parts.to_wire());
                        Self::QuestionSplit(SplitV1 { question, parts })
                    }
                    Event::Undone { undoes, why } => {
                        Self::Undone(UndoneV1 { undoes: undoes.to_wire(), why: why.to_wire() })
                    }
                    Event::Withheld(_) => return None,
                })
            }
        }

        impl TryFrom<EventV1<'_>> for Event {
            type Error = JsonFault;

            fn try_from(event: EventV1<'_>) -> Result<Self, JsonFault> {
                Ok(match event {
                    $(EventV1::$kind(fields) => Self::$kind(FromWire::from_wire(fields)?),)*
                    EventV1::ResponderAdded(ResponderAddedV1 { responder }) => {
                        Self::ResponderAdded { responder: FromWire::from_wire(responder)? }
                    }
                    EventV1::AnswerStarted(AnswerStartedV1 { question, by_responder }) => {
                        let by_responder = FromWire::from_wire(by_responder)?;
                        Self::AnswerStarted { question: FromWire::from_wire(question)?, by_responder }
                    }
                    EventV1::QuestionSplit(SplitV1 { question, parts }) => {
                        let parts = FromWire::from_wire(parts)?;
                        Self::QuestionSplit { question: FromWire::from_wire(question)?, parts }
                    }
                    EventV1::Undone(UndoneV1 { undoes, why }) => {
                        let why = FromWire::from_wire(why)?;
                        Self::Undone { undoes: FromWire::from_wire(undoes)?, why }
                    }
                })
            }
        }
    };
}

kinds! {
    "opened" Opened(OpeningV1<'a>),
    "session_corrected" SessionCorrected(SessionCorrectionV1<'a>),
    "responder_corrected" ResponderCorrected(ResponderCorrectionV1<'a>),
    "delegate_added" DelegateAdded(PersonV1<'a>),
    "delegate_corrected" DelegateCorrected(PersonV1<'a>),
    "question_asked" QuestionAsked(AskedV1<'a>),
    "asker_named" AskerNamed(AskerNamingV1<'a>),
    "question_reclassified" QuestionReclassified(ReclassificationV1<'a>),
    "question_routed" QuestionRouted(RoutingV1<'a>),
    "question_edited" QuestionEdited(EditV1<'a>),
    "question_moved" QuestionMoved(MoveV1),
    "question_called" QuestionCalled(OnV1),
    "answer_given" AnswerGiven(GivenV1<'a>),
    "answer_amended" AnswerAmended(AmendmentV1<'a>),
    "question_deferred" QuestionDeferred(DeferralV1<'a>),
    "question_referred" QuestionReferred(DisposalV1<'a>),
    "question_declined" QuestionDeclined(DisposalV1<'a>),
    "question_withdrawn" QuestionWithdrawn(DisposalV1<'a>),
    "question_merged" QuestionMerged(MergerV1),
    "question_unmerged" QuestionUnmerged(MergerV1),
    "statement_made" StatementMade(StatementV1<'a>),
    "statement_corrected" StatementCorrected(StatementCorrectionV1<'a>),
    "conclusion_recorded" ConclusionRecorded(ConclusionV1<'a>),
    "conclusion_corrected" ConclusionCorrected(ConclusionCorrectionV1<'a>),
    "task_assigned" TaskAssigned(AssignedV1<'a>),
    "task_corrected" TaskCorrected(TaskCorrectionV1<'a>),
    "task_progressed" TaskProgressed(ProgressionV1<'a>),
    "paused" Paused(ReasonV1<'a>),
    "resumed" Resumed(ReasonV1<'a>),
    "closed" Closed(ReasonV1<'a>),
    "reopened" Reopened(ReasonV1<'a>),
    "recovered" Recovered(RecoveryV1<'a>),
    "failed_over" FailedOver(FailoverV1<'a>),
}
