//! The desk in a running session: what is chosen, which form is open, the last notice.

pub mod actions;
mod advised;
pub mod applies;
mod closing;
pub mod forms;
mod items;
pub mod keys;
mod marks;
mod overlays;
pub mod results;
pub mod rows;
mod search;
mod table;
mod themes;
pub mod undo;
mod undone_forms;

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;

use crate::import::planned::AddedCounts;
use crate::paper::office::PublicationTerm;
use crate::search::advice::Advice;
use crate::search::item::{SessionItem, SessionSearch};
use crate::session::Session;
use crate::session::number::{QuestionNo, ResponderId, Seq, TaskNo};
use crate::session::payload::{Channel, QuestionKind};
use crate::session::queue::Queue;
use crate::session::refusal::Refusal;
use crate::session::time::{Timestamp, UtcOffset};

use super::Theme;
use super::draft::Draft;
use super::edit::Method;
use super::form::{Form, Problem};
use super::key::Key;
use super::trouble::{Repairs, Trouble};

/// A part of the desk that can be moved about in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Queue,
    Question,
    Responders,
    Tasks,
    /// The statements and the conclusions.
    Statements,
}

impl Pane {
    pub const ALL: [Self; 5] =
        [Self::Queue, Self::Question, Self::Responders, Self::Tasks, Self::Statements];
}

/// Whether the desk may write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskMode {
    Writing,
    /// Another program writes, or the file is read-only; the desk follows it.
    Watching,
}

/// The state of the record, always in sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Every event shown is on the disk.
    Saved,
    Saving,
    /// The record cannot be written any more.
    Trouble(Trouble),
    /// Nothing is written from here.
    Watching,
}

/// The last message of the desk, as data; `view::sentences` has the sentences.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Recorded(Seq),
    /// A table was added.
    Imported(AddedCounts),
    /// The figures typed so far of the number of a question to go to.
    NumberTyped(u32),
    /// The event that an undo undid or a redo restored.
    TakenBack(Seq),
    /// Taken back, and the form that made it can be opened again.
    FormTakenBack(Seq),
    BroughtBack(Seq),
    Refused(Refusal),
    /// A form could not be recorded while something else was being typed: it is among the drafts.
    Returned(Problem),
    /// An undo waits until the events it would undo are saved.
    StillSaving,
    NotSaved(Trouble),
    /// An action that needs a question, with none chosen.
    NoQuestionChosen,
    NoTaskChosen,
    NoResponderChosen,
    NoStatementChosen,
    /// A question of another session can be neither merged into nor followed up.
    OfAnotherSession,
    /// No task comes from the chosen question.
    NoTaskOfQuestion(QuestionNo),
    /// A question that has ended cannot be dealt with together with others.
    CannotBeMarked(QuestionNo),
    /// A question that was to be moved stands first, or last, of those it can be moved among.
    FirstAlready(QuestionNo),
    LastAlready(QuestionNo),
    FollowsItsFirst {
        question: QuestionNo,
        first: QuestionNo,
    },
    /// Nothing is to be moved: both copies hold everything.
    BothCopiesHold,
    DraftKept,
    NoDraft,
    DraftDiscarded,
    Watching,
    Typing(Method),
    /// The colours of the screen were changed to these.
    ThemeIs(Theme),
    /// Telex went off by itself: an input method of the system is typing.
    TelexYielded,
    /// A document stands at this place.
    DocumentWritten(PathBuf),
    /// Text came where letters are commands, and was not taken.
    TextDropped,
    /// The machine's clock has this offset, and the session names none of its own.
    ClockOffset(UtcOffset),
    /// What was done to open the session.
    Opened(Repairs),
    Trouble(Trouble),
}

/// A command on its way to the disk, with what it came from.
#[derive(Clone, Debug)]
pub struct SentCommand {
    pub ticket: u64,
    /// The form to reopen when it is refused.
    pub form: Option<Form>,
    /// The question that was chosen then.
    pub chosen: Option<QuestionNo>,
    /// What it adds, when it is a table.
    pub imported: Option<AddedCounts>,
}

/// The desk.
#[derive(Clone, Debug)]
pub struct Desk {
    pub mode: DeskMode,
    pub saved: SaveState,
    /// How many copies hold the record, and how many there are to be.
    pub copies: (usize, usize),
    /// Why not all of them hold it, while one is in trouble.
    pub one_copy: Option<Trouble>,
    pub pane: Pane,
    /// Whether the question pane stands alone where only one pane fits.
    pub opened: bool,
    /// The queue as it is drawn, taken in when the session changes.
    pub queue: Queue,
    pub chosen: Option<QuestionNo>,
    pub chosen_responder: Option<ResponderId>,
    pub chosen_task: Option<TaskNo>,
    /// The chosen statement or conclusion.
    pub chosen_statement: Option<SessionItem>,
    /// Lines of the question pane scrolled past.
    pub scroll: usize,
    /// The open forms; the last one is being filled.
    pub forms: Vec<Form>,
    /// Forms closed before they were recorded, the newest last.
    pub drafts: Vec<Draft>,
    /// The forms of what was undone, by the event, the latest last.
    pub undone: Vec<(Seq, Draft)>,
    pub sent: VecDeque<SentCommand>,
    pub next_ticket: u64,
    /// The command just sent, until the next key: only a result that comes before it may open a form.
    pub just_sent: Option<u64>,
    /// Keys that came while the routing of a question not yet recorded was awaited.
    pub waiting_keys: Vec<Key>,
    /// Text that came where letters are commands: a new question with it is offered.
    pub offered: Option<String>,
    pub notice: Option<Notice>,
    /// The values the next new question starts with.
    pub habits: QuestionDefaults,
    /// Questions to be dealt with together.
    pub marked: BTreeSet<QuestionNo>,
    /// The question marked last: a range begins there.
    pub marked_last: Option<QuestionNo>,
    /// A question that was routed just now, and the next one that nobody leads on yet.
    pub after_routing: Option<AfterRouting>,
    /// The question whose natural step was taken since the last frame: a key pressed again before its
    /// result was seen is the same press.
    pub stepped: Option<QuestionNo>,
    /// What the open search has looked at so far.
    pub searching: Option<SessionSearch>,
    /// What the search in the background says of the question that is typed, routed or chosen.
    pub advice: Option<Advice>,
    pub fingerprint: String,
    /// Where the session's file is, for people.
    pub file: String,
    /// Within how many days of its end the conclusion is public.
    pub publish_within: PublicationTerm,
}

/// Where the next key leads after a question was routed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AfterRouting {
    pub routed: QuestionNo,
    pub next: QuestionNo,
}

/// What was used last for a new question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuestionDefaults {
    pub channel: Channel,
    pub kind: QuestionKind,
    pub theme: String,
}

impl Desk {
    pub fn new(session: &Session, mode: DeskMode, drafts: Vec<Draft>) -> Self {
        let saved = match mode {
            DeskMode::Writing => SaveState::Saved,
            DeskMode::Watching => SaveState::Watching,
        };
        let mut desk = Self {
            mode,
            saved,
            copies: (2, 2),
            one_copy: None,
            pane: Pane::Queue,
            opened: false,
            queue: Queue::default(),
            chosen: None,
            chosen_responder: None,
            chosen_task: None,
            chosen_statement: None,
            scroll: 0,
            forms: Vec::new(),
            drafts,
            undone: Vec::new(),
            sent: VecDeque::new(),
            next_ticket: 1,
            just_sent: None,
            waiting_keys: Vec::new(),
            offered: None,
            notice: None,
            habits: QuestionDefaults::default(),
            marked: BTreeSet::new(),
            marked_last: None,
            after_routing: None,
            stepped: None,
            searching: None,
            advice: None,
            fingerprint: String::new(),
            file: String::new(),
            publish_within: PublicationTerm::default(),
        };
        desk.refresh(session);
        desk
    }

    /// What there is to say of the clock whose time the events will carry.
    #[must_use]
    pub fn notice_of_clock(session: &Session, now: Timestamp) -> Option<Notice> {
        let named = session.state().opening().and_then(|opening| opening.utc_offset);
        let is_odd = named.is_none() && now.offset() != UtcOffset::VIETNAM;
        is_odd.then(|| Notice::ClockOffset(now.offset()))
    }

    /// A frame was drawn, in which the question can be scrolled so far.
    pub(super) fn was_drawn(&mut self, scroll_limit: usize) {
        self.scroll = self.scroll.min(scroll_limit);
        self.stepped = None;
    }

    /// The form being filled.
    pub fn form(&self) -> Option<&Form> {
        self.forms.last()
    }
}
