//! Files that are damaged, edited, or somebody else's.

use serde_json::Value;

use crate::support::runner::{DIALOGUE, Runner};

#[test]
fn verify_names_the_first_bad_event_and_knows_the_heads_of_beginnings() {
    let runner = Runner::with_a_dialogue();
    let then = runner.run(&["show", "phien.json", "--at", "4"]).done().json();
    let head = then["fingerprint"].as_str().expect("a fingerprint").to_owned();
    runner.run(&["verify", "phien.json", "--fingerprint", &head]).done();
    let other = head.replacen("4:", "5:", 1);
    assert_eq!(runner.run(&["verify", "phien.json", "--fingerprint", &other]).code, 1);
    assert_eq!(runner.run(&["verify", "phien.json", "--fingerprint", "5"]).code, 2);
    runner.write("sua.json", &runner.text("phien.json").replace("Trong quý này", "Trong năm này"));
    let run = runner.run(&["verify", "phien.json", "sua.json"]);
    assert_eq!(run.code, 1);
    assert!(run.out.lines().nth(1).is_some_and(|line| line.contains("bước 6 đã bị sửa")));
}

#[test]
fn a_damaged_file_gives_what_precedes_the_damage_and_is_never_written() {
    let runner = Runner::with_a_dialogue();
    let broken = runner.text("phien.json").replace("\"question_routed\"", "\"question_");
    runner.write("phien.json", &broken);
    for command in ["show", "log", "export"] {
        let run = runner.run(&[command, "phien.json"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("hỏng ngay sau bước 4"), "{}", run.err);
        assert!(run.out.contains("Nguyễn Thị Ánh") && !run.out.contains("Trong quý này"));
    }
    let refused = runner.run_with(&["apply", "phien.json"], DIALOGUE);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("doithoai recover phien.json"));
    assert_eq!(runner.text("phien.json"), broken);
    runner.run(&["recover", "phien.json"]).done();
    assert_eq!(runner.text("phien.json.damaged-1"), broken);
    assert!(runner.text("phien.salvage.jsonl").contains("Trong quý này"));
    runner.run(&["verify", "phien.json"]).done();
}

#[test]
fn a_torn_tail_is_only_told_by_readers_and_mended_by_apply() {
    let runner = Runner::with_a_dialogue();
    let whole = runner.text("phien.json");
    let torn = &whole[..whole.rfind("Trong").expect("the answer")];
    runner.write("phien.json", torn);
    assert_eq!(runner.run(&["show", "phien.json"]).code, 1);
    assert_eq!(runner.text("phien.json"), torn);
    let run = runner.run_with(&["apply", "phien.json"], "{\"command\":\"pause\"}").done();
    assert!(run.err.contains("phien.json.torn-1"));
    assert!(run.err.contains("Đã bổ sung vào phien.json 1 bước còn thiếu"), "{}", run.err);
    let (recovered, _) = run.out.split_once('\n').expect("two events");
    assert!(
        recovered.contains(r#""event":"recovered","from":"black_box","events":1"#),
        "{recovered}"
    );
    assert!(recovered.contains(r#""kept":"phien.json.torn-1""#), "{recovered}");
    assert_eq!(runner.text("phien.json.torn-1"), torn);
    assert_eq!(runner.run(&["show", "phien.json"]).done().json()["events"], 8);
}

#[test]
fn without_its_black_box_a_torn_file_goes_on_after_its_last_whole_event() {
    let runner = Runner::with_a_dialogue();
    let whole = runner.text("phien.json");
    let torn = &whole[..whole.rfind("Trong").expect("the answer")];
    runner.write("phien.json", torn);
    std::fs::remove_dir_all(runner.file("state")).expect("removed");
    let run = runner.run_with(&["apply", "phien.json"], "{\"command\":\"pause\"}").done();
    assert!(run.out.starts_with(r#"{"seq":6,"#) && run.out.contains("recovered"), "{}", run.out);
    assert_eq!(runner.run(&["show", "phien.json"]).done().json()["events"], 7);
}

#[test]
fn a_file_without_its_header_gives_no_event_and_says_so() {
    let runner = Runner::with_a_dialogue();
    let broken = runner.text("phien.json")[30..].to_owned();
    runner.write("phien.json", &broken);
    let run = runner.run(&["show", "phien.json"]);
    assert_eq!((run.code, &run.json()["events"]), (1, &Value::from(0)));
    assert!(run.err.contains("Tệp được giữ nguyên"), "{}", run.err);
    let state = runner.file("state");
    std::fs::remove_dir_all(&state).expect("as on another machine");
    for command in ["recover", "apply"] {
        let run = runner.run(&[command, "phien.json"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("Tệp được giữ nguyên"), "{}", run.err);
        assert!(run.err.contains("lấy một bản sao còn tốt"), "{}", run.err);
    }
    assert_eq!(runner.text("phien.json"), broken);
}

#[test]
fn a_paper_is_not_written_over_what_somebody_else_wrote() {
    let runner = Runner::with_a_dialogue();
    let export = |out: &str| runner.run(&["export", "phien.json", "-o", out]);
    export("ban-ghi.txt").done();
    export("ban-ghi.txt").done();
    assert_eq!(runner.text("ban-ghi.txt"), runner.run(&["export", "phien.json"]).done().out);
    runner.write("thu.txt", "Kính gửi…");
    assert_eq!(export("thu.txt").code, 1);
    assert_eq!(runner.text("thu.txt"), "Kính gửi…");
    runner.run(&["export", "phien.json", "-o", "thu.txt", "--force"]).done();
    let before = runner.text("phien.json");
    assert_eq!(runner.run(&["export", "phien.json", "-o", "phien.json", "--force"]).code, 1);
    assert_eq!(runner.text("phien.json"), before);
}

#[test]
fn a_transcript_corrected_by_hand_is_not_written_over() {
    let runner = Runner::with_a_dialogue();
    let export = |more: &[&str]| runner.run(&[&["export", "phien.json"], more].concat());
    export(&["-o", "ban-ghi.txt"]).done();
    let corrected = runner.text("ban-ghi.txt").replace("Trong quý này", "Trong quý sau");
    runner.write("ban-ghi.txt", &corrected);
    let run = export(&["-o", "ban-ghi.txt"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("đã được sửa tay"), "{}", run.err);
    assert_eq!(runner.text("ban-ghi.txt"), corrected);
    export(&["-o", "ban-ghi.txt", "--force"]).done();
    assert_eq!(runner.text("ban-ghi.txt"), export(&[]).done().out);
}

#[test]
fn a_dash_is_stdout() {
    let runner = Runner::with_a_dialogue();
    let run = runner.run(&["export", "phien.json", "-o", "-"]).done();
    assert_eq!(run.out, runner.run(&["export", "phien.json"]).done().out);
    assert!(!runner.file("-").exists());
}

#[test]
fn a_missing_end_mark_is_told_as_such_and_nuls_are_named() {
    let runner = Runner::with_a_dialogue();
    let whole = runner.text("phien.json");
    let events = whole.rfind("]}").expect("the end mark");
    let nuls = "\0".repeat(4096);
    for (file, damage, mended) in [
        (whole[..events].to_owned(), "thiếu dấu kết thúc của tệp", "Đã ghi lại dấu kết thúc"),
        (format!("{}{nuls}", &whole[..events]), "byte rỗng (NUL)", "Đã xóa các byte rỗng (NUL)"),
        (format!("{}]}}\n{nuls}", &whole[..events]), "byte rỗng (NUL)", "Đã xóa các byte rỗng"),
    ] {
        runner.write("phien.json", &file);
        let shown = runner.run(&["show", "phien.json"]);
        assert_eq!(shown.code, 1);
        assert!(shown.err.contains(damage) && !shown.err.contains("0 byte"), "{}", shown.err);
        let verified = runner.run(&["verify", "phien.json"]);
        assert!(verified.out.contains(damage), "{}", verified.out);
        let applied = runner.run(&["apply", "phien.json"]).done();
        assert!(applied.err.contains(mended) && !applied.err.contains("0 byte"), "{}", applied.err);
        runner.run(&["verify", "phien.json"]).done();
    }
}
