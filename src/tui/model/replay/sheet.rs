//! What stands over the film for a moment.

use crate::review::changes::{Change, Correction};
use crate::review::notes::{About, Note};
use crate::review::said::Found;
use crate::review::stats::{Chart, Stats};
use crate::review::timeline::Outcome;
use crate::session::Session;
use crate::session::number::ResponderId;
use crate::session::payload::Channel;
use crate::tui::model::action::Action;
use crate::tui::model::edit::{LineField, TextField};

/// One thing over the film.
#[derive(Clone, Debug)]
pub enum Sheet {
    Help {
        scroll: usize,
    },
    Palette {
        filter: LineField,
        /// Commands whose names hold the letters.
        matches: Vec<Action>,
        finger: usize,
    },
    /// Where to? `wrong`: what is typed is no moment of this session.
    GoTo {
        line: LineField,
        wrong: bool,
    },
    Search {
        query: LineField,
        found: Vec<Found>,
        finger: usize,
    },
    Filter {
        letters: LineField,
        /// Everything one can filter by.
        all: Vec<Offer>,
        /// What of it holds the letters, by its place in `all`.
        matches: Vec<usize>,
        finger: usize,
    },
    /// What changed between two moments.
    Changes(Box<Compared>),
    /// What was first said and later put otherwise.
    Corrections {
        corrections: Vec<Correction>,
        finger: usize,
    },
    Charts {
        stats: Box<Stats>,
        chart: Chart,
    },
    Notes {
        finger: usize,
    },
    Note(Box<NoteSheet>),
    Asked(Asked),
}

/// What is done only after a yes.
#[derive(Clone, Debug)]
pub enum Asked {
    /// A note of one's own is removed; `finger` is where it stands in the list.
    RemoveNote { was: Note, finger: usize },
    /// What is being typed is thrown away.
    DropNote(Box<NoteSheet>),
    /// The film is left while a note lies aside half written.
    Leave,
}

/// A value the film can be filtered by, with how many questions it would leave.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub value: Value,
    pub questions: usize,
}

/// What a filter asks of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing: the whole film.
    Everything,
    Responder(ResponderId),
    Theme(String),
    Outcome(Outcome),
    Channel(Channel),
    Unit(String),
}

/// Two moments side by side.
#[derive(Clone, Debug)]
pub struct Compared {
    pub a: Session,
    pub b: Session,
    pub changes: Vec<Change>,
    pub scroll: usize,
}

/// A note being written.
#[derive(Clone, Debug)]
pub struct NoteSheet {
    /// The note that is being changed; `None` for a new one.
    pub was: Option<Note>,
    /// The moment it is pinned to.
    pub moment: usize,
    pub about: About,
    pub field: TextField,
    /// Why it could not be kept.
    pub problem: Option<String>,
}

impl NoteSheet {
    /// Whether anything would be lost with it.
    pub fn is_touched(&self) -> bool {
        match &self.was {
            Some(was) => self.field.text() != was.text,
            None => !self.field.is_blank(),
        }
    }
}
