//! What the record asks of a disk; a test puts another in its place that fails or loses power.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A disk, by paths.
///
/// Everything that is written for a session goes through here: the public file, the black box, what is
/// kept beside them. [`Disk`](super::Disk) is the one of this machine.
pub trait Storage: Send + Sync {
    /// Opens a file that is there.
    ///
    /// # Errors
    /// As the system says.
    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn StoredFile>>;

    /// Makes a new empty file, readable by its owner alone, else with the mode of the file at `like`.
    ///
    /// # Errors
    /// `AlreadyExists` when anything at all has the name, a dangling link too.
    fn create(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn StoredFile>>;

    /// Which file stands at `path`, and how long it is.
    ///
    /// # Errors
    /// `NotFound` when none does.
    fn identity(&self, path: &Path) -> io::Result<FileIdentity>;

    /// The largest file that is read, in bytes.
    fn read_limit(&self) -> u64 {
        64 * 1024 * 1024
    }

    /// Where the file at `path` really stands, links followed.
    ///
    /// # Errors
    /// As the system says.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;

    /// Puts the file at `from` in the place of whatever stands at `to`, in one step.
    ///
    /// # Errors
    /// Nothing has changed then.
    fn rename_over(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts the file at `from` at `to`, where nothing may stand.
    ///
    /// # Errors
    /// `AlreadyExists` when something does.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// The files in a folder; none when it cannot be read.
    fn files_in(&self, folder: &Path) -> Vec<PathBuf>;

    /// # Errors
    /// As the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Makes a folder with all above it, for its owner alone; one that is there is well.
    ///
    /// # Errors
    /// As the system says.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Makes what was created or renamed in `folder` durable.
    ///
    /// # Errors
    /// As the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Read,
    ReadAndWrite,
    /// The same, of what the program itself has made: no link is followed.
    Own,
}

/// An open file. Writing never moves it and never shortens it.
pub trait StoredFile: Send + Sync {
    /// As many bytes as the system gives at once; 0 at the end.
    ///
    /// # Errors
    /// As the system says.
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize>;

    /// As many bytes as the system takes at once.
    ///
    /// # Errors
    /// As the system says.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize>;

    /// Which file it is, wherever it stands, and how long.
    ///
    /// # Errors
    /// As the system says.
    fn identity(&self) -> io::Result<FileIdentity>;

    /// Makes its bytes, and the length they need, durable.
    ///
    /// # Errors
    /// Whether they are durable cannot be known any more, nor by asking again.
    fn sync_data(&self) -> io::Result<()>;

    /// Makes everything about it durable.
    ///
    /// # Errors
    /// As [`StoredFile::sync_data`].
    fn sync_all(&self) -> io::Result<()>;

    /// Takes the advisory lock on the file, unless another program has it: false then. Readers do not ask
    /// for it. Where there is no such lock, it is always granted.
    fn try_lock(&self) -> bool {
        true
    }

    /// Gives the advisory lock back; it also goes with the file.
    fn unlock(&self) {}
}

/// How long a lock is waited for that another program holds while it writes a line.
const LOCK_PATIENCE: Duration = Duration::from_secs(3);
const LOCK_PAUSE: Duration = Duration::from_millis(2);

/// Takes the advisory lock on the file; false when another program does not let go of it.
pub(crate) fn lock_within(file: &dyn StoredFile) -> bool {
    let until = Instant::now() + LOCK_PATIENCE;
    loop {
        if file.try_lock() {
            return true;
        }
        if Instant::now() > until {
            return false;
        }
        sleep(LOCK_PAUSE);
    }
}

/// Which file it is and how long, and nothing of its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    /// Device and number; where a system has no such thing, whatever tells files apart.
    pub file: (u64, u64),
    pub size: u64,
}

impl FileIdentity {
    pub fn is_same_file(self, other: Self) -> bool {
        self.file == other.file
    }
}

/// How much is read at once.
const CHUNK: usize = 1024 * 1024;

/// Writes all of `bytes` at `offset`; goes on after an interruption or a short write.
pub(crate) fn write_all_at(
    file: &dyn StoredFile,
    mut bytes: &[u8],
    mut offset: u64,
) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write_at(bytes, offset) {
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
pub(crate) fn read_exactly(
    file: &dyn StoredFile,
    length: usize,
    offset: u64,
) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    let mut filled = 0;
    while filled < length {
        match file.read_at(&mut bytes[filled..], offset + filled as u64) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(bytes)
}

/// Reads on from `offset` to the end, or one byte past `limit`; what came before a failure is kept.
pub(crate) fn read_from(
    file: &dyn StoredFile,
    offset: u64,
    limit: u64,
) -> (Vec<u8>, Option<io::Error>) {
    let size = file.identity().map_or(0, |there| there.size.saturating_sub(offset)).min(limit);
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX)).is_err() {
        return (bytes, Some(ErrorKind::OutOfMemory.into()));
    }
    loop {
        let filled = bytes.len();
        let rest = usize::try_from(limit.saturating_add(1) - filled as u64).unwrap_or(CHUNK);
        if rest == 0 {
            return (bytes, None);
        }
        let step = (bytes.capacity() - filled).clamp(4096, CHUNK).min(rest);
        bytes.resize(filled + step, 0);
        let read = file.read_at(&mut bytes[filled..], offset + filled as u64);
        bytes.truncate(filled + read.as_ref().map_or(0, |read| *read));
        match read {
            Ok(0) => return (bytes, None),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return (bytes, Some(error)),
        }
    }
}

/// The folder a file stands in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
