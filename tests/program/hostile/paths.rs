//! FILE is any path a person may write: what is no file is refused at once, and nothing is waited for.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use crate::hostile::scene::{assert_harmless, assert_refused, everything_in, home_with_a_session};
use crate::program::Home;

const READERS: [&str; 7] = ["show", "log", "export", "stats", "verify", "recover", "apply"];

fn pipe(home: &Home, name: &str) -> OsString {
    let path = home.path().join(name);
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo");
    assert!(made.success());
    path.into_os_string()
}

#[test]
fn a_pipe_a_device_a_folder_and_a_process_are_refused_and_never_waited_for() {
    let (home, _) = home_with_a_session();
    let pipe = pipe(&home, "ong.json");
    symlink("/dev/zero", home.path().join("khong.json")).expect("a link");
    symlink("vong.json", home.path().join("vong.json")).expect("a link to itself");
    let before = everything_in(home.path());
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
            let run = home.run(&[OsStr::new(verb), name]);
            assert_refused(&run, &format!("{verb} {}", name.display()));
        }
        let roster = [
            OsStr::new("new"),
            OsStr::new("moi.json"),
            OsStr::new("--title=x"),
            OsStr::new("--roster"),
            name,
        ];
        assert_refused(&home.run(&roster), &format!("--roster {}", name.display()));
        let made = home.run(&[OsStr::new("new"), name, OsStr::new("--title=x")]);
        assert_refused(&made, &format!("new {}", name.display()));
    }
    assert_eq!(everything_in(home.path()), before);
}

#[test]
fn the_desk_on_a_pipe_or_a_device_leaves_the_screen_and_says_why() {
    let home = Home::new();
    pipe(&home, "ong.json");
    for name in ["ong.json", "/dev/zero", "."] {
        let mut desk = home.start(&["open", name], 100, 30);
        assert_eq!(desk.end(), 1, "{name}");
        assert!(desk.is_given_back());
        assert!(desk.screen().contains("Không đọc được"), "{}", desk.screen());
    }
}

#[test]
fn a_pipe_among_the_sessions_of_the_folder_does_not_stop_the_start_screen() {
    let home = Home::new();
    fs::create_dir_all(home.sessions()).expect("a folder");
    pipe(&home, "sessions/ong.json");
    symlink("/dev/zero", home.sessions().join("khong.json")).expect("a link");
    let mut desk = home.start(&[], 100, 30);
    desk.until("phiên mới").type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_name_of_control_characters_or_of_no_text_is_shown_harmlessly_and_works() {
    let (home, path) = home_with_a_session();
    let names: [&[u8]; 5] = [
        b"a\x1b[31mb\x07.json",
        b"hai\ndong.json",
        b"\xff\xfe.json",
        b"-x.json",
        "\u{202e}nosj.json".as_bytes(),
    ];
    for name in names {
        let name = OsStr::from_bytes(name);
        fs::copy(&path, home.path().join(name)).expect("copied");
        let there = home.path().join(name).into_os_string();
        for verb in READERS {
            let run = home.run(&[OsStr::new(verb), &there]);
            assert_harmless(&run, &format!("{verb} {name:?}"));
            assert_eq!(run.0, 0, "{verb} {name:?}: {}", run.2);
        }
        fs::remove_file(home.path().join(name)).expect("removed");
        // What was recorded under this name is in the state folder: `recover` may well bring it back.
        for verb in READERS.into_iter().filter(|verb| *verb != "recover") {
            assert_refused(&home.run(&[OsStr::new(verb), &there]), &format!("{verb} {name:?}"));
        }
    }
}

#[test]
fn a_session_behind_a_link_is_the_session_and_the_link_stays_one() {
    let (home, path) = home_with_a_session();
    symlink("phien.json", home.path().join("hom-nay.json")).expect("a link");
    let closing = "{\"command\":\"close\"}\n";
    let run = home.run_with(&["apply", "hom-nay.json"], closing);
    assert_eq!(run.0, 0, "{}", run.2);
    let link = home.path().join("hom-nay.json");
    assert!(link.symlink_metadata().expect("the link").is_symlink());
    assert!(fs::read_to_string(path).expect("the session").contains("\"closed\""));
}

#[test]
fn a_title_never_leads_out_of_the_folder_or_to_a_device() {
    let home = Home::new();
    fs::create_dir_all(home.sessions()).expect("a folder");
    for (number, title) in
        ["../../ngoai", "CON", "nul", "com1.json", "/etc/x", "..", "\u{202e}abc", "a\u{0}b", "…"]
            .into_iter()
            .enumerate()
    {
        let mut desk = home.start(&[], 100, 30);
        desk.until("phiên mới").type_in("n").until("Ctrl+S");
        desk.type_in(&format!("\x1b[200~{title}\x1b[201~")).type_in("\x13").until("ĐANG DIỄN RA");
        desk.type_in("q").until("phiên mới").type_in("q");
        assert_eq!(desk.end(), 0);
        let made = fs::read_dir(home.sessions()).expect("the folder").count();
        assert_eq!(made, number + 1, "{title:?}");
    }
    for path in everything_in(home.path()).into_keys() {
        let name = path.file_name().expect("a name").to_string_lossy().to_lowercase();
        assert!(name.is_ascii(), "{name}");
        let stem = name.split(['.', '-']).next().unwrap_or_default();
        assert!(
            !["con", "nul", "com1", "prn", "aux"].contains(&stem) || name.contains("202"),
            "{name}"
        );
    }
    assert!(!home.path().join("ngoai.json").exists());
}
