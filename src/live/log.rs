//! Where batches are put in one order: what a live session asks of files, or of a server.

use std::path::Path;
use std::sync::Arc;

use crate::record::{Batch, Fingerprint};
use crate::session::role::Role;
use crate::store::{Relocation, Replication, StoreError};

/// A durable log with one order.
pub trait Log: Send {
    /// Adds the batch behind the `expected` head; when this answers [`LogAnswer::Done`], it is durable.
    fn append(&mut self, expected: Fingerprint, batch: &Batch) -> LogAnswer;

    /// What others have added behind the head, in order; [`LogAnswer::Done`] when they have added nothing.
    fn later(&mut self, _head: Fingerprint) -> LogAnswer {
        LogAnswer::Done
    }

    /// What becomes of a command while the log is unavailable.
    fn when_unavailable(&self) -> WhenUnavailable;

    /// Whether only this session writes: what happened to a replica is then recorded as an event.
    fn has_one_owner(&self) -> bool;

    /// In which role this session records.
    fn role(&self) -> Role {
        Role::Moderator
    }

    /// Work that no request waits for: bringing what was acknowledged to the other copies.
    fn replicate(&mut self) {}

    /// In which copies everything stands that was acknowledged.
    fn replication(&self) -> Replication;

    /// What there is to tell that was not told before.
    fn status(&mut self) -> LogStatus;

    /// Continues in a folder that a person named.
    ///
    /// # Errors
    /// It cannot.
    fn move_to(&mut self, folder: &Path) -> Result<(), StoreError>;

    /// Keeps one more copy in a folder, if this log is kept in copies.
    fn add_copy(&mut self, _folder: &Path) {}

    /// Ends the writing; the log of a closed session is left tidy.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    fn leave(self: Box<Self>, closed: bool) -> Result<(), StoreError>;
}

/// What a log answers.
#[derive(Debug)]
pub enum LogAnswer {
    Done,
    /// The head has moved: these batches came in between.
    Behind(Vec<Batch>),
    Unavailable(Arc<StoreError>),
}

/// What becomes of a command while the log is unavailable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenUnavailable {
    /// It is given back to the submitter.
    GiveBack,
    /// It is kept as provisional, and decided again on top of whatever arrives.
    Keep,
}

/// How a log is.
#[derive(Clone, Debug, Default)]
pub struct LogStatus {
    /// Where the record continues, if it moved since the last status.
    pub relocation: Option<Relocation>,
    /// Bytes that surely still fit; `None` where that is unknown.
    pub space: Option<u64>,
}
