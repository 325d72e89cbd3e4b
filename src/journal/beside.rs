//! Evidence: what is kept beside a file before anything in it is changed.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::place::sync_folder_of;

/// How many copies may pile up before somebody must look at them.
const MOST: usize = 9_999;

/// Keeps `bytes` in a new file at the first free name that `name` gives for 1, 2, 3….
pub(super) fn keep(bytes: &[u8], name: impl Fn(usize) -> PathBuf) -> io::Result<PathBuf> {
    for number in 1..=MOST {
        let path = name(number);
        match create_new(&path) {
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                sync_folder_of(&path)?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// `O_EXCL`: follows no symbolic link, takes no file that is there.
fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// `path` with more behind its whole name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
