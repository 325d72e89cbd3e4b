//! The state folder seen from outside: gone, in the way, open to others, or all that is left.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use crate::program::Home;

const PAUSE: &str = "{\"command\":\"pause\"}\n";

/// A home with a session in a folder of its own, in which one event was recorded by `apply`.
fn home_with_a_session() -> (Home, PathBuf) {
    let home = Home::new();
    fs::create_dir(home.path().join("stick")).expect("a folder");
    // By a relative path, as people type it.
    let made = home.run(&["new", "stick/h.json", "--title", "Đối thoại thử"]);
    assert_eq!(made.0, 0, "{}", made.2);
    let applied = home.run_with(&["apply", "stick/h.json"], PAUSE);
    assert_eq!(applied.0, 0, "{}", applied.2);
    let file = home.path().join("stick/h.json");
    (home, file)
}

fn state(home: &Home) -> PathBuf {
    home.path().join("state/doithoai")
}

fn assert_whole(home: &Home, file: &Path) {
    let verified = home.run(&[Path::new("verify"), file]);
    assert_eq!(verified.0, 0, "{}", verified.2);
    let shown = home.run(&[Path::new("log"), file]);
    assert_eq!(shown.1.lines().count(), 2, "{}", shown.1);
    let again = home.run_with(&[Path::new("apply"), file], "{\"command\":\"resume\"}\n");
    assert_eq!(again.0, 0, "{}", again.2);
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
        let (home, file) = home_with_a_session();
        harm(&file);
        let recovered = home.run(&[Path::new("recover"), &file]);
        assert_eq!(recovered.0, 0, "{name}: {}", recovered.2);
        assert_whole(&home, &file);
    }
}

#[test]
fn a_session_whose_folder_is_gone_is_listed_and_written_elsewhere() {
    let (home, file) = home_with_a_session();
    fs::remove_dir_all(file.parent().expect("a folder")).expect("pulled out");
    let gone = home.run(&[Path::new("recover"), &file]);
    assert_eq!(gone.0, 1);
    assert!(gone.2.contains("--from-state"), "{}", gone.2);
    let listed = home.run(&["recover", "--from-state"]);
    assert!(listed.1.contains("Đối thoại thử") && listed.1.contains("2 sự kiện"), "{}", listed.1);
    assert!(listed.1.contains("stick/h.json"), "{}", listed.1);
    let id = &listed.1[..8];
    let written = home.run(&["recover", "--from-state", id, "-o", "moi.json"]);
    assert_eq!(written.0, 0, "{}", written.2);
    assert_whole(&home, &home.path().join("moi.json"));
    let again = home.run(&["recover", "--from-state", id, "-o", "moi.json"]);
    assert_eq!(again.0, 1, "nothing is written over");
    assert_eq!(home.run(&["recover", "--from-state", "ffffffff", "-o", "x.json"]).0, 1);
    assert_eq!(home.run(&["recover", "--from-state", id]).0, 2, "it does not say where");
}

#[test]
fn where_the_state_folder_cannot_be_used_the_record_goes_on_in_one_copy_and_says_so() {
    for harm in ["a file", "a lock that is a folder", "a lock that is a link", "a long path"] {
        let home = Home::new();
        assert_eq!(home.run(&["new", "h.json", "--title", "Đối thoại thử"]).0, 0, "{harm}");
        assert_eq!(home.run_with(&["apply", "h.json"], PAUSE).0, 0, "{harm}");
        let folder = state(&home);
        let lock = || {
            let files = fs::read_dir(&folder).expect("there").flatten();
            let mut locks = files
                .map(|file| file.path())
                .filter(|path| path.extension().is_some_and(|end| end == "lock"));
            locks.next().expect("a lock")
        };
        let precious = home.path().join("precious");
        fs::write(&precious, "a letter").expect("written");
        let mut command = home.command(&["apply", "h.json"]);
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
                command.env("XDG_STATE_HOME", home.path().join("x".repeat(300)));
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
        assert!(!home.path().join(".h.json.lock").exists(), "{harm}: the lock goes again");
    }
}

#[test]
fn a_state_folder_open_to_others_is_closed_and_that_is_told_once() {
    let (home, file) = home_with_a_session();
    let folder = state(&home);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("opened");
    let told = home.run_with(&[Path::new("apply"), &file], "");
    assert!(told.2.contains("người khác xem được"), "{}", told.2);
    let mode = fs::metadata(&folder).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert_eq!(home.run_with(&[Path::new("apply"), &file], "").2, "");
}

#[test]
fn papers_are_their_owners_alone_whatever_the_umask_and_a_pipe_that_nobody_reads_is_refused() {
    let (home, file) = home_with_a_session();
    let out = home.path().join("bien-ban.txt");
    fs::write(&out, "").expect("an empty file");
    fs::set_permissions(&out, fs::Permissions::from_mode(0o666)).expect("opened");
    for name in ["bien-ban.txt", "moi.txt"] {
        let written = home.run(&[Path::new("export"), &file, Path::new("-o"), Path::new(name)]);
        assert_eq!(written.0, 0, "{}", written.2);
        let mode = fs::metadata(home.path().join(name)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let pipe = home.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let arguments = [Path::new("export"), &file, Path::new("-o"), &pipe, Path::new("--force")];
    let refused = home.run(&arguments);
    assert_eq!(refused.0, 1, "{}", refused.2);
    assert!(refused.2.contains("đường ống"), "{}", refused.2);
}

#[test]
fn a_session_can_be_made_where_no_state_can_be_kept_and_that_is_told() {
    let home = Home::new();
    let mut command = home.command(&["new", "h.json", "--title", "Đối thoại thử"]);
    command.env("XDG_STATE_HOME", home.path().join("x".repeat(300)));
    let output = command.output().expect("ended");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("đã lưu 1/2") && said.contains("quá dài"), "{said}");
    assert_eq!(home.run(&["verify", "h.json"]).0, 0);
}

#[test]
fn a_lock_beside_the_file_is_respected_once_the_state_folder_works_again() {
    let (home, file) = home_with_a_session();
    fs::remove_dir_all(home.path().join("state")).expect("removed");
    fs::write(home.path().join("state"), "in the way").expect("written");
    let mut first = home.command(&["apply", "stick/h.json"]).spawn().expect("started");
    let beside = file.with_file_name(".h.json.lock");
    while fs::read(&beside).unwrap_or_default().is_empty() {
        std::thread::yield_now();
    }
    fs::remove_file(home.path().join("state")).expect("removed");
    let second = home.run_with(&["apply", "stick/h.json"], PAUSE);
    assert_eq!((second.0, second.1.as_str()), (1, ""));
    assert!(second.2.contains("đang được"), "{}", second.2);
    drop(first.stdin.take());
    assert!(first.wait().expect("ended").success());
    assert_whole(&home, &file);
}

#[test]
fn where_no_lock_can_be_made_at_all_that_is_told() {
    let (home, file) = home_with_a_session();
    fs::remove_dir_all(home.path().join("state")).expect("removed");
    fs::write(home.path().join("state"), "in the way").expect("written");
    fs::create_dir(file.with_file_name(".h.json.lock")).expect("a folder");
    let run = home.run_with(&["apply", "stick/h.json"], "{\"command\":\"resume\"}\n");
    assert_eq!(run.0, 0, "{}", run.2);
    assert!(run.2.contains("không đặt được khóa ở đâu"), "{}", run.2);
}

#[test]
fn recover_says_what_stands_there_where_nothing_was_ever_recorded() {
    let home = Home::new();
    fs::create_dir(home.path().join("folder")).expect("a folder");
    let pipe = home.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    for (name, why) in [("folder", "một thư mục"), ("pipe", "đường ống"), ("none", "không có tệp")]
    {
        let run = home.run(&["recover", name]);
        assert_eq!(run.0, 1, "{name}");
        assert!(run.2.contains(why), "{name}: {}", run.2);
    }
}
