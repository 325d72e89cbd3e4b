//! Papers on the disk: written atomically, never over what somebody else wrote.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::paper::checksum::{PaperOrigin, origin};

/// How much of a file is read to see what it is.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Names tried beside a session before giving up.
const TRIES: u32 = 100;

/// Why a paper was not written.
#[derive(Debug)]
pub enum PaperError {
    /// A session is there: no paper ever overwrites one.
    Session(PathBuf),
    /// A review is there, and its notes are nowhere else.
    Review(PathBuf),
    /// A file that this program did not write is there.
    NotOurs(PathBuf),
    /// A paper of this program that was edited since.
    Edited(PathBuf),
    Io(PathBuf, io::Error),
}

/// Writes a paper, replacing an earlier one of this program, or a foreign file when `force` is set.
///
/// # Errors
/// A session, a review, a foreign file or an edited paper is there, or it cannot be written.
pub fn write(out: &Path, text: &str, force: bool) -> Result<(), PaperError> {
    check_may_overwrite(out, force)?;
    put(out, text).map_err(|error| PaperError::Io(out.to_owned(), error))
}

/// Writes the transcript beside its session: as `NAME.txt`, else under the first free number.
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
            Err(PaperError::NotOurs(_) | PaperError::Edited(_)) if number < TRIES => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// A session or a review is never overwritten by a paper; a foreign file or an edited paper only by force.
fn check_may_overwrite(out: &Path, force: bool) -> Result<(), PaperError> {
    if !is_a_file(out) {
        return Ok(());
    }
    let mut bytes = Vec::new();
    let read = File::open(out).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    if bytes.starts_with(b"{\"format\":\"doithoai/") {
        return Err(PaperError::Session(out.to_owned()));
    }
    if bytes.starts_with(b"{\"format\":\"doithoai-review/") {
        return Err(PaperError::Review(out.to_owned()));
    }
    if force || (read.is_ok() && bytes.is_empty()) {
        return Ok(());
    }
    match origin(&bytes) {
        PaperOrigin::Unchanged if read.is_ok() => Ok(()),
        PaperOrigin::Edited => Err(PaperError::Edited(out.to_owned())),
        _ => Err(PaperError::NotOurs(out.to_owned())),
    }
}

/// A device or a pipe has nothing to lose, and must not be replaced.
fn is_a_file(out: &Path) -> bool {
    fs::metadata(out).is_ok_and(|there| there.is_file())
}

/// Atomically, so that a paper is never half the old one and half the new.
fn put(out: &Path, paper: &str) -> io::Result<()> {
    if out.exists() && !is_a_file(out) {
        return fs::write(out, paper);
    }
    let real = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".doithoai-");
    // As the umask allows, like any new file of this person.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    temporary.write_all(paper.as_bytes())?;
    temporary.as_file().sync_all()?;
    temporary.persist(real).map_err(|failed| failed.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::write_beside;
    use crate::paper::checksum::{MARK, checksum};

    #[test]
    fn beside_a_session_an_untouched_paper_is_replaced_and_an_edited_one_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let session = folder.path().join("phien.json");
        let paper = |above: &str| format!("{above}{MARK}{}\n", checksum(above));
        let first = write_beside(&session, &paper("một\n")).expect("written");
        assert_eq!(write_beside(&session, &paper("hai\n")).expect("written"), first);
        let edited = paper("hai\n").replace("hai", "ba");
        fs::write(&first, &edited).expect("written");
        let second = write_beside(&session, &paper("bốn\n")).expect("written");
        assert_eq!(second, folder.path().join("phien.2.txt"));
        assert_eq!(fs::read_to_string(first).expect("read"), edited);
    }
}
