//! What a text is compared by: its words, its pairs of words, and the matters it names.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::same_meaning::matters;
use super::words::{TextWord, Words};

/// A word, a pair of words or a matter, as a number: two that differ are practically never the same number.
pub(super) type Term = u64;

/// A term and the words it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlacedTerm {
    pub(super) term: Term,
    pub(super) kind: TermKind,
    /// The first word.
    pub(super) start: usize,
    pub(super) length: usize,
}

/// What a term is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// Words without diacritics.
    Folded,
    /// Words with their diacritics.
    Marked,
    /// Words that mean the same matter as others.
    Matter,
}

/// The terms of a text, each once.
pub(super) fn terms(words: &Words) -> Vec<PlacedTerm> {
    let mut all = Vec::with_capacity(words.list.len() * 4);
    for length in [1, 2] {
        for (start, pair) in words.list.windows(length).enumerate() {
            let folded = pair.iter().map(|word| word.folded.as_str());
            all.push(placed(TermKind::Folded, start, length, folded));
            if pair.iter().any(|word| word.marked.is_some()) {
                let written = pair.iter().map(TextWord::written);
                all.push(placed(TermKind::Marked, start, length, written));
            }
        }
    }
    for (matter, start, length) in matters(words) {
        let term = numbered(TermKind::Matter, &matter);
        all.push(PlacedTerm { term, kind: TermKind::Matter, start, length });
    }
    let mut seen = HashSet::with_capacity(all.len());
    all.retain(|placed| seen.insert(placed.term));
    all
}

fn placed<'a>(
    kind: TermKind,
    start: usize,
    length: usize,
    words: impl Iterator<Item = &'a str>,
) -> PlacedTerm {
    let words: Vec<&str> = words.collect();
    PlacedTerm { term: numbered(kind, &words), kind, start, length }
}

fn numbered(kind: TermKind, what: &impl Hash) -> Term {
    let mut hasher = DefaultHasher::new();
    (kind, what).hash(&mut hasher);
    hasher.finish()
}
