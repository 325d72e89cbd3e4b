//! Mending what only a person may ask to have mended; every byte of the damaged file is kept.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::session::event::Recorded;
use crate::session::number::Seq;

use crate::record::header::{Header, SessionId};
use crate::record::line::Line;
use crate::record::lines::Lines;
use crate::record::log::Record;
use crate::record::salvage::{lines_of, whole_lines_within};
use crate::record::scan::{Scan, Tail, scan};
use crate::store::atomic::put_over;
use crate::store::black_box::Boxed;
use crate::store::disk::Disk;
use crate::store::kept;
use crate::store::lock::Lock;
use crate::store::locked::Locked;
use crate::store::merge::shared_events;
use crate::store::open::keep_branch;
use crate::store::opened::OpenError;
use crate::store::read::{ReadError, contents};
use crate::store::state_folder::StateFolder;
use crate::store::storage::{Access, Storage};

/// What became of a damaged file.
#[derive(Debug)]
pub enum Recovered {
    /// There was nothing to mend.
    Whole { events: u64 },
    /// The file was whole, and the black box holds other events after some point: another account wrote.
    Parted { events: u64, branch: Branch },
    /// The file holds what precedes the damage, and what the black box had after that.
    Mended {
        /// What it holds now.
        record: Box<Record>,
        /// How many of its events only the black box still had.
        from_box: u64,
        /// The file as it was; `None` when nothing in it was damaged.
        kept_beside: Option<PathBuf>,
        salvage: Option<Salvaged>,
        branch: Option<Branch>,
    },
    /// Without its first line nothing can be opened; the file is as it was.
    Headless { salvage: Option<Salvaged> },
}

/// What only the black box has, where another writer continued the file.
#[derive(Debug)]
pub struct Branch {
    /// The last event that both have.
    pub after: Seq,
    /// A session file with everything the black box held.
    pub kept: PathBuf,
    pub record: Box<Record>,
}

impl Branch {
    /// Its own events.
    pub fn events(&self) -> impl Iterator<Item = &Recorded> {
        let own = usize::try_from(self.after.0).unwrap_or(usize::MAX);
        self.record.session().history().iter().skip(own)
    }
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
    /// The folder is gone in which the file stood; the state folder holds this session.
    FolderGone(SessionId),
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
    recover_on(&Disk::DEFAULT, path, state)
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
        Err(OpenError::Read(ReadError::Io(error))) if found_at(&error) != FoundAt::Unreadable => {
            return headless(disk, path, state, &[]);
        }
        Err(OpenError::Read(ReadError::NotASession)) => {
            let salvage = whole_lines_in(disk, path)?;
            return headless(disk, path, state, &salvage);
        }
        locked => locked?,
    };
    if let Tail::Unknown { kind, .. } = &locked.scan.tail {
        return Err(OpenError::Newer { kind: kind.clone() }.into());
    }
    let here = locked.record().fingerprint().events;
    let box_path = state.black_box(&locked.record().header().id);
    let is_of_it = |(scan, _): &(Scan, Lines)| {
        locked.record().fingerprint_after(0) == scan.record.fingerprint_after(0)
    };
    let boxed = read_box(disk, &box_path).filter(is_of_it);
    let shared = |scan: &Scan| shared_events(locked.record(), &scan.record);
    let longer = |scan: &Scan| scan.record.fingerprint().events > shared(scan);
    let (more, parted) = match boxed {
        Some((scan, lines)) if longer(&scan) && shared(&scan) == here => {
            (Some((scan, lines)), None)
        }
        Some((scan, lines)) if longer(&scan) => (None, Some((scan, lines))),
        _ => (None, None),
    };
    let branch = parted.map(|(scan, lines)| {
        let after = Seq(shared(&scan));
        let kept = keep_branch(disk, &locked.path, &lines)?;
        kept::set_aside(disk, &box_path, "fork")?;
        Ok::<_, io::Error>(Branch { after, kept, record: Box::new(scan.record) })
    });
    let branch = branch.transpose()?;
    let (lines, from_box) = match more {
        Some((scan, lines)) => (lines, scan.record.fingerprint().events - here),
        None if locked.scan.tail == Tail::Clean => {
            return Ok(match branch {
                Some(branch) => Recovered::Parted { events: here, branch },
                None => Recovered::Whole { events: here },
            });
        }
        // The first line is valid and no other fits it: it may hold the id of another session.
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
    let mut rebuilt = rebuilt.from(&lines, from_box, locked.scan.tail.salvage())?;
    if let Recovered::Mended { branch: kept, .. } = &mut rebuilt {
        *kept = branch;
    }
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
            kept::keep(disk, bytes, |number| {
                kept::with_suffix(path, &format!(".{suffix}-{number}"))
            })
        });
        let kept_beside = kept_beside.transpose()?;
        let mut salvage = keep_salvage(disk, path, salvage)?;
        if let Some(salvage) = &mut salvage {
            let session = whole.record.session();
            salvage.events.retain(|event| session.event(event.seq) != Some(event));
        }
        put_over(disk, &disk.real(path).unwrap_or_else(|_| path.to_owned()), &document)?;
        let record = Box::new(whole.record);
        Ok(Recovered::Mended { record, from_box, kept_beside, salvage, branch: None })
    }
}

/// What an error says of what stands at a path.
#[derive(PartialEq, Eq)]
enum FoundAt {
    Nothing,
    /// A folder, a pipe or a device.
    NoFile,
    Unreadable,
}

fn found_at(error: &io::Error) -> FoundAt {
    match error.kind() {
        ErrorKind::NotFound => FoundAt::Nothing,
        ErrorKind::IsADirectory | ErrorKind::NotSeekable => FoundAt::NoFile,
        _ => FoundAt::Unreadable,
    }
}

/// The lines that are whole in a file of which nothing else is.
fn whole_lines_in(disk: &dyn Storage, path: &Path) -> Result<Vec<String>, RecoverError> {
    let file = disk.open(path, Access::Read)?;
    let (bytes, _) = contents(disk, file.as_ref()).map_err(OpenError::from)?;
    let lines = bytes.split(|byte| *byte == b'\n').flat_map(whole_lines_within);
    Ok(lines.filter_map(|line| String::from_utf8(line.to_vec()).ok()).collect())
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
    let Some((id, events, lines)) = black_box_with(disk, state, salvage).or_else(by_place) else {
        disk.open(&path, Access::Read).map_err(OpenError::from)?;
        return Ok(Recovered::Headless { salvage: keep_salvage(disk, &path, salvage)? });
    };
    let lock = Lock::take(state, &id, &path).map_err(OpenError::from)?;
    let (bytes, aside) = match disk.open(&path, Access::Read) {
        Ok(file) => (contents(disk, file.as_ref()).map_err(OpenError::from)?.0, None),
        Err(error) => match found_at(&error) {
            FoundAt::Nothing => (Vec::new(), None),
            FoundAt::NoFile => (Vec::new(), Some(kept::set_aside(disk, &path, "damaged")?)),
            FoundAt::Unreadable => return Err(error.into()),
        },
    };
    let suffix = (!bytes.is_empty()).then_some("damaged");
    let rebuilding = Rebuilding { disk, path: &path, bytes: &bytes, suffix };
    let mut rebuilt = match rebuilding.from(&lines, events, salvage) {
        Err(RecoverError::Io(error)) if error.kind() == ErrorKind::NotFound => {
            return Err(RecoverError::FolderGone(id));
        }
        rebuilt => rebuilt?,
    };
    if let Recovered::Mended { kept_beside, .. } = &mut rebuilt {
        *kept_beside = kept_beside.take().or(aside);
    }
    lock.note(Some(path));
    Ok(rebuilt)
}

/// The black box that has one of these lines: whose it is, how many events it has, and all its lines.
fn black_box_with(
    disk: &dyn Storage,
    state: &StateFolder,
    salvage: &[String],
) -> Option<(SessionId, u64, Lines)> {
    state.black_boxes(disk).iter().find_map(|black_box| {
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
    let path = kept::keep(disk, text.as_bytes(), |number| match number {
        1 => kept::with_suffix(&stem, ".salvage.jsonl"),
        _ => kept::with_suffix(&stem, &format!(".salvage-{number}.jsonl")),
    })?;
    let unknown = Header::unknown().created;
    let events = lines.iter().filter_map(|line| Line::parse(line.as_bytes())?.recorded(unknown));
    Ok(Some(Salvaged { path, lines: lines.len(), events: events.collect() }))
}
