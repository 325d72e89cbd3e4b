//! The file people see: appended in place, inside a reserve of blanks, valid JSON at every moment.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;

use crate::record::lines::{Lines, RESERVE, TRAILER};
use crate::record::log::Entry;
use crate::store::ink::{Ink, InkError};
use crate::store::storage::{
    Access, Sheet, Storage, put_new, read_exactly, read_from, write_all_at,
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
    sheet: Box<dyn Sheet>,
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
        sheet: Box<dyn Sheet>,
        bytes: &[u8],
        trailer: usize,
    ) -> Self {
        let seen = &bytes[..bytes.len().min(trailer + 2)];
        let witness = seen[seen.len().saturating_sub(WITNESS)..].to_vec();
        let (size, trailer) = (bytes.len() as u64, trailer as u64);
        Self { storage, path, sheet, size, trailer, witness, poisoned: false }
    }

    /// A new file at `path`, where nothing may stand, with these lines; read back before it is believed.
    pub(crate) fn founded(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        lines: &Lines,
    ) -> Result<Self, InkError> {
        let bytes = lines.public();
        put_new(storage.as_ref(), &path, &bytes).map_err(InkError::Io)?;
        let sheet = storage.open(&path, Access::ReadAndWrite).map_err(InkError::Io)?;
        let (written, _) = read_from(sheet.as_ref(), 0, bytes.len() as u64);
        if written != bytes {
            return Err(InkError::Unread);
        }
        let trailer = bytes.len() - RESERVE - TRAILER.len();
        Ok(Self::new(storage, path, sheet, &bytes, trailer))
    }

    /// Refuses to write where somebody else has written, or into a file that is no longer there.
    fn guard(&mut self) -> Result<(), InkError> {
        let there = self.storage.likeness(&self.path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => InkError::Gone,
            _ => InkError::Io(error),
        })?;
        let ours = self.sheet.likeness().map_err(InkError::Io)?;
        if !there.is_same_file(ours) {
            return self.follow();
        }
        if ours.size == self.size && self.is_witnessed(self.sheet.as_ref()) {
            Ok(())
        } else {
            Err(InkError::Changed)
        }
    }

    /// Another file of the same size and tail is ours all the same: network shares renumber files, and
    /// an editor may have saved what it read. Writing on into the old one would write into nothing.
    fn follow(&mut self) -> Result<(), InkError> {
        let sheet = self.storage.open(&self.path, Access::ReadAndWrite);
        let sheet = sheet.map_err(|error| match error.kind() {
            ErrorKind::IsADirectory => InkError::Replaced,
            _ => InkError::Io(error),
        })?;
        let size = sheet.likeness().map_err(InkError::Io)?.size;
        if size != self.size || !self.is_witnessed(sheet.as_ref()) {
            return Err(InkError::Replaced);
        }
        sheet.sync_all().map_err(InkError::Io)?;
        self.sheet = sheet;
        Ok(())
    }

    fn is_witnessed(&self, sheet: &dyn Sheet) -> bool {
        let length = self.witness.len();
        let start = (self.trailer + 2).saturating_sub(length as u64);
        read_exactly(sheet, length, start).is_ok_and(|bytes| bytes == self.witness)
    }

    /// Adds blanks early, so that a full disk leaves time. Failing is an error only once nothing fits.
    fn top_up(&mut self, length: u64) -> Result<(), InkError> {
        if self.room() >= length + LOW {
            return Ok(());
        }
        let wanted = self.trailer + TRAILER.len() as u64 + length + RESERVE as u64;
        let blanks = vec![b' '; usize::try_from(wanted - self.size).unwrap_or(RESERVE)];
        let extended = write_all_at(self.sheet.as_ref(), &blanks, self.size);
        self.size = self.sheet.likeness().map_err(InkError::Io)?.size;
        if let Err(error) = self.sheet.sync_all() {
            self.poisoned = true;
            return Err(InkError::Sync(error));
        }
        match extended {
            Err(error) if self.room() < length => Err(InkError::NoRoom(error)),
            _ => Ok(()),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), InkError> {
        if let Err(error) = write_all_at(self.sheet.as_ref(), text.as_bytes(), self.trailer) {
            return Err(self.take_back(text.len(), error));
        }
        if let Err(error) = self.sheet.sync_data() {
            self.poisoned = true;
            return Err(InkError::Sync(error));
        }
        Ok(())
    }

    /// Puts trailer and blanks back over a write that failed.
    fn take_back(&mut self, length: usize, error: io::Error) -> InkError {
        let blank = format!("{TRAILER:<length$}");
        let restored = write_all_at(self.sheet.as_ref(), blank.as_bytes(), self.trailer);
        self.poisoned = restored.and_then(|()| self.sheet.sync_data()).is_err();
        if self.poisoned { InkError::Sync(error) } else { InkError::Io(error) }
    }
}

impl Ink for PublicFile {
    fn check(&mut self) -> Result<(), InkError> {
        if self.poisoned { Err(InkError::Poisoned) } else { self.guard() }
    }

    fn append(&mut self, entry: &Entry) -> Result<(), InkError> {
        let mut text = entry.document();
        let added = text.len();
        text.push_str(TRAILER);
        self.top_up(added as u64)?;
        self.write(&text)?;
        self.trailer += added as u64;
        self.witness.truncate(self.witness.len().saturating_sub(2));
        self.witness.extend_from_slice(&text.as_bytes()[..added + 2]);
        self.witness.drain(..self.witness.len().saturating_sub(WITNESS));
        Ok(())
    }

    fn room(&self) -> u64 {
        self.size.saturating_sub(self.trailer + TRAILER.len() as u64)
    }

    fn leave(mut self: Box<Self>, closed: bool) -> Result<(), InkError> {
        if !closed || self.poisoned || self.room() == 0 {
            return Ok(());
        }
        self.guard()?;
        tidy::tidy(self.storage.as_ref(), &self.path, self.sheet.as_ref(), self.trailer)
    }
}
