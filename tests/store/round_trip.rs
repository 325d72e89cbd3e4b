//! What is written, read back, followed and left.

use std::fs;
use std::process::Command as Process;

use crate::stored::{Hall, NotStored, ask, dialogue, header, occasion, opening};
use doithoai::record::{Record, Tail};
use doithoai::session::command::Command;
use doithoai::session::payload::{Progress, Progression, Reason};
use doithoai::session::refusal::Refusal;
use doithoai::store::{CreateError, FileChange, Watcher, create, read};

#[test]
fn what_is_written_is_read_back_and_written_again_the_same() {
    let hall = Hall::after_the_dialogue();
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
    let record = read(&Hall::after_the_dialogue().file).expect("readable").record;
    for events in 0..=record.session().history().len() {
        let prefix = record.after(events);
        assert_eq!(Some(prefix.fingerprint()), record.fingerprint_after(events as u64));
    }
}

#[test]
fn a_command_of_two_events_is_one_append() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let lines = journal.submit(ask("Lê Bình", "Câu hỏi?"), &occasion()).expect("taken");
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with(
        r#"{"seq":3,"at":"2024-03-22T08:00:00.000+07:00","by":"moderator","batch":{"first":3,"count":2},"event":"delegate_added""#
    ));
    assert!(lines[1].contains(r#""batch":{"first":3,"count":2},"event":"question_asked""#));
}

#[test]
fn a_refused_command_leaves_no_byte() {
    let hall = Hall::new();
    let mut journal = hall.open();
    let before = hall.bytes();
    let refused = journal.submit(Command::Resume(Reason::default()), &occasion());
    assert!(matches!(refused, Err(NotStored::Refused(Refusal::NotPaused))));
    assert_eq!(hall.bytes(), before);
}

#[test]
fn the_reserve_is_topped_up_before_it_runs_out() {
    let hall = Hall::new();
    let mut journal = hall.open();
    for round in 0..40 {
        let text = format!("{round} {}", "dài ".repeat(4_000));
        journal.submit(ask("Lê Bình", &text), &occasion()).expect("taken");
        assert!(journal.writer.space().is_some_and(|room| room >= 64 * 1024));
        assert!(hall.is_json());
    }
    assert_eq!(read(&hall.file).expect("readable").fingerprint(), journal.record.fingerprint());
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
    let hall = Hall::after_the_dialogue();
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
    let hall = Hall::after_the_dialogue();
    let mode = || fs::metadata(&hall.file).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&hall.file, fs::Permissions::from_mode(0o644)).expect("set");
    hall.open().leave().expect("left");
    assert_eq!(mode(), 0o644);
}

#[test]
fn a_watcher_sees_each_event_and_notices_a_replaced_file() {
    let hall = Hall::new();
    let (mut watcher, reading) = Watcher::open(&hall.file).expect("readable");
    let mut followed = reading.record;
    let mut journal = hall.open();
    for command in dialogue() {
        let lines = journal.submit(command, &occasion()).expect("taken");
        assert_eq!(watcher.poll(&mut followed).ok(), Some(FileChange::Grown(lines.len())));
        assert_eq!(watcher.poll(&mut followed).ok(), Some(FileChange::Nothing));
        assert_eq!(followed.fingerprint(), journal.record.fingerprint());
    }
    journal.leave().expect("left");
    assert_eq!(watcher.poll(&mut followed).ok(), Some(FileChange::Reread));
    fs::remove_file(&hall.file).expect("removed");
    assert!(watcher.poll(&mut followed).is_err());
}
