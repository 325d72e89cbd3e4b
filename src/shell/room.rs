//! One open session in the shell: its record, its pen or its watcher, and the commands that wait.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use crate::app::Input;
use crate::journal::{Change, Entry, InkError, Journal, OpenError, Opened, Record, Watcher};
use crate::session::command::{Command, Moment, Occasion};
use crate::session::time::Timestamp;
use crate::words::Lang;

use super::chance::fresh_salt;
use super::reviews::Reviews;
use super::settings::Settings;
use super::wake::{Pen, Wake};

/// A session on the desk.
pub struct Room {
    pub path: PathBuf,
    pub record: Record,
    by: String,
    pen: Option<Pen>,
    watcher: Option<Watcher>,
    in_flight: Option<(u64, Entry)>,
    waiting: VecDeque<(u64, Command)>,
    /// What of the watched file could not be read at the last look.
    doubted: bool,
    /// What is wrong with the file behind the last event, as it was found when it was opened to be read.
    pub fault: Option<String>,
    /// The reviewers' notes, for those who review.
    pub reviews: Option<Reviews>,
    /// Why the watched file cannot be followed, as it was told.
    trouble: Option<String>,
}

/// Why there is no room.
pub enum NoRoom {
    Open(OpenError),
    Read(crate::journal::ReadError),
}

impl Room {
    /// Opens the file to write; says what was mended.
    ///
    /// # Errors
    /// Somebody else writes, or the file cannot be opened.
    pub fn writing(
        path: &Path,
        settings: &Settings,
        wakes: Sender<Wake>,
    ) -> Result<(Self, Option<PathBuf>), NoRoom> {
        let Opened { journal, mended } =
            Journal::open(path, &settings.state).map_err(NoRoom::Open)?;
        let (record, scribe) = journal.into_parts();
        let room = Self::new(path, record, settings, Some(Pen::new(scribe, wakes)), None);
        Ok((room, mended.map(|mended| mended.kept_beside)))
    }

    /// Opens the file to follow what somebody else writes.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn watching(path: &Path, settings: &Settings) -> Result<Self, NoRoom> {
        let (watcher, reading) = Watcher::open(path).map_err(NoRoom::Read)?;
        let fault = (!reading.is_whole()).then(|| settings.lang.fault_of(&reading));
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
    ) -> Option<Input> {
        if self.in_flight.is_some() {
            self.waiting.push_back((ticket, command));
            return None;
        }
        let salt = match fresh_salt() {
            Ok(salt) => salt,
            Err(error) => return Some(Input::Failed { ticket, why: lang.trouble(&error) }),
        };
        let occasion = Occasion { at: Moment::Clock(now), by: self.by.clone(), salt };
        match self.record.prepare(command, &occasion) {
            Err(refusal) => Some(Input::Refused { ticket, refusal }),
            Ok(entry) => {
                let written = self.pen.as_ref().is_some_and(|pen| pen.write(entry.clone()));
                self.in_flight = Some((ticket, entry));
                if written { None } else { self.failed(&InkError::Poisoned, lang) }
            }
        }
    }

    /// The ink has spoken about the entry in flight.
    pub fn written(&mut self, written: Result<(), InkError>, lang: Lang) -> Option<Input> {
        match written {
            Err(error) => self.failed(&error, lang),
            Ok(()) => {
                let (ticket, entry) = self.in_flight.take()?;
                let events = entry.events().to_vec();
                self.record.settle(entry);
                let fingerprint = self.record.fingerprint().to_string();
                Some(Input::Settled { ticket, events, fingerprint })
            }
        }
    }

    fn failed(&mut self, error: &InkError, lang: Lang) -> Option<Input> {
        let (ticket, _) = self.in_flight.take()?;
        Some(Input::Failed { ticket, why: lang.ink_error(&self.path, error) })
    }

    /// The command that waited longest, once nothing is in flight.
    pub fn next_waiting(&mut self) -> Option<(u64, Command)> {
        if self.in_flight.is_some() { None } else { self.waiting.pop_front() }
    }

    /// Whether something is being written, or waits to be.
    pub fn is_busy(&self) -> bool {
        self.in_flight.is_some() || !self.waiting.is_empty()
    }

    /// Looks whether the watched file has grown, or can no longer be followed; each is told once.
    pub fn look(&mut self, lang: Lang) -> Option<Input> {
        let id = self.record.header().id.clone();
        let change = self.watcher.as_mut()?.poll(&mut self.record);
        let trouble = match &change {
            Err(error) => Some(lang.read_error(&self.path, error)),
            Ok(_) if self.record.header().id != id => {
                Some(lang.ink_error(&self.path, &InkError::Replaced))
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
            return (told.as_ref() != Some(&why)).then_some(Input::Unfollowed(why));
        }
        if !changed && !mended {
            return None;
        }
        self.trouble = None;
        Some(Input::Changed { fingerprint: self.record.fingerprint().to_string() })
    }

    /// Lets go of the file.
    ///
    /// # Errors
    /// A closed session could not be tidied; every event is as safe as before.
    pub fn leave(self) -> Result<(), InkError> {
        let closed = self.record.session().state().is_closed();
        self.pen.map_or(Ok(()), |pen| pen.leave(closed))
    }
}
