//! The file people see: appended in place, inside a reserve of blanks, valid JSON at every moment.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;

use crate::record::lines::{Lines, RESERVE, TRAILER};
use crate::store::atomic::put_new;
use crate::store::replica::{Replica, StoreError};
use crate::store::storage::{
    Access, Storage, StoredFile, lock_within, read_exactly, read_from, write_all_at,
};
use crate::store::tidy;

/// When fewer are left, more are added.
const LOW: u64 = 64 * 1024;
/// How much of what we left is read again before each append.
const WITNESS: usize = 96;

/// A live session file.
pub(crate) struct PublicFile {
    storage: Arc<dyn Storage>,
    path: PathBuf,
    file: Box<dyn StoredFile>,
    size: u64,
    /// Where the trailer begins, and the next line goes.
    trailer: u64,
    /// The last bytes up to the trailer's bracket, as we left them.
    witness: Vec<u8>,
    poisoned: bool,
}

impl PublicFile {
    /// `bytes` is what the file holds, its trailer at `trailer`.
    pub(crate) fn new(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        file: Box<dyn StoredFile>,
        bytes: &[u8],
        trailer: usize,
    ) -> Self {
        let seen = &bytes[..bytes.len().min(trailer + 2)];
        let witness = seen[seen.len().saturating_sub(WITNESS)..].to_vec();
        let (size, trailer) = (bytes.len() as u64, trailer as u64);
        Self { storage, path, file, size, trailer, witness, poisoned: false }
    }

    /// A new file at `path`, where nothing may stand, with these lines; read back before it is trusted.
    pub(crate) fn created(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        lines: &Lines,
    ) -> Result<Self, StoreError> {
        let bytes = lines.public();
        put_new(storage.as_ref(), &path, &bytes).map_err(StoreError::Io)?;
        let file = storage.open(&path, Access::ReadAndWrite).map_err(StoreError::Io)?;
        let (written, _) = read_from(file.as_ref(), 0, bytes.len() as u64);
        if written != bytes {
            return Err(StoreError::Unread);
        }
        let trailer = bytes.len() - RESERVE - TRAILER.len();
        Ok(Self::new(storage, path, file, &bytes, trailer))
    }

    fn space_left(&self) -> u64 {
        self.size.saturating_sub(self.trailer + TRAILER.len() as u64)
    }

    /// An error when the text just written does not stand where it was written, in the file at the path.
    fn is_as_written(&self, text: &[u8]) -> Result<(), StoreError> {
        let there = self.storage.identity(&self.path).map_err(|error| match missing(error) {
            StoreError::Io(error) => StoreError::Sync(error),
            gone => gone,
        })?;
        if !there.is_same_file(self.file.identity().map_err(StoreError::Sync)?) {
            return Err(StoreError::Replaced);
        }
        let written = read_exactly(self.file.as_ref(), text.len(), self.trailer);
        if written.map_err(StoreError::Sync)? == text { Ok(()) } else { Err(StoreError::Changed) }
    }

    /// Refuses to write where another program has written, or into a file that is no longer there.
    fn guard(&mut self) -> Result<(), StoreError> {
        let there = self.storage.identity(&self.path).map_err(missing)?;
        let ours = self.file.identity().map_err(StoreError::Io)?;
        if !there.is_same_file(ours) {
            return self.follow();
        }
        if ours.size == self.size && self.is_witnessed(self.file.as_ref()) {
            Ok(())
        } else {
            Err(StoreError::Changed)
        }
    }

    /// Another file of the same size and tail is ours all the same: network shares renumber files, and
    /// an editor may have saved what it read. Writing on into the old one would write into nothing.
    fn follow(&mut self) -> Result<(), StoreError> {
        let file = self.storage.open(&self.path, Access::ReadAndWrite);
        let file = file.map_err(|error| match error.kind() {
            ErrorKind::IsADirectory => StoreError::Replaced,
            _ => StoreError::Io(error),
        })?;
        let size = file.identity().map_err(StoreError::Io)?.size;
        if !lock_within(file.as_ref()) {
            return Err(StoreError::Busy);
        }
        if size != self.size || !self.is_witnessed(file.as_ref()) {
            return Err(StoreError::Replaced);
        }
        file.sync_all().map_err(StoreError::Io)?;
        self.file = file;
        Ok(())
    }

    fn is_witnessed(&self, file: &dyn StoredFile) -> bool {
        let length = self.witness.len();
        let start = (self.trailer + 2).saturating_sub(length as u64);
        read_exactly(file, length, start).is_ok_and(|bytes| bytes == self.witness)
    }

    /// Adds blanks early, so that a full disk leaves time. Failing is an error only once nothing fits.
    fn top_up(&mut self, length: u64) -> Result<(), StoreError> {
        if self.space_left() >= length + LOW {
            return Ok(());
        }
        let wanted = self.trailer + TRAILER.len() as u64 + length + RESERVE as u64;
        let blanks = vec![b' '; usize::try_from(wanted - self.size).unwrap_or(RESERVE)];
        let extended = write_all_at(self.file.as_ref(), &blanks, self.size);
        self.size = self.file.identity().map_err(StoreError::Io)?.size;
        if let Err(error) = self.file.sync_all() {
            self.poisoned = true;
            return Err(StoreError::Sync(error));
        }
        match extended {
            Err(error) if self.space_left() < length => Err(StoreError::NoSpace(error)),
            _ => Ok(()),
        }
    }

    fn write(&mut self, text: &[u8]) -> Result<(), StoreError> {
        if let Err(error) = write_all_at(self.file.as_ref(), text, self.trailer) {
            return Err(self.take_back(text.len(), error));
        }
        if let Err(error) = self.file.sync_data() {
            self.poisoned = true;
            return Err(StoreError::Sync(error));
        }
        Ok(())
    }

    /// Writes under the lock, and reads the text again before it is acknowledged: a program that does not ask
    /// for the lock may have written over it.
    fn write_alone(&mut self, lines: &[u8]) -> Result<(), StoreError> {
        self.guard()?;
        self.top_up(lines.len() as u64)?;
        let text = [lines, TRAILER.as_bytes()].concat();
        self.write(&text)?;
        if let Err(error) = self.is_as_written(&text) {
            // The lines may be there all the same: nothing may be written behind them twice.
            self.poisoned = true;
            return Err(error);
        }
        self.trailer += lines.len() as u64;
        self.witness.truncate(self.witness.len().saturating_sub(2));
        self.witness.extend_from_slice(&text[..lines.len() + 2]);
        self.witness.drain(..self.witness.len().saturating_sub(WITNESS));
        Ok(())
    }

    /// Puts trailer and blanks back over a write that failed.
    fn take_back(&mut self, length: usize, error: io::Error) -> StoreError {
        let blank = format!("{TRAILER:<length$}");
        let restored = write_all_at(self.file.as_ref(), blank.as_bytes(), self.trailer);
        self.poisoned = restored.and_then(|()| self.file.sync_data()).is_err();
        if self.poisoned { StoreError::Sync(error) } else { StoreError::Io(error) }
    }
}

fn missing(error: io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::NotFound => StoreError::Gone,
        _ => StoreError::Io(error),
    }
}

impl Replica for PublicFile {
    fn append(&mut self, lines: &[u8]) -> Result<(), StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        if !lock_within(self.file.as_ref()) {
            return Err(StoreError::Busy);
        }
        let written = self.write_alone(lines);
        self.file.unlock();
        written
    }

    fn space(&self) -> Option<u64> {
        Some(self.space_left())
    }

    fn leave(mut self: Box<Self>, closed: bool) -> Result<(), StoreError> {
        if !closed || self.poisoned || self.space_left() == 0 {
            return Ok(());
        }
        if !lock_within(self.file.as_ref()) {
            return Err(StoreError::Busy);
        }
        self.guard()?;
        tidy::tidy(self.storage.as_ref(), &self.path, self.file.as_ref(), self.trailer)
    }
}
