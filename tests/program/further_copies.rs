//! A third copy on a stick or a network drive: kept up, pulled out, plugged in again.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::runner::{PROGRAM, Run, Runner};
use crate::support::skipped::skipped;

const PAUSE: &str = "{\"command\":\"pause\"}\n";
const RESUME: &str = "{\"command\":\"resume\"}\n";

fn runner_with_a_stick() -> (Runner, PathBuf) {
    let runner = Runner::new();
    runner.run(&["new", "h.json", "--title", "Đối thoại thử"]).done();
    let stick = runner.file("stick");
    fs::create_dir(&stick).expect("a folder");
    (runner, stick)
}

/// The fingerprint that `verify` prints.
fn fingerprint(runner: &Runner, file: &Path) -> String {
    let Run { code, out, err } = runner.run(&[Path::new("verify"), file]);
    assert_eq!(code, 0, "{out}{err}");
    let words = format!("{out} {err}");
    let is_one = |word: &&str| word.contains(':') && word.len() > 64;
    words.split_whitespace().find(is_one).expect("a fingerprint").to_owned()
}

fn assert_same(runner: &Runner, copy: &Path) {
    assert_eq!(fingerprint(runner, copy), fingerprint(runner, &runner.file("h.json")));
}

#[test]
fn a_third_copy_is_a_session_file_with_everything_in_it() {
    let (runner, stick) = runner_with_a_stick();
    let applied = runner.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE);
    assert_eq!((applied.code, applied.err.as_str()), (0, ""));
    assert_same(&runner, &stick.join("h.json"));
    // Behind by one event that was recorded without it.
    runner.run_with(&["apply", "h.json"], RESUME).done();
    runner.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE).done();
    assert_same(&runner, &stick.join("h.json"));
    assert_eq!(fs::read_dir(&stick).expect("there").count(), 1, "caught up, not begun again");
}

#[test]
fn a_copy_that_went_on_otherwise_or_is_of_another_session_is_left_alone() {
    let (runner, stick) = runner_with_a_stick();
    let other = runner.run(&["new", "stick/h.json", "--title", "Phiên khác"]);
    assert_eq!(other.code, 0);
    let before = fs::read(stick.join("h.json")).expect("read");
    runner.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE).done();
    assert_eq!(fs::read(stick.join("h.json")).expect("read"), before);
    assert_same(&runner, &stick.join("h.2.json"));
}

#[test]
fn the_sessions_own_folder_is_no_place_for_a_copy_and_a_missing_one_is_a_warning() {
    let (runner, _) = runner_with_a_stick();
    for (folder, why) in [(".", "chính ở thư mục ấy"), ("khong-co", "Bản sao ở")] {
        let run = runner.run_with(&["apply", "h.json", "--copy", folder], "");
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("đã lưu 2/3") && run.err.contains(why), "{}", run.err);
    }
}

#[test]
fn a_new_session_has_its_further_copy_from_the_first_event_on() {
    let runner = Runner::new();
    fs::create_dir(runner.file("stick")).expect("a folder");
    let made = runner.run(&["--copy", "stick", "new", "h.json", "--title", "Đối thoại thử"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert_same(&runner, &runner.file("stick/h.json"));
}

#[test]
fn a_link_to_the_sessions_own_file_is_no_further_copy() {
    let (runner, stick) = runner_with_a_stick();
    std::os::unix::fs::symlink(runner.file("h.json"), stick.join("h.json")).expect("a link");
    let run = runner.run_with(&["apply", "h.json", "--copy", "stick"], PAUSE);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_same(&runner, &stick.join("h.2.json"));
}

#[test]
fn how_many_copies_are_left_is_told_once_each_had_its_turn() {
    let (runner, _) = runner_with_a_stick();
    let run = runner.run_with(&["apply", "h.json", "--copy", "khong-co"], PAUSE);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.err.matches("đã lưu").count(), 1, "{}", run.err);
    assert!(run.err.contains("đã lưu 2/3"), "{}", run.err);
}

#[test]
fn a_stick_pulled_out_is_a_warning_and_plugged_in_again_it_catches_up() {
    let (runner, stick) = runner_with_a_stick();
    let mut apply = runner.feed(&["apply", "h.json", "--copy", "stick"]);
    let mut record = |line: &str| {
        let answer = apply.record(line);
        assert!(answer.contains("\"seq\""), "{answer}");
    };
    record(PAUSE);
    while !stick.join("h.json").exists() {
        std::thread::yield_now();
    }
    let pulled = runner.file("pulled");
    fs::rename(&stick, &pulled).expect("pulled out");
    record(RESUME);
    record(PAUSE);
    fs::rename(&pulled, &stick).expect("plugged in");
    record(RESUME);
    apply.end().done();
    // It may have ended before the folder was tried again: then the next run catches up.
    assert_eq!(runner.run_with(&["apply", "h.json", "--copy", "stick"], "").err, "");
    assert_same(&runner, &stick.join("h.json"));
}

#[test]
fn the_desk_adds_a_copy_says_three_of_three_and_the_start_screen_remembers_it() {
    let (runner, stick) = runner_with_a_stick();
    let mut desk = runner.start(&["open", "h.json"], 120, 36);
    desk.until("đã lưu 2/2").type_in("\x1b[18~").until("bản sao");
    let folder = stick.display().to_string();
    desk.type_in(&folder).until(&folder).type_in("\r").until("đã lưu 3/3");
    let pulled = runner.file("pulled");
    fs::rename(&stick, &pulled).expect("pulled out");
    desk.type_in("n").until("Ctrl+S").type_in("Câu một").until("Câu một").type_in("\x13");
    desk.until("đã lưu 2/3").until("Bản sao ở");
    fs::rename(&pulled, &stick).expect("plugged in");
    desk.until("đã lưu 3/3").type_in("q");
    assert_eq!(desk.end(), 0);
    assert_same(&runner, &stick.join("h.json"));
    fs::create_dir_all(runner.sessions()).expect("a folder");
    fs::rename(runner.file("h.json"), runner.sessions().join("h.json")).expect("moved");
    let mut start = runner.start(&[], 120, 36);
    start.until("Đối thoại thử").type_in("\r").until("đã lưu 3/3").type_in("q");
}

/// A drive at `stick` that comes and goes, in a mount namespace of its own; the last line says what is left.
const WITH_A_DRIVE: &str = r#"
set -e
mount -t tmpfs none stick
mkfifo commands
"$PROGRAM" apply h.json --copy stick < commands > events 2> said &
exec 3> commands
echo '{"command":"pause"}' >&3
until test -e stick/h.json; do :; done
umount -l stick
echo '{"command":"resume"}' >&3
exec 3>&-
wait
ls stick
cat said
"#;

#[test]
#[cfg(target_os = "linux")]
fn the_empty_folder_that_a_drive_leaves_behind_gets_no_copy() {
    let (runner, stick) = runner_with_a_stick();
    let namespace = ["--user", "--map-root-user", "--mount", "sh", "-c"];
    let mut tried = std::process::Command::new("unshare");
    let mounts = tried.args(namespace).arg("mount -t tmpfs none /mnt").output();
    if !mounts.is_ok_and(|tried| tried.status.success()) {
        skipped("no drive can be mounted here");
        return;
    }
    let mut shell = runner.command_of("unshare");
    shell.args(namespace).arg(WITH_A_DRIVE);
    let output = shell.env("PROGRAM", PROGRAM).output();
    let output = output.expect("ended");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("đã lưu 2/3") && !said.contains("h.json\n"), "{said}");
    assert_eq!(fs::read_dir(&stick).expect("there").count(), 0);
    runner.run(&["verify", "h.json"]).done();
}
