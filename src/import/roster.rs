//! Rosters: a JSON array of responders, as `*.roster.json` files hold them.

use crate::journal::strict;
use crate::session::command::NewResponder;

/// Why a roster cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RosterFault {
    /// Not JSON, or a name stands twice in one object; the reason gives line and column.
    NotJson(String),
    NotAList,
    /// The entry at this place (from 1) is not a responder.
    NotAResponder {
        place: usize,
        why: String,
    },
}

/// The responders of a roster, in its order.
///
/// # Errors
/// Names the entry that cannot be read.
pub fn read(text: &str) -> Result<Vec<NewResponder>, RosterFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = strict::value(text).map_err(|error| RosterFault::NotJson(error.to_string()))?;
    let serde_json::Value::Array(entries) = value else { return Err(RosterFault::NotAList) };
    let read = |(place, entry)| {
        serde_json::from_value(entry).map_err(|error: serde_json::Error| {
            RosterFault::NotAResponder { place: place + 1, why: error.to_string() }
        })
    };
    entries.into_iter().enumerate().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::{RosterFault, read};

    #[test]
    fn a_roster_is_a_list_of_responders_in_order() {
        let text = r#"[{"id":"a","name":"Sở A","kind":"agency"},{"name":"Ông B","kind":"leader"}]"#;
        let roster = read(text).expect("a roster");
        assert_eq!(roster.len(), 2);
        assert_eq!(roster[1].name, "Ông B");
        assert_eq!(roster[1].id, None);
    }

    #[test]
    fn the_entry_that_cannot_be_read_is_named() {
        let missing = r#"[{"id":"a","name":"Sở A","kind":"agency"},{"id":"b"}]"#;
        assert!(matches!(read(missing), Err(RosterFault::NotAResponder { place: 2, .. })));
        assert_eq!(read("{}"), Err(RosterFault::NotAList));
        assert!(matches!(read("[{]"), Err(RosterFault::NotJson(_))));
        let twice = r#"[{"id":"a","id":"b","name":"Sở A","kind":"agency"}]"#;
        assert!(matches!(read(twice), Err(RosterFault::NotJson(_))));
    }
}
