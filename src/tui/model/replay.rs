//! The replay of a session: the desk at any moment of it, and what a reviewer looks up.

pub mod chart_view;
pub mod filter_option;
pub mod note_draft;
pub mod note_form;
pub mod player;

mod filter;
mod keys;
mod navigate;
mod notes;
mod reading;
pub mod search;

use std::ops::Range;

use crate::review::changes::{Correction, last_correction};
use crate::review::filter::Filter;
use crate::review::notes::{ListedNote, NoteOutcome};
use crate::review::timeline::Timeline;
use crate::search::index::TextIndex;
use crate::session::Session;
use crate::session::event::Event;
use crate::session::time::Timestamp;

use super::Theme;
use super::desk::{Desk, DeskMode, SaveState};
use super::overlay::{Overlay, Overlays};
use super::trouble::Trouble;
use note_form::NoteForm;
use player::Player;

/// A session being replayed. It submits nothing: none of its effects reaches the record.
#[derive(Clone, Debug)]
pub struct Replay {
    /// The desk as it was at the position.
    pub desk: Desk,
    /// The session as it was at the position.
    pub then: Session,
    /// The moment looked at: how many events have happened.
    pub position: usize,
    pub player: Player,
    pub timeline: Timeline,
    /// The two moments that are compared.
    pub a: Option<usize>,
    pub b: Option<usize>,
    /// Whether a program is still writing to the session.
    pub live: bool,
    /// Whether the position follows a session that grows.
    pub following: bool,
    /// What is wrong with the file behind the last event.
    pub damage: Option<Trouble>,
    pub notice: Option<ReplayNotice>,
    /// What the event at the position corrects, if it does.
    pub correction: Option<Correction>,
    /// Everything that was said, folded for searching; filled by the first search.
    pub said: Option<TextIndex>,
    /// What was searched for last, and the hit that was gone to.
    searched: (String, usize),
    /// How many bytes of what was said the open search has gone through.
    searched_to: usize,
    pub filter: Filter,
    /// The moments the filter leaves; `None` without a filter.
    pub stretches: Option<Vec<Range<usize>>>,
    /// The reviewers' notes, by moment.
    pub notes: Vec<ListedNote>,
    /// Why no notes can be kept, if none can.
    pub no_notes: Option<Trouble>,
    /// Unfinished notes, the newest last.
    aside: Vec<NoteForm>,
}

/// The last message of the replay.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplayNotice {
    /// There is nothing of the kind in that direction.
    NoMore,
    /// A moment was named that the session does not have.
    NoSuchMoment,
    Marked {
        letter: char,
        moment: usize,
    },
    /// No question meets every condition of the filter.
    NothingLeft,
    /// Two moments are needed to compare.
    MarksMissing,
    /// What became of a change of the notes.
    Noted(NoteOutcome),
    NoteAside,
    /// So many notes were left unfinished.
    NotesLeft(usize),
    /// Text came where nothing can be recorded.
    TextDropped,
    /// The colours of the screen were changed to these.
    ThemeIs(Theme),
    /// Only who wrote a note changes it.
    NotYourNote(String),
    Trouble(Trouble),
}

impl Replay {
    /// The replay of a session that was read, at its first event; a live one at its last.
    pub fn new(whole: &Session, file: String, live: bool) -> Self {
        let mut desk = Desk::new(whole, DeskMode::Watching, Vec::new());
        desk.saved = SaveState::Watching;
        desk.file = file;
        let mut replay = Self {
            desk,
            then: Session::new(),
            position: 0,
            player: Player::default(),
            timeline: Timeline::of(whole),
            a: None,
            b: None,
            live,
            following: live,
            damage: None,
            notice: None,
            correction: None,
            said: None,
            searched: Default::default(),
            searched_to: 0,
            filter: Filter::default(),
            stretches: None,
            notes: Vec::new(),
            no_notes: None,
            aside: Vec::new(),
        };
        let start = if live { whole.history().len() } else { 1 };
        replay.seek(whole, start);
        replay
    }

    /// Moves to the moment after the first `moment` events; to the end when there are fewer.
    pub fn seek(&mut self, whole: &Session, moment: usize) {
        self.position = moment.min(whole.history().len());
        self.player.arrive();
        self.show(whole);
    }

    /// Rebuilds the desk at the position and chooses what the last event was about.
    fn show(&mut self, whole: &Session) {
        self.then = whole.as_of(self.position);
        self.desk.refresh(&self.then);
        self.correction = last_correction(&self.then);
        let Some(last) = self.then.history().last() else { return };
        if let Some(question) = last.event.question() {
            if self.then.state().question(question).is_some() {
                self.desk.choose(question);
            }
        } else if let Event::TaskAssigned(task) = &last.event {
            self.desk.chosen_task = Some(task.task);
        } else if let Event::TaskProgressed(news) = &last.event {
            self.desk.chosen_task = Some(news.task);
        }
    }

    /// The session has grown, or was read again from its beginning.
    pub fn grown(&mut self, whole: &Session, overlays: &mut Overlays) {
        if whole.history().len() < self.timeline.moments() {
            self.timeline = Timeline::default();
            self.said = self.said.take().map(|_| TextIndex::default());
            self.searched_to = 0;
            for overlay in overlays.iter_mut() {
                match overlay {
                    Overlay::Charts(view) => view.forget(),
                    Overlay::Said(list) => list.found(Vec::new()),
                    _ => {}
                }
            }
        }
        self.timeline.extend(whole);
        self.search_on(whole, overlays);
        self.cut(whole);
        if self.following || self.position > whole.history().len() {
            let last = self.last_shown(whole).unwrap_or(whole.history().len());
            self.seek(whole, last);
            self.clear_notice();
        } else {
            self.show(whole);
        }
    }

    /// The wall clock at the replayed moment.
    pub fn wall(&self) -> Option<Timestamp> {
        let last = self.then.last_at()?;
        Some(last.plus_millis(self.player.gone()))
    }
}
