//! Plain letters: those of Vietnamese and its signs, one cell each, that need no segmenting.
//!
//! Nearly all that is shown is made of them. Finding the borders of letters in general costs more than
//! everything else in a frame, so it is left to texts that have something else in them.

/// Whether a letter takes one cell by itself, joins no other, and is safe to show as it is.
fn is_plain(letter: char) -> bool {
    matches!(
        letter,
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}'
            | '–' | '—' | '‘' | '’' | '“' | '”' | '•' | '…' | '₫' | '\u{2500}'..='\u{259f}'
    )
}

/// The cells of a text of plain letters alone.
pub(super) fn cells(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |cells, letter| is_plain(letter).then_some(cells + 1))
}

/// What of a text fits in so many cells, when that and the next letter are plain.
pub(super) fn fitting(text: &str, cells: usize) -> Option<&str> {
    for (place, (start, letter)) in text.char_indices().enumerate() {
        if !is_plain(letter) {
            return None;
        }
        if place == cells {
            return Some(&text[..start]);
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthChar;

    use super::{cells, fitting, is_plain};
    use crate::text::safe;

    #[test]
    fn a_plain_letter_is_one_cell_stands_alone_and_hides_nothing() {
        for letter in (0..=0xffff).filter_map(char::from_u32).filter(|letter| is_plain(*letter)) {
            assert_eq!(letter.width(), Some(1), "{letter:?}");
            assert!(!safe::is_hostile(letter), "{letter:?}");
            for other in ['a', ' ', letter] {
                let text = format!("{letter}{other}{letter}");
                assert_eq!(text.graphemes(true).count(), 3, "{text:?}");
                assert_eq!(safe::line(&text), text);
            }
        }
    }

    #[test]
    fn what_fits_is_cut_between_letters_and_anything_else_is_left_to_others() {
        assert_eq!(fitting("Cần Thơ", 3), Some("Cần"));
        assert_eq!(fitting("Cần", 3), Some("Cần"));
        assert_eq!(cells("Cần Thơ"), Some(7));
        // The letter behind the cut carries a mark of its own, or lies over the one before it.
        assert_eq!(fitting("Ca\u{302}n", 2), None);
        assert_eq!(fitting("a\u{202e}b", 2), None);
        assert_eq!(fitting("ế\tb", 1), None);
    }
}
