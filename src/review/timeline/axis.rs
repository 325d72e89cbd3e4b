//! Replay time: the position of each moment when gaps count at least `BEAT` and at most a cap.

use crate::session::time::Timestamp;

/// The least distance of two events, in milliseconds: events rebuilt from a source, all at one instant,
/// are spread evenly.
pub const BEAT: u64 = 1_000;
/// What a gap takes on the timeline at most: a night takes no more than a slow answer.
pub const CAP: u64 = 5 * 60_000;

/// The position of each moment in milliseconds of replay time. Strictly rising, so that a position leads
/// back to its moment.
#[derive(Clone, Debug)]
pub struct Axis {
    cap: u64,
    beat: u64,
    /// The position of each moment from 1; moment 0 stands at 0.
    positions: Vec<u64>,
    last: Option<Timestamp>,
}

impl Default for Axis {
    fn default() -> Self {
        Self::capped(CAP)
    }
}

impl Axis {
    /// An axis without an event, with gaps of at most `cap` milliseconds.
    #[must_use]
    pub fn capped(cap: u64) -> Self {
        let cap = cap.max(1);
        Self { cap, beat: BEAT.min(cap), positions: Vec::new(), last: None }
    }

    /// The moment after the next event, which happened at `at`; the gap on the clock before it.
    pub fn push(&mut self, at: Timestamp) -> i64 {
        let gap = self.last.map_or(0, |last| at.millis_since(last));
        let shown = u64::try_from(gap).unwrap_or(0).clamp(self.beat, self.cap);
        self.positions.push(self.length().saturating_add(shown));
        self.last = Some(at);
        gap
    }

    /// Where a moment stands; past the last one, where the last one does.
    #[must_use]
    pub fn position(&self, moment: usize) -> u64 {
        match moment.min(self.positions.len()).checked_sub(1) {
            Some(place) => self.positions.get(place).copied().unwrap_or_default(),
            None => 0,
        }
    }

    /// The last moment that stands no later than `position`.
    #[must_use]
    pub fn event_at(&self, position: u64) -> usize {
        self.positions.partition_point(|place| *place <= position)
    }

    /// Where the last moment stands.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.positions.last().copied().unwrap_or_default()
    }

    /// How many events there are; also the last moment.
    #[must_use]
    pub fn moments(&self) -> usize {
        self.positions.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, BEAT};

    fn axis(cap: u64, seconds: &[i64]) -> Axis {
        let mut axis = Axis::capped(cap);
        for second in seconds {
            let start: crate::session::time::Timestamp =
                "2024-03-22T08:00:00+07:00".parse().expect("a time");
            let at = start.moment() + chrono::TimeDelta::seconds(*second);
            axis.push(crate::session::time::Timestamp::new(at));
        }
        axis
    }

    #[test]
    fn events_of_one_instant_stand_a_beat_apart_and_a_night_takes_the_cap() {
        let axis = axis(10_000, &[0, 0, 3, 50_000]);
        let positions: Vec<u64> = (0..=4).map(|moment| axis.position(moment)).collect();
        assert_eq!(positions, [0, BEAT, 2 * BEAT, 5_000, 15_000]);
        assert_eq!(axis.length(), 15_000);
    }

    #[test]
    fn every_position_leads_back_to_its_moment_even_under_the_smallest_cap() {
        for cap in [0, 1, 500, 4_000] {
            let axis = axis(cap, &[0, 0, 1, 1, 100, 101]);
            for moment in 0..=axis.moments() {
                assert_eq!(axis.event_at(axis.position(moment)), moment, "cap {cap}");
            }
            assert_eq!(axis.event_at(u64::MAX), axis.moments());
        }
    }
}
