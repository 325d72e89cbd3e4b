//! A question as the events have left it.

use std::sync::Arc;

use imbl::Vector;

use super::number::{DelegateNo, QuestionNo, ResponderId, Seq};
use super::payload::{Channel, Deferral, Disposal, Quality, QuestionKind, Spokesperson};
use super::time::Timestamp;

/// A question with its outcome so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub number: QuestionNo,
    pub delegate: Option<DelegateNo>,
    pub channel: Channel,
    /// At which remote site.
    pub point: Option<String>,
    pub kind: QuestionKind,
    pub theme: Option<String>,
    pub text: Arc<str>,
    pub follows: Option<QuestionNo>,
    /// The contribution it was split from.
    pub part_of: Option<QuestionNo>,
    pub route: Option<Route>,
    pub status: Status,
    /// In the order in which they were given. Behind pointers, as a vector that holds anything larger takes
    /// the room of sixty-four.
    pub answers: Vector<Arc<Answer>>,
    pub asked_at: Timestamp,
    /// Every standing event that touched it, oldest first.
    pub trail: Vector<Seq>,
    /// Its asking stands in a withheld line: what it was asked with is not known.
    pub is_withheld: bool,
}

/// Stands for the text of a question or a task whose line is withheld.
pub const WITHHELD_TEXT: &str = "…";

impl Question {
    /// Who leads on it, if it was routed.
    #[must_use]
    pub fn lead(&self) -> Option<&ResponderId> {
        self.route.as_ref().map(|route| &route.lead)
    }

    /// Who supports the lead.
    #[must_use]
    pub fn support(&self) -> &[ResponderId] {
        self.route.as_ref().map_or(&[], |route| &route.support)
    }

    /// The standing answer that the event at `seq` gave.
    #[must_use]
    pub fn answer(&self, seq: Seq) -> Option<&Answer> {
        let place = self.answers.binary_search_by_key(&seq, |answer| answer.seq).ok()?;
        self.answers.get(place).map(Arc::as_ref)
    }

    /// Whether nothing has become of it yet: still to be answered, deferred or otherwise settled.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.status, Status::Queued | Status::Called { .. } | Status::Answering { .. })
    }

    /// Whether it is being asked or answered now.
    #[must_use]
    pub fn is_on_the_floor(&self) -> bool {
        matches!(self.status, Status::Called { .. } | Status::Answering { .. })
    }
}

/// Who leads and who supports.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    pub lead: ResponderId,
    pub support: Vec<ResponderId>,
}

/// One responder's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The event that gave it.
    pub seq: Seq,
    pub by: ResponderId,
    pub spoken_by: Option<Spokesperson>,
    /// `None`: not reported by the source.
    pub text: Option<Arc<str>>,
    pub quality: Quality,
    pub at: Timestamp,
    /// When the responder began, if that was recorded.
    pub started: Option<Timestamp>,
    /// The latest correction of it.
    pub amended: Option<Seq>,
}

/// What has become of a question: set by the last such event standing.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    Queued,
    Called { since: Timestamp },
    Answering { by: ResponderId, since: Timestamp },
    Answered,
    Deferred(Deferral),
    Referred(Disposal),
    Declined { disposal: Disposal, event: Seq },
    Withdrawn { disposal: Disposal, event: Seq },
    Merged { into: QuestionNo, event: Seq, before: Box<Status> },
    Split { parts: Vec<QuestionNo>, event: Seq },
}

impl Status {
    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Called { .. } => "called",
            Self::Answering { .. } => "answering",
            Self::Answered => "answered",
            Self::Deferred(_) => "deferred",
            Self::Referred(_) => "referred",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Merged { .. } => "merged",
            Self::Split { .. } => "split",
        }
    }

    /// The event that ended the question without an answer, if one did.
    #[must_use]
    pub fn ended_by(&self) -> Option<Seq> {
        match self {
            Self::Declined { event, .. }
            | Self::Withdrawn { event, .. }
            | Self::Merged { event, .. }
            | Self::Split { event, .. } => Some(*event),
            Self::Queued
            | Self::Called { .. }
            | Self::Answering { .. }
            | Self::Answered
            | Self::Deferred(_)
            | Self::Referred(_) => None,
        }
    }
}
