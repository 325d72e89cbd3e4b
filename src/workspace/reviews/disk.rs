//! A review on the disk: read to a limit, written whole or not at all, and only over what was read.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use crate::review::notes::{Fault, Review};

use super::place::folder_of;
use super::{NotKept, WhyUnread};

/// The largest review that is read or written, in bytes.
const LARGEST: u64 = 8 * 1024 * 1024;

/// How often, and how far apart, a folder that another window holds is asked for.
const TRIES: usize = 100;
const PAUSE: Duration = Duration::from_millis(20);

/// A review with the bytes it was read from.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) review: Review,
    bytes: Vec<u8>,
}

pub(super) fn read(path: &Path) -> Result<Found, WhyUnread> {
    // A pipe or a device would never end; a folder says itself what it is.
    let there = fs::metadata(path).map_err(WhyUnread::Io)?;
    if !there.is_file() && !there.is_dir() {
        return Err(WhyUnread::Fault(Fault::NotAReview));
    }
    let bytes = bytes_of(path).map_err(WhyUnread::Io)?;
    if bytes.len() as u64 > LARGEST {
        return Err(WhyUnread::TooLarge { limit: LARGEST });
    }
    let review = Review::decoded(&bytes).map_err(WhyUnread::Fault)?;
    Ok(Found { review, bytes })
}

/// No more of it than would be believed.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes the review in the place of what was `found` there, or where nothing was.
pub(super) fn write(path: &Path, found: Option<&Found>, review: &Review) -> Result<(), NotKept> {
    let text = review.encoded();
    if text.len() as u64 > LARGEST {
        return Err(NotKept::TooMuch { limit: LARGEST });
    }
    let io = |error| NotKept::Io(path.to_owned(), error);
    // A link stays a link.
    let real = match found {
        Some(_) => fs::canonicalize(path).map_err(io)?,
        None => path.to_owned(),
    };
    if found.is_some() && fs::metadata(&real).map_err(io)?.permissions().readonly() {
        return Err(NotKept::ReadOnly(path.to_owned()));
    }
    let temporary = written(&real, &text, found.is_some()).map_err(io)?;
    match found {
        None => persist_new(temporary, &real)?,
        Some(found) => {
            if bytes_of(&real).map_err(io)? != found.bytes {
                return Err(NotKept::Busy(path.to_owned()));
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

fn persist_new(temporary: tempfile::NamedTempFile, real: &Path) -> Result<(), NotKept> {
    let Err(failed) = temporary.persist_noclobber(real) else { return Ok(()) };
    if failed.error.kind() == ErrorKind::AlreadyExists || real.symlink_metadata().is_ok() {
        return Err(NotKept::Busy(real.to_owned()));
    }
    // Not every file system (exFAT) can rename without replacing; that nothing is there was just seen.
    let persisted = failed.file.persist(real);
    persisted.map(drop).map_err(|failed| NotKept::Io(real.to_owned(), failed.error))
}

/// What the system would answer to a writing, asked without one.
pub(super) fn refuses_writing(path: &Path) -> Option<NotKept> {
    if fs::metadata(path).is_ok_and(|there| there.permissions().readonly()) {
        return Some(NotKept::ReadOnly(path.to_owned()));
    }
    may_write_into(folder_of(path)).err().map(|error| NotKept::Io(path.to_owned(), error))
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

/// The folder, held against other windows of this program until it is dropped.
///
/// Not the file, which is replaced at each writing. Where a folder cannot be held, writing goes on and
/// relies on the last look at the file.
pub(super) struct Held {
    _folder: Option<File>,
}

impl Held {
    pub(super) fn folder_of(session: &Path) -> Result<Self, NotKept> {
        let folder: PathBuf = folder_of(session).to_owned();
        let Ok(file) = File::open(&folder) else { return Ok(Self { _folder: None }) };
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _folder: Some(file) }),
                Err(TryLockError::WouldBlock) => sleep(PAUSE),
                Err(TryLockError::Error(_)) => return Ok(Self { _folder: None }),
            }
        }
        Err(NotKept::Busy(folder))
    }
}
