//! Searching everything said, and filtering the replay down to some of its questions.

use crate::i18n::Lang;
use crate::review::filter::{Filter, FilterChoices, holds, next_in};
use crate::search::find;
use crate::search::index::TextIndex;
use crate::session::Session;
use crate::session::event::Event;
use crate::tui::model::desk::keys::Env;
use crate::tui::model::edit::LineField;

use super::overlay::{FilterOption, FilterValue, ReplayOverlay};
use super::{Replay, ReplayNotice};

impl Replay {
    /// Opens the search with what was sought last.
    pub(super) fn open_search(&mut self, env: &Env) {
        match &mut self.said {
            Some(said) => said.extend(env.session),
            None => self.said = Some(TextIndex::of(env.session)),
        }
        let (typed, selected) = self.sought.clone();
        self.overlay = Some(ReplayOverlay::Search {
            query: LineField::new(&typed),
            found: Vec::new(),
            selected,
        });
        self.look_up_said(env.session);
        if let Some(ReplayOverlay::Search { found, selected: at, .. }) = &mut self.overlay {
            *at = selected.min(found.len().saturating_sub(1));
        }
    }

    /// Searches again for the typed letters; the roster, which nobody spoke, comes last.
    pub(super) fn look_up_said(&mut self, whole: &Session) {
        if let (Some(ReplayOverlay::Search { query, found, selected }), Some(said)) =
            (&mut self.overlay, &self.said)
        {
            *found = said.search(&query.text());
            found.sort_by_key(|hit| {
                let event = whole.event(hit.seq).map(|recorded| &recorded.event);
                matches!(event, Some(Event::ResponderAdded { .. }))
            });
            *selected = 0;
        }
    }

    /// A session that grows under an open search is searched again; the same hit stays selected.
    pub(super) fn find_again(&mut self, whole: &Session) {
        let Some(ReplayOverlay::Search { found, selected, .. }) = &self.overlay else { return };
        let hit = found.get(*selected).copied();
        self.look_up_said(whole);
        if let Some(ReplayOverlay::Search { found, selected, .. }) = &mut self.overlay {
            *selected = found.iter().position(|other| Some(*other) == hit).unwrap_or(0);
        }
    }

    /// Goes to a hit; the search can be taken up again where it was.
    pub(super) fn take_hit(&mut self, place: usize, whole: &Session) {
        let Some(ReplayOverlay::Search { query, found, .. }) = &self.overlay else { return };
        let Some(hit) = found.get(place).copied() else { return };
        self.sought = (query.text(), place);
        self.overlay = None;
        self.go(whole, usize::try_from(hit.seq.0).unwrap_or(usize::MAX));
    }

    pub(super) fn open_filter(&mut self, env: &Env) {
        let all = offers(env.session, &self.filter);
        let matches = (0..all.len()).collect();
        self.overlay =
            Some(ReplayOverlay::Filter { filter: LineField::new(""), all, matches, selected: 0 });
    }

    /// Finds the values whose names contain the typed letters.
    pub(super) fn look_up_offers(&mut self, whole: &Session, lang: Lang) {
        let Some(ReplayOverlay::Filter { filter, all, matches, selected }) = &mut self.overlay
        else {
            return;
        };
        let typed = filter.text();
        let names: Vec<String> =
            all.iter().map(|offer| offer.value.name(whole.state(), lang)).collect();
        *matches = match typed.trim().is_empty() {
            true => (0..all.len()).collect(),
            false => find::matches(&typed, names.iter().map(String::as_str).enumerate()),
        };
        *selected = 0;
    }

    /// Filters by a value, or by it no longer.
    pub(super) fn take_offer(&mut self, place: usize, whole: &Session) {
        let Some(ReplayOverlay::Filter { all, matches, .. }) = &self.overlay else { return };
        let offer = matches.get(place).and_then(|place| all.get(*place)).cloned();
        let Some(FilterOption { value, .. }) = offer else { return };
        toggle(&mut self.filter, value);
        self.cut(whole);
        if self.stretches.as_ref().is_some_and(Vec::is_empty) {
            self.notice = Some(ReplayNotice::NothingLeft);
        }
        if let Some(stretches) = &self.stretches
            && !holds(stretches, self.position)
            && let Some(moment) =
                next_in(stretches, self.position).or_else(|| next_in(stretches, 0))
        {
            self.go(whole, moment);
        }
    }

    /// Cuts the replay down to the stretches of the filter.
    pub(super) fn cut(&mut self, whole: &Session) {
        self.stretches =
            (!self.filter.is_empty()).then(|| self.filter.stretches(whole, &self.timeline));
    }
}

fn offers(whole: &Session, filter: &Filter) -> Vec<FilterOption> {
    let state = whole.state();
    let choices = FilterChoices::of(state);
    let everything = (!filter.is_empty()).then(|| FilterOption {
        value: FilterValue::Everything,
        questions: state.question_count(),
    });
    let responders =
        choices.responders.into_iter().map(|(id, count)| (FilterValue::Responder(id), count));
    let themes =
        choices.themes.into_iter().map(|(theme, count)| (FilterValue::Theme(theme), count));
    let outcomes =
        choices.outcomes.into_iter().map(|(what, count)| (FilterValue::Outcome(what), count));
    let channels =
        choices.channels.into_iter().map(|(how, count)| (FilterValue::Channel(how), count));
    let units = choices.units.into_iter().map(|(unit, count)| (FilterValue::Unit(unit), count));
    let values = responders.chain(themes).chain(outcomes).chain(channels).chain(units);
    let offers = values.map(|(value, questions)| FilterOption { value, questions });
    everything.into_iter().chain(offers).collect()
}

/// Sets what a value is about to it; the same value again takes it back.
fn toggle(filter: &mut Filter, value: FilterValue) {
    match value {
        FilterValue::Everything => *filter = Filter::default(),
        FilterValue::Responder(id) => switch(&mut filter.responder, id),
        FilterValue::Theme(theme) => switch(&mut filter.theme, theme),
        FilterValue::Outcome(outcome) => switch(&mut filter.outcome, outcome),
        FilterValue::Channel(channel) => switch(&mut filter.channel, channel),
        FilterValue::Unit(unit) => switch(&mut filter.unit, unit),
    }
}

fn switch<T: PartialEq>(set: &mut Option<T>, value: T) {
    *set = (set.as_ref() != Some(&value)).then_some(value);
}

impl FilterValue {
    /// Whether the filter asks for it.
    pub fn is_set(&self, filter: &Filter) -> bool {
        match self {
            Self::Everything => false,
            Self::Responder(id) => filter.responder.as_ref() == Some(id),
            Self::Theme(theme) => filter.theme.as_ref() == Some(theme),
            Self::Outcome(outcome) => filter.outcome == Some(*outcome),
            Self::Channel(channel) => filter.channel == Some(*channel),
            Self::Unit(unit) => filter.unit.as_ref() == Some(unit),
        }
    }
}
