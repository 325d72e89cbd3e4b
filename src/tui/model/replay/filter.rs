//! Filtering a replay down to some of its questions.

use crate::review::filter::{Filter, FilterChoices, holds, next_in};
use crate::session::Session;
use crate::tui::model::Env;
use crate::tui::model::overlay::{FilteredList, Overlay};

use super::filter_option::{FilterOption, FilterValue};
use super::{Replay, ReplayNotice};

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
