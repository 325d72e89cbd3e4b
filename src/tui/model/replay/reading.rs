//! What is read over a replay: what changed between two moments, what was corrected, charts.

use crate::review::changes::{changes, corrections};
use crate::session::Session;
use crate::tui::model::Env;
use crate::tui::model::overlay::{Comparison, Overlay, Overlays};

use super::chart_view::ChartView;
use super::{Replay, ReplayNotice};

impl Replay {
    /// Sets the two marks side by side, whichever came first; one mark alone is compared with the moment
    /// looked at.
    pub(super) fn compare(&mut self, whole: &Session, overlays: &mut Overlays) {
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
        overlays.open(Overlay::Changes(Box::new(Comparison { a, b, changes, scroll: 0 })));
    }

    pub(super) fn open_corrections(whole: &Session, overlays: &mut Overlays) {
        overlays.open(Overlay::Corrections { corrections: corrections(whole), selected: 0 });
    }

    pub(super) fn open_charts(&self, overlays: &mut Overlays) {
        overlays.open(Overlay::Charts(Box::new(ChartView::of(&self.then))));
    }

    /// Keeps the numbers of open charts those of the moment looked at, or of the session as it grows.
    pub(in crate::tui::model) fn refresh_charts(&self, whole: &Session, overlays: &mut Overlays) {
        for overlay in overlays.iter_mut() {
            if let Overlay::Charts(view) = overlay {
                view.refresh(&self.then, whole);
            }
        }
    }

    /// Goes to the later of the compared moments, or to the selected correction.
    pub(super) fn go_to_what_is_read(&mut self, env: &mut Env) {
        let moment = match env.overlays.top() {
            Some(Overlay::Changes(compared)) => compared.b.history().len(),
            Some(Overlay::Corrections { corrections, selected }) => {
                let Some(correction) = corrections.get(*selected) else { return };
                usize::try_from(correction.seq.0).unwrap_or(usize::MAX)
            }
            _ => return,
        };
        env.overlays.close();
        self.go(env.session, moment);
    }
}
