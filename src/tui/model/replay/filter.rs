//! Filtering a replay down to some of its questions.

use crate::i18n::Lang;
use crate::review::filter::{Filter, FilterChoices, holds, next_in};
use crate::review::timeline::Outcome;
use crate::search::find;
use crate::session::Session;
use crate::session::number::ResponderId;
use crate::session::payload::Channel;
use crate::session::state::State;
use crate::tui::model::Env;
use crate::tui::model::overlay::{FilteredList, Overlay};

use super::{Replay, ReplayNotice};

/// A value the replay can be filtered by, with how many questions it would leave.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterOption {
    pub value: FilterValue,
    pub questions: usize,
}

/// What a filter asks of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterValue {
    /// Nothing: the whole replay.
    Everything,
    Responder(ResponderId),
    Theme(String),
    Outcome(Outcome),
    Channel(Channel),
    Unit(String),
}

impl Replay {
    pub(super) fn open_filter(&self, env: &mut Env) {
        let all = options(env.session, &self.filter);
        let list = FilteredList::new((0..all.len()).collect());
        env.overlays.open(Overlay::Filter { all, list });
    }

    /// Filters by the selected value, or by it no longer.
    pub(super) fn take_option(&mut self, env: &Env) {
        let Some(Overlay::Filter { all, list }) = env.overlays.top() else { return };
        let option = list.matches.get(list.selected).and_then(|place| all.get(*place)).cloned();
        let Some(FilterOption { value, .. }) = option else { return };
        let whole = env.session;
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

/// The options whose names contain the letters, by their place in `all`.
pub(in crate::tui::model) fn named(
    all: &[FilterOption],
    typed: &str,
    whole: &Session,
    lang: Lang,
) -> Vec<usize> {
    if typed.trim().is_empty() {
        return (0..all.len()).collect();
    }
    let names: Vec<String> =
        all.iter().map(|option| option.value.name(whole.state(), lang)).collect();
    find::matches(typed, names.iter().map(String::as_str).enumerate())
}

fn options(whole: &Session, filter: &Filter) -> Vec<FilterOption> {
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
    let options = values.map(|(value, questions)| FilterOption { value, questions });
    everything.into_iter().chain(options).collect()
}

/// Sets the part of the filter that a value is about; the same value again clears it.
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
    /// What it is called, its kind first.
    pub fn name(&self, state: &State, lang: Lang) -> String {
        let (kind, name) = match self {
            Self::Everything => return lang.replay_everything().to_owned(),
            Self::Responder(id) => (lang.replay_by_responder(), state.full_name(id)),
            Self::Theme(theme) => (lang.replay_by_theme(), theme.as_str()),
            Self::Outcome(outcome) => (lang.replay_by_outcome(), lang.outcome(*outcome)),
            Self::Channel(channel) => (lang.replay_by_channel(), lang.channel(*channel)),
            Self::Unit(unit) => (lang.replay_by_unit(), unit.as_str()),
        };
        format!("{kind}: {name}")
    }

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
