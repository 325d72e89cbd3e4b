//! JSON in which nothing steers a terminal: the one form of session files, of `show`, of refusals.

pub mod fault;
pub mod read;
pub(crate) mod shape;

pub(crate) mod tree;

mod locate;

use std::fmt::Display;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Compact JSON with every character escaped that would steer a terminal or mislead a reader.
///
/// `value` must be made of strings, numbers, lists and structs: those can always be written into memory.
pub fn line(value: &impl Serialize) -> String {
    let mut bytes = Vec::with_capacity(512);
    let written = value.serialize(&mut Serializer::with_formatter(&mut bytes, Canonical));
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A value that is written as the text it is shown as.
#[derive(Clone, Copy, Debug)]
pub struct Displayed<T>(pub T);

impl<T: Display> Serialize for Displayed<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

struct Canonical;

impl Formatter for Canonical {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        let mut plain_from = 0;
        if fragment.bytes().any(may_begin_hidden) {
            for (at, letter) in fragment.char_indices().filter(|(_, letter)| is_hidden(*letter)) {
                writer.write_all(&fragment.as_bytes()[plain_from..at])?;
                write!(writer, "\\u{:04x}", u32::from(letter))?;
                plain_from = at + letter.len_utf8();
            }
        }
        writer.write_all(&fragment.as_bytes()[plain_from..])
    }
}

/// The first bytes of the characters below; no Vietnamese letter begins with one.
fn may_begin_hidden(byte: u8) -> bool {
    matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2)
}

/// DEL, C1, bidi controls and the two line separators; C0 is escaped by JSON itself.
fn is_hidden(letter: char) -> bool {
    matches!(
        letter,
        '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_steers_a_terminal_or_the_eye_is_escaped_and_nothing_else_is() {
        let text = "Cần Thơ “đây” \u{1b}[2J\u{7f}\u{9b}\u{202e}\u{2028}\u{2067}\u{61c}\u{200f} ©";
        assert_eq!(
            line(&text),
            "\"Cần Thơ “đây” \\u001b[2J\\u007f\\u009b\\u202e\\u2028\\u2067\\u061c\\u200f ©\""
        );
        assert_eq!(serde_json::from_str::<String>(&line(&text)).ok().as_deref(), Some(text));
    }

    #[test]
    fn escaping_changes_no_value() {
        let text: String = (0..0x3000).filter_map(char::from_u32).collect();
        assert_eq!(serde_json::from_str::<String>(&line(&text)).ok(), Some(text));
    }
}
