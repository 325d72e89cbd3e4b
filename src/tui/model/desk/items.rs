//! What is beside the questions on the desk: the chosen task, statement or conclusion, and showing one.

use crate::search::item::{SessionItem, statements_and_conclusions};
use crate::session::state::State;
use crate::tui::model::overlay::{Overlay, Overlays};

use super::{Desk, Pane};

impl Desk {
    /// The chosen task, statement or conclusion, while the pane of them is active.
    pub(super) fn chosen_item(&self) -> Option<SessionItem> {
        match self.pane {
            Pane::Tasks => self.chosen_task.map(SessionItem::Task),
            Pane::Statements => self.chosen_statement,
            Pane::Queue | Pane::Question | Pane::Responders => None,
        }
    }

    /// Chooses it in its pane and shows it whole.
    pub(super) fn show_item(&mut self, item: SessionItem, overlays: &mut Overlays) {
        match item {
            SessionItem::Task(number) => {
                self.pane = Pane::Tasks;
                self.chosen_task = Some(number);
            }
            SessionItem::Statement(_) | SessionItem::Conclusion(_) => {
                self.pane = Pane::Statements;
                self.chosen_statement = Some(item);
            }
        }
        overlays.open(Overlay::Item { item, scroll: 0 });
    }

    /// Keeps the choice while what is chosen stands; else the latest is chosen.
    pub(super) fn keep_chosen_statement(&mut self, state: &State) {
        let stands = |item: &SessionItem| match item {
            SessionItem::Statement(seq) => state.statement(*seq).is_some(),
            SessionItem::Conclusion(seq) => state.conclusion(*seq).is_some(),
            SessionItem::Task(number) => state.task(*number).is_some(),
        };
        if !self.chosen_statement.as_ref().is_some_and(stands) {
            self.chosen_statement = statements_and_conclusions(state).last().copied();
        }
    }
}
