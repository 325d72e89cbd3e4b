//! Rosters: a JSON array of responders, as `*.roster.json` files hold them.

use std::io::{self, Read};
use std::path::Path;

use serde::Deserialize;

use crate::import::command::NewResponderV1;
use crate::import::encoding::TextEncoding;
use crate::import::{decode, legacy};
use crate::record::v1::convert::FromWire;
use crate::search::knowledge::{NotMine, ResponderKnowledge, SupportedMatter, of_roster};
use crate::session::command::NewResponder;
use crate::store::regular::open_to_read;
use crate::text::json::fault::{JsonFault, JsonStep};
use crate::text::json::read::tree;
use crate::text::json::tree::{Fields, Tree, taken};

/// Bytes that are read; more than any city has offices. What JSON takes in memory is bounded by it.
const LARGEST: u64 = 1024 * 1024;

/// Bytes by which the encoding of a roster is judged.
const JUDGED: usize = 16 * 1024;

/// Why a roster cannot be used.
#[derive(Debug)]
pub enum RosterFault {
    Io(io::Error),
    TooLarge,
    /// Not UTF-8 from this place on; both are counted from 1, columns in characters.
    NotText {
        line: usize,
        column: usize,
        /// The encoding in which its words would be Vietnamese.
        likely: Option<TextEncoding>,
    },
    /// This text is in the letters of an old font.
    OldFont {
        text: String,
        font: TextEncoding,
    },
    /// Not a JSON list of responders.
    Json(JsonFault),
}

/// The responders of the file, in its order.
///
/// # Errors
/// It cannot be read, or it is no list of responders.
pub fn read(path: &Path) -> Result<Vec<NewResponder>, RosterFault> {
    from_bytes(&bytes_of(path)?)
}

/// What the file knows of its responders beyond what a session records.
///
/// # Errors
/// As [`read`].
pub fn knowledge(path: &Path) -> Result<Vec<ResponderKnowledge>, RosterFault> {
    let bytes = bytes_of(path)?;
    let text = text(&bytes)?;
    parse(text).and_then(|_| of_roster(text)).map_err(RosterFault::Json)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, RosterFault> {
    let mut bytes = Vec::new();
    let file = open_to_read(path).map_err(RosterFault::Io)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(RosterFault::Io)?;
    if bytes.len() as u64 > LARGEST {
        return Err(RosterFault::TooLarge);
    }
    Ok(bytes)
}

/// The responders that the bytes of a roster list.
///
/// # Errors
/// They are no list of responders.
pub fn from_bytes(bytes: &[u8]) -> Result<Vec<NewResponder>, RosterFault> {
    let roster = parse(text(bytes)?).map_err(RosterFault::Json)?;
    for text in roster.iter().flat_map(texts) {
        if let Some(font) = legacy::looks_like(text) {
            return Err(RosterFault::OldFont { text: text.clone(), font });
        }
    }
    Ok(roster)
}

fn texts(responder: &NewResponder) -> impl Iterator<Item = &String> {
    let NewResponder { name, short, title, aliases, remit, .. } = responder;
    std::iter::once(name).chain(short).chain(title).chain(aliases).chain(remit)
}

/// Without the mark that some editors begin a file with.
fn text(bytes: &[u8]) -> Result<&str, RosterFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let column = good.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
        let likely = decode::likely(&bytes[..bytes.len().min(JUDGED)]);
        RosterFault::NotText { line: good.matches('\n').count() + 1, column, likely }
    })
}

fn parse(text: &str) -> Result<Vec<NewResponder>, JsonFault> {
    let roster = without_knowledge(tree(text)?);
    let written = roster.and_then(Vec::<NewResponderV1<'_>>::deserialize);
    written.and_then(Vec::from_wire).map_err(|fault| fault.placed_in(text))
}

/// The roster as a session records it. What else it knows is checked, and helps with suggestions alone.
fn without_knowledge(mut roster: Tree<'_>) -> Result<Tree<'_>, JsonFault> {
    if let Tree::List(responders) = &mut roster {
        for (place, responder) in responders.iter_mut().enumerate() {
            if let Tree::Object(fields) = responder {
                check::<String>(fields, "keywords", place)?;
                check::<NotMine>(fields, "not_mine", place)?;
                check::<SupportedMatter>(fields, "supports", place)?;
            }
        }
    }
    Ok(roster)
}

/// Takes a list out of a responder's fields and looks whether it holds what it should.
fn check<'a, Item: Deserialize<'a>>(
    fields: &mut Fields<'a>,
    name: &str,
    place: usize,
) -> Result<(), JsonFault> {
    let Some(list) = taken(fields, name) else { return Ok(()) };
    let checked = Vec::<Item>::deserialize(list).map(drop);
    checked.map_err(|fault| fault.in_field(name).inside(JsonStep::Item(place)))
}

#[cfg(test)]
mod tests {
    use super::{RosterFault, TextEncoding, from_bytes, parse};
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
    fn what_a_roster_knows_besides_is_no_part_of_the_responder_and_is_checked() {
        let text = r#"[{"name":"A","kind":"agency","keywords":["k"],"not_mine":[{"phrase":"p","goes_to":"b"}],
            "supports":[{"matter":"m","with":["b"]}]}]"#;
        assert_eq!(
            parse(text).expect("a roster"),
            parse(r#"[{"name":"A","kind":"agency"}]"#).expect("one")
        );
        let JsonFault { path, .. } = fault(r#"[{"name":"A","kind":"agency","keywords":["k",5]}]"#);
        let field = JsonStep::Field("keywords".to_owned());
        assert_eq!(path, [JsonStep::Item(0), field, JsonStep::Item(1)]);
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

    #[test]
    fn a_roster_of_an_old_font_is_refused_with_the_encoding_it_looks_like() {
        let shown = "[{\"name\":\"Së Y tÕ\",\"kind\":\"agency\"}]";
        let fault = from_bytes(shown.as_bytes());
        let tcvn3 = TextEncoding::Tcvn3;
        assert!(matches!(fault, Err(RosterFault::OldFont { font, .. }) if font == tcvn3));
        let bytes = b"[{\"name\":\"S\xeb Y t\xd5\",\"kind\":\"agency\"}]";
        let fault = from_bytes(bytes);
        assert!(
            matches!(fault, Err(RosterFault::NotText { likely: Some(font), .. }) if font == tcvn3)
        );
    }
}
