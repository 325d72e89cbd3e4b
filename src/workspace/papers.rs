//! Papers on the disk: written atomically, never over what somebody else wrote.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::store::Disk;
use crate::store::atomic::put_private_by;
use crate::text::checksum::{PaperOrigin, origin};

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

/// What writes a paper's bytes, piece by piece.
pub type Fill<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Writes a paper, replacing an earlier one of this program, or a foreign file when `force` is set.
///
/// # Errors
/// A session, a review, a foreign file or an edited paper is there, or it cannot be written.
pub fn write(out: &Path, force: bool, fill: Fill) -> Result<(), PaperError> {
    check_may_overwrite(out, force)?;
    put(out, fill).map_err(|error| PaperError::Io(out.to_owned(), error))
}

/// Writes the transcript beside its session: as `NAME.txt`, else under the first free number.
///
/// # Errors
/// The folder cannot be written.
pub fn write_beside(session: &Path, fill: Fill) -> Result<PathBuf, PaperError> {
    let mut number = 1;
    loop {
        let extension = if number == 1 { "txt".to_owned() } else { format!("{number}.txt") };
        let path = session.with_extension(extension);
        match write(&path, false, fill) {
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

/// Atomically, so that a paper is never half the old one and half the new; it names delegates, so only this
/// account may read it. A device or an open pipe (`/dev/stdout`) is written to as it is.
fn put(out: &Path, fill: Fill) -> io::Result<()> {
    let real = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    match fs::metadata(out) {
        Ok(there) if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
        // Opened for writing, a named pipe waits for a reader that may never come.
        Ok(_) if is_a_named_pipe(&real) => Err(ErrorKind::NotSeekable.into()),
        Ok(there) if !there.is_file() => fill(&mut File::create(out)?),
        _ => put_private_by(&Disk::DEFAULT, &real, fill),
    }
}

#[cfg(unix)]
fn is_a_named_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    path.symlink_metadata().is_ok_and(|there| there.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_a_named_pipe(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{self, Write};

    use super::{PaperError, write, write_beside};
    use crate::text::checksum::{MARK, checksum};

    fn filled(text: &str) -> impl Fn(&mut dyn Write) -> io::Result<()> {
        move |out| out.write_all(text.as_bytes())
    }

    #[test]
    fn beside_a_session_an_untouched_paper_is_replaced_and_an_edited_one_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let session = folder.path().join("phien.json");
        let paper = |above: &str| format!("{above}{MARK}{}\n", checksum(above));
        let written = |above: &str| write_beside(&session, &filled(&paper(above)));
        let first = written("một\n").expect("written");
        assert_eq!(written("hai\n").expect("written"), first);
        let edited = paper("hai\n").replace("hai", "ba");
        fs::write(&first, &edited).expect("written");
        let second = written("bốn\n").expect("written");
        assert_eq!(second, folder.path().join("phien.2.txt"));
        assert_eq!(fs::read_to_string(first).expect("read"), edited);
    }

    #[cfg(unix)]
    #[test]
    fn a_paper_is_readable_by_its_account_alone_whatever_was_there() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("phien.txt");
        fs::write(&out, "").expect("written");
        fs::set_permissions(&out, fs::Permissions::from_mode(0o644)).expect("permitted");
        write(&out, false, &filled("một\n")).expect("written");
        assert_eq!(fs::metadata(&out).expect("there").permissions().mode() & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_named_pipe_is_refused_and_a_device_is_written_to() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success());
        for force in [false, true] {
            let refused = write(&pipe, force, &filled("một\n")).expect_err("refused");
            assert!(matches!(refused, PaperError::Io(..)), "{refused:?}");
        }
        write(std::path::Path::new("/dev/null"), false, &filled("một\n")).expect("written");
    }
}
