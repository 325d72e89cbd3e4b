//! The charts of the statistics, in their order.

/// One chart of a session's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chart {
    #[default]
    Outcomes,
    Themes,
    Responders,
    Waiting,
    Answering,
    Queue,
    Speaking,
}

impl Chart {
    /// In the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Outcomes,
        Self::Themes,
        Self::Responders,
        Self::Waiting,
        Self::Answering,
        Self::Queue,
        Self::Speaking,
    ];

    /// Its place among the charts, from 0.
    #[must_use]
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|chart| *chart == self).unwrap_or_default()
    }

    /// The one after it; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self.place() + 1) % Self::ALL.len()]
    }

    /// The one before it; before the first comes the last.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL[(self.place() + Self::ALL.len() - 1) % Self::ALL.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::Chart;

    #[test]
    fn next_and_previous_go_round() {
        for chart in Chart::ALL {
            assert_eq!(chart.next().previous(), chart);
        }
        assert_eq!(Chart::Speaking.next(), Chart::Outcomes);
    }
}
