//! Offices that a text calls by their names, old ones and abbreviations too.

use std::collections::HashMap;

use super::office::{OfficeNo, Offices};
use super::words::Words;

/// Words with which a name of two words begins: "Sở Lao động" names an office, "y tế" a matter.
const KINDS: [&str; 6] = ["so", "cuc", "thanh doan", "tinh doan", "thanh uy", "ban dan"];
/// A name of as many words is no matter.
const LONG: usize = 3;
/// Capital letters of an abbreviation: two could be anything.
const CAPITALS: usize = 3;
const LONGEST: usize = 14;

/// The names by which offices are called.
#[derive(Clone, Debug, Default)]
pub(super) struct OfficeNames {
    /// Folded names of several words.
    long: HashMap<String, OfficeNo>,
    /// Abbreviations as they are written.
    short: HashMap<String, OfficeNo>,
}

impl OfficeNames {
    pub(super) fn of(offices: &Offices) -> Self {
        let mut known = Self::default();
        for (number, office) in offices.list.iter().enumerate() {
            for name in &office.names {
                known.add(name, number);
            }
            // Old names stand among the matters, since a session need not record them.
            for name in office.matters.iter().filter(|matter| matter.starts_with("Sở ")) {
                known.add(name, number);
            }
        }
        known
    }

    fn add(&mut self, name: &str, office: OfficeNo) {
        let words = Words::of(name);
        let Some(folded) = words.folded(0..words.list.len()) else { return };
        let is_kind = KINDS.iter().any(|kind| {
            folded.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        });
        let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
        if words.list.len() == 1 && capitals >= CAPITALS && capitals == name.chars().count() {
            self.short.entry(name.to_owned()).or_insert(office);
        } else if words.list.len() >= LONG || (words.list.len() > 1 && is_kind) {
            self.long.entry(folded).or_insert(office);
        }
    }

    /// The offices that the text names, each with its first word and the number of words of its name.
    pub(super) fn named(&self, text: &str, words: &Words) -> Vec<(OfficeNo, usize, usize)> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < words.list.len() {
            let longest = LONGEST.min(words.list.len() - start);
            let long = (2..=longest).rev().find_map(|length| {
                let folded = words.folded(start..start + length)?;
                Some((*self.long.get(&folded)?, length))
            });
            let short = || {
                let word = words.list.get(start)?;
                Some((*self.short.get(text.get(word.place.clone())?)?, 1))
            };
            let named = long.or_else(short);
            found.extend(named.map(|(office, length)| (office, start, length)));
            start += named.map_or(1, |(_, length)| length);
        }
        found
    }
}
