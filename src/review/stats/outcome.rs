//! What became of a question, in one of nine ways.

use serde::Serialize;

use crate::session::payload::Quality;
use crate::session::question::{Question, Status};

/// In the order in which accounts give them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Answered,
    Partly,
    /// A written answer is due.
    Deferred,
    Referred,
    Declined,
    Withdrawn,
    Merged,
    Split,
    /// Nothing yet.
    Open,
}

impl Outcome {
    pub const ALL: [Self; 9] = [
        Self::Answered,
        Self::Partly,
        Self::Deferred,
        Self::Referred,
        Self::Declined,
        Self::Withdrawn,
        Self::Merged,
        Self::Split,
        Self::Open,
    ];

    #[must_use]
    pub fn of(question: &Question) -> Self {
        let last = question.answers.last().map(|answer| answer.quality);
        match question.status {
            Status::Answered if last == Some(Quality::Partial) => Self::Partly,
            Status::Answered => Self::Answered,
            Status::Deferred(_) => Self::Deferred,
            Status::Referred(_) => Self::Referred,
            Status::Declined { .. } => Self::Declined,
            Status::Withdrawn { .. } => Self::Withdrawn,
            Status::Merged { .. } => Self::Merged,
            Status::Split { .. } => Self::Split,
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => Self::Open,
        }
    }
}
