//! The first line of a session file: which format, which session, since when.

use std::fmt;
use std::str::FromStr;

use chrono::DateTime;

use crate::session::time::Timestamp;

use crate::record::chain::{Hash, is_lower_hex};
use crate::text::json::read;
use crate::text::json::tree::{Tree, field};

/// The format this program reads and writes.
const FORMAT: &str = "doithoai/1";
/// How every format of this program begins to name itself.
pub(crate) const OPENING: &str = "{\"format\":\"doithoai/";

/// A session's name for machines: 128 random bits in lower-case hex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionId(String);

impl SessionId {
    #[must_use]
    pub fn new(bits: u128) -> Self {
        Self(format!("{bits:032x}"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SessionId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let good = text.len() == 32 && text.bytes().all(is_lower_hex);
        good.then(|| Self(text.to_owned())).ok_or(())
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What stands before the first event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub id: SessionId,
    pub created: Timestamp,
}

/// Why a first line is not a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HeaderFault {
    OtherFormat(String),
    Unreadable,
}

impl Header {
    /// Stands where a header could not be read.
    pub(crate) fn unknown() -> Self {
        let created = Timestamp::new(DateTime::UNIX_EPOCH.fixed_offset());
        Self { id: SessionId::new(0), created }
    }

    /// The line without its newline.
    pub(crate) fn line(&self) -> String {
        let Self { id, created } = self;
        format!("{{\"format\":\"{FORMAT}\",\"id\":\"{id}\",\"created\":\"{created}\",\"events\":[")
    }

    /// The hash before the first event: it seals the header.
    pub(crate) fn hash(line: &[u8]) -> Hash {
        Hash::of(&[line])
    }

    pub(crate) fn decode(line: &[u8]) -> Result<Self, HeaderFault> {
        let text = std::str::from_utf8(line).map_err(|_| HeaderFault::Unreadable)?;
        match other_format(text) {
            Some(format) => Err(HeaderFault::OtherFormat(format)),
            None => Self::of_this_format(text).ok_or(HeaderFault::Unreadable),
        }
    }

    fn of_this_format(text: &str) -> Option<Self> {
        if text.len() > 4096 {
            return None;
        }
        let whole = format!("{text}]}}");
        let fields = read::object(&whole)?;
        let word = |key: &str| field(&fields, key).and_then(Tree::text);
        let no_events =
            matches!(field(&fields, "events")?, Tree::List(events) if events.is_empty());
        if fields.len() != 4 || word("format")? != FORMAT || !no_events {
            return None;
        }
        Some(Self { id: word("id")?.parse().ok()?, created: word("created")?.parse().ok()? })
    }
}

/// The format a first line names, when it is one of ours but not this one.
fn other_format(text: &str) -> Option<String> {
    let version = text.strip_prefix(OPENING)?.split_once('"')?.0;
    let plain = !version.is_empty() && version.len() <= 16 && version.is_ascii();
    let format = format!("doithoai/{version}");
    (plain && format != FORMAT).then_some(format)
}

#[cfg(test)]
mod tests {
    use super::{Header, HeaderFault, SessionId};

    #[test]
    fn a_header_is_read_back_from_how_it_is_written() {
        let header = Header {
            id: SessionId::new(0x9f2c),
            created: "2024-03-22T07:55:00+07:00".parse().expect("a time"),
        };
        assert_eq!(
            header.line(),
            "{\"format\":\"doithoai/1\",\"id\":\"00000000000000000000000000009f2c\",\
             \"created\":\"2024-03-22T07:55:00.000+07:00\",\"events\":["
        );
        assert_eq!(Header::decode(header.line().as_bytes()), Ok(header));
    }

    #[test]
    fn another_format_is_named_and_anything_else_is_no_header() {
        let newer = Header::decode(b"{\"format\":\"doithoai/2\",\"events\":{");
        assert_eq!(newer, Err(HeaderFault::OtherFormat("doithoai/2".to_owned())));
        let whole = Header::unknown().line();
        for cut in 0..whole.len() {
            let fault = Header::decode(&whole.as_bytes()[..cut]);
            assert_eq!(fault, Err(HeaderFault::Unreadable), "{cut}");
        }
    }
}
