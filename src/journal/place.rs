//! What the standard library says differently on each system: positioned writes, identity, folder sync.

use std::fs::{self, File, Metadata};
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

/// Which file it is and how long, and nothing of its times.
///
/// Where a file's times are asked for, newer systems note a new one at the very next write, and its
/// sync takes half as long again: too much for a question that comes before every append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    file: (u64, u64),
    pub(super) size: u64,
}

impl Likeness {
    /// Of the file that stands at `path` now.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        likeness_at(path).map_or_else(|| fs::metadata(path).map(|found| Self::from(&found)), Ok)
    }

    /// Of an open file, wherever it stands.
    pub(super) fn of(file: &File) -> io::Result<Self> {
        likeness_of(file).map_or_else(|| file.metadata().map(|found| Self::from(&found)), Ok)
    }

    pub(super) fn is_same_file(self, other: Self) -> bool {
        self.file == other.file
    }
}

impl From<&Metadata> for Likeness {
    fn from(found: &Metadata) -> Self {
        Self { file: identity(found), size: found.len() }
    }
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

    pub(in super::super) fn identity(found: &Metadata) -> (u64, u64) {
        (found.dev(), found.ino())
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

    pub(in super::super) fn identity(found: &Metadata) -> (u64, u64) {
        (0, found.creation_time())
    }
}

#[cfg(target_os = "linux")]
mod likeness {
    use super::{File, Likeness, Path};
    use rustix::fs::{AtFlags, CWD, Statx, StatxFlags, statx};

    const ASKED: StatxFlags = StatxFlags::INO.union(StatxFlags::SIZE);

    /// `None`: the system cannot answer so little; what is wrong is told when it is asked for all.
    pub(in super::super) fn likeness_at(path: &Path) -> Option<Likeness> {
        statx(CWD, path, AtFlags::empty(), ASKED).ok().and_then(answered)
    }

    pub(in super::super) fn likeness_of(file: &File) -> Option<Likeness> {
        statx(file, c"", AtFlags::EMPTY_PATH, ASKED).ok().and_then(answered)
    }

    fn answered(found: Statx) -> Option<Likeness> {
        let device = u64::from(found.stx_dev_major) << 32 | u64::from(found.stx_dev_minor);
        let whole = StatxFlags::from_bits_retain(found.stx_mask).contains(ASKED);
        whole.then_some(Likeness { file: (device, found.stx_ino), size: found.stx_size })
    }
}

#[cfg(not(target_os = "linux"))]
mod likeness {
    use super::{File, Likeness, Path};

    pub(in super::super) fn likeness_at(_path: &Path) -> Option<Likeness> {
        None
    }

    pub(in super::super) fn likeness_of(_file: &File) -> Option<Likeness> {
        None
    }
}

use likeness::{likeness_at, likeness_of};
use system::{identity, read_some_at, write_at};
