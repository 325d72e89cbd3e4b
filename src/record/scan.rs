//! Recovery: a pure function from the bytes of a file to the events that are whole.

use std::io::BufRead;
use std::thread;

use crate::session::number::Seq;
use crate::session::refusal::Refusal;

use crate::record::ahead::Ahead;
use crate::record::chain::Hash;
use crate::record::header::{Header, HeaderFault, OPENING};
use crate::record::line::{Line, whole_line_within, whole_lines_within};
use crate::record::log::Record;

/// What a file holds, and in what state its end is.
#[derive(Debug)]
pub struct Scan {
    /// `None` when it could not be read; then there is no event either.
    pub header: Option<Header>,
    pub record: Record,
    pub tail: Tail,
    /// Where the next line goes: just past the last whole line, where the trailer stands or belongs.
    pub end: usize,
}

/// What follows the last whole line. Salvage is every later line that is whole in itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Tail {
    /// The trailer and nothing but blanks.
    Clean,
    /// A partial line, rubbish or nothing at all: a write that was cut short.
    Torn { bytes: usize },
    /// Something is broken though whole lines follow, or between whole lines.
    Damaged { after: Seq, salvage: Vec<String> },
    /// The line reads well and its hash does not fit.
    Edited { seq: Seq, salvage: Vec<String> },
    /// The line is sealed, and could not have happened.
    Impossible { seq: Seq, refusal: Refusal, salvage: Vec<String> },
    /// The line is sealed, and of a kind or with a field that this program does not know.
    Unknown { seq: Seq, kind: String },
    /// The first line is broken: without it no other can be checked.
    Headless { salvage: Vec<String> },
}

impl Tail {
    /// Lines behind the damage that are whole in themselves.
    pub fn salvage(&self) -> &[String] {
        match self {
            Self::Damaged { salvage, .. }
            | Self::Edited { salvage, .. }
            | Self::Impossible { salvage, .. }
            | Self::Headless { salvage } => salvage,
            Self::Clean | Self::Torn { .. } | Self::Unknown { .. } => &[],
        }
    }
}

/// Why bytes are not a session file of this program at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foreign {
    NotASession,
    OtherFormat(String),
}

/// Reads what is whole in `bytes`. Never panics, whatever they are.
///
/// # Errors
/// The bytes are no session file, or one of another format.
pub fn scan(bytes: &[u8]) -> Result<Scan, Foreign> {
    let (first, after) = line_at(bytes, 0);
    let line = trimmed(first, is_blank);
    match Header::decode(line) {
        Ok(header) => {
            let mut record = Record::sealed(header.clone(), Header::hash(line));
            let (tail, end) = walk(bytes, after, &mut record);
            Ok(Scan { header: Some(header), record, tail, end })
        }
        Err(HeaderFault::OtherFormat(format)) => Err(Foreign::OtherFormat(format)),
        Err(HeaderFault::Unreadable) => headless(bytes),
    }
}

fn headless(bytes: &[u8]) -> Result<Scan, Foreign> {
    let salvage = salvage(bytes);
    let start = &bytes[..bytes.len().min(OPENING.len())];
    let ours = OPENING.as_bytes().starts_with(start)
        || bytes.windows(10).take(4096).any(|window| window == b"\"doithoai/")
        || bytes.iter().all(|byte| is_void(*byte))
        || !salvage.is_empty();
    if !ours {
        return Err(Foreign::NotASession);
    }
    let record = Record::sealed(Header::unknown(), Hash::NONE);
    Ok(Scan { header: None, record, tail: Tail::Headless { salvage }, end: 0 })
}

/// Takes every whole line from `start` on into `record`; returns the tail and where it begins.
pub(crate) fn walk(bytes: &[u8], start: usize, record: &mut Record) -> (Tail, usize) {
    thread::scope(|scope| {
        let ahead = Ahead::of(bytes, start, scope);
        let mut walk = Walk { bytes, record, end: start, as_written: true, ahead };
        let tail = walk.down_from(start);
        (tail, walk.end)
    })
}

struct Walk<'scope, 'env, 'a> {
    bytes: &'a [u8],
    record: &'scope mut Record,
    end: usize,
    /// Whether around the lines so far stands nothing but blanks, and commas in their places.
    as_written: bool,
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
                self.end = at + raw.iter().position(|byte| *byte == b']').unwrap_or_default();
                self.as_written &= !void;
                return self.after_trailer(next);
            } else {
                if let Err(tail) = self.line(raw, text, at) {
                    return tail;
                }
                self.as_written &= !void;
                self.end = next;
            }
            at = next;
        }
        self.torn(self.bytes.len())
    }

    fn line(&mut self, raw: &'a [u8], text: &'a [u8], at: usize) -> Result<(), Tail> {
        let due = self.record.session().last_seq().0 + 1;
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
            return Err(self.damaged(at));
        }
        let Some(hash) = line.hash_after(self.record.head()) else {
            return Err(self.edited(line.seq, at));
        };
        let (seq, kind) = (line.seq, line.kind.clone());
        let before = self.record.session().last_at().unwrap_or(self.record.header().created);
        let Some(recorded) = line.recorded(before) else {
            return Err(Tail::Unknown { seq, kind: kind.into_owned() });
        };
        self.record.take(recorded, hash).map_err(|refusal| {
            let salvage = salvage(&self.bytes[at..]);
            Tail::Impossible { seq, refusal, salvage }
        })?;
        self.as_written &= as_written;
        Ok(())
    }

    fn after_trailer(&self, next: usize) -> Tail {
        let rest = &self.bytes[next..];
        match are_blanks(rest) {
            true if self.as_written => Tail::Clean,
            true => self.damaged(next),
            false => self.torn(next),
        }
    }

    fn torn(&self, from: usize) -> Tail {
        let salvage = salvage(&self.bytes[from..]);
        if !salvage.is_empty() || !self.as_written {
            return Tail::Damaged { after: self.record.session().last_seq(), salvage };
        }
        let rest = self.bytes[from..].iter();
        Tail::Torn { bytes: rest.filter(|byte| !is_void(**byte)).count() }
    }

    fn damaged(&self, from: usize) -> Tail {
        let salvage = salvage(&self.bytes[from..]);
        Tail::Damaged { after: self.record.session().last_seq(), salvage }
    }

    fn edited(&self, seq: Seq, at: usize) -> Tail {
        let next = line_at(self.bytes, at).1;
        if salvage(&self.bytes[next..]).is_empty() && has_unwritten_sector(self.bytes, at, next) {
            return self.torn(next);
        }
        Tail::Edited { seq, salvage: salvage(&self.bytes[at..]) }
    }
}

/// The line that begins at `start`, without its newline, and where the next one begins.
pub(crate) fn line_at(bytes: &[u8], start: usize) -> (&[u8], usize) {
    let rest = &bytes[start..];
    let mut behind = rest;
    let length = behind.skip_until(b'\n').unwrap_or(rest.len());
    let raw = &rest[..length];
    (raw.strip_suffix(b"\n").unwrap_or(raw), start + length)
}

/// The header's line and every line of an event in `bytes`, without what stands around them.
pub(crate) fn lines_of(bytes: &[u8]) -> (String, Vec<String>) {
    let header = trimmed(line_at(bytes, 0).0, is_blank);
    (String::from_utf8_lossy(header).into_owned(), salvage(bytes))
}

fn salvage(bytes: &[u8]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (raw, next) = line_at(bytes, at);
        let whole = whole_lines_within(raw).into_iter();
        kept.extend(whole.filter_map(|line| String::from_utf8(line.to_vec()).ok()));
        at = next;
    }
    kept
}

/// The disk's unit: it is written whole or not at all.
const SECTOR: usize = 512;

/// Whether a whole sector inside the range was never written: a line of several sectors was cut short,
/// and what is missing happens to lie inside a text.
fn has_unwritten_sector(bytes: &[u8], from: usize, to: usize) -> bool {
    let first = from.next_multiple_of(SECTOR);
    let inside = bytes.get(first..to).unwrap_or_default();
    inside.chunks_exact(SECTOR).any(|sector| sector.iter().all(|byte| is_void(*byte)))
}

pub(crate) fn trimmed(bytes: &[u8], drop: fn(u8) -> bool) -> &[u8] {
    let start = bytes.iter().position(|byte| !drop(*byte)).unwrap_or(bytes.len());
    let end = bytes.iter().rposition(|byte| !drop(*byte)).map_or(start, |last| last + 1);
    &bytes[start..end]
}

/// What JSON allows between its parts.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Whether nothing else stands here. The reserve is long: looked at many bytes at a time.
fn are_blanks(bytes: &[u8]) -> bool {
    let whole = |chunk: &[u8]| chunk.iter().fold(true, |good, byte| good & is_blank(*byte));
    bytes.chunks(4096).all(whole)
}

/// Blanks, and what file systems put where nothing was written.
fn is_void(byte: u8) -> bool {
    byte == 0 || is_blank(byte)
}

#[cfg(test)]
mod tests;
