//! What is read over the film: what changed between two moments, what was put right, charts.

use crate::review::changes::{changes, corrections};
use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::action::Action;
use crate::tui::model::start::scrolled;

use super::sheet::{Compared, Sheet};
use super::{Notice, Replay};

impl Replay {
    /// Sets the two marks side by side, whichever came first; one mark is held against the moment looked
    /// at.
    pub(super) fn compare(&mut self, whole: &Session) {
        let (from, to) = match (self.a, self.b) {
            (Some(a), Some(b)) => (a.min(b), a.max(b)),
            (Some(one), None) | (None, Some(one)) => (one.min(self.finger), one.max(self.finger)),
            (None, None) => {
                self.notice = Some(Notice::MarksMissing);
                return;
            }
        };
        let (a, b) = (whole.as_of(from), whole.as_of(to));
        let changes = changes(a.state(), b.state());
        self.sheet = Some(Sheet::Changes(Box::new(Compared { a, b, changes, scroll: 0 })));
    }

    pub(super) fn open_corrections(&mut self, whole: &Session) {
        let corrections = corrections(whole);
        self.sheet = Some(Sheet::Corrections { corrections, finger: 0 });
    }

    /// The numbers of the session as it stood.
    pub(super) fn open_charts(&mut self) {
        let stats = Box::new(Stats::of(&self.then));
        self.sheet = Some(Sheet::Charts { stats, chart: Chart::default() });
    }

    pub(super) fn act_in_reading(&mut self, action: Action, whole: &Session) {
        if action == Action::Back {
            self.sheet = None;
            return;
        }
        let pages = self.desk.help_pages;
        match &mut self.sheet {
            Some(Sheet::Changes(compared)) => match action {
                Action::GoThere => {
                    let there = compared.b.history().len();
                    self.sheet = None;
                    self.go(whole, there);
                }
                action => {
                    let scroll = scrolled(compared.scroll, action, pages);
                    compared.scroll = scroll.unwrap_or(compared.scroll);
                }
            },
            Some(Sheet::Corrections { corrections, finger }) => {
                let last = corrections.len().saturating_sub(1);
                *finger = match action {
                    Action::Up => finger.saturating_sub(1),
                    Action::Down => (*finger + 1).min(last),
                    Action::PageUp => finger.saturating_sub(pages.page),
                    Action::PageDown => (*finger + pages.page).min(last),
                    Action::First => 0,
                    Action::Last => last,
                    _ => *finger,
                };
                if action == Action::GoThere {
                    let place = *finger;
                    self.go_to_correction(place, whole);
                }
            }
            Some(Sheet::Charts { chart, .. }) => {
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
        let Some(Sheet::Corrections { corrections, .. }) = &self.sheet else { return };
        let Some(correction) = corrections.get(place) else { return };
        let moment = usize::try_from(correction.seq.0).unwrap_or(usize::MAX);
        self.sheet = None;
        self.go(whole, moment);
    }
}
