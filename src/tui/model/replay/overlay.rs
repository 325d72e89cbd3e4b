//! What stands over the replay for a moment.

use crate::i18n::Lang;
use crate::review::changes::{Correction, StateChange};
use crate::review::notes::{Note, NoteSubject};
use crate::review::stats::{Chart, Stats};
use crate::review::timeline::Outcome;
use crate::search::index::TextMatch;
use crate::session::Session;
use crate::session::number::ResponderId;
use crate::session::payload::Channel;
use crate::session::state::State;
use crate::tui::model::action::Action;
use crate::tui::model::edit::{LineField, TextField};

/// One thing over the replay.
#[derive(Clone, Debug)]
pub enum ReplayOverlay {
    Help {
        scroll: usize,
    },
    Palette {
        filter: LineField,
        /// Commands whose names contain the letters.
        matches: Vec<Action>,
        selected: usize,
    },
    /// Where to? `wrong`: what is typed is no moment of this session.
    GoTo {
        line: LineField,
        wrong: bool,
    },
    Search {
        query: LineField,
        found: Vec<TextMatch>,
        selected: usize,
    },
    Filter {
        filter: LineField,
        /// Everything one can filter by.
        all: Vec<FilterOption>,
        /// Those that contain the letters, by their place in `all`.
        matches: Vec<usize>,
        selected: usize,
    },
    /// What changed between two moments.
    Changes(Box<Comparison>),
    /// What was first said and later put otherwise.
    Corrections {
        corrections: Vec<Correction>,
        selected: usize,
    },
    Charts {
        stats: Box<Stats>,
        chart: Chart,
    },
    Notes {
        selected: usize,
    },
    Note(Box<NoteForm>),
    Confirmation(Confirmation),
}

/// What is done only after a yes.
#[derive(Clone, Debug)]
pub enum Confirmation {
    /// Remove one's own note; `selected` is its place in the list.
    RemoveNote { was: Box<Note>, selected: usize },
    /// What is being typed is thrown away.
    DropNote(Box<NoteForm>),
    /// The replay is left while a note lies aside half written.
    Leave,
}

/// A value the replay can be filtered by, with how many questions it would leave.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterOption {
    pub value: FilterValue,
    pub questions: usize,
}

/// What a filter asks of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterValue {
    /// Nothing: the whole replay.
    Everything,
    Responder(ResponderId),
    Theme(String),
    Outcome(Outcome),
    Channel(Channel),
    Unit(String),
}

impl FilterValue {
    /// What it is called, its kind first.
    pub fn name(&self, state: &State, lang: Lang) -> String {
        let (kind, name) = match self {
            Self::Everything => return lang.replay_everything().to_owned(),
            Self::Responder(id) => (lang.replay_by_responder(), state.full_name(id)),
            Self::Theme(theme) => (lang.replay_by_theme(), theme.as_str()),
            Self::Outcome(outcome) => (lang.replay_by_outcome(), lang.outcome(*outcome)),
            Self::Channel(channel) => (lang.replay_by_channel(), lang.channel(*channel)),
            Self::Unit(unit) => (lang.replay_by_unit(), unit.as_str()),
        };
        format!("{kind}: {name}")
    }
}

/// Two moments side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub a: Session,
    pub b: Session,
    pub changes: Vec<StateChange>,
    pub scroll: usize,
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
    /// Why it could not be kept.
    pub problem: Option<String>,
}

impl NoteForm {
    /// Whether anything would be lost with it.
    pub fn is_touched(&self) -> bool {
        match &self.was {
            Some(was) => self.field.text() != was.text,
            None => !self.field.is_blank(),
        }
    }
}
