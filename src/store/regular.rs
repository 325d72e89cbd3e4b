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

/// What the program itself has made, to be read and written: no symbolic link is followed.
///
/// # Errors
/// There is none, or it is a link, or no regular file.
pub(crate) fn open_own(path: &Path) -> io::Result<File> {
    open_unfollowed(path, OpenOptions::new().read(true).write(true))
}

/// The same, made for its owner alone if there is none.
pub(crate) fn open_or_make_own(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    open_unfollowed(path, &mut options)
}

fn open_unfollowed(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_symlink() => return Err(not_followed()),
        Ok(there) => check(&there)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::OFlags;
        let unfollowed = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, unfollowed.bits().cast_signed());
    }
    let file = options.open(path)?;
    check(&file.metadata()?)?;
    Ok(file)
}

/// What the system says of a link that is not to be followed.
fn not_followed() -> io::Error {
    #[cfg(target_os = "linux")]
    return rustix::io::Errno::LOOP.into();
    #[cfg(not(target_os = "linux"))]
    ErrorKind::NotSeekable.into()
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
