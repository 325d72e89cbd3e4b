//! What is read over the replay: what changed between two moments, what was put right, charts.

use crate::review::changes::{changes, corrections};
use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::start::scrolled;

use super::overlay::{Comparison, ReplayOverlay};
use super::{Replay, ReplayNotice};

impl Replay {
    /// Sets the two marks side by side, whichever came first; one mark is held against the moment looked
    /// at.
    pub(super) fn compare(&mut self, whole: &Session) {
        let (from, to) = match (self.a, self.b) {
            (Some(a), Some(b)) => (a.min(b), a.max(b)),
            (Some(one), None) | (None, Some(one)) => {
                (one.min(self.position), one.max(self.position))
            }
            (None, None) => {
                self.notice = Some(ReplayNotice::MarksMissing);
                return;
            }
        };
        let (a, b) = (whole.as_of(from), whole.as_of(to));
        let changes = changes(a.state(), b.state());
        self.overlay =
            Some(ReplayOverlay::Changes(Box::new(Comparison { a, b, changes, scroll: 0 })));
    }

    pub(super) fn open_corrections(&mut self, whole: &Session) {
        let corrections = corrections(whole);
        self.overlay = Some(ReplayOverlay::Corrections { corrections, selected: 0 });
    }

    /// The numbers of the session as it stood.
    pub(super) fn open_charts(&mut self) {
        let stats = Box::new(Stats::of(&self.then));
        self.overlay = Some(ReplayOverlay::Charts { stats, chart: Chart::default() });
    }

    pub(super) fn act_in_reading(&mut self, action: Action, whole: &Session) {
        if action == Action::Back {
            self.overlay = None;
            return;
        }
        let pages = self.desk.help_pages;
        match &mut self.overlay {
            Some(ReplayOverlay::Changes(compared)) => match action {
                Action::GoThere => {
                    let there = compared.b.history().len();
                    self.overlay = None;
                    self.go(whole, there);
                }
                action => {
                    let scroll = scrolled(compared.scroll, action, pages);
                    compared.scroll = scroll.unwrap_or(compared.scroll);
                }
            },
            Some(ReplayOverlay::Corrections { corrections, selected }) => {
                let last = corrections.len().saturating_sub(1);
                *selected = match action {
                    Action::Up => selected.saturating_sub(1),
                    Action::Down => (*selected + 1).min(last),
                    Action::PageUp => selected.saturating_sub(pages.page),
                    Action::PageDown => (*selected + pages.page).min(last),
                    Action::First => 0,
                    Action::Last => last,
                    _ => *selected,
                };
                if action == Action::GoThere {
                    let place = *selected;
                    self.go_to_correction(place, whole);
                }
            }
            Some(ReplayOverlay::Charts { chart, .. }) => {
                *chart = match action {
                    Action::NextPane | Action::Down | Action::PageDown => chart.next(),
                    Action::PreviousPane | Action::Up | Action::PageUp => chart.previous(),
                    _ => *chart,
                };
            }
            _ => {}
        }
    }

    pub(super) fn go_to_correction(&mut self, place: usize, whole: &Session) {
        let Some(ReplayOverlay::Corrections { corrections, .. }) = &self.overlay else { return };
        let Some(correction) = corrections.get(place) else { return };
        let moment = usize::try_from(correction.seq.0).unwrap_or(usize::MAX);
        self.overlay = None;
        self.go(whole, moment);
    }
}
