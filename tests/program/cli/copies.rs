//! The two copies, seen from outside.

use std::fs;

use crate::support::runner::{DIALOGUE, Runner};

#[test]
fn a_new_session_has_its_black_box_from_the_first_event_on() {
    let runner = Runner::with_a_session();
    let made = runner.text("phien.json");
    let boxed = fs::read_to_string(runner.black_box()).expect("read");
    assert!(boxed.lines().skip(1).all(|line| made.contains(line)));
    fs::remove_file(runner.file("phien.json")).expect("removed");
    runner.run(&["recover", "phien.json"]).done();
    assert_eq!(runner.text("phien.json"), made);
    runner.run_with(&["apply", "phien.json"], DIALOGUE).done();
    let boxed = fs::read_to_string(runner.black_box()).expect("read");
    let file = runner.text("phien.json");
    assert!(boxed.lines().skip(1).all(|line| file.contains(line)));
    assert_eq!(boxed.lines().count(), 7);
}

#[test]
fn apply_says_when_only_one_copy_is_left_and_goes_on() {
    let runner = Runner::with_a_session();
    let mut apply = runner.feed(&["apply", "phien.json"]);
    let mut command = |name: &str| apply.record(&format!("{{\"command\":\"{name}\"}}\n"));
    command("pause");
    fs::rename(runner.file("state/doithoai"), runner.file("away")).expect("moved");
    fs::write(runner.file("state/doithoai"), "in the way").expect("written");
    assert!(command("resume").contains("resumed"));
    assert!(command("pause").contains("paused"));
    let run = apply.end();
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(run.err.matches("đã lưu 1/2").count(), 1, "{}", run.err);
    assert!(run.err.contains("Bản sao thứ hai"), "{}", run.err);
}

#[test]
fn apply_goes_on_in_another_file_says_so_and_the_old_name_leads_there() {
    let runner = Runner::with_a_session();
    let mut apply = runner.feed(&["apply", "phien.json"]);
    apply.record("{\"command\":\"pause\"}\n");
    runner.write("phien.json", "overwritten by an editor");
    let resumed = apply.record("{\"command\":\"resume\"}\n");
    assert!(resumed.contains("resumed"), "{resumed}");
    let line = apply.next_line();
    assert!(line.contains("failed_over"), "{line}");
    assert!(line.contains(r#""from":"phien.json","to":"phien.2.json""#), "{line}");
    let run = apply.end();
    assert!(run.err.contains("Ghi tiếp ở phien.2.json"), "{}", run.err);
    assert_eq!(runner.text("phien.json"), "overwritten by an editor");
    runner.run(&["verify", "phien.2.json"]).done();
    let again = runner.run_with(&["apply", "phien.json"], "{\"command\":\"pause\"}").done();
    assert!(again.err.contains("Phiên này đã ghi tiếp vào"), "{}", again.err);
    assert!(again.out.contains("paused") && runner.text("phien.2.json").contains(again.out.trim()));
}

#[test]
fn an_older_copy_elsewhere_is_refused_and_completed_by_recover() {
    let runner = Runner::with_a_dialogue();
    let whole = runner.text("phien.json");
    let lines: Vec<&str> = whole.lines().take(5).collect();
    runner.write("ban-cu.json", &format!("{}\n]}}\n", lines.join("\n")));
    let refused = runner.run_with(&["apply", "ban-cu.json"], DIALOGUE);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("bản sao cũ hơn (4 bước)"), "{}", refused.err);
    let run = runner.run(&["recover", "ban-cu.json"]).done();
    assert!(run.err.contains("lấy lại từ bản sao thứ hai"), "{}", run.err);
    assert_eq!(runner.run(&["show", "ban-cu.json"]).done().json()["events"], 6);
    runner.run(&["apply", "ban-cu.json"]).done();
}

#[test]
fn readers_neither_need_nor_make_a_black_box() {
    let runner = Runner::with_a_session();
    fs::remove_dir_all(runner.file("state")).expect("as on another machine");
    for command in ["show", "log", "export", "verify"] {
        runner.run(&[command, "phien.json"]).done();
        assert!(!runner.file("state").exists(), "{command}");
    }
}
