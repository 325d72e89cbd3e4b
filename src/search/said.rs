//! What was said and still stands, searched by words, exact phrases and filters; a word may be misspelt.

mod filter;
mod word;

use std::ops::Range;

use crate::session::number::{QuestionNo, Seq};
use crate::session::state::State;

use super::folded::fold_onto;
use super::query::beginnings;
use filter::SaidFilter;
use word::likeness;

pub(super) use filter::{SpokenBy, TextSubject};

/// What a text that was found is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidKind {
    Question,
    Answer,
    Statement,
    Conclusion,
    Task,
}

impl SaidKind {
    /// As files and scripts name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Statement => "statement",
            Self::Conclusion => "conclusion",
            Self::Task => "task",
        }
    }
}

/// A text in which everything looked for occurs.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidHit<'a> {
    pub kind: SaidKind,
    /// The event it stands in.
    pub seq: Seq,
    pub question: Option<QuestionNo>,
    pub text: &'a str,
    /// 1 where every word was found as it was typed.
    pub score: f32,
}

/// What every search takes: words, phrases in quotes and filters such as `agency:`, `unit:`, `theme:`, `is:` and `by:`.
#[derive(Clone, Debug, Default)]
pub struct SaidQuery {
    words: Vec<String>,
    phrases: Vec<String>,
    filters: Vec<SaidFilter>,
}

/// One text that stands, with what filters ask about.
struct Said<'a> {
    kind: SaidKind,
    seq: Seq,
    about: TextSubject<'a>,
    text: &'a str,
}

impl SaidQuery {
    pub fn of(typed: &str) -> Self {
        let mut query = Self::default();
        for QueryWord { filter, text, quoted } in tokens(typed) {
            let mut folded = String::new();
            fold_onto(&mut folded, text.trim());
            match filter.and_then(|name| SaidFilter::named(name, &folded)) {
                Some(filter) => query.filters.push(filter),
                // Without a letter or a digit it says nothing.
                None if words_of(&folded).next().is_none() => {}
                None if quoted => query.phrases.push(folded),
                None => query.words.push(folded),
            }
        }
        query
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.filters.is_empty()
    }

    /// Whether nothing but words and phrases is looked for.
    pub(super) fn has_no_filter(&self) -> bool {
        self.filters.is_empty()
    }

    /// Whether a text about this is looked for, whatever it says.
    pub(super) fn admits(&self, about: &TextSubject<'_>, state: &State) -> bool {
        self.filters.iter().all(|filter| filter.admits(about, state))
    }

    /// The texts of a session in which everything was found, the best first, else in their order.
    pub fn search<'a>(&self, state: &'a State) -> Vec<SaidHit<'a>> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut folded = String::new();
        let mut hits = Vec::new();
        for said in said(state) {
            if !self.admits(&said.about, state) {
                continue;
            }
            folded.clear();
            fold_onto(&mut folded, said.text);
            if let Some(score) = self.score(&folded) {
                let Said { kind, seq, about, text } = said;
                let question = about.question.map(|question| question.number);
                hits.push(SaidHit { kind, seq, question, text, score });
            }
        }
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        hits
    }

    /// Where in a folded text each word and phrase stands, for each those places; where a word begins nothing, the
    /// words it may be a misspelling of.
    pub(super) fn places(&self, folded: &str) -> Vec<Vec<Range<usize>>> {
        let words = self.words.iter().flat_map(|word| words_of(word)).map(|typed| {
            let begun: Vec<Range<usize>> =
                beginnings(typed, folded).map(|at| at..at + typed.len()).collect();
            match begun.is_empty() {
                true => misspelt(typed, folded),
                false => begun,
            }
        });
        let phrases = self
            .phrases
            .iter()
            .map(|phrase| phrase_places(phrase, folded).map(|at| at..at + phrase.len()).collect());
        words.chain(phrases).collect()
    }

    /// How well a folded text holds all words and phrases; `None` when one of them is missing.
    pub(super) fn score(&self, folded: &str) -> Option<f32> {
        if !self.phrases.iter().all(|phrase| stands_in(phrase, folded)) {
            return None;
        }
        let words: Vec<&str> = words_of(folded).collect();
        let (mut sum, mut count) = (0.0, 0.0);
        for typed in &self.words {
            for typed in words_of(typed) {
                let best = words.iter().filter_map(|word| likeness(typed, word)).reduce(f32::max);
                sum += best?;
                count += 1.0;
            }
        }
        Some(if count > 0.0 { sum / count } else { 1.0 })
    }
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a folded text of which this may be a misspelling.
fn misspelt(typed: &str, folded: &str) -> Vec<Range<usize>> {
    let found = words_of(folded).filter(|word| likeness(typed, word).is_some());
    // Where a word lies in the text it is a part of.
    let start = |word: &str| word.as_ptr().addr() - folded.as_ptr().addr();
    found.map(|word| start(word)..start(word) + word.len()).collect()
}

/// Whether the phrase stands there as whole words.
fn stands_in(phrase: &str, folded: &str) -> bool {
    phrase_places(phrase, folded).next().is_some()
}

/// Where it does.
fn phrase_places<'a>(phrase: &'a str, folded: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    beginnings(phrase, folded).filter(move |at| {
        let after = folded.get(at + phrase.len()..).and_then(|text| text.chars().next());
        is_edge(after)
    })
}

/// One thing typed: a word, a phrase in quotes, or a filter's value.
struct QueryWord<'a> {
    filter: Option<&'a str>,
    text: &'a str,
    quoted: bool,
}

fn tokens(typed: &str) -> Vec<QueryWord<'_>> {
    let mut tokens = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let (filter, value) = match rest.split_once(':') {
            Some((name, value)) if SaidFilter::NAMES.contains(&name) => (Some(name), value),
            _ => (None, rest),
        };
        let quoted = value.strip_prefix(['"', '“']);
        let (text, after) = match quoted {
            Some(quoted) => quoted.split_once(['"', '”']).unwrap_or((quoted, "")),
            None => value.split_once(char::is_whitespace).unwrap_or((value, "")),
        };
        tokens.push(QueryWord { filter, text, quoted: quoted.is_some() });
        rest = after.trim_start();
    }
    tokens
}

/// Everything said that stands, in the order of its kinds.
fn said(state: &State) -> impl Iterator<Item = Said<'_>> {
    let questions = state.questions().flat_map(|question| {
        let asked = question.trail.front().map(|seq| Said {
            kind: SaidKind::Question,
            seq: *seq,
            about: TextSubject { question: Some(question), by: SpokenBy::Asker },
            text: &question.text,
        });
        let answers = question.answers.iter().filter_map(move |answer| {
            Some(Said {
                kind: SaidKind::Answer,
                seq: answer.seq,
                about: TextSubject {
                    question: Some(question),
                    by: SpokenBy::Responder(&answer.by),
                },
                text: answer.text.as_deref()?,
            })
        });
        asked.into_iter().chain(answers)
    });
    let statements = state.statements().map(|statement| Said {
        kind: SaidKind::Statement,
        seq: statement.seq,
        about: TextSubject { question: None, by: SpokenBy::Responder(&statement.by) },
        text: &statement.text,
    });
    let conclusions = state.conclusions().map(|conclusion| Said {
        kind: SaidKind::Conclusion,
        seq: conclusion.seq,
        about: TextSubject::default(),
        text: &conclusion.text,
    });
    let tasks = state.tasks().filter_map(|task| {
        Some(Said {
            kind: SaidKind::Task,
            seq: *task.trail.front()?,
            about: TextSubject {
                question: None,
                by: task.lead.as_ref().map_or(SpokenBy::Nobody, SpokenBy::Responder),
            },
            text: &task.text,
        })
    });
    questions.chain(statements).chain(conclusions).chain(tasks)
}

#[cfg(test)]
mod tests;
