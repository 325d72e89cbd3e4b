//! A reviewer's notes: pinned to a moment or a question, kept beside the session and never in it.
//!
//! A [`Review`] is what one reviewer noted on one session, the text of one file. A [`ReviewSet`] holds
//! several together: the reviewer's own, which takes [`NoteCommand`]s, and others that are only read. A
//! note's [`NoteFlag`]s say how the record has changed since it was written.

mod command;
mod file;
mod flags;
mod set;

use std::fmt;

use crate::record::Fingerprint;
use crate::session::number::{QuestionNo, TaskNo};
use crate::session::time::Timestamp;

pub use command::{NoteCommand, NoteOutcome, NoteRefusal};
pub use file::ReviewFault;
pub use flags::{NoteFlag, flags, pin};
pub use set::{ListedNote, ReviewSet};

/// The number of a note in its file; given once and never again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteId(pub u32);

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a note is pinned, and how much of the record there was when it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The record up to the moment; 0 events is before everything.
    pub at: Fingerprint,
    /// The whole record, as the reviewer had it then.
    pub seen: Fingerprint,
}

/// What a note is about, beside its moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoteSubject {
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
    pub about: NoteSubject,
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
