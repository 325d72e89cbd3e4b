//! The distribution of durations: quartiles and a histogram.

/// The upper bounds of all bins but the last, in minutes; a bin holds its lower bound.
pub const BOUNDS: [i64; 6] = [1, 2, 5, 10, 20, 40];

const MINUTE: i64 = 60_000;

/// Durations in milliseconds, as a distribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// What could have a duration and has none that was recorded.
    pub unmeasured: usize,
    /// `None` when there is no duration at all.
    pub summary: Option<Quantiles>,
    /// How many are shorter than each of [`BOUNDS`], and then how many are longer.
    pub bins: [usize; BOUNDS.len() + 1],
}

/// Milliseconds. Quantiles lie between neighbours as in a spreadsheet (`QUARTILE.INC`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantiles {
    pub count: usize,
    pub min: i64,
    pub lower_quartile: i64,
    pub median: i64,
    pub upper_quartile: i64,
    pub ninetieth: i64,
    pub max: i64,
    pub mean: i64,
}

impl Distribution {
    /// Of what was measured, and the number of what was not.
    pub(super) fn of(mut durations: Vec<i64>, unmeasured: usize) -> Self {
        durations.sort_unstable();
        let mut bins = [0; BOUNDS.len() + 1];
        for duration in &durations {
            bins[BOUNDS.iter().take_while(|bound| *duration >= **bound * MINUTE).count()] += 1;
        }
        Self { unmeasured, summary: Quantiles::of(&durations), bins }
    }

    /// How many were measured.
    #[must_use]
    pub fn measured(&self) -> usize {
        self.summary.map_or(0, |summary| summary.count)
    }
}

impl Quantiles {
    /// Of sorted durations.
    fn of(sorted: &[i64]) -> Option<Self> {
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let sum: i128 = sorted.iter().copied().map(i128::from).sum();
        let count = sorted.len();
        Some(Self {
            count,
            min,
            lower_quartile: quantile(sorted, 25),
            median: quantile(sorted, 50),
            upper_quartile: quantile(sorted, 75),
            ninetieth: quantile(sorted, 90),
            max,
            mean: i64::try_from(sum / count as i128).unwrap_or(max),
        })
    }
}

/// The duration below which so many of a hundred lie.
fn quantile(sorted: &[i64], hundredths: usize) -> i64 {
    let place = (sorted.len() - 1) * hundredths;
    let (below, rest) = (place / 100, place % 100);
    let low = sorted[below];
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    let step = i128::from(high - low) * rest as i128 / 100;
    low + i64::try_from(step).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Distribution, Quantiles};

    #[test]
    fn quantiles_are_those_of_a_spreadsheet() {
        let spread = Distribution::of(vec![40, 10, 20, 30], 2);
        let summary = Quantiles {
            count: 4,
            min: 10,
            lower_quartile: 17,
            median: 25,
            upper_quartile: 32,
            ninetieth: 37,
            max: 40,
            mean: 25,
        };
        assert_eq!((spread.summary, spread.unmeasured), (Some(summary), 2));
    }

    #[test]
    fn a_bound_belongs_to_the_bin_above_it() {
        let minutes = [0, 1, 2, 5, 10, 20, 40, 400].map(|minutes| minutes * 60_000);
        assert_eq!(Distribution::of(minutes.to_vec(), 0).bins, [1, 1, 1, 1, 1, 1, 2]);
        assert_eq!(Distribution::of(vec![59_999], 0).bins, [1, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn of_nothing_there_is_no_summary() {
        assert_eq!(Distribution::of(Vec::new(), 3).summary, None);
        let one = Distribution::of(vec![7], 0).summary.expect("one");
        assert_eq!((one.min, one.median, one.ninetieth, one.max), (7, 7, 7, 7));
    }
}
