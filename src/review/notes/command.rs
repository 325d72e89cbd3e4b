//! Changing a review: a command on the notes, and its outcome.
//!
//! A command carries the note as the reviewer saw it. It is applied to the file as it is by then, which
//! another window may have changed: where the two differ, both texts are kept.

use super::{Note, NoteId, NoteSubject, Pin, Review};
use crate::session::limits::TEXT;
use crate::session::time::Timestamp;
use crate::text::fold::normalised;
use crate::text::safe::is_hostile;

/// One change to a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteCommand {
    Add {
        pin: Pin,
        about: NoteSubject,
        text: String,
    },
    /// Another text for a note; its pin and its flags stay.
    Edit {
        /// The note as the reviewer saw it.
        was: Note,
        text: String,
    },
    Remove {
        /// The note as the reviewer saw it.
        was: Note,
    },
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteOutcome {
    Added(NoteId),
    Edited(NoteId),
    /// Nothing differs.
    Unchanged(NoteId),
    /// The note had been changed or removed elsewhere: the new text is kept as a note of its own.
    KeptBeside(NoteId),
    Removed(NoteId),
    /// Somebody else had removed it.
    GoneAlready(NoteId),
}

/// Why a command is refused; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteRefusal {
    Blank,
    TooLong {
        length: usize,
        limit: usize,
    },
    /// To be removed, but changed elsewhere since it was seen.
    ChangedElsewhere(NoteId),
    NoNumberLeft,
}

impl Review {
    /// The review after the command, and what was done.
    ///
    /// # Errors
    /// The text is blank or too long, or the note to be removed is no longer the one that was seen.
    pub fn after(
        &self,
        command: &NoteCommand,
        now: Timestamp,
    ) -> Result<(Self, NoteOutcome), NoteRefusal> {
        let mut review = self.clone();
        let outcome = match command {
            NoteCommand::Add { pin, about, text } => {
                NoteOutcome::Added(review.add(*pin, *about, normalised_text(text)?, now)?)
            }
            NoteCommand::Edit { was, text } => review.edit(was, normalised_text(text)?, now)?,
            NoteCommand::Remove { was } => review.remove(was)?,
        };
        Ok((review, outcome))
    }

    fn add(
        &mut self,
        pin: Pin,
        about: NoteSubject,
        text: String,
        written: Timestamp,
    ) -> Result<NoteId, NoteRefusal> {
        let id = NoteId(self.last_id.0.checked_add(1).ok_or(NoteRefusal::NoNumberLeft)?);
        self.last_id = id;
        self.notes.push(Note { id, pin, about, text, written, edited: None });
        Ok(id)
    }

    fn edit(
        &mut self,
        was: &Note,
        text: String,
        now: Timestamp,
    ) -> Result<NoteOutcome, NoteRefusal> {
        match self.notes.iter_mut().find(|note| note.id == was.id) {
            Some(note) if note.text == text => Ok(NoteOutcome::Unchanged(note.id)),
            Some(note) if note == was => {
                (note.text, note.edited) = (text, Some(now));
                Ok(NoteOutcome::Edited(note.id))
            }
            // An unchanged text has nothing to keep.
            _ if was.text == text => Ok(NoteOutcome::Unchanged(was.id)),
            _ => self.add(was.pin, was.about, text, now).map(NoteOutcome::KeptBeside),
        }
    }

    fn remove(&mut self, was: &Note) -> Result<NoteOutcome, NoteRefusal> {
        let Some(place) = self.notes.iter().position(|note| note.id == was.id) else {
            return Ok(NoteOutcome::GoneAlready(was.id));
        };
        if self.notes[place] != *was {
            return Err(NoteRefusal::ChangedElsewhere(was.id));
        }
        self.notes.remove(place);
        Ok(NoteOutcome::Removed(was.id))
    }
}

/// The text as it is kept: NFC, without blanks around them.
fn normalised_text(text: &str) -> Result<String, NoteRefusal> {
    let text = normalised(text).trim().to_owned();
    if text.chars().all(|letter| letter.is_whitespace() || is_hostile(letter)) {
        return Err(NoteRefusal::Blank);
    }
    let length = text.chars().count();
    if length > TEXT { Err(NoteRefusal::TooLong { length, limit: TEXT }) } else { Ok(text) }
}
