//! A review on the disk: read up to a limit, written atomically, and only over what was read.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::review::notes::{Review, ReviewFault};

use super::place::folder_of;
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
    let temporary = written(&real, &text, found.is_some()).map_err(io)?;
    match found {
        None => persist_new(temporary, &real)?,
        Some(found) => {
            if bytes_of(&real).map_err(io)? != found.bytes {
                return Err(NoteNotSaved::Busy(path.to_owned()));
            }
            temporary.persist(&real).map_err(|failed| io(failed.error))?;
        }
    }
    // The rename is durable; where a folder cannot be synced, the note is as safe as it gets there.
    let _ = File::open(folder_of(&real)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// The text in a file of no lasting name, on the disk, with the rights of the one it will replace.
fn written(real: &Path, text: &str, replaces: bool) -> io::Result<tempfile::NamedTempFile> {
    let rights = if replaces { Some(fs::metadata(real)?.permissions()) } else { None };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".doithoai-");
    // A new file is as the umask allows, like any of this person's: reviewers read each other.
    #[cfg(unix)]
    builder.permissions(
        rights.clone().unwrap_or_else(|| std::os::unix::fs::PermissionsExt::from_mode(0o666)),
    );
    let mut temporary = builder.tempfile_in(folder_of(real))?;
    temporary.write_all(text.as_bytes())?;
    if let Some(rights) = rights {
        temporary.as_file().set_permissions(rights)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

fn persist_new(temporary: tempfile::NamedTempFile, real: &Path) -> Result<(), NoteNotSaved> {
    let Err(failed) = temporary.persist_noclobber(real) else { return Ok(()) };
    if failed.error.kind() == ErrorKind::AlreadyExists || real.symlink_metadata().is_ok() {
        return Err(NoteNotSaved::Busy(real.to_owned()));
    }
    // Not every file system (exFAT) can rename without replacing; that nothing is there was just seen.
    let persisted = failed.file.persist(real);
    persisted.map(drop).map_err(|failed| NoteNotSaved::Io(real.to_owned(), failed.error))
}

/// What the system would answer to a writing, asked without one.
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
