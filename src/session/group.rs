//! The groups of the queue.

use super::question::{Question, Status};

/// What a question needs, most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    OnTheFloor,
    /// Routed, waiting to be called.
    Ready,
    Unrouted,
    Deferred,
    Answered,
    /// Ended without an answer here: referred, declined, withdrawn, merged or split.
    Settled,
}

impl Group {
    pub const ALL: [Self; 6] = [
        Self::OnTheFloor,
        Self::Ready,
        Self::Unrouted,
        Self::Deferred,
        Self::Answered,
        Self::Settled,
    ];

    /// The group a question stands in.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        match question.status {
            Status::Called { .. } | Status::Answering { .. } => Self::OnTheFloor,
            Status::Queued if question.route.is_some() => Self::Ready,
            Status::Queued => Self::Unrouted,
            Status::Deferred(_) => Self::Deferred,
            Status::Answered => Self::Answered,
            Status::Referred(_)
            | Status::Declined { .. }
            | Status::Withdrawn { .. }
            | Status::Merged { .. }
            | Status::Split { .. } => Self::Settled,
        }
    }
}
