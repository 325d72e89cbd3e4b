//! Looking back: what the log meant along the way, so that any moment of it is near.

use super::Meaning;

/// Meanings along the way, never forgotten: what was undone later stood then.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    /// The number of events lived through, with what they meant.
    milestones: Vec<(usize, Meaning)>,
    /// Events folded since the last one, those folded again for an undo included.
    folded: usize,
}

/// Events folded between two milestones: what a seek folds again at most.
const SPACING: usize = 1024;

impl Past {
    pub(super) fn note(&mut self, events: usize, folded: usize, meaning: &Meaning) {
        self.folded += folded;
        if self.folded >= SPACING {
            self.folded = 0;
            // Close checkpoints would all be held for ever, each with the nodes that only it still uses.
            let checkpoints = meaning.checkpoints.spread(SPACING, events, &meaning.state);
            self.milestones.push((events, Meaning { checkpoints, ..meaning.clone() }));
        }
    }

    /// The last milestone that is not after the first `events` events.
    pub(super) fn nearest(&self, events: usize) -> (usize, Meaning) {
        let after = self.milestones.partition_point(|(lived, _)| *lived <= events);
        after.checked_sub(1).map(|place| self.milestones[place].clone()).unwrap_or_default()
    }

    /// What of it lies within the first `events` events.
    pub(super) fn until(&self, events: usize) -> Self {
        let within = self.milestones.partition_point(|(lived, _)| *lived <= events);
        Self { milestones: self.milestones[..within].to_vec(), folded: SPACING }
    }
}
