//! The desk's mind: what a key means now, what is chosen, what is being typed. Never a file, an area or a style.

pub mod action;
pub mod bindings;
pub mod desk;
pub mod draft;
pub mod due;
pub mod edit;
pub mod form;
mod input;
pub mod key;
pub mod menu;
pub mod overlay;
pub mod paper_export;
pub mod replay;
pub mod start;
pub mod stopwatch;
mod stray;
pub mod table_import;
pub mod trouble;
mod update;

use std::path::PathBuf;
use std::sync::Arc;

use crate::i18n::Lang;
use crate::import::field::RowKind;
use crate::import::planned::{ImportPlan, TimedCommand};
use crate::review::notes::{ListedNote, NoteOutcome};
use crate::search::advice::Advice;
use crate::search::item::SessionItem;
use crate::search::theme_groups::ThemeGroup;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::event::Recorded;
use crate::session::number::{QuestionNo, ResponderId, TaskNo};
use crate::session::payload::Opening;
use crate::session::refusal::Refusal;
use crate::session::time::Timestamp;
use crate::store::{Consent, Relocation};

use desk::{Desk, Pane};
use edit::{FieldGeometry, Telex};
use key::Key;
use overlay::{ConsentRequest, HeldSession, Overlays};
use paper_export::{PaperDone, PaperOrder};
use replay::Replay;
use replay::note_form::NoteChange;
use start::Start;
use stopwatch::Stopwatches;
use trouble::Trouble;

/// Everything the screen shows besides the session itself.
#[derive(Clone, Debug)]
pub struct Model {
    pub lang: Lang,
    pub theme: Theme,
    pub telex: Telex,
    /// The wall clock, as last read.
    pub now: Timestamp,
    pub stopwatches: Stopwatches,
    pub screen: Screen,
    pub overlays: Overlays,
    /// What the last frame showed.
    pub metrics: ScreenMetrics,
    /// Whether the start screen is where leaving the desk leads.
    pub came_from_start: bool,
    /// Text came where letters are commands: until 300 ms of silence, what follows belongs to it.
    pub awaits_silence: bool,
}

impl Model {
    /// A program that shows `screen`, with nothing open over it.
    pub fn new(lang: Lang, now: Timestamp, screen: Screen) -> Self {
        Self {
            lang,
            theme: Theme::default(),
            telex: Telex::default(),
            now,
            stopwatches: Stopwatches::default(),
            screen,
            overlays: Overlays::default(),
            metrics: ScreenMetrics::default(),
            came_from_start: false,
            awaits_silence: false,
        }
    }
}

/// Which screen is up.
#[derive(Clone, Debug)]
pub enum Screen {
    Start(Box<Start>),
    Desk(Box<Desk>),
    Replay(Box<Replay>),
}

/// How the screen is coloured. Colour alone carries no meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Dark,
    Light,
    /// No colour; letters, signs and borders as ever.
    NoColour,
    /// No colour, and every sign and border in ASCII.
    Ascii,
}

/// What reaches the model, in the order it happened.
#[derive(Clone, Debug)]
pub enum Message {
    Key(Key),
    Paste(String),
    /// Text that came as keys where letters are commands.
    Stray(String),
    /// Nothing came from the terminal for 300 ms after such text.
    Silence,
    Click(Target),
    /// The mouse went over it with its button held.
    Drag(Target),
    /// The wheel over a pane; lines, positive downwards.
    Scroll {
        over: Target,
        lines: isize,
    },
    /// The command's events are on disk and in the session.
    Settled {
        ticket: u64,
        events: Vec<Recorded>,
        fingerprint: String,
    },
    Refused {
        ticket: u64,
        refusal: Refusal,
    },
    /// The record could not be written.
    Failed {
        ticket: u64,
        why: Trouble,
    },
    /// How many copies hold the record now, of how many, and why not all: nothing while the last event is
    /// on its way.
    Copies {
        held: usize,
        wanted: usize,
        why: Option<Trouble>,
    },
    /// The record goes on in another file.
    Moved(Relocation),
    /// The program itself has recorded something.
    RecordedItself {
        fingerprint: String,
    },
    /// The watched session cannot be followed any more.
    Unfollowed(Trouble),
    /// The watched session has grown.
    Changed {
        fingerprint: String,
    },
    /// So many milliseconds have gone by while a replay was playing.
    Passed {
        millis: u32,
    },
    /// The open search may go on.
    SearchOn,
    /// The reviewers' notes as they are kept now.
    Notes(Vec<ListedNote>),
    /// What became of a change of the notes, or why it could not be saved.
    Noted(Result<NoteOutcome, Trouble>),
    /// Whether a program is writing to the session that is replayed.
    Live(bool),
    /// So many KiB of the document being written are written.
    PaperProgressed {
        kib: usize,
    },
    /// What became of a document that was to be written.
    PaperWritten {
        order: PaperOrder,
        done: Result<PaperDone, Trouble>,
    },
    /// Another program holds the session that was to be opened.
    Held(HeldSession),
    /// Opening needs an answer from the person.
    Asked(ConsentRequest),
    /// So many rows of a table were read, of so many.
    TableProgressed {
        rows: usize,
        expected: usize,
    },
    /// What the table at the path would add, or why it gives nothing.
    TablePlanned {
        path: PathBuf,
        planned: Result<Arc<ImportPlan>, Trouble>,
    },
    /// What there is to say of a question that was to be judged.
    Advised(Box<Advice>),
    /// Groups of questions without a theme.
    ThemesGrouped(Vec<ThemeGroup>),
    /// Something that was asked for could not be done.
    Trouble(Trouble),
}

/// How the open overlay can be moved through, in lines or rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScrollRange {
    /// What a line key moves: more than one line where columns are turned like pages.
    pub step: usize,
    pub page: usize,
    pub limit: usize,
}

impl Default for ScrollRange {
    fn default() -> Self {
        Self { step: 1, page: 10, limit: 0 }
    }
}

/// What the last frame measured, so that lists scroll from their last position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenMetrics {
    /// The first row shown of the list: the queue, or the sessions of the start screen.
    pub top: usize,
    /// The rows of the list that fit.
    pub page: usize,
    /// How far the question pane can be scrolled.
    pub scroll_limit: usize,
    pub overlay: ScrollRange,
    /// Where the field with the cursor was drawn.
    pub field: Option<FieldGeometry>,
    /// Nothing but the state of the record fits: actions would be done unseen.
    pub too_small: bool,
}

impl Default for ScreenMetrics {
    fn default() -> Self {
        let overlay = ScrollRange::default();
        Self { top: 0, page: 20, scroll_limit: 0, overlay, field: None, too_small: false }
    }
}

/// What an action may read, and the overlays it may open.
#[derive(Debug)]
pub struct Env<'a> {
    pub session: &'a Session,
    pub now: Timestamp,
    pub lang: Lang,
    pub telex: &'a mut Telex,
    pub overlays: &'a mut Overlays,
    pub metrics: ScreenMetrics,
}

impl Env<'_> {
    fn reborrowed(&mut self) -> Env<'_> {
        let Env { session, now, lang, metrics, .. } = *self;
        Env { session, now, lang, telex: self.telex, overlays: self.overlays, metrics }
    }
}

/// What is under the mouse.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Pane(Pane),
    Question(QuestionNo),
    Responder(ResponderId),
    Task(TaskNo),
    /// A statement or a conclusion.
    Statement(SessionItem),
    /// A row of the start screen.
    SessionRow(usize),
    /// A field of the open form.
    Field(usize),
    /// A row of the open list: palette, search, matches of a field.
    Match(usize),
    /// A key shown in the footer.
    Button(action::Action),
    /// A cell of so many on the bar over the whole session.
    Bar {
        cell: u16,
        of: u16,
    },
}

/// What the model asks the event loop to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Submit {
        ticket: u64,
        command: Command,
    },
    /// Read a table, and plan what it would add.
    ReadTable {
        path: PathBuf,
        kind: RowKind,
    },
    /// Group the questions without a theme.
    GroupThemes,
    /// Record several commands one after the other, all of them or none.
    SubmitTogether {
        ticket: u64,
        commands: Vec<TimedCommand>,
    },
    /// Make a session file in the folder, with a roster of the folder, and open it.
    Create {
        opening: Opening,
        roster: Option<String>,
    },
    Open(PathBuf),
    /// The same, after the person was asked what no program may decide.
    OpenAsAgreed(PathBuf, Consent),
    Watch(PathBuf),
    Replay(PathBuf),
    /// Change the reviewer's notes.
    Note(NoteChange),
    /// Read the folder again.
    Refresh,
    WritePaper(PaperOrder),
    /// Leave the document that is being written.
    CancelPaper,
    /// Let the record go on in a folder that the person named.
    MoveTo(PathBuf),
    /// Keep one more copy in a folder that the person named.
    AddCopy(PathBuf),
    Suspend,
    /// Clear and redraw the whole screen.
    Redraw,
    /// Back to the start screen, once everything is kept.
    Leave,
    /// The same, even if something is lost: the person confirmed it.
    LeaveAnyway,
    Quit,
}
