//! Looking back: the fold at milestones along the log, so that any moment is folded from nearby.

use super::Fold;

/// Folds along the way. None is dropped by an undo: what was undone later stood then.
#[derive(Clone, Debug, Default)]
pub(super) struct Milestones {
    /// The number of events folded, with what they fold to.
    folds: Vec<(usize, Fold)>,
    /// Events folded since the last one, those folded again for an undo included.
    folded: usize,
}

/// Events folded between two milestones: what a seek folds again at most. As all that is folded again for
/// undos is limited ([`super::limits::REFOLDED`]), so is the number of milestones.
const SPACING: usize = 1024;

impl Milestones {
    pub(super) fn note(&mut self, events: usize, folded: usize, fold: &Fold) {
        self.folded += folded;
        if self.folded >= SPACING {
            self.folded = 0;
            // Close checkpoints would all be held for ever, each with the nodes that only it still uses.
            let checkpoints = fold.checkpoints.spread(SPACING, events, &fold.state);
            self.folds.push((events, Fold { checkpoints, ..fold.clone() }));
        }
    }

    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.folds.len()
    }

    /// The last milestone that is not after the first `events` events.
    pub(super) fn nearest(&self, events: usize) -> (usize, Fold) {
        let after = self.folds.partition_point(|(count, _)| *count <= events);
        after.checked_sub(1).map(|place| self.folds[place].clone()).unwrap_or_default()
    }

    /// What of it lies within the first `events` events.
    pub(super) fn until(&self, events: usize) -> Self {
        let within = self.folds.partition_point(|(count, _)| *count <= events);
        Self { folds: self.folds[..within].to_vec(), folded: SPACING }
    }
}
