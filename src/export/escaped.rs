//! JSON in which nothing steers a terminal: control and direction-changing characters are escaped.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// The value as one line of JSON.
pub(super) fn to_json(value: &impl Serialize) -> serde_json::Result<String> {
    let mut text = Vec::new();
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut text, Escaped))?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// Compact, and `\uXXXX` for what `steers`.
struct Escaped;

impl Formatter for Escaped {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut plain = fragment;
        while let Some((at, letter)) = plain.char_indices().find(|(_, letter)| steers(*letter)) {
            let (before, rest) = plain.split_at(at);
            writer.write_all(before.as_bytes())?;
            write!(writer, "\\u{:04x}", u32::from(letter))?;
            plain = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
        writer.write_all(plain.as_bytes())
    }
}

/// All such characters lie in the first plane, so that four hex digits name each.
fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(test)]
mod tests {
    use super::to_json;

    #[test]
    fn what_steers_is_escaped_and_vietnamese_is_not() {
        let text = "Cần Thơ\u{7f}\u{9b}\u{61c}\u{200e}\u{202e}\u{2069}\u{2028}\u{1b}\n\"";
        assert_eq!(
            to_json(&text).expect("a string"),
            r#""Cần Thơ\u007f\u009b\u061c\u200e\u202e\u2069\u2028\u001b\n\"""#
        );
    }

    #[test]
    fn escaping_changes_no_value() {
        let text: String = (0..0x3000).filter_map(char::from_u32).collect();
        let back: String = serde_json::from_str(&to_json(&text).expect("a string")).expect("json");
        assert_eq!(back, text);
    }
}
