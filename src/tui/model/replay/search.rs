//! Searching everything said in a replay.

use crate::search::index::{TextIndex, TextMatch};
use crate::session::Session;
use crate::session::event::Event;
use crate::tui::model::Env;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::{FilteredList, Overlay, Overlays};

use super::Replay;

impl Replay {
    /// Opens the search with what was searched for last, on the hit that was gone to.
    pub(super) fn open_search(&mut self, env: &mut Env) {
        match &mut self.said {
            Some(said) => said.extend(env.session),
            None => self.said = Some(TextIndex::of(env.session)),
        }
        let (typed, selected) = &self.searched;
        let mut list =
            FilteredList { line: LineField::new(typed), matches: Vec::new(), selected: 0 };
        self.search_said(&mut list, env.session);
        list.selected = (*selected).min(list.matches.len().saturating_sub(1));
        env.overlays.open(Overlay::Said(list));
    }

    /// Finds what the letters ask for; the roster, which nobody spoke, comes last.
    pub(in crate::tui::model) fn search_said(
        &self,
        list: &mut FilteredList<TextMatch>,
        whole: &Session,
    ) {
        let Some(said) = &self.said else { return };
        let mut found = said.search(&list.typed());
        found.sort_by_key(|hit| {
            let event = whole.event(hit.seq).map(|recorded| &recorded.event);
            matches!(event, Some(Event::ResponderAdded { .. }))
        });
        list.found(found);
    }

    /// Searches again when the session has grown under an open search; the same hit stays selected.
    pub(super) fn search_again(&self, whole: &Session, overlays: &mut Overlays) {
        for overlay in overlays.iter_mut() {
            let Overlay::Said(list) = overlay else { continue };
            let hit = list.matches.get(list.selected).copied();
            self.search_said(list, whole);
            let place = list.matches.iter().position(|other| Some(*other) == hit);
            list.selected = place.unwrap_or(0);
        }
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
