//! An index of phrases, each with whose it is, and how near a text comes to those of each.

use std::collections::{BTreeMap, HashMap};

use super::office::OfficeNo;
use super::terms::{PlacedTerm, Term};
use super::weight::rarity;

/// Of how many of an office's phrases the nearest count; each counts less than the one before.
const NEAREST: usize = 20;
const NEXT_COUNTS: f32 = 0.8;
/// How much a phrase loses by the words it has beyond those of the text.
const LENGTH_COUNTS: f32 = 0.9;
/// A question that was first routed to an office in vain speaks against it.
const IN_VAIN: f32 = 0.5;

/// A phrase and the office it leads to.
pub(super) struct Phrase {
    pub(super) text: String,
    pub(super) office: OfficeNo,
    /// It was routed there, and then elsewhere.
    pub(super) in_vain: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct PhraseIndex {
    /// The phrases in which a term stands, in their order.
    by_term: HashMap<Term, Vec<u32>>,
    phrases: Vec<IndexedPhrase>,
    /// How many of them rosters hold: the first. The others are questions.
    known: u32,
    /// How much a term tells of who answers, by what rosters hold.
    focus: HashMap<Term, f32>,
}

#[derive(Clone, Copy, Debug)]
struct IndexedPhrase {
    office: OfficeNo,
    in_vain: bool,
    length: f32,
}

/// A phrase and how near a text comes to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct NearPhrase {
    phrase: u32,
    nearness: f32,
}

impl PhraseIndex {
    /// Of the phrases, each with its terms, rosters hold the first `known`.
    pub(super) fn of(phrases: &[Phrase], all: &[Vec<PlacedTerm>], known: usize) -> Self {
        let known = u32::try_from(known).unwrap_or(u32::MAX);
        let mut index = Self { known, ..Self::default() };
        for (number, terms) in (0..).zip(all) {
            for term in terms {
                index.by_term.entry(term.term).or_default().push(number);
            }
        }
        for (phrase, terms) in phrases.iter().zip(all) {
            let squares = terms
                .iter()
                .map(|term| rarity(phrases.len(), index.phrases_with(term.term)).powi(2));
            let length = squares.sum::<f32>().sqrt().powf(LENGTH_COUNTS);
            let Phrase { office, in_vain, .. } = *phrase;
            index.phrases.push(IndexedPhrase { office, in_vain, length });
        }
        let offices = phrases.iter().map(|phrase| phrase.office + 1).max().unwrap_or_default();
        let focus = index
            .by_term
            .iter()
            .filter_map(|(term, places)| Some((*term, index.focus_among(places, offices)?)));
        index.focus = focus.collect();
        index
    }

    /// In how many phrases a term stands.
    fn phrases_with(&self, term: Term) -> usize {
        self.by_term.get(&term).map_or(0, Vec::len)
    }

    /// How many phrases rosters hold.
    pub(super) fn known_phrases(&self) -> usize {
        self.known as usize
    }

    /// In how many phrases of rosters a term stands.
    pub(super) fn known_phrases_with(&self, term: Term) -> usize {
        let places = self.by_term.get(&term).map(Vec::as_slice).unwrap_or_default();
        places.partition_point(|place| *place < self.known)
    }

    /// 1 for a term that one office has among its matters, 0 for one that all have alike; `None` for one
    /// that none has.
    pub(super) fn focus(&self, term: Term) -> Option<f32> {
        self.focus.get(&term).copied()
    }

    fn focus_among(&self, places: &[u32], offices: usize) -> Option<f32> {
        let mut counts: BTreeMap<OfficeNo, f32> = BTreeMap::new();
        for place in places.iter().take_while(|place| **place < self.known) {
            if let Some(phrase) = self.phrases.get(*place as usize) {
                *counts.entry(phrase.office).or_default() += 1.0;
            }
        }
        (!counts.is_empty()).then(|| spread(counts.values().copied(), offices))
    }

    fn rarity(&self, term: Term) -> f32 {
        rarity(self.phrases.len(), self.phrases_with(term))
    }

    /// The phrases of each office that share a term with the text, the nearest first.
    pub(super) fn near(&self, text: &[PlacedTerm], offices: usize) -> Vec<Vec<NearPhrase>> {
        let mut shared = vec![0.0_f32; self.phrases.len()];
        for term in text {
            let Some(places) = self.by_term.get(&term.term) else { continue };
            let weight = self.rarity(term.term).powi(2);
            for place in places {
                if let Some(sum) = shared.get_mut(*place as usize) {
                    *sum += weight;
                }
            }
        }
        let mut near: Vec<Vec<NearPhrase>> = vec![Vec::new(); offices];
        for ((number, phrase), sum) in (0..).zip(&self.phrases).zip(&shared) {
            if *sum > 0.0
                && let Some(near) = near.get_mut(phrase.office)
            {
                near.push(NearPhrase { phrase: number, nearness: sum / phrase.length });
            }
        }
        for near in &mut near {
            let nearest =
                |one: &NearPhrase, other: &NearPhrase| other.nearness.total_cmp(&one.nearness);
            if near.len() > NEAREST {
                near.select_nth_unstable_by(NEAREST, nearest);
                near.truncate(NEAREST);
            }
            near.sort_by(nearest);
        }
        near
    }

    /// How near the text comes to an office, by its nearest phrases.
    pub(super) fn nearness(&self, near: &[NearPhrase]) -> f32 {
        let mut sum = 0.0;
        let mut counts = 1.0;
        let mut against = 0.0_f32;
        for NearPhrase { phrase, nearness } in near {
            match self.phrases.get(*phrase as usize) {
                Some(phrase) if phrase.in_vain => against = against.max(*nearness),
                _ => {
                    sum += nearness * counts;
                    counts *= NEXT_COUNTS;
                }
            }
        }
        sum - against * IN_VAIN
    }

    /// How much each word of the text, of which there are `words`, had to do with these phrases being near.
    pub(super) fn word_weights(
        &self,
        text: &[PlacedTerm],
        near: &[NearPhrase],
        words: usize,
    ) -> Vec<f32> {
        let mut weights = vec![0.0_f32; words];
        for term in text {
            let Some(places) = self.by_term.get(&term.term) else { continue };
            let found = near.iter().filter(|near| places.binary_search(&near.phrase).is_ok());
            let nearness: f32 = found.map(|near| near.nearness).sum();
            // Each of its words alike.
            let each = u16::try_from(term.length).map_or(1.0, f32::from);
            let weight = nearness * self.rarity(term.term).powi(2) / each;
            for sum in weights.iter_mut().skip(term.start).take(term.length) {
                *sum += weight;
            }
        }
        weights
    }
}

/// One less the entropy of the counts, as a part of the most it can be. A little of every count is taken
/// to belong to all, so that a term met once proves less than one met often.
#[expect(clippy::cast_precision_loss, reason = "there are few offices")]
fn spread(counts: impl Iterator<Item = f32> + Clone, offices: usize) -> f32 {
    const SHARED: f32 = 0.3;
    let most = (offices.max(2) as f32).ln();
    let sum = counts.clone().sum::<f32>() + SHARED;
    let each = SHARED / offices.max(2) as f32;
    let entropy = |count: f32| {
        let part = (count + each) / sum;
        -part * part.ln()
    };
    let without = offices.saturating_sub(counts.clone().count()) as f32;
    let entropy = counts.map(entropy).sum::<f32>() + without * entropy(0.0);
    (1.0 - entropy / most).max(0.0)
}
