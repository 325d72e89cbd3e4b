//! The rule that tells text that lost its way from keys, where letters are commands.
//!
//! A terminal without bracketed paste sends a paste as keys, and a paste that lost its end mark goes on as keys.
//! Nobody presses four keys at once: a person who types ten keys a second gives one key a read, and two or three
//! land in one read only when the machine stalls. So one read is text, and no keys, where it holds
//!
//! - four or more printable characters, not counting digits (they are typed in bursts by number pads), and
//!   counting four or more of the same one as one (a key held down), or
//! - text on both sides of a line break.
//!
//! A key that no text holds, such as an arrow, begins to count anew: two letters, an arrow and two letters are
//! keys. An input method that puts a letter right sends Backspace and the letter, which stays below four.

use super::TerminalInput;
use crate::tui::model::key::{Code, Key};

/// Printable characters in one read from which they are text.
const FEWEST: usize = 4;

/// The text in what is left of a read from `from` on, if the rule says that it is text.
///
/// A line break counts with the text before `from` too: that text was typed into a field, and the break closed it.
#[must_use]
pub fn stray_text(read: &[TerminalInput], from: usize) -> Option<String> {
    let characters: Vec<Option<char>> = read.iter().map(character).collect();
    let mut begin = 0;
    let is_text = characters.split(Option::is_none).any(|run| {
        let run_begin = begin;
        begin += run.len() + 1;
        let whole: String = run.iter().flatten().collect();
        let left: String = run.iter().skip(from.saturating_sub(run_begin)).flatten().collect();
        is_burst(&left) || (has_text(&left) && has_text_around_a_break(&whole))
    });
    is_text.then(|| characters.into_iter().skip(from).flatten().collect())
}

/// The character an input puts into a text.
#[must_use]
pub fn character(input: &TerminalInput) -> Option<char> {
    match input {
        TerminalInput::Key(key) => typed_character(*key),
        TerminalInput::Paste(_) | TerminalInput::Mouse(_) => None,
    }
}

fn typed_character(key: Key) -> Option<char> {
    match key.code {
        Code::Enter if key == Key::plain(Code::Enter) => Some('\n'),
        Code::Tab if key == Key::plain(Code::Tab) => Some('\t'),
        _ => key.typed(),
    }
}

fn is_burst(text: &str) -> bool {
    let printable = |letter: &char| !letter.is_control() && !letter.is_ascii_digit();
    let letters: Vec<char> = text.chars().filter(printable).collect();
    let presses = letters.chunk_by(|one, next| one == next);
    let counted = presses.map(|same| if same.len() < FEWEST { same.len() } else { 1 });
    counted.sum::<usize>() >= FEWEST
}

fn has_text(text: &str) -> bool {
    !text.trim().is_empty()
}

fn has_text_around_a_break(text: &str) -> bool {
    text.split('\n').filter(|line| has_text(line)).count() > 1
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::stray_text;
    use crate::tui::runtime::input::parser::Parser;

    fn stray(bytes: &str) -> Option<String> {
        let mut parser = Parser::default();
        let mut read = parser.feed(bytes.as_bytes(), Duration::ZERO);
        read.extend(parser.expire(Duration::from_secs(2)));
        stray_text(&read, 0)
    }

    #[test]
    fn a_paste_that_came_as_keys_is_text() {
        for (sent, text) in [
            ("Cuối năm: phòng trọ\rđãy 2 có giảm?\r", "Cuối năm: phòng trọ\nđãy 2 có giảm?\n"),
            ("nhaf", "nhaf"),
            ("aaab", "aaab"),
            ("a\nb", "a\nb"),
            ("a\r\nb", "a\n\nb"),
            ("c\r7", "c\n7"),
            ("\u{1b}[Babcd", "abcd"),
            ("a b\tcd", "a b\tcd"),
        ] {
            assert_eq!(stray(sent).as_deref(), Some(text), "{sent:?}");
        }
    }

    #[test]
    fn quick_keys_are_keys() {
        for sent in [
            "cc",
            "abc",
            "uuuuuuuu",
            "+++++++++++ ",
            "    ",
            "12345678\r",
            "20112024",
            "\u{7f}đ",
            "\u{8}\u{8}ườ",
            "c\r",
            "?q\u{1b}[B\u{1b}[B?q",
            "a\u{1b}[B\rb",
            "\r\r",
            "\rc",
            "\u{1b}[B\u{1b}[B\r",
            "7\r",
            "12ab",
            "nnn\t",
            " \rc",
        ] {
            assert_eq!(stray(sent), None, "{sent:?}");
        }
    }

    #[test]
    fn what_is_left_of_a_read_after_a_field_closed_is_looked_at_again() {
        let mut parser = Parser::default();
        let read = parser.feed(b"hoan tac\ru", Duration::ZERO);
        assert_eq!(stray_text(&read, 9).as_deref(), Some("u"));
        let read = parser.feed(b"hoan tac\x13u", Duration::ZERO);
        assert_eq!(stray_text(&read, 9), None);
    }
}
