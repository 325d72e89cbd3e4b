//! A session lived on a simulated disk, and what a later opening must find of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use doithoai::record::Fingerprint;
use doithoai::session::command::Command;
use doithoai::session::payload::Reason;
use doithoai::store::storage::Storage;
use doithoai::store::{
    OpenError, ReadError, RecoverError, Recovered, StateFolder, create_on, recover_on,
};
use serde_json::Value;
use tempfile::TempDir;

use crate::disk::{DiskContents, DiskOperation, SimDisk};
use crate::states::Moment;
use crate::support::stored::{Opened, StoredSession, ask, dialogue, header, occasion, opening};

/// Where the public file stands, and its folder; the black box is in the state folder.
pub(crate) const FILE: &str = "/hoi-truong/phien.json";
pub(crate) const FOLDER: &str = "/hoi-truong";

/// The lock is on this machine's disk; everything else in the state folder is on the simulated one.
pub(crate) struct Locks {
    _folder: TempDir,
    pub(crate) state: StateFolder,
}

impl Locks {
    pub(crate) fn new() -> Self {
        let in_memory = tempfile::tempdir_in("/dev/shm");
        let folder = in_memory.or_else(|_| tempfile::tempdir()).expect("a folder");
        let state = StateFolder::at(folder.path().to_owned());
        Self { _folder: folder, state }
    }

    pub(crate) fn black_box(&self) -> PathBuf {
        self.state.black_box(&header().id)
    }

    /// A program with these locks meets this disk.
    pub(crate) fn disk(&self, contents: DiskContents) -> SimDisk {
        SimDisk::after_crash(contents, self.state.path())
    }
}

/// A dialogue of some twenty events, among them lines of several sectors and commands of several events.
pub(crate) fn commands() -> Vec<Command> {
    let long = "Đề nghị thành phố cho biết lộ trình hỗ trợ nhà ở cho thanh niên. ".repeat(24);
    let more = [
        Command::Reopen(Reason::default()),
        ask("Lê Thị Hoa", &long),
        Command::Pause(Reason { why: Some("Giải lao\n\"15 phút\" \\ ".to_owned()) }),
        Command::Resume(Reason::default()),
        Command::Close(Reason::default()),
    ];
    dialogue().into_iter().chain(more).collect()
}

/// What was done on a disk, step by step.
pub(crate) struct TracedSession {
    pub(crate) base: DiskContents,
    pub(crate) operations: Vec<DiskOperation>,
    pub(crate) steps: Vec<Step>,
    /// The fingerprints after 0, 1, 2… events.
    pub(crate) chain: Vec<Fingerprint>,
}

/// One thing the program was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) what: String,
    /// The operations done for it.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Events acknowledged before it.
    pub(crate) known: u64,
}

/// A session file as it was created.
pub(crate) fn created() -> TracedSession {
    let disk = SimDisk::default();
    let record = create_on(&disk, Path::new(FILE), header(), opening(), &occasion());
    let record = record.expect("created");
    let step = Step { what: "new".to_owned(), from: 0, to: disk.done(), known: 0 };
    let chain = (0..).map_while(|events| record.fingerprint_after(events)).collect();
    TracedSession {
        base: DiskContents::default(),
        operations: disk.operations(),
        steps: vec![step],
        chain,
    }
}

/// A disk with a new session, whose file has so few blanks that more must be added after some events.
pub(crate) fn created_with_little_reserve() -> DiskContents {
    let mut contents = Moment::of(DiskContents::default()).after(&created().operations).all();
    contents.change(Path::new(FILE), |bytes| {
        let end = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
        bytes.truncate(end + 64 * 1024 + 6000);
    });
    contents
}

/// Opening, a whole dialogue and leaving.
pub(crate) fn traced_dialogue(locks: &Locks) -> TracedSession {
    let base = created_with_little_reserve();
    let disk = locks.disk(base.clone());
    let mut steps = Vec::new();
    let mut took = |what: String, from: usize, known: u64| {
        steps.push(Step { what, from, to: disk.done(), known });
    };
    let mut stored = open(&disk, locks).expect("opened").stored;
    took("open".to_owned(), 0, stored.record.fingerprint().events);
    for command in commands() {
        let (from, known) = (disk.done(), stored.record.fingerprint().events);
        let what = format!("{command:?}").chars().take(60).collect();
        stored.submit(command, &occasion()).expect("acknowledged");
        took(what, from, known);
    }
    let record = stored.record.clone();
    let from = disk.done();
    stored.leave().expect("left");
    took("leave".to_owned(), from, record.fingerprint().events);
    let chain = (0..).map_while(|events| record.fingerprint_after(events)).collect();
    TracedSession { base, operations: disk.operations(), steps, chain }
}

pub(crate) fn open(disk: &SimDisk, locks: &Locks) -> Result<Opened, OpenError> {
    let storage: Arc<dyn Storage> = Arc::new(disk.clone());
    let open = || StoredSession::open_on(Arc::clone(&storage), Path::new(FILE), &locks.state);
    once_free(open, |error| matches!(error, OpenError::Held(_)))
}

pub(crate) fn recover(disk: &SimDisk, locks: &Locks) -> Result<Recovered, RecoverError> {
    let recover = || recover_on(disk, Path::new(FILE), &locks.state);
    once_free(recover, |error| matches!(error, RecoverError::Open(OpenError::Held(_))))
}

/// Other tests start programs: until such a child has become one, it holds whatever locks were held here.
fn once_free<T, E>(take: impl Fn() -> Result<T, E>, is_held: impl Fn(&E) -> bool) -> Result<T, E> {
    for _ in 0..100_000 {
        match take() {
            Err(error) if is_held(&error) => thread::yield_now(),
            taken => return taken,
        }
    }
    take()
}

/// What an opening after a crash did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    Opened,
    /// It was refused, and `recover` had to be asked first.
    Recovered,
}

/// Opens after a crash and looks whether everything is as promised; else says what is not.
pub(crate) fn survives(
    disk: &SimDisk,
    locks: &Locks,
    known: u64,
    chain: &[Fingerprint],
) -> Result<Way, String> {
    let before = disk.contents();
    let (opened, way) = match open(disk, locks) {
        Err(
            OpenError::Damaged(_)
            | OpenError::Read(ReadError::NotASession)
            | OpenError::Recoverable(_),
        ) => {
            recover(disk, locks).map_err(|error| format!("recover refuses: {error:?}"))?;
            (open(disk, locks), Way::Recovered)
        }
        opened => (opened, Way::Opened),
    };
    let opened = opened.map_err(|error| format!("open refuses: {error:?}"))?;
    let held = opened.stored.record.fingerprint();
    if held.events < known {
        return Err(format!("lost: {known} were acknowledged, {} are there", held.events));
    }
    if usize::try_from(held.events).ok().and_then(|events| chain.get(events)) != Some(&held) {
        return Err(format!("{held} was never recorded"));
    }
    if opened.stored.replication().held() != 2 {
        return Err(format!("only {:?}", opened.stored.replication()));
    }
    let after = disk.contents();
    let (path, box_path) = (disk.named(&opened.path), disk.named(&locks.black_box()));
    let whole = document_in(after.bytes(&path)).ok_or("the file is no JSON after the opening")?;
    if whole != held.events {
        return Err(format!("the file has {whole} events of {}", held.events));
    }
    let boxed = after.bytes(&box_path).unwrap_or_default();
    let lines = boxed.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    if lines.count() as u64 != held.events + 1 {
        return Err("the black box does not hold as much".to_owned());
    }
    for path in [path, box_path] {
        let damaged = before.bytes(&path).filter(|bytes| !is_as_written(bytes, after.bytes(&path)));
        if damaged.is_some_and(|bytes| !after.holds(bytes)) {
            return Err(format!("what was damaged in {} is not kept", path.display()));
        }
    }
    Ok(way)
}

/// Whether nothing of the bytes was changed but blanks and the trailer: nothing that need be kept beside.
fn is_as_written(before: &[u8], after: Option<&[u8]>) -> bool {
    let before = without_blanks(before);
    let before = before.strip_suffix(b"]}").unwrap_or(before);
    after.is_some_and(|after| after.starts_with(before))
}

/// How many events the document has by the plainest of readers; `None` when it is none.
pub(crate) fn document_in(bytes: Option<&[u8]>) -> Option<u64> {
    let document: Value = serde_json::from_slice(without_blanks(bytes?)).ok()?;
    Some(document.get("events")?.as_array()?.len() as u64)
}

/// The reserve is long: blanks are taken off in great pieces first.
fn without_blanks(bytes: &[u8]) -> &[u8] {
    const BLANKS: [u8; 4096] = [b' '; 4096];
    let mut left = bytes;
    while let Some(shorter) = left.strip_suffix(&BLANKS) {
        left = shorter;
    }
    left.trim_ascii_end()
}

/// The lines of the events in a public file that is whole.
pub(crate) fn lines_in(bytes: Option<&[u8]>) -> Vec<String> {
    let text = String::from_utf8_lossy(without_blanks(bytes.unwrap_or_default())).into_owned();
    let lines = text.lines().skip(1).filter(|line| *line != "]}");
    lines.map(|line| line.strip_prefix(',').unwrap_or(line).to_owned()).collect()
}
