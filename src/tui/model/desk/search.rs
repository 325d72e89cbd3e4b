//! Searching the session at the desk, in steps that each take less than a frame.

use crate::search::item::{Found, SessionSearch};
use crate::session::state::State;
use crate::tui::model::overlay::{FilteredList, Overlay, Overlays};

use super::Desk;

/// Questions looked at in one step.
const QUESTIONS_AT_ONCE: usize = 2_000;

impl Desk {
    /// Begins to find what the letters ask for.
    pub(in crate::tui::model) fn search(&mut self, list: &mut FilteredList<Found>, state: &State) {
        list.found(Vec::new());
        self.searching = Some(SessionSearch::of(&list.typed()));
        self.search_step(list, state);
    }

    /// Goes on with an open search.
    pub(in crate::tui::model) fn search_on(&mut self, state: &State, overlays: &mut Overlays) {
        if let Some(Overlay::Search(list)) = overlays.top_mut() {
            self.search_step(list, state);
        }
    }

    /// Looks a little further; once one is selected, the same one stays so.
    fn search_step(&mut self, list: &mut FilteredList<Found>, state: &State) {
        let Some(search) = &mut self.searching else { return };
        let kept = search.step(state, QUESTIONS_AT_ONCE, &mut list.matches, list.selected);
        if list.selected > 0 {
            list.selected = kept;
        }
    }

    /// How many hundredths of the questions an open search has looked at; `None` once it is done.
    pub fn search_progress(&self, state: &State) -> Option<usize> {
        let search = self.searching.as_ref().filter(|search| !search.is_done())?;
        Some(search.looked_at() * 100 / state.question_count().max(1))
    }

    /// Whether the search on top has more to do; the next step is due at once.
    pub fn is_searching(&self, overlays: &Overlays) -> bool {
        matches!(overlays.top(), Some(Overlay::Search(_)))
            && self.searching.as_ref().is_some_and(|search| !search.is_done())
    }
}
