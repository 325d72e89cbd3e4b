//! What became of a question.

use crate::session::payload::Quality;
use crate::session::question::{Question, Status};

/// What became of a question, as papers and reviewers ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    Answered,
    Partly,
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

    /// What has become of a question so far.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        match &question.status {
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => Self::Open,
            Status::Answered => {
                Self::answered(question.answers.last().map(|answer| answer.quality))
            }
            Status::Deferred(_) => Self::Deferred,
            Status::Referred(_) => Self::Referred,
            Status::Declined { .. } => Self::Declined,
            Status::Withdrawn { .. } => Self::Withdrawn,
            Status::Merged { .. } => Self::Merged,
            Status::Split { .. } => Self::Split,
        }
    }

    /// What an answer of this quality makes of a question.
    #[must_use]
    pub fn answered(quality: Option<Quality>) -> Self {
        match quality {
            Some(Quality::Partial) => Self::Partly,
            Some(Quality::Full | Quality::Explained) | None => Self::Answered,
        }
    }

    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Partly => "partly",
            Self::Deferred => "deferred",
            Self::Referred => "referred",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Open => "open",
        }
    }
}
