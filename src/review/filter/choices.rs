//! What a filter can be set to: the values that occur.

use std::collections::{BTreeMap, BTreeSet};

use crate::session::number::ResponderId;
use crate::session::outcome::Outcome;
use crate::session::payload::Channel;
use crate::session::state::State;
use crate::text::collate::in_order;

use super::{comparable, involved};

/// The values that occur in a session, each with how many questions it would keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterChoices {
    /// In the order of the roster.
    pub responders: Vec<(ResponderId, usize)>,
    /// In the order of a dictionary; of several spellings the first.
    pub themes: Vec<(String, usize)>,
    pub units: Vec<(String, usize)>,
    pub outcomes: Vec<(Outcome, usize)>,
    pub channels: Vec<(Channel, usize)>,
}

impl FilterChoices {
    #[must_use]
    pub fn of(state: &State) -> Self {
        let (mut themes, mut units) = (BTreeMap::new(), BTreeMap::new());
        let mut outcomes = Outcome::ALL.map(|outcome| (outcome, 0));
        let mut channels = Channel::ALL.map(|channel| (channel, 0));
        for question in state.questions() {
            count(&mut themes, question.theme.as_deref());
            count(&mut units, state.asker(question).and_then(|person| person.unit.as_deref()));
            increment(&mut outcomes, &Outcome::of(question));
            increment(&mut channels, &question.channel);
        }
        Self {
            responders: responders(state),
            themes: in_dictionary_order(themes),
            units: in_dictionary_order(units),
            outcomes: outcomes.into_iter().filter(|(_, count)| *count > 0).collect(),
            channels: channels.into_iter().filter(|(_, count)| *count > 0).collect(),
        }
    }
}

fn count(counts: &mut BTreeMap<String, (String, usize)>, words: Option<&str>) {
    if let Some(words) = words {
        counts.entry(comparable(words)).or_insert_with(|| (words.to_owned(), 0)).1 += 1;
    }
}

fn in_dictionary_order(counts: BTreeMap<String, (String, usize)>) -> Vec<(String, usize)> {
    let mut values: Vec<(String, usize)> = counts.into_values().collect();
    values.sort_by(|(one, _), (other, _)| in_order(one, other));
    values
}

fn increment<T: PartialEq>(counts: &mut [(T, usize)], value: &T) {
    if let Some((_, count)) = counts.iter_mut().find(|(known, _)| known == value) {
        *count += 1;
    }
}

fn responders(state: &State) -> Vec<(ResponderId, usize)> {
    let mut counts: BTreeMap<&ResponderId, usize> = BTreeMap::new();
    for question in state.questions() {
        for id in involved(question).collect::<BTreeSet<_>>() {
            *counts.entry(id).or_default() += 1;
        }
    }
    let ids = state.responders().map(|responder| &responder.id);
    ids.filter_map(|id| counts.get(id).map(|count| (id.clone(), *count))).collect()
}
