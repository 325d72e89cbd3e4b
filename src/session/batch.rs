//! What one command records together: its first event and their count, on each of its events.

use super::number::Seq;
/// The events that one command recorded together. They are undone and redone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatchSpan {
    pub first: Seq,
    /// At least 2: an event recorded alone carries no batch.
    pub count: u32,
}

impl BatchSpan {
    #[must_use]
    pub fn last(self) -> Seq {
        Seq(self.first.0.saturating_add(u64::from(self.count)).saturating_sub(1))
    }

    #[must_use]
    pub fn contains(self, seq: Seq) -> bool {
        (self.first..=self.last()).contains(&seq)
    }

    /// The members, oldest first.
    pub fn members(self) -> impl Iterator<Item = Seq> {
        (self.first.0..=self.last().0).map(Seq)
    }

    /// What a single event spans.
    pub(super) fn alone(seq: Seq) -> Self {
        Self { first: seq, count: 1 }
    }
}
