//! A question as `show` gives it: its status spread over keys that are always present.

use serde::Serialize;

use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq};
use crate::session::payload::{Channel, Deferral, Disposal, Quality, QuestionKind};
use crate::session::question::{Answer, Question, Status};
use crate::session::time::{Date, Timestamp};

#[derive(Serialize)]
pub(super) struct ShownQuestion<'a> {
    id: QuestionNo,
    text: &'a str,
    delegate: Option<DelegateNo>,
    channel: Channel,
    kind: QuestionKind,
    theme: Option<&'a str>,
    status: &'static str,
    lead: Option<&'a ResponderId>,
    support: &'a [ResponderId],
    answers: Vec<ShownAnswer<'a>>,
    follows: Option<QuestionNo>,
    part_of: Option<QuestionNo>,
    #[serde(flatten)]
    outcome: ShownOutcome<'a>,
    asked_at: Timestamp,
    /// The numbers of the standing events that touched it.
    trail: Vec<Seq>,
}

impl<'a> ShownQuestion<'a> {
    pub(super) fn of(question: &'a Question) -> Self {
        Self {
            id: question.number,
            text: &question.text,
            delegate: question.delegate,
            channel: question.channel,
            kind: question.kind,
            theme: question.theme.as_deref(),
            status: question.status.name(),
            lead: question.lead(),
            support: question.support(),
            answers: question.answers.iter().map(ShownAnswer::of).collect(),
            follows: question.follows,
            part_of: question.part_of,
            outcome: ShownOutcome::of(question),
            asked_at: question.asked_at,
            trail: question.trail.iter().copied().collect(),
        }
    }
}

#[derive(Serialize)]
struct ShownAnswer<'a> {
    seq: Seq,
    by_responder: &'a ResponderId,
    text: Option<&'a str>,
    quality: Quality,
    at: Timestamp,
    started_at: Option<Timestamp>,
    /// The event that last amended its text.
    amended: Option<Seq>,
}

impl<'a> ShownAnswer<'a> {
    fn of(answer: &'a Answer) -> Self {
        Self {
            seq: answer.seq,
            by_responder: &answer.by,
            text: answer.text.as_deref(),
            quality: answer.quality,
            at: answer.at,
            started_at: answer.started,
            amended: answer.amended,
        }
    }
}

/// What the status carries.
#[derive(Default, Serialize)]
struct ShownOutcome<'a> {
    /// On the floor since when.
    since: Option<Timestamp>,
    /// Who is answering now, or owes the written answer.
    by_responder: Option<&'a ResponderId>,
    due: Option<Date>,
    due_text: Option<&'a str>,
    why: Option<&'a str>,
    to: Option<&'a str>,
    merged_into: Option<QuestionNo>,
    parts: &'a [QuestionNo],
}

impl<'a> ShownOutcome<'a> {
    fn of(question: &'a Question) -> Self {
        match &question.status {
            Status::Queued | Status::Answered => Self::default(),
            Status::Called { since } => Self { since: Some(*since), ..Self::default() },
            Status::Answering { by, since } => {
                Self { since: Some(*since), by_responder: Some(by), ..Self::default() }
            }
            Status::Deferred(deferral) => Self::deferred(deferral, question.lead()),
            Status::Referred(disposal)
            | Status::Declined { disposal, .. }
            | Status::Withdrawn { disposal, .. } => Self::disposed(disposal),
            Status::Merged { into, .. } => Self { merged_into: Some(*into), ..Self::default() },
            Status::Split { parts, .. } => Self { parts, ..Self::default() },
        }
    }

    fn deferred(deferral: &'a Deferral, lead: Option<&'a ResponderId>) -> Self {
        Self {
            by_responder: deferral.by_responder.as_ref().or(lead),
            due: deferral.due,
            due_text: deferral.due_text.as_deref(),
            why: deferral.why.as_deref(),
            ..Self::default()
        }
    }

    fn disposed(disposal: &'a Disposal) -> Self {
        Self { why: Some(&disposal.why), to: disposal.to.as_deref(), ..Self::default() }
    }
}
