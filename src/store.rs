//! The disk: a list of replicas of the record, the lock, opening, recovery, fail-over, following.
//!
//! A [`Replica`] is one durable copy: the public file and the black box. An event is acknowledged when one of
//! them holds it, and then brought to the others. Reading never writes ([`read()`]); opening for writing takes
//! the lock and mends a torn tail at most; everything else is left to [`recover()`].

pub mod lock;
pub mod regular;
pub mod replica;
pub mod storage;

mod black_box;
mod create;
mod disk;
mod follow;
mod kept;
mod locked;
mod merge;
mod open;
mod places;
mod public_file;
mod read;
mod recover;
mod replicas;
mod replication;
mod tidy;
mod watch;

use std::path::Path;
use std::sync::Arc;

use crate::record::{Entry, Record};
use crate::session::Session;
use crate::session::command::{Command, Occasion};
use crate::session::refusal::Refusal;

pub use create::{CreateError, create, create_on};
pub use disk::Disk;
pub use lock::{Holder, StateFolder};
pub use open::{Consent, Mended, Merged, OpenError, Opened};
pub use read::{ReadError, Reading, read, read_up_to, spot_in};
pub use recover::{Branch, RecoverError, Recovered, Salvaged, recover, recover_on};
pub use replica::{Replica, StoreError};
pub use replication::{Relocation, ReplicaKind, ReplicaStatus, Replication};
pub use watch::{Change, Watcher};

use lock::Lock;
use replicas::Replicas;
use storage::Storage;

/// A session that can be written to, by this process alone.
pub struct Journal {
    pub record: Record,
    writer: Writer,
}

/// The writing half, to be sent to a thread of its own: a sync may take seconds on a bad disk.
pub struct Writer {
    replicas: Replicas,
    /// Held as long as anything may be written.
    lock: Lock,
}

/// Why a command left no event.
#[derive(Debug)]
pub enum SubmitError {
    Refused(Refusal),
    Store(StoreError),
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

    fn over(record: Record, replicas: Replicas, lock: Lock) -> Self {
        Self { record, writer: Writer { replicas, lock } }
    }

    pub fn session(&self) -> &Session {
        self.record.session()
    }

    /// Decides, makes durable in every copy, applies; returns the lines as they stand in the file.
    ///
    /// # Errors
    /// The session refuses or no copy takes it; the record is as it was.
    pub fn submit(
        &mut self,
        command: Command,
        occasion: &Occasion,
    ) -> Result<Vec<String>, SubmitError> {
        let entry = self.record.prepare(command, occasion).map_err(SubmitError::Refused)?;
        self.writer.append(&entry).map_err(SubmitError::Store)?;
        let lines = entry.lines().to_vec();
        self.record.settle(entry);
        self.writer.replicate();
        Ok(lines)
    }

    /// As [`Writer::space`].
    pub fn space(&self) -> Option<u64> {
        self.writer.space()
    }

    /// As [`Writer::replication`].
    pub fn replication(&self) -> Replication {
        self.writer.replication()
    }

    /// As [`Writer::take_relocation`].
    pub fn take_relocation(&mut self) -> Option<Relocation> {
        self.writer.take_relocation()
    }

    #[must_use]
    pub fn into_parts(self) -> (Record, Writer) {
        (self.record, self.writer)
    }

    /// Ends the writing; a closed session is left tidy, without its reserve of blanks.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    pub fn leave(self) -> Result<(), StoreError> {
        self.writer.leave(self.record.session().state().is_closed())
    }
}

impl Writer {
    /// Makes the batch durable in one copy: it is acknowledged.
    ///
    /// # Errors
    /// The batch is not durable and must not be applied.
    pub fn append(&mut self, batch: &Entry) -> Result<(), StoreError> {
        self.replicas.append(batch)
    }

    /// Brings what was acknowledged to the other copies, and tries again what could not be done before.
    pub fn replicate(&mut self) {
        self.replicas.replicate();
    }

    /// In which copies everything stands that was acknowledged.
    pub fn replication(&self) -> Replication {
        self.replicas.replication()
    }

    /// Where the record has gone on since this was asked last: to be recorded in it.
    pub fn take_relocation(&mut self) -> Option<Relocation> {
        let relocation = self.replicas.take_relocation()?;
        self.lock.note(Some(relocation.to.clone()));
        Some(relocation)
    }

    /// Goes on in a folder that a person named, such as that of a USB stick.
    ///
    /// # Errors
    /// No file can be made there.
    pub fn move_to(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.replicas.move_to(folder)
    }

    /// Bytes that surely still fit into the public file, even on a full disk; `None` when there is none.
    pub fn space(&self) -> Option<u64> {
        self.replicas.space()
    }

    /// # Errors
    /// As [`Journal::leave`].
    pub fn leave(self, closed: bool) -> Result<(), StoreError> {
        self.replicas.leave(closed)
    }
}
