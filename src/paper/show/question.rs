//! A question as `show` gives it: its status spread over keys that are always present.

use serde::Serialize;

use crate::session::number::ResponderId;
use crate::session::payload::{AuthorityLevel, Deferral, Disposal, Spokesperson};
use crate::session::question::{Answer, Question, Status, WITHHELD_TEXT};
use crate::session::time::{Date, Timestamp};
use crate::text::json::Displayed;

use super::{numbers, slug};

#[derive(Serialize)]
pub(super) struct ShownQuestion<'a> {
    id: u32,
    /// `None` as are the channel and the kind: its line is withheld.
    text: Option<&'a str>,
    delegate: Option<u32>,
    channel: Option<&'static str>,
    point: Option<&'a str>,
    kind: Option<&'static str>,
    theme: Option<&'a str>,
    status: &'static str,
    lead: Option<&'a str>,
    support: Vec<&'a str>,
    answers: Vec<ShownAnswer<'a>>,
    follows: Option<u32>,
    part_of: Option<u32>,
    #[serde(flatten)]
    outcome: ShownOutcome<'a>,
    asked_at: Displayed<Timestamp>,
    /// The numbers of the standing events that touched it.
    trail: Vec<u64>,
}

impl<'a> ShownQuestion<'a> {
    pub(super) fn of(question: &'a Question) -> Self {
        Self {
            id: question.number.0,
            text: (!question.is_withheld || &*question.text != WITHHELD_TEXT)
                .then_some(&*question.text),
            delegate: question.delegate.map(|delegate| delegate.0),
            channel: (!question.is_withheld).then_some(question.channel.name()),
            point: question.point.as_deref(),
            kind: (!question.is_withheld).then_some(question.kind.name()),
            theme: question.theme.as_deref(),
            status: question.status.name(),
            lead: question.lead().map(slug),
            support: question.support().iter().map(slug).collect(),
            answers: question.answers.iter().map(|answer| ShownAnswer::of(answer)).collect(),
            follows: question.follows.map(|first| first.0),
            part_of: question.part_of.map(|whole| whole.0),
            outcome: ShownOutcome::of(question),
            asked_at: Displayed(question.asked_at),
            trail: question.trail.iter().map(|seq| seq.0).collect(),
        }
    }
}

#[derive(Serialize)]
struct ShownAnswer<'a> {
    seq: u64,
    by_responder: &'a str,
    spoken_by: Option<ShownSpokesperson<'a>>,
    text: Option<&'a str>,
    quality: &'static str,
    at: Displayed<Timestamp>,
    started_at: Option<Displayed<Timestamp>>,
    /// The event that last amended it.
    amended: Option<u64>,
}

impl<'a> ShownAnswer<'a> {
    fn of(answer: &'a Answer) -> Self {
        Self {
            seq: answer.seq.0,
            by_responder: &answer.by.0,
            spoken_by: answer.spoken_by.as_ref().map(ShownSpokesperson::of),
            text: answer.text.as_deref(),
            quality: answer.quality.name(),
            at: Displayed(answer.at),
            started_at: answer.started.map(Displayed),
            amended: answer.amended.map(|seq| seq.0),
        }
    }
}

/// Who speaks for a responder.
#[derive(Serialize)]
pub(super) struct ShownSpokesperson<'a> {
    name: &'a str,
    post: Option<&'a str>,
}

impl<'a> ShownSpokesperson<'a> {
    pub(super) fn of(who: &'a Spokesperson) -> Self {
        Self { name: &who.name, post: who.post.as_deref() }
    }
}

/// What the status carries.
#[derive(Default, Serialize)]
struct ShownOutcome<'a> {
    /// On the floor since when.
    since: Option<Displayed<Timestamp>>,
    /// Who is answering now, or owes the written answer.
    by_responder: Option<&'a str>,
    due: Option<Displayed<Date>>,
    due_text: Option<&'a str>,
    why: Option<&'a str>,
    to: Option<&'a str>,
    level: Option<&'static str>,
    merged_into: Option<u32>,
    parts: Vec<u32>,
}

impl<'a> ShownOutcome<'a> {
    fn of(question: &'a Question) -> Self {
        match &question.status {
            Status::Queued | Status::Answered => Self::default(),
            Status::Called { since } => Self { since: Some(Displayed(*since)), ..Self::default() },
            Status::Answering { by, since } => Self {
                since: Some(Displayed(*since)),
                by_responder: Some(&by.0),
                ..Self::default()
            },
            Status::Deferred(deferral) => Self::deferred(deferral, question.lead()),
            Status::Referred(disposal)
            | Status::Declined { disposal, .. }
            | Status::Withdrawn { disposal, .. } => Self::disposed(disposal),
            Status::Merged { into, .. } => Self { merged_into: Some(into.0), ..Self::default() },
            Status::Split { parts, .. } => Self { parts: numbers(parts), ..Self::default() },
        }
    }

    fn deferred(deferral: &'a Deferral, lead: Option<&'a ResponderId>) -> Self {
        Self {
            by_responder: deferral.by_responder.as_ref().or(lead).map(slug),
            due: deferral.due.map(Displayed),
            due_text: deferral.due_text.as_deref(),
            why: deferral.why.as_deref(),
            ..Self::default()
        }
    }

    fn disposed(disposal: &'a Disposal) -> Self {
        let level = disposal.level.map(AuthorityLevel::name);
        Self { why: disposal.why.as_deref(), to: disposal.to.as_deref(), level, ..Self::default() }
    }
}
