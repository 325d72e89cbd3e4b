//! One more copy of the record in a folder a person named, such as that of a USB stick.
//!
//! It follows on a thread of its own and holds up nothing: a stick may be slow, or pulled out. The copy is a
//! session file under the session's own name, not JSON Lines: it opens, verifies and is read by any tool as it
//! is, and written in place inside a reserve it survived every power cut on FAT, which sticks have.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::record::lines::Lines;
use crate::record::scan::{Tail, scan};
use crate::store::atomic::put_over;
use crate::store::places::Place;
use crate::store::public_file::PublicFile;
use crate::store::read::contents;
use crate::store::replica::{Replica, StoreError};
use crate::store::storage::{Access, Storage, folder_of, lock_within};

/// How long a folder that took nothing is left alone before it is tried again.
const BETWEEN_TRIES: Duration = Duration::from_secs(1);
/// How long leaving waits for the copy to catch up.
const LAST_WAIT: Duration = Duration::from_secs(3);

/// A copy that follows.
pub(crate) struct Follower {
    pub(crate) folder: PathBuf,
    orders: Sender<Work>,
    /// Disconnected when the thread has ended.
    ended: Receiver<()>,
    shared: Arc<Mutex<CopyProgress>>,
}

enum Work {
    /// Lines of events, as the public file has them.
    Append(Vec<u8>),
    Leave {
        closed: bool,
    },
}

/// How far the copy is.
#[derive(Default)]
struct CopyProgress {
    /// The length of the lines it holds.
    held: usize,
    trouble: Option<Arc<StoreError>>,
}

/// The copy, on its own thread.
struct Copying {
    storage: Arc<dyn Storage>,
    folder: PathBuf,
    /// The session's own file, after which the copy is named.
    session: PathBuf,
    lines: Lines,
    replica: Option<PublicFile>,
    held: usize,
    /// The folder was a drive's own, as its first copy was found or made.
    was_a_drive: bool,
}

impl Follower {
    /// Begins with these lines; an earlier copy in the folder is caught up.
    pub(crate) fn new(
        storage: Arc<dyn Storage>,
        folder: PathBuf,
        session: PathBuf,
        lines: Lines,
    ) -> Self {
        let (orders, given) = channel();
        let (alive, ended) = channel();
        let shared = Arc::new(Mutex::new(CopyProgress::default()));
        let progress = Arc::clone(&shared);
        let copying = Copying {
            storage,
            folder: folder.clone(),
            session,
            lines,
            replica: None,
            held: 0,
            was_a_drive: false,
        };
        thread::spawn(move || {
            copying.follow(&given, &progress);
            drop(alive);
        });
        Self { folder, orders, ended, shared }
    }

    /// Gives the thread what was acknowledged.
    pub(crate) fn append(&self, lines: &[u8]) {
        // Without its thread it stays behind, and says so.
        let _ = self.orders.send(Work::Append(lines.to_vec()));
    }

    /// How many bytes of the lines the copy holds, and why not all.
    pub(crate) fn progress(&self) -> (usize, Option<Arc<StoreError>>) {
        let progress = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        (progress.held, progress.trouble.clone())
    }

    /// Waits a moment for it to catch up, and ends it.
    pub(crate) fn leave(self, closed: bool) {
        let _ = self.orders.send(Work::Leave { closed });
        // Returns as soon as the thread drops its side.
        let _ = self.ended.recv_timeout(LAST_WAIT);
    }
}

impl Copying {
    fn follow(mut self, given: &Receiver<Work>, progress: &Mutex<CopyProgress>) {
        loop {
            let trouble = self.catch_up().err().map(Arc::new);
            let is_behind = trouble.is_some();
            {
                let mut progress = progress.lock().unwrap_or_else(PoisonError::into_inner);
                *progress = CopyProgress { held: self.held, trouble };
            }
            let order = match is_behind {
                true => given.recv_timeout(BETWEEN_TRIES),
                false => given.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(Work::Append(lines)) => self.lines.append(&lines),
                Ok(Work::Leave { closed }) => {
                    let caught_up = self.catch_up().is_ok();
                    if let Some(replica) = self.replica.take().filter(|_| caught_up) {
                        // A copy that is not tidied is as good as before.
                        let _ = Box::new(replica).leave(closed);
                    }
                    return;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Writes what the copy lacks, into the file that is there or a new one.
    fn catch_up(&mut self) -> Result<(), StoreError> {
        if self.replica.is_none() {
            self.find_or_create()?;
        }
        let due = self.lines.behind(self.held);
        if due.is_empty() {
            return Ok(());
        }
        let Some(replica) = &mut self.replica else { return Err(StoreError::Gone) };
        let written = replica.append(due);
        match written {
            Ok(()) => self.held = self.lines.length(),
            Err(_) => self.replica = None,
        }
        written
    }

    /// Takes the file of an earlier time when it holds nothing but what we hold; one with other events
    /// is left alone, and the next name taken.
    fn find_or_create(&mut self) -> Result<(), StoreError> {
        let real = |path: &Path| self.storage.real(path).ok();
        let own = real(folder_of(&self.session));
        if own.is_some() && real(&self.folder) == own {
            return Err(StoreError::OwnFolder);
        }
        let is_a_drive = self.is_a_drive();
        if self.was_a_drive && !is_a_drive {
            return Err(StoreError::DriveGone);
        }
        for path in Place::named(&self.folder, &self.session).paths() {
            let found = match self.storage.identity(&path).is_ok() {
                true => self.reopened(&path)?,
                false => {
                    let storage = Arc::clone(&self.storage);
                    let created = PublicFile::created(storage, path, &self.lines)?;
                    Some((created, self.lines.length()))
                }
            };
            if let Some((replica, held)) = found {
                (self.replica, self.held) = (Some(replica), held);
                self.was_a_drive = is_a_drive;
                return Ok(());
            }
        }
        Err(StoreError::Replaced)
    }

    /// Whether the folder is where a drive is mounted: once that is pulled out, an empty folder of another
    /// disk stands there, and a copy in it would be none of the drive's.
    fn is_a_drive(&self) -> bool {
        let device = |path: &Path| self.storage.identity(path).ok().map(|there| there.file.0);
        device(&self.folder) != device(&self.folder.join(".."))
    }

    fn reopened(&self, path: &Path) -> Result<Option<(PublicFile, usize)>, StoreError> {
        if self.is_the_session(path) {
            return Ok(None);
        }
        let Some((end, is_clean)) = self.own_lines_in(path)? else { return Ok(None) };
        if !is_clean {
            put_over(self.storage.as_ref(), path, &self.lines.public()).map_err(StoreError::Io)?;
        }
        let file = self.storage.open(path, Access::ReadAndWrite).map_err(StoreError::Io)?;
        let (bytes, _) =
            contents(self.storage.as_ref(), file.as_ref()).map_err(|_| StoreError::Unread)?;
        let end = if is_clean { end } else { self.lines.length() };
        let storage = Arc::clone(&self.storage);
        Ok(Some((PublicFile::new(storage, path.to_owned(), file, &bytes, end), end)))
    }

    /// Whether a link leads from there to the session's own file: that would be no further copy.
    fn is_the_session(&self, path: &Path) -> bool {
        let identity = |path| self.storage.identity(path).ok();
        let own = identity(&self.session);
        own.is_some_and(|own| identity(path).is_some_and(|there| there.is_same_file(own)))
    }

    /// Where the lines in the file end, and whether it can be appended to as it is; `None` when it holds
    /// anything that we do not.
    fn own_lines_in(&self, path: &Path) -> Result<Option<(usize, bool)>, StoreError> {
        let file = self.storage.open(path, Access::ReadAndWrite).map_err(StoreError::Io)?;
        if !lock_within(file.as_ref()) {
            return Err(StoreError::Busy);
        }
        let Ok((bytes, None)) = contents(self.storage.as_ref(), file.as_ref()) else {
            return Err(StoreError::Unread);
        };
        let Ok(scan) = scan(&bytes) else { return Ok(None) };
        let theirs = Lines::of(bytes, scan.end);
        let is_torn = matches!(scan.tail, Tail::Torn { .. });
        if theirs.header() != self.lines.header()
            || !self.lines.begin_with(&theirs)
            || !(is_torn || scan.tail == Tail::Clean)
        {
            return Ok(None);
        }
        let is_same = self.lines.up_to(theirs.length()).is_same(&theirs);
        Ok(Some((scan.end, is_same && !is_torn)))
    }
}
