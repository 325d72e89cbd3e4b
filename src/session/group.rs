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

    /// Those whose questions nothing has become of yet; they come first.
    pub const TO_DO: [Self; 3] = [Self::OnTheFloor, Self::Ready, Self::Unrouted];

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

/// How many questions there are of each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct GroupCounts([u32; Group::ALL.len()]);

impl GroupCounts {
    pub(super) fn one(group: Group) -> Self {
        let mut counts = Self::default();
        counts.0[group as usize] = 1;
        counts
    }

    pub(super) fn of(&self, group: Group) -> usize {
        self.0[group as usize] as usize
    }

    pub(super) fn add(&mut self, others: Self) {
        for (count, more) in self.0.iter_mut().zip(others.0) {
            *count += more;
        }
    }

    pub(super) fn take(&mut self, others: Self) {
        for (count, fewer) in self.0.iter_mut().zip(others.0) {
            *count = count.saturating_sub(fewer);
        }
    }

    /// One question goes from one group to another.
    pub(super) fn move_one(&mut self, from: Group, to: Group) {
        self.take(Self::one(from));
        self.add(Self::one(to));
    }
}
