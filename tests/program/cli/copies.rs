//! The two copies, seen from outside.

use std::fs;
use std::io::{BufRead, BufReader, Write};

use crate::cli::scratch::{DIALOGUE, Desk, Run};

fn black_box(desk: &Desk) -> std::path::PathBuf {
    let folder = fs::read_dir(desk.path("state/doithoai")).expect("a state folder");
    let paths = folder.flatten().map(|entry| entry.path());
    let mut boxes = paths.filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    boxes.next().expect("a black box")
}

#[test]
fn a_new_session_has_its_black_box_from_the_first_event_on() {
    let desk = Desk::with_a_session();
    let made = desk.text("phien.json");
    let boxed = fs::read_to_string(black_box(&desk)).expect("read");
    assert!(boxed.lines().skip(1).all(|line| made.contains(line)));
    fs::remove_file(desk.path("phien.json")).expect("removed");
    desk.run(&["recover", "phien.json"]).done();
    assert_eq!(desk.text("phien.json"), made);
    desk.run_with(&["apply", "phien.json"], DIALOGUE).done();
    let boxed = fs::read_to_string(black_box(&desk)).expect("read");
    let file = desk.text("phien.json");
    assert!(boxed.lines().skip(1).all(|line| file.contains(line)));
    assert_eq!(boxed.lines().count(), 7);
}

#[test]
fn apply_says_when_only_one_copy_is_left_and_goes_on() {
    let desk = Desk::with_a_session();
    let mut child = desk.program(&["apply", "phien.json"]).spawn().expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut command = |name: &str| {
        writeln!(stdin, "{{\"command\":\"{name}\"}}").expect("written");
        let mut line = String::new();
        out.read_line(&mut line).expect("read");
        line
    };
    command("pause");
    fs::rename(desk.path("state/doithoai"), desk.path("away")).expect("moved");
    fs::write(desk.path("state/doithoai"), "in the way").expect("written");
    assert!(command("resume").contains("resumed"));
    assert!(command("pause").contains("paused"));
    drop(stdin);
    let run = Run::from(child.wait_with_output().expect("ended"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(run.err.matches("đã lưu 1/2").count(), 1, "{}", run.err);
    assert!(run.err.contains("Hộp đen"), "{}", run.err);
}

#[test]
fn apply_goes_on_in_another_file_says_so_and_the_old_name_leads_there() {
    let desk = Desk::with_a_session();
    let mut child = desk.program(&["apply", "phien.json"]).spawn().expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    writeln!(stdin, "{{\"command\":\"pause\"}}").expect("written");
    out.read_line(&mut line).expect("read");
    desk.write("phien.json", "overwritten by an editor");
    for expected in ["resumed", "failed_over"] {
        if expected == "resumed" {
            writeln!(stdin, "{{\"command\":\"resume\"}}").expect("written");
        }
        line.clear();
        out.read_line(&mut line).expect("read");
        assert!(line.contains(expected), "{line}");
    }
    assert!(line.contains(r#""from":"phien.json","to":"phien.2.json""#), "{line}");
    drop(stdin);
    let run = Run::from(child.wait_with_output().expect("ended"));
    assert!(run.err.contains("Ghi tiếp ở phien.2.json"), "{}", run.err);
    assert_eq!(desk.text("phien.json"), "overwritten by an editor");
    desk.run(&["verify", "phien.2.json"]).done();
    let again = desk.run_with(&["apply", "phien.json"], "{\"command\":\"pause\"}").done();
    assert!(again.err.contains("Phiên này đã chuyển sang"), "{}", again.err);
    assert!(again.out.contains("paused") && desk.text("phien.2.json").contains(again.out.trim()));
}

#[test]
fn an_older_copy_elsewhere_is_refused_and_completed_by_recover() {
    let desk = Desk::with_a_dialogue();
    let whole = desk.text("phien.json");
    let lines: Vec<&str> = whole.lines().take(5).collect();
    desk.write("ban-cu.json", &format!("{}\n]}}\n", lines.join("\n")));
    let refused = desk.run_with(&["apply", "ban-cu.json"], DIALOGUE);
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(refused.err.contains("bản cũ hơn (4 sự kiện)"), "{}", refused.err);
    let run = desk.run(&["recover", "ban-cu.json"]).done();
    assert!(run.err.contains("lấy lại từ hộp đen"), "{}", run.err);
    assert_eq!(desk.run(&["show", "ban-cu.json"]).done().json()["events"], 6);
    desk.run(&["apply", "ban-cu.json"]).done();
}

#[test]
fn readers_neither_need_nor_make_a_black_box() {
    let desk = Desk::with_a_session();
    fs::remove_dir_all(desk.path("state")).expect("as on another machine");
    for command in ["show", "log", "export", "verify"] {
        desk.run(&[command, "phien.json"]).done();
        assert!(!desk.path("state").exists(), "{command}");
    }
}
