//! Who should answer a question: the responders whose matters it comes nearest to.

use std::collections::HashSet;

use crate::session::number::ResponderId;
use crate::session::payload::Responder;

use super::named::OfficeNames;
use super::office::{OfficeNo, Offices};
use super::past::{LEARNED, PastSession};
use super::phrases::{NearPhrase, Phrase, PhraseIndex};
use super::terms::{PlacedTerm, Term, terms};
use super::words::Words;

pub use super::terms::TermKind;

/// How many are suggested.
pub const SUGGESTIONS: usize = 3;

/// Nearness counts for the share of an office to this power.
const SHARPNESS: i32 = 3;
/// From this share on, a suggestion is clear; from the other on, possible.
const CLEAR: f32 = 0.62;
const POSSIBLE: f32 = 0.3;

/// Words that had less to do with a suggestion than this part of the foremost one are not shown.
const SHOWN: f32 = 0.3;
/// Matches that are shown.
const MATCHES: usize = 3;

/// A responder who may answer, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub responder: ResponderId,
    pub confidence: Confidence,
    /// The words of the text that matched, as they were written, in their order.
    pub words: Vec<String>,
}

/// How far a suggestion may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Unsure,
    Possible,
    Clear,
}

impl Confidence {
    /// As files and scripts name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Possible => "possible",
            Self::Unsure => "unsure",
        }
    }
}

/// What is known of offices and learned from questions that were routed.
#[derive(Clone, Debug, Default)]
pub struct Suggester {
    pub(super) offices: Offices,
    names: OfficeNames,
    index: PhraseIndex,
    left_out: Option<TermKind>,
}

/// An office that may answer.
#[derive(Clone, Copy, Debug)]
struct RankedOffice {
    office: OfficeNo,
    nearness: f32,
    is_named: bool,
}

impl Suggester {
    /// Learns from the routes of sessions, this one and others.
    pub fn of<'a>(offices: Offices, sessions: impl IntoIterator<Item = &'a PastSession>) -> Self {
        Self::without(None, offices, sessions)
    }

    /// The same without one kind of term, to measure what that kind gives.
    pub fn without<'a>(
        left_out: Option<TermKind>,
        offices: Offices,
        sessions: impl IntoIterator<Item = &'a PastSession>,
    ) -> Self {
        let mut phrases = known(&offices);
        let known = phrases.len();
        for session in sessions {
            learn(&offices, session, &mut phrases);
        }
        let names = OfficeNames::of(&offices);
        let mut suggester = Self { offices, names, index: PhraseIndex::default(), left_out };
        let terms = phrases.iter().map(|phrase| suggester.terms(&Words::of(&phrase.text)));
        suggester.index = PhraseIndex::of(&phrases, &terms.collect::<Vec<_>>(), known);
        suggester
    }

    /// What a text is compared by.
    pub(super) fn terms(&self, words: &Words) -> Vec<PlacedTerm> {
        let mut terms = terms(words);
        terms.retain(|term| Some(term.kind) != self.left_out);
        terms
    }

    /// Up to three responders of the session, the likeliest first.
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        let words = Words::of(text);
        let terms = self.terms(&words);
        let near = self.index.near(&terms, self.offices.list.len());
        let named = self.names.named(text, &words);
        let candidates = self.candidates(&near, &named);
        // Of offices that are not invited too: the best of the others may still be far from right.
        let power = |near: &Vec<NearPhrase>| self.index.nearness(near).max(0.0).powi(SHARPNESS);
        let sum: f32 = near.iter().map(power).sum();
        let foremost = candidates.iter().take(SUGGESTIONS);
        let suggestions = foremost.filter_map(|candidate| {
            let office = self.offices.list.get(candidate.office)?;
            let share = candidate.nearness.powi(SHARPNESS) / sum.max(f32::MIN_POSITIVE);
            let near = near.get(candidate.office)?;
            let mut weights = self.index.word_weights(&terms, near, words.list.len());
            for (_, start, length) in named.iter().filter(|named| named.0 == candidate.office) {
                weights.iter_mut().skip(*start).take(*length).for_each(|it| *it = f32::INFINITY);
            }
            Some(Suggestion {
                responder: office.responder.clone()?,
                confidence: confidence(share, candidate.is_named),
                words: shown(text, &words, &weights),
            })
        });
        suggestions.collect()
    }

    /// How near a text comes to each office; all to the one that leads, where that is known.
    pub(super) fn direction(&self, terms: &[PlacedTerm], lead: Option<&Responder>) -> Vec<f32> {
        if let Some(lead) = lead.and_then(|lead| self.offices.office(lead)) {
            let offices = 0..self.offices.list.len();
            return offices.map(|office| if office == lead { 1.0 } else { 0.0 }).collect();
        }
        let near = self.index.near(terms, self.offices.list.len());
        let squares: Vec<f32> =
            near.iter().map(|near| self.index.nearness(near).max(0.0).powi(2)).collect();
        let length = squares.iter().map(|square| square.powi(2)).sum::<f32>().sqrt();
        squares.into_iter().map(|square| square / length.max(f32::MIN_POSITIVE)).collect()
    }

    /// In how many phrases of rosters a term stands.
    pub(super) fn phrases_with(&self, term: Term) -> usize {
        self.index.known_phrases_with(term)
    }

    /// How many phrases rosters hold.
    pub(super) fn phrase_count(&self) -> usize {
        self.index.known_phrases()
    }

    /// 1 for a term that one office alone has among its matters, 0 for one that all have alike; `None`
    /// for one that none has.
    pub(super) fn focus(&self, term: Term) -> Option<f32> {
        self.index.focus(term)
    }

    /// The offices invited to which the text comes near or which it names: those first, then the nearest.
    fn candidates(
        &self,
        near: &[Vec<NearPhrase>],
        named: &[(OfficeNo, usize, usize)],
    ) -> Vec<RankedOffice> {
        let invited = self.offices.list.iter().zip(near).enumerate();
        let mut candidates: Vec<RankedOffice> = invited
            .filter(|(_, (office, _))| office.responder.is_some())
            .map(|(number, (_, near))| RankedOffice {
                office: number,
                nearness: self.index.nearness(near).max(0.0),
                is_named: named.iter().any(|named| named.0 == number),
            })
            .filter(|candidate| candidate.nearness > 0.0 || candidate.is_named)
            .collect();
        candidates.sort_by(|one, other| {
            let by_nearness = other.nearness.total_cmp(&one.nearness);
            other.is_named.cmp(&one.is_named).then(by_nearness)
        });
        candidates
    }
}

fn confidence(share: f32, is_named: bool) -> Confidence {
    if is_named || share >= CLEAR {
        Confidence::Clear
    } else if share >= POSSIBLE {
        Confidence::Possible
    } else {
        Confidence::Unsure
    }
}

/// What rosters know, each matter once.
fn known(offices: &Offices) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for (number, office) in offices.list.iter().enumerate() {
        let mut seen = HashSet::new();
        for text in office.names.iter().chain(&office.matters) {
            if seen.insert(text.to_lowercase()) {
                phrases.push(Phrase { text: text.clone(), office: number, in_vain: false });
            }
        }
    }
    phrases
}

/// Every question that was routed leads to who was to answer it in the end, and away from those before.
fn learn(offices: &Offices, session: &PastSession, phrases: &mut Vec<Phrase>) {
    let state = session.state();
    let office = |lead: &ResponderId| offices.office(state.responder(lead)?);
    for question in session.newest(LEARNED) {
        let Some(lead) = question.lead().and_then(office) else { continue };
        let text = question.text.to_string();
        let in_vain = session.leads(question).filter_map(office).filter(|office| *office != lead);
        for office in in_vain {
            phrases.push(Phrase { text: text.clone(), office, in_vain: true });
        }
        phrases.push(Phrase { text, office: lead, in_vain: false });
    }
}

/// The words that weigh most, each run of them as it was written.
fn shown(text: &str, words: &Words, weights: &[f32]) -> Vec<String> {
    let most = weights.iter().copied().fold(0.0, f32::max);
    let counts =
        |place: usize| weights.get(place).is_some_and(|it| *it > 0.0 && *it >= most * SHOWN);
    let mut runs: Vec<(f32, usize, usize)> = Vec::new();
    let mut place = 0;
    while place < words.list.len() {
        let end = (place..words.list.len()).find(|at| !counts(*at)).unwrap_or(words.list.len());
        if end > place {
            let weight = weights.get(place..end).unwrap_or_default().iter().sum();
            runs.push((weight, place, end));
        }
        place = end + 1;
    }
    runs.sort_by(|one, other| other.0.total_cmp(&one.0));
    runs.truncate(MATCHES);
    runs.sort_by_key(|run| run.1);
    let written = |(_, start, end): &(f32, usize, usize)| {
        let (first, last) = (words.list.get(*start)?, words.list.get(*end - 1)?);
        text.get(first.place.start..last.place.end).map(str::to_owned)
    };
    runs.iter().filter_map(written).collect()
}

#[cfg(test)]
mod tests;
