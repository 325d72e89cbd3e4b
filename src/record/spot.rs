//! Where a file stops being whole, as an editor counts: for the person who opens it in one.

use std::str::from_utf8;

use crate::record::bytes::{is_blank, line_at, trimmed};
use crate::record::line::LINE;
use crate::text::json::read;

/// A place in a text, both counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub line: usize,
    pub column: usize,
}

/// The first place from `end` on that is no whole line; `end` is where the whole lines end.
pub(crate) fn spot(bytes: &[u8], end: usize) -> Spot {
    let mut at = end;
    while at < bytes.len() {
        let (raw, next) = line_at(bytes, at);
        let text = trimmed(raw, is_blank);
        if !text.is_empty() && text != b"]}" {
            let indent = raw.len() - raw.trim_ascii_start().len();
            return place(bytes, at + indent + fault_in(text, at == 0));
        }
        at = next;
    }
    place(bytes, trimmed(bytes, is_blank).len())
}

fn place(bytes: &[u8], at: usize) -> Spot {
    let before = &bytes[..at.min(bytes.len())];
    let begins = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let line = before.split(|byte| *byte == b'\n').count();
    Spot { line, column: String::from_utf8_lossy(&before[begins..]).chars().count() + 1 }
}

/// How many bytes of the line are good JSON; 0 when all of them are and it is wrong all the same.
fn fault_in(text: &[u8], is_header: bool) -> usize {
    let line = text.strip_prefix(b",").unwrap_or(text);
    let comma = text.len() - line.len();
    if line.len() > LINE {
        return comma + LINE;
    }
    let read = match from_utf8(line) {
        Err(error) => return comma + error.valid_up_to(),
        // The header's brackets are closed at the end of the file.
        Ok(text) if is_header => read::check(&format!("{text}]}}")),
        Ok(text) => read::check(text),
    };
    match read {
        Err(fault) => comma + fault.place.map_or(0, |place| place.offset).min(line.len()),
        Ok(()) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Spot, spot};

    #[track_caller]
    fn found(text: &[u8], end: usize) -> (usize, usize) {
        let Spot { line, column } = spot(text, end);
        (line, column)
    }

    #[test]
    fn the_place_is_counted_in_lines_and_letters_from_1() {
        assert_eq!(found("đầu\n, {\"ộ\":\"ệ\" 1}\n]}\n".as_bytes(), 6), (2, 12));
        assert_eq!(found(b"{\"format\":\"x\"!", 0), (1, 14));
        assert_eq!(found(b"head\n{\"a\":\"\xff\"}\n", 5), (2, 7));
    }

    #[test]
    fn a_line_that_is_good_json_is_named_from_its_start_and_a_missing_end_from_where_it_lacks() {
        assert_eq!(found(b"head\n  {\"seq\":1}\n]}\n", 5), (2, 3));
        assert_eq!(found(b"head\n", 5), (1, 5));
        assert_eq!(found(b"head\n]}\n  \n x", 5), (4, 2));
        assert_eq!(found(b"", 0), (1, 1));
    }
}
