//! In which part of the conclusion a question stands.

use crate::paper::facts::{Paper, listed};
use crate::session::question::{Question, Status};

/// The parts after the first, which holds every question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConclusionPart {
    Answered,
    Referred,
    ToBeResolved,
    WithoutOutcome,
}

impl ConclusionPart {
    /// The one part of a question; a merged one is told by its target, a split one by its parts.
    pub(super) fn of(question: &Question) -> Option<Self> {
        match &question.status {
            Status::Answered | Status::Declined { .. } | Status::Withdrawn { .. } => {
                Some(Self::Answered)
            }
            Status::Referred(_) => Some(Self::Referred),
            Status::Deferred(_) => Some(Self::ToBeResolved),
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => {
                Some(Self::WithoutOutcome)
            }
            Status::Merged { .. } | Status::Split { .. } => None,
        }
    }
}

impl Paper<'_> {
    /// Where the outcome of a merged, split or split off question is told.
    pub(super) fn where_else(self, question: &Question) -> Option<String> {
        let lang = self.lang;
        match &question.status {
            Status::Merged { into, .. } => Some(self.merged_into(*into)),
            Status::Split { parts, .. } => Some(lang.paper_parts(&listed(parts))),
            Status::Queued
            | Status::Called { .. }
            | Status::Answering { .. }
            | Status::Answered
            | Status::Deferred(_)
            | Status::Referred(_)
            | Status::Declined { .. }
            | Status::Withdrawn { .. } => question.part_of.map(|whole| lang.paper_part_of(whole)),
        }
    }
}
