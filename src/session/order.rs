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
    pub(super) fn iter(&self) -> impl Iterator<Item = &QuestionNo> {
        self.by_label.values()
    }

    pub(super) fn len(&self) -> usize {
        self.by_label.len()
    }

    pub(super) fn push_back(&mut self, number: QuestionNo) {
        let next = self.by_label.get_max().map_or(Some(MIDDLE), |(last, _)| last.checked_add(STEP));
        match (next, self.by_label.get_max().copied()) {
            (Some(label), _) => self.put(label, number),
            (None, Some((_, last))) => self.insert_after(last, number),
            (None, None) => self.put(MIDDLE, number),
        }
    }

    pub(super) fn insert_before(&mut self, before: QuestionNo, number: QuestionNo) {
        match self.neighbours(before) {
            Some((Some(previous), _)) => self.insert_after(previous, number),
            Some((None, label)) if label > 0 => {
                self.put(label - label.div_ceil(2).min(STEP), number);
            }
            Some((None, _)) => {
                self.spread(0);
                self.insert_before(before, number);
            }
            None => self.push_back(number),
        }
    }

    pub(super) fn insert_after(&mut self, after: QuestionNo, number: QuestionNo) {
        let Some(label) = self.labels.get(&after).copied() else { return self.push_back(number) };
        let behind = (Bound::Excluded(label), Bound::Unbounded);
        let next = self.by_label.range(behind).next().map_or(u64::MAX, |(next, _)| *next);
        if next - label < 2 {
            self.spread(label);
            return self.insert_after(after, number);
        }
        self.put(label + ((next - label) / 2).min(STEP), number);
    }

    pub(super) fn remove(&mut self, number: QuestionNo) {
        if let Some(label) = self.labels.remove(&number) {
            self.by_label.remove(&label);
        }
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
    fn spread(&mut self, label: u64) {
        let mut bits = 2_usize;
        loop {
            let size = (1_u64 << bits) - 1;
            let (first, last) = (label & !size, label | size);
            let inside: Vec<QuestionNo> =
                self.by_label.range(first..=last).map(|(_, number)| *number).collect();
            let step = size / (inside.len() as u64 + 1);
            // A range of 2^bits labels may hold 1.5^bits questions, with room between any two.
            let most = THREE_HALVES.get(bits).copied().unwrap_or(u64::MAX);
            if (step >= 2 && (inside.len() as u64) < most) || bits == 63 {
                for number in &inside {
                    self.remove(*number);
                }
                let mut place = first;
                for number in inside {
                    place += step;
                    self.put(place, number);
                }
                return;
            }
            bits += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, QuestionNo};

    fn numbers(order: &Order) -> Vec<u32> {
        order.iter().map(|number| number.0).collect()
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
            }
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
