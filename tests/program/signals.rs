//! Signals, closed windows and inputs at their end: the draft is kept, the lock free, the terminal given back.

use crate::program::{Home, Terminal};
use portable_pty::CommandBuilder;

const PROGRAM: &str = env!("CARGO_BIN_EXE_doithoai");

fn home_with_a_session() -> Home {
    let home = Home::new();
    let (code, _, said) = home.run(&["new", "hop.json", "--title", "Đối thoại thử"]);
    assert_eq!(code, 0, "{said}");
    home
}

/// A desk at which a question is being typed.
fn typing(home: &Home) -> Terminal {
    let mut desk = home.start(&["open", "hop.json"], 100, 30);
    desk.until("ĐANG DIỄN RA").type_in("n").until("Ctrl+S").type_in("dở dang").until("dở dang");
    desk
}

/// Somebody else can write at once, and every letter of the draft is offered again.
#[track_caller]
fn assert_nothing_is_lost(home: &Home) {
    let (code, _, said) = home.run_with(&["apply", "hop.json"], "{\"command\":\"pause\"}\n");
    assert_eq!(code, 0, "the lock is free: {said}");
    let mut again = home.start(&["open", "hop.json"], 100, 30);
    again.until("dở dang").type_in("\r").until("Ctrl+S").until("dở dang");
    again.type_in("\x1b").gone("Ctrl+S").type_in("q");
    assert_eq!(again.end(), 0);
    assert!(again.is_given_back());
}

#[test]
fn each_signal_that_ends_the_program_gives_the_terminal_back_and_says_which_it_was() {
    for (signal, code) in [("INT", 130), ("QUIT", 131), ("TERM", 143), ("HUP", 129)] {
        let home = home_with_a_session();
        let mut desk = typing(&home);
        assert!(!desk.is_given_back(), "the desk has the terminal");
        desk.signal(signal);
        assert_eq!(desk.end(), code, "{signal}");
        assert!(desk.is_given_back(), "{signal}: {}", desk.screen());
        assert_nothing_is_lost(&home);
    }
}

#[test]
fn a_program_killed_while_something_is_typed_leaves_no_lock_and_every_letter() {
    let home = home_with_a_session();
    let mut desk = typing(&home);
    desk.signal("KILL");
    desk.end();
    assert_nothing_is_lost(&home);
}

#[test]
fn a_window_that_is_closed_ends_the_program_and_keeps_the_draft() {
    let home = home_with_a_session();
    let mut desk = typing(&home);
    desk.close_window();
    assert_eq!(desk.end(), 129);
    assert_nothing_is_lost(&home);
}

#[test]
fn stopped_from_outside_the_terminal_is_the_shells_until_the_program_goes_on() {
    let home = home_with_a_session();
    let mut desk = typing(&home);
    for _ in 0..2 {
        desk.signal("TSTP");
        desk.until_given_back(true);
        desk.signal("CONT");
        desk.until_given_back(false);
        desk.until("dở dang");
    }
    desk.type_in(" tiếp").until("dở dang tiếp").type_in("\x13").until("đã lưu 2/2 · sự kiện 2");
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(desk.is_given_back());
}

#[test]
fn frozen_and_thawed_the_desk_goes_on_where_it_was() {
    let home = home_with_a_session();
    let mut desk = typing(&home);
    desk.signal("STOP");
    desk.type_in(" gõ lúc đông cứng").signal("CONT");
    desk.until("dở dang gõ lúc đông cứng")
        .type_in("\x13")
        .until("đã lưu 2/2 · sự kiện 2")
        .type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn with_its_input_at_end_the_desk_takes_keys_from_the_terminal() {
    let home = home_with_a_session();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &format!("exec {PROGRAM} open hop.json </dev/null")]);
    let mut desk = home.start_command(command, 100, 30);
    desk.until("ĐANG DIỄN RA").type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(desk.is_given_back());
}

#[test]
fn without_any_terminal_the_desk_is_refused_in_words_and_nothing_is_held() {
    let home = home_with_a_session();
    let mut command = std::process::Command::new("setsid");
    command.args(["-w", PROGRAM, "open", "hop.json"]).current_dir(home.path());
    command.env("XDG_STATE_HOME", home.path().join("state")).env("LC_ALL", "vi_VN.UTF-8");
    let output = command.stdin(std::process::Stdio::null()).output().expect("the program runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("Không mở được màn hình"), "{said}");
    assert_eq!(output.stdout, b"", "no sequence for a terminal that is not there");
    let (code, printed, said) = home.run(&["apply", "hop.json"]);
    assert_eq!((code, printed.as_str(), said.as_str()), (0, "", ""));
}

#[test]
fn apply_told_to_end_lets_go_of_the_session_and_keeps_what_it_acknowledged() {
    use std::io::{BufRead, BufReader, Write};
    for signal in ["TERM", "INT", "HUP", "KILL"] {
        let home = home_with_a_session();
        let mut child = home.command(&["apply", "hop.json"]).spawn().expect("started");
        let mut stdin = child.stdin.take().expect("its input");
        let mut out = BufReader::new(child.stdout.take().expect("its output"));
        writeln!(stdin, "{{\"command\":\"pause\"}}").expect("written");
        let mut line = String::new();
        out.read_line(&mut line).expect("an event");
        let pid = child.id().to_string();
        let sent = std::process::Command::new("kill").args(["-s", signal, &pid]).status();
        assert!(sent.expect("kill").success());
        assert!(!child.wait().expect("ended").success());
        let (code, printed, said) =
            home.run_with(&["apply", "hop.json"], "{\"command\":\"resume\"}\n");
        assert_eq!(code, 0, "{signal}: {said}");
        assert!(printed.contains("\"seq\":3,"), "{signal}: {printed}");
    }
}
