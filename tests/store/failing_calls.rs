//! Every call to the disk fails once or for ever, in every way: nothing acknowledged is ever lost.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::memory::{Fault, Memory, Plan};
use crate::support::stored::{StoredSession, dialogue, header, occasion, opening};
use doithoai::record::scan::scan;
use doithoai::session::command::Command;
use doithoai::session::payload::{Failover, Reason};
use doithoai::store::{StateFolder, create_on};

/// One of each sort that the store tells apart.
const FAULTS: [Fault; 4] = [
    Fault::Fails(ErrorKind::Other),
    Fault::Fails(ErrorKind::StorageFull),
    Fault::Fails(ErrorKind::Interrupted),
    Fault::Short,
];

const FILE: &str = "/test/phien.json";

/// One life of the program on a disk: what it acknowledged.
struct Life {
    acknowledged: Vec<String>,
}

fn live(disk: &Memory, state: &StateFolder) -> Life {
    let mut life = Life { acknowledged: Vec::new() };
    let storage: Arc<dyn doithoai::store::storage::Storage> = Arc::new(disk.clone());
    let Ok(opened) = StoredSession::open_on(storage, Path::new(FILE), state) else { return life };
    let recovery = opened.recovery();
    let mut stored = opened.stored;
    let mut commands: Vec<Command> = recovery.map(Command::Recover).into_iter().collect();
    commands.extend(dialogue());
    commands.push(Command::Reopen(Reason::default()));
    for command in commands {
        if let Ok(lines) = stored.submit(command, &occasion()) {
            life.acknowledged.extend(lines);
        }
        while let Some(moved) = stored.take_relocation() {
            if moved.again {
                continue;
            }
            let (from, to) = moved.names();
            let failover = Failover { from, to, why: "thử".to_owned() };
            let Ok(lines) = stored.submit(Command::FailOver(failover), &occasion()) else { break };
            life.acknowledged.extend(lines);
        }
    }
    let _ = stored.leave();
    life
}

/// Where the session's lines are found by whoever opens its file again.
fn opened_again(disk: &Memory, state: &StateFolder) -> (PathBuf, Vec<String>) {
    let storage = Arc::new(disk.clone());
    let opened = StoredSession::open_on(storage.clone(), Path::new(FILE), state);
    // A file that is gone or headless is found by its later name, or by its black box.
    let opened = opened.unwrap_or_else(|error| panic!("{error:?}"));
    let path = opened.path.clone();
    drop(opened);
    let bytes = disk.bytes(&path).expect("there");
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    serde_json::from_str::<serde_json::Value>(&text).expect("JSON again");
    let events = scan(&bytes).expect("a session").record.fingerprint().events;
    let lines: Vec<String> = text
        .lines()
        .skip(1)
        .map(|line| line.trim_start_matches(',').to_owned())
        .filter(|line| line.starts_with("{\"seq\""))
        .collect();
    assert_eq!(lines.len() as u64, events);
    (path, lines)
}

fn fresh() -> Memory {
    let disk = Memory::default();
    create_on(&disk, Path::new(FILE), header(), opening(), &occasion()).expect("created");
    disk
}

#[test]
fn a_disk_on_which_no_line_can_be_synced_keeps_every_line_and_is_not_filled_with_new_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = StateFolder::at(folder.path().to_owned());
    let disk = fresh();
    disk.take_no_line();
    let life = live(&disk, &state);
    assert!(life.acknowledged.len() > dialogue().len());
    // At most one for each entry, one for the event that tells of a move, and what was there before.
    assert!(disk.files() <= 3 * life.acknowledged.len() + 2, "{} files", disk.files());
    disk.cut_the_power();
    let (_, lines) = opened_again(&disk, &state);
    assert!(life.acknowledged.iter().all(|line| lines.contains(line)));
}

#[test]
fn whatever_call_fails_and_however_nothing_acknowledged_is_lost_even_when_the_power_goes_then() {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    let folder = folder.expect("a folder");
    let state = StateFolder::at(folder.path().to_owned());
    let lock = folder.path().join(format!("{}.lock", header().id));
    let disk = fresh();
    disk.fail(None);
    let whole = live(&disk, &state);
    let calls = disk.calls();
    assert!(whole.acknowledged.len() > dialogue().len() && calls > 100, "{calls}");
    let mut runs = 0;
    for fault in FAULTS {
        for for_ever in [false, true] {
            // For ever interrupted is a loop for ever, which no system gives.
            if for_ever && matches!(fault, Fault::Short | Fault::Fails(ErrorKind::Interrupted)) {
                continue;
            }
            for from in 0..calls {
                let cut = from % 2 == 0;
                let case = format!("{fault:?} for ever: {for_ever}, call {from}, power cut: {cut}");
                let disk = fresh();
                let _ = std::fs::remove_file(&lock);
                disk.fail(Some(Plan { from, fault, for_ever }));
                let life = live(&disk, &state);
                disk.fail(None);
                if cut {
                    disk.cut_the_power();
                }
                let (path, lines) = opened_again(&disk, &state);
                let place_of = |line| lines.iter().position(|other| other == line);
                let places: Vec<_> = life.acknowledged.iter().map(place_of).collect();
                let whole = places.iter().all(Option::is_some) && places.is_sorted();
                assert!(whole, "{case}: {} has {places:?}", path.display());
                runs += 1;
            }
        }
    }
    assert!(runs > 800, "{runs} runs");
}
