//! An event with other words: for an edition in which texts are masked.

use std::borrow::Cow;

use crate::record::line::recorded;
use crate::record::v1::LineV1;
use crate::session::event::Recorded;
use crate::session::number::Seq;
use crate::text::json;
use crate::text::json::read;
use crate::text::json::tree::{Tree, taken};

/// Whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOwner {
    /// Anybody's: what was asked, said, decided.
    Anybody,
    /// Of somebody in office: a responder, the chair, the secretary, whoever spoke for a responder.
    Official,
}

/// The values of these fields are no text: times, words of the format, ids.
const NO_TEXT: [&str; 16] = [
    "at",
    "batch",
    "by_responder",
    "channel",
    "due",
    "event",
    "happened_at",
    "id",
    "kind",
    "lead",
    "level",
    "progress",
    "quality",
    "salt",
    "support",
    "utc_offset",
];
/// The texts in these are of somebody in office.
const OFFICIAL: [&str; 4] = ["responder", "chair", "secretary", "spoken_by"];

/// The event with each text in it rewritten. It goes through the fields of the file's own form, so that a text of a
/// field added later is rewritten, too.
///
/// `None` for a withheld line, and where a rewritten text is none that the field takes.
#[must_use]
pub fn retold(
    event: &Recorded,
    rewrite: &mut dyn FnMut(TextOwner, &str) -> String,
) -> Option<Recorded> {
    let line = json::line(&LineV1::of(event)?);
    let mut fields = read::object(&line)?;
    let Tree::Natural(seq) = taken(&mut fields, "seq")? else { return None };
    for (key, value) in &mut fields {
        rewrite_field(key, value, TextOwner::Anybody, rewrite);
    }
    recorded(Seq(seq), fields)
}

fn rewrite_field(
    key: &str,
    value: &mut Tree<'_>,
    owner: TextOwner,
    rewrite: &mut dyn FnMut(TextOwner, &str) -> String,
) {
    if NO_TEXT.contains(&key) {
        return;
    }
    let owner = if OFFICIAL.contains(&key) { TextOwner::Official } else { owner };
    match value {
        Tree::Text(text) => *text = Cow::Owned(rewrite(owner, text)),
        Tree::List(values) => {
            for value in values {
                rewrite_field("", value, owner, rewrite);
            }
        }
        Tree::Object(fields) => {
            for (key, value) in fields {
                rewrite_field(key, value, owner, rewrite);
            }
        }
        Tree::Null | Tree::Bool(_) | Tree::Natural(_) | Tree::Negative(_) | Tree::Fraction(_) => {}
    }
}
