//! One trouble of each kind, with untrusted text in it.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;

use doithoai::export::ExportError;
use doithoai::import::headers::ColumnFault;
use doithoai::import::roster::RosterFault;
use doithoai::import::source_fault::SourceFault;
use doithoai::record::Tail;
use doithoai::session::number::{QuestionNo, Seq};
use doithoai::session::refusal::Refusal;
use doithoai::store::{
    CreateError, OpenError, ReadError, Relocation, ReplicaKind, ReplicaStatus, Replication,
    StoreError,
};
use doithoai::tui::model::trouble::Trouble;
use doithoai::workspace::papers::PaperError;
use doithoai::workspace::reviews::{NoteNotSaved, ReviewReadError, UnreadReview};

fn full() -> Error {
    Error::from(ErrorKind::StorageFull)
}

/// The disk under the file is full.
pub fn disk_full(path: &str) -> Trouble {
    Trouble::Store { path: path.into(), error: Arc::new(StoreError::NoSpace(full())) }
}

/// Only one copy takes anything, or none.
pub fn copies_lost(path: &str, lost: &[ReplicaKind]) -> Trouble {
    let status = |kind: ReplicaKind| {
        let why = lost.contains(&kind).then(|| Arc::new(StoreError::NoSpace(full())));
        ReplicaStatus { kind, holds_all: why.is_none(), why }
    };
    let replicas = vec![
        status(ReplicaKind::PublicFile),
        status(ReplicaKind::BlackBox("/home/thu-ky/.local/state/doithoai".into())),
    ];
    let replication = Replication { replicas, refused: None };
    Trouble::of_replicas(path.into(), &replication).expect("a copy is lost")
}

/// A server gives its own words.
#[cfg(feature = "nats")]
fn the_server_says(words: &str) -> Trouble {
    use doithoai::nats::{ServerAddress, ServerError};
    let address = ServerAddress::named_by("nats://127.0.0.1".as_ref()).and_then(Result::ok);
    let error = Arc::new(ServerError::Said(words.to_owned()));
    Trouble::Server { address: address.expect("an address"), error }
}

/// Every kind of trouble; a new one does not compile until it is among them.
pub fn every(path: &str) -> Vec<Trouble> {
    let here = || PathBuf::from(path);
    let relocation = || Relocation {
        from: here(),
        to: PathBuf::from("/media/usb/phien.json"),
        why: Arc::new(StoreError::Gone),
        again: false,
    };
    let unread = || UnreadReview { path: here(), why: ReviewReadError::OfAnotherSession };
    let all = vec![
        Trouble::Read { path: here(), error: Arc::new(ReadError::NotASession) },
        Trouble::Open { path: here(), error: Arc::new(OpenError::Withheld), spot: None },
        Trouble::Create { path: here(), error: Arc::new(CreateError::Exists) },
        Trouble::Roster { path: here(), fault: Arc::new(RosterFault::TooLarge) },
        Trouble::Table { path: here(), fault: Arc::new(SourceFault::NotAWorkbook) },
        Trouble::Columns {
            path: here(),
            fault: ColumnFault::NoSuchColumn { column: path.to_owned(), headers: Vec::new() },
        },
        disk_full(path),
        Trouble::System(Arc::new(full())),
        copies_lost(path, &[ReplicaKind::BlackBox("/home/thu-ky/.local/state/doithoai".into())]),
        Trouble::Relocated(relocation()),
        Trouble::NotRelocated(Arc::new(StoreError::Gone)),
        Trouble::LowSpace { answers: 12 },
        Trouble::Ended(Box::new(Refusal::NoLead(QuestionNo(1)))),
        Trouble::Damaged {
            tail: Arc::new(Tail::Edited { seq: Seq(47), salvage: Vec::new() }),
            holds_nuls: false,
            spot: None,
        },
        Trouble::NewPartUnreadable,
        Trouble::DraftsLeftAside(here()),
        Trouble::DraftsNotKept(Arc::new(full())),
        Trouble::Export(Arc::new(ExportError::Paper(PaperError::NotOurs(here())))),
        Trouble::NoteNotSaved(Arc::new(NoteNotSaved::ReadOnly(here()))),
        Trouble::ReviewUnread(Arc::new(unread())),
        Trouble::NoSuchMoment,
        #[cfg(feature = "nats")]
        the_server_says(path),
    ];
    for trouble in &all {
        match trouble {
            Trouble::Read { .. }
            | Trouble::Open { .. }
            | Trouble::Create { .. }
            | Trouble::Roster { .. }
            | Trouble::Table { .. }
            | Trouble::Columns { .. }
            | Trouble::Store { .. }
            | Trouble::System(_)
            | Trouble::Replicas { .. }
            | Trouble::Relocated(_)
            | Trouble::NotRelocated(_)
            | Trouble::LowSpace { .. }
            | Trouble::Ended(_)
            | Trouble::Damaged { .. }
            | Trouble::NewPartUnreadable
            | Trouble::DraftsLeftAside(_)
            | Trouble::DraftsNotKept(_)
            | Trouble::Export(_)
            | Trouble::NoteNotSaved(_)
            | Trouble::ReviewUnread(_)
            | Trouble::NoSuchMoment => {}
            #[cfg(feature = "nats")]
            Trouble::Server { .. } => {}
        }
    }
    all
}
