//! All copies of one record. An event is acknowledged as soon as one of them holds it.
//!
//! The copies are written one after the other and never at the same time: a page that is torn or goes bad
//! while it is written can take earlier lines with it, and then the other copy is whole. The first that
//! takes a batch acknowledges it; the others follow in [`Replicas::replicate`], at the latest before the
//! next batch begins.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::lines::Lines;
use crate::record::log::Batch;
use crate::record::scan::scan;
use crate::session::event::{Event, Recorded};
use crate::store::black_box::BlackBox;
use crate::store::follower::Follower;
use crate::store::places::Place;
use crate::store::public_file::PublicFile;
use crate::store::read::contents;
use crate::store::replica::{Replica, StoreError};
use crate::store::replication::{Relocation, ReplicaKind, ReplicaStatus, Replication};
use crate::store::storage::{Access, Storage, folder_of, lock_within};

/// New files in a row that take no line, after which only the black box is written: a disk on which every
/// file fails at its first line would be filled with them.
const MOST_FAILED_FILES: usize = 3;

/// The public file's place in the list; it is written first while it takes lines, as other accounts see it.
const FILE: usize = 0;
const BLACK_BOX: usize = 1;

/// The copies, the public file first.
pub(crate) struct Replicas {
    storage: Arc<dyn Storage>,
    /// Where the public file stands now.
    path: PathBuf,
    /// Where it stood when it was opened: a new one is called after it.
    home: PathBuf,
    box_path: PathBuf,
    lines: Lines,
    slots: Vec<Slot>,
    /// Further copies, each on a thread of its own.
    followers: Vec<Follower>,
    /// Why no copy took the last batch.
    refused: Option<Arc<StoreError>>,
    relocation: Option<Relocation>,
    /// New files since one last took a line: each could be made, none could be appended to.
    failed_files: usize,
    /// The batch under way says where the record continues.
    records_relocation: bool,
    /// Whether the lock is held that the black box is written under.
    has_box_lock: bool,
}

/// One copy, and how much it holds of the lines.
struct Slot {
    kind: ReplicaKind,
    /// `None` once nothing may be written to it any more.
    replica: Option<Box<dyn Replica>>,
    /// The length of the lines that it holds.
    held: usize,
    trouble: Option<Arc<StoreError>>,
}

impl Slot {
    fn of(kind: ReplicaKind, replica: Result<Box<dyn Replica>, StoreError>, held: usize) -> Self {
        let (replica, trouble) = match replica {
            Ok(replica) => (Some(replica), None),
            Err(error) => (None, Some(Arc::new(error))),
        };
        Self { kind, replica, held, trouble }
    }

    fn holds_all(&self, lines: &Lines) -> bool {
        self.replica.is_some() && self.held == lines.length()
    }

    fn status(&self, lines: &Lines) -> ReplicaStatus {
        ReplicaStatus {
            kind: self.kind.clone(),
            holds_all: self.holds_all(lines),
            why: self.trouble.clone(),
        }
    }

    /// Gives it what it lacks; whether it holds everything now.
    fn catch_up(&mut self, lines: &Lines) -> bool {
        let Some(replica) = &mut self.replica else { return false };
        if self.held == lines.length() {
            return true;
        }
        let written = replica.append(lines.behind(self.held));
        self.note(written, lines)
    }

    fn note(&mut self, written: Result<(), StoreError>, lines: &Lines) -> bool {
        match written {
            Ok(()) => {
                self.held = lines.length();
                self.trouble = None;
                true
            }
            Err(error) => {
                if !error.passes() {
                    self.replica = None;
                }
                self.trouble = Some(Arc::new(error));
                false
            }
        }
    }

    fn why(&self) -> Arc<StoreError> {
        self.trouble.clone().unwrap_or_else(|| Arc::new(StoreError::Poisoned))
    }
}

fn black_box_at(path: &Path) -> ReplicaKind {
    ReplicaKind::BlackBox(folder_of(path).to_owned())
}

impl Replicas {
    pub(crate) fn new(
        storage: Arc<dyn Storage>,
        path: PathBuf,
        file: Box<dyn Replica>,
        box_path: PathBuf,
        black_box: Result<BlackBox, StoreError>,
        lines: Lines,
    ) -> Self {
        let held = lines.length();
        let black_box = black_box.map(|black_box| -> Box<dyn Replica> { Box::new(black_box) });
        let slots = vec![
            Slot::of(ReplicaKind::PublicFile, Ok(file), held),
            Slot::of(black_box_at(&box_path), black_box, held),
        ];
        Self {
            storage,
            home: path.clone(),
            path,
            box_path,
            lines,
            slots,
            followers: Vec::new(),
            refused: None,
            relocation: None,
            failed_files: 0,
            records_relocation: false,
            has_box_lock: false,
        }
    }

    /// The lock is held that the black box is written under.
    pub(crate) fn may_write_black_box(&mut self) {
        self.has_box_lock = true;
    }

    pub(crate) fn replication(&self) -> Replication {
        let slots = self.slots.iter().map(|slot| slot.status(&self.lines));
        let followers = self.followers.iter().map(|follower| {
            let (held, why) = follower.progress();
            let kind = ReplicaKind::Copy(follower.folder.clone());
            ReplicaStatus { kind, holds_all: held == self.lines.length(), why }
        });
        Replication { replicas: slots.chain(followers).collect(), refused: self.refused.clone() }
    }

    /// Keeps one more copy in a folder; nothing new when there is one already.
    pub(crate) fn add_copy(&mut self, folder: &Path) {
        if self.followers.iter().all(|follower| follower.folder != folder) {
            let (storage, folder) = (Arc::clone(&self.storage), folder.to_owned());
            let (home, lines) = (self.home.clone(), self.lines.clone());
            self.followers.push(Follower::new(storage, folder, home, lines));
        }
    }

    /// Where the record continues, if it moved since the last call.
    pub(crate) fn take_relocation(&mut self) -> Option<Relocation> {
        self.relocation.take()
    }

    /// Makes the batch durable in one copy; [`Replicas::replicate`] brings it to the others.
    ///
    /// # Errors
    /// No copy took the batch, old or new: it is not acknowledged.
    pub(crate) fn append(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let tells = |recorded: &Recorded| matches!(recorded.event, Event::FailedOver(_));
        self.records_relocation = batch.events().iter().any(tells);
        self.replicate();
        let before = self.lines.length();
        self.lines.push(batch);
        let taken = self.write().and_then(|taken| match taken {
            true => Ok(()),
            false if self.renew(FILE) || self.renew(BLACK_BOX) => Ok(()),
            false => Err(StoreError::InNoCopy(self.slots[FILE].why())),
        });
        match taken {
            Ok(()) => {
                self.refused = None;
                let added = self.lines.behind(before);
                self.followers.iter().for_each(|follower| follower.append(added));
            }
            Err(_) => self.lines.shorten(before),
        }
        if let Err(StoreError::InNoCopy(why)) = &taken {
            self.refused = Some(Arc::clone(why));
        }
        taken
    }

    /// Writes to the first copy that takes it; whether one did.
    fn write(&mut self) -> Result<bool, StoreError> {
        for place in 0..self.slots.len() {
            if self.slots[place].catch_up(&self.lines) {
                if place == FILE {
                    self.failed_files = 0;
                }
                return Ok(true);
            }
            if place == FILE {
                self.stop_if_overtaken()?;
            }
        }
        Ok(false)
    }

    /// Gives each copy what it lacks, and puts new ones in the place of those that are lost: what may
    /// have become possible meanwhile.
    pub(crate) fn replicate(&mut self) {
        for place in 0..self.slots.len() {
            let lacked = !self.slots[place].holds_all(&self.lines);
            let caught_up = self.slots[place].catch_up(&self.lines);
            if place == FILE && lacked && !caught_up && self.stop_if_overtaken().is_err() {
                return;
            }
            let healed = (lacked && caught_up) || (!caught_up && self.renew(place));
            if healed {
                self.refused = None;
            }
        }
    }

    /// Continues in a folder that a person named.
    ///
    /// # Errors
    /// No file can be made there.
    pub(crate) fn move_to(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.slots[FILE].catch_up(&self.lines);
        self.stop_if_overtaken()?;
        let why = self.slots[FILE].why();
        self.failed_files = 0;
        self.continue_in(&Place::named(folder, &self.home), &why)?;
        self.refused = None;
        self.replicate();
        Ok(())
    }

    /// An error when another writer has continued the session: the lock is seen by neither other machines nor
    /// other accounts. A file that another program holds just now is not replaced either.
    fn stop_if_overtaken(&mut self) -> Result<(), StoreError> {
        match self.slots[FILE].trouble.as_deref() {
            Some(StoreError::Busy) => Err(StoreError::Busy),
            Some(StoreError::Replaced | StoreError::Changed) => self.compare_with_the_file_there(),
            _ => Ok(()),
        }
    }

    /// An error when the file at the path holds events of this session that we did not write. It is read
    /// under its lock, so that what another program is just writing is seen whole or not at all.
    fn compare_with_the_file_there(&mut self) -> Result<(), StoreError> {
        let Ok(file) = self.storage.open(&self.path, Access::Read) else { return Ok(()) };
        if !lock_within(file.as_ref()) {
            return Err(StoreError::Busy);
        }
        let Ok((bytes, _)) = contents(self.storage.as_ref(), file.as_ref()) else { return Ok(()) };
        let Some(scan) = scan(&bytes).ok().filter(|scan| scan.header.is_some()) else {
            return Ok(());
        };
        let theirs = Lines::of(bytes, scan.end);
        // Without the batch under way: two writers may record the very same line.
        let ours = self.lines.up_to(self.slots[FILE].held);
        let overtaken = scan.record.fingerprint().events > 0
            && theirs.header() == ours.header()
            && !ours.begin_with(&theirs);
        if overtaken { Err(StoreError::Overtaken) } else { Ok(()) }
    }

    /// A new copy in the place of one that may not be written any more; whether there is one now. It has
    /// every line.
    fn renew(&mut self, place: usize) -> bool {
        match place {
            _ if self.slots[place].replica.is_some() => false,
            FILE => self.renew_file(),
            _ => self.has_box_lock && self.renew_box(),
        }
    }

    /// Not tried without end while the black box has everything.
    fn renew_file(&mut self) -> bool {
        let boxed = self.slots[BLACK_BOX].holds_all(&self.lines);
        (self.failed_files < MOST_FAILED_FILES || !boxed) && self.continue_elsewhere()
    }

    fn continue_elsewhere(&mut self) -> bool {
        let why = self.slots[FILE].why();
        let (here, home) = (Place::beside(&self.path), Place::beside(&self.home));
        let places = [here, home, Place::with(&self.box_path)];
        places.iter().any(|place| self.continue_in(place, &why).is_ok())
    }

    fn continue_in(&mut self, place: &Place, why: &Arc<StoreError>) -> Result<(), StoreError> {
        let mut refused = StoreError::Gone;
        for path in place.paths() {
            // Asked before anything is written: a folder may hold many of its name.
            if self.storage.identity(&path).is_ok() {
                continue;
            }
            match PublicFile::created(Arc::clone(&self.storage), path.clone(), &self.lines) {
                Ok(file) => {
                    let held = self.lines.length();
                    self.slots[FILE] = Slot::of(ReplicaKind::PublicFile, Ok(Box::new(file)), held);
                    self.failed_files += 1;
                    self.note_relocation(path, why);
                    return Ok(());
                }
                Err(StoreError::Io(error)) if error.kind() == ErrorKind::AlreadyExists => {
                    refused = StoreError::Io(error);
                }
                Err(error) => return Err(error),
            }
        }
        Err(refused)
    }

    fn note_relocation(&mut self, to: PathBuf, why: &Arc<StoreError>) {
        let left = std::mem::replace(&mut self.path, to.clone());
        let why = Arc::clone(why);
        self.relocation = Some(match self.relocation.take() {
            Some(earlier) => Relocation { to, ..earlier },
            None => Relocation { from: left, to, why, again: self.records_relocation },
        });
    }

    fn renew_box(&mut self) -> bool {
        let storage = Arc::clone(&self.storage);
        let path = self.box_path.clone();
        let Ok((renewed, _)) = BlackBox::renewed(storage, path, &self.lines, "failed") else {
            return false;
        };
        let held = self.lines.length();
        let kind = black_box_at(&self.box_path);
        self.slots[BLACK_BOX] = Slot::of(kind, Ok(Box::new(renewed)), held);
        true
    }

    /// Bytes that surely still fit into the public file.
    pub(crate) fn space(&self) -> Option<u64> {
        self.slots[FILE].replica.as_ref().and_then(|replica| replica.space())
    }

    /// # Errors
    /// The public file could not be tidied; every event is as safe as before.
    pub(crate) fn leave(mut self, closed: bool) -> Result<(), StoreError> {
        self.replicate();
        let mut left = Ok(());
        for slot in self.slots {
            let whole = slot.holds_all(&self.lines);
            if let Some(replica) = slot.replica.filter(|_| whole) {
                left = left.and(replica.leave(closed));
            }
        }
        self.followers.into_iter().for_each(|follower| follower.leave(closed));
        left
    }
}
