//! Folding fast enough for every key: letters are looked up in a table instead of decomposed.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::fold::fold;

/// Beyond the last letter with marks that Vietnamese uses (U+1EF9).
const LETTERS: u32 = 0x1f00;

/// What a letter folds to.
#[derive(Clone, Copy)]
enum Folding {
    One(char),
    Nothing,
    /// Several letters.
    Several,
}

static FOLDINGS: LazyLock<Vec<Folding>> = LazyLock::new(|| (0..LETTERS).map(folding).collect());

fn folding(code: u32) -> Folding {
    let Some(letter) = char::from_u32(code) else { return Folding::Nothing };
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Folding::Nothing,
        (Some(one), None) => Folding::One(one),
        _ => Folding::Several,
    }
}

/// Appends the folded text: the same letters that [`fold`] gives.
pub(crate) fn fold_onto(buffer: &mut String, text: &str) {
    buffer.reserve(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            buffer.push(letter.to_ascii_lowercase());
            continue;
        }
        let place = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
        match FOLDINGS.get(place) {
            Some(Folding::One(one)) => buffer.push(*one),
            Some(Folding::Nothing) => {}
            Some(Folding::Several) | None => {
                buffer.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
            }
        }
    }
}

/// A text folded, with the way back to the original.
pub(crate) struct Traced {
    pub(crate) folded: String,
    /// Where each letter begins when folded, and where in the text; last, where both end.
    places: Vec<(usize, usize)>,
}

impl Traced {
    pub(crate) fn of(text: &str) -> Self {
        let mut folded = String::new();
        let mut places = Vec::with_capacity(text.len() + 1);
        for (start, letter) in text.char_indices() {
            places.push((folded.len(), start));
            fold_onto(&mut folded, letter.encode_utf8(&mut [0; 4]));
        }
        places.push((folded.len(), text.len()));
        Self { folded, places }
    }

    /// The letters of the text that a range of its folding came from, each with the marks on it.
    pub(crate) fn back(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|(folded, _)| *folded <= range.start);
        let mut last = self.places.partition_point(|(folded, _)| *folded < range.end);
        let is_nothing = |place: usize| match self.places.get(place..place + 2) {
            Some([(one, _), (next, _)]) => one == next,
            _ => false,
        };
        while is_nothing(last) {
            last += 1;
        }
        let start = |place: usize| self.places.get(place).map_or(0, |(_, start)| *start);
        start(first.saturating_sub(1))..start(last)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Traced, fold, fold_onto};

    #[test]
    fn what_was_found_in_the_folding_is_led_back_to_letters_with_their_marks() {
        for text in ["Nhà ở Đường", "Nha\u{300} o\u{309} Đu\u{31b}o\u{31b}\u{300}ng"] {
            let traced = Traced::of(text);
            assert_eq!(traced.folded, "nha o duong");
            let back = |range| text.get(traced.back(&range)).map(fold);
            for word in ["nha", "o", "duong", "nha o", "uon"] {
                let at = traced.folded.find(word).expect("it is there");
                assert_eq!(back(at..at + word.len()).as_deref(), Some(word));
            }
            assert_eq!(text.get(traced.back(&(0..3))), text.split(' ').next());
        }
    }

    proptest! {
        #[test]
        fn the_table_folds_as_the_definition_does(text in "(?s)[\u{0}-\u{1fff}\u{ac00}-\u{ac20}]{0,40}|.{0,40}") {
            let mut folded = String::new();
            fold_onto(&mut folded, &text);
            prop_assert_eq!(folded, fold(&text));
        }
    }
}
