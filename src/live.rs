//! One open session, and the only way to write to it: requests in, updates out, both as data.
//!
//! A [`LiveSession`] holds the confirmed record. [`LiveSession::submit`] decides a command, gives the batch to
//! the [`Log`] and applies it once it is durable; every subscriber is told. One batch is at the log at a
//! time, the next request waits. The log says *done*, *behind* (others appended first: the command is decided
//! again on top of what they did) or *unavailable*. A log that is files gives an unavailable command back; a
//! log whose order is decided by a server keeps it as provisional until it can be reached again.
//!
//! What happened to a replica is recorded as an event only where one desk owns the log, as with files.

mod file_log;
mod files;
mod live_session;
mod log;
mod update;
mod worker;

pub use file_log::FileLog;
pub use live_session::LiveSession;
pub use log::{Log, LogAnswer, LogStatus, WhenUnavailable};
pub use update::{NotRecorded, Origin, Recorder, Request, Ticket, Update};

pub use crate::store::{Relocation, Replication, StoreError};
