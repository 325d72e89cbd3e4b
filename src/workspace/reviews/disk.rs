//! A review on the disk: read up to a limit, written atomically, and only over what was read.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::review::notes::{Review, ReviewFault};
use crate::store::Disk;
use crate::store::atomic::{put_new, put_over_unchanged, put_private};
use crate::store::storage::folder_of;

use super::{NoteNotSaved, ReviewReadError};

/// The largest review that is read or written, in bytes.
const LARGEST: u64 = 8 * 1024 * 1024;

/// How often, and how far apart, a folder that another window has locked is tried.
const TRIES: usize = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// A review with the bytes it was read from.
#[derive(Debug)]
pub(super) struct ReviewFile {
    pub(super) review: Review,
    bytes: Vec<u8>,
}

pub(super) fn read(path: &Path) -> Result<ReviewFile, ReviewReadError> {
    // A pipe or a device would never end; a folder says itself what it is.
    let there = fs::metadata(path).map_err(ReviewReadError::Io)?;
    if !there.is_file() && !there.is_dir() {
        return Err(ReviewReadError::Fault(ReviewFault::NotAReview));
    }
    let bytes = bytes_of(path).map_err(ReviewReadError::Io)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ReviewReadError::TooLarge { limit: LARGEST });
    }
    let review = Review::decoded(&bytes).map_err(ReviewReadError::Fault)?;
    Ok(ReviewFile { review, bytes })
}

/// No more of it than is accepted.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes the review in the place of what was `found` there, or where nothing was.
pub(super) fn write(
    path: &Path,
    found: Option<&ReviewFile>,
    review: &Review,
) -> Result<(), NoteNotSaved> {
    let text = review.encoded();
    if text.len() as u64 > LARGEST {
        return Err(NoteNotSaved::TooMuch { limit: LARGEST });
    }
    let io = |error| NoteNotSaved::Io(path.to_owned(), error);
    // A link stays a link.
    let real = match found {
        Some(_) => fs::canonicalize(path).map_err(io)?,
        None => path.to_owned(),
    };
    if found.is_some() && fs::metadata(&real).map_err(io)?.permissions().readonly() {
        return Err(NoteNotSaved::ReadOnly(path.to_owned()));
    }
    let written = match found {
        Some(found) => {
            let is_unchanged = || Ok(bytes_of(&real)? == found.bytes);
            put_over_unchanged(&Disk::DEFAULT, &real, text.as_bytes(), is_unchanged)
        }
        None => put_where_nothing_is(&real, text.as_bytes()),
    };
    match written {
        Ok(()) => Ok(()),
        // Some folders cannot be synced; the file is there, and as durable as it gets on such a disk.
        Err(_) if bytes_of(&real).is_ok_and(|there| there == text.as_bytes()) => Ok(()),
        Err(error)
            if matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::AlreadyExists) =>
        {
            Err(NoteNotSaved::Busy(path.to_owned()))
        }
        Err(error) => Err(io(error)),
    }
}

fn put_where_nothing_is(real: &Path, text: &[u8]) -> io::Result<()> {
    match put_new(&Disk::DEFAULT, real, text) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if real.symlink_metadata().is_ok() => Err(ErrorKind::AlreadyExists.into()),
        // Not every file system can rename without replacing; that nothing is there was just seen.
        Err(_) => put_private(&Disk::DEFAULT, real, text),
    }
}

/// Why a write would fail, as far as can be known without one.
pub(super) fn refuses_writing(path: &Path) -> Option<NoteNotSaved> {
    if fs::metadata(path).is_ok_and(|there| there.permissions().readonly()) {
        return Some(NoteNotSaved::ReadOnly(path.to_owned()));
    }
    may_write_into(folder_of(path)).err().map(|error| NoteNotSaved::Io(path.to_owned(), error))
}

#[cfg(target_os = "linux")]
fn may_write_into(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::access(folder, rustix::fs::Access::WRITE_OK)?)
}

#[cfg(not(target_os = "linux"))]
fn may_write_into(folder: &Path) -> io::Result<()> {
    match fs::metadata(folder)?.permissions().readonly() {
        true => Err(ErrorKind::PermissionDenied.into()),
        false => Ok(()),
    }
}

/// The folder, locked against other windows of this program until this is dropped.
///
/// Not the file, which is replaced at each writing. Where a folder cannot be locked, writing
/// relies on reading the file again just before.
pub(super) struct FolderLock {
    _folder: Option<File>,
}

impl FolderLock {
    pub(super) fn of(session: &Path) -> Result<Self, NoteNotSaved> {
        let folder: PathBuf = folder_of(session).to_owned();
        let Ok(file) = File::open(&folder) else { return Ok(Self { _folder: None }) };
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _folder: Some(file) }),
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(Self { _folder: None }),
            }
        }
        Err(NoteNotSaved::Busy(folder))
    }
}
