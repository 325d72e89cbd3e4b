//! What the standard library says differently on each system: positioned writes, identity, folder sync.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Writes all of `bytes` at `offset`; goes on after an interruption or a short write.
pub(super) fn write_all_at(file: &File, mut bytes: &[u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match write_at(file, bytes, offset) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(written) => {
                bytes = bytes.get(written..).unwrap_or_default();
                offset += written as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Reads exactly `length` bytes at `offset`.
pub(super) fn read_at(file: &File, length: usize, offset: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    let mut filled = 0;
    while filled < length {
        match read_some_at(file, &mut bytes[filled..], offset + filled as u64) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(bytes)
}

/// The folder a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes a rename in the folder of `path` durable.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => File::open(folder_of(path))?.sync_all(),
        false => Ok(()),
    }
}

#[cfg(unix)]
mod system {
    use super::{File, Metadata, io};
    use std::os::unix::fs::{FileExt, MetadataExt};

    pub(in super::super) fn write_at(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
        file.write_at(bytes, offset)
    }

    pub(in super::super) fn read_some_at(
        file: &File,
        bytes: &mut [u8],
        offset: u64,
    ) -> io::Result<usize> {
        file.read_at(bytes, offset)
    }

    pub(in super::super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
        one.dev() == other.dev() && one.ino() == other.ino()
    }
}

#[cfg(windows)]
mod system {
    use super::{File, Metadata, io};
    use std::os::windows::fs::{FileExt, MetadataExt};

    pub(in super::super) fn write_at(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
        file.seek_write(bytes, offset)
    }

    pub(in super::super) fn read_some_at(
        file: &File,
        bytes: &mut [u8],
        offset: u64,
    ) -> io::Result<usize> {
        file.seek_read(bytes, offset)
    }

    pub(in super::super) fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
        one.creation_time() == other.creation_time()
    }
}

pub(super) use system::is_same_file;
use system::{read_some_at, write_at};
