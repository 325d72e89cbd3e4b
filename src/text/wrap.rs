//! A text broken into lines that fit a number of cells: the one wrapper of screens, fields and papers.
//!
//! Breaks stand after blanks only; a word wider than a line is cut between graphemes. Widths are summed
//! grapheme by grapheme, as a terminal moves its cursor; `textwrap`'s own measure adds up code points,
//! which is less for an emoji with its variation selector, so only its line breaking is used.

use std::ops::Range;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells of a letter on the screen, as ratatui lays them out: it gives the halfwidth sound marks one more each
/// than `unicode-width` does, so a blank stands after them.
pub fn cells_of(letter: &str) -> usize {
    letter.width() + letter.matches(['\u{ff9e}', '\u{ff9f}']).count()
}

/// The lines of a text that is safe to show, without the blanks at their ends.
pub fn lines(text: &str, cells: usize) -> impl Iterator<Item = &str> {
    ranges(text, cells, cells_of)
        .into_iter()
        .filter_map(|line| text.get(line))
        .map(|line| line.trim_end_matches(is_blank))
}

/// The bytes of each line, with the blanks at its end, which may hang over; `measure` gives the cells
/// of one grapheme. The line feed between two lines belongs to neither.
pub fn ranges(text: &str, cells: usize, measure: impl Fn(&str) -> usize) -> Vec<Range<usize>> {
    let cells = narrow(cells.max(1));
    let mut ranges = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let pieces = pieces(paragraph, start, cells, &measure);
        ranges.extend(wrap_first_fit(&pieces, &[f64::from(cells)]).into_iter().map(|line| {
            let from = line.first().map_or(start, |piece| piece.bytes.start);
            from..line.last().map_or(start, |piece| piece.bytes.end)
        }));
        start += paragraph.len() + 1;
    }
    ranges
}

/// A word with the blanks behind it, or a part of a word that is wider than a line.
#[derive(Debug)]
struct WrapPiece {
    bytes: Range<usize>,
    cells: u32,
    blanks: u32,
}

impl Fragment for WrapPiece {
    fn width(&self) -> f64 {
        self.cells.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.blanks.into()
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn pieces(
    paragraph: &str,
    start: usize,
    cells: u32,
    measure: &impl Fn(&str) -> usize,
) -> Vec<WrapPiece> {
    let mut pieces = Vec::new();
    let mut at = start;
    for word in paragraph.split_inclusive(is_blank) {
        let letters = word.trim_end_matches(is_blank);
        let mut piece = WrapPiece { bytes: at..at, cells: 0, blanks: 0 };
        for grapheme in graphemes(letters) {
            let wide = narrow(measure(grapheme));
            if piece.cells > 0 && piece.cells + wide > cells {
                let end = piece.bytes.end;
                pieces.push(piece);
                piece = WrapPiece { bytes: end..end, cells: 0, blanks: 0 };
            }
            piece.bytes.end += grapheme.len();
            piece.cells += wide;
        }
        let blanks = &word[letters.len()..];
        piece.bytes.end += blanks.len();
        piece.blanks = blanks.graphemes(true).map(|blank| narrow(measure(blank))).sum();
        at = piece.bytes.end;
        pieces.push(piece);
    }
    pieces
}

/// The graphemes of a word. Where each letter is one by itself, as in nearly every Vietnamese word, they are not
/// looked for.
fn graphemes(word: &str) -> impl Iterator<Item = &str> {
    let is_simple = word.chars().all(stands_alone);
    let letters = is_simple.then(|| word.split_inclusive(stands_alone));
    let graphemes = (!is_simple).then(|| word.graphemes(true));
    letters.into_iter().flatten().chain(graphemes.into_iter().flatten())
}

/// Whether the letter is a grapheme between any two others like it: Latin, with its marks in the same character.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '!'..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The no-break space is none.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{3000}')
}

fn narrow(cells: usize) -> u32 {
    u32::try_from(cells).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    use super::{lines, ranges};

    fn wrapped(text: &str, cells: usize) -> Vec<&str> {
        lines(text, cells).collect()
    }

    #[test]
    fn lines_break_between_words_and_drop_the_blanks_there() {
        assert_eq!(wrapped("một hai  ba bốn", 8), ["một hai", "ba bốn"]);
        assert_eq!(wrapped("  một\n\nhai ", 9), ["  một", "", "hai"]);
        assert_eq!(wrapped("", 9), [""]);
        assert_eq!(wrapped("xã Hòa\u{a0}An", 6), ["xã", "Hòa\u{a0}An"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_between_graphemes() {
        assert_eq!(
            wrapped("a tie\u{302}\u{301}ngtie\u{302}\u{301}ng", 6),
            ["a", "tie\u{302}\u{301}ngt", "ie\u{302}\u{301}ng"]
        );
        assert_eq!(wrapped("日本語", 3), ["日", "本", "語"]);
        assert_eq!(wrapped("日本", 1), ["日", "本"]);
    }

    #[test]
    fn an_emoji_with_its_variation_selector_takes_two_cells() {
        assert_eq!(
            wrapped("❤\u{fe0f} ❤\u{fe0f} ❤\u{fe0f}", 5),
            ["❤\u{fe0f} ❤\u{fe0f}", "❤\u{fe0f}"]
        );
    }

    #[test]
    fn the_caller_may_measure_graphemes_otherwise() {
        assert_eq!(ranges("ab\tcd", 4, |_| 2), [0..3, 3..5]);
    }

    /// One grapheme is never cut, however wide: a letter with a skin tone takes three cells.
    fn assert_fits(line: &str, cells: usize) -> Result<(), TestCaseError> {
        let widths: Vec<usize> = line.graphemes(true).map(UnicodeWidthStr::width).collect();
        prop_assert!(widths.len() == 1 || widths.iter().sum::<usize>() <= cells, "{line:?}");
        Ok(())
    }

    #[test]
    fn a_grapheme_wider_than_a_line_stands_alone_on_it() {
        assert_eq!(wrapped("a¡🏻b", 2), ["a", "¡🏻", "b"]);
    }

    #[test]
    fn letters_that_stand_alone_are_graphemes_between_any_others_like_them() {
        let letters: String =
            ('!'..='\u{1eff}').filter(|letter| super::stands_alone(*letter)).collect();
        let graphemes: Vec<&str> = letters.graphemes(true).collect();
        assert!(super::graphemes(&letters).eq(graphemes));
        assert!(
            letters.chars().all(|letter| super::cells_of(letter.encode_utf8(&mut [0; 4])) == 1)
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked_and_nothing_but_line_feeds_is_lost(
            text in "(?s).{0,200}", cells in 2..40usize
        ) {
            let safe = crate::text::safe::lines(&text);
            let mut end = 0;
            for line in ranges(&safe, cells, UnicodeWidthStr::width) {
                prop_assert!(safe[end..line.start].chars().all(|letter| letter == '\n'));
                end = line.end;
            }
            prop_assert_eq!(end, safe.trim_end_matches('\n').len().max(end));
            for line in lines(&safe, cells) {
                assert_fits(line, cells)?;
            }
        }
    }
}
