//! Where lines go: what a copy of the record must be able to do.

use std::io;
use std::sync::Arc;

use crate::record::log::Entry;

/// One durable copy of the record.
pub trait Ink: Send {
    /// Whether the copy is as we left it: asked before each append, before anything is written anywhere.
    ///
    /// # Errors
    /// What has become of it.
    fn check(&mut self) -> Result<(), InkError> {
        Ok(())
    }

    /// Makes the entry durable: when this returns well, a power cut cannot take it.
    ///
    /// # Errors
    /// The entry is not acknowledged; what was there before is as it was.
    fn append(&mut self, entry: &Entry) -> Result<(), InkError>;

    /// Bytes that surely still fit, even on a full disk. It falls only when the disk gives no more.
    fn room(&self) -> u64;

    /// Lays the copy down, tidied when the session is closed.
    ///
    /// # Errors
    /// It could not be tidied; the live copy is as it was.
    fn leave(self: Box<Self>, closed: bool) -> Result<(), InkError>;
}

/// Why an entry was not taken.
#[derive(Debug)]
pub enum InkError {
    /// The file is no longer at its path.
    Gone,
    /// Another file stands at the path.
    Replaced,
    /// Somebody else wrote to the file.
    Changed,
    /// Another hand went on with this very session, where no lock could tell: nothing is written.
    Overtaken,
    /// An earlier sync failed: what this descriptor says can no longer be believed.
    Poisoned,
    /// The reserve is used up, and the disk gives no more.
    NoRoom(io::Error),
    /// The write failed; the file was put back as it was.
    Io(io::Error),
    /// The sync failed: whether the bytes are on the disk cannot be known.
    Sync(io::Error),
    /// A new copy did not read back as it was written.
    Unread,
    /// No copy took the entry, nor could a new one be made; why the public file did not.
    InNoCopy(Arc<InkError>),
    /// The tidy copy did not read back as it was written.
    Untidy,
}

impl InkError {
    /// Whether the file may come to take what it did not take now. From another file, the record goes on.
    pub(crate) fn passes(&self) -> bool {
        matches!(self, Self::NoRoom(_) | Self::Io(_))
    }
}
