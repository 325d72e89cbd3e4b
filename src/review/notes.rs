//! A reviewer's notes: pinned to a moment or a question, kept beside the session and never in it.
//!
//! A [`Review`] is what one reviewer noted on one session, the text of one file. A [`Shelf`] holds
//! several together: the reviewer's own, which takes [`Wish`]es, and others that are only read. How a
//! note stands to the record as it is now is told by its [`Flag`]s.

mod file;
mod shelf;
mod standing;
mod wish;

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::session::number::{QuestionNo, TaskNo};
use crate::session::time::Timestamp;

pub use file::Fault;
pub use shelf::{Listed, Shelf};
pub use standing::{Flag, Ground};
pub use wish::{Deed, NotTaken, Wish};

/// The number of a note in its file; given once and never again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub u32);

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The fingerprint of a record after some of its events: `N:<64 hex digits>`, as `verify` takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub events: u64,
    pub head: String,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.events, self.head)
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (events, head) = text.split_once(':').ok_or(())?;
        let plain = !events.is_empty() && events.bytes().all(|byte| byte.is_ascii_digit());
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let good = plain && head.len() == 64 && head.bytes().all(hex);
        let events = good.then(|| events.parse().ok()).flatten().ok_or(())?;
        Ok(Self { events, head: head.to_owned() })
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|()| D::Error::custom("not a fingerprint"))
    }
}

/// Where a note is pinned, and how much of the record there was when it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The record up to the moment; 0 events is before everything.
    pub at: Mark,
    /// The whole record, as the reviewer had it then.
    pub seen: Mark,
}

/// What a note is about, beside its moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    #[default]
    Moment,
    Question(QuestionNo),
    Task(TaskNo),
}

/// What a reviewer wrote of a moment, a question or a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    pub pin: Pin,
    pub about: About,
    pub text: String,
    pub written: Timestamp,
    pub edited: Option<Timestamp>,
}

/// What one reviewer noted on one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The id of the session.
    session: String,
    reviewer: String,
    /// The highest number ever given to a note.
    last_id: NoteId,
    /// By number.
    notes: Vec<Note>,
}

impl Review {
    /// A review without a note.
    #[must_use]
    pub fn new(session: &str, reviewer: &str) -> Self {
        Self {
            session: session.to_owned(),
            reviewer: reviewer.to_owned(),
            last_id: NoteId::default(),
            notes: Vec::new(),
        }
    }

    /// The id of the session it is of.
    pub fn session(&self) -> &str {
        &self.session
    }

    pub fn reviewer(&self) -> &str {
        &self.reviewer
    }

    /// In the order in which they were written.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == id)
    }

    /// Whether it is what this reviewer noted on this session.
    pub fn is_of(&self, session: &str, reviewer: &str) -> bool {
        self.session == session && self.reviewer == reviewer
    }
}

#[cfg(test)]
mod tests;
