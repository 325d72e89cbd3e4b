//! The order of the questions, in which a place is found and taken without going through the others.

use std::ops::Bound;

use imbl::OrdMap;

use super::number::QuestionNo;

/// Every question under a label; the labels stand in the moderator's order.
///
/// To stand between two questions takes a label between theirs. Where there is none left, the fewest
/// neighbours that do not fill their part of all labels too densely are spread evenly over it, so that a
/// move costs a logarithm of the number of questions, squared, on average.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Order {
    by_label: OrdMap<u64, QuestionNo>,
    labels: OrdMap<QuestionNo, u64>,
}

/// A question that was given another label, in the same place.
pub(super) struct Relabelled {
    pub(super) number: QuestionNo,
    pub(super) from: u64,
    pub(super) to: u64,
}

/// Between two labels at the end, where most questions are put.
const STEP: u64 = 1 << 32;
const MIDDLE: u64 = 1 << 63;

/// The powers of one and a half, rounded down.
const THREE_HALVES: [u64; 64] = {
    let mut powers = [1; 64];
    let (mut place, mut power) = (1, 1_u128 << 64);
    while place < 64 {
        power = power / 2 * 3;
        powers[place] = (power >> 64) as u64;
        place += 1;
    }
    powers
};

impl Order {
    pub(super) fn label(&self, number: QuestionNo) -> Option<u64> {
        self.labels.get(&number).copied()
    }

    /// Puts a question at the end. This and the two below answer with those that were spread for it.
    pub(super) fn push_back(&mut self, number: QuestionNo) -> Vec<Relabelled> {
        let last = self.by_label.get_max().copied();
        match last.map_or(Some(MIDDLE), |(label, _)| label.checked_add(STEP)) {
            Some(label) => {
                self.put(label, number);
                Vec::new()
            }
            None => last.map_or_else(Vec::new, |(_, last)| self.insert_after(last, number)),
        }
    }

    pub(super) fn insert_before(
        &mut self,
        before: QuestionNo,
        number: QuestionNo,
    ) -> Vec<Relabelled> {
        match self.neighbours(before) {
            Some((Some(previous), _)) => self.insert_after(previous, number),
            Some((None, label)) if label > 0 => {
                self.put(label - label.div_ceil(2).min(STEP), number);
                Vec::new()
            }
            Some((None, _)) => {
                let spread = self.spread(0);
                self.insert_before(before, number);
                spread
            }
            None => self.push_back(number),
        }
    }

    /// Once spread, there is room between any two.
    pub(super) fn insert_after(
        &mut self,
        after: QuestionNo,
        number: QuestionNo,
    ) -> Vec<Relabelled> {
        let Some(label) = self.label(after) else { return self.push_back(number) };
        let behind = (Bound::Excluded(label), Bound::Unbounded);
        let next = self.by_label.range(behind).next().map_or(u64::MAX, |(next, _)| *next);
        if next - label < 2 {
            let spread = self.spread(label);
            self.insert_after(after, number);
            return spread;
        }
        self.put(label + ((next - label) / 2).min(STEP), number);
        Vec::new()
    }

    /// The label under which it stood.
    pub(super) fn remove(&mut self, number: QuestionNo) -> Option<u64> {
        let label = self.labels.remove(&number)?;
        self.by_label.remove(&label);
        Some(label)
    }

    /// The question before this one, and this one's label.
    fn neighbours(&self, number: QuestionNo) -> Option<(Option<QuestionNo>, u64)> {
        let label = *self.labels.get(&number)?;
        let previous = self.by_label.range(..label).next_back().map(|(_, previous)| *previous);
        Some((previous, label))
    }

    fn put(&mut self, label: u64, number: QuestionNo) {
        self.by_label.insert(label, number);
        self.labels.insert(number, label);
    }

    /// Spreads the questions around `label` over the smallest aligned range of labels that they fill to
    /// less than its share: the larger the range, the smaller the share, from all of it to nearly none.
    fn spread(&mut self, label: u64) -> Vec<Relabelled> {
        let mut bits = 2_usize;
        loop {
            let size = (1_u64 << bits) - 1;
            let (first, last) = (label & !size, label | size);
            let inside: Vec<(u64, QuestionNo)> = self
                .by_label
                .range(first..=last)
                .map(|(label, number)| (*label, *number))
                .collect();
            let step = size / (inside.len() as u64 + 1);
            // A range of 2^bits labels may hold 1.5^bits questions, with room between any two.
            let most = THREE_HALVES.get(bits).copied().unwrap_or(u64::MAX);
            if (step >= 2 && (inside.len() as u64) < most) || bits == 63 {
                for (_, number) in &inside {
                    self.remove(*number);
                }
                let mut to = first;
                let relabel = inside.into_iter().map(|(from, number)| {
                    to += step;
                    self.put(to, number);
                    Relabelled { number, from, to }
                });
                return relabel.collect();
            }
            bits += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, QuestionNo};

    fn numbers(order: &Order) -> Vec<u32> {
        order.by_label.values().map(|number| number.0).collect()
    }

    #[test]
    fn questions_stand_where_they_are_put_however_often_the_same_place_is_taken() {
        let mut order = Order::default();
        let mut expected: Vec<u32> = Vec::new();
        for number in 0..3_000 {
            let place = match number % 4 {
                0 => expected.len(),
                1 => 0,
                2 => expected.len() / 2,
                _ => expected.iter().position(|other| *other == 2).unwrap_or(0),
            };
            match expected.get(place) {
                Some(before) => order.insert_before(QuestionNo(*before), QuestionNo(number)),
                None => order.push_back(QuestionNo(number)),
            };
            expected.insert(place, number);
        }
        assert_eq!(numbers(&order), expected);
        for number in (0..3_000).step_by(7) {
            order.remove(QuestionNo(number));
            order.insert_after(QuestionNo(2), QuestionNo(number));
            expected.retain(|other| *other != number);
            let place = expected.iter().position(|other| *other == 2).map_or(0, |place| place + 1);
            expected.insert(place, number);
            if number == 2 {
                break;
            }
        }
        assert_eq!(numbers(&order), expected);
    }
}
