//! A public file with everything in it, while its session is under lock.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use crate::record::header::{Header, HeaderFault, SessionId};
use crate::record::lines::Lines;
use crate::record::lines::TRAILER;
use crate::record::log::Record;
use crate::record::scan::{Foreign, Scan, Tail, scan};
use crate::store::black_box::Boxed;
use crate::store::kept;
use crate::store::lock::Lock;
use crate::store::merge::{BoxAhead, BoxComparison, compared};
use crate::store::opened::{Consent, Mended, OpenError};
use crate::store::read::contents;
use crate::store::state_folder::StateFolder;
use crate::store::storage::{Access, Storage, StoredFile, lock_within, read_exactly, write_all_at};

pub(crate) struct Locked {
    pub(crate) path: PathBuf,
    pub(crate) file: Box<dyn StoredFile>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) scan: Scan,
    /// What the black box has more than the file, not yet in it.
    more: Option<Lines>,
    /// How many whole events the file held when it was read.
    held: u64,
}

impl Locked {
    /// Locks the session of the file at `path`, and reads it.
    pub(crate) fn take(
        storage: &dyn Storage,
        path: &Path,
        state: &StateFolder,
    ) -> Result<(Self, Lock), OpenError> {
        let path = std::path::absolute(path)?;
        let id = id_of(storage, open_to_write(storage, &path)?.as_ref())?;
        let lock = Lock::take(state, &id, &path)?;
        Ok((Self::at(storage, path, &id)?, lock))
    }

    /// Reads the file at `path`, which must be of this session.
    pub(crate) fn at(
        storage: &dyn Storage,
        path: PathBuf,
        id: &SessionId,
    ) -> Result<Self, OpenError> {
        let file = open_to_write(storage, &path)?;
        // Until it is mended: what another account is just writing would look like a torn tail.
        if !lock_within(file.as_ref()) {
            return Err(OpenError::Held(None));
        }
        let (bytes, scan) = read_while_syncing(storage, file.as_ref())?;
        if scan.header.as_ref().is_none_or(|header| header.id != *id) {
            return Err(OpenError::Changed);
        }
        let held = scan.record.fingerprint().events;
        Ok(Self { path, file, bytes, scan, more: None, held })
    }

    pub(crate) fn record(&self) -> &Record {
        &self.scan.record
    }

    /// The lines that are whole, with those that are still to come from the black box.
    pub(crate) fn lines(&self) -> Lines {
        match &self.more {
            Some(more) => more.clone(),
            None => Lines::of(self.bytes[..self.scan.end].to_vec(), self.scan.end),
        }
    }

    /// What the black box holds, seen from here.
    pub(crate) fn compared_with(&self, boxed: Boxed) -> BoxComparison {
        compared(&self.scan.record, &self.lines(), boxed)
    }

    /// Whether the tail is torn, so that it has to be mended.
    pub(crate) fn check_tail(&mut self) -> Result<Tail, OpenError> {
        if self.scan.record.session().has_withheld_lines() {
            return Err(OpenError::Withheld);
        }
        match std::mem::replace(&mut self.scan.tail, Tail::Clean) {
            tail @ (Tail::Clean | Tail::Torn { .. }) => Ok(tail),
            Tail::Unknown { kind, .. } => Err(OpenError::Newer { kind }),
            damaged => Err(OpenError::Damaged(damaged)),
        }
    }

    /// A copy at another path than usual is completed only after asking: it may be an old one, kept on purpose.
    pub(crate) fn may_be_completed(
        &self,
        storage: &dyn Storage,
        ahead: &BoxAhead,
        usual: Option<&PathBuf>,
        consent: Consent,
    ) -> Result<(), OpenError> {
        let same = |usual: &PathBuf| match (storage.real(usual), storage.real(&self.path)) {
            (Ok(usual), Ok(path)) => usual == path,
            _ => false,
        };
        match usual {
            Some(usual) if !consent.copies && !same(usual) => Err(OpenError::Older {
                events: self.held,
                known: ahead.scan.record.fingerprint().events,
                usual: usual.clone(),
            }),
            _ => Ok(()),
        }
    }

    /// Takes what the black box has more; [`Locked::mend`] writes it.
    pub(crate) fn complete(&mut self, record: Record, lines: Lines) {
        self.scan.record = record;
        self.more = Some(lines);
    }

    /// Writes what is missing, the trailer, and blanks over what is torn, after keeping a copy of that.
    pub(crate) fn mend(
        &mut self,
        storage: &dyn Storage,
        tail: &Tail,
    ) -> io::Result<Option<Mended>> {
        let mended = match tail {
            Tail::Torn { bytes } => Some(Mended {
                kept_beside: kept::keep(storage, &self.bytes, |number| {
                    kept::with_suffix(&self.path, &format!(".torn-{number}"))
                })?,
                torn_bytes: *bytes,
                held_nuls: self.bytes.contains(&0),
            }),
            _ if self.more.is_none() => return Ok(None),
            _ => None,
        };
        let end = self.scan.end;
        let mut patch = match self.bytes[..end].last() {
            Some(b'\n') => Vec::new(),
            _ => vec![b'\n'],
        };
        patch.extend(
            self.more.as_ref().map(|more| more.public_after(self.held)).unwrap_or_default(),
        );
        let trailer = end + patch.len();
        patch.extend_from_slice(TRAILER.as_bytes());
        let left = self.bytes.len().saturating_sub(end + patch.len());
        patch.extend(std::iter::repeat_n(b' ', left));
        write_all_at(self.file.as_ref(), &patch, end as u64)?;
        self.file.sync_all()?;
        self.bytes.truncate(end);
        self.bytes.extend_from_slice(&patch);
        self.scan.end = trailer;
        Ok(mended)
    }
}

/// An error that says whether the file could at least be read.
fn open_to_write(storage: &dyn Storage, path: &Path) -> Result<Box<dyn StoredFile>, OpenError> {
    storage.open(path, Access::ReadAndWrite).map_err(|error| {
        let denied = matches!(
            error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        );
        match denied && storage.open(path, Access::Read).is_ok() {
            true => OpenError::NotWritable(error),
            false => error.into(),
        }
    })
}

/// What a crash left only in the page cache must not be trusted and then lost: the file is synced before
/// anything read from it is returned.
fn read_while_syncing(
    storage: &dyn Storage,
    file: &dyn StoredFile,
) -> Result<(Vec<u8>, Scan), OpenError> {
    thread::scope(|scope| {
        let syncing = scope.spawn(|| file.sync_all());
        let read = contents(storage, file);
        let scanned = read.map(|(bytes, failure)| (scan(&bytes), bytes, failure));
        syncing.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))?;
        let (scan, bytes, failure) = scanned?;
        failure.map_or(Ok(()), Err)?;
        Ok((bytes, scan?))
    })
}

/// The session's id from the first line; the fault of the whole file when there is none.
fn id_of(storage: &dyn Storage, file: &dyn StoredFile) -> Result<SessionId, OpenError> {
    let length = file.identity()?.size.min(4096);
    let start = read_exactly(file, usize::try_from(length).unwrap_or_default(), 0)?;
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    match Header::decode(line.trim_ascii()) {
        Ok(header) => Ok(header.id),
        Err(HeaderFault::OtherFormat(format)) => Err(Foreign::OtherFormat(format).into()),
        Err(HeaderFault::Unreadable) => {
            Err(OpenError::Damaged(scan(&contents(storage, file)?.0)?.tail))
        }
    }
}
