//! The real program in a pseudo-terminal, as a reviewer meets it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::support::runner::{Run, Runner};
use crate::support::terminal::Terminal;
use portable_pty::CommandBuilder;

const ESC: &str = "\x1b";
const ENTER: &str = "\r";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const END: &str = "\x1b[F";
const CTRL_S: &str = "\x13";

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/can-tho-thanh-nien-11.json");

/// A runner with a copy of the shipped session.
fn runner_with_a_copy() -> (Runner, PathBuf) {
    let runner = Runner::new();
    fs::create_dir_all(runner.sessions()).expect("a folder");
    let path = runner.sessions().join("hop.json");
    fs::copy(SHIPPED, &path).expect("copied");
    (runner, path)
}

fn named(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[test]
fn the_shipped_session_opens_steps_plays_to_its_end_is_searched_and_stays_as_it_was() {
    let (runner, path) = runner_with_a_copy();
    let before = fs::read(&path).expect("the session");
    let mut replay = runner.start(&["replay", &named(&path)], 120, 36);
    replay.until("bước 1/24").type_in(RIGHT).until("bước 2/24").type_in(LEFT);
    replay.until("bước 1/24").type_in("+++++++++++ ").until("bước 24/24");
    replay.until("phiên kết thúc");
    replay.type_in("/can bo doan").until("> can bo doan").until("Cán bộ Đoàn").type_in(ENTER);
    replay.until("bước 10/24").type_in("gc4\r").until("bước 12/24");
    replay.type_in("s").until("Biểu đồ · ").type_in(ESC).gone("Biểu đồ").type_in("q");
    assert_eq!(replay.end(), 0);
    assert!(replay.is_given_back());
    assert_eq!(fs::read(&path).expect("the session"), before, "not a byte was written");
    let beside = fs::read_dir(runner.sessions()).expect("the folder").count();
    assert_eq!(beside, 1, "nothing lies beside it");
}

#[test]
fn the_start_screen_leads_to_the_replay_and_back() {
    let (runner, _) = runner_with_a_copy();
    let mut replay = runner.start(&[], 80, 24);
    replay.until("xem lại").type_in("v").until("1/24").type_in("q").gone("1/24").until("xem lại");
    replay.type_in("q");
    assert_eq!(replay.end(), 0);
}

#[test]
fn a_note_is_kept_beside_the_session_and_found_again() {
    let (runner, path) = runner_with_a_copy();
    let before = fs::read(&path).expect("the session");
    let review = runner.sessions().join("hop.review.json");
    let arguments = ["replay", &named(&path), "--at", "c2", "--by", "Lan"];
    let mut replay = runner.start(&arguments, 120, 36);
    replay.until("bước 10/24").type_in("i").until("Ghi chú ·").type_in("Hoi lai").until("Hoi lai");
    replay.type_in(CTRL_S).until("Đã lưu ghi chú 1.").type_in("q");
    assert_eq!(replay.end(), 0);
    assert!(fs::read_to_string(&review).expect("the review").contains("Hoi lai"));
    assert_eq!(fs::read(&path).expect("the session"), before);
    let mut again = runner.start(&["replay", &named(&path)], 120, 36);
    again.until("1/24").type_in("l").until("Lan ghi").until("Hoi lai").type_in(ENTER);
    again.until("bước 10/24").until("Ghi chú: Hoi lai").type_in("q");
    assert_eq!(again.end(), 0);
}

/// The program, run by an account that permissions bind: root is not.
fn by_a_person(runner: &Runner) -> CommandBuilder {
    let id = std::process::Command::new("id").arg("-u").output().expect("who one is");
    if id.stdout != b"0\n" {
        return runner.in_a_terminal(env!("CARGO_BIN_EXE_doithoai"));
    }
    let program = runner.file("doithoai");
    fs::copy(env!("CARGO_BIN_EXE_doithoai"), &program).expect("copied");
    fs::set_permissions(runner.path(), PermissionsExt::from_mode(0o755)).expect("opened");
    let mut command = runner.in_a_terminal("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command.arg(program);
    command
}

#[test]
fn a_session_nobody_may_write_is_seen_and_notes_say_that_they_cannot_be_kept() {
    let (runner, path) = runner_with_a_copy();
    fs::set_permissions(&path, PermissionsExt::from_mode(0o444)).expect("closed");
    fs::set_permissions(runner.sessions(), PermissionsExt::from_mode(0o555)).expect("closed");
    let mut command = by_a_person(&runner);
    command.args(["replay", &named(&path), "--at", "c2"]);
    let mut replay = Terminal::start(command, 120, 36);
    replay.until("bước 10/24").type_in(RIGHT).until("bước 11/24").type_in("i");
    replay.until("Không lưu được ghi chú").type_in("/hoc").gone("Không lưu được");
    replay.until("> hoc").type_in("\r").gone("> hoc").type_in("q");
    assert_eq!(replay.end(), 0);
    fs::set_permissions(runner.sessions(), PermissionsExt::from_mode(0o755)).expect("opened");
    assert_eq!(fs::read(&path).expect("the session"), fs::read(SHIPPED).expect("shipped"));
    assert_eq!(fs::read_dir(runner.sessions()).expect("the folder").count(), 1);
}

#[test]
fn a_damaged_session_is_seen_up_to_its_damage_which_is_said_on_leaving_too() {
    let (runner, path) = runner_with_a_copy();
    let broken = fs::read_to_string(&path).expect("text").replacen("nhân tài", "nhân tai", 1);
    fs::write(&path, &broken).expect("spoilt");
    let mut replay = runner.start(&["replay", &named(&path)], 120, 36);
    replay.until("Chỉ xem được dữ liệu phiên đến đây").until("1/10").type_in(END).until("10/10");
    replay.until("bước 11 đã bị sửa").type_in("q");
    assert_eq!(replay.end(), 1);
    let left = replay.screen();
    assert!(left.contains("hỏng") && left.contains("10 bước"), "{left}");
    assert_eq!(fs::read_to_string(&path).expect("text"), broken);
}

#[test]
fn a_session_that_is_still_written_is_followed_from_its_end() {
    let runner = Runner::new();
    let path = runner.file("hop.json");
    let Run { code, err: said, .. } =
        runner.run(&["new", &named(&path), "--title", "Đối thoại thử"]);
    assert_eq!(code, 0, "{said}");
    let ask = |text: &str| {
        let command = format!("{{\"command\":\"ask_question\",\"text\":\"{text}\"}}\n");
        let Run { code, err: said, .. } = runner.run_with(&["apply", &named(&path)], command);
        assert_eq!(code, 0, "{said}");
    };
    ask("Nhà trọ?");
    let mut replay = runner.start(&["replay", &named(&path)], 120, 36);
    replay.until("bước 1/2").type_in(END).until("bước 2/2");
    ask("Xe buýt?");
    replay.until("bước 3/3").until("Xe buýt?").type_in(LEFT).until("bước 2/3");
    ask("Sân chơi?");
    replay.until("bước 2/4").type_in(END).until("bước 4/4").type_in("q");
    assert_eq!(replay.end(), 0);
}

#[test]
fn where_and_how_fast_the_replay_begins_can_be_said_and_what_makes_no_sense_is_refused() {
    let (runner, path) = runner_with_a_copy();
    let name = named(&path);
    let mut replay = runner.start(&["replay", &name, "--at", "12", "--speed", "8"], 120, 36);
    replay.until("‖ ×8").until("bước 12/24").type_in("q");
    assert_eq!(replay.end(), 0);
    for wrong in [["--at", "mai"], ["--speed", "0"], ["--speed", "601"], ["--speed", "nhanh"]] {
        let Run { code, out: printed, err: said } =
            runner.run(&["replay", &name, wrong[0], wrong[1]]);
        assert_eq!((code, printed.as_str()), (2, ""), "{said}");
        assert!(said.contains(wrong[1]), "{said}");
    }
    let mut beyond = runner.start(&["replay", &name, "--at", "c99"], 120, 36);
    beyond.until("Phiên này không có thời điểm đó.").until("1/24").type_in("q");
    assert_eq!(beyond.end(), 0);
}

#[test]
fn a_note_being_typed_survives_a_kill_and_leaving_and_is_offered_until_it_is_saved() {
    let (runner, path) = runner_with_a_copy();
    let path = named(&path);
    let mut replay = runner.start(&["replay", &path], 120, 36);
    replay.until("bước 1/24").type_in("]i").until("Ctrl+S").type_in("Sở còn nợ câu này");
    replay.until("còn nợ câu này").signal("KILL");
    replay.end();
    let mut again = runner.start(&["replay", &path], 120, 36);
    again.until("Còn 1 ghi chú viết dở").type_in("i").until("Sở còn nợ câu này");
    again.type_in(" nhé").until("câu này nhé").type_in(ESC).until("lưu nháp").type_in("q");
    assert_eq!(again.end(), 0, "leaving asks nothing: the note is kept");
    let mut third = runner.start(&["replay", &path], 120, 36);
    third.until("Còn 1 ghi chú viết dở").type_in("i").until("câu này nhé").type_in(CTRL_S);
    third.until("Đã lưu ghi chú").type_in("q");
    assert_eq!(third.end(), 0);
    let mut last = runner.start(&["replay", &path], 120, 36);
    last.until("bước 1/24").type_in("l").until("Sở còn nợ câu này nhé").type_in(ESC).type_in("q");
    assert_eq!(last.end(), 0);
}
