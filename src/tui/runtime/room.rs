//! One open session in the shell: its record, its pen or its watcher, and the commands that wait.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::describe;
use crate::i18n::Lang;
use crate::record::{Entry, Record};
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Failover;
use crate::session::time::Timestamp;
use crate::store::{
    Change, Consent, Disk, Journal, OpenError, Opened, Relocation, StoreError, SubmitError, Watcher,
};
use crate::tui::model::Message;

use super::wake::{Pen, Wake, Word};
use crate::workspace::Settings;
use crate::workspace::clock::{fresh_salt, now};
use crate::workspace::reviews::Reviews;

/// When fewer bytes are left that surely fit, the person is told.
const LOW: u64 = 64 * 1024;
/// What an answer takes, roughly.
const ANSWER: u64 = 1024;

/// Whose entry is in flight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Author {
    /// A person's, by this ticket.
    Person(u64),
    /// The program's own: that the record goes on elsewhere.
    Program,
}

/// A session on the desk.
pub struct Room {
    pub path: PathBuf,
    pub record: Record,
    by: String,
    pen: Option<Pen>,
    watcher: Option<Watcher>,
    in_flight: Option<(Author, Entry)>,
    waiting: VecDeque<(u64, Command)>,
    /// What of the watched file could not be read at the last look.
    doubted: bool,
    /// What is wrong with the file behind the last event, as it was found when it was opened to be read.
    pub fault: Option<String>,
    /// The reviewers' notes, for those who review.
    pub reviews: Option<Reviews>,
    /// Why the watched file cannot be followed, as it was told.
    trouble: Option<String>,
    /// How many copies held the record when it was opened, and of how many.
    pub copies: (usize, usize),
    /// Why not all did.
    pub one_copy: Option<String>,
    /// Moves of the record that are not yet recorded in it.
    moves: VecDeque<Failover>,
    /// Whether it was told that the room runs low.
    told_low: bool,
}

/// Why there is no room.
pub enum NoRoom {
    Open(OpenError),
    /// It was opened and mended, and that could not be recorded.
    Store(StoreError),
    Read(crate::store::ReadError),
}

impl Room {
    /// Opens the file to write, as agreed when a person was asked; says what was mended.
    ///
    /// # Errors
    /// Somebody else writes, or the file cannot be opened.
    pub fn writing(
        path: &Path,
        consent: Consent,
        settings: &Settings,
        wakes: Sender<Wake>,
    ) -> Result<(Self, Vec<String>), NoRoom> {
        let opened = match consent {
            Consent::NotAsked => Journal::open(path, &settings.state),
            Consent::Given => Journal::open_as_agreed(Arc::new(Disk), path, &settings.state),
        };
        let mut opened = opened.map_err(NoRoom::Open)?;
        let told = describe::store::opened(settings.lang, path, &opened);
        if let Some(recovery) = opened.recovery() {
            let at = Moment::Clock(now());
            let occasion = Occasion { at, by: settings.by.clone(), salt: String::new() };
            match opened.journal.submit(Command::Recover(recovery), &occasion) {
                Ok(_) | Err(SubmitError::Refused(_)) => {}
                Err(SubmitError::Store(error)) => return Err(NoRoom::Store(error)),
            }
        }
        let Opened { journal, path, .. } = opened;
        let replication = journal.replication();
        let one_copy = describe::store::copies_lost(settings.lang, &path, &replication);
        let copies = (replication.held(), replication.wanted());
        let (record, writer) = journal.into_parts();
        let room = Self::new(&path, record, settings, Some(Pen::new(writer, wakes)), None);
        Ok((Self { copies, one_copy, ..room }, told))
    }

    /// Opens the file to follow what somebody else writes.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn watching(path: &Path, settings: &Settings) -> Result<Self, NoRoom> {
        let (watcher, reading) = Watcher::open(path).map_err(NoRoom::Read)?;
        let fault =
            (!reading.is_whole()).then(|| describe::store::fault_of(settings.lang, &reading));
        let room = Self::new(path, reading.record, settings, None, Some(watcher));
        Ok(Self { fault, ..room })
    }

    /// As [`Room::watching`], with the reviewers' notes beside the session and those that are `named`.
    ///
    /// # Errors
    /// The session's file cannot be read.
    pub fn reviewing(path: &Path, named: &[PathBuf], settings: &Settings) -> Result<Self, NoRoom> {
        let mut room = Self::watching(path, settings)?;
        let id = room.record.header().id.as_str();
        room.reviews = Some(Reviews::beside(path, id, &settings.reviewer, named));
        Ok(room)
    }

    fn new(
        path: &Path,
        record: Record,
        settings: &Settings,
        pen: Option<Pen>,
        watcher: Option<Watcher>,
    ) -> Self {
        Self {
            path: path.to_owned(),
            record,
            by: settings.by.clone(),
            pen,
            watcher,
            in_flight: None,
            waiting: VecDeque::new(),
            doubted: false,
            fault: None,
            reviews: None,
            trouble: None,
            copies: (2, 2),
            one_copy: None,
            moves: VecDeque::new(),
            told_low: false,
        }
    }

    pub fn is_watching(&self) -> bool {
        self.watcher.is_some()
    }

    /// Takes a command; one is in flight at a time, the next waits its turn.
    pub fn submit(
        &mut self,
        ticket: u64,
        command: Command,
        now: Timestamp,
        lang: Lang,
    ) -> Option<Message> {
        if self.in_flight.is_some() {
            self.waiting.push_back((ticket, command));
            return None;
        }
        let salt = match fresh_salt() {
            Ok(salt) => salt,
            Err(error) => return Some(Message::Failed { ticket, why: lang.trouble(&error) }),
        };
        let occasion = Occasion { at: Moment::Clock(now), by: self.by.clone(), salt };
        match self.record.prepare(command, &occasion) {
            Err(refusal) => Some(Message::Refused { ticket, refusal }),
            Ok(entry) => {
                let written = self.pen.as_ref().is_some_and(|pen| pen.write(entry.clone()));
                self.in_flight = Some((Author::Person(ticket), entry));
                if written { None } else { self.failed(&StoreError::Poisoned, lang) }
            }
        }
    }

    /// What the ink says, for the desk.
    pub fn told_by_ink(&mut self, word: Word, lang: Lang) -> Vec<Message> {
        let mut inputs = Vec::new();
        let refused = matches!(word.written, Some(Err(_)));
        inputs.extend(word.written.and_then(|written| self.written(written, lang)));
        inputs.extend(word.moved.map(|moved| self.moved(&moved, lang)));
        // What was refused though both copies are well has been said better already.
        if !refused || word.standing.held() == 0 {
            let why = describe::store::copies_lost(lang, &self.path, &word.standing);
            let (held, wanted) = (word.standing.held(), word.standing.wanted());
            inputs.push(Message::Copies { held, wanted, why });
        }
        inputs.extend(
            word.not_moved.map(|error| Message::Trouble(describe::store::not_moved(lang, &error))),
        );
        let low = word.room.filter(|room| *room < LOW);
        if let Some(room) = low.filter(|_| !self.told_low) {
            inputs.push(Message::Trouble(lang.ink_low(room / ANSWER)));
        }
        self.told_low = low.is_some();
        self.note_moves(lang);
        inputs
    }

    /// The ink has spoken about the entry in flight.
    fn written(&mut self, written: Result<(), StoreError>, lang: Lang) -> Option<Message> {
        match written {
            Err(error) => self.failed(&error, lang),
            Ok(()) => {
                let (author, entry) = self.in_flight.take()?;
                let events = entry.events().to_vec();
                self.record.settle(entry);
                let fingerprint = self.record.fingerprint().to_string();
                Some(match author {
                    Author::Person(ticket) => Message::Settled { ticket, events, fingerprint },
                    Author::Program => Message::RecordedItself { fingerprint },
                })
            }
        }
    }

    fn failed(&mut self, error: &StoreError, lang: Lang) -> Option<Message> {
        match self.in_flight.take()?.0 {
            Author::Person(ticket) => Some(Message::Failed {
                ticket,
                why: describe::store::ink_error(lang, &self.path, error),
            }),
            Author::Program => None,
        }
    }

    fn moved(&mut self, moved: &Relocation, lang: Lang) -> Message {
        let (from, to) = moved.names();
        self.path.clone_from(&moved.to);
        if !moved.again {
            self.moves.push_back(Failover {
                from,
                to,
                why: describe::store::ink_why(lang, &moved.why),
            });
        }
        Message::Moved {
            file: self.path.display().to_string(),
            why: describe::store::moved(lang, moved),
        }
    }

    /// Records that the record goes on elsewhere, once nothing else is being written.
    fn note_moves(&mut self, lang: Lang) {
        if self.in_flight.is_some() {
            return;
        }
        let Some(failover) = self.moves.pop_front() else { return };
        let occasion =
            Occasion { at: Moment::Clock(now()), by: self.by.clone(), salt: String::new() };
        let Ok(entry) = self.record.prepare(Command::FailOver(failover), &occasion) else { return };
        let written = self.pen.as_ref().is_some_and(|pen| pen.write(entry.clone()));
        self.in_flight = Some((Author::Program, entry));
        if !written {
            self.failed(&StoreError::Poisoned, lang);
        }
    }

    /// Asks for the record to go on in a folder.
    pub fn move_to(&self, folder: PathBuf) {
        if let Some(pen) = &self.pen {
            pen.move_to(folder);
        }
    }

    /// The command that waited longest, once nothing is in flight.
    pub fn next_waiting(&mut self) -> Option<(u64, Command)> {
        if self.in_flight.is_some() { None } else { self.waiting.pop_front() }
    }

    /// Whether something is being written, or waits to be.
    pub fn is_busy(&self) -> bool {
        self.in_flight.is_some() || !self.waiting.is_empty() || !self.moves.is_empty()
    }

    /// Looks whether the watched file has grown, or can no longer be followed; each is told once.
    pub fn look(&mut self, lang: Lang) -> Option<Message> {
        let id = self.record.header().id.clone();
        let change = self.watcher.as_mut()?.poll(&mut self.record);
        let trouble = match &change {
            Err(error) => Some(describe::store::read_error(lang, &self.path, error)),
            Ok(_) if self.record.header().id != id => {
                Some(describe::store::ink_error(lang, &self.path, &StoreError::Replaced))
            }
            // Once may be a write under way.
            Ok(Change::Unreadable) if self.doubted => Some(lang.watched_is_damaged().to_owned()),
            Ok(_) => None,
        };
        self.doubted = matches!(change, Ok(Change::Unreadable));
        let changed = matches!(change, Ok(Change::Grown(_) | Change::Reread));
        let mended = self.trouble.is_some() && trouble.is_none() && !self.doubted;
        if let Some(why) = trouble {
            let told = self.trouble.replace(why.clone());
            return (told.as_ref() != Some(&why)).then_some(Message::Unfollowed(why));
        }
        if !changed && !mended {
            return None;
        }
        self.trouble = None;
        Some(Message::Changed { fingerprint: self.record.fingerprint().to_string() })
    }

    /// Lets go of the file.
    ///
    /// # Errors
    /// A closed session could not be tidied; every event is as safe as before.
    pub fn leave(self) -> Result<(), StoreError> {
        let closed = self.record.session().state().is_closed();
        self.pen.map_or(Ok(()), |pen| pen.leave(closed))
    }
}
