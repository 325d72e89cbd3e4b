//! What others do to the file while it is open, and what the journal then does not do.

use std::fs;
use std::path::PathBuf;

use crate::stored::{Hall, NotStored, StoredSession, occasion};
use doithoai::record::Tail;
use doithoai::session::command::Command;
use doithoai::session::payload::Reason;
use doithoai::store::{Merged, OpenError, StateFolder, StoreError, read};

fn pause() -> Command {
    Command::Pause(Reason::default())
}

fn ink_fault(journal: &mut StoredSession) -> StoreError {
    let before = journal.record.fingerprint();
    match journal.submit(pause(), &occasion()) {
        Err(NotStored::Store(error)) => {
            assert_eq!(journal.record.fingerprint(), before, "not written, so not believed");
            error
        }
        other => panic!("{other:?}"),
    }
}

/// Where the record has gone on, whole, with an event more than before.
fn gone_on(hall: &Hall, journal: &mut StoredSession) -> PathBuf {
    let before = journal.record.fingerprint().events;
    journal.submit(pause(), &occasion()).expect("acknowledged");
    let moved = journal.take_relocation().expect("moved");
    assert_eq!(journal.replication().held(), 2, "{:?}", journal.replication());
    let reading = read(&moved.to).expect("readable");
    assert_eq!((reading.fingerprint().events, reading.tail), (before + 1, Tail::Clean));
    assert_eq!(hall.boxed().len() as u64, before + 2);
    moved.to
}

#[test]
fn nothing_is_written_into_a_file_that_somebody_else_changed() {
    type Change = fn(Vec<u8>) -> Vec<u8>;
    let ways: [(&str, Change); 4] = [
        ("cut", |bytes| bytes[..400].to_vec()),
        ("grown", |bytes| [bytes, b"more".to_vec()].concat()),
        ("emptied", |_| Vec::new()),
        ("edited", |mut bytes| {
            let end = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer");
            bytes[end - 30] ^= 1;
            bytes
        }),
    ];
    for (name, change) in ways {
        let hall = Hall::new();
        let mut journal = hall.open();
        let changed = change(hall.bytes());
        fs::write(&hall.file, &changed).expect("changed");
        let there = gone_on(&hall, &mut journal);
        assert!(there.ends_with("phien.2.json"), "{name}: {}", there.display());
        assert_eq!(hall.bytes(), changed, "{name}: what somebody else left is evidence");
    }
}

#[test]
fn nothing_is_written_where_the_file_is_gone_or_another_stands() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let away = hall.folder.path().join("away");
    fs::rename(&hall.file, &away).expect("moved");
    let before = fs::read(&away).expect("read");
    assert_eq!(gone_on(&hall, &mut journal), hall.file, "its place was free");
    assert_eq!(fs::read(&away).expect("read"), before);
    journal.submit(Command::Resume(Reason::default()), &occasion()).expect("acknowledged");
    let other = hall.folder.path().join("other");
    fs::write(&other, "another document").expect("written");
    fs::rename(&other, &hall.file).expect("replaced");
    assert!(gone_on(&hall, &mut journal).ends_with("phien.2.json"));
    assert_eq!(hall.bytes(), b"another document");
}

#[test]
fn where_another_hand_went_on_with_the_session_nothing_is_written_at_all() {
    let hall = Hall::new();
    // On another machine: another state folder, so that no lock is in the way.
    let elsewhere = StateFolder::at(hall.folder.path().join("elsewhere"));
    let mut journal = hall.open();
    let mut other = StoredSession::open(&hall.file, &elsewhere).expect("opened").journal;
    other.submit(pause(), &occasion()).expect("taken");
    let (bytes, boxed) = (hall.bytes(), hall.boxed());
    assert!(matches!(ink_fault(&mut journal), StoreError::Overtaken));
    assert_eq!((hall.bytes(), hall.boxed()), (bytes, boxed));
    drop(journal);
    let opened = StoredSession::open(&hall.file, &hall.state).expect("opened again");
    assert_eq!(opened.merged, Some(Merged::BoxCompleted { events: 1 }));
    assert_eq!(opened.journal.record.fingerprint(), other.record.fingerprint());
}

#[test]
fn a_folder_that_was_moved_leaves_the_record_in_the_state_folder_until_one_is_named() {
    let hall = Hall::new();
    let folder = hall.folder.path().join("phien");
    fs::create_dir(&folder).expect("a folder");
    let file = folder.join("phien.json");
    fs::rename(&hall.file, &file).expect("moved");
    let mut journal = StoredSession::open(&file, &hall.state).expect("opened").journal;
    fs::rename(&folder, hall.folder.path().join("noi-khac")).expect("moved away");
    let there = gone_on(&hall, &mut journal);
    assert_eq!(there.parent(), Some(hall.state.path()));
    let StoredSession { record, mut writer } = journal;
    let stick = hall.folder.path().join("usb");
    assert!(writer.move_to(&stick).is_err(), "there is no such folder");
    fs::create_dir(&stick).expect("plugged in");
    writer.move_to(&stick).expect("moved");
    assert_eq!(writer.take_relocation().map(|moved| moved.to), Some(stick.join("phien.json")));
    assert_eq!(
        read(&stick.join("phien.json")).expect("readable").fingerprint(),
        record.fingerprint()
    );
}

#[test]
fn a_saved_copy_with_the_same_bytes_is_followed() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let saved = hall.folder.path().join("saved");
    fs::copy(&hall.file, &saved).expect("copied");
    fs::rename(&saved, &hall.file).expect("renamed over");
    journal.submit(pause(), &occasion()).expect("taken");
    let reading = read(&hall.file).expect("readable");
    assert_eq!(reading.fingerprint(), journal.record.fingerprint());
}

#[test]
fn a_second_writer_is_refused_even_by_another_path() {
    let hall = Hall::new();
    let journal = hall.open();
    let other = hall.folder.path().join("other.json");
    fs::hard_link(&hall.file, &other).expect("linked");
    for path in [&hall.file, &other] {
        match StoredSession::open(path, &hall.state) {
            Err(OpenError::Held(Some(holder))) => assert_eq!(holder.pid, std::process::id()),
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("two writers"),
        }
    }
    assert!(read(&hall.file).is_ok(), "readers are not in the way");
    drop(journal);
    assert!(StoredSession::open(&hall.file, &hall.state).is_ok());
}
