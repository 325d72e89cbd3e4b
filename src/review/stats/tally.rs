//! What is counted in the state: by theme, by responder, by unit and by outcome.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::session::number::ResponderId;
use crate::session::payload::{Channel, Progress, QuestionKind};
use crate::session::question::{Question, Status};
use crate::session::state::{State, Task};

use super::{AskerUnit, Counted, Outcome, ResponderCounts, ResponderName, Stats, TaskCounts};

/// In the order in which a task comes along.
const PROGRESS: [Progress; 5] = [
    Progress::NotStarted,
    Progress::InProgress,
    Progress::Partly,
    Progress::Done,
    Progress::Broken,
];

/// Everything that the state alone tells.
pub(super) fn counted(state: &State) -> Stats {
    let mut outcomes = Vec::with_capacity(state.question_count());
    let (mut channels, mut kinds) = (Vec::new(), Vec::new());
    let (mut themes, mut units) = (Groups::default(), Groups::default());
    for question in state.questions() {
        outcomes.push(Outcome::of(question));
        if is_an_issue(question) {
            themes.add(question.theme.as_deref());
        }
        if question.part_of.is_none() {
            channels.push(question.channel);
            kinds.push(question.kind);
            units.add(state.asker(question).map(|person| &person.unit));
        }
    }
    Stats {
        questions: outcomes.len(),
        parts: outcomes.len() - channels.len(),
        outcomes: each_of(&Outcome::ALL, &outcomes),
        themes: themes.most_first(|theme| theme.map(str::to_owned)),
        units: units.most_first(|asker| match asker {
            Some(Some(unit)) => AskerUnit::Named(unit.clone()),
            Some(None) => AskerUnit::NotGiven,
            None => AskerUnit::Anonymous,
        }),
        channels: each_of(&Channel::ALL, &channels),
        kinds: each_of(&QuestionKind::ALL, &kinds),
        responders: responders(state),
        without_lead: state.questions().filter(|it| is_an_issue(it) && it.lead().is_none()).count(),
        tasks: tasks(state),
        statements: state.statements().count(),
        conclusions: state.conclusions().count(),
        ..Stats::default()
    }
}

/// A question that its parts do not stand for.
fn is_an_issue(question: &Question) -> bool {
    !matches!(question.status, Status::Split { .. })
}

pub(super) fn named(state: &State, id: &ResponderId) -> ResponderName {
    ResponderName {
        id: id.clone(),
        short: state.short_name(id).to_owned(),
        full: state.full_name(id).to_owned(),
    }
}

/// Every value in its order, with how often it occurs.
fn each_of<T: Copy + PartialEq>(all: &[T], found: &[T]) -> Vec<Counted<T>> {
    let count = |of: &T| found.iter().filter(|other| *other == of).count();
    all.iter().map(|of| Counted { of: *of, count: count(of) }).collect()
}

/// Counts by group, in the order of first occurrence.
struct Groups<K> {
    places: HashMap<K, usize>,
    rows: Vec<(K, usize)>,
}

impl<K> Default for Groups<K> {
    fn default() -> Self {
        Self { places: HashMap::new(), rows: Vec::new() }
    }
}

impl<K: Copy + Eq + Hash> Groups<K> {
    fn add(&mut self, key: K) {
        let place = *self.places.entry(key).or_insert(self.rows.len());
        match self.rows.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => self.rows.push((key, 1)),
        }
    }

    /// The largest first; of equals the one that occurred first.
    fn most_first<O>(mut self, owned: impl Fn(K) -> O) -> Vec<Counted<O>> {
        self.rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        self.rows.into_iter().map(|(key, count)| Counted { of: owned(key), count }).collect()
    }
}

/// Who leads most first; of equals the first of the roster.
fn responders(state: &State) -> Vec<ResponderCounts> {
    let mut counts: BTreeMap<&ResponderId, [usize; 3]> = BTreeMap::new();
    for question in state.questions() {
        if is_an_issue(question) {
            if let Some(lead) = question.lead() {
                counts.entry(lead).or_default()[0] += 1;
            }
            for support in question.support() {
                counts.entry(support).or_default()[1] += 1;
            }
        }
        for answer in &question.answers {
            counts.entry(&answer.by).or_default()[2] += 1;
        }
    }
    let in_roster = state.responders().filter_map(|responder| {
        let [lead, support, answers] = counts.remove(&responder.id)?;
        Some(ResponderCounts { responder: named(state, &responder.id), lead, support, answers })
    });
    let mut rows: Vec<_> = in_roster.collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.lead, row.support, row.answers)));
    rows
}

fn tasks(state: &State) -> TaskCounts {
    let progress: Vec<_> = state.tasks().map(|task| task.progress).collect();
    let without = |lacks: fn(&Task) -> bool| state.tasks().filter(|task| lacks(task)).count();
    TaskCounts {
        total: progress.len(),
        progress: each_of(&PROGRESS, &progress),
        without_lead: without(|task| task.lead.is_none()),
        without_date: without(|task| task.due.is_none() && task.due_text.is_none()),
    }
}
