//! Lines that were sent by another program: whether they continue a record, by a rule that needs nothing else.

use crate::session::batch::BatchSpan;
use crate::session::event::{Event, Recorded};
use crate::session::number::Seq;
use crate::session::role::Role;

use crate::record::chain::Hash;
use crate::record::line::Line;
use crate::record::log::{Batch, Record};

/// Why lines do not continue a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// They are no lines, not the next ones, or of events that the session or the role does not admit.
    NotNext,
    /// They continue it, and the group they belong to has lines that are still to come.
    Incomplete,
    /// They continue it with a kind, or a field, that this program does not know.
    Unknown { seq: Seq, kind: String },
}

impl Record {
    /// Takes lines in exactly the bytes the file has them, whole groups alone; what is not taken changes
    /// nothing.
    pub(crate) fn take_lines(&mut self, lines: &[u8], role: Role) -> Result<Batch, Unfit> {
        let mut reader = LineReader::after(self);
        for line in lines.strip_suffix(b"\n").ok_or(Unfit::NotNext)?.split(|byte| *byte == b'\n') {
            reader.read(line)?;
        }
        if reader.open.is_some() {
            return Err(Unfit::Incomplete);
        }
        let LineReader { lines, events, heads, .. } = reader;
        let before = self.session().history();
        if !events.iter().all(|recorded| role.permits(&recorded.event, before)) {
            return Err(Unfit::NotNext);
        }
        let before = before.len();
        for (recorded, hash) in events.iter().zip(&heads) {
            if self.take(recorded.clone(), *hash).is_err() {
                *self = self.after(before);
                return Err(Unfit::NotNext);
            }
        }
        Ok(Batch::read(lines, events, heads))
    }
}

struct LineReader<'a> {
    record: &'a Record,
    head: Hash,
    /// The group that the next line belongs to, if it belongs to one that has begun.
    open: Option<BatchSpan>,
    lines: Vec<String>,
    events: Vec<Recorded>,
    heads: Vec<Hash>,
}

impl<'a> LineReader<'a> {
    fn after(record: &'a Record) -> Self {
        let head = record.head();
        Self { record, head, open: None, lines: Vec::new(), events: Vec::new(), heads: Vec::new() }
    }

    fn read(&mut self, written: &[u8]) -> Result<(), Unfit> {
        let due = self.record.session().last_seq().0 + 1 + self.events.len() as u64;
        let bare = if due == 1 { Some(written) } else { written.strip_prefix(b",") };
        let bare = bare.filter(|line| line.starts_with(b"{")).ok_or(Unfit::NotNext)?;
        let line = Line::parse(bare).filter(|line| line.seq.0 == due).ok_or(Unfit::NotNext)?;
        let hash = line.hash_after(self.head).ok_or(Unfit::NotNext)?;
        let (seq, kind) = (line.seq, line.kind.clone().into_owned());
        let last = self.events.last().map(|recorded| recorded.at);
        let before = last.or(self.record.session().last_at());
        let recorded = line
            .recorded(before.unwrap_or(self.record.header().created))
            .ok_or(Unfit::Unknown { seq, kind })?;
        let is_withheld = matches!(recorded.event, Event::Withheld(_));
        if is_withheld || (self.open.is_some() && recorded.envelope.batch != self.open) {
            return Err(Unfit::NotNext);
        }
        self.open = recorded.incomplete_batch();
        self.head = hash;
        self.lines.push(String::from_utf8(bare.to_vec()).map_err(|_| Unfit::NotNext)?);
        self.events.push(recorded);
        self.heads.push(hash);
        Ok(())
    }
}
