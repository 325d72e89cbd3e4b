//! The disk of this machine: what the standard library says differently on each system.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::store::regular::{open_own, open_to_read, open_to_write};
use crate::store::storage::{Access, FileIdentity, Storage, StoredFile};

/// The file systems of this machine.
#[derive(Clone, Copy, Debug)]
pub struct Disk {
    limit: u64,
}

impl Disk {
    /// Reads files of up to 64 MiB: about a hundred thousand events.
    pub const DEFAULT: Self = Self { limit: 64 * 1024 * 1024 };

    /// Reads files of up to so many bytes; memory is bounded by it.
    #[must_use]
    pub fn reading_up_to(limit: u64) -> Self {
        Self { limit }
    }

    /// Bytes of one file that are read.
    #[must_use]
    pub fn limit(self) -> u64 {
        self.limit
    }
}

impl Storage for Disk {
    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn StoredFile>> {
        Ok(Box::new(match access {
            Access::Read => open_to_read(path)?,
            Access::ReadAndWrite => open_to_write(path)?,
            Access::Own => open_own(path)?,
        }))
    }

    fn create(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn StoredFile>> {
        let mut options = OpenOptions::new();
        // `O_EXCL`: follows no symbolic link, takes no file that is there.
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let permissions = like.map(fs::metadata).transpose()?.map(|there| there.permissions());
        let file = options.open(path)?;
        permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
        Ok(Box::new(file))
    }

    fn identity(&self, path: &Path) -> io::Result<FileIdentity> {
        identity_at(path).map_or_else(|| fs::metadata(path).map(|found| of(&found)), Ok)
    }

    fn read_limit(&self) -> u64 {
        self.limit
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn rename_over(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let renamed = TempPath::try_from_path(from)?.persist_noclobber(to).map_err(|failed| {
            // Dropped, it would be removed.
            let _ = failed.path.keep();
            failed.error
        });
        match renamed {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Not every file system (exFAT) can rename without replacing.
            Err(_) if fs::symlink_metadata(to).is_err() => fs::rename(from, to),
            renamed => renamed,
        }
    }

    fn files_in(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match cfg!(unix) {
            true => File::open(folder)?.sync_all(),
            false => Ok(()),
        }
    }
}

impl StoredFile for File {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        read_some_at(self, bytes, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        write_some_at(self, bytes, offset)
    }

    /// Where a file's times are asked for, newer systems note a new one at the very next write, and its
    /// sync takes half as long again: too much for a question that comes before every append.
    fn identity(&self) -> io::Result<FileIdentity> {
        identity_of(self).map_or_else(|| self.metadata().map(|found| of(&found)), Ok)
    }

    fn sync_data(&self) -> io::Result<()> {
        Self::sync_data(self)
    }

    fn sync_all(&self) -> io::Result<()> {
        Self::sync_all(self)
    }

    /// Only where such a lock keeps no reader out.
    #[cfg(unix)]
    fn try_lock(&self) -> bool {
        !matches!(Self::try_lock(self), Err(std::fs::TryLockError::WouldBlock))
    }

    #[cfg(unix)]
    fn unlock(&self) {
        // Closing the file gives it back in any case.
        let _ = Self::unlock(self);
    }
}

fn of(found: &Metadata) -> FileIdentity {
    FileIdentity { file: number(found), size: found.len() }
}

#[cfg(unix)]
mod system {
    use super::{File, Metadata, io};
    use std::os::unix::fs::{FileExt, MetadataExt};

    pub(crate) fn write_some_at(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
        file.write_at(bytes, offset)
    }

    pub(crate) fn read_some_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        file.read_at(bytes, offset)
    }

    pub(crate) fn number(found: &Metadata) -> (u64, u64) {
        (found.dev(), found.ino())
    }
}

#[cfg(windows)]
mod system {
    use super::{File, Metadata, io};
    use std::os::windows::fs::{FileExt, MetadataExt};

    pub(crate) fn write_some_at(file: &File, bytes: &[u8], offset: u64) -> io::Result<usize> {
        file.seek_write(bytes, offset)
    }

    pub(crate) fn read_some_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        file.seek_read(bytes, offset)
    }

    pub(crate) fn number(found: &Metadata) -> (u64, u64) {
        (0, found.creation_time())
    }
}

#[cfg(target_os = "linux")]
mod identity {
    use super::{File, FileIdentity, Path};
    use rustix::fs::{AtFlags, CWD, Statx, StatxFlags, statx};

    const ASKED: StatxFlags = StatxFlags::INO.union(StatxFlags::SIZE);

    /// `None` where the system cannot answer this; the full question then gives the error.
    pub(crate) fn identity_at(path: &Path) -> Option<FileIdentity> {
        statx(CWD, path, AtFlags::empty(), ASKED).ok().and_then(answered)
    }

    pub(crate) fn identity_of(file: &File) -> Option<FileIdentity> {
        statx(file, c"", AtFlags::EMPTY_PATH, ASKED).ok().and_then(answered)
    }

    fn answered(found: Statx) -> Option<FileIdentity> {
        let device = u64::from(found.stx_dev_major) << 32 | u64::from(found.stx_dev_minor);
        let whole = StatxFlags::from_bits_retain(found.stx_mask).contains(ASKED);
        whole.then_some(FileIdentity { file: (device, found.stx_ino), size: found.stx_size })
    }
}

#[cfg(not(target_os = "linux"))]
mod identity {
    use super::{File, FileIdentity, Path};

    pub(crate) fn identity_at(_path: &Path) -> Option<FileIdentity> {
        None
    }

    pub(crate) fn identity_of(_file: &File) -> Option<FileIdentity> {
        None
    }
}

use identity::{identity_at, identity_of};
use system::{number, read_some_at, write_some_at};
