//! Papers on the disk: written whole or not at all, never over what somebody else wrote.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// How our papers end; a file that has such a line is ours to replace.
const FOOTER: &str = "doithoai/1 · ";

/// Bytes at the end of a file in which the footer is looked for.
const TAIL: u64 = 4096;

/// Why a paper was not written.
#[derive(Debug)]
pub enum PaperError {
    /// Something stands there that this program did not write.
    NotOurs(PathBuf),
    Io(PathBuf, io::Error),
}

/// Writes a paper, replacing an earlier one of ours, or anything when `force` says so.
///
/// # Errors
/// Somebody else's file stands there, or the folder cannot be written.
pub fn write(path: &Path, text: &str, force: bool) -> Result<(), PaperError> {
    let failed = |error: io::Error| PaperError::Io(path.to_owned(), error);
    if path.symlink_metadata().is_ok() && !force && !is_ours(path).map_err(failed)? {
        return Err(PaperError::NotOurs(path.to_owned()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut options = tempfile::Builder::new();
    options.prefix(".doithoai-");
    #[cfg(unix)]
    options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut temporary =
        options.tempfile_in(folder.unwrap_or_else(|| Path::new("."))).map_err(failed)?;
    temporary.write_all(text.as_bytes()).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    temporary.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Writes the transcript beside its session, as `NAME.txt`, else under the first free number.
///
/// # Errors
/// The folder cannot be written.
pub fn write_beside(session: &Path, text: &str) -> Result<PathBuf, PaperError> {
    let mut number = 1;
    loop {
        let extension = if number == 1 { "txt".to_owned() } else { format!("{number}.txt") };
        let path = session.with_extension(extension);
        match write(&path, text, false) {
            Ok(()) => return Ok(path),
            Err(PaperError::NotOurs(_)) if number < 100 => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn is_ours(path: &Path) -> io::Result<bool> {
    use std::io::{Seek, SeekFrom};
    if !path.symlink_metadata()?.is_file() {
        return Ok(false);
    }
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    Ok(String::from_utf8_lossy(&end).lines().any(|line| line.starts_with(FOOTER)))
}
