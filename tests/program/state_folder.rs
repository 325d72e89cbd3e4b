//! The state folder seen from outside: gone, in the way, open to others, or all that is left.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use crate::support::runner::Runner;

const PAUSE: &str = "{\"command\":\"pause\"}\n";

/// A runner with a session in a folder of its own, in which one event was recorded by `apply`.
fn runner_with_a_session() -> (Runner, PathBuf) {
    let runner = Runner::new();
    fs::create_dir(runner.file("stick")).expect("a folder");
    // By a relative path, as people type it.
    let made = runner.run(&["new", "stick/h.json", "--title", "Đối thoại thử"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let applied = runner.run_with(&["apply", "stick/h.json"], PAUSE);
    assert_eq!(applied.code, 0, "{}", applied.err);
    let file = runner.file("stick/h.json");
    (runner, file)
}

fn state(runner: &Runner) -> PathBuf {
    runner.file("state/doithoai")
}

fn assert_whole(runner: &Runner, file: &Path) {
    let verified = runner.run(&[Path::new("verify"), file]);
    assert_eq!(verified.code, 0, "{}", verified.err);
    let shown = runner.run(&[Path::new("log"), file]);
    assert_eq!(shown.out.lines().count(), 2, "{}", shown.out);
    let again = runner.run_with(&[Path::new("apply"), file], "{\"command\":\"resume\"}\n");
    assert_eq!(again.code, 0, "{}", again.err);
}

#[test]
fn recover_brings_a_file_back_that_is_gone_or_something_else_or_begins_with_garbage() {
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 5] = [
        ("gone", |file| fs::remove_file(file).expect("removed")),
        ("a folder", |file| {
            fs::remove_file(file).expect("removed");
            fs::create_dir(file).expect("a folder");
        }),
        ("a pipe", |file| {
            fs::remove_file(file).expect("removed");
            let made = std::process::Command::new("mkfifo").arg(file).status().expect("mkfifo");
            assert!(made.success());
        }),
        ("a page of garbage", |file| {
            let mut bytes = fs::read(file).expect("read");
            bytes[..4096].fill(0xa5);
            fs::write(file, bytes).expect("written");
        }),
        ("empty", |file| fs::write(file, "").expect("emptied")),
    ];
    for (name, harm) in harms {
        let (runner, file) = runner_with_a_session();
        harm(&file);
        let recovered = runner.run(&[Path::new("recover"), &file]);
        assert_eq!(recovered.code, 0, "{name}: {}", recovered.err);
        assert_whole(&runner, &file);
    }
}

#[test]
fn where_recover_would_bring_a_session_back_apply_names_it() {
    let (runner, file) = runner_with_a_session();
    fs::write(&file, [0xa5; 9000]).expect("written");
    for harm in ["garbage", "gone"] {
        let run = runner.run_with(&[Path::new("apply"), &file], "");
        assert_eq!(run.code, 1, "{harm}");
        assert!(run.err.contains("Hãy chạy: doithoai recover"), "{harm}: {}", run.err);
        let _ = fs::remove_file(&file);
    }
    let unknown = runner.run_with(&["apply", "khac.json"], "");
    assert!(!unknown.err.contains("recover"), "{}", unknown.err);
}

#[test]
fn a_session_whose_folder_is_gone_is_listed_and_written_elsewhere() {
    let (runner, file) = runner_with_a_session();
    fs::remove_dir_all(file.parent().expect("a folder")).expect("pulled out");
    let gone = runner.run(&[Path::new("recover"), &file]);
    assert_eq!(gone.code, 1);
    assert!(gone.err.contains("--from-state"), "{}", gone.err);
    let listed = runner.run(&["recover", "--from-state"]);
    assert!(
        listed.out.contains("Đối thoại thử") && listed.out.contains("2 bước"),
        "{}",
        listed.out
    );
    assert!(listed.out.contains("stick/h.json"), "{}", listed.out);
    let id = &listed.out[..8];
    let written = runner.run(&["recover", "--from-state", id, "-o", "moi.json"]);
    assert_eq!(written.code, 0, "{}", written.err);
    assert_whole(&runner, &runner.file("moi.json"));
    let again = runner.run(&["recover", "--from-state", id, "-o", "moi.json"]);
    assert_eq!(again.code, 1, "nothing is written over");
    assert_eq!(runner.run(&["recover", "--from-state", "ffffffff", "-o", "x.json"]).code, 1);
    assert_eq!(runner.run(&["recover", "--from-state", id]).code, 2, "it does not say where");
}

#[test]
fn where_the_state_folder_cannot_be_used_the_record_goes_on_in_one_copy_and_says_so() {
    for harm in ["a file", "a lock that is a folder", "a lock that is a link", "a long path"] {
        let runner = Runner::new();
        assert_eq!(runner.run(&["new", "h.json", "--title", "Đối thoại thử"]).code, 0, "{harm}");
        assert_eq!(runner.run_with(&["apply", "h.json"], PAUSE).code, 0, "{harm}");
        let folder = state(&runner);
        let lock = || {
            let files = fs::read_dir(&folder).expect("there").flatten();
            let mut locks = files
                .map(|file| file.path())
                .filter(|path| path.extension().is_some_and(|end| end == "lock"));
            locks.next().expect("a lock")
        };
        let precious = runner.file("precious");
        fs::write(&precious, "a letter").expect("written");
        let mut command = runner.command(&["apply", "h.json"]);
        match harm {
            "a file" => {
                fs::remove_dir_all(&folder).expect("removed");
                fs::write(&folder, "in the way").expect("written");
            }
            "a lock that is a folder" => {
                let lock = lock();
                fs::remove_file(&lock).expect("removed");
                fs::create_dir(lock).expect("a folder");
            }
            "a lock that is a link" => {
                let lock = lock();
                fs::remove_file(&lock).expect("removed");
                symlink(&precious, lock).expect("a link");
            }
            _ => {
                command.env("XDG_STATE_HOME", runner.file("x".repeat(300)));
            }
        }
        let mut child = command.spawn().expect("started");
        let mut stdin = child.stdin.take().expect("a pipe");
        std::io::Write::write_all(&mut stdin, b"{\"command\":\"resume\"}\n").expect("written");
        drop(stdin);
        let output = child.wait_with_output().expect("ended");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{harm}: {said}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("resumed"), "{harm}");
        assert!(said.contains("thư mục trạng thái") && said.contains("--copy"), "{harm}: {said}");
        assert!(said.contains("đã lưu 1/2") && said.contains("doithoai"), "{harm}: {said}");
        assert_eq!(fs::read_to_string(&precious).expect("read"), "a letter", "{harm}");
        assert!(!runner.file(".h.json.lock").exists(), "{harm}: the lock goes again");
    }
}

#[test]
fn a_state_folder_open_to_others_is_closed_and_that_is_told_once() {
    let (runner, file) = runner_with_a_session();
    let folder = state(&runner);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("opened");
    let told = runner.run_with(&[Path::new("apply"), &file], "");
    assert!(told.err.contains("người khác xem được"), "{}", told.err);
    let mode = fs::metadata(&folder).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert_eq!(runner.run_with(&[Path::new("apply"), &file], "").err, "");
}

#[test]
fn papers_are_their_owners_alone_whatever_the_umask_and_a_pipe_that_nobody_reads_is_refused() {
    let (runner, file) = runner_with_a_session();
    let out = runner.file("bien-ban.txt");
    fs::write(&out, "").expect("an empty file");
    fs::set_permissions(&out, fs::Permissions::from_mode(0o666)).expect("opened");
    for name in ["bien-ban.txt", "moi.txt"] {
        let written = runner.run(&[Path::new("export"), &file, Path::new("-o"), Path::new(name)]);
        assert_eq!(written.code, 0, "{}", written.err);
        let mode = fs::metadata(runner.file(name)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let pipe = runner.file("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let arguments = [Path::new("export"), &file, Path::new("-o"), &pipe, Path::new("--force")];
    let refused = runner.run(&arguments);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("đường ống"), "{}", refused.err);
}

#[test]
fn a_session_can_be_made_where_no_state_can_be_kept_and_that_is_told() {
    let runner = Runner::new();
    let mut command = runner.command(&["new", "h.json", "--title", "Đối thoại thử"]);
    command.env("XDG_STATE_HOME", runner.file("x".repeat(300)));
    let output = command.output().expect("ended");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("đã lưu 1/2") && said.contains("quá dài"), "{said}");
    assert_eq!(runner.run(&["verify", "h.json"]).code, 0);
}

#[test]
fn a_lock_beside_the_file_is_respected_once_the_state_folder_works_again() {
    let (runner, file) = runner_with_a_session();
    fs::remove_dir_all(runner.file("state")).expect("removed");
    fs::write(runner.file("state"), "in the way").expect("written");
    let mut first = runner.command(&["apply", "stick/h.json"]).spawn().expect("started");
    let beside = file.with_file_name(".h.json.lock");
    while fs::read(&beside).unwrap_or_default().is_empty() {
        std::thread::yield_now();
    }
    fs::remove_file(runner.file("state")).expect("removed");
    let second = runner.run_with(&["apply", "stick/h.json"], PAUSE);
    assert_eq!((second.code, second.out.as_str()), (1, ""));
    assert!(second.err.contains("đang được"), "{}", second.err);
    drop(first.stdin.take());
    assert!(first.wait().expect("ended").success());
    assert_whole(&runner, &file);
}

#[test]
fn where_no_lock_can_be_made_at_all_that_is_told() {
    let (runner, file) = runner_with_a_session();
    fs::remove_dir_all(runner.file("state")).expect("removed");
    fs::write(runner.file("state"), "in the way").expect("written");
    fs::create_dir(file.with_file_name(".h.json.lock")).expect("a folder");
    let run = runner.run_with(&["apply", "stick/h.json"], "{\"command\":\"resume\"}\n");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("không đặt được khóa ở đâu"), "{}", run.err);
}

#[test]
fn recover_says_what_stands_there_where_nothing_was_ever_recorded() {
    let runner = Runner::new();
    fs::create_dir(runner.file("folder")).expect("a folder");
    let pipe = runner.file("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    for (name, why) in [("folder", "một thư mục"), ("pipe", "đường ống"), ("none", "không có tệp")]
    {
        let run = runner.run(&["recover", name]);
        assert_eq!(run.code, 1, "{name}");
        assert!(run.err.contains(why), "{name}: {}", run.err);
    }
}

#[test]
fn a_desk_without_a_state_folder_says_so_records_in_one_copy_and_heals() {
    let runner = Runner::new();
    assert_eq!(runner.run(&["new", "h.json", "--title", "Đối thoại thử"]).code, 0);
    fs::remove_dir_all(runner.path().join("state")).expect("removed");
    fs::write(runner.path().join("state"), "in the way").expect("written");
    let mut desk = runner.start(&["open", "h.json"], 160, 36);
    desk.until("đã lưu 1/2").until("Không dùng được thư mục trạng thái").until("--copy");
    assert!(runner.path().join(".h.json.lock").exists());
    desk.type_in("n").until("Ctrl+S").type_in("Câu một").until("Câu một").type_in("\x13");
    desk.until("CHƯA PHÂN CÔNG · 1");
    assert!(fs::read_to_string(runner.path().join("h.json")).expect("read").contains("Câu một"));
    fs::remove_file(runner.path().join("state")).expect("removed");
    desk.until("đã lưu 2/2").type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(!runner.path().join(".h.json.lock").exists());
    assert_eq!(fs::read_dir(state(&runner)).expect("there").count(), 2, "a black box and its lock");
}

#[test]
fn a_session_that_can_only_be_read_is_shown_and_the_desk_says_why() {
    let runner = Runner::new();
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/v1/withheld.json");
    fs::copy(fixture, runner.path().join("h.json")).expect("copied");
    let mut desk = runner.start(&["open", "h.json"], 160, 36);
    desk.until("chỉ xem").until("h.json").until("dòng").type_in("q");
    assert_eq!(desk.end(), 0);
}
