//! Searching everything said in a replay, in steps that each take less than a frame.

use crate::search::index::TextMatch;
use crate::session::Session;
use crate::session::event::Event;
use crate::tui::model::Env;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::{FilteredList, Overlay, Overlays};

use super::Replay;

/// Events taken into the index in one step, and bytes of it searched.
const EVENTS_AT_ONCE: usize = 5_000;
const BYTES_AT_ONCE: usize = 1 << 18;

impl Replay {
    /// Opens the search with what was searched for last, on the hit that was gone to.
    pub(super) fn open_search(&mut self, env: &mut Env) {
        self.said.get_or_insert_default();
        let (typed, selected) = &self.searched;
        let selected = *selected;
        let line = LineField::new(typed);
        let mut list = FilteredList { line, matches: Vec::new(), selected: 0 };
        self.search_said(&mut list, env.session);
        list.selected = selected.min(list.matches.len().saturating_sub(1));
        env.overlays.open(Overlay::Said(list));
    }

    /// Begins to find what the letters ask for.
    pub(in crate::tui::model) fn search_said(
        &mut self,
        list: &mut FilteredList<TextMatch>,
        whole: &Session,
    ) {
        list.found(Vec::new());
        self.searched_to = 0;
        self.search_step(list, whole);
    }

    /// Goes on with an open search, after a step or when the session has grown.
    pub(in crate::tui::model) fn search_on(&mut self, whole: &Session, overlays: &mut Overlays) {
        for overlay in overlays.iter_mut() {
            if let Overlay::Said(list) = overlay {
                self.search_step(list, whole);
            }
        }
    }

    /// Takes in and searches a little more; the same hit stays selected. The roster, which nobody spoke,
    /// comes last.
    fn search_step(&mut self, list: &mut FilteredList<TextMatch>, whole: &Session) {
        let Some(said) = &mut self.said else { return };
        said.extend_by(whole, EVENTS_AT_ONCE);
        let (found, to) = said.search_from(whole, &list.typed(), self.searched_to, BYTES_AT_ONCE);
        self.searched_to = to;
        let is_spoken = |hit: &TextMatch| {
            let event = whole.event(hit.seq).map(|recorded| &recorded.event);
            !matches!(event, Some(Event::ResponderAdded { .. }))
        };
        let (spoken, roster): (Vec<TextMatch>, Vec<TextMatch>) =
            found.into_iter().partition(is_spoken);
        let before = list.matches.partition_point(is_spoken);
        if list.selected >= before && before < list.matches.len() {
            list.selected += spoken.len();
        }
        list.matches.splice(before..before, spoken);
        list.matches.extend(roster);
    }

    /// How many hundredths of an open search are done; `None` once all are.
    pub fn search_progress(&self, typed: &str, whole: &Session) -> Option<usize> {
        let said = self.said.as_ref()?;
        let (known, events) = (said.known(), whole.history().len());
        let (searched, bytes) = match typed.trim().is_empty() {
            true => (1, 1),
            false => (self.searched_to, said.bytes()),
        };
        let is_done = known >= events && searched >= bytes;
        (!is_done).then(|| known * 100 / events.max(1) * searched / bytes.max(1))
    }

    /// Goes to the selected hit; the search can be reopened where it was.
    pub(super) fn go_to_hit(&mut self, env: &mut Env) {
        let Some(Overlay::Said(list)) = env.overlays.top() else { return };
        let Some(hit) = list.matches.get(list.selected).copied() else { return };
        self.searched = (list.typed(), list.selected);
        env.overlays.close();
        self.go(env.session, usize::try_from(hit.seq.0).unwrap_or(usize::MAX));
    }
}

/// Whether the search on top of a replay has more to do; the next step is due at once.
pub fn is_under_way(replay: &Replay, overlays: &Overlays, whole: &Session) -> bool {
    match overlays.top() {
        Some(Overlay::Said(list)) => replay.search_progress(&list.typed(), whole).is_some(),
        _ => false,
    }
}
