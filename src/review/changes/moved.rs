//! Which questions were moved in the queue: as few as explain the new order.

use std::collections::BTreeMap;

use crate::session::number::QuestionNo;
use crate::session::state::State;

/// The questions that were moved, each with its place in both queues, counted from 1.
pub(super) fn moved(a: &State, b: &State) -> BTreeMap<QuestionNo, (usize, usize)> {
    let places = |state: &State| -> BTreeMap<QuestionNo, usize> {
        state.order().into_iter().zip(1..).collect()
    };
    let was = places(a);
    let in_both: Vec<(QuestionNo, usize, usize)> = b
        .order()
        .into_iter()
        .zip(1..)
        .filter_map(|(number, now)| was.get(&number).map(|then| (number, *then, now)))
        .collect();
    let kept = rising(&in_both.iter().map(|(_, then, _)| *then).collect::<Vec<_>>());
    in_both
        .into_iter()
        .zip(kept)
        .filter(|(_, kept)| !kept)
        .map(|((number, then, now), _)| (number, (then, now)))
        .collect()
}

/// Which items belong to a longest rising run through the list.
fn rising(items: &[usize]) -> Vec<bool> {
    // For each length, the item with which a rising run of that length ends lowest, and what precedes it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        let length = ends.partition_point(|end| items.get(*end).is_some_and(|other| other < item));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter)).copied());
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut kept = vec![false; items.len()];
    let mut next = ends.last().copied();
    while let Some(place) = next {
        if let Some(kept) = kept.get_mut(place) {
            *kept = true;
        }
        next = before.get(place).copied().flatten();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::rising;

    #[test]
    fn the_longest_rising_run_stays_and_the_rest_has_moved() {
        assert_eq!(rising(&[]), Vec::<bool>::new());
        assert_eq!(rising(&[1, 2, 3]), [true, true, true]);
        assert_eq!(rising(&[3, 1, 2, 4]), [false, true, true, true]);
        assert_eq!(rising(&[2, 3, 4, 1]), [true, true, true, false]);
    }
}
