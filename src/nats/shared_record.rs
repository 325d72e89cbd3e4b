//! Which messages of a stream count: one pure rule, so that every desk ends with the same bytes.
//!
//! The first message is the header's line. Each later one counts when its lines continue the record
//! with events that the role of its subject may record; lines of a group that is not complete wait for the next message. A message that
//! does not continue what waits makes it void; a message that continues nothing is void itself.

use crate::record::continuation::Unfit;
use crate::record::{Batch, Header, Record, SessionId};
use crate::session::role::Role;

/// A message, wherever it was read.
#[derive(Clone, Debug)]
pub(crate) struct StreamMessage {
    /// Its place in the stream, from 1.
    pub(crate) sequence: u64,
    pub(crate) subject: String,
    /// What its desk named it, so that sending it again does not store it again.
    pub(crate) id: Option<String>,
    pub(crate) payload: Vec<u8>,
}

/// What a message came to.
#[derive(Debug)]
pub(crate) enum Taken {
    /// The header, or lines of a group that is not complete.
    NoEvents,
    Events(Batch),
    Void,
    /// It continues the record with what this program does not know.
    Unknown {
        kind: String,
    },
}

/// The record as the messages so far make it.
pub(crate) struct SharedRecord {
    id: SessionId,
    record: Option<Record>,
    sequence: u64,
    /// Lines of a group of which some are still to come.
    waiting: Vec<u8>,
}

impl SharedRecord {
    /// Before the first message of a session's stream.
    pub(crate) fn new(id: SessionId) -> Self {
        Self { id, record: None, sequence: 0, waiting: Vec::new() }
    }

    /// The subject on which desks of this role write the session.
    pub(crate) fn subject(id: &SessionId, role: Role) -> String {
        format!("{id}.{role}")
    }

    fn role_on(&self, subject: &str) -> Option<Role> {
        let (session, role) = subject.split_once('.')?;
        role.parse().ok().filter(|_| session == self.id.as_str())
    }

    /// Nothing before the header has come.
    pub(crate) fn record(&self) -> Option<&Record> {
        self.record.as_ref()
    }

    /// The place of the last message that was looked at.
    pub(crate) fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Takes the next message.
    pub(crate) fn take(&mut self, message: &StreamMessage) -> Taken {
        let before = (self.sequence, self.waiting.clone());
        self.sequence = message.sequence;
        let taken = self.look_at(message);
        if matches!(taken, Taken::Unknown { .. }) {
            // It stays the next one: a newer program takes it.
            (self.sequence, self.waiting) = before;
        }
        taken
    }

    fn look_at(&mut self, message: &StreamMessage) -> Taken {
        let waiting = std::mem::take(&mut self.waiting);
        let Some(role) = self.role_on(&message.subject) else { return Taken::Void };
        let Some(record) = &mut self.record else {
            return self.take_header(role, &message.payload);
        };
        if !waiting.is_empty() {
            let lines = [waiting.as_slice(), &message.payload].concat();
            match record.take_lines(&lines, role) {
                Err(Unfit::NotNext) => {}
                taken => return self.taken(taken, lines),
            }
        }
        let taken = record.take_lines(&message.payload, role);
        self.taken(taken, message.payload.clone())
    }

    fn taken(&mut self, taken: Result<Batch, Unfit>, lines: Vec<u8>) -> Taken {
        match taken {
            Ok(batch) => Taken::Events(batch),
            Err(Unfit::NotNext) => Taken::Void,
            Err(Unfit::Unknown { kind, .. }) => Taken::Unknown { kind },
            Err(Unfit::Incomplete) => {
                self.waiting = lines;
                Taken::NoEvents
            }
        }
    }

    fn take_header(&mut self, role: Role, payload: &[u8]) -> Taken {
        if role != Role::Moderator {
            return Taken::Void;
        }
        let line = payload.strip_suffix(b"\n").unwrap_or(payload);
        let header = Header::decode(line).ok().filter(|header| header.id == self.id);
        // A header that is written otherwise would give the files other bytes.
        let header = header.filter(|header| header.line().as_bytes() == line);
        self.record = header.map(Record::new);
        if self.record.is_some() { Taken::NoEvents } else { Taken::Void }
    }
}

#[cfg(test)]
mod tests;
