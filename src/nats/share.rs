//! Putting a session on a server: its lines as they stand in the file, a message per group of events.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Instant;

use crate::nats::address::ServerAddress;
use crate::nats::client::{Client, NotPublished};
use crate::nats::desk::note_server;
use crate::nats::login::Login;
use crate::nats::outgoing::Outgoing;
use crate::nats::reading::{PATIENCE, PAUSE, catch_up_patiently};
use crate::nats::server_error::ServerError;
use crate::nats::shared_record::SharedRecord;
use crate::record::{Batch, Fingerprint, Record};
use crate::session::role::Role;
use crate::store::{self, Disk, OpenError, OpenRequest, ReadError, StateFolder};

/// What is put on a server.
pub struct Sharing<'a> {
    pub file: &'a Path,
    pub address: &'a ServerAddress,
    pub login: &'a Login,
    pub disk: Disk,
    pub state: &'a StateFolder,
}

/// Puts the session on the server, or what the server lacks of it; where it is then, and how far.
///
/// # Errors
/// The file is being written or damaged, the server cannot be used, or it has gone another way than the file.
pub fn share(sharing: &Sharing<'_>) -> Result<(ServerAddress, Fingerprint), ServerError> {
    let Sharing { file, address, login, disk, state } = sharing;
    let failed = |error| ServerError::Open((*file).to_owned(), Box::new(error));
    let request = OpenRequest {
        storage: Arc::new(*disk),
        by_a_shared_desk: true,
        ..OpenRequest::of(file, state)
    };
    // Opened to write, so that nobody adds to it meanwhile.
    let opened = store::open(&request).map_err(failed)?;
    let bytes = fs::read(&opened.path).map_err(|error| failed(OpenError::from(error)))?;
    let groups =
        groups(&opened.record, &bytes).ok_or_else(|| failed(ReadError::NotASession.into()))?;
    let session = opened.record.header().id.clone();
    let client = Client::connect(address, &session, login)?;
    client.create(Instant::now() + PATIENCE)?;
    let stream = SharedStream { client, record: &opened.record, groups };
    stream.complete()?;
    let shared = address.with(session.clone());
    note_server(state, &session, &shared);
    Ok((shared, opened.record.fingerprint()))
}

struct SharedStream<'a> {
    client: Client,
    record: &'a Record,
    /// The groups of the file, in order.
    groups: Vec<Batch>,
}

impl SharedStream<'_> {
    /// Until the log holds what the file holds; what was stored by an earlier try is not stored again.
    fn complete(&self) -> Result<(), ServerError> {
        let mut until = Instant::now() + PATIENCE;
        let mut shared = SharedRecord::new(self.record.header().id.clone());
        loop {
            let before = shared.sequence();
            catch_up_patiently(&self.client, &mut shared)?;
            if shared.sequence() > before {
                until = Instant::now() + PATIENCE;
            }
            match self.lacking(&shared)? {
                None => self.begin()?,
                Some(0) => return Ok(()),
                Some(lacking) => self.send(&shared, lacking)?,
            }
            if Instant::now() > until {
                return Err(ServerError::Silent);
            }
        }
    }

    /// How many groups the log lacks; `None` when it lacks the header too.
    fn lacking(&self, shared: &SharedRecord) -> Result<Option<usize>, ServerError> {
        let Some(record) = shared.record() else {
            let is_empty = shared.sequence() == 0;
            return if is_empty { Ok(None) } else { Err(ServerError::NotASession) };
        };
        let (file, log) = (self.record.fingerprint(), record.fingerprint());
        if self.record.fingerprint_after(log.events) != Some(log) {
            return Err(ServerError::diverged(file, log));
        }
        let is_lacking =
            |group: &&Batch| group.events().first().is_some_and(|first| first.seq.0 > log.events);
        Ok(Some(self.groups.iter().filter(is_lacking).count()))
    }

    /// The header comes without a check: where nothing is stored yet, an old cluster keeps a checked message
    /// differently in its copies.
    fn begin(&self) -> Result<(), ServerError> {
        let header = self.record.header();
        let (id, line) = (format!("{}-header", header.id), header.line() + "\n");
        let subject = SharedRecord::subject(&header.id, Role::Moderator);
        answered(self.client.publish(subject, (&id, line.as_bytes()), None))
    }

    /// The last groups, until one is not stored where it belongs: then is looked again at what is there.
    fn send(&self, shared: &SharedRecord, lacking: usize) -> Result<(), ServerError> {
        let id = &self.record.header().id;
        let mut expected = shared.sequence();
        for group in &self.groups[self.groups.len().saturating_sub(lacking)..] {
            let outgoing = Outgoing::of(group, (id, Role::Moderator), "share", self.client.room());
            for (name, payload) in &outgoing.messages {
                let subject = outgoing.subject.clone();
                match self.client.publish(subject, (name, payload), Some(expected)) {
                    Ok(sequence) if sequence == expected + 1 => expected = sequence,
                    other => return answered(other),
                }
            }
        }
        Ok(())
    }
}

/// Only what the server refuses ends the sharing.
fn answered(answer: Result<u64, NotPublished>) -> Result<(), ServerError> {
    match answer {
        Ok(_) | Err(NotPublished::Behind) => Ok(()),
        Err(NotPublished::InDoubt) => {
            sleep(PAUSE);
            Ok(())
        }
        Err(NotPublished::Refused(said)) => Err(ServerError::Said(said)),
    }
}

/// The lines of the file by groups; `None` when they are not written as this program writes them.
fn groups(record: &Record, bytes: &[u8]) -> Option<Vec<Batch>> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let header = lines.next()?.strip_suffix(b"\n")?;
    if header != record.header().line().as_bytes() {
        return None;
    }
    let mut read = Record::new(record.header().clone());
    let (mut groups, mut group) = (Vec::new(), Vec::new());
    for (recorded, line) in record.session().history().iter().zip(lines) {
        group.extend_from_slice(line);
        if recorded.incomplete_batch().is_none() {
            groups.push(read.take_lines(&group, Role::Moderator).ok()?);
            group.clear();
        }
    }
    (read.fingerprint() == record.fingerprint()).then_some(groups)
}
