//! Finding without case or diacritics: `nha o` finds "nhà ở". The best come first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::folded::fold_onto;
use super::query::{Fit, Query};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId};
use crate::session::payload::{Responder, ResponderKind};
use crate::session::question::Question;
use crate::session::state::State;

/// Why a responder was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub field: ResponderField,
    /// The words of that field in which the query was found, as they were typed in.
    pub excerpt: String,
}

/// Where a responder was matched, the most significant first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResponderField {
    Name,
    Short,
    Alias,
    Title,
    Remit,
}

/// The candidates in whose text every word of the query occurs: where it stands as whole words first,
/// inside other words last; else in the order given.
pub fn matches<'a, T>(query: &str, candidates: impl IntoIterator<Item = (T, &'a str)>) -> Vec<T> {
    let query = Query::of(query);
    let mut folded = String::new();
    let mut found: Vec<(Fit, T)> = Vec::new();
    for (candidate, text) in candidates {
        folded.clear();
        fold_onto(&mut folded, text);
        found.extend(query.against(&folded).map(|how| (how, candidate)));
    }
    in_order(found)
}

/// Whether every word typed begins a word of the text.
pub fn begins(typed: &str, text: &str) -> bool {
    let mut folded = String::new();
    fold_onto(&mut folded, text);
    Query::of(typed).begins_in(&folded)
}

/// The responders whom the query may mean, with what in them it met. Names, short names and aliases
/// come before remits; words scattered over several fields come last.
pub fn responders(state: &State, query: &str) -> Vec<(ResponderId, Why)> {
    let query = Query::of(query);
    let found = state.responders().filter_map(|responder| {
        let (rank, why) = judged(responder, &query)?;
        Some((rank, (responder.id.clone(), why)))
    });
    in_order(found.collect())
}

/// The delegates of whose name and unit the query is a part; who asked last comes first, and those in
/// whom it is only the middle of a word come last.
pub fn people(state: &State, query: &str) -> Vec<DelegateNo> {
    let query = Query::of(query);
    let mut asked: BTreeMap<DelegateNo, QuestionNo> = BTreeMap::new();
    for question in state.questions() {
        if let Some(delegate) = question.delegate {
            asked.insert(delegate, question.number);
        }
    }
    let mut folded = String::new();
    let mut found = Vec::new();
    for person in state.delegates() {
        folded.clear();
        fold_onto(&mut folded, &person.name);
        folded.push('\n');
        fold_onto(&mut folded, person.unit.as_deref().unwrap_or_default());
        if let Some(fit) = query.against(&folded) {
            let last = asked.get(&person.delegate).copied();
            found.push(((fit.inside, Reverse((last, person.delegate))), person.delegate));
        }
    }
    in_order(found)
}

/// The themes given so far in which words begin as typed, each once, the one used last first.
pub fn themes(state: &State, typed: &str) -> Vec<String> {
    let used = state.questions().rev().filter_map(|question| question.theme.as_deref());
    beginning_as(typed, used)
}

/// The units of delegates in which words begin as typed, each once, the one added last first.
pub fn units(state: &State, typed: &str) -> Vec<String> {
    let known: Vec<&str> = state.delegates().filter_map(|person| person.unit.as_deref()).collect();
    beginning_as(typed, known.into_iter().rev())
}

/// The remote sites of questions, in the same way.
pub fn points(state: &State, typed: &str) -> Vec<String> {
    beginning_as(typed, state.questions().rev().filter_map(|question| question.point.as_deref()))
}

fn beginning_as<'a>(typed: &str, values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let query = Query::of(typed);
    let mut seen = BTreeSet::new();
    let mut folded = String::new();
    let mut found = Vec::new();
    for value in values.filter(|value| seen.insert(*value)) {
        folded.clear();
        fold_onto(&mut folded, value);
        if query.begins_in(&folded) {
            found.push(value.to_owned());
        }
    }
    found
}

/// The questions in whose text, answers, asker, theme and number every word of the query occurs:
/// first the one of that number, then whole words, then parts of words; else by number.
pub fn questions(state: &State, query: &str) -> Vec<QuestionNo> {
    let query = Query::of(query);
    let number = query.number().map(QuestionNo);
    let mut folded = String::new();
    let mut found = Vec::new();
    for question in state.questions() {
        folded.clear();
        fold_question(&mut folded, state, question);
        let is_it = number == Some(question.number);
        if let Some(fit) = query.against(&folded).or(is_it.then(Fit::default)) {
            // Where in a question a word stands means nothing, so its beginning does not count.
            found.push(((!is_it, fit.inside, fit.unfinished), question.number));
        }
    }
    in_order(found)
}

pub(super) fn fold_question(folded: &mut String, state: &State, question: &Question) {
    let mut line = |words: &str| {
        fold_onto(folded, words);
        folded.push('\n');
    };
    line(&question.number.to_string());
    line(&question.text);
    if let Some(person) = state.asker(question) {
        line(&person.name);
        line(person.unit.as_deref().unwrap_or_default());
    }
    line(question.theme.as_deref().unwrap_or_default());
    for answer in &question.answers {
        line(answer.text.as_deref().unwrap_or_default());
    }
}

/// The smaller is the better: words inside others last, then a name that begins with the query, then whole words,
/// then names before remits.
type Rank = (bool, bool, usize, bool, ResponderField);

fn rank(fit: Fit, field: ResponderField) -> Rank {
    let in_remit = field == ResponderField::Remit;
    (fit.inside, fit.later || in_remit, fit.unfinished, in_remit, field)
}

fn judged(responder: &Responder, query: &Query) -> Option<(Rank, Why)> {
    let mut folded = String::new();
    let single = fields(responder).filter_map(|(field, words)| {
        folded.clear();
        fold_onto(&mut folded, words);
        let mut fit = query.against(&folded)?;
        // People are called by the last word of their name.
        let is_person = responder.kind == ResponderKind::Leader && field == ResponderField::Name;
        fit.later &= !(is_person && query.names(&folded));
        Some((rank(fit, field), why(field, words, query)))
    });
    single.min_by_key(|(rank, _)| *rank).or_else(|| scattered(responder, query))
}

/// The query's words in different fields; the field that holds the first of them is the reason given.
fn scattered(responder: &Responder, query: &Query) -> Option<(Rank, Why)> {
    let mut left: Vec<&str> = query.words().iter().map(String::as_str).collect();
    let mut reason = None;
    for (field, words) in fields(responder) {
        let mut folded = String::new();
        fold_onto(&mut folded, words);
        let here: Vec<&str> = query.words_in(&folded).collect();
        if reason.is_none() && !here.is_empty() {
            reason = Some(why(field, words, query));
        }
        left.retain(|word| !here.contains(word));
    }
    let last = rank(Fit { inside: true, ..Fit::default() }, ResponderField::Remit);
    reason.filter(|_| left.is_empty()).map(|why| (last, why))
}

fn fields(responder: &Responder) -> impl Iterator<Item = (ResponderField, &str)> {
    let name = [(ResponderField::Name, responder.name.as_str())];
    let short = responder.short.as_deref().map(|short| (ResponderField::Short, short));
    let aliases = responder.aliases.iter().map(|alias| (ResponderField::Alias, alias.as_str()));
    let title = responder.title.as_deref().map(|title| (ResponderField::Title, title));
    let remit = responder.remit.iter().map(|matter| (ResponderField::Remit, matter.as_str()));
    name.into_iter().chain(short).chain(aliases).chain(title).chain(remit)
}

fn why(field: ResponderField, words: &str, query: &Query) -> Why {
    let excerpt = match field {
        ResponderField::Remit => matters_met(words, query),
        _ => words.to_owned(),
    };
    Why { field, excerpt }
}

/// Of a remit that lists several matters, those that the query meets; the whole where it meets none of them alone.
fn matters_met(remit: &str, query: &Query) -> String {
    let mut folded = String::new();
    let mut met = |holds: fn(&Query, &str) -> bool| {
        let matters = remit.split([',', ';']).map(str::trim).filter(|matter| {
            folded.clear();
            fold_onto(&mut folded, matter);
            holds(query, &folded)
        });
        matters.collect::<Vec<&str>>().join(", ")
    };
    let ways: [fn(&Query, &str) -> bool; 3] = [
        Query::begins_in,
        |query, folded| query.count_beginning_in(folded) > 0,
        |query, folded| query.words_in(folded).next().is_some(),
    ];
    let found = ways.into_iter().map(&mut met).find(|matters| !matters.is_empty());
    found.unwrap_or_else(|| remit.to_owned())
}

/// By rank, and in the order of finding where ranks are equal.
fn in_order<R: Ord, T>(mut found: Vec<(R, T)>) -> Vec<T> {
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found.into_iter().map(|(_, thing)| thing).collect()
}

#[cfg(test)]
mod tests;
