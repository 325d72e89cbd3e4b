//! Opening a session for the screen: in a file, or on a server.

use std::path::Path;
use std::sync::mpsc::Sender;

#[cfg(feature = "nats")]
use crate::nats::ServerAddress;
use crate::store::Consent;
use crate::workspace::Settings;

use super::loop_event::LoopEvent;
use super::open_mode::{OpenMode, ReplayStart};
use super::open_session::{NotOpened, OpenOutcome, OpenSession};
#[cfg(feature = "nats")]
use super::server_session;

/// Opens what `path` names, as was agreed when a person was asked.
pub(super) fn open(
    path: &Path,
    mode: &OpenMode,
    consent: Consent,
    settings: &Settings,
    events: Sender<LoopEvent>,
) -> OpenOutcome {
    match mode {
        OpenMode::Moderate => to_write(path, consent, settings, events),
        OpenMode::Watch => OpenSession::watching(path, settings.disk).map(|open| (open, None)),
        OpenMode::Replay(ReplayStart { notes, .. }) => {
            let open = to_read(path, settings)?;
            Ok((open.reviewed(notes, settings), None))
        }
    }
}

fn to_write(
    path: &Path,
    consent: Consent,
    settings: &Settings,
    events: Sender<LoopEvent>,
) -> OpenOutcome {
    #[cfg(feature = "nats")]
    if let Some(Ok(address)) = ServerAddress::named_by(path) {
        let heard = sending(events.clone(), || LoopEvent::Heard);
        let notify = sending(events, || LoopEvent::Live);
        return server_session::at_a_desk(address, settings, heard, notify);
    }
    OpenSession::writing(path, consent, settings, sending(events, || LoopEvent::Live))
}

fn to_read(path: &Path, settings: &Settings) -> Result<OpenSession, NotOpened> {
    #[cfg(feature = "nats")]
    if let Some(Ok(address)) = ServerAddress::named_by(path) {
        return server_session::read(address, settings);
    }
    OpenSession::watching(path, settings.disk)
}

/// Sends the event each time it is called; the receiver is gone once the loop has ended.
fn sending(
    events: Sender<LoopEvent>,
    event: impl Fn() -> LoopEvent + Send + 'static,
) -> impl Fn() + Send + 'static {
    move || events.send(event()).unwrap_or_default()
}
