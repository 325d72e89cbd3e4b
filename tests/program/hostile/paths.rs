//! FILE is any path a person may write: what is no file is refused at once, and nothing is waited for.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use crate::hostile::scene::{
    assert_harmless, assert_refused, everything_in, runner_with_a_session,
};
use crate::support::runner::Runner;

const READERS: [&str; 7] = ["show", "log", "export", "stats", "verify", "recover", "apply"];

fn pipe(runner: &Runner, name: &str) -> OsString {
    let path = runner.file(name);
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo");
    assert!(made.success());
    path.into_os_string()
}

#[test]
fn a_pipe_a_device_a_folder_and_a_process_are_refused_and_never_waited_for() {
    let (runner, _) = runner_with_a_session();
    let pipe = pipe(&runner, "ong.json");
    symlink("/dev/zero", runner.file("khong.json")).expect("a link");
    symlink("vong.json", runner.file("vong.json")).expect("a link to itself");
    let before = everything_in(runner.path());
    let names: [&OsStr; 9] = [
        &pipe,
        OsStr::new("khong.json"),
        OsStr::new("vong.json"),
        OsStr::new("/dev/zero"),
        OsStr::new("/dev/null"),
        OsStr::new("/dev/tty"),
        OsStr::new("/proc/self/mem"),
        OsStr::new("."),
        OsStr::new("don-vi.roster.json/x"),
    ];
    for name in names {
        for verb in READERS {
            let run = runner.run(&[OsStr::new(verb), name]);
            assert_refused(&run, &format!("{verb} {}", name.display()));
        }
        let roster = [
            OsStr::new("new"),
            OsStr::new("moi.json"),
            OsStr::new("--title=x"),
            OsStr::new("--roster"),
            name,
        ];
        assert_refused(&runner.run(&roster), &format!("--roster {}", name.display()));
        let made = runner.run(&[OsStr::new("new"), name, OsStr::new("--title=x")]);
        assert_refused(&made, &format!("new {}", name.display()));
    }
    assert_eq!(everything_in(runner.path()), before);
}

#[test]
fn the_desk_on_a_pipe_or_a_device_leaves_the_screen_and_says_why() {
    let runner = Runner::new();
    pipe(&runner, "ong.json");
    for name in ["ong.json", "/dev/zero", "."] {
        let mut desk = runner.start(&["open", name], 100, 30);
        assert_eq!(desk.end(), 1, "{name}");
        assert!(desk.is_given_back());
        assert!(desk.screen().contains("Không đọc được"), "{}", desk.screen());
    }
}

#[test]
fn a_pipe_among_the_sessions_of_the_folder_does_not_stop_the_start_screen() {
    let runner = Runner::new();
    fs::create_dir_all(runner.sessions()).expect("a folder");
    pipe(&runner, "sessions/ong.json");
    symlink("/dev/zero", runner.sessions().join("khong.json")).expect("a link");
    let mut desk = runner.start(&[], 100, 30);
    desk.until("phiên mới").type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_name_of_control_characters_or_of_no_text_is_shown_harmlessly_and_works() {
    let (runner, path) = runner_with_a_session();
    let names: [&[u8]; 5] = [
        b"a\x1b[31mb\x07.json",
        b"hai\ndong.json",
        b"\xff\xfe.json",
        b"-x.json",
        "\u{202e}nosj.json".as_bytes(),
    ];
    for name in names {
        let name = OsStr::from_bytes(name);
        fs::copy(&path, runner.file(name)).expect("copied");
        let there = runner.file(name).into_os_string();
        for verb in READERS {
            let run = runner.run(&[OsStr::new(verb), &there]);
            assert_harmless(&run, &format!("{verb} {name:?}"));
            assert_eq!(run.code, 0, "{verb} {name:?}: {}", run.err);
        }
        fs::remove_file(runner.file(name)).expect("removed");
        // What was recorded under this name is in the state folder: `recover` may well bring it back.
        for verb in READERS.into_iter().filter(|verb| *verb != "recover") {
            assert_refused(&runner.run(&[OsStr::new(verb), &there]), &format!("{verb} {name:?}"));
        }
    }
}

#[test]
fn a_session_behind_a_link_is_the_session_and_the_link_stays_one() {
    let (runner, path) = runner_with_a_session();
    symlink("phien.json", runner.file("hom-nay.json")).expect("a link");
    let closing = "{\"command\":\"close\"}\n";
    let run = runner.run_with(&["apply", "hom-nay.json"], closing);
    assert_eq!(run.code, 0, "{}", run.err);
    let link = runner.file("hom-nay.json");
    assert!(link.symlink_metadata().expect("the link").is_symlink());
    assert!(fs::read_to_string(path).expect("the session").contains("\"closed\""));
}

#[test]
fn a_title_never_leads_out_of_the_folder_or_to_a_device() {
    let runner = Runner::new();
    fs::create_dir_all(runner.sessions()).expect("a folder");
    for (number, title) in
        ["../../ngoai", "CON", "nul", "com1.json", "/etc/x", "..", "\u{202e}abc", "a\u{0}b", "…"]
            .into_iter()
            .enumerate()
    {
        let mut desk = runner.start(&[], 100, 30);
        desk.until("phiên mới").type_in("n").until("Ctrl+S");
        desk.type_in(&format!("\x1b[200~{title}\x1b[201~")).type_in("\x13").until("ĐANG DIỄN RA");
        desk.type_in("q").until("phiên mới").type_in("q");
        assert_eq!(desk.end(), 0);
        let made = fs::read_dir(runner.sessions()).expect("the folder").count();
        assert_eq!(made, number + 1, "{title:?}");
    }
    for path in everything_in(runner.path()).into_keys() {
        let name = path.file_name().expect("a name").to_string_lossy().to_lowercase();
        assert!(name.is_ascii(), "{name}");
        let stem = name.split(['.', '-']).next().unwrap_or_default();
        assert!(
            !["con", "nul", "com1", "prn", "aux"].contains(&stem) || name.contains("202"),
            "{name}"
        );
    }
    assert!(!runner.file("ngoai.json").exists());
}
