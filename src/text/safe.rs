//! Untrusted text made safe to show: nothing passes that controls a terminal or misleads a reader.
//!
//! The record keeps what was given; screens and papers show what is here. Control characters, C1, bidi
//! controls, line separators and invisible fillers become visible symbols; the marks on one letter
//! are capped; a zero-width joiner passes only between two emoji.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

use unicode_normalization::char::is_combining_mark;

/// Marks kept on one letter; Vietnamese needs two.
const MARKS: usize = 8;

/// One line of safe text: a line end inside it becomes `␊`, a tab `␉`.
pub fn line(text: &str) -> Cow<'_, str> {
    if is_plain(text, false) { Cow::Borrowed(text) } else { Cow::Owned(shown(text, false)) }
}

/// Safe text that keeps its line feeds.
pub fn lines(text: &str) -> Cow<'_, str> {
    if is_plain(text, true) { Cow::Borrowed(text) } else { Cow::Owned(shown(text, true)) }
}

/// A path on one line of safe text.
pub fn path(path: &Path) -> String {
    line(&path.display().to_string()).into_owned()
}

/// Whether a character must not reach a terminal or a page as it is.
pub fn is_hostile(letter: char) -> bool {
    letter.is_control() || is_invisible(letter)
}

/// The one-cell symbol for a hostile character, where there is no space for more.
pub fn symbol(letter: char) -> char {
    match letter {
        '\u{7f}' => '␡',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('�'),
        _ => '�',
    }
}

fn is_plain(text: &str, keep_lines: bool) -> bool {
    let mut marks = 0;
    text.chars().all(|letter| {
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        marks <= MARKS
            && letter != '\u{200d}'
            && (!is_hostile(letter) || (keep_lines && letter == '\n'))
    })
}

fn shown(text: &str, keep_lines: bool) -> String {
    let mut shown = String::with_capacity(text.len() + 16);
    let mut marks = 0;
    let mut before = None;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if is_mark(letter) {
            marks += 1;
            if marks <= MARKS {
                shown.push(letter);
            }
            continue;
        }
        marks = 0;
        let joins = before.is_some_and(is_emoji) && letters.peek().copied().is_some_and(is_emoji);
        match letter {
            '\n' if keep_lines => shown.push('\n'),
            '\u{200d}' if joins => shown.push(letter),
            '\0'..='\u{1f}' | '\u{7f}' => shown.push(symbol(letter)),
            _ if is_hostile(letter) || letter == '\u{200d}' => {
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(letter));
            }
            _ => shown.push(letter),
        }
        before = Some(letter);
    }
    shown
}

fn is_mark(letter: char) -> bool {
    // Some invisible characters are marks by category; they are shown for what they are.
    let joins = is_combining_mark(letter)
        || matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    joins && !is_invisible(letter)
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
            | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::{line, lines};

    #[test]
    fn vietnamese_and_emoji_families_pass_untouched() {
        for kept in ["Kính thưa đồng chí, em xin hỏi…", "👩‍👩‍👧 vui", "Ca\u{302}\u{300}n Tho\u{31b}"]
        {
            assert_eq!(line(kept), kept);
        }
    }

    #[test]
    fn what_controls_a_terminal_becomes_a_symbol() {
        assert_eq!(line("a\u{1b}[31mđỏ\u{7}\u{9b}2J"), "a␛[31mđỏ␇⟨U+009B⟩2J");
        assert_eq!(line("một\nhai\tba\r"), "một␊hai␉ba␍");
    }

    #[test]
    fn what_misleads_a_reader_is_named() {
        assert_eq!(
            line("\u{202e}abc\u{2069}\u{200b}x\u{200d}y"),
            "⟨U+202E⟩abc⟨U+2069⟩⟨U+200B⟩x⟨U+200D⟩y"
        );
    }

    #[test]
    fn an_invisible_mark_does_not_pass_as_a_mark() {
        assert_eq!(line("a\u{34f}\u{e0100}"), "a⟨U+034F⟩⟨U+E0100⟩");
    }

    #[test]
    fn more_than_eight_marks_on_one_letter_are_cut() {
        let tower = format!("a{}", "\u{301}".repeat(50));
        assert_eq!(line(&tower).chars().count(), 9);
    }

    #[test]
    fn lines_keep_their_ends_and_only_those() {
        assert_eq!(lines("một\nhai\r\u{b}"), "một\nhai␍␋");
    }
}
