//! Where one may stop in a text: between letters as people see them, between words, at line ends.

use unicode_segmentation::GraphemeCursor;

/// The place one letter back, as people count letters: a family of emoji is one.
pub(super) fn letter_before(text: &str, place: usize) -> usize {
    let before = GraphemeCursor::new(place, text.len(), true).prev_boundary(text, 0);
    before.ok().flatten().unwrap_or(0)
}

/// The place one letter on.
pub(super) fn letter_after(text: &str, place: usize) -> usize {
    let after = GraphemeCursor::new(place, text.len(), true).next_boundary(text, 0);
    after.ok().flatten().unwrap_or(text.len())
}

/// `place` itself, or the end of the letter it falls inside of.
pub(super) fn settled(text: &str, place: usize) -> usize {
    let between = GraphemeCursor::new(place, text.len(), true).is_boundary(text, 0);
    if between.unwrap_or(true) { place } else { letter_after(text, place) }
}

/// The start of the word before `place`.
pub(super) fn word_before(text: &str, place: usize) -> usize {
    let before = text[..place].trim_end();
    let start = before.rfind(char::is_whitespace).map_or(0, |space| letter_after(text, space));
    settled(text, start)
}

/// The start of the word after the one at `place`.
pub(super) fn word_after(text: &str, place: usize) -> usize {
    let after = &text[place..];
    let space = after.find(char::is_whitespace).unwrap_or(after.len());
    let rest = after[space..].trim_start();
    settled(text, text.len() - rest.len())
}

pub(super) fn line_start(text: &str, place: usize) -> usize {
    text[..place].rfind('\n').map_or(0, |end| end + 1)
}

pub(super) fn line_end(text: &str, place: usize) -> usize {
    text[place..].find('\n').map_or(text.len(), |end| place + end)
}

#[cfg(test)]
mod tests {
    use super::{letter_after, letter_before, word_after, word_before};

    #[test]
    fn a_letter_with_its_marks_and_a_family_of_emoji_are_one_step() {
        for one in ["ầ", "a\u{302}\u{300}", "👩‍👩‍👧", "🇻🇳"] {
            let text = format!("x{one}y");
            assert_eq!(letter_before(&text, 1 + one.len()), 1, "{one}");
            assert_eq!(letter_after(&text, 1), 1 + one.len(), "{one}");
        }
    }

    #[test]
    fn words_are_told_by_the_blanks_between_them() {
        let text = "Nhà trọ,  quá đắt";
        let quá = text.find("quá").unwrap_or_default();
        assert_eq!(word_after(text, text.find("trọ").unwrap_or_default()), quá);
        assert_eq!(word_before(text, text.len()), text.find("đắt").unwrap_or_default());
        assert_eq!(word_before(text, quá), text.find("trọ").unwrap_or_default());
        assert_eq!((word_before(text, 0), word_after(text, text.len())), (0, text.len()));
    }
}
