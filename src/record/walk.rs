//! Reads a file line by line up to the first line that is not whole, and says what follows it.

use std::thread;

use crate::session::batch::BatchSpan;
use crate::session::event::{Event, Recorded};
use crate::session::number::Seq;
use crate::session::refusal::Refusal;

use crate::record::ahead::Ahead;
use crate::record::bytes::{
    are_blanks, has_gap, has_unwritten_sector, is_blank, is_void, line_at, trimmed,
};
use crate::record::chain::Hash;
use crate::record::line::Line;
use crate::record::log::Record;
use crate::record::salvage::{salvage, salvage_until, whole_line_within};
use crate::record::tail::Tail;

/// Takes every whole line from `start` on into `record`; returns the tail and where it begins.
///
/// Events of one batch are taken together: the record never ends inside a batch.
pub(crate) fn walk(bytes: &[u8], start: usize, record: &mut Record) -> (Tail, usize) {
    thread::scope(|scope| {
        let ahead = Ahead::of(bytes, start, scope);
        let mut walk =
            Walk { bytes, record, end: start, as_written: true, pending: Vec::new(), ahead };
        let tail = walk.down_from(start);
        (tail, walk.end)
    })
}

struct Walk<'scope, 'env, 'a> {
    bytes: &'a [u8],
    record: &'scope mut Record,
    /// Just past the last line whose event was taken.
    end: usize,
    /// Whether around the lines so far stands nothing but blanks, and commas in their places.
    as_written: bool,
    /// Events of a batch of which some are still to come.
    pending: Vec<(Recorded, Hash)>,
    ahead: Ahead<'scope, 'env, 'a>,
}

impl<'a: 'scope, 'scope> Walk<'scope, '_, 'a> {
    fn down_from(&mut self, start: usize) -> Tail {
        let mut at = start;
        let mut void = false;
        while at < self.bytes.len() {
            let (raw, next) = line_at(self.bytes, at);
            let text = trimmed(raw, is_blank);
            if text.iter().all(|byte| is_void(*byte)) {
                void |= !text.is_empty();
            } else if text == b"]}" {
                self.as_written &= !void;
                if self.pending.is_empty() {
                    self.end = at + raw.iter().position(|byte| *byte == b']').unwrap_or_default();
                }
                return self.after_trailer(next);
            } else {
                if let Err(tail) = self.line(raw, text, at) {
                    return tail;
                }
                self.as_written &= !void;
                if self.pending.is_empty() {
                    self.end = next;
                }
            }
            at = next;
        }
        self.torn(self.bytes.len())
    }

    fn line(&mut self, raw: &'a [u8], text: &'a [u8], at: usize) -> Result<(), Tail> {
        let due = self.due();
        let in_place = match due {
            1 => Some(text),
            _ => text.strip_prefix(b",").map(|line| trimmed(line, is_blank)),
        };
        let read = in_place.and_then(|line| self.ahead.line_at(at).or_else(|| Line::parse(line)));
        let as_written = read.is_some();
        let Some(line) = read.or_else(|| whole_line_within(raw).and_then(Line::parse)) else {
            return Err(self.torn(at));
        };
        if line.seq.0 != due {
            return Err(self.gap(at));
        }
        let Some(hash) = line.hash_after(self.head()) else {
            return Err(self.edited(line.seq, at));
        };
        let (seq, kind) = (line.seq, line.kind.clone());
        let before = self.pending.last().map(|(recorded, _)| recorded.at);
        let before = before.or(self.record.session().last_at());
        let Some(recorded) = line.recorded(before.unwrap_or(self.record.header().created)) else {
            return Err(Tail::Unknown { seq, kind: kind.into_owned() });
        };
        self.take(recorded, hash).map_err(|refusal| {
            let salvage = salvage(&self.bytes[self.end.min(at)..]);
            Tail::Impossible { seq, refusal, salvage }
        })?;
        self.as_written &= as_written;
        Ok(())
    }

    /// Takes the event, or keeps it until its batch is complete.
    fn take(&mut self, mut recorded: Recorded, hash: Hash) -> Result<(), Refusal> {
        if let Some(open) = self.open_batch() {
            // A withheld line says nothing of its batch.
            if matches!(recorded.event, Event::Withheld(_)) {
                recorded.envelope.batch = Some(open);
            }
            if recorded.envelope.batch != Some(open) {
                return Err(Refusal::MisplacedBatch(recorded.seq));
            }
        }
        let is_complete = recorded.incomplete_batch().is_none();
        if is_complete && self.pending.is_empty() {
            return self.record.take(recorded, hash);
        }
        self.pending.push((recorded, hash));
        if is_complete { self.take_pending() } else { Ok(()) }
    }

    fn take_pending(&mut self) -> Result<(), Refusal> {
        let events = self.record.session().history().len();
        for (recorded, hash) in self.pending.drain(..) {
            if let Err(refusal) = self.record.take(recorded, hash) {
                *self.record = self.record.after(events);
                return Err(refusal);
            }
        }
        Ok(())
    }

    /// The number of the line that comes next.
    fn due(&self) -> u64 {
        self.record.session().last_seq().0 + 1 + self.pending.len() as u64
    }

    fn head(&self) -> Hash {
        self.pending.last().map_or(self.record.head(), |(_, hash)| *hash)
    }

    fn open_batch(&self) -> Option<BatchSpan> {
        self.pending.last().and_then(|(recorded, _)| recorded.incomplete_batch())
    }

    fn after_trailer(&self, next: usize) -> Tail {
        let rest = &self.bytes[next..];
        match are_blanks(rest) {
            true if !self.pending.is_empty() => self.torn(next),
            true if self.as_written => Tail::Clean,
            true => self.damaged(next),
            false => self.torn(next),
        }
    }

    /// From `from` on nothing can be read, or nothing stands there.
    fn torn(&self, from: usize) -> Tail {
        let (later, until) = self.later(from);
        let is_torn = later.is_empty() || self.is_of_a_torn_batch(&later, until);
        if is_torn && self.as_written { self.torn_at(from) } else { self.damaged(from) }
    }

    /// At `from` stands a later line than the one that is due.
    fn gap(&self, from: usize) -> Tail {
        let (later, until) = self.later(from);
        let is_torn = self.is_of_a_torn_batch(&later, until);
        if is_torn && self.as_written { self.torn_at(from) } else { self.damaged(from) }
    }

    fn edited(&self, seq: Seq, at: usize) -> Tail {
        let next = line_at(self.bytes, at).1;
        let (later, until) = self.later(next);
        let is_torn = later.is_empty() || self.is_of_a_torn_batch(&later, until);
        if is_torn && self.as_written && has_unwritten_sector(self.bytes, at, next) {
            return self.torn_at(next);
        }
        Tail::Edited { seq, salvage: salvage(&self.bytes[self.broken_from(at)..]) }
    }

    fn torn_at(&self, from: usize) -> Tail {
        let rest = self.bytes[self.broken_from(from)..].iter();
        Tail::Torn { bytes: rest.filter(|byte| !is_void(**byte)).count() }
    }

    fn damaged(&self, from: usize) -> Tail {
        let salvage = salvage(&self.bytes[self.broken_from(from)..]);
        Tail::Damaged { after: self.record.session().last_seq(), salvage }
    }

    /// The whole lines of an incomplete batch were not taken either.
    fn broken_from(&self, from: usize) -> usize {
        if self.pending.is_empty() { from } else { self.end.min(from) }
    }

    /// The whole lines from `from` on, and where the last of them ends.
    fn later(&self, from: usize) -> (Vec<String>, usize) {
        let (later, end) = salvage_until(&self.bytes[from..]);
        (later, from + end)
    }

    /// Whether the whole lines behind the gap were written together with what is missing, by a write of
    /// which a sector never arrived. Other whole lines behind a gap are damage in the middle.
    fn is_of_a_torn_batch(&self, later: &[String], until: usize) -> bool {
        let first = self.record.session().last_seq().0 + 1;
        let mut events = later.iter().map(|line| self.read_alone(line));
        let is_of_batch = |recorded: &Recorded| {
            let batch = recorded.envelope.batch;
            batch.is_some_and(|batch| batch.first.0 == first && batch.contains(recorded.seq))
        };
        // Before there were batches, two lines were written together: a new delegate and their question.
        let is_of_pair = |recorded: &Recorded| match &recorded.event {
            Event::QuestionAsked(asked) => {
                later.len() == 1 && recorded.seq.0 == first + 1 && asked.delegate.is_some()
            }
            _ => false,
        };
        let is_of_either = |recorded: Recorded| is_of_batch(&recorded) || is_of_pair(&recorded);
        !later.is_empty()
            && (has_unwritten_sector(self.bytes, self.end, until)
                || has_gap(self.bytes.get(self.end..until).unwrap_or_default()))
            && events.all(|recorded| recorded.is_some_and(is_of_either))
    }

    fn read_alone(&self, line: &str) -> Option<Recorded> {
        Line::parse(line.as_bytes())?.recorded(self.record.header().created)
    }
}
