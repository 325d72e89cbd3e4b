//! Bytes that no person typed as keys, sent to the real program: none records, and no text is lost.
use std::thread;
use std::time::Duration;

use crate::support::runner::{Run, Runner};
use crate::support::terminal::Terminal;

const DOWN: &str = "\x1b[B";
const CTRL_S: &str = "\x13";
const OFFER: &str = "Câu mới với đoạn này?";

fn runner_with_a_session() -> Runner {
    let runner = Runner::new();
    let Run { code, err: said, .. } = runner.run(&["new", "hop.json", "--title", "Đối thoại thử"]);
    assert_eq!(code, 0, "{said}");
    runner
}

fn apply(runner: &Runner, command: &str) {
    runner.run_with(&["apply", "hop.json"], format!("{command}\n")).done();
}

/// A desk with one question, which is chosen: its call is one key away.
fn desk_with_a_question(runner: &Runner) -> Terminal {
    apply(runner, r#"{"command":"ask_question","text":"Xe buýt?"}"#);
    let mut desk = runner.start(&["open", "hop.json"], 100, 30);
    desk.until("Xe buýt?").type_in("\x1b[H");
    desk
}

fn events(runner: &Runner) -> usize {
    let text = std::fs::read_to_string(runner.file("hop.json")).expect("the session file");
    let document: serde_json::Value = serde_json::from_str(&text).expect("valid JSON");
    document["events"].as_array().map_or(0, Vec::len)
}

/// The desk is up, takes keys again, and has recorded nothing but what there was.
fn assert_untouched(desk: &mut Terminal, runner: &Runner, before: usize) {
    desk.type_in("?").until("╭ Trợ giúp").type_in("\x1b").gone("╭ Trợ giúp");
    assert_eq!(events(runner), before);
    desk.until(&format!("đã lưu 2/2 · bước {before}"));
}

#[test]
fn replies_of_the_terminal_record_nothing_whole_or_split_over_reads() {
    let replies: [&[u8]; 9] = [
        b"\x1b]52;c;Y2F1\x07",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        b"\x1bP>|tmux 3.4\x1b\\",
        b"\x1b_Gi=31;cccu\x1b\\",
        b"\x1b[?62;22c",
        b"\x9d52;c;Y2F1\x9c",
        b"\xc2\x9d11;rgb:cccc/cccc/cccc\xc2\x9c",
        b"\x90>|uuu\x9c",
        b"\x1b[12;40R",
    ];
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    for reply in replies {
        desk.send(reply);
        for at in [1, 2, reply.len() / 2, reply.len() - 1] {
            desk.send(&reply[..at]);
            // A split is two reads some time apart: here the pause is the subject.
            thread::sleep(Duration::from_millis(30));
            desk.send(&reply[at..]);
            thread::sleep(Duration::from_millis(5));
        }
    }
    assert_untouched(&mut desk, &runner, 2);
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_paste_that_comes_as_keys_is_offered_as_a_question_and_records_nothing() {
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    desk.type_in("Cuối năm: phòng trọ\rđãy 2 có giảm?\r").until(OFFER);
    assert_eq!(events(&runner), 2);
    desk.type_in("y").until("Câu hỏi mới").until("phòng trọ").until("đãy 2 có giảm?");
    desk.type_in(CTRL_S).until("đã lưu 2/2 · bước 3");
    let Run { out: shown, .. } = runner.run(&["show", "hop.json"]);
    assert!(shown.contains("đãy 2 có giảm?"), "{shown}");
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_bracketed_paste_at_the_desk_is_offered_and_survives_a_kill() {
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    desk.type_in("\x1b[200~Nhà trọ quá đắt\x1b[201~").until("Nhà trọ quá đắt").until(OFFER);
    desk.signal("KILL");
    desk.end();
    let mut again = runner.start(&["open", "hop.json"], 100, 30);
    again.until("Nhà trọ quá đắt").type_in("\r").until("Ctrl+S").until("Nhà trọ quá đắt");
    assert_eq!(events(&runner), 2);
}

#[test]
fn a_paste_without_its_end_appears_survives_a_kill_and_leaves_the_keys_alive() {
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    desk.type_in("n")
        .until("Ctrl+S")
        .type_in("\x1b[200~abc không có hết")
        .until("abc không có hết");
    desk.type_in(" gõ tiếp").until("abc không có hết gõ tiếp");
    desk.signal("KILL");
    desk.end();
    let mut again = runner.start(&["open", "hop.json"], 100, 30);
    again.until("abc không có hết gõ tiếp").type_in("\r").until("Ctrl+S");
    again.type_in(CTRL_S).until("bước 3").type_in("q");
    assert_eq!(again.end(), 0);
}

#[test]
fn text_is_dropped_in_words_where_nothing_can_be_recorded() {
    let runner = runner_with_a_session();
    let mut replay = runner.start(&["replay", "hop.json"], 100, 30);
    replay.until("1/1").type_in("quyết toán\rqq").until("Đã bỏ qua đoạn văn bản");
    replay.signal("TERM");
    assert_eq!(replay.end(), 143);
    let mut start = runner.start(&[], 100, 30);
    start
        .until("phiên mới")
        .type_in("\x1b[200~quyết toán\x1b[201~")
        .until("Đã bỏ qua đoạn văn bản");
    start.signal("TERM");
    assert_eq!(start.end(), 143);
}

#[test]
fn ten_keys_a_second_at_the_desk_are_never_taken_for_text() {
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    // Keys that record nothing: letters without a meaning, moving about, and a form that is opened and left.
    for key in ["j", "l", DOWN, "v", "i", "i", "j", " ", "l", "i", "v", "j", "\x1b[A", "i", "l"] {
        desk.type_in(key);
        thread::sleep(Duration::from_millis(100));
    }
    assert!(!desk.bytes().windows(8).any(|bytes| bytes == "đoạn".as_bytes()), "{}", desk.screen());
    for burst in ["jj", "lll", "12345678"] {
        desk.type_in(burst);
        thread::sleep(Duration::from_millis(50));
    }
    assert_untouched(&mut desk, &runner, 2);
    desk.type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_line_break_pasted_as_keys_runs_no_command_and_takes_nothing_from_a_list() {
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    for (opens, title) in [(":", "╭ Danh sách lệnh"), ("/", "╭ Tìm trong phiên")] {
        desk.type_in(opens).until(title).type_in("hoàn tác\r").until("> hoàn tác");
        desk.type_in("một\rhai\n").until("> hoàn tác một hai");
        assert_untouched_under(&mut desk, title);
        desk.type_in("\x1b").gone(title);
    }
    desk.type_in(":hoàn tác\r").until(OFFER).type_in("n").gone(OFFER);
    desk.type_in("/hoàn tác\rc").until("> hoàn tác c").type_in("\x1b").gone("> hoàn tác");
    assert_untouched(&mut desk, &runner, 2);
    desk.type_in(":")
        .until("╭ Danh sách lệnh")
        .type_in("phân công")
        .until("> phân công")
        .type_in("\r");
    desk.until("Phân công · câu 1").type_in("\x1b").gone("Phân công · câu 1").type_in("q");
    assert_eq!(desk.end(), 0);
}

/// The overlay is still there after everything sent so far was taken in.
fn assert_untouched_under(desk: &mut Terminal, title: &str) {
    desk.type_in("\x1bOR").gone(title).type_in("\x1bOR").until(title);
}

#[test]
fn a_line_break_pasted_as_keys_confirms_no_form_that_takes_by_enter() {
    let runner = runner_with_a_session();
    apply(
        &runner,
        r#"{"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","kind":"agency","remit":["nhà trọ"]}}"#,
    );
    let mut desk = desk_with_a_question(&runner);
    desk.type_in("r").until("Phân công · câu 1");
    desk.type_in("xay dung\r\r").until("> xay dung").type_in("\r").until("● Sở Xây dựng");
    desk.type_in("xay\r\ndung\r").until("xay  dung").type_in("\x15").gone("xay");
    assert_eq!(events(&runner), 3);
    desk.type_in("\r").until("đã lưu 2/2 · bước 4").type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn text_pasted_as_keys_answers_no_question_and_turns_no_choice() {
    let runner = runner_with_a_session();
    let mut desk = desk_with_a_question(&runner);
    desk.type_in("n").until("Ctrl+S").type_in("dở dang").until("dở dang").type_in("\x04");
    desk.until("Bỏ hẳn những gì").type_in("yes\ryes").until(OFFER).type_in("n").gone(OFFER);
    desk.until("Bỏ hẳn những gì").type_in("n").gone("Bỏ hẳn những gì").until("dở dang");
    desk.type_in("\x1b[Z\x1b[Z").type_in("a b c d\r\r").until(OFFER).type_in("y");
    desk.until("a b c d").type_in("\x04").until("Bỏ hẳn những gì").type_in("y").gone("a b c d");
    // What closes a form in the midst of a text leaves the rest of it text.
    desk.type_in("\x1b[Z\x1b[Z")
        .until("▸ ghế")
        .type_in("văn bản\x1bc")
        .until(OFFER)
        .type_in("n")
        .gone(OFFER);
    desk.type_in("C").until("những câu chưa có kết quả").type_in("dfxw\ruu").until(OFFER);
    desk.type_in("n").gone(OFFER).type_in("\x1b").gone("những câu chưa có kết quả");
    assert_untouched(&mut desk, &runner, 2);
    desk.signal("TERM");
    assert_eq!(desk.end(), 143);
}
