//! A disk that does not answer, under the real program: typing goes on, and nothing is called saved.
//!
//! `strace` holds the sync back; where it cannot, `tests/tui/desk.rs` tests the same on the desk alone.

use std::fs;
use std::process::Command;

use crate::support::runner::{Run, Runner};
use crate::support::skipped::skipped;
use crate::support::terminal::Terminal;

const PROGRAM: &str = env!("CARGO_BIN_EXE_doithoai");

/// Ten minutes: longer than the test, which ends the wait itself.
const HELD_BACK: &str = "inject=fdatasync:delay_enter=600000000";

fn strace_works() -> bool {
    let tried = Command::new("strace").args(["-D", "-qq", "-o", "/dev/null", "true"]).output();
    tried.is_ok_and(|output| output.status.success())
}

/// Who holds the sync back.
fn tracer(desk: &Terminal) -> String {
    let status = fs::read_to_string(format!("/proc/{}/status", desk.pid())).expect("a process");
    let tracer = status.lines().find_map(|line| line.strip_prefix("TracerPid:"));
    tracer.expect("a tracer").trim().to_owned()
}

/// The disk answers again. Only so ended, the tracer lets go at once.
fn let_go(tracer: &str) {
    let sent = Command::new("kill").args(["-s", "KILL", tracer]).status().expect("kill");
    assert!(sent.success());
}

fn desk_on_a_slow_disk(runner: &Runner) -> Terminal {
    runner.run(&["new", "hop.json", "--title", "Đối thoại thử"]).done();
    let mut command = runner.in_a_terminal("strace");
    command.args(["-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", HELD_BACK]);
    command.args([PROGRAM, "open", "hop.json"]);
    Terminal::start(command, 120, 36)
}

#[test]
fn typing_and_moving_work_while_a_sync_does_not_come_back_and_the_desk_says_it_is_being_saved() {
    if !strace_works() {
        skipped("strace is missing, or may not trace here");
        return;
    }
    let runner = Runner::new();
    let mut desk = desk_on_a_slow_disk(&runner);
    desk.until("ĐANG DIỄN RA").type_in("n").until("Ctrl+S").type_in("Câu thứ nhất");
    desk.until("Câu thứ nhất").type_in("\x13").until("đang lưu").gone("Ctrl+S");
    desk.type_in("n").until("Ctrl+S").type_in("Câu thứ hai").until("Câu thứ hai");
    desk.type_in("\x1b")
        .gone("Ctrl+S")
        .type_in("?")
        .until("Trợ giúp")
        .type_in("\x1b")
        .gone("Trợ giúp");
    assert!(desk.screen().contains("đang lưu…"), "{}", desk.screen());
    assert!(!desk.screen().contains("bước 2"), "{}", desk.screen());
    let_go(&tracer(&desk));
    desk.until("đã lưu 2/2 · bước 2").type_in("q");
    assert_eq!(desk.end(), 0);
    let Run { out: shown, .. } = runner.run(&["show", "hop.json"]);
    assert!(shown.contains("Câu thứ nhất") && !shown.contains("Câu thứ hai"));
}

#[test]
fn what_is_typed_is_synced_a_moment_later_by_itself() {
    if !strace_works() {
        skipped("strace is missing, or may not trace here");
        return;
    }
    let runner = Runner::new();
    runner.run(&["new", "hop.json", "--title", "Đối thoại thử"]).done();
    let trace = runner.file("trace");
    let mut command = runner.in_a_terminal("strace");
    command.args(["-D", "-f", "-y", "-qq", "-e", "trace=fsync,fdatasync", "-o"]);
    command.arg(&trace);
    command.args([PROGRAM, "open", "hop.json"]);
    let mut desk = Terminal::start(command, 120, 36);
    desk.until("ĐANG DIỄN RA").type_in("n").until("Ctrl+S").type_in("dở dang").until("dở dang");
    let synced = || fs::read_to_string(&trace).expect("a trace").matches("/.doithoai-").count();
    desk.wait("for a sync of the drafts", |_| synced() > 0);
    let before = synced();
    desk.type_in(" thêm").until("dở dang thêm");
    desk.wait("for another", |_| synced() > before);
    desk.type_in("\x1b").gone("Ctrl+S").type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn killed_while_a_sync_does_not_come_back_the_words_are_in_the_record_or_offered_again() {
    if !strace_works() {
        skipped("strace is missing, or may not trace here");
        return;
    }
    let runner = Runner::new();
    let mut desk = desk_on_a_slow_disk(&runner);
    desk.until("ĐANG DIỄN RA").type_in("n").until("Ctrl+S").type_in("Câu chưa chắc");
    desk.until("Câu chưa chắc").type_in("\x13").until("đang lưu");
    let tracer = tracer(&desk);
    desk.signal("KILL");
    let_go(&tracer);
    desk.end();
    let mut again = runner.start(&["open", "hop.json"], 120, 36);
    again.until("Câu chưa chắc").type_in("q");
}
