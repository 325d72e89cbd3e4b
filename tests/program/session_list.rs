//! The start screen's list: copies of one session, names that are not UTF-8, lines of another system.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;

use crate::program::Home;

const PAUSE: &str = "{\"command\":\"pause\"}\n";

fn home_with_a_session() -> Home {
    let home = Home::new();
    fs::create_dir_all(home.sessions()).expect("a folder");
    let made = home.run(&["new", "sessions/hop.json", "--title", "Đối thoại thử"]);
    assert_eq!(made.0, 0, "{}", made.2);
    home
}

#[test]
fn copies_of_one_session_are_marked_with_which_is_newer() {
    let home = home_with_a_session();
    let hop = home.sessions().join("hop.json");
    fs::copy(&hop, home.sessions().join("hop (conflicted copy).json")).expect("copied");
    assert_eq!(home.run_with(&["apply", "sessions/hop.json"], PAUSE).0, 0);
    let mut start = home.start(&[], 120, 36);
    start.until("hop (conflicted copy).json là một bản cũ hơn").until("bản mới hơn là hop.json");
    start.until("đang dở · bản cũ hơn").until("· bản mới nhất");
    start.type_in("\x1b[B").until("hop.json là bản mới nhất").type_in("q");
    assert_eq!(start.end(), 0);
}

#[test]
fn a_name_that_is_not_utf_8_does_not_vanish_from_the_list() {
    let home = home_with_a_session();
    let name = OsStr::from_bytes(b"h\xf6p.json");
    fs::rename(home.sessions().join("hop.json"), home.sessions().join(name)).expect("renamed");
    let mut start = home.start(&[], 120, 36);
    start.until("Đối thoại thử").type_in("\r").until("đã lưu 2/2").type_in("q");
    start.until("phiên mới").type_in("q");
    assert_eq!(start.end(), 0);
}

#[test]
fn a_copy_with_the_line_ends_of_another_system_verifies_and_the_output_says_so() {
    let home = home_with_a_session();
    let text = fs::read_to_string(home.sessions().join("hop.json")).expect("read");
    fs::write(home.path().join("crlf.json"), text.replace('\n', "\r\n")).expect("written");
    let verified = home.run(&["verify", "crlf.json"]);
    assert_eq!(verified.0, 0, "{}", verified.2);
    assert!(verified.1.contains("CRLF"), "{}", verified.1);
    assert!(!home.run(&["verify", "sessions/hop.json"]).1.contains("CRLF"));
}
