//! One line back to its event: strict in what it takes, free in the order of the keys.

use std::borrow::Cow;

use serde::Deserialize;

use crate::session::event::{Envelope, Event, Recorded};
use crate::session::number::Seq;
use crate::session::payload::Withheld;
use crate::session::time::Timestamp;

use crate::record::chain::Hash;
use crate::record::v1::convert::FromWire;
use crate::record::v1::{BatchV1, EventV1, kind_named};
use crate::text::json::read;
use crate::text::json::tree::{Fields, Tree, field, taken};

/// The longest line that is read or written, in bytes.
pub const LINE: usize = 256 * 1024;

pub(crate) const SEAL_BEFORE: &[u8] = b",\"hash\":\"";
const SEAL_AFTER: &[u8] = b"\"}";
/// The bytes from the body of a line to its end.
pub(crate) const SEAL: usize = SEAL_BEFORE.len() + 64 + SEAL_AFTER.len();

/// A line that is strict JSON and says which event of which kind it is.
pub(crate) struct Line<'a> {
    pub(crate) seq: Seq,
    /// The name of its kind, known to this program or not.
    pub(crate) kind: Cow<'a, str>,
    /// The digest of its body, which the chain seals.
    digest: Hash,
    /// What it happened to be, when it was taken out of this edition.
    withheld: Option<Withheld>,
    /// The hash it carries; `None` when that does not end the line or is no hash.
    hash: Option<Hash>,
    recorded: Option<Recorded>,
}

impl<'a> Line<'a> {
    /// `None`: too long, not UTF-8, not strict JSON, or not a line of a session.
    pub(crate) fn parse(bytes: &'a [u8]) -> Option<Self> {
        if bytes.len() > LINE {
            return None;
        }
        let mut fields = read::object(std::str::from_utf8(bytes).ok()?)?;
        let Tree::Natural(seq) = taken(&mut fields, "seq")? else { return None };
        let claimed = taken(&mut fields, "hash")?;
        let Tree::Text(kind) = field(&fields, "event").or_else(|| field(&fields, "withheld"))?
        else {
            return None;
        };
        let kind = kind.clone();
        let (body, seal) = bytes.split_at(bytes.len().saturating_sub(SEAL));
        let hash = sealed(seal).filter(|hash| claimed.text() == Some(hash.as_str()));
        let seq = Seq(seq);
        if let Some((withheld, digest)) = withheld(&fields) {
            return Some(Self { seq, kind, digest, withheld, hash, recorded: None });
        }
        let recorded = recorded(seq, fields);
        Some(Self { seq, kind, digest: Hash::of(&[body]), withheld: None, hash, recorded })
    }

    pub(crate) fn digest(&self) -> Hash {
        self.digest
    }

    /// The hash it carries; `None` when that does not end the line or is no hash.
    pub(crate) fn hash(&self) -> Option<Hash> {
        self.hash
    }

    /// Whether it stands in the place of a withheld line already.
    pub(crate) fn is_withheld(&self) -> bool {
        self.withheld.is_some()
    }

    /// The line's hash, when it is what the chain asks for after `previous`.
    pub(crate) fn hash_after(&self, previous: Hash) -> Option<Hash> {
        self.hash.filter(|hash| *hash == previous.seal_digested(&self.kind, self.digest))
    }

    /// `None`: a kind or a field this program does not know. A withheld line has no time and no author
    /// of its own: it is given the time of the line before it.
    pub(crate) fn recorded(self, before: Timestamp) -> Option<Recorded> {
        let withheld = self.withheld.map(|withheld| Recorded {
            seq: self.seq,
            at: before,
            by: "".into(),
            envelope: Envelope::default(),
            event: Event::Withheld(withheld),
        });
        self.recorded.or(withheld)
    }
}

pub(super) fn recorded(seq: Seq, mut fields: Fields<'_>) -> Option<Recorded> {
    let at = taken(&mut fields, "at")?.text()?.parse().ok()?;
    let by = taken(&mut fields, "by")?.text()?.into();
    let batch = match taken(&mut fields, "batch") {
        Some(batch) => FromWire::from_wire(BatchV1::deserialize(batch).ok()?).ok(),
        None => None,
    };
    let happened_at = match taken(&mut fields, "happened_at") {
        Some(moment) => Some(moment.text()?.parse().ok()?),
        None => None,
    };
    let kind = taken(&mut fields, "event")?.into_text().ok()?;
    let salt = match salt_of_its_own(&kind) {
        true => None,
        false => taken(&mut fields, "salt").map(Tree::into_text).transpose().ok()?,
    };
    let event = EventV1::read(&kind, fields).and_then(Event::try_from).ok()?;
    let envelope = Envelope { batch, happened_at, salt: salt.map(Into::into) };
    Some(Recorded { seq, at, by, envelope, event })
}

/// Whether the salt is a field of this kind: a delegate's data never stand without one.
fn salt_of_its_own(kind: &str) -> bool {
    matches!(kind, "delegate_added" | "delegate_corrected")
}

/// Exactly the keys of a withheld line, besides those taken already: what it was, and its digest.
/// `None` instead of a kind that this program does not know.
fn withheld(fields: &Fields<'_>) -> Option<(Option<Withheld>, Hash)> {
    let kind = field(fields, "withheld")?.text()?;
    let digest = field(fields, "digest").and_then(Tree::text)?;
    let digest = Hash::written(digest.as_bytes()).filter(|_| fields.len() == 2)?;
    Some((kind_named(kind).map(|kind| Withheld { kind }), digest))
}

fn sealed(seal: &[u8]) -> Option<Hash> {
    let hash = seal.strip_prefix(SEAL_BEFORE)?.strip_suffix(SEAL_AFTER)?;
    Hash::written(hash)
}

#[cfg(test)]
mod tests {
    use super::Line;
    use crate::record::chain::Hash;
    use crate::session::time::Timestamp;

    fn at() -> Timestamp {
        "2024-03-22T08:00:00+07:00".parse().expect("a time")
    }

    fn sealed(body: &str, kind: &str) -> String {
        let hash = Hash::NONE.seal(kind, body.as_bytes());
        format!("{body},\"hash\":\"{hash}\"}}")
    }

    #[test]
    fn keys_may_stand_in_any_order_as_the_hash_is_over_the_bytes() {
        let line = sealed(
            r#"{"event":"paused","by":"mc","seq":3,"at":"2024-03-22T08:00:00+07:00""#,
            "paused",
        );
        let line = Line::parse(line.as_bytes()).expect("a line");
        assert!(line.hash_after(Hash::NONE).is_some());
        assert_eq!(line.recorded(at()).map(|recorded| recorded.by).as_deref(), Some("mc"));
    }

    #[test]
    fn a_field_or_a_kind_that_is_not_known_is_not_skipped() {
        for (kind, more) in [("paused", ",\"mood\":1"), ("celebrated", "")] {
            let body = format!(
                r#"{{"seq":3,"at":"2024-03-22T08:00:00+07:00","by":"mc","event":"{kind}"{more}"#
            );
            let line = sealed(&body, kind);
            let line = Line::parse(line.as_bytes()).expect("a line");
            assert!(line.hash_after(Hash::NONE).is_some());
            assert!(line.recorded(at()).is_none(), "{kind}");
        }
    }
}
