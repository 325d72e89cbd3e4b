//! What others do to the file while it is open, and what the journal then does not do.

use std::fs;

use crate::hall::{Hall, header, occasion, opening};
use doithoai::journal::{Entry, Ink, InkError, Journal, OpenError, Record, SubmitError, read};
use doithoai::session::command::Command;
use doithoai::session::payload::Reason;

struct DryInk;

impl Ink for DryInk {
    fn append(&mut self, _: &Entry) -> Result<(), InkError> {
        Err(InkError::Poisoned)
    }

    fn room(&self) -> u64 {
        0
    }

    fn leave(self: Box<Self>, _: bool) -> Result<(), InkError> {
        Ok(())
    }
}

fn pause() -> Command {
    Command::Pause(Reason::default())
}

fn ink_fault(journal: &mut Journal) -> InkError {
    let before = journal.record.fingerprint();
    match journal.submit(pause(), &occasion()) {
        Err(SubmitError::Ink(error)) => {
            assert_eq!(journal.record.fingerprint(), before, "not written, so not believed");
            error
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_is_written_into_a_file_that_somebody_else_changed() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let bytes = hall.bytes();
    fs::write(&hall.file, &bytes[..400]).expect("cut");
    assert!(matches!(ink_fault(&mut journal), InkError::Changed));
    let mut longer = bytes.clone();
    longer.extend_from_slice(b"more");
    fs::write(&hall.file, &longer).expect("grown");
    assert!(matches!(ink_fault(&mut journal), InkError::Changed));
    fs::write(&hall.file, &bytes).expect("restored");
    assert!(journal.submit(pause(), &occasion()).is_ok(), "as it was, so it goes on");
}

#[test]
fn nothing_is_written_where_the_file_is_gone_or_another_stands() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let other = hall.folder.path().join("other");
    fs::write(&other, "another document").expect("written");
    fs::rename(&hall.file, hall.folder.path().join("away")).expect("moved");
    assert!(matches!(ink_fault(&mut journal), InkError::Gone));
    fs::rename(&other, &hall.file).expect("replaced");
    assert!(matches!(ink_fault(&mut journal), InkError::Replaced));
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
        match Journal::open(path, &hall.state) {
            Err(OpenError::Held(Some(holder))) => assert_eq!(holder.pid, std::process::id()),
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("two writers"),
        }
    }
    assert!(read(&hall.file).is_ok(), "readers are not in the way");
    drop(journal);
    assert!(Journal::open(&hall.file, &hall.state).is_ok());
}

#[test]
fn what_the_ink_does_not_take_is_not_believed() {
    let (record, _) = Record::founded(header(), opening(), &occasion()).expect("admitted");
    let mut journal = Journal::over(record, Box::new(DryInk));
    assert!(matches!(ink_fault(&mut journal), InkError::Poisoned));
}
