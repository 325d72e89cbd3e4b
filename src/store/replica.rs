//! What one durable copy of the record must be able to do.

use std::io;
use std::sync::Arc;

/// One durable copy of the record.
pub trait Replica: Send {
    /// Makes lines of events durable: when this returns well, a power cut cannot take them.
    ///
    /// They are given as the public file has them, each event after the first with its comma. The copy is
    /// checked first: nothing is written where another program has written.
    ///
    /// # Errors
    /// The lines are not acknowledged; what was there before is as it was.
    fn append(&mut self, lines: &[u8]) -> Result<(), StoreError>;

    /// Bytes that surely still fit, even on a full disk; `None` when it keeps no reserve.
    fn space(&self) -> Option<u64>;

    /// Ends the writing; a closed session is left tidy.
    ///
    /// # Errors
    /// It could not be tidied; the live copy is as it was.
    fn leave(self: Box<Self>, closed: bool) -> Result<(), StoreError>;
}

/// Why a batch was not taken.
#[derive(Debug)]
pub enum StoreError {
    /// The file is no longer at its path.
    Gone,
    /// Another file stands at the path.
    Replaced,
    /// Another program wrote to the file.
    Changed,
    /// Another writer continued this very session without our lock being seen: nothing is written.
    Overtaken,
    /// Another program holds the file itself, and has not let go of it.
    Busy,
    /// An earlier sync failed: what this descriptor says can no longer be trusted.
    Poisoned,
    /// The reserve is used up, and the disk gives no more.
    NoSpace(io::Error),
    /// The write failed; the file was put back as it was.
    Io(io::Error),
    /// The sync failed: whether the bytes are on the disk cannot be known.
    Sync(io::Error),
    /// A new copy did not read back as it was written.
    Unread,
    /// No copy took the batch, nor could a new one be made; why the public file did not.
    InNoCopy(Arc<StoreError>),
    /// The lock cannot be taken that the black box is written under.
    NoLock,
    /// The folder of a further copy is the one in which the session's own file stands.
    OwnFolder,
    /// The drive is pulled out that the folder of a further copy was on.
    DriveGone,
    /// The tidy copy did not read back as it was written.
    Untidy,
    /// The server did not answer: whether it holds the batch is not known.
    #[cfg(feature = "nats")]
    ServerSilent,
    /// The server did not take the batch, in its own words.
    #[cfg(feature = "nats")]
    Server(String),
}

impl StoreError {
    /// Whether the same file may take later what it did not take now; else the record continues in another.
    pub(crate) fn passes(&self) -> bool {
        matches!(self, Self::NoSpace(_) | Self::Io(_) | Self::Busy)
    }
}
