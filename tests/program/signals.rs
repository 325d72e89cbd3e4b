//! Signals, closed windows and inputs at their end: the draft is kept, the lock free, the terminal given back.

use crate::support::runner::{Run, Runner};
use crate::support::terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_doithoai");

fn runner_with_a_session() -> Runner {
    let runner = Runner::new();
    let Run { code, err: said, .. } = runner.run(&["new", "hop.json", "--title", "Đối thoại thử"]);
    assert_eq!(code, 0, "{said}");
    runner
}

/// A desk at which a question is being typed.
fn typing(runner: &Runner) -> Terminal {
    let mut desk = runner.start(&["open", "hop.json"], 100, 30);
    desk.until("ĐANG DIỄN RA").type_in("n").until("Ctrl+S").type_in("dở dang").until("dở dang");
    desk
}

/// Another program can write at once, and every letter of the draft is offered again.
#[track_caller]
fn assert_nothing_is_lost(runner: &Runner) {
    let Run { code, err: said, .. } =
        runner.run_with(&["apply", "hop.json"], "{\"command\":\"pause\"}\n");
    assert_eq!(code, 0, "the lock is free: {said}");
    let mut again = runner.start(&["open", "hop.json"], 100, 30);
    again.until("dở dang").type_in("\r").until("Ctrl+S").until("dở dang");
    again.type_in("\x1b").gone("Ctrl+S").type_in("q");
    assert_eq!(again.end(), 0);
    assert!(again.is_given_back());
}

#[test]
fn each_signal_that_ends_the_program_gives_the_terminal_back_and_says_which_it_was() {
    for (signal, code) in [("INT", 130), ("QUIT", 131), ("TERM", 143), ("HUP", 129)] {
        let runner = runner_with_a_session();
        let mut desk = typing(&runner);
        assert!(!desk.is_given_back(), "the desk has the terminal");
        desk.signal(signal);
        assert_eq!(desk.end(), code, "{signal}");
        assert!(desk.is_given_back(), "{signal}: {}", desk.screen());
        assert_nothing_is_lost(&runner);
    }
}

#[test]
fn a_program_killed_while_something_is_typed_leaves_no_lock_and_every_letter() {
    let runner = runner_with_a_session();
    let mut desk = typing(&runner);
    desk.signal("KILL");
    desk.end();
    assert_nothing_is_lost(&runner);
}

#[test]
fn a_window_that_is_closed_ends_the_program_and_keeps_the_draft() {
    let runner = runner_with_a_session();
    let mut desk = typing(&runner);
    desk.close_window();
    assert_eq!(desk.end(), 129);
    assert_nothing_is_lost(&runner);
}

#[test]
fn stopped_from_outside_the_terminal_is_the_shells_until_the_program_goes_on() {
    let runner = runner_with_a_session();
    let mut desk = typing(&runner);
    for _ in 0..2 {
        desk.signal("TSTP");
        desk.until_given_back(true);
        desk.signal("CONT");
        desk.until_given_back(false);
        desk.until("dở dang");
    }
    desk.type_in(" tiếp").until("dở dang tiếp").type_in("\x13").until("đã lưu 2/2 · bước 2");
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(desk.is_given_back());
}

#[test]
fn frozen_and_thawed_the_desk_goes_on_where_it_was() {
    let runner = runner_with_a_session();
    let mut desk = typing(&runner);
    desk.signal("STOP");
    desk.type_in(" gõ lúc đông cứng").signal("CONT");
    desk.until("dở dang gõ lúc đông cứng")
        .type_in("\x13")
        .until("đã lưu 2/2 · bước 2")
        .type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn with_its_input_at_end_the_desk_takes_keys_from_the_terminal() {
    let runner = runner_with_a_session();
    let mut command = runner.in_a_terminal("sh");
    command.args(["-c", &format!("exec {PROGRAM} open hop.json </dev/null")]);
    let mut desk = Terminal::start(command, 100, 30);
    desk.until("ĐANG DIỄN RA").type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(desk.is_given_back());
}

#[test]
fn without_any_terminal_the_desk_is_refused_in_words_and_nothing_is_held() {
    let runner = runner_with_a_session();
    let mut command = runner.command_of("setsid");
    command.args(["-w", PROGRAM, "open", "hop.json"]);
    let output = command.stdin(std::process::Stdio::null()).output().expect("the program runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("Không mở được màn hình"), "{said}");
    assert_eq!(output.stdout, b"", "no sequence for a terminal that is not there");
    let Run { code, out: printed, err: said } = runner.run(&["apply", "hop.json"]);
    assert_eq!((code, printed.as_str(), said.as_str()), (0, "", ""));
}

#[test]
fn apply_told_to_end_lets_go_of_the_session_and_keeps_what_it_acknowledged() {
    for signal in ["TERM", "INT", "HUP", "KILL"] {
        let runner = runner_with_a_session();
        let mut apply = runner.feed(&["apply", "hop.json"]);
        apply.record("{\"command\":\"pause\"}\n");
        apply.signal(signal);
        assert_ne!(apply.ended_by_itself(), Some(0), "{signal}");
        let Run { code, out: printed, err: said } =
            runner.run_with(&["apply", "hop.json"], "{\"command\":\"resume\"}\n");
        assert_eq!(code, 0, "{signal}: {said}");
        assert!(printed.contains("\"seq\":3,"), "{signal}: {printed}");
    }
}
