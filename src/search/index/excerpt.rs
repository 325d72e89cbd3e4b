//! The text around a match, with the matches in it.

use std::ops::Range;

use crate::search::folded::Traced;
use crate::search::ranges::merged;
use crate::search::said::SaidQuery;

/// Characters kept before something found, and after it.
const BEFORE: usize = 28;
const AFTER: usize = 90;
/// Stands for what was left out.
const GAP: &str = "…";

/// A part of a text on one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// The bytes of `text` that were looked for, from left to right, none touching another.
    pub found: Vec<Range<usize>>,
}

impl Excerpt {
    /// The surroundings of the first place of every word and phrase looked for, with every place of each of them;
    /// the beginning of the text where none stands in it.
    pub(in crate::search) fn of(text: &str, query: &SaidQuery) -> Self {
        let traced = Traced::of(text);
        let mut windows = Vec::new();
        let mut places = Vec::new();
        for of_word in query.places(&traced.folded) {
            let from = places.len();
            places.extend(of_word.iter().map(|place| traced.back(place)));
            windows.extend(places.get(from).map(|first| window(text, first)));
        }
        if windows.is_empty() {
            windows.push(window(text, &(0..0)));
        }
        let (windows, places) = (merged(windows), merged(places));
        let mut excerpt = Self::default();
        for shown in &windows {
            excerpt.show(text, shown, &places);
        }
        if windows.last().is_some_and(|last| last.end < text.trim_end().len()) {
            excerpt.text.push_str(GAP);
        }
        excerpt
    }

    fn show(&mut self, text: &str, shown: &Range<usize>, places: &[Range<usize>]) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        if shown.start > 0 {
            self.text.push_str(GAP);
        }
        let start = self.text.len();
        let words = text.get(shown.clone()).unwrap_or_default();
        self.text.push_str(&words.replace(['\n', '\r', '\t'], " "));
        let inside =
            places.iter().filter(|place| shown.start <= place.start && place.end <= shown.end);
        self.found.extend(
            inside.map(|place| place.start - shown.start + start..place.end - shown.start + start),
        );
    }
}

/// What is shown around one place, from the beginning of a word to the end of one.
fn window(text: &str, place: &Range<usize>) -> Range<usize> {
    let (before, after) = (text.get(..place.start), text.get(place.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let start = match before.char_indices().rev().nth(BEFORE) {
        None => 0,
        Some((cut, _)) => {
            let kept = before.get(cut..).unwrap_or_default();
            kept.find(char::is_whitespace).map_or(cut, |gap| cut + gap)
        }
    };
    let end = match after.char_indices().nth(AFTER) {
        None => text.len(),
        Some((cut, _)) => {
            let kept = after.get(..cut).unwrap_or_default();
            place.end + kept.rfind(char::is_whitespace).unwrap_or(cut)
        }
    };
    let skipped = text.get(start..place.start).unwrap_or_default();
    start + skipped.len() - skipped.trim_start().len()..end
}
