//! The laws of the session file, tried on real files.

mod common;

use std::fs;
use std::process::Command as Process;

use common::{Hall, ask, dialogue, header, occasion, opening};
use doithoai::journal::scan::scan;
use doithoai::journal::{
    Change, CreateError, Entry, Ink, InkError, Journal, OpenError, Record, Recovered, SubmitError,
    Tail, Watcher, create, read, recover,
};
use doithoai::session::command::Command;
use doithoai::session::payload::{Progress, Progression, Reason};
use doithoai::session::refusal::Refusal;

fn whole() -> Hall {
    let hall = Hall::new();
    let mut journal = hall.open();
    for command in dialogue() {
        journal.submit(command, &occasion()).expect("taken");
    }
    hall
}

#[test]
fn what_is_written_is_read_back_and_written_again_the_same() {
    let hall = whole();
    let reading = read(&hall.file).expect("readable");
    assert_eq!(reading.tail, Tail::Clean);
    let mut again = vec![header().id.to_string()];
    let mut commands = opening();
    commands.extend(dialogue());
    let (record, entry) = Record::founded(header(), commands, &occasion()).expect("admitted");
    assert_eq!(record.fingerprint(), reading.fingerprint());
    again.extend(entry.lines().iter().cloned());
    let text = String::from_utf8(hall.bytes()).expect("UTF-8");
    assert!(again.iter().all(|line| text.contains(line.as_str())));
    assert_eq!(reading.record.session().history(), record.session().history());
}

#[test]
fn the_file_is_json_at_every_step_and_for_other_tools_too() {
    let hall = Hall::new();
    assert!(hall.is_json());
    let mut journal = hall.open();
    let size = hall.bytes().len();
    for command in dialogue() {
        journal.submit(command, &occasion()).expect("taken");
        assert!(hall.is_json());
        assert_eq!(hall.bytes().len(), size, "the size does not change on append");
    }
    if let Ok(tool) = Process::new("python3").args(["-m", "json.tool"]).arg(&hall.file).output() {
        assert!(tool.status.success());
    }
}

#[test]
fn every_prefix_of_a_good_log_is_a_good_log() {
    let record = read(&whole().file).expect("readable").record;
    for events in 0..=record.session().history().len() {
        let prefix = record.after(events).expect("a prefix is good");
        assert_eq!(Some(prefix.fingerprint()), record.fingerprint_after(events as u64));
    }
}

#[test]
fn a_file_cut_at_any_byte_opens_with_exactly_its_whole_lines_and_is_json_again() {
    let hall = whole();
    let bytes = hall.bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
    let header_ends = bytes.iter().position(|byte| *byte == b'\n').expect("a header");
    for cut in 0..=document {
        fs::write(&hall.file, &bytes[..cut]).expect("written");
        let expected = whole_lines(&bytes[..cut]);
        match Journal::open(&hall.file, &hall.state) {
            Ok(opened) => {
                assert!(cut >= header_ends);
                assert_eq!(opened.journal.session().history().len(), expected, "cut at {cut}");
                assert_eq!(opened.mended.is_some(), cut + 1 < document, "cut at {cut}");
                assert!(hall.is_json(), "cut at {cut}");
            }
            Err(error) => {
                assert!(cut < header_ends, "cut at {cut}");
                assert!(matches!(error, OpenError::Damaged(Tail::Headless { .. })), "{error:?}");
                assert_eq!(hall.bytes(), &bytes[..cut], "an unreadable file is left alone");
            }
        }
        for torn in fs::read_dir(hall.folder.path()).expect("listed").flatten() {
            if torn.file_name().to_string_lossy().contains(".torn-") {
                assert_eq!(fs::read(torn.path()).expect("read"), &bytes[..cut]);
                fs::remove_file(torn.path()).expect("removed");
            }
        }
    }
}

/// Lines up to the closing quote and brace of their hash.
fn whole_lines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').skip(1).filter(|line| line.ends_with(b"\"}")).count()
}

#[test]
fn a_torn_file_goes_on_after_it_is_mended() {
    let hall = whole();
    let bytes = hall.bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer");
    for cut in [document - 1, document - 40, document - 300] {
        fs::write(&hall.file, &bytes[..cut]).expect("written");
        let mut journal = hall.open();
        let undo = Command::Undo { undoes: None, why: None };
        journal.submit(undo, &occasion()).expect("taken");
        drop(journal);
        assert!(hall.is_json());
        assert_eq!(read(&hall.file).expect("readable").tail, Tail::Clean);
    }
}

#[test]
fn any_single_flipped_bit_is_noticed() {
    let bytes = whole().bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
    let short = &bytes[..document + 64];
    assert_eq!(scan(short).map(|scan| scan.tail), Ok(Tail::Clean));
    for at in 0..short.len() {
        assert_flips_are_noticed(short, at);
    }
    for at in (document..bytes.len()).step_by(40_009) {
        assert_flips_are_noticed(&bytes, at);
    }
}

fn assert_flips_are_noticed(bytes: &[u8], at: usize) {
    for bit in 0..8 {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 1 << bit;
        let tail = scan(&flipped).map(|scan| scan.tail);
        assert_ne!(tail, Ok(Tail::Clean), "bit {bit} of byte {at}");
    }
}

#[test]
fn a_command_of_two_events_is_one_append() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let lines = journal.submit(ask("Lê Bình", "Câu hỏi?"), &occasion()).expect("taken");
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with(
        r#"{"seq":3,"at":"2024-03-22T08:00:00.000+07:00","by":"moderator","event":"delegate_added""#
    ));
    assert!(lines[1].contains(r#""event":"question_asked""#));
}

#[test]
fn a_refused_command_leaves_no_byte() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let before = hall.bytes();
    let refused = journal.submit(Command::Resume(Reason::default()), &occasion());
    assert!(matches!(refused, Err(SubmitError::Refused(Refusal::NotPaused))));
    assert_eq!(hall.bytes(), before);
}

#[test]
fn the_reserve_is_topped_up_before_it_runs_out() {
    let hall = Hall::new();
    let mut journal = hall.open();
    for round in 0..40 {
        let text = format!("{round} {}", "dài ".repeat(4_000));
        journal.submit(ask("Lê Bình", &text), &occasion()).expect("taken");
        assert!(journal.room() >= 64 * 1024);
        assert!(hall.is_json());
    }
    assert_eq!(read(&hall.file).expect("readable").fingerprint(), journal.record.fingerprint());
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
fn creating_never_takes_the_place_of_a_file_and_leaves_nothing_when_refused() {
    let hall = Hall::new();
    let before = hall.bytes();
    let again = create(&hall.file, header(), opening(), &occasion());
    assert!(matches!(again, Err(CreateError::Exists)));
    assert_eq!(hall.bytes(), before);
    let mut doubled = opening();
    doubled.push(doubled[1].clone());
    let path = hall.folder.path().join("new.json");
    let refused = create(&path, header(), doubled, &occasion());
    assert!(matches!(refused, Err(CreateError::Refused { place: 2, .. })));
    assert_eq!(fs::read_dir(hall.folder.path()).expect("listed").count(), 1);
}

#[test]
fn a_closed_session_is_left_tidy_and_takes_news_of_its_tasks_later() {
    let hall = whole();
    hall.open().leave().expect("left");
    let tidy = hall.bytes();
    assert!(tidy.ends_with(b"\"}\n]}\n"));
    assert!(hall.is_json());
    let mut journal = hall.open();
    let news = Progression {
        task: doithoai::session::number::TaskNo(1),
        progress: Progress::Done,
        text: None,
        document: None,
    };
    journal.submit(Command::ProgressTask(news), &occasion()).expect("taken");
    assert!(hall.bytes().len() > 256 * 1024, "the reserve is back");
    assert!(hall.is_json());
    journal.leave().expect("left");
    assert_eq!(read(&hall.file).expect("readable").tail, Tail::Clean);
    assert!(hall.bytes().len() < tidy.len() + 400);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_its_owners_alone_and_tidying_keeps_the_mode_it_was_given() {
    use std::os::unix::fs::PermissionsExt;
    let hall = whole();
    let mode = || fs::metadata(&hall.file).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&hall.file, fs::Permissions::from_mode(0o644)).expect("set");
    hall.open().leave().expect("left");
    assert_eq!(mode(), 0o644);
}

#[test]
fn recover_keeps_the_damaged_bytes_and_the_later_lines_beside() {
    let hall = whole();
    let text = String::from_utf8(hall.bytes()).expect("UTF-8");
    let broken = text.replacen("\"event\":\"answer_started\"", "\"event\":\"answer_", 1);
    fs::write(&hall.file, &broken).expect("broken");
    let refused = Journal::open(&hall.file, &hall.state).err();
    assert!(matches!(refused, Some(OpenError::Damaged(Tail::Damaged { .. }))));
    match recover(&hall.file, &hall.state).expect("recovered") {
        Recovered::Mended { events: 5, kept_beside, salvage: Some(salvage) } => {
            assert_eq!(fs::read_to_string(kept_beside).expect("kept"), broken);
            assert!(salvage.path.ends_with("phien.salvage.jsonl"));
            let lines = fs::read_to_string(&salvage.path).expect("kept");
            assert_eq!(lines.lines().count(), salvage.lines);
            assert!(lines.lines().all(|line| text.contains(line)));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(hall.open().session().history().len(), 5);
    assert!(matches!(recover(&hall.file, &hall.state), Ok(Recovered::Whole { events: 5 })));
}

#[test]
fn recover_loses_nothing_where_only_the_layout_is_broken() {
    let hall = whole();
    let before = read(&hall.file).expect("readable").fingerprint();
    let text = String::from_utf8(hall.bytes()).expect("UTF-8").replace("\n,", "\n;\0");
    fs::write(&hall.file, text).expect("broken");
    recover(&hall.file, &hall.state).expect("recovered");
    assert_eq!(hall.open().record.fingerprint(), before);
}

#[test]
fn a_watcher_sees_each_event_and_notices_a_replaced_file() {
    let hall = Hall::new();
    let (mut watcher, reading) = Watcher::open(&hall.file).expect("readable");
    let mut followed = reading.record;
    let mut journal = hall.open();
    for command in dialogue() {
        let lines = journal.submit(command, &occasion()).expect("taken");
        assert_eq!(watcher.poll(&mut followed).ok(), Some(Change::Grown(lines.len())));
        assert_eq!(watcher.poll(&mut followed).ok(), Some(Change::Nothing));
        assert_eq!(followed.fingerprint(), journal.record.fingerprint());
    }
    journal.leave().expect("left");
    assert_eq!(watcher.poll(&mut followed).ok(), Some(Change::Reread));
    fs::remove_file(&hall.file).expect("removed");
    assert!(watcher.poll(&mut followed).is_err());
}

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

#[test]
fn what_the_ink_does_not_take_is_not_believed() {
    let (record, _) = Record::founded(header(), opening(), &occasion()).expect("admitted");
    let mut journal = Journal::over(record, Box::new(DryInk));
    assert!(matches!(ink_fault(&mut journal), InkError::Poisoned));
}
