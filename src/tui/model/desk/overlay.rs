//! What stands over the desk for a moment: help, commands, search, a yes or no, the closing.

use crate::session::number::QuestionNo;
use crate::tui::model::action::Action;
use crate::tui::model::edit::LineField;

/// One thing over the desk.
#[derive(Clone, Debug)]
pub enum Overlay {
    Help {
        scroll: usize,
    },
    Palette {
        filter: LineField,
        /// Commands whose names hold the letters.
        matches: Vec<Action>,
        selected: usize,
    },
    Search {
        query: LineField,
        matches: Vec<QuestionNo>,
        selected: usize,
    },
    /// What was typed and not yet recorded, newest first: take one up again?
    OfferDraft {
        selected: usize,
    },
    /// Throw away what the open form holds?
    Discard,
    /// Open the closed session again, and make its fingerprint a thing of the past?
    Reopen,
    /// Leave although not everything could be kept?
    LeaveUnsaved,
    /// Where shall the record go on, which has lost a copy? A folder, or the word that leaves.
    MoveRecord {
        line: LineField,
    },
    Closing(ClosingList),
    /// The session is closed: its fingerprint, and where the papers are.
    Closed {
        transcript: Option<String>,
    },
}

/// The way to the end of a session: what has no outcome yet, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingList {
    pub open: Vec<QuestionNo>,
    pub selected: usize,
}
