//! Following a file that another program writes: only what is new is read.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::record::log::Record;
use crate::record::scan::Tail;
use crate::record::walk::walk;
use crate::store::disk::Disk;
use crate::store::read::{ReadError, Reading, read_on};
use crate::store::regular::open_to_read;
use crate::store::storage::{Storage, StoredFile, read_exactly, read_from};

/// A read-only follower of one session file.
#[derive(Debug)]
pub struct Watcher {
    disk: Disk,
    path: PathBuf,
    file: File,
    /// Where the next line will stand.
    end: u64,
}

/// What a look at the file found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileChange {
    Nothing,
    /// So many new events.
    Grown(usize),
    /// The file was replaced or cut; the record was read again from its beginning.
    Reread,
    /// What follows cannot be read now: a write under way, or damage if it stays so.
    Unreadable,
}

impl Watcher {
    /// # Errors
    /// The file cannot be read, or is no session file.
    pub fn open(path: &Path) -> Result<(Self, Reading), ReadError> {
        Self::open_on(Disk::DEFAULT, path)
    }

    /// As [`Watcher::open`], on a disk with another limit.
    ///
    /// # Errors
    /// As [`Watcher::open`].
    pub fn open_on(disk: Disk, path: &Path) -> Result<(Self, Reading), ReadError> {
        let file = open_to_read(path)?;
        let reading = read_on(disk, path)?;
        Ok((Self { disk, path: path.to_owned(), file, end: reading.end as u64 }, reading))
    }

    /// Takes into `record` what was written since the last look.
    ///
    /// # Errors
    /// The file is gone or cannot be read; the record is as it was, and a later look may succeed.
    pub fn poll(&mut self, record: &mut Record) -> Result<FileChange, ReadError> {
        let there = self.disk.identity(&self.path)?;
        if !there.is_same_file(self.file.identity()?) || there.size < self.end {
            return self.reread(record);
        }
        if read_exactly(&self.file, 2, self.end).is_ok_and(|bytes| bytes == b"]}") {
            return Ok(FileChange::Nothing);
        }
        let (bytes, _) = read_from(&self.file, self.end, self.disk.read_limit());
        let before = record.session().history().len();
        let (tail, end) = walk(&bytes, 0, record);
        self.end += end as u64;
        match record.session().history().len() - before {
            0 if tail == Tail::Clean => Ok(FileChange::Nothing),
            0 => Ok(FileChange::Unreadable),
            more => Ok(FileChange::Grown(more)),
        }
    }

    fn reread(&mut self, record: &mut Record) -> Result<FileChange, ReadError> {
        let (watcher, reading) = Self::open_on(self.disk, &self.path)?;
        *self = watcher;
        *record = reading.record;
        Ok(FileChange::Reread)
    }
}
