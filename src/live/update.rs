//! What goes into a live session and what comes out of it.

use std::sync::Arc;

use crate::record::{Batch, Fingerprint};
use crate::session::command::{Command, Occasion};
use crate::session::refusal::Refusal;
use crate::session::time::Timestamp;
use crate::store::{Relocation, Replication, StoreError};

/// One command, with when and by whom.
#[derive(Clone, Debug)]
pub struct Request {
    pub command: Command,
    pub occasion: Occasion,
}

impl Request {
    /// The command, to be decided, and its occasion.
    pub(super) fn as_asked(&self) -> (Command, &Occasion) {
        (self.command.clone(), &self.occasion)
    }
}

/// Which request an update is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// Whose events were applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Request(Ticket),
    /// The session itself recorded what happened to a replica.
    Program(Ticket),
    /// Another session on the same log.
    Elsewhere,
}

impl Origin {
    /// The request that was recorded, if one was.
    pub fn ticket(self) -> Option<Ticket> {
        match self {
            Self::Request(ticket) | Self::Program(ticket) => Some(ticket),
            Self::Elsewhere => None,
        }
    }
}

/// What subscribers are told, in the order it happened.
#[derive(Clone, Debug)]
pub enum Update {
    /// The events are durable and in the confirmed session.
    Applied { origin: Origin, batch: Arc<Batch>, fingerprint: Fingerprint },
    /// The session refused the command; for one that was provisional, what arrived since is why.
    Refused { ticket: Ticket, refusal: Refusal },
    /// The log did not take the command.
    Failed { ticket: Ticket, why: Arc<StoreError> },
    /// The log cannot be reached: the events are shown, and not confirmed.
    Provisional { ticket: Ticket, batch: Arc<Batch> },
    /// Everything provisional is to be forgotten; what still stands is told again.
    RewoundTo(Fingerprint),
    /// How many copies hold the record has changed.
    Replication(Replication),
    /// The record goes on in another file.
    Relocated(Relocation),
    /// The record cannot go on in the folder that was named.
    NotRelocated(Arc<StoreError>),
    /// Space is left for about so many answers.
    LowSpace { answers: u64 },
    /// A durable event could not be applied: this session takes no further request.
    Ended(Refusal),
}

/// Why a request left no event.
#[derive(Clone, Debug)]
pub enum NotRecorded {
    Refused(Refusal),
    Failed(Arc<StoreError>),
    /// It is provisional: the log cannot be reached.
    Unconfirmed,
}

/// What the session needs to record something by itself.
pub struct Recorder {
    pub by: String,
    pub now: fn() -> Timestamp,
    /// The sentence in which a fail-over is recorded.
    pub describe: Box<dyn Fn(&StoreError) -> String + Send>,
}
