//! What opening for writing asks for, answers, and fails with.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::log::Record;
use crate::record::scan::{Foreign, Tail};
use crate::session::number::Seq;
use crate::session::payload::{Recovery, Source};
use crate::store::disk::Disk;
use crate::store::lock::{HeldByOther, Holder};
use crate::store::read::ReadError;
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
    /// Whether it is opened by a desk of the server on which it is shared.
    pub by_a_shared_desk: bool,
}

impl<'a> OpenRequest<'a> {
    /// On the disk of this machine, without a person having been asked about anything.
    #[must_use]
    pub fn of(path: &'a Path, state: &'a StateFolder) -> Self {
        Self {
            storage: Arc::new(Disk::DEFAULT),
            path,
            state,
            consent: Consent::NOT_ASKED,
            copies: &[],
            by_a_shared_desk: false,
        }
    }
}

/// A session that was opened for writing.
pub struct Opened {
    pub record: Record,
    pub writer: Writer,
    /// Where the public file is: another path than was asked for, when the record continues there.
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
    /// They parted; the file is continued, and what the black box had is kept in this file.
    Forked { kept: PathBuf },
}

/// What a person was asked and has agreed to, as no program may decide it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// That a session shared on a server is continued without it.
    pub alone: bool,
    /// That an older copy is completed, or one of two that parted continued.
    pub copies: bool,
}

impl Consent {
    pub const NOT_ASKED: Self = Self { alone: false, copies: false };

    /// With a yes to what an opening asked by this error.
    #[must_use]
    pub fn and_to(self, asked: &OpenError) -> Self {
        match asked {
            OpenError::Shared { .. } => Self { alone: true, ..self },
            OpenError::Older { .. } | OpenError::Forked { .. } => Self { copies: true, ..self },
            _ => self,
        }
    }
}

/// Why a file is not opened for writing.
#[derive(Debug)]
pub enum OpenError {
    Read(ReadError),
    /// Another program writes to it; which, if that is known.
    Held(Option<Holder>),
    /// It can be read, and not be written.
    NotWritable(io::Error),
    /// Damage that only `recover` mends.
    Damaged(Tail),
    /// There is no session at the path, and the state folder holds the one that was written there last.
    Recoverable(ReadError),
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
    /// It is shared on this server: continued alone, it would part from what the others record.
    Shared {
        server: String,
    },
    /// File and black box part after this event: only a person can say which is to be continued.
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
    pub(crate) fn is_no_session(&self) -> bool {
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
