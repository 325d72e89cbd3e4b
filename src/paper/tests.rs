//! What the tests of several documents share: a short session, and a document as text.

use super::PaperSource;
use super::document::Document;
use super::kind::Format;
use super::render::render;
use crate::session::Session;

/// A dialogue with every kind of outcome that still goes on.
pub(super) const DIALOGUE: &str = include_str!("transcript/dialogue.commands");

pub(super) fn source_of(session: &Session) -> PaperSource<'_> {
    let id = "9f2c0000000000000000000000000000";
    PaperSource { session, id, fingerprint: "34:00ff", damage: None, withheld: None }
}

pub(super) fn rendered(document: Document, format: Format) -> String {
    let mut out = Vec::new();
    render(document, format, &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}
