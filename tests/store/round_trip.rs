//! What is written, read back, followed and left.

use std::fs;
use std::process::Command as Process;

use crate::support::stored::{NotStored, TestSession, ask, dialogue, header, occasion, opening};
use doithoai::record::{Record, Tail};
use doithoai::session::command::Command;
use doithoai::session::payload::{Progress, Progression, Reason};
use doithoai::session::refusal::Refusal;
use doithoai::store::{CreateError, FileChange, Watcher, create, read};

#[test]
fn what_is_written_is_read_back_and_written_again_the_same() {
    let on_disk = TestSession::after_the_dialogue();
    let reading = read(&on_disk.file).expect("readable");
    assert_eq!(reading.tail, Tail::Clean);
    let mut again = vec![header().id.to_string()];
    let mut commands = opening();
    commands.extend(dialogue());
    let (record, entry) = Record::founded(header(), commands, &occasion()).expect("admitted");
    assert_eq!(record.fingerprint(), reading.fingerprint());
    again.extend(entry.lines().iter().cloned());
    let text = String::from_utf8(on_disk.bytes()).expect("UTF-8");
    assert!(again.iter().all(|line| text.contains(line.as_str())));
    assert_eq!(reading.record.session().history(), record.session().history());
}

#[test]
fn the_file_is_json_at_every_step_and_for_other_tools_too() {
    let on_disk = TestSession::new();
    assert!(on_disk.is_json());
    let mut stored = on_disk.open();
    let size = on_disk.bytes().len();
    for command in dialogue() {
        stored.submit(command, &occasion()).expect("taken");
        assert!(on_disk.is_json());
        assert_eq!(on_disk.bytes().len(), size, "the size does not change on append");
    }
    if let Ok(tool) = Process::new("python3").args(["-m", "json.tool"]).arg(&on_disk.file).output()
    {
        assert!(tool.status.success());
    }
}

#[test]
fn every_prefix_of_a_good_log_is_a_good_log() {
    let record = read(&TestSession::after_the_dialogue().file).expect("readable").record;
    for events in 0..=record.session().history().len() {
        let prefix = record.after(events);
        assert_eq!(Some(prefix.fingerprint()), record.fingerprint_after(events as u64));
    }
}

#[test]
fn a_command_of_two_events_is_one_append() {
    let on_disk = TestSession::new();
    let mut stored = on_disk.open();
    let lines = stored.submit(ask("Lê Bình", "Câu hỏi?"), &occasion()).expect("taken");
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with(
        r#"{"seq":3,"at":"2024-03-22T08:00:00.000+07:00","by":"moderator","batch":{"first":3,"count":2},"event":"delegate_added""#
    ));
    assert!(lines[1].contains(r#""batch":{"first":3,"count":2},"event":"question_asked""#));
}

#[test]
fn a_refused_command_leaves_no_byte() {
    let on_disk = TestSession::new();
    let mut stored = on_disk.open();
    let before = on_disk.bytes();
    let refused = stored.submit(Command::Resume(Reason::default()), &occasion());
    assert!(matches!(refused, Err(NotStored::Refused(Refusal::NotPaused))));
    assert_eq!(on_disk.bytes(), before);
}

#[test]
fn the_reserve_is_topped_up_before_it_runs_out() {
    let on_disk = TestSession::new();
    let mut stored = on_disk.open();
    for round in 0..40 {
        let text = format!("{round} {}", "dài ".repeat(4_000));
        stored.submit(ask("Lê Bình", &text), &occasion()).expect("taken");
        assert!(stored.writer.space().is_some_and(|room| room >= 64 * 1024));
        assert!(on_disk.is_json());
    }
    assert_eq!(read(&on_disk.file).expect("readable").fingerprint(), stored.record.fingerprint());
}

#[test]
fn creating_never_takes_the_place_of_a_file_and_leaves_nothing_when_refused() {
    let on_disk = TestSession::new();
    let before = on_disk.bytes();
    let again = create(&on_disk.file, header(), opening(), &occasion());
    assert!(matches!(again, Err(CreateError::Exists)));
    assert_eq!(on_disk.bytes(), before);
    let mut doubled = opening();
    doubled.push(doubled[1].clone());
    let path = on_disk.folder.path().join("new.json");
    let refused = create(&path, header(), doubled, &occasion());
    assert!(matches!(refused, Err(CreateError::Refused { place: 2, .. })));
    assert_eq!(fs::read_dir(on_disk.folder.path()).expect("listed").count(), 1);
}

#[test]
fn a_closed_session_is_left_tidy_and_takes_news_of_its_tasks_later() {
    let on_disk = TestSession::after_the_dialogue();
    on_disk.open().leave().expect("left");
    let tidy = on_disk.bytes();
    assert!(tidy.ends_with(b"\"}\n]}\n"));
    assert!(on_disk.is_json());
    let mut stored = on_disk.open();
    let news = Progression {
        task: doithoai::session::number::TaskNo(1),
        progress: Progress::Done,
        text: None,
        document: None,
        link: None,
        reviewed_by: None,
    };
    stored.submit(Command::ProgressTask(news), &occasion()).expect("taken");
    assert!(on_disk.bytes().len() > 256 * 1024, "the reserve is back");
    assert!(on_disk.is_json());
    stored.leave().expect("left");
    assert_eq!(read(&on_disk.file).expect("readable").tail, Tail::Clean);
    assert!(on_disk.bytes().len() < tidy.len() + 400);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_its_owners_alone_and_tidying_keeps_the_mode_it_was_given() {
    use std::os::unix::fs::PermissionsExt;
    let on_disk = TestSession::after_the_dialogue();
    let mode = || fs::metadata(&on_disk.file).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(), 0o600);
    fs::set_permissions(&on_disk.file, fs::Permissions::from_mode(0o644)).expect("set");
    on_disk.open().leave().expect("left");
    assert_eq!(mode(), 0o644);
}

#[test]
fn a_watcher_sees_each_event_and_notices_a_replaced_file() {
    let on_disk = TestSession::new();
    let (mut watcher, reading) = Watcher::open(&on_disk.file).expect("readable");
    let mut followed = reading.record;
    let mut stored = on_disk.open();
    for command in dialogue() {
        let lines = stored.submit(command, &occasion()).expect("taken");
        assert_eq!(watcher.poll(&mut followed).ok(), Some(FileChange::Grown(lines.len())));
        assert_eq!(watcher.poll(&mut followed).ok(), Some(FileChange::Nothing));
        assert_eq!(followed.fingerprint(), stored.record.fingerprint());
    }
    stored.leave().expect("left");
    assert_eq!(watcher.poll(&mut followed).ok(), Some(FileChange::Reread));
    fs::remove_file(&on_disk.file).expect("removed");
    assert!(watcher.poll(&mut followed).is_err());
}
