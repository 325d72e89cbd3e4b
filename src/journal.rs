//! The ink: text to events and back, the session file on disk, its lock and its hash chain.
//!
//! A [`Record`] is what is believed; an [`Ink`] is where it is kept. [`Journal::submit`] is the only
//! door: decide, write and sync, and only then believe. Reading never writes ([`read()`]); opening for
//! writing takes the lock and mends a torn tail at most; everything else is left to [`recover()`].

pub mod chain;
pub mod header;
pub mod ink;
pub mod line;
pub mod lock;
pub mod regular;
pub mod scan;
pub mod strict;

mod ahead;
mod beside;
mod create;
mod encode;
mod open;
mod place;
mod public_file;
mod read;
mod record;
mod recover;
mod spot;
mod tidy;
mod tree;
mod watch;

use std::path::Path;

use crate::session::Session;
use crate::session::command::{Command, Occasion};
use crate::session::refusal::Refusal;

pub use chain::Fingerprint;
pub use create::{CreateError, create};
pub use header::{Header, SessionId};
pub use ink::{Ink, InkError};
pub use lock::{Holder, StateFolder};
pub use open::{Mended, OpenError, Opened};
pub use read::{ReadError, Reading, Spot, read, read_up_to, spot_in};
pub use record::{Entry, Record};
pub use recover::{RecoverError, Recovered, Salvaged, recover};
pub use scan::Tail;
pub use watch::{Change, Watcher};

use lock::Lock;

/// A session that can be written to, by this process alone.
pub struct Journal {
    pub record: Record,
    scribe: Scribe,
}

/// The writing half, to be sent to a thread of its own: a sync may take seconds on a bad disk.
pub struct Scribe {
    ink: Box<dyn Ink>,
    /// Held as long as anything may be written.
    _lock: Option<Lock>,
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
        open::open(path, state)
    }

    /// A journal over any ink.
    #[must_use]
    pub fn over(record: Record, ink: Box<dyn Ink>) -> Self {
        Self { record, scribe: Scribe { ink, _lock: None } }
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
    pub fn room(&self) -> u64 {
        self.scribe.room()
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
        self.ink.append(entry)
    }

    /// Bytes that surely still fit, even on a full disk.
    pub fn room(&self) -> u64 {
        self.ink.room()
    }

    /// # Errors
    /// As [`Journal::leave`].
    pub fn leave(self, closed: bool) -> Result<(), InkError> {
        self.ink.leave(closed)
    }
}
