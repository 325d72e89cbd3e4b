//! The ink: text to events and back, the session file on disk, its lock and its hash chain.
//!
//! A [`Record`] is what is believed; an [`Ink`] is where it is kept, and there are two of them: the public
//! file and the black box. An event is acknowledged when one of them holds it. [`Journal::submit`] is the only
//! door: decide, write and sync, and only then believe. Reading never writes ([`read()`]); opening for
//! writing takes the lock and mends a torn tail at most; everything else is left to [`recover()`].

pub mod ink;
pub mod lock;
pub mod regular;
pub mod storage;

mod beside;
mod black_box;
mod copies;
mod create;
mod disk;
mod follow;
mod locked;
mod merge;
mod open;
mod other_hand;
mod places;
mod public_file;
mod read;
mod recover;
mod tidy;
mod watch;

use std::path::Path;
use std::sync::Arc;

use crate::record::{Entry, Record};
use crate::session::Session;
use crate::session::command::{Command, Occasion};
use crate::session::refusal::Refusal;

pub use copies::{Moved, Standing};
pub use create::{CreateError, create, create_on};
pub use disk::Disk;
pub use ink::{Ink, InkError};
pub use lock::{Holder, StateFolder};
pub use open::{Consent, Mended, Merged, OpenError, Opened};
pub use read::{ReadError, Reading, read, read_up_to, spot_in};
pub use recover::{RecoverError, Recovered, Salvaged, recover, recover_on};
pub use watch::{Change, Watcher};

use copies::Copies;
use lock::Lock;
use storage::Storage;

/// A session that can be written to, by this process alone.
pub struct Journal {
    pub record: Record,
    scribe: Scribe,
}

/// The writing half, to be sent to a thread of its own: a sync may take seconds on a bad disk.
pub struct Scribe {
    hold: Hold,
    /// Held as long as anything may be written.
    lock: Option<Lock>,
}

/// Where a scribe keeps the record.
enum Hold {
    One(Box<dyn Ink>),
    Two(Box<Copies>),
}

/// Why a command left no event.
#[derive(Debug)]
pub enum SubmitError {
    Refused(Refusal),
    Ink(InkError),
}

impl Journal {
    /// Opens the file for writing, alone; mends a torn tail after keeping a copy of it.
    ///
    /// # Errors
    /// Somebody else writes, the file is damaged in the middle, newer than this program, or unreadable.
    pub fn open(path: &Path, state: &StateFolder) -> Result<Opened, OpenError> {
        Self::open_on(Arc::new(Disk), path, state)
    }

    /// As [`Journal::open`], on a given disk. Only the lock is always on the disk of this machine.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open_on(
        storage: Arc<dyn Storage>,
        path: &Path,
        state: &StateFolder,
    ) -> Result<Opened, OpenError> {
        open::open(storage, path, state, Consent::NotAsked)
    }

    /// As [`Journal::open_on`], when a person was asked about what no program may decide.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn open_as_agreed(
        storage: Arc<dyn Storage>,
        path: &Path,
        state: &StateFolder,
    ) -> Result<Opened, OpenError> {
        open::open(storage, path, state, Consent::Given)
    }

    /// A journal over any ink.
    #[must_use]
    pub fn over(record: Record, ink: Box<dyn Ink>) -> Self {
        Self { record, scribe: Scribe { hold: Hold::One(ink), lock: None } }
    }

    fn in_two_copies(record: Record, copies: Copies, lock: Lock) -> Self {
        let hold = Hold::Two(Box::new(copies));
        Self { record, scribe: Scribe { hold, lock: Some(lock) } }
    }

    pub fn session(&self) -> &Session {
        self.record.session()
    }

    /// Decides, makes durable, believes; returns the lines as they stand in the file.
    ///
    /// # Errors
    /// The session refuses or the ink fails; the record is as it was.
    pub fn submit(
        &mut self,
        command: Command,
        occasion: &Occasion,
    ) -> Result<Vec<String>, SubmitError> {
        let entry = self.record.prepare(command, occasion).map_err(SubmitError::Refused)?;
        self.scribe.append(&entry).map_err(SubmitError::Ink)?;
        let lines = entry.lines().to_vec();
        self.record.settle(entry);
        Ok(lines)
    }

    /// As [`Scribe::room`].
    pub fn room(&self) -> Option<u64> {
        self.scribe.room()
    }

    /// As [`Scribe::standing`].
    pub fn standing(&self) -> Standing {
        self.scribe.standing()
    }

    /// As [`Scribe::take_moved`].
    pub fn take_moved(&mut self) -> Option<Moved> {
        self.scribe.take_moved()
    }

    #[must_use]
    pub fn into_parts(self) -> (Record, Scribe) {
        (self.record, self.scribe)
    }

    /// Lets go of the file; a closed session is left tidy, without its reserve of blanks.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    pub fn leave(self) -> Result<(), InkError> {
        self.scribe.leave(self.record.session().state().is_closed())
    }
}

impl Scribe {
    /// # Errors
    /// The entry is not durable and must not be believed.
    pub fn append(&mut self, entry: &Entry) -> Result<(), InkError> {
        match &mut self.hold {
            Hold::One(ink) => ink.check().and_then(|()| ink.append(entry)),
            Hold::Two(copies) => copies.append(entry),
        }
    }

    /// In how many copies everything stands that was acknowledged.
    pub fn standing(&self) -> Standing {
        match &self.hold {
            Hold::One(_) => Standing::Both,
            Hold::Two(copies) => copies.standing(),
        }
    }

    /// Where the record has gone on since this was asked last: to be recorded in it.
    pub fn take_moved(&mut self) -> Option<Moved> {
        let Hold::Two(copies) = &mut self.hold else { return None };
        let moved = copies.take_moved()?;
        if let Some(lock) = &self.lock {
            lock.note(Some(moved.to.clone()));
        }
        Some(moved)
    }

    /// Tries again what could not be done before, while nothing is to be written.
    pub fn heal(&mut self) {
        if let Hold::Two(copies) = &mut self.hold {
            copies.heal();
        }
    }

    /// Goes on in a folder that a person named, such as that of a USB stick.
    ///
    /// # Errors
    /// No file can be made there.
    pub fn move_to(&mut self, folder: &Path) -> Result<(), InkError> {
        match &mut self.hold {
            Hold::One(_) => Ok(()),
            Hold::Two(copies) => copies.move_to(folder),
        }
    }

    /// Bytes that surely still fit into the public file, even on a full disk; `None` when there is none.
    pub fn room(&self) -> Option<u64> {
        match &self.hold {
            Hold::One(ink) => Some(ink.room()),
            Hold::Two(copies) => copies.room(),
        }
    }

    /// # Errors
    /// As [`Journal::leave`].
    pub fn leave(self, closed: bool) -> Result<(), InkError> {
        match self.hold {
            Hold::One(ink) => ink.leave(closed),
            Hold::Two(copies) => copies.leave(closed),
        }
    }
}
