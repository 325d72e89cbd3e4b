//! A session with its hash chain, and what one command adds to both. Pure.

use crate::session::Session;
use crate::session::command::{Command, Occasion};
use crate::session::event::Recorded;
use crate::session::pending_batch::PendingBatch;
use crate::session::refusal::Refusal;

use crate::record::chain::{Fingerprint, Hash};
use crate::record::encode;
use crate::record::header::Header;
use crate::record::line::LINE;

/// A session with the hashes that seal it.
#[derive(Clone, Debug)]
pub struct Record {
    header: Header,
    session: Session,
    /// The header's hash, then each event's.
    heads: Vec<Hash>,
    /// Whether a durable event could not be applied: the session in memory is not the one in the file.
    ended: bool,
}

/// What one command adds: events and their lines, neither written nor applied yet.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    lines: Vec<String>,
    events: Vec<Recorded>,
    heads: Vec<Hash>,
}

impl Batch {
    /// Of lines that were read, with their events and hashes.
    #[cfg(feature = "nats")]
    pub(crate) fn read(lines: Vec<String>, events: Vec<Recorded>, heads: Vec<Hash>) -> Self {
        Self { lines, events, heads }
    }

    /// Without the first `count` events.
    #[cfg(feature = "nats")]
    pub(crate) fn after(mut self, count: usize) -> Self {
        let count = count.min(self.events.len());
        self.lines.drain(..count);
        self.events.drain(..count);
        self.heads.drain(..count);
        self
    }

    /// The hash of its last event.
    #[cfg(feature = "nats")]
    pub(crate) fn last_hash(&self) -> Hash {
        self.heads.last().copied().unwrap_or(Hash::NONE)
    }

    /// As the file keeps them, without commas.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    pub fn events(&self) -> &[Recorded] {
        &self.events
    }

    /// The bytes that stand in the file, each line with its comma unless it is the first of all.
    pub(crate) fn document(&self) -> String {
        let mut text = String::with_capacity(self.lines.iter().map(|line| line.len() + 2).sum());
        for (line, recorded) in self.lines.iter().zip(&self.events) {
            if recorded.seq.0 > 1 {
                text.push(',');
            }
            text.push_str(line);
            text.push('\n');
        }
        text
    }

    pub(crate) fn extend(&mut self, more: Self) {
        self.lines.extend(more.lines);
        self.events.extend(more.events);
        self.heads.extend(more.heads);
    }
}

impl Record {
    /// A record to which nothing has happened yet.
    #[must_use]
    pub fn new(header: Header) -> Self {
        let hash = Header::hash(header.line().as_bytes());
        Self::sealed(header, hash)
    }

    /// As [`Record::new`], for a header line that was read and may be written differently.
    pub(crate) fn sealed(header: Header, hash: Hash) -> Self {
        Self { header, session: Session::new(), heads: vec![hash], ended: false }
    }

    /// A new record with everything it begins with, and that as one batch to be written at once.
    ///
    /// # Errors
    /// The first command that is refused, by its place, and why.
    pub fn founded(
        header: Header,
        commands: Vec<Command>,
        occasion: &Occasion,
    ) -> Result<(Self, Batch), (usize, Refusal)> {
        let mut record = Self::new(header);
        let mut whole = Batch::default();
        for (place, command) in commands.into_iter().enumerate() {
            let batch = record.prepare(command, occasion).map_err(|refusal| (place, refusal))?;
            whole.extend(batch.clone());
            record.settle(batch).map_err(|refusal| (place, refusal))?;
        }
        Ok((record, whole))
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint { events: self.session.last_seq().0, head: self.head() }
    }

    /// The fingerprint the record had after `events` events, if it ever had so many.
    pub fn fingerprint_after(&self, events: u64) -> Option<Fingerprint> {
        let head = self.heads.get(usize::try_from(events).ok()?)?;
        Some(Fingerprint { events, head: *head })
    }

    /// The record as it was after `events` events; all of it when it has no more.
    #[must_use]
    pub fn after(&self, events: usize) -> Self {
        Self {
            header: self.header.clone(),
            session: self.session.as_of(events),
            heads: self.heads.iter().take(events.saturating_add(1)).copied().collect(),
            ended: self.ended,
        }
    }

    /// Decides and encodes a command; nothing has changed yet.
    ///
    /// # Errors
    /// The session's refusal, a line longer than a reader would take, or [`Refusal::WritingEnded`] after
    /// [`Record::settle`] failed.
    pub fn prepare(&self, command: Command, occasion: &Occasion) -> Result<Batch, Refusal> {
        if self.ended {
            return Err(Refusal::WritingEnded);
        }
        self.sealed_batch(self.session.decide(command, occasion)?)
    }

    /// Decides and encodes several commands as one batch, each on top of those before it.
    ///
    /// # Errors
    /// As for [`Record::prepare`]; one refused command refuses them all.
    pub fn prepare_all<'a>(
        &self,
        commands: impl IntoIterator<Item = (Command, &'a Occasion)>,
    ) -> Result<Batch, Refusal> {
        if self.ended {
            return Err(Refusal::WritingEnded);
        }
        let mut pending = PendingBatch::on(&self.session);
        for (command, occasion) in commands {
            pending.add(command, occasion)?;
        }
        self.sealed_batch(pending.into_events()?)
    }

    fn sealed_batch(&self, events: Vec<Recorded>) -> Result<Batch, Refusal> {
        let mut head = self.head();
        let mut lines = Vec::with_capacity(events.len());
        let mut heads = Vec::with_capacity(events.len());
        for recorded in &events {
            let (line, hash) =
                encode::line(recorded, head).ok_or(Refusal::OnlyRead(recorded.seq))?;
            if line.len() > LINE {
                return Err(Refusal::TooMuchText { length: line.len(), limit: LINE });
            }
            head = hash;
            lines.push(line);
            heads.push(hash);
        }
        Ok(Batch { lines, events, heads })
    }

    /// Applies a batch that has become durable.
    ///
    /// # Errors
    /// An event could not be applied, against the law that what `decide` allows, `apply` accepts. Nothing more may be written: the file holds what this record does
    /// not, and [`Record::prepare`] refuses from now on.
    pub fn settle(&mut self, batch: Batch) -> Result<(), Refusal> {
        for (recorded, hash) in batch.events.into_iter().zip(batch.heads) {
            self.take(recorded, hash).inspect_err(|_| self.ended = true)?;
        }
        Ok(())
    }

    /// Takes an event that was read with its hash.
    pub(crate) fn take(&mut self, recorded: Recorded, hash: Hash) -> Result<(), Refusal> {
        self.session.apply(recorded)?;
        self.heads.push(hash);
        Ok(())
    }

    pub(crate) fn head(&self) -> Hash {
        self.heads.last().copied().unwrap_or(Hash::NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::Record;
    use crate::record::header::Header;
    use crate::session::command::{Command, Moment, Occasion};
    use crate::session::number::Seq;
    use crate::session::payload::{Opening, Reason};
    use crate::session::refusal::Refusal;

    #[test]
    fn after_a_batch_that_cannot_be_applied_nothing_more_is_prepared() {
        let at = Moment::Given(Header::unknown().created);
        let occasion = Occasion::new(at, "thư ký", String::new());
        let opening = Command::Open(Opening { title: "T".to_owned(), ..Opening::default() });
        let (mut record, _) =
            Record::founded(Header::unknown(), vec![opening], &occasion).expect("allowed");
        let pause = Command::Pause(Reason::default());
        let one = record.prepare(pause.clone(), &occasion).expect("allowed");
        let other = record.prepare(pause, &occasion).expect("allowed");
        assert_eq!(record.settle(one), Ok(()));
        let refusal = Refusal::OutOfSequence { expected: Seq(3), found: Seq(2) };
        assert_eq!(record.settle(other), Err(refusal));
        let resume = record.prepare(Command::Resume(Reason::default()), &occasion);
        assert_eq!(resume.err(), Some(Refusal::WritingEnded));
    }
}
