//! Folding fast enough for every keypress: letters looked up in a table instead of decomposed anew.

use std::sync::LazyLock;

use crate::session::text::fold;

/// Beyond the last letter with marks that Vietnamese uses (U+1EF9).
const LETTERS: u32 = 0x1f00;

/// What becomes of a letter.
#[derive(Clone, Copy)]
enum Fate {
    Becomes(char),
    Vanishes,
    /// Becomes several letters.
    Spreads,
}

static FATES: LazyLock<Vec<Fate>> = LazyLock::new(|| (0..LETTERS).map(fate).collect());

fn fate(code: u32) -> Fate {
    let Some(letter) = char::from_u32(code) else { return Fate::Vanishes };
    let folded = fold(letter.encode_utf8(&mut [0; 4]));
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Fate::Vanishes,
        (Some(one), None) => Fate::Becomes(one),
        _ => Fate::Spreads,
    }
}

/// Appends the folded text: the same letters that [`fold`] gives.
pub(super) fn fold_onto(buffer: &mut String, text: &str) {
    buffer.reserve(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            buffer.push(letter.to_ascii_lowercase());
            continue;
        }
        let place = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
        match FATES.get(place) {
            Some(Fate::Becomes(one)) => buffer.push(*one),
            Some(Fate::Vanishes) => {}
            Some(Fate::Spreads) | None => {
                buffer.push_str(&fold(letter.encode_utf8(&mut [0; 4])));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fold, fold_onto};

    proptest! {
        #[test]
        fn the_table_folds_as_the_definition_does(text in "(?s)[\u{0}-\u{1fff}\u{ac00}-\u{ac20}]{0,40}|.{0,40}") {
            let mut folded = String::new();
            fold_onto(&mut folded, &text);
            prop_assert_eq!(folded, fold(&text));
        }
    }
}
