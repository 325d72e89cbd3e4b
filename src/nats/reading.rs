//! Reading a session from its server: nothing is kept of it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::nats::address::ServerAddress;
use crate::nats::client::Client;
use crate::nats::login::Login;
use crate::nats::server_error::ServerError;
use crate::nats::shared_record::{SharedRecord, StreamMessage, Taken};
use crate::record::{Batch, Record};

/// How long a server that does not answer is asked again.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
/// Between two tries: a cluster without a leader answers at once that nobody is there.
pub(crate) const PAUSE: Duration = Duration::from_millis(200);

/// The session as the server has it.
///
/// # Errors
/// The server cannot be used, or holds no such session.
pub fn read_shared(address: &ServerAddress, login: &Login) -> Result<Record, ServerError> {
    let session = address.session.clone().ok_or(ServerError::NoSessionNamed)?;
    let client = Client::connect(address, &session, login)?;
    let mut shared = SharedRecord::new(session);
    catch_up_patiently(&client, &mut shared)?;
    shared.record().cloned().ok_or(ServerError::NotASession)
}

/// What was added to a session, and by which message.
pub(crate) struct Addition {
    pub(crate) id: Option<String>,
    pub(crate) batch: Batch,
}

/// As [`catch_up`], asked again for a while: a cluster that lost its leader answers nothing until it has another.
pub(crate) fn catch_up_patiently(
    client: &Client,
    shared: &mut SharedRecord,
) -> Result<Vec<Addition>, ServerError> {
    let end = Instant::now() + PATIENCE;
    loop {
        match catch_up(client, shared) {
            Err(ServerError::Silent) if Instant::now() < end => sleep(PAUSE),
            read => return read,
        }
    }
}

/// Takes every message that was not looked at yet.
pub(crate) fn catch_up(
    client: &Client,
    shared: &mut SharedRecord,
) -> Result<Vec<Addition>, ServerError> {
    let mut added = Vec::new();
    for message in client.messages_after(shared.sequence())? {
        let taken = shared.take(&message);
        let StreamMessage { id, .. } = message;
        match taken {
            Taken::Events(batch) => added.push(Addition { id, batch }),
            Taken::NoEvents | Taken::Void => {}
            Taken::Unknown { kind } => return Err(ServerError::Newer { kind }),
        }
    }
    Ok(added)
}
