//! Searching everything said, and filtering the film down to some of its questions.

use crate::i18n::Lang;
use crate::review::said::Said;
use crate::review::stretch::{Choices, Filter, holds, next_in};
use crate::search::find;
use crate::session::Session;
use crate::session::event::Event;
use crate::tui::model::desk::keys::Around;
use crate::tui::model::edit::LineField;

use super::sheet::{Offer, Sheet, Value};
use super::{Notice, Replay};

impl Replay {
    /// Opens the search with what was sought last.
    pub(super) fn open_search(&mut self, around: &Around) {
        match &mut self.said {
            Some(said) => said.extend(around.session),
            None => self.said = Some(Said::of(around.session)),
        }
        let (typed, finger) = self.sought.clone();
        self.sheet =
            Some(Sheet::Search { query: LineField::new(&typed), found: Vec::new(), finger });
        self.look_up_said(around.session);
        if let Some(Sheet::Search { found, finger: at, .. }) = &mut self.sheet {
            *at = finger.min(found.len().saturating_sub(1));
        }
    }

    /// Finds anew what the letters of the search ask for; the roster, which nobody spoke, comes last.
    pub(super) fn look_up_said(&mut self, whole: &Session) {
        if let (Some(Sheet::Search { query, found, finger }), Some(said)) =
            (&mut self.sheet, &self.said)
        {
            *found = said.search(&query.text());
            found.sort_by_key(|hit| {
                let event = whole.event(hit.seq).map(|recorded| &recorded.event);
                matches!(event, Some(Event::ResponderAdded { .. }))
            });
            *finger = 0;
        }
    }

    /// A session that grows under an open search is searched anew; the finger stays on its hit.
    pub(super) fn find_again(&mut self, whole: &Session) {
        let Some(Sheet::Search { found, finger, .. }) = &self.sheet else { return };
        let hit = found.get(*finger).copied();
        self.look_up_said(whole);
        if let Some(Sheet::Search { found, finger, .. }) = &mut self.sheet {
            *finger = found.iter().position(|other| Some(*other) == hit).unwrap_or(0);
        }
    }

    /// Goes to a hit; the search can be taken up again where it was.
    pub(super) fn take_hit(&mut self, place: usize, whole: &Session) {
        let Some(Sheet::Search { query, found, .. }) = &self.sheet else { return };
        let Some(hit) = found.get(place).copied() else { return };
        self.sought = (query.text(), place);
        self.sheet = None;
        self.go(whole, usize::try_from(hit.seq.0).unwrap_or(usize::MAX));
    }

    pub(super) fn open_filter(&mut self, around: &Around) {
        let all = offers(around.session, &self.filter);
        let matches = (0..all.len()).collect();
        self.sheet = Some(Sheet::Filter { letters: LineField::new(""), all, matches, finger: 0 });
    }

    /// Finds the values whose names hold the letters.
    pub(super) fn look_up_offers(&mut self, whole: &Session, lang: Lang) {
        let Some(Sheet::Filter { letters, all, matches, finger }) = &mut self.sheet else { return };
        let typed = letters.text();
        let names: Vec<String> =
            all.iter().map(|offer| lang.filter_value(&offer.value, whole.state())).collect();
        *matches = match typed.trim().is_empty() {
            true => (0..all.len()).collect(),
            false => find::matches(&typed, names.iter().map(String::as_str).enumerate()),
        };
        *finger = 0;
    }

    /// Filters by a value, or by it no longer.
    pub(super) fn take_offer(&mut self, place: usize, whole: &Session) {
        let Some(Sheet::Filter { all, matches, .. }) = &self.sheet else { return };
        let offer = matches.get(place).and_then(|place| all.get(*place)).cloned();
        let Some(Offer { value, .. }) = offer else { return };
        toggle(&mut self.filter, value);
        self.cut(whole);
        if self.stretches.as_ref().is_some_and(Vec::is_empty) {
            self.notice = Some(Notice::NothingLeft);
        }
        if let Some(stretches) = &self.stretches
            && !holds(stretches, self.finger)
            && let Some(moment) = next_in(stretches, self.finger).or_else(|| next_in(stretches, 0))
        {
            self.go(whole, moment);
        }
    }

    /// Cuts the film down to the stretches of the filter.
    pub(super) fn cut(&mut self, whole: &Session) {
        self.stretches =
            (!self.filter.is_empty()).then(|| self.filter.stretches(whole, &self.timeline));
    }
}

fn offers(whole: &Session, filter: &Filter) -> Vec<Offer> {
    let state = whole.state();
    let choices = Choices::of(state);
    let everything = (!filter.is_empty())
        .then(|| Offer { value: Value::Everything, questions: state.question_count() });
    let responders =
        choices.responders.into_iter().map(|(id, count)| (Value::Responder(id), count));
    let themes = choices.themes.into_iter().map(|(theme, count)| (Value::Theme(theme), count));
    let outcomes = choices.outcomes.into_iter().map(|(what, count)| (Value::Outcome(what), count));
    let channels = choices.channels.into_iter().map(|(how, count)| (Value::Channel(how), count));
    let units = choices.units.into_iter().map(|(unit, count)| (Value::Unit(unit), count));
    let values = responders.chain(themes).chain(outcomes).chain(channels).chain(units);
    let offers = values.map(|(value, questions)| Offer { value, questions });
    everything.into_iter().chain(offers).collect()
}

/// Sets what a value is about to it; the same value again takes it back.
fn toggle(filter: &mut Filter, value: Value) {
    match value {
        Value::Everything => *filter = Filter::default(),
        Value::Responder(id) => switch(&mut filter.responder, id),
        Value::Theme(theme) => switch(&mut filter.theme, theme),
        Value::Outcome(outcome) => switch(&mut filter.outcome, outcome),
        Value::Channel(channel) => switch(&mut filter.channel, channel),
        Value::Unit(unit) => switch(&mut filter.unit, unit),
    }
}

fn switch<T: PartialEq>(set: &mut Option<T>, value: T) {
    *set = (set.as_ref() != Some(&value)).then_some(value);
}

impl Value {
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
