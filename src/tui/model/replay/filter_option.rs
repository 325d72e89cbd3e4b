//! The values a replay can be filtered by, with their names.

use crate::i18n::Lang;
use crate::review::filter::Filter;
use crate::review::timeline::Outcome;
use crate::search::find;
use crate::session::Session;
use crate::session::number::ResponderId;
use crate::session::payload::Channel;
use crate::session::state::State;

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

impl FilterValue {
    /// What it is called, its kind first.
    pub fn name(&self, state: &State, lang: Lang) -> String {
        let (kind, name) = match self {
            Self::Everything => return lang.replay_everything().to_owned(),
            Self::Responder(id) => {
                let (name, short) = (state.full_name(id), state.short_name(id));
                let shown = if short == name { String::new() } else { format!(" ({short})") };
                return format!("{}: {name}{shown}", lang.replay_by_responder());
            }
            Self::Theme(theme) => (lang.replay_by_theme(), theme.as_str()),
            Self::Outcome(outcome) => (lang.replay_by_outcome(), lang.outcome(*outcome)),
            Self::Channel(channel) => (lang.replay_by_channel(), lang.channel(*channel)),
            Self::Unit(unit) => (lang.replay_by_unit(), unit.as_str()),
        };
        format!("{kind}: {name}")
    }

    /// What letters find it by: its name and, for a responder, every other name it has.
    fn names(&self, state: &State, lang: Lang) -> String {
        let mut names = vec![self.name(state, lang)];
        if let Self::Responder(id) = self
            && let Some(responder) = state.responder(id)
        {
            names.extend(responder.aliases.iter().cloned());
        }
        names.join("\n")
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

/// The options one of whose names contains the letters, by their place in `all`.
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
        all.iter().map(|option| option.value.names(whole.state(), lang)).collect();
    find::matches(typed, names.iter().map(String::as_str).enumerate())
}
