//! Opening for writing: lock first, then read, then mend a torn tail.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use super::header::{Header, HeaderFault, SessionId};
use super::lock::{Holder, Lock, LockError, StateFolder};
use super::place::{read_at, write_all_at};
use super::public_file::{PublicFile, TRAILER, open_existing};
use super::read::{ReadError, contents};
use super::scan::{Foreign, Scan, Tail, scan};
use super::{Journal, Scribe, beside};

/// A journal ready for the next command.
pub struct Opened {
    pub journal: Journal,
    pub mended: Option<Mended>,
}

/// What was done to a torn tail.
#[derive(Debug, PartialEq, Eq)]
pub struct Mended {
    /// A copy of every byte as it was.
    pub kept_beside: PathBuf,
    pub torn_bytes: usize,
    /// Whether there were NULs in it.
    pub held_nuls: bool,
}

/// Why a file is not opened for writing.
#[derive(Debug)]
pub enum OpenError {
    Read(ReadError),
    /// Somebody else writes; who, if that is known.
    Held(Option<Holder>),
    /// The lock or the state folder cannot be had.
    Lock(io::Error),
    /// Damage that only `recover` may touch.
    Damaged(Tail),
    /// A line of a kind, or with a field, that this program does not know.
    Newer {
        kind: String,
    },
    /// The copy beside it could not be made, or the tail not mended.
    Mend(io::Error),
    /// Another session was put in its place while it was being opened.
    Changed,
}

impl From<ReadError> for OpenError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::Read(ReadError::Io(error))
    }
}

impl From<Foreign> for OpenError {
    fn from(foreign: Foreign) -> Self {
        Self::Read(foreign.into())
    }
}

impl From<LockError> for OpenError {
    fn from(error: LockError) -> Self {
        match error {
            LockError::Held(holder) => Self::Held(holder),
            LockError::Io(error) => Self::Lock(error),
        }
    }
}

/// A file under lock, with everything in it.
pub(super) struct Locked {
    pub(super) path: PathBuf,
    pub(super) file: File,
    pub(super) lock: Lock,
    pub(super) bytes: Vec<u8>,
    pub(super) scan: Scan,
}

impl Locked {
    pub(super) fn take(path: &Path, state: &StateFolder) -> Result<Self, OpenError> {
        let path = std::path::absolute(path)?;
        let id = id_of(&mut open_existing(&path)?)?;
        let lock = Lock::take(state, &id)?;
        let mut file = open_existing(&path)?;
        let (bytes, scan) = read_while_syncing(&mut file)?;
        match &scan.header {
            Some(header) if header.id == id => Ok(Self { path, file, lock, bytes, scan }),
            _ => Err(OpenError::Changed),
        }
    }

    fn mend(&mut self) -> io::Result<PathBuf> {
        let kept_beside = beside::keep(&self.bytes, |number| {
            beside::with_suffix(&self.path, &format!(".torn-{number}"))
        })?;
        let end = self.scan.end;
        let mut patch = match self.bytes[..end].last() {
            Some(b'\n') => TRAILER.to_owned(),
            _ => format!("\n{TRAILER}"),
        };
        let trailer = end + patch.len() - TRAILER.len();
        let left = self.bytes.len().saturating_sub(end + patch.len());
        patch.extend(std::iter::repeat_n(' ', left));
        write_all_at(&self.file, patch.as_bytes(), end as u64)?;
        self.file.sync_all()?;
        self.bytes.truncate(end);
        self.bytes.extend_from_slice(patch.as_bytes());
        self.scan.end = trailer;
        Ok(kept_beside)
    }
}

/// What a crash left only in the page cache must not be believed and then lost: nothing that is read
/// here is handed on before it is surely on the disk.
fn read_while_syncing(file: &mut File) -> Result<(Vec<u8>, Scan), OpenError> {
    let same = file.try_clone()?;
    thread::scope(|scope| {
        let syncing = scope.spawn(move || same.sync_all());
        let read = contents(file);
        let scanned = read.map(|(bytes, failure)| (scan(&bytes), bytes, failure));
        syncing.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))?;
        let (scan, bytes, failure) = scanned?;
        failure.map_or(Ok(()), Err)?;
        Ok((bytes, scan?))
    })
}

pub(super) fn open(path: &Path, state: &StateFolder) -> Result<Opened, OpenError> {
    let mut locked = Locked::take(path, state)?;
    let mended = match std::mem::replace(&mut locked.scan.tail, Tail::Clean) {
        Tail::Clean => None,
        Tail::Torn { bytes } => {
            let held_nuls = locked.bytes.contains(&0);
            let kept_beside = locked.mend().map_err(OpenError::Mend)?;
            Some(Mended { kept_beside, torn_bytes: bytes, held_nuls })
        }
        Tail::Unknown { kind, .. } => return Err(OpenError::Newer { kind }),
        damaged => return Err(OpenError::Damaged(damaged)),
    };
    let Locked { path, file, lock, bytes, scan } = locked;
    let ink = PublicFile::new(path, file, &bytes, scan.end);
    let scribe = Scribe { ink: Box::new(ink), _lock: Some(lock) };
    Ok(Opened { journal: Journal { record: scan.record, scribe }, mended })
}

/// The session's id from the first line; the fault of the whole file when there is none.
fn id_of(file: &mut File) -> Result<SessionId, OpenError> {
    let length = file.metadata()?.len().min(4096);
    let start = read_at(file, usize::try_from(length).unwrap_or_default(), 0)?;
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    match Header::decode(line.trim_ascii()) {
        Ok(header) => Ok(header.id),
        Err(HeaderFault::OtherFormat(format)) => Err(Foreign::OtherFormat(format).into()),
        Err(HeaderFault::Unreadable) => {
            let (bytes, failure) = contents(file)?;
            failure.map_or(Ok(()), Err)?;
            Err(OpenError::Damaged(scan(&bytes)?.tail))
        }
    }
}
