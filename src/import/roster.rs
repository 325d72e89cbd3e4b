//! Rosters: a JSON array of responders, as `*.roster.json` files hold them.

use std::io::{self, Read};
use std::path::Path;

use serde::Deserialize;

use crate::import::command::NewResponderV1;
use crate::record::v1::convert::FromWire;
use crate::session::command::NewResponder;
use crate::store::regular::open_to_read;
use crate::text::json::fault::JsonFault;
use crate::text::json::read::tree;

/// Bytes that are read; more than any city has offices. What JSON takes in memory is bounded by it.
const LARGEST: u64 = 1024 * 1024;

/// Why a roster cannot be used.
#[derive(Debug)]
pub enum RosterFault {
    Io(io::Error),
    TooLarge,
    /// Not UTF-8 from this place on; both are counted from 1, columns in characters.
    NotText {
        line: usize,
        column: usize,
    },
    /// Not a JSON list of responders.
    Json(JsonFault),
}

/// The responders of the file, in its order.
///
/// # Errors
/// It cannot be read, or it is no list of responders.
pub fn read(path: &Path) -> Result<Vec<NewResponder>, RosterFault> {
    let mut bytes = Vec::new();
    let file = open_to_read(path).map_err(RosterFault::Io)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(RosterFault::Io)?;
    if bytes.len() as u64 > LARGEST {
        return Err(RosterFault::TooLarge);
    }
    from_bytes(&bytes)
}

/// The responders that the bytes of a roster list.
///
/// # Errors
/// They are no list of responders.
pub fn from_bytes(bytes: &[u8]) -> Result<Vec<NewResponder>, RosterFault> {
    parse(text(bytes)?).map_err(RosterFault::Json)
}

/// Without the mark that some editors begin a file with.
fn text(bytes: &[u8]) -> Result<&str, RosterFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let column = good.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        RosterFault::NotText { line: good.matches('\n').count() + 1, column }
    })
}

fn parse(text: &str) -> Result<Vec<NewResponder>, JsonFault> {
    let written = Vec::<NewResponderV1<'_>>::deserialize(tree(text)?);
    written.and_then(Vec::from_wire).map_err(|fault| fault.placed_in(text))
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::text::json::fault::{FoundValue, JsonFault, JsonProblem, JsonStep};

    fn fault(text: &str) -> JsonFault {
        parse(text).expect_err("a fault")
    }

    #[test]
    fn a_roster_is_a_list_of_responders_in_order() {
        let text = r#"[{"id":"a","name":"Sở A","kind":"agency"},{"name":"Ông B","kind":"leader"}]"#;
        let roster = parse(text).expect("a roster");
        assert_eq!(roster.len(), 2);
        assert_eq!((roster[1].name.as_str(), &roster[1].id), ("Ông B", &None));
    }

    #[test]
    fn a_word_that_is_a_number_is_a_fault_of_the_list_and_not_of_its_json() {
        let JsonFault { problem, path, place } = fault(r#"[{"name":"A","kind":5}]"#);
        let number = FoundValue::Number("5".to_owned());
        assert!(matches!(problem, JsonProblem::WrongKind { found, .. } if found == number));
        assert_eq!(path, [JsonStep::Item(0), JsonStep::Field("kind".to_owned())]);
        assert_eq!(place.map(|place| place.column), Some(21));
    }

    #[test]
    fn what_is_no_roster_is_refused_with_its_place() {
        let missing = "[{\"id\":\"a\",\"name\":\"Sở A\",\"kind\":\"agency\"},\n{\"id\":\"b\"}]";
        let JsonFault { problem, place, .. } = fault(missing);
        assert_eq!(problem, JsonProblem::MissingField("name"));
        assert_eq!(place.map(|place| (place.line, place.column)), Some((2, 1)));
        for wrong in ["{}", "[{]", r#"[{"id":"a","id":"b","name":"A","kind":"agency"}]"#] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
