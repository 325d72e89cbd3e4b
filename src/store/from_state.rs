//! Sessions as the state folder alone holds them: listed, and written again where a person says.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::record::header::SessionId;
use crate::record::log::Record;
use crate::session::time::Timestamp;
use crate::store::atomic::put_new;
use crate::store::black_box::Boxed;
use crate::store::disk::Disk;
use crate::store::lock::Lock;
use crate::store::opened::OpenError;
use crate::store::recover::RecoverError;
use crate::store::state_folder::StateFolder;
use crate::store::storage::Storage;

/// A session whose black box is in the state folder.
#[derive(Debug)]
pub struct StateSession {
    pub id: SessionId,
    pub title: String,
    pub events: u64,
    pub last: Option<Timestamp>,
    /// Where its file was when it was written last.
    pub file: Option<PathBuf>,
}

/// Every session that the state folder holds, the one written last first; what cannot be read is left out.
pub fn sessions_in_state(state: &StateFolder) -> Vec<StateSession> {
    let boxes = state.black_boxes(&Disk::DEFAULT);
    let mut sessions: Vec<StateSession> =
        boxes.iter().filter_map(|path| session_in(state, path)).collect();
    sessions.sort_by_key(|session| std::cmp::Reverse(session.last));
    sessions
}

fn session_in(state: &StateFolder, path: &Path) -> Option<StateSession> {
    let (scan, _) = Boxed::read(&Disk::DEFAULT, path).ok().flatten()?.scanned()?;
    let id = scan.header?.id;
    let session = scan.record.session();
    let opening = session.state().opening();
    Some(StateSession {
        title: opening.map(|opening| opening.title.clone()).unwrap_or_default(),
        events: scan.record.fingerprint().events,
        last: session.history().last().map(|recorded| recorded.at),
        file: state.place_of(&id),
        id,
    })
}

/// Writes the session anew at `to`, where nothing may stand, from its black box.
///
/// # Errors
/// There is no such black box, the session is being written, something stands there, or it cannot be written.
pub fn rebuild(state: &StateFolder, id: &SessionId, to: &Path) -> Result<Record, RecoverError> {
    let to = std::path::absolute(to)?;
    let boxed = Boxed::read(&Disk::DEFAULT, &state.black_box(id))?;
    let scanned = boxed.and_then(|boxed| boxed.scanned());
    let (scan, lines) = scanned.ok_or(io::Error::from(ErrorKind::NotFound))?;
    let lock = Lock::take(state, id, &to).map_err(OpenError::from)?;
    put_new(&Disk::DEFAULT as &dyn Storage, &to, &lines.public())?;
    lock.note(Some(to));
    Ok(scan.record)
}
