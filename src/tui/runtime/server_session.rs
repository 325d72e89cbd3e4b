//! A session on a server, on the screen: written with others at a desk, or read once for a replay.

use std::sync::Arc;

use crate::describe;
use crate::live::{LiveSession, StoreError};
use crate::nats::{DeskRequest, JoinedDesk, ServerAddress, read_shared};
use crate::tui::model::trouble::Repairs;
use crate::workspace::Settings;
use crate::workspace::clock::fresh_salt;

use super::open_session::{NotOpened, OpenOutcome, OpenSession};

/// Joins the session, with this desk's own file in the folder of sessions. `heard` is called when another desk may
/// have written, `notify` when the live session has something to advance on.
pub(super) fn at_a_desk(
    address: ServerAddress,
    settings: &Settings,
    heard: impl Fn() + Send + 'static,
    notify: impl Fn() + Send + 'static,
) -> OpenOutcome {
    let random = fresh_salt();
    let desk = random.map_err(|error| NotOpened::Store(Arc::new(StoreError::Io(error))))?;
    let joined = JoinedDesk::join(DeskRequest {
        address: &address,
        login: &settings.login,
        role: settings.role,
        desk,
        folder: &settings.folder,
        disk: settings.disk,
        state: &settings.state,
        copies: &settings.copies,
    });
    let joined = joined.map_err(|error| NotOpened::Server(address, error))?;
    let JoinedDesk { record, log, path, mended, merged, state } = joined;
    let repairs = Repairs {
        asked: path.clone(),
        path: path.clone(),
        mended: mended.map(Arc::new),
        merged: merged.map(Arc::new),
        state: state.map(Arc::new),
    };
    log.listen(heard);
    let recorder = describe::store::recorder(settings);
    let live = LiveSession::on_a_thread(record, Box::new(log), recorder, notify);
    let open = OpenSession::written(path, live, settings);
    Ok((open, (!repairs.is_empty()).then_some(repairs)))
}

/// The session as the server has it; notes on it lie in the folder of sessions.
pub(super) fn read(address: ServerAddress, settings: &Settings) -> Result<OpenSession, NotOpened> {
    match read_shared(&address, &settings.login) {
        Ok(record) => {
            let path = settings.folder.join(format!("{}.json", record.header().id));
            Ok(OpenSession::read_once(path, record))
        }
        Err(error) => Err(NotOpened::Server(address, error)),
    }
}
