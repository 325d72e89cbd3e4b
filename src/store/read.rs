//! Reading a session file without ever writing to it.

use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::record::chain::Fingerprint;
use crate::record::header::Header;
use crate::record::log::Record;
use crate::record::scan::{Foreign, Scan, Tail, scan};
use crate::record::spot::spot;
use crate::store::disk::Disk;
use crate::store::regular::open_to_read;
use crate::store::storage::{Storage, StoredFile, read_from};

use crate::record::spot::Spot;

/// A read can overlap a write: what looks torn may be whole a moment later.
const TRIES: usize = 3;
const PAUSE: Duration = Duration::from_millis(20);

/// What a reader got.
#[derive(Debug)]
pub struct Reading {
    pub header: Option<Header>,
    pub record: Record,
    pub tail: Tail,
    /// Whether there are NULs in it: what file systems put where nothing was written.
    pub holds_nuls: bool,
    /// Whether lines end as Windows ends them: a tool has rewritten the file.
    pub holds_crlf: bool,
    /// Where it stops being whole.
    pub spot: Option<Spot>,
    pub(crate) end: usize,
}

impl Reading {
    /// Of a record that was read elsewhere, and is whole.
    #[cfg(feature = "nats")]
    pub(crate) fn of_record(record: Record) -> Self {
        let (header, tail) = (Some(record.header().clone()), Tail::Clean);
        Self { header, record, tail, holds_nuls: false, holds_crlf: false, spot: None, end: 0 }
    }

    pub fn is_whole(&self) -> bool {
        self.tail == Tail::Clean
    }

    /// How many times in it are outside the years in which times are recorded, the header's included.
    pub fn wild_times(&self) -> usize {
        let header = self.header.as_ref().is_some_and(|header| !header.created.is_in_range());
        self.record.session().wild_times().count() + usize::from(header)
    }

    pub fn fingerprint(&self) -> Fingerprint {
        self.record.fingerprint()
    }
}

/// Why nothing could be read.
#[derive(Debug)]
pub enum ReadError {
    Io(io::Error),
    TooLarge { limit: u64 },
    NotASession,
    OtherFormat(String),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Foreign> for ReadError {
    fn from(foreign: Foreign) -> Self {
        match foreign {
            Foreign::NotASession => Self::NotASession,
            Foreign::OtherFormat(format) => Self::OtherFormat(format),
        }
    }
}

/// Reads the file at `path`, damaged or not; repeats while its tail is not clean.
///
/// # Errors
/// It cannot be read at all, or it is no session file of this format.
pub fn read(path: &Path) -> Result<Reading, ReadError> {
    read_on(Disk::DEFAULT, path)
}

/// As [`read`], on a disk with another limit.
///
/// # Errors
/// As [`read`].
pub fn read_on(disk: Disk, path: &Path) -> Result<Reading, ReadError> {
    let mut bytes = bytes_of(disk, path)?;
    let mut reading = reading_of(&bytes);
    for _ in 1..TRIES {
        if reading.as_ref().is_ok_and(Reading::is_whole) {
            break;
        }
        sleep(PAUSE);
        let again = bytes_of(disk, path)?;
        // Scanning what has not changed would find the same.
        if again != bytes {
            reading = reading_of(&again);
            bytes = again;
        }
    }
    reading
}

/// Where the file at `path` stops being whole; `None` when it does not, or cannot be read.
pub fn spot_in(disk: Disk, path: &Path) -> Option<Spot> {
    reading_of(&bytes_of(disk, path).ok()?).ok()?.spot
}

/// Every byte of the file at `path`, as far as it is read.
///
/// # Errors
/// It cannot be read, or is too large.
pub fn bytes_of(disk: Disk, path: &Path) -> Result<Vec<u8>, ReadError> {
    let (bytes, failure) = contents(&disk, &open_to_read(path)?)?;
    match failure {
        Some(error) if bytes.is_empty() => Err(error.into()),
        _ => Ok(bytes),
    }
}

fn reading_of(bytes: &[u8]) -> Result<Reading, ReadError> {
    let Scan { header, record, tail, end } = scan(bytes)?;
    let spot = (tail != Tail::Clean).then(|| spot(bytes, end));
    let (holds_nuls, holds_crlf) = (bytes.contains(&0), bytes.windows(2).any(|two| two == b"\r\n"));
    Ok(Reading { header, record, tail, holds_nuls, holds_crlf, spot, end })
}

/// Everything in the file; when a read fails, what came before it together with the failure.
pub(crate) fn contents(
    storage: &dyn Storage,
    file: &dyn StoredFile,
) -> Result<(Vec<u8>, Option<io::Error>), ReadError> {
    let limit = storage.read_limit();
    if file.identity()?.size > limit {
        return Err(ReadError::TooLarge { limit });
    }
    let (bytes, failure) = read_from(file, 0, limit);
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { limit });
    }
    Ok((bytes, failure))
}
