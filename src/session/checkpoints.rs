//! States along the way, so that undoing a recent event does not fold the whole log again.

use std::sync::Arc;

use super::number::Seq;
use super::state::State;

/// States of the standing events: close together near the end, ever further apart before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Checkpoints {
    /// The number of events folded, with the state they fold to.
    kept: Vec<(usize, Arc<State>)>,
}

/// Events between two checkpoints near the end.
const SPACING: usize = 64;
/// How near the end that is, in events.
const NEAR: usize = 1024;

impl Checkpoints {
    pub(super) fn note(&mut self, folded: usize, state: &State) {
        if folded.is_multiple_of(SPACING) {
            self.keep(folded, state);
        }
    }

    /// Notes the state as it is before the event at `seq`, when a checkpoint belongs between it and the
    /// last one: folding again sets the checkpoints again.
    pub(super) fn note_before(&mut self, seq: Seq, state: &State) {
        let before = usize::try_from(seq.0.saturating_sub(1)).unwrap_or(usize::MAX);
        let folded = before - before % SPACING;
        if folded > self.kept.last().map_or(0, |(last, _)| *last) {
            self.keep(folded, state);
        }
    }

    fn keep(&mut self, folded: usize, state: &State) {
        self.kept.retain(|(count, _)| is_wanted(*count, folded - count));
        self.kept.push((folded, Arc::new(state.clone())));
    }

    /// Those that stand `apart` events from each other, and the present `state`.
    pub(super) fn spread(&self, apart: usize, folded: usize, state: &State) -> Self {
        let far =
            self.kept.iter().filter(|(count, _)| count.is_multiple_of(apart) && *count < folded);
        let here = (folded, Arc::new(state.clone()));
        Self { kept: far.cloned().chain([here]).collect() }
    }

    /// The furthest state, and how many events it folds.
    pub(super) fn last(&self) -> (usize, State) {
        let last = self.kept.last();
        last.map(|(folded, state)| (*folded, State::clone(state))).unwrap_or_default()
    }

    /// Forgets every state that contains the event at `seq`.
    pub(super) fn forget_from(&mut self, seq: Seq) {
        self.kept.retain(|(folded, _)| (*folded as u64) < seq.0);
    }
}

/// Twice as far back, every second one is enough.
fn is_wanted(count: usize, age: usize) -> bool {
    let doublings = (age / NEAR).checked_ilog2().map_or(0, |doublings| doublings + 1);
    (count / SPACING).trailing_zeros() >= doublings
}

#[cfg(test)]
mod tests {
    use super::{Checkpoints, NEAR, SPACING};
    use crate::session::number::Seq;
    use crate::session::state::State;

    #[test]
    fn a_long_log_keeps_few_checkpoints_and_one_is_near_for_its_age() {
        let mut checkpoints = Checkpoints::default();
        let events = 300_000;
        for folded in 1..=events {
            checkpoints.note(folded, &State::default());
        }
        assert!(checkpoints.kept.len() < 200, "{}", checkpoints.kept.len());
        for seq in (0..events).step_by(997).rev().map(|place| place + 1) {
            checkpoints.forget_from(Seq(seq as u64));
            let (folded, _) = checkpoints.last();
            let age = events - seq;
            let far = SPACING * (1 + 4 * age / NEAR);
            assert!(folded < seq && seq - folded <= far, "{seq}: {folded}");
        }
    }
}
