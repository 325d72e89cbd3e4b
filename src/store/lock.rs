//! One writer for one session: the lock in the person's state folder, else beside the session's file.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::record::header::SessionId;
use crate::store::disk::Disk;
use crate::store::regular::{open_or_make_own, open_to_read};
use crate::store::state_folder::{StateFolder, StateTrouble};
use crate::store::storage::{Storage, StoredFile, folder_of, read_from, write_all_at};

/// How long the lock is tried before another program is believed to write.
const MOMENT: Duration = Duration::from_millis(200);
const PAUSE: Duration = Duration::from_millis(5);

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
            user: user.unwrap_or_else(account),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
            file,
        }
    }
}

/// The account by its number, where the environment does not name it.
fn account() -> String {
    #[cfg(target_os = "linux")]
    return format!("uid {}", rustix::process::getuid().as_raw());
    #[cfg(not(target_os = "linux"))]
    "?".to_owned()
}

/// Held until it is dropped; the system frees it when the process ends, however that happens.
#[derive(Debug)]
pub struct Lock {
    folder: StateFolder,
    id: SessionId,
    /// The lock in the state folder, which the black box is written under.
    in_state: Option<File>,
    /// A lock beside the session's file, which is removed when the writing ends. Where neither can be made, only
    /// the file itself is looked at.
    beside: Option<LockBeside>,
    /// Where the session's file was when it was written before.
    pub(crate) usual: Option<PathBuf>,
    /// What is wrong with the state folder.
    pub(crate) trouble: Option<StateTrouble>,
}

#[derive(Debug)]
struct LockBeside {
    file: File,
    path: PathBuf,
}

/// Another program writes; which, if the lock file says so.
#[derive(Debug)]
pub(crate) struct HeldByOther(pub(crate) Option<Holder>);

impl Lock {
    /// The system's lock decides, not the file's being there: one left by a crash is no obstacle.
    ///
    /// A state folder that cannot be used does not stop the record: the lock stands beside `session` then.
    pub(crate) fn take(
        folder: &StateFolder,
        id: &SessionId,
        session: &Path,
    ) -> Result<Self, HeldByOther> {
        check_free(&beside(session))?;
        let private = folder.make().map(|()| folder.make_private());
        let taken = private.and_then(|trouble| Ok((trouble, in_state(folder, id)?)));
        let (in_state, beside, trouble) = match taken {
            Ok((_, Err(holder))) => return Err(HeldByOther(holder)),
            Ok((trouble, Ok(file))) => (Some(file), None, trouble),
            Err(why) => {
                let beside = Self::take_beside(session)?;
                let trouble = unusable(folder, id, why, beside.is_some());
                (None, beside, Some(trouble))
            }
        };
        let usual = in_state.as_ref().and_then(holder).and_then(|holder| holder.file);
        let (folder, id) = (folder.clone(), id.clone());
        let lock = Self { folder, id, in_state, beside, usual, trouble };
        lock.note(lock.usual.clone());
        Ok(lock)
    }

    /// Whether the black box may be written: the lock in the state folder is held, or can be taken by now.
    pub(crate) fn covers_the_black_box(&mut self) -> bool {
        if self.in_state.is_none() {
            let taken = self.folder.make().and_then(|()| in_state(&self.folder, &self.id));
            self.in_state = taken.ok().and_then(Result::ok);
        }
        self.in_state.is_some()
    }

    fn take_beside(session: &Path) -> Result<Option<LockBeside>, HeldByOther> {
        let path = beside(session);
        loop {
            let Ok(file) = open_or_make_own(&path) else { return Ok(None) };
            let Ok(taken) = locked(file) else { return Ok(None) };
            let file = taken.map_err(HeldByOther)?;
            // A program that ended meanwhile has removed it: then this lock is on a file without a name.
            let ours = StoredFile::identity(&file).ok();
            if Disk::DEFAULT.identity(&path).ok().is_some_and(|there| Some(there) == ours) {
                return Ok(Some(LockBeside { file, path }));
            }
        }
    }

    /// Writes where the session's file is. On a full disk the lock is held all the same.
    pub(crate) fn note(&self, path: Option<PathBuf>) {
        let known = path.filter(|path| path.to_str().is_some());
        let Ok(mut line) = serde_json::to_vec(&Holder::this_process(known)) else { return };
        line.push(b'\n');
        let beside = self.beside.as_ref().map(|beside| &beside.file);
        self.in_state.iter().chain(beside).for_each(|file| write_over(file, &line));
    }
}

/// Written over what is there, then cut: a file emptied and written again is flushed by some file systems at
/// once, and every sync until then waits for it.
fn write_over(file: &File, line: &[u8]) {
    let written = write_all_at(file, line, 0).and_then(|()| file.set_len(line.len() as u64));
    // Synced, as `recover` looks here for the session of a file whose first page is lost. On a full
    // disk the lock is held all the same.
    let _ = written.and_then(|()| file.sync_all());
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            // One that stays is no obstacle: the system has freed it.
            let _ = fs::remove_file(&beside.path);
        }
    }
}

/// The lock in the state folder, else who has it.
fn in_state(folder: &StateFolder, id: &SessionId) -> io::Result<Result<File, Option<Holder>>> {
    locked(open_or_make_own(&folder.lock_of(id))?)
}

fn unusable(folder: &StateFolder, id: &SessionId, why: io::Error, is_locked: bool) -> StateTrouble {
    let lock = folder.lock_of(id);
    let is_odd = fs::symlink_metadata(&lock).is_ok_and(|there| !there.is_file());
    let folder = folder.path().to_owned();
    StateTrouble::Unusable { folder, lock: is_odd.then_some(lock), why, is_locked }
}

/// Where a session is locked when the state folder cannot be used.
pub(crate) fn beside(session: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(session.file_name().unwrap_or_default());
    name.push(".lock");
    folder_of(session).join(name)
}

/// The file, locked; else who has it. A program that looks whether it is free (`check_free`) holds it for a
/// moment, and so does one that was just started and has not yet closed what it inherited.
fn locked(file: File) -> io::Result<Result<File, Option<Holder>>> {
    let until = Instant::now() + MOMENT;
    loop {
        match File::try_lock(&file) {
            Ok(()) => return Ok(Ok(file)),
            Err(TryLockError::WouldBlock) if Instant::now() < until => sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Ok(Err(holder(&file))),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
}

fn holder(file: &File) -> Option<Holder> {
    serde_json::from_slice(read_from(file, 0, 8192).0.trim_ascii()).ok()
}

/// An error when another program holds the lock at `path` now.
fn check_free(path: &Path) -> Result<(), HeldByOther> {
    let Ok(file) = open_to_read(path) else { return Ok(()) };
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => Err(HeldByOther(holder(&file))),
        _ => Ok(()),
    }
}

/// Who holds the lock at `path` now, where it says so.
pub(crate) fn holder_of(path: &Path) -> Option<Holder> {
    check_free(path).err()?.0
}

/// Where the lock at `path` says that the session's file is.
pub(crate) fn noted_in(path: &Path) -> Option<PathBuf> {
    holder(&open_to_read(path).ok()?)?.file
}

impl StateFolder {
    /// Who writes now to the session whose file stands at `path`, if any program does.
    pub fn holder(&self, id: &SessionId, path: &Path) -> Option<Holder> {
        holder_of(&self.lock_of(id)).or_else(|| holder_of(&beside(path)))
    }

    /// The session whose file stood at `path` when it was written last.
    pub(crate) fn session_at(&self, path: &Path) -> Option<SessionId> {
        let locks = Disk::DEFAULT.files_in(self.path()).into_iter();
        let locks = locks.filter(|lock| lock.extension().is_some_and(|end| end == "lock"));
        let was_there =
            |lock: &PathBuf| noted_in(lock).is_some_and(|noted| is_same_place(&noted, path));
        let written = |lock: &PathBuf| fs::metadata(lock).and_then(|there| there.modified()).ok();
        let lock = locks.filter(was_there).max_by_key(written)?;
        lock.file_stem()?.to_str()?.parse().ok()
    }

    /// Where the session's file was when it was written last.
    pub(crate) fn place_of(&self, id: &SessionId) -> Option<PathBuf> {
        noted_in(&self.lock_of(id))
    }
}

/// Whether two paths name the same place, whatever links lead to their folders. Nothing need stand there.
fn is_same_place(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(folder_of(path)).ok();
    one == other
        || (one.file_name() == other.file_name()
            && real(one).is_some_and(|folder| real(other) == Some(folder)))
}

#[cfg(test)]
mod tests {
    use super::{HeldByOther, Lock, SessionId, StateFolder, StateTrouble};

    #[test]
    fn a_second_writer_is_told_who_writes_and_a_stale_file_is_no_obstacle() {
        let folder = tempfile::tempdir().expect("a folder");
        let session = &folder.path().join("phien.json");
        let folder = StateFolder::at(folder.path().join("deep/state"));
        let id = SessionId::new(7);
        let first = Lock::take(&folder, &id, session).expect("free");
        match Lock::take(&folder, &id, session) {
            Err(HeldByOther(Some(holder))) => assert_eq!(holder.pid, std::process::id()),
            other => panic!("{other:?}"),
        }
        assert!(Lock::take(&folder, &SessionId::new(8), session).is_ok());
        drop(first);
        assert!(folder.lock_of(&id).exists());
        assert!(Lock::take(&folder, &id, session).is_ok());
    }

    #[test]
    fn a_program_that_only_looks_for_a_moment_keeps_no_writer_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let session = &folder.path().join("phien.json");
        let folder = StateFolder::at(folder.path().join("state"));
        let id = SessionId::new(7);
        drop(Lock::take(&folder, &id, session).expect("free"));
        let looking = std::fs::File::open(folder.lock_of(&id)).expect("there");
        looking.lock_shared().expect("locked");
        let looks = std::thread::spawn(move || {
            std::thread::sleep(super::PAUSE * 4);
            drop(looking);
        });
        assert!(Lock::take(&folder, &id, session).is_ok());
        looks.join().expect("ended");
    }

    #[test]
    fn where_the_state_folder_cannot_be_used_the_lock_stands_beside_the_file_until_it_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let session = &folder.path().join("phien.json");
        let in_the_way = folder.path().join("state");
        std::fs::write(&in_the_way, "a file").expect("written");
        let state = StateFolder::at(in_the_way);
        let id = SessionId::new(7);
        let lock = Lock::take(&state, &id, session).expect("free");
        assert!(matches!(lock.trouble, Some(StateTrouble::Unusable { .. })), "{:?}", lock.trouble);
        let beside = folder.path().join(".phien.json.lock");
        assert!(beside.exists());
        assert!(matches!(Lock::take(&state, &id, session), Err(HeldByOther(Some(_)))));
        assert!(state.holder(&id, session).is_some());
        drop(lock);
        assert!(!beside.exists());
        assert!(Lock::take(&state, &id, session).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_is_a_link_is_not_followed_and_an_open_folder_is_closed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let session = &folder.path().join("phien.json");
        let state = StateFolder::at(folder.path().join("state"));
        let id = SessionId::new(7);
        state.make().expect("made");
        let rights = |mode| std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(state.path(), rights(0o755)).expect("opened to others");
        let precious = folder.path().join("precious");
        std::fs::write(&precious, "a letter").expect("written");
        symlink(&precious, state.lock_of(&id)).expect("a link");
        let lock = Lock::take(&state, &id, session).expect("beside the file");
        assert!(matches!(lock.trouble, Some(StateTrouble::Unusable { .. })));
        assert_eq!(std::fs::read_to_string(&precious).expect("read"), "a letter");
        drop(lock);
        std::fs::remove_file(state.lock_of(&id)).expect("removed");
        std::fs::set_permissions(state.path(), rights(0o755)).expect("opened to others");
        let lock = Lock::take(&state, &id, session).expect("free");
        assert!(matches!(lock.trouble, Some(StateTrouble::WasOpen { .. })));
        let mode = std::fs::metadata(state.path()).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
