//! A third copy on a stick or a network drive: kept up, pulled out, plugged in again.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use crate::program::Home;

const PAUSE: &str = "{\"command\":\"pause\"}\n";
const RESUME: &str = "{\"command\":\"resume\"}\n";

fn home_with_a_stick() -> (Home, PathBuf) {
    let home = Home::new();
    assert_eq!(home.run(&["new", "h.json", "--title", "Đối thoại thử"]).0, 0);
    let stick = home.path().join("stick");
    fs::create_dir(&stick).expect("a folder");
    (home, stick)
}

/// The fingerprint that `verify` prints.
fn fingerprint(home: &Home, file: &Path) -> String {
    let (code, out, err) = home.run(&[Path::new("verify"), file]);
    assert_eq!(code, 0, "{out}{err}");
    let words = format!("{out} {err}");
    let is_one = |word: &&str| word.contains(':') && word.len() > 64;
    words.split_whitespace().find(is_one).expect("a fingerprint").to_owned()
}

fn assert_same(home: &Home, copy: &Path) {
    assert_eq!(fingerprint(home, copy), fingerprint(home, &home.path().join("h.json")));
}

#[test]
fn a_third_copy_is_a_session_file_with_everything_in_it() {
    let (home, stick) = home_with_a_stick();
    let applied = home.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE);
    assert_eq!((applied.0, applied.2.as_str()), (0, ""));
    assert_same(&home, &stick.join("h.json"));
    // Behind by one event that was recorded without it.
    assert_eq!(home.run_with(&["apply", "h.json"], RESUME).0, 0);
    assert_eq!(home.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE).0, 0);
    assert_same(&home, &stick.join("h.json"));
    assert_eq!(fs::read_dir(&stick).expect("there").count(), 1, "caught up, not begun again");
}

#[test]
fn a_copy_that_went_on_otherwise_or_is_of_another_session_is_left_alone() {
    let (home, stick) = home_with_a_stick();
    let other = home.run(&["new", "stick/h.json", "--title", "Phiên khác"]);
    assert_eq!(other.0, 0);
    let before = fs::read(stick.join("h.json")).expect("read");
    assert_eq!(home.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE).0, 0);
    assert_eq!(fs::read(stick.join("h.json")).expect("read"), before);
    assert_same(&home, &stick.join("h.2.json"));
}

#[test]
fn the_sessions_own_folder_is_no_place_for_a_copy_and_a_missing_one_is_a_warning() {
    let (home, _) = home_with_a_stick();
    for (folder, why) in [(".", "chính ở thư mục ấy"), ("khong-co", "Bản sao ở")] {
        let run = home.run_with(&["apply", "h.json", "--copy", folder], "");
        assert_eq!(run.0, 0, "{}", run.2);
        assert!(run.2.contains("đã lưu 2/3") && run.2.contains(why), "{}", run.2);
    }
}

#[test]
fn a_new_session_has_its_further_copy_from_the_first_event_on() {
    let home = Home::new();
    fs::create_dir(home.path().join("stick")).expect("a folder");
    let made = home.run(&["--copy", "stick", "new", "h.json", "--title", "Đối thoại thử"]);
    assert_eq!(made.0, 0, "{}", made.2);
    assert_same(&home, &home.path().join("stick/h.json"));
}

#[test]
fn a_link_to_the_sessions_own_file_is_no_further_copy() {
    let (home, stick) = home_with_a_stick();
    std::os::unix::fs::symlink(home.path().join("h.json"), stick.join("h.json")).expect("a link");
    let run = home.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE);
    assert_eq!((run.0, run.2.as_str()), (0, ""));
    assert_same(&home, &stick.join("h.2.json"));
}

#[test]
fn how_many_copies_are_left_is_told_once_each_had_its_turn() {
    let (home, _) = home_with_a_stick();
    let run = home.run_with(&["apply", "h.json", "--copy", "khong-co"], PAUSE);
    assert_eq!(run.0, 0, "{}", run.2);
    assert_eq!(run.2.matches("đã lưu").count(), 1, "{}", run.2);
    assert!(run.2.contains("đã lưu 2/3"), "{}", run.2);
}

#[test]
fn a_stick_pulled_out_is_a_warning_and_plugged_in_again_it_catches_up() {
    let (home, stick) = home_with_a_stick();
    let mut apply = home.command(&["apply", "h.json", "--copy", "stick"]);
    let mut child = apply.spawn().expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut record = |line: &str| {
        stdin.write_all(line.as_bytes()).expect("written");
        let mut answer = String::new();
        out.read_line(&mut answer).expect("read");
        assert!(answer.contains("\"seq\""), "{answer}");
    };
    record(PAUSE);
    while !stick.join("h.json").exists() {
        std::thread::yield_now();
    }
    let pulled = home.path().join("pulled");
    fs::rename(&stick, &pulled).expect("pulled out");
    record(RESUME);
    record(PAUSE);
    fs::rename(&pulled, &stick).expect("plugged in");
    record(RESUME);
    drop(stdin);
    let output = child.wait_with_output().expect("ended");
    assert!(output.status.success());
    // It may have ended before the folder was tried again: then the next run catches up.
    assert_eq!(home.run_with(&["apply", "h.json", "--copy", "stick"], "").2, "");
    assert_same(&home, &stick.join("h.json"));
}

#[test]
fn the_desk_adds_a_copy_says_three_of_three_and_the_start_screen_remembers_it() {
    let (home, stick) = home_with_a_stick();
    let mut desk = home.start(&["open", "h.json"], 120, 36);
    desk.until("đã lưu 2/2").type_in("\x1b[18~").until("bản sao");
    desk.type_in(&stick.display().to_string()).type_in("\r").until("đã lưu 3/3");
    let pulled = home.path().join("pulled");
    fs::rename(&stick, &pulled).expect("pulled out");
    desk.type_in("n").until("Ctrl+S").type_in("Câu một").until("Câu một").type_in("\x13");
    desk.until("đã lưu 2/3").until("Bản sao ở");
    fs::rename(&pulled, &stick).expect("plugged in");
    desk.until("đã lưu 3/3").type_in("q");
    assert_eq!(desk.end(), 0);
    assert_same(&home, &stick.join("h.json"));
    fs::create_dir_all(home.sessions()).expect("a folder");
    fs::rename(home.path().join("h.json"), home.sessions().join("h.json")).expect("moved");
    let mut start = home.start(&[], 120, 36);
    start.until("Đối thoại thử").type_in("\r").until("đã lưu 3/3").type_in("q");
}
