//! Opening what is a file and nothing else: a pipe would be waited for, a device read for ever.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Opens the file at `path` to be read. A symbolic link is followed: a person may name any path.
///
/// # Errors
/// It is no regular file, or cannot be opened.
pub fn open_to_read(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true))
}

/// The same, to be read and written.
pub(crate) fn open_to_write(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true).write(true))
}

fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    // Asked before, as opening a device may do something to it, and after, as it may have been swapped.
    check(&fs::metadata(path)?)?;
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::OFlags;
        let never_wait = OFlags::NONBLOCK | OFlags::NOCTTY;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, never_wait.bits().cast_signed());
    }
    let file = options.open(path)?;
    check(&file.metadata()?)?;
    Ok(file)
}

fn check(found: &Metadata) -> io::Result<()> {
    if found.is_file() {
        Ok(())
    } else if found.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(ErrorKind::NotSeekable.into())
    }
}
