//! The log that is files, owned by one desk under its lock.

use std::path::Path;
use std::sync::Arc;

use crate::live::log::{Log, LogAnswer, LogStatus, WhenUnavailable};
use crate::record::{Batch, Fingerprint};
use crate::store::{Replication, StoreError, Writer};

/// The replicas of a session file.
pub struct FileLog {
    writer: Writer,
}

impl FileLog {
    #[must_use]
    pub fn new(writer: Writer) -> Self {
        Self { writer }
    }
}

impl Log for FileLog {
    /// The expected head is not compared: under the lock no other program moves it, and the public file is
    /// checked before each append.
    fn append(&mut self, _expected: Fingerprint, batch: &Batch) -> LogAnswer {
        match self.writer.append(batch) {
            Ok(()) => LogAnswer::Done,
            Err(error) => LogAnswer::Unavailable(Arc::new(error)),
        }
    }

    fn when_unavailable(&self) -> WhenUnavailable {
        WhenUnavailable::GiveBack
    }

    fn has_one_owner(&self) -> bool {
        true
    }

    fn replicate(&mut self) {
        self.writer.replicate();
    }

    fn replication(&self) -> Replication {
        self.writer.replication()
    }

    fn status(&mut self) -> LogStatus {
        LogStatus { relocation: self.writer.take_relocation(), space: self.writer.space() }
    }

    fn move_to(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.writer.move_to(folder)
    }

    fn add_copy(&mut self, folder: &Path) {
        self.writer.add_copy(folder);
    }

    fn leave(self: Box<Self>, closed: bool) -> Result<(), StoreError> {
        self.writer.leave(closed)
    }
}
