//! The black box: the second copy, JSON Lines in the person's state folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::bytes::{is_blank, trimmed};
use crate::record::lines::Lines;
use crate::record::salvage::lines_of;
use crate::record::scan::{Scan, Tail, scan};
use crate::store::atomic::put_new;
use crate::store::kept;
use crate::store::read::contents;
use crate::store::replica::{Replica, StoreError};
use crate::store::storage::{Access, Storage, StoredFile, folder_of, read_exactly, write_all_at};

/// How much of what we left is read again before each append.
const WITNESS: usize = 96;

/// A black box that is written.
pub(crate) struct BlackBox {
    storage: Arc<dyn Storage>,
    path: PathBuf,
    file: Box<dyn StoredFile>,
    /// Where the next line goes; behind it at most blanks.
    end: u64,
    size: u64,
    /// The last bytes before the end, as we left them.
    witness: Vec<u8>,
    poisoned: bool,
}

/// What a black box holds.
pub(crate) struct Boxed {
    pub(crate) file: Box<dyn StoredFile>,
    pub(crate) bytes: Vec<u8>,
}

impl Boxed {
    /// Reads the black box at `path`, `None` when there is none; what is read is surely on the disk.
    pub(crate) fn read(storage: &dyn Storage, path: &Path) -> io::Result<Option<Self>> {
        let file = match storage.open(path, Access::Own) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        file.sync_all()?;
        let (bytes, failure) =
            contents(storage, file.as_ref()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        failure.map_or(Ok(()), Err)?;
        Ok(Some(Self { file, bytes }))
    }

    /// The bytes up to the last that is no blank, with the newline that ends its line.
    pub(crate) fn written(&self) -> &[u8] {
        let last = self.bytes.iter().rposition(|byte| !is_blank(*byte));
        let newline = last.and_then(|last| {
            let behind = self.bytes.get(last + 1..).unwrap_or_default();
            behind.iter().position(|byte| *byte == b'\n').map(|newline| last + newline + 2)
        });
        &self.bytes[..newline.or(last.map(|last| last + 1)).unwrap_or_default()]
    }

    /// What is whole in it, and its lines. `None` when it is no black box at all.
    pub(crate) fn scanned(&self) -> Option<(Scan, Lines)> {
        let document = as_public(self.written());
        let scan = scan(&document).ok().filter(|scan| scan.header.is_some())?;
        let lines = match scan.tail {
            Tail::Clean => Lines::of(document, scan.end),
            // A last line may be whole with rubbish where its newline was to be.
            _ => {
                let (header, lines) = lines_of(&document[..scan.end]);
                Lines::made_of(&header, &lines)
            }
        };
        Some((scan, lines))
    }
}

/// The same lines as a public file would have them.
fn as_public(bytes: &[u8]) -> Vec<u8> {
    let mut document = Vec::with_capacity(bytes.len() + bytes.len() / 64 + 16);
    let mut events = 0;
    for (place, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = trimmed(line, is_blank);
        if place == 0 {
            document.extend_from_slice(line.strip_suffix(b"]}").unwrap_or(line));
        } else if !line.is_empty() {
            if events > 0 {
                document.push(b',');
            }
            events += 1;
            document.extend_from_slice(line);
        }
        document.push(b'\n');
    }
    document.extend_from_slice(b"]}\n");
    document
}

impl BlackBox {
    /// Goes on in the box that was read, with the lines that it lacks.
    pub(crate) fn resumed(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        boxed: Boxed,
        missing: &[u8],
    ) -> Result<Self, StoreError> {
        let end = boxed.written().len();
        let witness = boxed.bytes[end.saturating_sub(WITNESS)..end].to_vec();
        let size = boxed.bytes.len() as u64;
        let file = boxed.file;
        let mut resumed =
            Self { storage, path, file, end: end as u64, size, witness, poisoned: false };
        if !missing.is_empty() {
            resumed.write(missing)?;
        }
        Ok(resumed)
    }

    /// A new box with these lines. One that stands there is kept beside it under `why`, as evidence.
    pub(crate) fn renewed(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        lines: &Lines,
        why: &str,
    ) -> io::Result<(Self, Option<PathBuf>)> {
        let folder = folder_of(&path);
        storage.make_folder(folder)?;
        let bytes = lines.boxed();
        let aside = match storage.identity(&path) {
            Ok(_) => Some(kept::set_aside(storage.as_ref(), &path, why)?),
            Err(_) => None,
        };
        let file = put_new(storage.as_ref(), &path, &bytes)?;
        let size = bytes.len() as u64;
        let witness = bytes[bytes.len().saturating_sub(WITNESS)..].to_vec();
        let renewed = Self { storage, path, file, end: size, size, witness, poisoned: false };
        Ok((renewed, aside))
    }

    /// Adds whole lines, each with its newline.
    fn write(&mut self, text: &[u8]) -> Result<(), StoreError> {
        if let Err(error) = write_all_at(self.file.as_ref(), text, self.end) {
            return Err(self.take_back(text.len(), error));
        }
        if let Err(error) = self.file.sync_data() {
            self.poisoned = true;
            return Err(StoreError::Sync(error));
        }
        self.end += text.len() as u64;
        self.size = self.size.max(self.end);
        self.witness.extend_from_slice(text);
        self.witness.drain(..self.witness.len().saturating_sub(WITNESS));
        Ok(())
    }

    /// Blanks over what of a failed write arrived. Nothing is ever cut off: that can leave NULs.
    fn take_back(&mut self, length: usize, error: io::Error) -> StoreError {
        let arrived = self.file.identity().map(|there| there.size.saturating_sub(self.end));
        let blanked = arrived.and_then(|arrived| {
            let blanks = vec![b'\n'; usize::try_from(arrived).unwrap_or(length).min(length)];
            write_all_at(self.file.as_ref(), &blanks, self.end)?;
            self.file.sync_data()?;
            self.file.identity()
        });
        match blanked {
            Ok(there) => {
                self.size = there.size;
                StoreError::Io(error)
            }
            Err(_) => {
                self.poisoned = true;
                StoreError::Sync(error)
            }
        }
    }
}

impl BlackBox {
    fn check(&self) -> Result<(), StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        let there = self.storage.identity(&self.path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => StoreError::Gone,
            _ => StoreError::Io(error),
        })?;
        let ours = self.file.identity().map_err(StoreError::Io)?;
        if !there.is_same_file(ours) {
            return Err(StoreError::Replaced);
        }
        let from = self.end - self.witness.len() as u64;
        let seen = read_exactly(self.file.as_ref(), self.witness.len(), from);
        match ours.size == self.size && seen.is_ok_and(|seen| seen == self.witness) {
            true => Ok(()),
            false => Err(StoreError::Changed),
        }
    }
}

impl Replica for BlackBox {
    fn append(&mut self, lines: &[u8]) -> Result<(), StoreError> {
        self.check()?;
        let lines = lines.split_inclusive(|byte| *byte == b'\n');
        let bare = lines.map(|line| line.strip_prefix(b",").unwrap_or(line));
        self.write(&bare.collect::<Vec<_>>().concat())
    }

    fn space(&self) -> Option<u64> {
        None
    }

    fn leave(self: Box<Self>, _closed: bool) -> Result<(), StoreError> {
        Ok(())
    }
}
