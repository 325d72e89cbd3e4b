//! The log of one desk: the server puts every batch in order, the desk's own file keeps what the order holds.

use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Instant;

use crate::live::{Log, LogAnswer, LogStatus, Replication, StoreError, WhenUnavailable};
use crate::nats::client::{Client, NotPublished};
use crate::nats::outgoing::Outgoing;
use crate::nats::reading::{Addition, PATIENCE, PAUSE, catch_up};
use crate::nats::server_error::ServerError;
use crate::nats::shared_record::{SharedRecord, StreamMessage, Taken};
use crate::record::{Batch, Fingerprint, Record, SessionId};
use crate::session::role::Role;
use crate::store::Writer;

/// A session's stream, and this desk's own file of it.
pub struct NatsLog {
    client: Client,
    shared: SharedRecord,
    session: SessionId,
    role: Role,
    /// What this desk's messages begin to be named with.
    desk: String,
    writer: Writer,
    /// What others added, and the live session has not been told.
    unreported: Vec<Batch>,
    /// What the log holds and this desk's file does not take.
    unwritten: Batch,
    /// Whether a message was sent of which it is not known if it was stored.
    is_in_doubt: bool,
}

impl NatsLog {
    pub(crate) fn new(
        client: Client,
        shared: SharedRecord,
        writer: Writer,
        (session, role, desk): (SessionId, Role, String),
    ) -> Self {
        Self {
            client,
            shared,
            session,
            role,
            desk,
            writer,
            unreported: Vec::new(),
            unwritten: Batch::default(),
            is_in_doubt: false,
        }
    }

    /// Calls when others may have written, and now and then.
    pub fn listen(&self, hear: impl Fn() + Send + 'static) {
        self.client.listen(hear);
    }

    /// Brings what the log holds into this desk's file.
    pub(crate) fn write_down(&mut self, batch: Batch) -> Result<(), StoreError> {
        self.unwritten.extend(batch);
        if self.unwritten.events().is_empty() {
            return Ok(());
        }
        self.writer.append(&self.unwritten)?;
        self.unwritten = Batch::default();
        Ok(())
    }

    /// Reads what was added; whether the message of this name is in it.
    fn read_on(&mut self, own: Option<&str>) -> Result<bool, ServerError> {
        let mut is_stored = false;
        for Addition { id, batch } in catch_up(&self.client, &mut self.shared)? {
            // What the file does not take is shown with the copies, and tried again before the next command.
            let _ = self.write_down(batch.clone());
            match own.is_some() && id.as_deref() == own {
                true => is_stored = true,
                false => self.unreported.push(batch),
            }
        }
        self.is_in_doubt = false;
        Ok(is_stored)
    }

    /// The same, asked again while the server does not answer.
    fn read_until(&mut self, end: Instant, own: Option<&str>) -> Result<bool, ServerError> {
        loop {
            match self.read_on(own) {
                Err(ServerError::Silent) if Instant::now() < end => sleep(PAUSE),
                read => return read,
            }
        }
    }

    fn behind(&mut self) -> LogAnswer {
        LogAnswer::Behind(std::mem::take(&mut self.unreported))
    }

    /// Another message came first, or this very one did when it was sent before.
    fn after_another(&mut self, end: Instant, own: &str) -> LogAnswer {
        match self.read_until(end, Some(own)) {
            Ok(true) => LogAnswer::Done,
            Ok(false) => self.behind(),
            Err(error) => {
                self.is_in_doubt = true;
                unavailable(error)
            }
        }
    }

    fn send(&mut self, outgoing: &Outgoing) -> Result<Vec<StreamMessage>, LogAnswer> {
        let end = Instant::now() + PATIENCE;
        let mut stored: Vec<StreamMessage> = Vec::new();
        for (id, payload) in &outgoing.messages {
            let expected = stored.last().map_or(self.shared.sequence(), |last| last.sequence);
            let subject = outgoing.subject.clone();
            let sequence = loop {
                let message = (id.as_str(), payload.as_slice());
                match self.client.publish(subject.clone(), message, Some(expected)) {
                    Ok(sequence) if sequence == expected + 1 => break sequence,
                    Ok(_) | Err(NotPublished::Behind) => {
                        return Err(self.after_another(end, outgoing.last_id()));
                    }
                    Err(NotPublished::Refused(said)) => {
                        return Err(LogAnswer::Unavailable(Arc::new(StoreError::Server(said))));
                    }
                    Err(NotPublished::InDoubt) if Instant::now() < end => sleep(PAUSE),
                    Err(NotPublished::InDoubt) => {
                        self.is_in_doubt = true;
                        return Err(LogAnswer::Unavailable(Arc::new(StoreError::ServerSilent)));
                    }
                }
            };
            let (id, payload) = (Some(id.clone()), payload.clone());
            stored.push(StreamMessage { sequence, subject, id, payload });
        }
        Ok(stored)
    }

    /// The record's head as the messages read so far make it.
    fn head(&self) -> Option<Fingerprint> {
        self.shared.record().map(Record::fingerprint)
    }
}

fn unavailable(error: ServerError) -> LogAnswer {
    LogAnswer::Unavailable(Arc::new(match error {
        ServerError::Said(said) => StoreError::Server(said),
        ServerError::Newer { .. } => StoreError::Overtaken,
        _ => StoreError::ServerSilent,
    }))
}

impl Log for NatsLog {
    /// What the server has acknowledged counts, even if this desk's copies do not take it then: they are
    /// shown as not whole, and the next command waits for one of them.
    fn append(&mut self, expected: Fingerprint, batch: &Batch) -> LogAnswer {
        if let Err(error) = self.write_down(Batch::default()) {
            return LogAnswer::Unavailable(Arc::new(error));
        }
        if self.is_in_doubt
            && let Err(error) = self.read_until(Instant::now() + PATIENCE, None)
        {
            return unavailable(error);
        }
        if !self.unreported.is_empty() {
            return self.behind();
        }
        if self.head() != Some(expected) {
            return LogAnswer::Unavailable(Arc::new(StoreError::Overtaken));
        }
        let outgoing =
            Outgoing::of(batch, (&self.session, self.role), &self.desk, self.client.room());
        let stored = match self.send(&outgoing) {
            Ok(stored) => stored,
            Err(answer) => return answer,
        };
        let taken = stored.iter().map(|message| self.shared.take(message)).last();
        match taken {
            Some(Taken::Events(batch)) => {
                let _ = self.write_down(batch);
                LogAnswer::Done
            }
            _ => LogAnswer::Unavailable(Arc::new(StoreError::Overtaken)),
        }
    }

    /// Out of reach is not told here: the connection is renewed by itself, and the next command waits for it.
    fn later(&mut self, _: Fingerprint) -> LogAnswer {
        match self.read_on(None) {
            Ok(_) if !self.unreported.is_empty() => self.behind(),
            Ok(_) | Err(_) => LogAnswer::Done,
        }
    }

    fn when_unavailable(&self) -> WhenUnavailable {
        WhenUnavailable::GiveBack
    }

    fn has_one_owner(&self) -> bool {
        false
    }

    fn role(&self) -> Role {
        self.role
    }

    fn replicate(&mut self) {
        self.writer.replicate();
    }

    fn replication(&self) -> Replication {
        self.writer.replication()
    }

    fn status(&mut self) -> LogStatus {
        LogStatus { relocation: self.writer.take_relocation(), space: self.writer.space() }
    }

    fn move_to(&mut self, folder: &Path) -> Result<(), StoreError> {
        self.writer.move_to(folder)
    }

    fn add_copy(&mut self, folder: &Path) {
        self.writer.add_copy(folder);
    }

    fn leave(self: Box<Self>, closed: bool) -> Result<(), StoreError> {
        self.writer.leave(closed)
    }
}
