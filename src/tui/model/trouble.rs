//! What went wrong outside the session, and what was done to open it, as data: `view::sentences` says it in the
//! language of the moment.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::export::ExportError;
use crate::import::headers::ColumnFault;
use crate::import::roster::RosterFault;
use crate::import::source_fault::SourceFault;
use crate::record::{Spot, Tail};
use crate::session::refusal::Refusal;
use crate::store::{
    CreateError, Mended, Merged, OpenError, ReadError, Relocation, Replication, StateTrouble,
    StoreError,
};
use crate::workspace::reviews::{NoteNotSaved, UnreadReview};

/// Something that a person has to know, and mostly do something about.
#[derive(Clone, Debug)]
pub enum Trouble {
    Read {
        path: PathBuf,
        error: Arc<ReadError>,
    },
    Open {
        path: PathBuf,
        error: Arc<OpenError>,
        /// Where the file is damaged, when that is what is wrong with it.
        spot: Option<Spot>,
    },
    Create {
        path: PathBuf,
        error: Arc<CreateError>,
    },
    Roster {
        path: PathBuf,
        fault: Arc<RosterFault>,
    },
    /// A file gives no table.
    Table {
        path: PathBuf,
        fault: Arc<SourceFault>,
    },
    /// The columns of a table are not known.
    Columns {
        path: PathBuf,
        fault: ColumnFault,
    },
    /// The record could not be written.
    Store {
        path: PathBuf,
        error: Arc<StoreError>,
    },
    /// A server, or a session on it, cannot be used.
    #[cfg(feature = "nats")]
    Server {
        address: crate::nats::ServerAddress,
        error: Arc<crate::nats::ServerError>,
    },
    /// The system refused something that has no name here.
    System(Arc<io::Error>),
    /// Not every copy holds the record.
    Replicas {
        path: PathBuf,
        replication: Replication,
    },
    /// The record goes on in another file.
    Relocated(Relocation),
    /// It cannot go on in the folder that was named.
    NotRelocated(Arc<StoreError>),
    /// About so many answers still fit on the disk.
    LowSpace {
        answers: u64,
    },
    /// A durable event could not be applied: nothing more is written.
    Ended(Box<Refusal>),
    /// What was read is not whole.
    Damaged {
        tail: Arc<Tail>,
        holds_nuls: bool,
        spot: Option<Spot>,
    },
    /// What is new in a followed file cannot be read.
    NewPartUnreadable,
    /// The drafts of an earlier run cannot be read; their file was kept at this path.
    DraftsLeftAside(PathBuf),
    DraftsNotKept(Arc<io::Error>),
    /// A document was not written.
    Export(Arc<ExportError>),
    NoteNotSaved(Arc<NoteNotSaved>),
    ReviewUnread(Arc<UnreadReview>),
    /// A moment was named that the session does not have.
    NoSuchMoment,
}

/// The errors of the system cannot be compared: two troubles are the same when they are written the same.
impl PartialEq for Trouble {
    fn eq(&self, other: &Self) -> bool {
        format!("{self:?}") == format!("{other:?}")
    }
}

impl Eq for Trouble {}

impl Trouble {
    /// Why not every copy holds the record; nothing when all do.
    pub fn of_replicas(path: PathBuf, replication: &Replication) -> Option<Self> {
        let lacks = replication.refused.is_some() || replication.lacking().next().is_some();
        lacks.then(|| Self::Replicas { path, replication: replication.clone() })
    }
}

/// What was done to open a file.
#[derive(Clone, Debug)]
pub struct Repairs {
    /// The file that was asked for, and the one that was opened.
    pub asked: PathBuf,
    pub path: PathBuf,
    pub mended: Option<Arc<Mended>>,
    pub merged: Option<Arc<Merged>>,
    /// What is wrong with the state folder.
    pub state: Option<Arc<StateTrouble>>,
}

/// As for [`Trouble`].
impl PartialEq for Repairs {
    fn eq(&self, other: &Self) -> bool {
        format!("{self:?}") == format!("{other:?}")
    }
}

impl Eq for Repairs {}

impl Repairs {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        let as_asked = std::path::absolute(&self.asked).is_ok_and(|asked| asked == self.path);
        let done = self.mended.is_some() || self.merged.is_some();
        as_asked && !done && self.state.is_none()
    }
}
