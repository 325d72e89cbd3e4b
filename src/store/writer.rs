//! The writing half of an opened session: its replicas, under its lock.

use std::path::Path;

use crate::record::log::Batch;
use crate::store::lock::Lock;
use crate::store::replica::StoreError;
use crate::store::replicas::Replicas;
use crate::store::replication::{Relocation, Replication};

/// Every replica of one session, writable by this process alone.
pub struct Writer {
    replicas: Replicas,
    /// Held as long as anything may be written.
    lock: Lock,
}

impl Writer {
    pub(crate) fn new(replicas: Replicas, lock: Lock) -> Self {
        Self { replicas, lock }
    }

    /// Takes the lock in the state folder, if that can be used by now.
    fn look_at_the_lock(&mut self) {
        if self.lock.covers_the_black_box() {
            self.replicas.may_write_black_box();
        }
    }

    /// Makes the batch durable in one copy: it is acknowledged.
    ///
    /// # Errors
    /// The batch is not durable and must not be applied.
    pub fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        self.look_at_the_lock();
        self.replicas.append(batch)
    }

    /// Brings what was acknowledged to the other copies, and tries again what could not be done before.
    pub fn replicate(&mut self) {
        self.look_at_the_lock();
        self.replicas.replicate();
    }

    /// In which copies everything stands that was acknowledged.
    pub fn replication(&self) -> Replication {
        self.replicas.replication()
    }

    /// Where the record continues, if it moved since the last call: to be recorded in it.
    pub fn take_relocation(&mut self) -> Option<Relocation> {
        let relocation = self.replicas.take_relocation()?;
        self.lock.note(Some(relocation.to.clone()));
        Some(relocation)
    }

    /// Continues in a folder that a person named, such as that of a USB stick.
    ///
    /// # Errors
    /// No file can be made there.
    pub fn move_to(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.replicas.move_to(folder)
    }

    /// Keeps one more copy in a folder, on a thread of its own.
    pub fn add_copy(&mut self, folder: &Path) {
        self.replicas.add_copy(folder);
    }

    /// Bytes that surely still fit into the public file, even on a full disk; `None` when there is none.
    pub fn space(&self) -> Option<u64> {
        self.replicas.space()
    }

    /// Ends the writing; a closed session is left tidy, without its reserve of blanks.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    pub fn leave(self, closed: bool) -> Result<(), StoreError> {
        self.replicas.leave(closed)
    }
}
