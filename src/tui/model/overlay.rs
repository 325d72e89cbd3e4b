//! Overlays take the keys before the screen below: one stack, shared by all screens.

mod export;
pub mod found_lists;
mod keys;

use std::path::PathBuf;
use std::sync::Arc;

use crate::review::changes::{Correction, StateChange};
use crate::review::notes::Note;
use crate::search::index::TextMatch;
use crate::search::item::{Found, SessionItem};
use crate::session::Session;
use crate::session::number::QuestionNo;
use crate::session::time::Date;
use crate::store::{Consent, OpenError};

use super::ScrollRange;
use super::action::Action;
use super::bindings::Scope;
use super::edit::{Composes, FieldGeometry, LineField};
use super::paper_export::{ExportProgress, PaperExport};
use super::replay::chart_view::ChartView;
use super::replay::filter_option::FilterOption;
use super::replay::note_form::NoteForm;
use super::table_import::TableImport;

pub use found_lists::{SimilarList, ThemeList};

/// One overlay. What moves in it is a selected row or the first line shown; see `moving`.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Every key and sign; the number is the first line shown.
    Help {
        scroll: usize,
    },
    /// Commands by name.
    Palette(FilteredList<Action>),
    /// Questions, tasks, statements and conclusions by their words.
    Search(FilteredList<Found>),
    /// What was asked before.
    Similar(SimilarList),
    /// Themes for questions without one.
    Themes(ThemeList),
    /// A task, a statement or a conclusion, whole.
    Item {
        item: SessionItem,
        scroll: usize,
    },
    /// Everything said in a session.
    Said(FilteredList<TextMatch>),
    /// Values a replay can be filtered by; the list holds places in `all`.
    Filter {
        all: Vec<FilterOption>,
        list: FilteredList<usize>,
    },
    /// Drafts, newest first: reopen one?
    Drafts {
        selected: usize,
    },
    /// What is unfinished, before closing.
    Closing(ClosingList),
    /// Reviewers' notes.
    Notes {
        selected: usize,
    },
    /// What was corrected or undone.
    Corrections {
        corrections: Vec<Correction>,
        selected: usize,
    },
    /// What changed between two moments.
    Changes(Box<Comparison>),
    /// The event at the position of a replay, whole.
    Event {
        scroll: usize,
    },
    Charts(Box<ChartView>),
    /// A moment to go to. `wrong`: what was typed names no moment of this session.
    GoTo {
        line: LineField,
        wrong: bool,
    },
    /// A folder in which the record goes on, or the word that leaves without saving.
    MoveRecord {
        line: LineField,
    },
    /// A folder in which one more copy is kept.
    AddCopy {
        line: LineField,
    },
    /// A table to be imported.
    Import(Box<TableImport>),
    /// A document to be exported.
    Export(Box<PaperExport>),
    /// A note being written.
    Note(Box<NoteForm>),
    /// A yes-or-no question.
    Confirm(Confirmation),
    /// The session is closed: its fingerprint, and the transcript once it is written.
    Closed {
        transcript: Option<String>,
    },
}

/// A list under a line of letters that filters it.
#[derive(Clone, Debug)]
pub struct FilteredList<T> {
    pub line: LineField,
    /// What the letters find, best first.
    pub matches: Vec<T>,
    pub selected: usize,
}

/// What is unfinished before closing: drafts, then questions without an outcome, then those answered in part,
/// each oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClosingList {
    /// How many drafts there are; the desk keeps them.
    pub drafts: usize,
    pub open: Vec<QuestionNo>,
    pub partly: Vec<QuestionNo>,
    pub selected: usize,
}

/// A row of the list before closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingRow {
    /// The draft at this place of the desk's.
    Draft(usize),
    Question(QuestionNo),
}

impl ClosingList {
    pub fn len(&self) -> usize {
        self.drafts + self.open.len() + self.partly.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn row(&self, place: usize) -> Option<ClosingRow> {
        let Some(of_questions) = place.checked_sub(self.drafts) else {
            return Some(ClosingRow::Draft(place));
        };
        let question = self.open.iter().chain(&self.partly).nth(of_questions)?;
        Some(ClosingRow::Question(*question))
    }

    pub fn selected_row(&self) -> Option<ClosingRow> {
        self.row(self.selected)
    }

    pub fn questions(&self) -> impl Iterator<Item = QuestionNo> {
        self.open.iter().chain(&self.partly).copied()
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

/// What is done only after a yes.
#[derive(Clone, Debug)]
pub enum Confirmation {
    /// Discard what the open form holds.
    DiscardForm,
    /// Open the closed session again, so that its fingerprint is no longer the last.
    Reopen,
    /// Leave although not everything is saved.
    LeaveUnsaved,
    /// Remove one's own note.
    RemoveNote(Box<Note>),
    /// Discard the note being written.
    DiscardNote,
    /// Leave the replay although a note is unfinished and cannot be kept.
    LeaveReplay,
    /// Watch a session that another program writes.
    Watch(HeldSession),
    /// Open a session whose copies differ.
    Open(ConsentRequest),
    /// Ask a new question with the text that came where letters are commands; the desk keeps the text.
    AskOffered,
    /// Record the open form although its deadline has gone by.
    PastDue(Date),
    /// Record the open form about several questions.
    Several,
    /// Give so many themes to so many questions.
    SetThemes { themes: usize, questions: usize },
}

impl Confirmation {
    /// Whether a yes does what no key takes back: `Enter`, which is pressed without looking, is no answer.
    pub fn is_decision(&self) -> bool {
        match self {
            Self::DiscardForm
            | Self::Reopen
            | Self::LeaveUnsaved
            | Self::RemoveNote(_)
            | Self::DiscardNote
            | Self::LeaveReplay
            | Self::Open(_)
            | Self::PastDue(_) => true,
            Self::Watch(_) | Self::AskOffered | Self::Several | Self::SetThemes { .. } => false,
        }
    }
}

/// Who holds a session that was to be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldSession {
    pub path: PathBuf,
    pub pid: u32,
    pub user: String,
    pub host: String,
}

/// What a person must decide before a session can be opened.
#[derive(Clone, Debug)]
pub struct ConsentRequest {
    pub path: PathBuf,
    /// What it is about.
    pub error: Arc<OpenError>,
    /// What was agreed to before.
    pub given: Consent,
}

impl<T> FilteredList<T> {
    /// A list that nothing is typed into yet.
    pub fn new(matches: Vec<T>) -> Self {
        Self { line: LineField::new(""), matches, selected: 0 }
    }

    pub fn typed(&self) -> String {
        self.line.text()
    }

    /// Shows what changed letters find, from the first match.
    pub fn found(&mut self, matches: Vec<T>) {
        self.matches = matches;
        self.selected = 0;
    }
}

impl Overlay {
    /// Where a key is looked up while this overlay has the keys.
    pub fn scope(&self) -> Scope {
        match self {
            Self::Help { .. } => Scope::Help,
            Self::Search(_) => Scope::Search,
            Self::Similar(_) => Scope::Similar,
            Self::Themes(ThemeList { renaming: None, .. }) => Scope::Themes,
            Self::Themes(_) => Scope::List,
            Self::Palette(_)
            | Self::Said(_)
            | Self::Filter { .. }
            | Self::GoTo { .. }
            | Self::MoveRecord { .. }
            | Self::AddCopy { .. } => Scope::List,
            Self::Changes(_) | Self::Event { .. } | Self::Corrections { .. } => Scope::Reading,
            Self::Item { .. } => Scope::Help,
            Self::Charts(_) => Scope::Charts,
            Self::Notes { .. } => Scope::Notes,
            Self::Import(import) => match **import {
                TableImport::File { .. } => Scope::Import,
                TableImport::Reading { .. } | TableImport::Preview { .. } => Scope::Preview,
            },
            Self::Export(_) => Scope::Export,
            Self::Note(_) => Scope::Form,
            Self::Confirm(asked) if asked.is_decision() => Scope::Decision,
            Self::Drafts { .. } | Self::Confirm(_) | Self::Closed { .. } => Scope::Dialog,
            Self::Closing(_) => Scope::Closing,
        }
    }

    /// The line that letters are typed into.
    fn line(&mut self) -> Option<&mut LineField> {
        match self {
            Self::Palette(FilteredList { line, .. })
            | Self::Search(FilteredList { line, .. })
            | Self::Said(FilteredList { line, .. })
            | Self::Filter { list: FilteredList { line, .. }, .. }
            | Self::GoTo { line, .. }
            | Self::MoveRecord { line }
            | Self::AddCopy { line } => Some(line),
            Self::Themes(list) => list.renaming.as_mut(),
            Self::Import(import) => match &mut **import {
                TableImport::File { line, .. } => Some(line),
                TableImport::Reading { .. } | TableImport::Preview { .. } => None,
            },
            Self::Export(export) => match export.progress {
                ExportProgress::Choosing { .. } => Some(&mut export.line),
                ExportProgress::Writing { .. } | ExportProgress::Done { .. } => None,
            },
            Self::Help { .. }
            | Self::Similar(_)
            | Self::Drafts { .. }
            | Self::Closing(_)
            | Self::Notes { .. }
            | Self::Corrections { .. }
            | Self::Changes(_)
            | Self::Event { .. }
            | Self::Item { .. }
            | Self::Charts(_)
            | Self::Note(_)
            | Self::Confirm(_)
            | Self::Closed { .. } => None,
        }
    }

    /// What the input method composes in the line: a moment is a code, and so is a folder once its path has begun.
    pub fn composes(&self) -> Composes {
        match self {
            Self::GoTo { .. } => Composes::Nothing,
            Self::MoveRecord { line } | Self::AddCopy { line } if is_path(line) => {
                Composes::Nothing
            }
            Self::Import(import) if matches!(&**import, TableImport::File { line, .. } if is_path(line)) => {
                Composes::Nothing
            }
            Self::Export(export) if is_path(&export.line) => Composes::Nothing,
            _ => Composes::Words,
        }
    }

    pub(super) fn field_was_drawn(&mut self, geometry: FieldGeometry) {
        match self {
            Self::Note(note) => note.field.was_drawn(geometry),
            other => {
                if let Some(line) = other.line() {
                    line.was_drawn(geometry);
                }
            }
        }
    }

    /// The number that the moving keys and the wheel change, and what it may be: a row of a list, or the
    /// first line of a text. `range` is what the last frame showed; `drafts` and `notes` are kept elsewhere.
    fn moving(
        &mut self,
        range: ScrollRange,
        Counts { drafts, notes }: Counts,
    ) -> Option<(&mut usize, ScrollRange)> {
        let rows = |count: usize| ScrollRange { step: 1, limit: count.saturating_sub(1), ..range };
        Some(match self {
            Self::Help { scroll } | Self::Event { scroll } | Self::Item { scroll, .. } => {
                (scroll, range)
            }
            Self::Changes(compared) => (&mut compared.scroll, range),
            Self::Similar(SimilarList { reading: Some(scroll), .. }) => (scroll, range),
            Self::Themes(ThemeList { renaming: Some(_), .. }) => return None,
            Self::Themes(list) => {
                let count = list.groups().len();
                (&mut list.selected, rows(count))
            }
            Self::Similar(list) => {
                let count = list.entries.as_ref().map_or(0, Vec::len);
                (&mut list.selected, rows(count))
            }
            Self::Palette(FilteredList { matches, selected, .. }) => {
                (selected, rows(matches.len()))
            }
            Self::Search(FilteredList { matches, selected, .. }) => (selected, rows(matches.len())),
            Self::Said(FilteredList { matches, selected, .. }) => (selected, rows(matches.len())),
            Self::Filter { list: FilteredList { matches, selected, .. }, .. } => {
                (selected, rows(matches.len()))
            }
            Self::Corrections { corrections, selected } => (selected, rows(corrections.len())),
            Self::Closing(list) => {
                let count = list.len();
                (&mut list.selected, rows(count))
            }
            Self::Drafts { selected } => (selected, rows(drafts)),
            Self::Notes { selected } => (selected, rows(notes)),
            Self::Import(import) => match &mut **import {
                TableImport::Preview { scroll, .. } => (scroll, range),
                TableImport::File { .. } | TableImport::Reading { .. } => return None,
            },
            Self::Export(export) => match export.progress {
                ExportProgress::Choosing { .. } => {
                    (&mut export.selected, rows(export.requests.len()))
                }
                ExportProgress::Writing { .. } | ExportProgress::Done { .. } => return None,
            },
            Self::Charts(_)
            | Self::GoTo { .. }
            | Self::MoveRecord { .. }
            | Self::AddCopy { .. }
            | Self::Note(_)
            | Self::Confirm(_)
            | Self::Closed { .. } => return None,
        })
    }
}

/// Whether a path has begun.
fn is_path(line: &LineField) -> bool {
    line.text().contains(['/', '\\', ':', '~', '.'])
}

/// The lengths of the lists that the screens keep.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    drafts: usize,
    notes: usize,
}

impl ScrollRange {
    /// Where `at` is after a moving key; `None` when the action moves nothing.
    pub fn after(self, at: usize, action: Action) -> Option<usize> {
        let to = match action {
            Action::Up => at.saturating_sub(self.step),
            Action::Down => at.saturating_add(self.step),
            Action::PageUp => at.saturating_sub(self.page),
            Action::PageDown => at.saturating_add(self.page),
            Action::First => 0,
            Action::Last => self.limit,
            _ => return None,
        };
        Some(to.min(self.limit))
    }
}

/// The open overlays; the last one is shown and has the keys.
#[derive(Clone, Debug, Default)]
pub struct Overlays(Vec<Overlay>);

impl Overlays {
    pub fn top(&self) -> Option<&Overlay> {
        self.0.last()
    }

    pub fn top_mut(&mut self) -> Option<&mut Overlay> {
        self.0.last_mut()
    }

    /// Puts an overlay over the others.
    pub fn open(&mut self, overlay: Overlay) {
        self.0.push(overlay);
    }

    /// Takes away the one on top.
    pub fn close(&mut self) -> Option<Overlay> {
        self.0.pop()
    }

    /// Shows one overlay instead of all others.
    pub fn show_only(&mut self, overlay: Overlay) {
        self.0 = vec![overlay];
    }

    pub fn close_all(&mut self) {
        self.0.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Overlay> {
        self.0.iter()
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Overlay> {
        self.0.iter_mut()
    }

    /// Whether the one on top has the keys even before an open form. The closing list waits behind the
    /// forms that are opened from it.
    pub fn cover_forms(&self) -> bool {
        self.top().is_some_and(|overlay| !matches!(overlay, Overlay::Closing(_)))
    }
}
