//! Evidence: what is kept beside a file before anything in it is changed.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::store::storage::{Storage, folder_of, write_all_at};

/// How many copies are kept of one file, at most.
const MOST: usize = 9_999;

/// Keeps `bytes` in a new file at the first free name that `name` gives for 1, 2, 3….
pub(crate) fn keep(
    storage: &dyn Storage,
    bytes: &[u8],
    name: impl Fn(usize) -> PathBuf,
) -> io::Result<PathBuf> {
    for number in 1..=MOST {
        let path = name(number);
        match storage.create(&path, None) {
            Ok(file) => {
                write_all_at(file.as_ref(), bytes, 0)?;
                file.sync_all()?;
                storage.sync_folder(folder_of(&path))?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// `path` with more behind its whole name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Takes the file at `path` out of the way, whole: under the first free name behind its own.
pub(crate) fn set_aside(storage: &dyn Storage, path: &Path, why: &str) -> io::Result<PathBuf> {
    for number in 1..=MOST {
        let aside = with_suffix(path, &format!(".{why}-{number}"));
        match storage.rename_new(path, &aside) {
            Ok(()) => {
                storage.sync_folder(folder_of(path))?;
                return Ok(aside);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
