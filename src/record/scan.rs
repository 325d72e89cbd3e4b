//! Recovery: a pure function from the bytes of a file to the events that are whole.

use crate::record::bytes::{is_blank, is_void, line_at, trimmed};
use crate::record::chain::Hash;
use crate::record::header::{Header, HeaderFault, OPENING};
use crate::record::log::Record;
use crate::record::salvage::salvage;
use crate::record::walk::walk;

pub use crate::record::tail::Tail;

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

#[cfg(test)]
mod tests;
