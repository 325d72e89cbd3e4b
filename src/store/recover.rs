//! Mending what only a person may ask to have mended; every byte of the damaged file is kept.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::session::event::Recorded;

use crate::record::header::{Header, SessionId};
use crate::record::line::Line;
use crate::record::lines::Lines;
use crate::record::log::Record;
use crate::record::scan::{Scan, Tail, lines_of, scan};
use crate::store::beside;
use crate::store::black_box::Boxed;
use crate::store::disk::Disk;
use crate::store::lock::{Lock, StateFolder};
use crate::store::locked::Locked;
use crate::store::merge::parting;
use crate::store::open::OpenError;
use crate::store::read::{ReadError, contents};
use crate::store::storage::{Access, Storage, put_over};

/// What became of a damaged file.
#[derive(Debug)]
pub enum Recovered {
    /// There was nothing to mend.
    Whole { events: u64 },
    /// The file holds what precedes the damage, and what the black box had after that.
    Mended {
        /// What it holds now.
        record: Box<Record>,
        /// How many of its events only the black box still had.
        from_box: u64,
        /// The file as it was; `None` when nothing in it was damaged.
        kept_beside: Option<PathBuf>,
        salvage: Option<Salvaged>,
    },
    /// Without its first line nothing can be opened; the file is as it was.
    Headless { salvage: Option<Salvaged> },
}

/// Whole lines from behind the damage.
#[derive(Debug)]
pub struct Salvaged {
    pub path: PathBuf,
    pub lines: usize,
    /// Those of them that can be understood and that the file does not hold again.
    pub events: Vec<Recorded>,
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

/// Keeps what precedes the damage, and what the black box has after it; beside it the damaged file and
/// the whole lines that are in neither.
///
/// # Errors
/// The file is in use, is of a newer program, or the copies cannot be written; it is as it was.
pub fn recover(path: &Path, state: &StateFolder) -> Result<Recovered, RecoverError> {
    recover_on(&Disk, path, state)
}

/// As [`recover`], on a given disk.
///
/// # Errors
/// As [`recover`].
pub fn recover_on(
    disk: &dyn Storage,
    path: &Path,
    state: &StateFolder,
) -> Result<Recovered, RecoverError> {
    let (locked, lock) = match Locked::take(disk, path, state) {
        Err(OpenError::Damaged(Tail::Headless { salvage })) => {
            return headless(disk, path, state, &salvage);
        }
        // The black box may know what stood there.
        Err(OpenError::Read(ReadError::Io(error))) if error.kind() == ErrorKind::NotFound => {
            return headless(disk, path, state, &[]);
        }
        locked => locked?,
    };
    if let Tail::Unknown { kind, .. } = &locked.scan.tail {
        return Err(OpenError::Newer { kind: kind.clone() }.into());
    }
    let here = locked.record().fingerprint().events;
    let boxed = read_box(disk, &state.black_box(&locked.record().header().id));
    let more = boxed.filter(|(scan, _)| {
        let there = scan.record.fingerprint().events;
        parting(locked.record(), &scan.record) == here && there > here
    });
    let (lines, from_box) = match more {
        Some((scan, lines)) => (lines, scan.record.fingerprint().events - here),
        None if locked.scan.tail == Tail::Clean => return Ok(Recovered::Whole { events: here }),
        // The first line reads well and yet none fits it: it may say the name of another session.
        None if here == 0 && black_box_with(disk, state, locked.scan.tail.salvage()).is_some() => {
            return headless(disk, path, state, locked.scan.tail.salvage());
        }
        None => {
            let (header, lines) = lines_of(&locked.bytes[..locked.scan.end]);
            (Lines::made_of(&header, &lines), 0)
        }
    };
    let suffix = match &locked.scan.tail {
        Tail::Clean => None,
        Tail::Torn { .. } => Some("torn"),
        _ => Some("damaged"),
    };
    let rebuilt = Rebuilding { disk, path: &locked.path, bytes: &locked.bytes, suffix };
    let rebuilt = rebuilt.from(&lines, from_box, locked.scan.tail.salvage())?;
    lock.note(Some(locked.path));
    Ok(rebuilt)
}

/// A damaged file that is to be written anew.
struct Rebuilding<'a> {
    disk: &'a dyn Storage,
    path: &'a Path,
    /// As it was.
    bytes: &'a [u8],
    /// What a copy of it is called; `None` when nothing in it is damaged.
    suffix: Option<&'static str>,
}

impl Rebuilding<'_> {
    /// Writes the lines in its place, once everything of it is kept.
    fn from(
        &self,
        lines: &Lines,
        from_box: u64,
        salvage: &[String],
    ) -> Result<Recovered, RecoverError> {
        let &Self { disk, path, bytes, suffix } = self;
        let document = lines.public();
        let whole = scan(&document).map_err(OpenError::from)?;
        if whole.tail != Tail::Clean {
            return Err(OpenError::Damaged(whole.tail).into());
        }
        let kept_beside = suffix.map(|suffix| {
            beside::keep(disk, bytes, |number| {
                beside::with_suffix(path, &format!(".{suffix}-{number}"))
            })
        });
        let kept_beside = kept_beside.transpose()?;
        let mut salvage = keep_salvage(disk, path, salvage)?;
        if let Some(salvage) = &mut salvage {
            let session = whole.record.session();
            salvage.events.retain(|event| session.event(event.seq) != Some(event));
        }
        put_over(disk, &disk.real(path).unwrap_or_else(|_| path.to_owned()), &document)?;
        Ok(Recovered::Mended { record: Box::new(whole.record), from_box, kept_beside, salvage })
    }
}

/// A file whose first line is lost is known by its later lines, one that is empty or gone by its place: the
/// black box that has them has the rest.
fn headless(
    disk: &dyn Storage,
    path: &Path,
    state: &StateFolder,
    salvage: &[String],
) -> Result<Recovered, RecoverError> {
    let path = std::path::absolute(path)?;
    let by_place = || match salvage {
        [] => black_box_of(disk, state, &path),
        _ => None,
    };
    let there = disk.likeness(&path);
    let Some((id, events, lines)) = black_box_with(disk, state, salvage).or_else(by_place) else {
        there.map_err(OpenError::from)?;
        return Ok(Recovered::Headless { salvage: keep_salvage(disk, &path, salvage)? });
    };
    let lock = Lock::take(state, &id).map_err(OpenError::from)?;
    let bytes = match there {
        Ok(_) => contents(disk.open(&path, Access::Read)?.as_ref()).map_err(OpenError::from)?.0,
        Err(_) => Vec::new(),
    };
    let suffix = (!bytes.is_empty()).then_some("damaged");
    let rebuilding = Rebuilding { disk, path: &path, bytes: &bytes, suffix };
    let rebuilt = rebuilding.from(&lines, events, salvage)?;
    lock.note(Some(path));
    Ok(rebuilt)
}

/// The black box that has one of these lines: whose it is, how many events it has, and all its lines.
fn black_box_with(
    disk: &dyn Storage,
    state: &StateFolder,
    salvage: &[String],
) -> Option<(SessionId, u64, Lines)> {
    state.black_boxes().iter().find_map(|black_box| {
        let (scan, lines) = read_box(disk, black_box)?;
        let has_it = lines.each().any(|line| salvage.iter().any(|other| other.as_bytes() == line));
        has_it.then_some((scan.header?.id, scan.record.fingerprint().events, lines))
    })
}

/// The black box of the session that was written at `path` last, when the file itself cannot say which.
fn black_box_of(
    disk: &dyn Storage,
    state: &StateFolder,
    path: &Path,
) -> Option<(SessionId, u64, Lines)> {
    let id = state.session_at(path)?;
    let (scan, lines) = read_box(disk, &state.black_box(&id))?;
    Some((id, scan.record.fingerprint().events, lines))
}

fn read_box(disk: &dyn Storage, path: &Path) -> Option<(Scan, Lines)> {
    Boxed::read(disk, path).ok().flatten()?.scanned()
}

fn keep_salvage(disk: &dyn Storage, path: &Path, lines: &[String]) -> io::Result<Option<Salvaged>> {
    if lines.is_empty() {
        return Ok(None);
    }
    let stem = path.with_extension("");
    let text = lines.join("\n") + "\n";
    let path = beside::keep(disk, text.as_bytes(), |number| match number {
        1 => beside::with_suffix(&stem, ".salvage.jsonl"),
        _ => beside::with_suffix(&stem, &format!(".salvage-{number}.jsonl")),
    })?;
    let unknown = Header::unknown().created;
    let events = lines.iter().filter_map(|line| Line::parse(line.as_bytes())?.recorded(unknown));
    Ok(Some(Salvaged { path, lines: lines.len(), events: events.collect() }))
}
