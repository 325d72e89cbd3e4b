//! What others do to the file while it is open, and what the store then does not do.

use std::fs;
use std::path::PathBuf;

use crate::support::stored::{NotStored, StoredSession, TestSession, occasion};
use doithoai::record::Tail;
use doithoai::session::command::Command;
use doithoai::session::payload::Reason;
use doithoai::store::{Merged, OpenError, StateFolder, StoreError, read};

fn pause() -> Command {
    Command::Pause(Reason::default())
}

fn ink_fault(stored: &mut StoredSession) -> StoreError {
    let before = stored.record.fingerprint();
    match stored.submit(pause(), &occasion()) {
        Err(NotStored::Store(error)) => {
            assert_eq!(stored.record.fingerprint(), before, "not written, so not believed");
            error
        }
        other => panic!("{other:?}"),
    }
}

/// Where the record has gone on, whole, with an event more than before.
fn gone_on(on_disk: &TestSession, stored: &mut StoredSession) -> PathBuf {
    let before = stored.record.fingerprint().events;
    stored.submit(pause(), &occasion()).expect("acknowledged");
    let moved = stored.take_relocation().expect("moved");
    assert_eq!(stored.replication().held(), 2, "{:?}", stored.replication());
    let reading = read(&moved.to).expect("readable");
    assert_eq!((reading.fingerprint().events, reading.tail), (before + 1, Tail::Clean));
    assert_eq!(on_disk.boxed().len() as u64, before + 2);
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
        let on_disk = TestSession::new();
        let mut stored = on_disk.open();
        let changed = change(on_disk.bytes());
        fs::write(&on_disk.file, &changed).expect("changed");
        let there = gone_on(&on_disk, &mut stored);
        assert!(there.ends_with("phien.2.json"), "{name}: {}", there.display());
        assert_eq!(on_disk.bytes(), changed, "{name}: what somebody else left is evidence");
    }
}

#[test]
fn nothing_is_written_where_the_file_is_gone_or_another_stands() {
    let on_disk = TestSession::new();
    let mut stored = on_disk.open();
    let away = on_disk.folder.path().join("away");
    fs::rename(&on_disk.file, &away).expect("moved");
    let before = fs::read(&away).expect("read");
    assert_eq!(gone_on(&on_disk, &mut stored), on_disk.file, "its place was free");
    assert_eq!(fs::read(&away).expect("read"), before);
    stored.submit(Command::Resume(Reason::default()), &occasion()).expect("acknowledged");
    let other = on_disk.folder.path().join("other");
    fs::write(&other, "another document").expect("written");
    fs::rename(&other, &on_disk.file).expect("replaced");
    assert!(gone_on(&on_disk, &mut stored).ends_with("phien.2.json"));
    assert_eq!(on_disk.bytes(), b"another document");
}

#[test]
fn where_another_program_went_on_with_the_session_nothing_is_written_at_all() {
    let on_disk = TestSession::new();
    // On another machine: another state folder, so that no lock is in the way.
    let elsewhere = StateFolder::at(on_disk.folder.path().join("elsewhere"));
    let mut stored = on_disk.open();
    let mut other = StoredSession::open(&on_disk.file, &elsewhere).expect("opened").stored;
    other.submit(pause(), &occasion()).expect("taken");
    let (bytes, boxed) = (on_disk.bytes(), on_disk.boxed());
    assert!(matches!(ink_fault(&mut stored), StoreError::Overtaken));
    assert_eq!((on_disk.bytes(), on_disk.boxed()), (bytes, boxed));
    drop(stored);
    let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened again");
    assert_eq!(opened.merged, Some(Merged::BoxCompleted { events: 1 }));
    assert_eq!(opened.stored.record.fingerprint(), other.record.fingerprint());
}

#[test]
fn a_folder_that_was_moved_leaves_the_record_in_the_state_folder_until_one_is_named() {
    let on_disk = TestSession::new();
    let folder = on_disk.folder.path().join("phien");
    fs::create_dir(&folder).expect("a folder");
    let file = folder.join("phien.json");
    fs::rename(&on_disk.file, &file).expect("moved");
    let mut stored = StoredSession::open(&file, &on_disk.state).expect("opened").stored;
    fs::rename(&folder, on_disk.folder.path().join("noi-khac")).expect("moved away");
    let there = gone_on(&on_disk, &mut stored);
    assert_eq!(there.parent(), Some(on_disk.state.path()));
    let StoredSession { record, mut writer } = stored;
    let stick = on_disk.folder.path().join("usb");
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
    let on_disk = TestSession::new();
    let mut stored = on_disk.open();
    let saved = on_disk.folder.path().join("saved");
    fs::copy(&on_disk.file, &saved).expect("copied");
    fs::rename(&saved, &on_disk.file).expect("renamed over");
    stored.submit(pause(), &occasion()).expect("taken");
    let reading = read(&on_disk.file).expect("readable");
    assert_eq!(reading.fingerprint(), stored.record.fingerprint());
}

#[test]
fn a_second_writer_is_refused_even_by_another_path() {
    let on_disk = TestSession::new();
    let stored = on_disk.open();
    let other = on_disk.folder.path().join("other.json");
    fs::hard_link(&on_disk.file, &other).expect("linked");
    for path in [&on_disk.file, &other] {
        match StoredSession::open(path, &on_disk.state) {
            Err(OpenError::Held(Some(holder))) => assert_eq!(holder.pid, std::process::id()),
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("two writers"),
        }
    }
    assert!(read(&on_disk.file).is_ok(), "readers are not in the way");
    drop(stored);
    assert!(StoredSession::open(&on_disk.file, &on_disk.state).is_ok());
}
