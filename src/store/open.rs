//! Opening for writing: lock first, then read both copies, then make them whole and agreed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::session::number::Seq;
use crate::session::payload::{Recovery, Source};

use crate::record::lines::Lines;
use crate::record::log::Record;
use crate::record::scan::{Foreign, Tail};
use crate::store::black_box::{BlackBox, Boxed};
use crate::store::disk::Disk;
use crate::store::follow::{followed, heir};
use crate::store::kept;
use crate::store::lock::{HeldByOther, Holder};
use crate::store::locked::Locked;
use crate::store::merge::{Ahead, Beside};
use crate::store::public_file::PublicFile;
use crate::store::read::ReadError;
use crate::store::replica::StoreError;
use crate::store::replicas::Replicas;
use crate::store::state_folder::{StateFolder, StateTrouble};
use crate::store::storage::Storage;
use crate::store::writer::Writer;

/// What is to be opened for writing, and how.
pub struct OpenRequest<'a> {
    pub storage: Arc<dyn Storage>,
    pub path: &'a Path,
    pub state: &'a StateFolder,
    pub consent: Consent,
    /// Folders in which one more copy is kept each.
    pub copies: &'a [PathBuf],
}

impl<'a> OpenRequest<'a> {
    /// On the disk of this machine, and nobody was asked about anything.
    #[must_use]
    pub fn of(path: &'a Path, state: &'a StateFolder) -> Self {
        Self {
            storage: Arc::new(Disk::DEFAULT),
            path,
            state,
            consent: Consent::NotAsked,
            copies: &[],
        }
    }
}

/// A session that was opened for writing.
pub struct Opened {
    pub record: Record,
    pub writer: Writer,
    /// Where the public file is: elsewhere than was asked for, when the record has gone on there.
    pub path: PathBuf,
    pub mended: Option<Mended>,
    pub merged: Option<Merged>,
    /// What is wrong with the state folder.
    pub state: Option<StateTrouble>,
}

/// What was done to a torn tail.
#[derive(Debug, PartialEq, Eq)]
pub struct Mended {
    /// A copy of every byte as it was.
    pub kept_beside: PathBuf,
    pub torn_bytes: usize,
    /// Whether there were NULs in it.
    pub held_nuls: bool,
}

/// What was done so that both copies agree.
#[derive(Debug, PartialEq, Eq)]
pub enum Merged {
    /// The file lacked so many events; the black box had them.
    FileCompleted { events: u64 },
    /// The black box lacked so many events; the file had them.
    BoxCompleted { events: u64 },
    /// The black box was damaged, lacked so many events, and has been made anew; the old one is kept.
    BoxRenewed { events: u64, kept: Option<PathBuf> },
    /// They parted; the file is gone on with, and what the black box had is kept in this file.
    Forked { kept: PathBuf },
}

/// Whether a person was asked about what no program may decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consent {
    NotAsked,
    Given,
}

/// Why a file is not opened for writing.
#[derive(Debug)]
pub enum OpenError {
    Read(ReadError),
    /// Somebody else writes; who, if that is known.
    Held(Option<Holder>),
    /// It can be read, and not be written.
    NotWritable(io::Error),
    /// Damage that only `recover` may touch.
    Damaged(Tail),
    /// A line of a kind, or with a field, that this program does not know.
    Newer {
        kind: String,
    },
    /// Lines were taken out of it: an edition for reading.
    Withheld,
    /// A copy at another path than usual, and behind what the black box holds: only a person can say
    /// whether it is to be completed.
    Older {
        events: u64,
        known: u64,
        usual: PathBuf,
    },
    /// File and black box part after this event: only a person can say which is to be gone on with.
    Forked {
        after: Seq,
        file: u64,
        black_box: u64,
    },
    /// The copy beside it could not be made, or the tail not mended.
    Mend(io::Error),
    /// Another session was put in its place while it was being opened.
    Changed,
}

impl OpenError {
    /// Whether there is nothing at the path that can be read as a session: gone, or written over.
    fn is_no_session(&self) -> bool {
        match self {
            Self::Read(ReadError::Io(error)) => error.kind() == io::ErrorKind::NotFound,
            Self::Read(ReadError::NotASession) | Self::Damaged(Tail::Headless { .. }) => true,
            _ => false,
        }
    }
}

impl From<ReadError> for OpenError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        Self::Read(ReadError::Io(error))
    }
}

impl From<Foreign> for OpenError {
    fn from(foreign: Foreign) -> Self {
        Self::Read(foreign.into())
    }
}

impl From<HeldByOther> for OpenError {
    fn from(HeldByOther(holder): HeldByOther) -> Self {
        Self::Held(holder)
    }
}

impl Opened {
    /// What is to be recorded of it: nothing when nothing was amiss but a black box that was not there.
    pub fn recovery(&self) -> Option<Recovery> {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let torn = self.mended.as_ref().and_then(|mended| name(&mended.kept_beside));
        let closed = self.record.session().state().is_closed();
        let (from, events, kept) = match &self.merged {
            Some(Merged::FileCompleted { events }) => (Source::BlackBox, *events, torn),
            Some(Merged::Forked { kept }) => (Source::File, 0, name(kept)),
            // A session that is closed and signed is not written to for the black box's sake.
            _ if self.mended.is_none() && closed => return None,
            Some(Merged::BoxCompleted { events }) => (Source::File, *events, torn),
            Some(Merged::BoxRenewed { events, kept }) => {
                (Source::File, *events, torn.or_else(|| name(kept.as_deref()?)))
            }
            None if self.mended.is_some() => (Source::File, 0, torn),
            None => return None,
        };
        let opened = self.record.session().state().opening().is_some();
        opened.then_some(Recovery { from, events, kept })
    }
}

/// Opens a session file for writing, alone; mends a torn tail after keeping a copy of it.
///
/// # Errors
/// Somebody else writes, the file is damaged in the middle, newer than this program, or unreadable.
pub fn open(request: &OpenRequest<'_>) -> Result<Opened, OpenError> {
    let OpenRequest { storage, path, state, consent, copies } = request;
    let (storage, consent) = (Arc::clone(storage), *consent);
    let disk = storage.as_ref();
    let taken = Locked::take(disk, path, state);
    let (locked, mut lock) = match taken {
        Err(error) if error.is_no_session() => match heir(disk, &std::path::absolute(path)?) {
            Some(heir) => Locked::take(disk, &heir, state)?,
            None => return Err(error),
        },
        taken => taken?,
    };
    let box_path = state.black_box(&locked.record().header().id);
    let boxed = Boxed::read(disk, &box_path);
    let mut locked = followed(disk, locked, boxed.as_ref().ok().and_then(Option::as_ref));
    let tail = locked.check_tail()?;
    let seen = boxed.map(|boxed| boxed.map(|boxed| locked.seen(boxed)));
    let (plan, mut merged) = planned(disk, &mut locked, seen, lock.usual.as_ref(), consent)?;
    let mended = locked.mend(disk, &tail).map_err(OpenError::Mend)?;
    let lines = locked.lines();
    let black_box = match plan {
        Plan::Resume { boxed, missing } => {
            BlackBox::resumed(Arc::clone(&storage), box_path.clone(), boxed, &missing)
        }
        Plan::Renew { old } => {
            let renewed = BlackBox::renewed(Arc::clone(&storage), box_path.clone(), &lines, old);
            renewed.map_err(StoreError::Io).map(|(renewed, aside)| {
                if let Some(Merged::BoxRenewed { kept, .. }) = &mut merged {
                    *kept = aside;
                }
                renewed
            })
        }
        Plan::Without(error) => Err(StoreError::Io(error)),
    };
    let Locked { path, file, bytes, scan, .. } = locked;
    lock.note(Some(path.clone()));
    file.unlock();
    let file = PublicFile::new(Arc::clone(&storage), path.clone(), file, &bytes, scan.end);
    let replicas = Replicas::new(storage, path.clone(), Box::new(file), box_path, black_box, lines);
    let trouble = lock.trouble.take();
    let mut writer = Writer::new(replicas, lock);
    copies.iter().for_each(|folder| writer.add_copy(folder));
    Ok(Opened { record: scan.record, writer, path, mended, merged, state: trouble })
}

/// How the black box is gone on with.
enum Plan {
    Resume {
        boxed: Boxed,
        missing: Vec<u8>,
    },
    /// Written anew; one that is there is set aside under this name.
    Renew {
        old: &'static str,
    },
    Without(io::Error),
}

/// Decides between the copies; what the file lacks is taken into it, not yet on the disk.
fn planned(
    disk: &dyn Storage,
    locked: &mut Locked,
    seen: io::Result<Option<Beside>>,
    usual: Option<&PathBuf>,
    consent: Consent,
) -> Result<(Plan, Option<Merged>), OpenError> {
    let events = locked.record().fingerprint().events;
    Ok(match seen {
        Err(error) => (Plan::Without(error), None),
        Ok(None) => (Plan::Renew { old: "old" }, None),
        Ok(Some(Beside::Same(boxed))) => (Plan::Resume { boxed, missing: Vec::new() }, None),
        Ok(Some(Beside::Behind { boxed, missing })) => {
            let events = missing.split_inclusive(|byte| *byte == b'\n').count() as u64;
            (Plan::Resume { boxed, missing }, Some(Merged::BoxCompleted { events }))
        }
        Ok(Some(Beside::Broken { lacks })) => {
            (Plan::Renew { old: "torn" }, Some(Merged::BoxRenewed { events: lacks, kept: None }))
        }
        Ok(Some(Beside::Unreadable)) => {
            (Plan::Renew { old: "damaged" }, Some(Merged::BoxRenewed { events, kept: None }))
        }
        Ok(Some(Beside::Ahead(ahead))) => {
            locked.may_be_completed(disk, &ahead, usual, consent)?;
            let merged = Merged::FileCompleted { events: ahead.lacks };
            let Ahead { boxed, scan, lines, .. } = ahead;
            let clean = scan.tail == Tail::Clean && boxed.written().ends_with(b"\n");
            locked.complete(scan.record, lines);
            let plan = match clean {
                true => Plan::Resume { boxed, missing: Vec::new() },
                false => Plan::Renew { old: "torn" },
            };
            (plan, Some(merged))
        }
        Ok(Some(Beside::Forked { after, scan, lines })) => {
            if consent == Consent::NotAsked {
                let black_box = scan.record.fingerprint().events;
                return Err(OpenError::Forked { after, file: events, black_box });
            }
            let kept = keep_branch(disk, &locked.path, &lines).map_err(OpenError::Mend)?;
            (Plan::Renew { old: "fork" }, Some(Merged::Forked { kept }))
        }
    })
}

/// The black box's branch as a session file of its own beside the one that is gone on with.
pub(crate) fn keep_branch(disk: &dyn Storage, path: &Path, lines: &Lines) -> io::Result<PathBuf> {
    let stem = path.with_extension("");
    kept::keep(disk, &lines.public(), |number| {
        kept::with_suffix(&stem, &format!(".fork-{number}.json"))
    })
}
