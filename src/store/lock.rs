//! One writer for one session: the lock in the person's state folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use crate::record::header::SessionId;
use crate::store::disk::Disk;
use crate::store::storage::{Storage, read_from, write_all_at};

/// Where the program keeps what is nobody's document: locks and drafts.
#[derive(Clone, Debug)]
pub struct StateFolder(PathBuf);

impl StateFolder {
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// `$XDG_STATE_HOME/doithoai`, else where this system keeps such things.
    ///
    /// # Errors
    /// The person has no home folder.
    pub fn of_this_person() -> io::Result<Self> {
        let strategy = etcetera::choose_base_strategy().map_err(io::Error::other)?;
        let base = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
        Ok(Self(base.join("doithoai")))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes the folder, readable by its owner alone.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make(&self) -> io::Result<()> {
        Disk.make_folder(&self.0)
    }

    /// Who writes to the session now, if anybody does.
    pub fn holder(&self, id: &SessionId) -> Option<Holder> {
        let file = File::open(self.lock_of(id)).ok()?;
        match file.try_lock_shared() {
            Err(TryLockError::WouldBlock) => holder(&file),
            _ => None,
        }
    }

    /// Where the black box of a session is.
    pub fn black_box(&self, id: &SessionId) -> PathBuf {
        self.0.join(format!("{id}.jsonl"))
    }

    /// Every black box in the folder.
    pub(crate) fn black_boxes(&self, storage: &dyn Storage) -> Vec<PathBuf> {
        let paths = storage.files_in(&self.0).into_iter();
        let is_box = |path: &PathBuf| path.extension().is_some_and(|end| end == "jsonl");
        let mut boxes: Vec<PathBuf> = paths.filter(is_box).collect();
        boxes.sort();
        boxes
    }

    /// The session whose file stood at `path` when it was written last.
    pub(crate) fn session_at(&self, path: &Path) -> Option<SessionId> {
        let there = std::fs::read_dir(&self.0).into_iter().flatten().flatten();
        let locks = there.map(|entry| entry.path());
        let mut locks = locks.filter(|lock| lock.extension().is_some_and(|end| end == "lock"));
        let lock = locks.find(|lock| {
            let noted = File::open(lock).ok().and_then(|file| holder(&file));
            noted.and_then(|holder| holder.file).is_some_and(|file| file == path)
        })?;
        lock.file_stem()?.to_str()?.parse().ok()
    }

    pub(crate) fn lock_of(&self, id: &SessionId) -> PathBuf {
        self.0.join(format!("{id}.lock"))
    }
}

/// Who writes, as the lock file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub pid: u32,
    pub user: String,
    pub host: String,
    /// Where the session's file was when it was written last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
}

impl Holder {
    fn this_process(file: Option<PathBuf>) -> Self {
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        Self {
            pid: std::process::id(),
            user: user.unwrap_or_else(|| "?".to_owned()),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            file,
        }
    }
}

/// Held while it lives; the system frees it when the process ends, however that comes about.
#[derive(Debug)]
pub struct Lock {
    file: File,
    /// Where the session's file was when it was written before.
    pub(crate) usual: Option<PathBuf>,
}

/// Why there is no lock.
#[derive(Debug)]
pub(crate) enum LockError {
    /// Somebody writes; who, if the lock file says so.
    Held(Option<Holder>),
    Io(io::Error),
}

impl From<io::Error> for LockError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Lock {
    /// The system's lock decides, not the file's being there: one left by a crash is no obstacle.
    pub(crate) fn take(folder: &StateFolder, id: &SessionId) -> Result<Self, LockError> {
        folder.make()?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(folder.lock_of(id))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held(holder(&file))),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let usual = holder(&file).and_then(|holder| holder.file);
        let lock = Self { file, usual };
        lock.note(lock.usual.clone());
        Ok(lock)
    }

    /// Says where the session's file is. On a full disk the lock holds though nothing is said.
    pub(crate) fn note(&self, path: Option<PathBuf>) {
        let Ok(mut line) = serde_json::to_vec(&Holder::this_process(path)) else { return };
        line.push(b'\n');
        // Over what is there, and cut then: a file emptied and written again is flushed by some file
        // systems at once, and every sync until then waits for it.
        let said = write_all_at(&self.file, &line, 0);
        let _ = said.and_then(|()| self.file.set_len(line.len() as u64));
    }
}

fn holder(file: &File) -> Option<Holder> {
    serde_json::from_slice(read_from(file, 0, 8192).0.trim_ascii()).ok()
}

#[cfg(test)]
mod tests {
    use super::{Lock, LockError, SessionId, StateFolder};

    #[test]
    fn a_second_writer_is_told_who_writes_and_a_stale_file_is_no_obstacle() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = StateFolder::at(folder.path().join("deep/state"));
        let id = SessionId::new(7);
        let first = Lock::take(&folder, &id).expect("free");
        match Lock::take(&folder, &id) {
            Err(LockError::Held(Some(holder))) => assert_eq!(holder.pid, std::process::id()),
            other => panic!("{other:?}"),
        }
        assert!(Lock::take(&folder, &SessionId::new(8)).is_ok());
        drop(first);
        assert!(folder.lock_of(&id).exists());
        assert!(Lock::take(&folder, &id).is_ok());
    }
}
