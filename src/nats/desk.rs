//! A desk that writes: joining a session on a server, with a file of its own in a folder.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::nats::address::ServerAddress;
use crate::nats::client::Client;
use crate::nats::login::Login;
use crate::nats::nats_log::NatsLog;
use crate::nats::reading::catch_up_patiently;
use crate::nats::server_error::ServerError;
use crate::nats::shared_record::SharedRecord;
use crate::record::lines::Lines;
use crate::record::{Batch, Record, SessionId};
use crate::session::role::Role;
use crate::store::atomic::put_new;
use crate::store::{
    self, Consent, Disk, Mended, Merged, OpenError, OpenRequest, Opened, StateFolder, StateTrouble,
};

/// How much of a file holds the line that says which session it is.
const FIRST_LINE: u64 = 4096;

/// What is joined, and where this desk keeps its file.
pub struct DeskRequest<'a> {
    pub address: &'a ServerAddress,
    pub login: &'a Login,
    pub role: Role,
    /// Random, so that no two desks name a message alike.
    pub desk: String,
    pub folder: &'a Path,
    pub disk: Disk,
    pub state: &'a StateFolder,
    pub copies: &'a [PathBuf],
}

/// A desk at a session.
pub struct JoinedDesk {
    pub record: Record,
    pub log: NatsLog,
    /// This desk's own file.
    pub path: PathBuf,
    pub mended: Option<Mended>,
    pub merged: Option<Merged>,
    pub state: Option<StateTrouble>,
}

impl JoinedDesk {
    /// Reads the session, and makes this desk's file whole.
    ///
    /// # Errors
    /// The server cannot be used, or this desk's file has gone another way than the log.
    pub fn join(request: DeskRequest<'_>) -> Result<Self, ServerError> {
        let session = request.address.session.clone().ok_or(ServerError::NoSessionNamed)?;
        let client = Client::connect(request.address, &session, request.login)?;
        let mut shared = SharedRecord::new(session.clone());
        let mut whole = Batch::default();
        for addition in catch_up_patiently(&client, &mut shared)? {
            whole.extend(addition.batch);
        }
        let record = shared.record().cloned().ok_or(ServerError::NotASession)?;
        let path = own_file(request.folder, &record, &whole)?;
        let opened = opened(&path, &request)?;
        let file = opened.record.fingerprint();
        if record.fingerprint_after(file.events) != Some(file) {
            return Err(ServerError::diverged(file, record.fingerprint()));
        }
        note_server(request.state, &session, request.address);
        let Opened { writer, path, mended, merged, state, .. } = opened;
        let mut log = NatsLog::new(client, shared, writer, (session, request.role, request.desk));
        let missing = whole.after(usize::try_from(file.events).unwrap_or(usize::MAX));
        log.write_down(missing).map_err(|error| ServerError::Store(path.clone(), error))?;
        Ok(Self { record, log, path, mended, merged, state })
    }
}

/// Where the note cannot be kept, the desk works all the same: only a later opening alone is not warned.
pub(super) fn note_server(state: &StateFolder, session: &SessionId, address: &ServerAddress) {
    let _ = state.remember_server(session, &address.to_string());
}

/// The file in the folder that holds this session, made if there is none.
fn own_file(folder: &Path, record: &Record, whole: &Batch) -> Result<PathBuf, ServerError> {
    let id = &record.header().id;
    if let Some(path) = file_of(folder, id) {
        return Ok(path);
    }
    let path = folder.join(format!("{id}.json"));
    let trouble = |error| ServerError::Create(path.clone(), error);
    fs::create_dir_all(folder).map_err(trouble)?;
    let bytes = Lines::made_of(&record.header().line(), whole.lines()).public();
    match put_new(&Disk::DEFAULT, &path, &bytes) {
        Ok(_) => Ok(path),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(path),
        Err(error) => Err(trouble(error)),
    }
}

fn file_of(folder: &Path, id: &SessionId) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let named = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "json");
    let mut files: Vec<PathBuf> = entries.filter(|path| named(path) && path.is_file()).collect();
    files.sort();
    files.into_iter().find(|path| session_in(path).as_ref() == Some(id))
}

fn session_in(path: &Path) -> Option<SessionId> {
    let mut start = Vec::new();
    fs::File::open(path).ok()?.take(FIRST_LINE).read_to_end(&mut start).ok()?;
    let line = start.split(|byte| *byte == b'\n').next()?;
    crate::record::Header::decode(line).ok().map(|header| header.id)
}

/// A file that lacks what the black box holds is completed: the log is asked afterwards whether it is right.
fn opened(path: &Path, request: &DeskRequest<'_>) -> Result<Opened, ServerError> {
    let with = |consent| OpenRequest {
        storage: Arc::new(request.disk),
        path,
        state: request.state,
        consent,
        copies: request.copies,
        by_a_shared_desk: true,
    };
    let opened = match store::open(&with(Consent::NOT_ASKED)) {
        Err(older @ OpenError::Older { .. }) => {
            store::open(&with(Consent::NOT_ASKED.and_to(&older)))
        }
        opened => opened,
    };
    opened.map_err(|error| ServerError::Open(path.to_owned(), Box::new(error)))
}
