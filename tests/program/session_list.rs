//! The start screen's list: copies of one session, names that are not UTF-8, lines of another system.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use crate::support::runner::Runner;

const PAUSE: &str = "{\"command\":\"pause\"}\n";

fn runner_with_a_session() -> Runner {
    let runner = Runner::new();
    fs::create_dir_all(runner.sessions()).expect("a folder");
    let made = runner.run(&["new", "sessions/hop.json", "--title", "Đối thoại thử"]);
    assert_eq!(made.code, 0, "{}", made.err);
    runner
}

#[test]
fn copies_of_one_session_are_marked_with_which_is_newer() {
    let runner = runner_with_a_session();
    let hop = runner.sessions().join("hop.json");
    fs::copy(&hop, runner.sessions().join("hop (conflicted copy).json")).expect("copied");
    runner.run_with(&["apply", "sessions/hop.json"], PAUSE).done();
    let mut start = runner.start(&[], 120, 36);
    start.until("hop (conflicted copy).json là bản sao cũ hơn").until("bản mới hơn là hop.json");
    start.until("chưa kết thúc · bản cũ hơn").until("· bản mới nhất");
    start.type_in("\x1b[B").until("hop.json là bản mới nhất").type_in("q");
    assert_eq!(start.end(), 0);
}

#[test]
fn a_name_that_is_not_utf_8_does_not_vanish_from_the_list() {
    let runner = runner_with_a_session();
    let name = OsStr::from_bytes(b"h\xf6p.json");
    fs::rename(runner.sessions().join("hop.json"), runner.sessions().join(name)).expect("renamed");
    let mut start = runner.start(&[], 120, 36);
    start.until("Đối thoại thử").type_in("\r").until("đã lưu 2/2").type_in("q");
    start.until("phiên mới").type_in("q");
    assert_eq!(start.end(), 0);
}

#[test]
fn a_copy_with_the_line_ends_of_another_system_verifies_and_the_output_says_so() {
    let runner = runner_with_a_session();
    let text = fs::read_to_string(runner.sessions().join("hop.json")).expect("read");
    fs::write(runner.file("crlf.json"), text.replace('\n', "\r\n")).expect("written");
    let verified = runner.run(&["verify", "crlf.json"]);
    assert_eq!(verified.code, 0, "{}", verified.err);
    assert!(verified.out.contains("CRLF"), "{}", verified.out);
    assert!(!runner.run(&["verify", "sessions/hop.json"]).out.contains("CRLF"));
}
