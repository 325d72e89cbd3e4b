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
//!
//! In a field the same read is typing. But where Enter carries out what a line holds, as in the palette, its line
//! break is a blank and presses nothing ([`text_runs`]); and when the field is closed by another key, what
//! is left of the read is text all the same.

use std::ops::Range;

use super::TerminalInput;
use crate::tui::model::key::{Code, Key};

/// Printable characters in one read from which they are text.
const FEWEST: usize = 4;

/// The text in what is left of a read from `from` on, if the rule says that it is text.
///
/// The text before `from`, which was typed into a field, counts too.
#[must_use]
pub fn stray_text(read: &[TerminalInput], from: usize) -> Option<String> {
    let left: String = read.iter().skip(from).filter_map(character).collect();
    let is_left = runs(read).iter().any(|run| {
        let left: String = text(read, &(run.start.max(from)..run.end.max(from)));
        is_burst(&left) || (has_text(&left) && has_text_around_a_break(&text(read, run)))
    });
    let typed_before = runs(&read[..from.min(read.len())]);
    let goes_on = has_text(&left) && typed_before.iter().any(|run| is_burst(&text(read, run)));
    (is_left || goes_on).then_some(left)
}

/// The stretches of a read that the rule says are text.
#[must_use]
pub fn text_runs(read: &[TerminalInput]) -> Vec<Range<usize>> {
    let is_text = |run: &Range<usize>| {
        let text = text(read, run);
        is_burst(&text) || has_text_around_a_break(&text)
    };
    runs(read).into_iter().filter(is_text).collect()
}

/// Whether an input is Enter, or the end of a pasted line.
#[must_use]
pub fn is_line_break(input: &TerminalInput) -> bool {
    character(input) == Some('\n')
}

/// The stretches of a read that hold nothing but characters.
fn runs(read: &[TerminalInput]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for (place, input) in read.iter().enumerate() {
        if character(input).is_none() {
            runs.push(start..place);
            start = place + 1;
        }
    }
    runs.push(start..read.len());
    runs
}

fn text(read: &[TerminalInput], run: &Range<usize>) -> String {
    read[run.clone()].iter().filter_map(character).collect()
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

    use super::{is_line_break, stray_text, text_runs};
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
        for closes in ["\x13", "\x1b", "\x1b[A"] {
            let read = parser.feed(format!("hoan tac{closes}u").as_bytes(), Duration::ZERO);
            assert_eq!(stray_text(&read, 9).as_deref(), Some("u"), "{closes:?}");
            let read = parser.feed(format!("ab{closes}u").as_bytes(), Duration::ZERO);
            assert_eq!(stray_text(&read, 3), None, "{closes:?}");
        }
        let read = parser.feed(b"hoan tac\x1b", Duration::ZERO);
        assert_eq!(stray_text(&read, 8), None);
    }

    #[test]
    fn a_line_break_of_text_is_told_from_enter() {
        let breaks = |bytes: &str| -> Vec<usize> {
            let mut parser = Parser::default();
            let mut read = parser.feed(bytes.as_bytes(), Duration::ZERO);
            read.extend(parser.expire(Duration::from_secs(2)));
            let texts = text_runs(&read);
            let in_text = |place: &usize| texts.iter().any(|run| run.contains(place));
            let breaks = (0..read.len()).filter(|place| is_line_break(&read[*place]));
            breaks.filter(in_text).collect()
        };
        for (sent, found) in [
            ("hoàn tác\r", &[8][..]),
            ("hoàn tác\r\n", &[8, 9]),
            ("\rhoan", &[0]),
            ("a\rb", &[1]),
            ("abc\r", &[]),
            ("12345\r", &[]),
            ("\r", &[]),
            ("\x7f\x7fđ\r", &[]),
            ("abcd\x1b[B\r", &[]),
        ] {
            assert_eq!(breaks(sent), found, "{sent:?}");
        }
    }
}
