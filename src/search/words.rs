//! The words of a text, each as it is compared and with its place.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::folded::fold_onto;

/// A text with fewer words with diacritics than one in this many was typed without them.
const MARKED_ONE_IN: usize = 4;

/// One word: a run of letters and digits. In Vietnamese it is a syllable.
#[derive(Clone, Debug)]
pub(super) struct TextWord {
    /// Without case and diacritics.
    pub(super) folded: String,
    /// With diacritics, tone marks last, so that "hoà" and "hòa" are one; `None` where there are none.
    pub(super) marked: Option<String>,
    pub(super) place: Range<usize>,
}

/// The words of a text in their order.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) list: Vec<TextWord>,
    /// Whether the text was typed with diacritics.
    pub(super) is_marked: bool,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut list = Vec::new();
        let mut start = None;
        for (at, letter) in text.char_indices() {
            let in_word = letter.is_alphanumeric() || letter == '&' || is_combining_mark(letter);
            match (start, in_word) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    list.extend(TextWord::at(text, from..at));
                    start = None;
                }
                _ => {}
            }
        }
        if let Some(from) = start {
            list.extend(TextWord::at(text, from..text.len()));
        }
        let marked = list.iter().filter(|word| word.marked.is_some()).count();
        Self { is_marked: marked * MARKED_ONE_IN >= list.len(), list }
    }

    /// The folded words from `start` to before `end`, with one space between; `None` past the end.
    pub(super) fn folded(&self, range: Range<usize>) -> Option<String> {
        let words = self.list.get(range)?;
        let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        Some(words.join(" "))
    }
}

impl TextWord {
    fn at(text: &str, place: Range<usize>) -> Option<Self> {
        let written = text.get(place.clone())?;
        let mut folded = String::new();
        fold_onto(&mut folded, written);
        let marked = with_tone_last(written);
        let marked = (marked != folded).then_some(marked);
        (!folded.is_empty()).then_some(Self { folded, marked, place })
    }

    /// The word with its diacritics, if it has any.
    pub(super) fn written(&self) -> &str {
        self.marked.as_deref().unwrap_or(&self.folded)
    }
}

/// Lower case, taken apart, the tone mark at the end.
fn with_tone_last(word: &str) -> String {
    let mut tones = String::new();
    let mut letters = String::with_capacity(word.len() + 2);
    for letter in word.chars().flat_map(char::to_lowercase).nfd() {
        let is_tone = matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        if is_tone { &mut tones } else { &mut letters }.push(letter);
    }
    letters + &tones
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_word_is_compared_without_case_and_with_its_tone_wherever_it_was_typed() {
        let words = Words::of("Hoà, hòa HOA");
        let folded: Vec<&str> = words.list.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(folded, ["hoa", "hoa", "hoa"]);
        assert_eq!(words.list[0].marked, words.list[1].marked);
        assert_eq!(words.list[2].marked, None);
        assert!(words.is_marked && !Words::of("duong hu den toi qua").is_marked);
    }
}
