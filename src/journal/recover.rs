//! Mending what only a person may ask to have mended; every byte of the damaged file is kept.

use std::io;
use std::path::{Path, PathBuf};

use super::beside;
use super::lock::StateFolder;
use super::open::{Locked, OpenError};
use super::public_file::{RESERVE, TRAILER};
use super::read::contents;
use super::regular::open_to_read;
use super::scan::{Tail, lines_of, scan};
use super::tidy::replace;

/// What became of a damaged file.
#[derive(Debug, PartialEq, Eq)]
pub enum Recovered {
    /// There was nothing to mend.
    Whole { events: u64 },
    /// The file holds what precedes the damage.
    Mended { events: u64, kept_beside: PathBuf, salvage: Option<Salvaged> },
    /// Without its first line nothing can be opened; the file is as it was.
    Headless { salvage: Option<Salvaged> },
}

/// Whole lines from behind the damage.
#[derive(Debug, PartialEq, Eq)]
pub struct Salvaged {
    pub path: PathBuf,
    pub lines: usize,
}

/// Why a file could not be mended.
#[derive(Debug)]
pub enum RecoverError {
    Open(OpenError),
    Io(io::Error),
}

impl From<OpenError> for RecoverError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}

impl From<io::Error> for RecoverError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Keeps what precedes the damage, and beside it the damaged file and the later whole lines.
///
/// # Errors
/// The file is in use, is of a newer program, or the copies cannot be written; it is as it was.
pub fn recover(path: &Path, state: &StateFolder) -> Result<Recovered, RecoverError> {
    let locked = match Locked::take(path, state) {
        Err(OpenError::Damaged(Tail::Headless { .. })) => return headless(path),
        locked => locked?,
    };
    let events = locked.scan.record.fingerprint().events;
    let suffix = match &locked.scan.tail {
        Tail::Clean => return Ok(Recovered::Whole { events }),
        Tail::Unknown { kind, .. } => {
            return Err(OpenError::Newer { kind: kind.clone() }.into());
        }
        Tail::Torn { .. } => "torn",
        _ => "damaged",
    };
    let kept_beside = beside::keep(&locked.bytes, |number| {
        beside::with_suffix(&locked.path, &format!(".{suffix}-{number}"))
    })?;
    let salvage = keep_salvage(&locked.path, locked.scan.tail.salvage())?;
    let document = document(&locked.bytes, locked.scan.end);
    let whole = scan(document.as_bytes()).map_err(OpenError::from)?;
    if whole.tail != Tail::Clean || whole.record.fingerprint().events != events {
        return Err(OpenError::Damaged(whole.tail).into());
    }
    replace(&locked.path, document.as_bytes())?;
    Ok(Recovered::Mended { events, kept_beside, salvage })
}

fn headless(path: &Path) -> Result<Recovered, RecoverError> {
    let (bytes, failure) = contents(&mut open_to_read(path)?).map_err(OpenError::from)?;
    failure.map_or(Ok(()), Err)?;
    let scan = scan(&bytes).map_err(OpenError::from)?;
    let salvage = keep_salvage(path, scan.tail.salvage())?;
    Ok(Recovered::Headless { salvage })
}

/// The live document of the whole lines before `end`, each as it stands.
fn document(bytes: &[u8], end: usize) -> String {
    let (header, lines) = lines_of(&bytes[..end]);
    let mut document = format!("{header}\n");
    for (place, line) in lines.iter().enumerate() {
        if place > 0 {
            document.push(',');
        }
        document.push_str(line);
        document.push('\n');
    }
    document.push_str(TRAILER);
    document.extend(std::iter::repeat_n(' ', RESERVE));
    document
}

fn keep_salvage(path: &Path, lines: &[String]) -> io::Result<Option<Salvaged>> {
    if lines.is_empty() {
        return Ok(None);
    }
    let stem = path.with_extension("");
    let text = lines.join("\n") + "\n";
    let path = beside::keep(text.as_bytes(), |number| match number {
        1 => beside::with_suffix(&stem, ".salvage.jsonl"),
        _ => beside::with_suffix(&stem, &format!(".salvage-{number}.jsonl")),
    })?;
    Ok(Some(Salvaged { path, lines: lines.len() }))
}
