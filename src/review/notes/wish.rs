//! What a reviewer wishes done to the notes, and what became of it: no words of theirs are ever lost.
//!
//! A wish says which note it was made of. It is carried out on the file as it is by then, which another
//! window may have changed: where the two disagree, the words of both stay.

use super::{About, Note, NoteId, Pin, Review};
use crate::session::limits::TEXT;
use crate::session::time::Timestamp;
use crate::text::fold::normalised;
use crate::text::safe::is_hostile;

/// One thing to be done to a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    Add {
        pin: Pin,
        about: About,
        text: String,
    },
    /// Other words for a note; it stays pinned where it is, and what flags it goes on doing so.
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
pub enum Deed {
    Added(NoteId),
    Edited(NoteId),
    /// Nothing differs.
    Unchanged(NoteId),
    /// The note had been changed or removed elsewhere: the new words stand beside it as a note of their own.
    KeptBeside(NoteId),
    Removed(NoteId),
    /// Somebody else had removed it.
    GoneAlready(NoteId),
}

/// Why a wish is not carried out; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
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
    /// The review after the wish, and what was done.
    ///
    /// # Errors
    /// The words are none or too many, or the note to be removed is no longer the one that was seen.
    pub fn after(&self, wish: &Wish, now: Timestamp) -> Result<(Self, Deed), NotTaken> {
        let mut review = self.clone();
        let deed = match wish {
            Wish::Add { pin, about, text } => {
                Deed::Added(review.add(pin.clone(), *about, taken(text)?, now)?)
            }
            Wish::Edit { was, text } => review.edit(was, taken(text)?, now)?,
            Wish::Remove { was } => review.remove(was)?,
        };
        Ok((review, deed))
    }

    fn add(
        &mut self,
        pin: Pin,
        about: About,
        text: String,
        written: Timestamp,
    ) -> Result<NoteId, NotTaken> {
        let id = NoteId(self.last_id.0.checked_add(1).ok_or(NotTaken::NoNumberLeft)?);
        self.last_id = id;
        self.notes.push(Note { id, pin, about, text, written, edited: None });
        Ok(id)
    }

    fn edit(&mut self, was: &Note, text: String, now: Timestamp) -> Result<Deed, NotTaken> {
        match self.notes.iter_mut().find(|note| note.id == was.id) {
            Some(note) if note.text == text => Ok(Deed::Unchanged(note.id)),
            Some(note) if note == was => {
                (note.text, note.edited) = (text, Some(now));
                Ok(Deed::Edited(note.id))
            }
            // What did not change has nothing new to be kept.
            _ if was.text == text => Ok(Deed::Unchanged(was.id)),
            _ => self.add(was.pin.clone(), was.about, text, now).map(Deed::KeptBeside),
        }
    }

    fn remove(&mut self, was: &Note) -> Result<Deed, NotTaken> {
        let Some(place) = self.notes.iter().position(|note| note.id == was.id) else {
            return Ok(Deed::GoneAlready(was.id));
        };
        if self.notes[place] != *was {
            return Err(NotTaken::ChangedElsewhere(was.id));
        }
        self.notes.remove(place);
        Ok(Deed::Removed(was.id))
    }
}

/// The words as they are kept: NFC, without blanks around them.
fn taken(text: &str) -> Result<String, NotTaken> {
    let text = normalised(text).trim().to_owned();
    if text.chars().all(|letter| letter.is_whitespace() || is_hostile(letter)) {
        return Err(NotTaken::Blank);
    }
    let length = text.chars().count();
    if length > TEXT { Err(NotTaken::TooLong { length, limit: TEXT }) } else { Ok(text) }
}
