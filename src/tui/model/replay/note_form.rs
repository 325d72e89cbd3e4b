//! A note while it is written, and the change of the notes it leads to.

use crate::review::notes::{Note, NoteSubject};
use crate::tui::model::edit::{Telex, TextField};
use crate::tui::model::key::Key;
use crate::tui::model::trouble::Trouble;

/// A change of the notes, as the reviewer asks for it; the record it is pinned to is known outside.
#[derive(Clone, Debug, PartialEq)]
pub enum NoteChange {
    Write { moment: usize, about: NoteSubject, text: String },
    Edit { was: Note, text: String },
    Remove { was: Note },
}

/// A note being written.
#[derive(Clone, Debug)]
pub struct NoteForm {
    /// The note that is being changed; `None` for a new one.
    pub was: Option<Note>,
    /// The moment it is pinned to.
    pub moment: usize,
    pub about: NoteSubject,
    pub field: TextField,
    /// Why it could not be saved.
    pub problem: Option<Trouble>,
}

impl NoteForm {
    /// Whether anything would be lost with it.
    pub fn is_touched(&self) -> bool {
        match &self.was {
            Some(was) => self.field.text() != was.text,
            None => !self.field.is_blank(),
        }
    }

    pub(in crate::tui::model) fn type_key(&mut self, key: Key, telex: &mut Telex) {
        let _ = self.field.key(key, telex);
    }

    pub(in crate::tui::model) fn paste(&mut self, pasted: &str) {
        let _ = self.field.paste(pasted);
    }
}
