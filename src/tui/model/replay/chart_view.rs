//! The charts over a replay: of which moments they are drawn, and which one is looked at.

use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::action::Action;

/// The open charts, with the numbers they draw.
#[derive(Clone, Debug)]
pub struct ChartView {
    pub stats: Stats,
    /// The chart that is looked at; where there is room, all others are beside it.
    pub chart: Chart,
    /// It alone is shown, even where there is room for all.
    pub alone: bool,
    pub span: ChartSpan,
    /// How many events were counted, so that the numbers are made anew when that changes.
    counted: usize,
}

/// Up to which moment charts count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartSpan {
    /// The moment looked at.
    #[default]
    Moment,
    Whole,
}

impl ChartView {
    /// The charts of a session as it was at the moment looked at.
    pub(super) fn of(then: &Session) -> Self {
        Self {
            stats: Stats::of(then),
            chart: Chart::default(),
            alone: false,
            span: ChartSpan::default(),
            counted: then.history().len(),
        }
    }

    /// Makes the numbers anew where the moment or the session is no longer the one they were made of.
    pub(super) fn refresh(&mut self, then: &Session, whole: &Session) {
        let session = match self.span {
            ChartSpan::Moment => then,
            ChartSpan::Whole => whole,
        };
        let events = session.history().len();
        if events != self.counted {
            self.stats = Stats::of(session);
            self.counted = events;
        }
    }

    /// The session was read again from its beginning: its numbers may be others.
    pub(super) fn forget(&mut self) {
        self.counted = usize::MAX;
    }

    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::NextPane | Action::Down | Action::PageDown => self.chart = self.chart.next(),
            Action::PreviousPane | Action::Up | Action::PageUp => {
                self.chart = self.chart.previous();
            }
            Action::First => self.chart = Chart::ALL[0],
            Action::Last => self.chart = Chart::ALL[Chart::ALL.len() - 1],
            Action::OneChart => self.alone = !self.alone,
            Action::ChartSpan => {
                self.span = match self.span {
                    ChartSpan::Moment => ChartSpan::Whole,
                    ChartSpan::Whole => ChartSpan::Moment,
                };
            }
            _ => {}
        }
    }
}
