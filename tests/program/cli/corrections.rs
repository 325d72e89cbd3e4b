//! Every correction by the real program: once, twice, undone and redone, and what is read after each.

use serde_json::{Value, json};

use crate::support::runner::{ROSTER, Run, Runner, output_of};

/// A dialogue in which everything that can be corrected was recorded.
const RECORDED: &str = r#"
{"command":"ask_question","channel":"slip","theme":"Nhà ở","text":"Bao giờ có nhà?","at":"2024-03-22T08:01:00+07:00"}
{"command":"add_delegate","name":"Trần Bình","at":"2024-03-22T08:02:00+07:00"}
{"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","short":"SXD","kind":"agency"},"at":"2024-03-22T08:03:00+07:00"}
{"command":"give_answer","question":1,"by_responder":"so-xd","text":"Năm 2025.","at":"2024-03-22T08:04:00+07:00"}
{"command":"make_statement","by_responder":"so-xd","text":"Xin cảm ơn.","at":"2024-03-22T08:05:00+07:00"}
{"command":"record_conclusion","text":"Lập tổ công tác.","at":"2024-03-22T08:06:00+07:00"}
{"command":"assign_task","text":"Lập danh sách.","lead":"so-xd","due":"2024-04-30","at":"2024-03-22T08:07:00+07:00"}
"#;

/// A correction, where `show` has what it changes, that before and after it, and what the log says.
struct Case {
    command: &'static str,
    shown_at: &'static str,
    was: Value,
    now: Value,
    told: &'static str,
}

fn cases() -> Vec<Case> {
    let case = |command, shown_at, was, now, told| Case { command, shown_at, was, now, told };
    vec![
        case(
            r#"{"command":"correct_session","chair":"Bí thư Thành ủy","why":"ghi thiếu"}"#,
            "/session/chair",
            Value::Null,
            json!("Bí thư Thành ủy"),
            "sửa thông tin phiên: chủ tọa: (không có) → “Bí thư Thành ủy”; lý do: ghi thiếu",
        ),
        case(
            r#"{"command":"correct_responder","responder":{"id":"so-xd","short":null}}"#,
            "/responders/1/short",
            json!("SXD"),
            Value::Null,
            "sửa thông tin đơn vị trả lời Sở Xây dựng: tên tắt: “SXD” → (không có)",
        ),
        case(
            r#"{"command":"name_asker","question":1,"delegate":1}"#,
            "/questions/0/delegate",
            Value::Null,
            json!(1),
            "sửa thông tin câu 1: người nêu: (không có) → Trần Bình",
        ),
        case(
            r#"{"command":"reclassify_question","question":1,"channel":"bridge","point":"Cờ Đỏ"}"#,
            "/questions/0/point",
            Value::Null,
            json!("Cờ Đỏ"),
            "hình thức: phiếu → điểm cầu; tên điểm cầu: (không có) → “Cờ Đỏ”",
        ),
        case(
            r#"{"command":"amend_answer","question":1,"by_responder":"so-khcn","quality":"explained","why":"ghi nhầm"}"#,
            "/questions/0/answers/0/quality",
            json!("full"),
            json!("explained"),
            "đơn vị trả lời: Sở Xây dựng → Sở Khoa học và Công nghệ; mức độ trả lời: đầy đủ → giải trình",
        ),
        case(
            r#"{"command":"correct_statement","statement":STATEMENT,"spoken_by":{"name":"Lê An","post":"Giám đốc"}}"#,
            "/statements/0/spoken_by/post",
            Value::Null,
            json!("Giám đốc"),
            "người phát biểu: (không có) → Lê An, Giám đốc",
        ),
        case(
            r#"{"command":"correct_conclusion","conclusion":CONCLUSION,"questions":[1]}"#,
            "/conclusions/0/questions",
            json!([]),
            json!([1]),
            "câu liên quan: (không có) → câu 1",
        ),
        case(
            r#"{"command":"correct_task","task":1,"due":null,"due_text":"trong quý II"}"#,
            "/tasks/0/due_text",
            Value::Null,
            json!("trong quý II"),
            "thời hạn: 30/04/2024 → (không có); thời hạn ghi bằng chữ: (không có) → “trong quý II”",
        ),
        case(
            r#"{"command":"edit_question","question":1,"text":"Bao giờ có nhà ở?"}"#,
            "/questions/0/text",
            json!("Bao giờ có nhà?"),
            json!("Bao giờ có nhà ở?"),
            "sửa nội dung câu 1 thành “Bao giờ có nhà ở?”",
        ),
        case(
            r#"{"command":"correct_delegate","delegate":1,"unit":"Đại học"}"#,
            "/delegates/0/unit",
            Value::Null,
            json!("Đại học"),
            "sửa thông tin đại biểu 1: Trần Bình, Đại học",
        ),
    ]
}

/// The commands of this page, for its schema.
pub(super) fn commands() -> Vec<String> {
    let numbered = |command: &str| command.replace("STATEMENT", "6").replace("CONCLUSION", "7");
    let corrections = cases().into_iter().map(|case| numbered(case.command));
    RECORDED.lines().map(str::to_owned).chain(corrections).collect()
}

fn recorded() -> Runner {
    let runner = Runner::new();
    runner.write("don-vi.roster.json", ROSTER);
    runner.make("phien.json").done();
    runner.run_with(&["apply", "phien.json"], RECORDED).done();
    runner
}

fn apply(runner: &Runner, command: &str) -> Run {
    runner.run_with(&["apply", "phien.json"], command)
}

fn shown(runner: &Runner) -> Value {
    serde_json::from_str(&runner.run(&["show", "phien.json"]).done().out).expect("JSON")
}

fn log(runner: &Runner) -> String {
    runner.run(&["log", "phien.json"]).done().out
}

fn transcript(runner: &Runner) -> String {
    runner.run(&["export", "phien.json"]).done().out
}

/// The number of the event that a command recorded.
fn seq(run: &Run) -> u64 {
    let event: Value =
        serde_json::from_str(run.out.lines().last().expect("an event")).expect("JSON");
    event["seq"].as_u64().expect("a number")
}

impl Case {
    fn command(&self, state: &Value) -> String {
        let of = |list: &str| state[list][0]["seq"].to_string();
        let command = self.command.replace("STATEMENT", &of("statements"));
        command.replace("CONCLUSION", &of("conclusions"))
    }

    fn value(&self, runner: &Runner) -> Value {
        shown(runner).pointer(self.shown_at).cloned().unwrap_or_default()
    }
}

#[test]
fn every_correction_is_made_once_refused_twice_undone_and_redone() {
    let runner = recorded();
    for case in cases() {
        let command = case.command(&shown(&runner));
        assert_eq!(case.value(&runner), case.was, "{command}");
        let corrected = seq(&apply(&runner, &command).done());
        assert_eq!(case.value(&runner), case.now, "{command}");
        assert!(log(&runner).contains(case.told), "{command}\n{}", log(&runner));
        transcript(&runner);

        let again = apply(&runner, &command);
        assert_eq!((again.code, again.out.as_str()), (1, ""), "{command}");
        assert!(again.err.contains("không có gì thay đổi"), "{}", again.err);

        let undone = seq(&apply(&runner, &format!(r#"{{"command":"undo","undoes":{corrected}}}"#)));
        assert_eq!(case.value(&runner), case.was, "{command}, undone");
        transcript(&runner);
        apply(&runner, &format!(r#"{{"command":"undo","undoes":{undone}}}"#)).done();
        assert_eq!(case.value(&runner), case.now, "{command}, redone");
        transcript(&runner);
    }
    let verified = runner.run(&["verify", "phien.json"]);
    assert_eq!(verified.code, 0, "{}", verified.err);
}

#[test]
fn the_transcript_prints_what_stands_and_the_correction_in_its_place() {
    let runner = recorded();
    let at = r#""at":"2024-03-22T08:30:00+07:00""#;
    let amend = format!(
        r#"{{"command":"amend_answer","question":1,"text":"Năm 2026.","spoken_by":{{"name":"Lê An","post":"Giám đốc"}},"why":"nói lại",{at}}}"#
    );
    apply(&runner, &amend).done();
    let paper = transcript(&runner);
    assert!(
        paper.contains("08:04  Sở Xây dựng (Lê An, Giám đốc) trả lời câu 1:\n         Năm 2026.\n")
    );
    assert!(
        paper.contains("08:30  Đính chính câu trả lời của Sở Xây dựng cho câu 1:\n"),
        "{paper}"
    );
    assert!(paper.contains("Trước đó    nội dung: Năm 2025.\n"), "{paper}");
    assert!(paper.contains("Nay là      nội dung: Năm 2026.\n"), "{paper}");
}

#[test]
fn naming_a_new_asker_adds_the_delegate_and_both_are_undone_at_once() {
    let runner = recorded();
    let named = apply(
        &runner,
        r#"{"command":"name_asker","question":1,"asker":{"name":"  Lê  Hoa ","unit":"Cờ Đỏ"}}"#,
    )
    .done();
    assert_eq!(named.out.lines().count(), 2);
    assert_eq!(shown(&runner)["questions"][0]["delegate"], 2);
    assert_eq!(shown(&runner)["delegates"][1]["name"], "Lê Hoa");
    apply(&runner, r#"{"command":"undo"}"#).done();
    assert_eq!(shown(&runner)["questions"][0]["delegate"], Value::Null);
    assert_eq!(shown(&runner)["delegates"].as_array().map(Vec::len), Some(1));
    let unclear = apply(&runner, r#"{"command":"name_asker","question":1}"#);
    assert_eq!(unclear.code, 1);
}

#[test]
fn a_command_whose_author_had_not_seen_a_later_change_is_refused_by_its_number() {
    let runner = recorded();
    let events = shown(&runner)["events"].as_u64().expect("a number");
    let edit = r#"{"command":"edit_question","question":1,"text":"Bao giờ có nhà ở?"}"#;
    let edited = seq(&apply(&runner, edit).done());
    let reclassify = |seen: u64| {
        let command = r#""command":"reclassify_question","question":1,"theme":"Nhà ở xã hội""#;
        apply(&runner, &format!(r#"{{{command},"seen":{seen}}}"#))
    };
    let stale = reclassify(events);
    assert_eq!(stale.code, 1);
    assert!(stale.err.contains(&format!("bước {edited}")), "{}", stale.err);
    let on_another =
        format!(r#"{{"command":"correct_task","task":1,"text":"Lập sổ.","seen":{events}}}"#);
    apply(&runner, &on_another).done();
    reclassify(edited).done();
}

#[test]
fn null_takes_away_no_field_that_is_needed() {
    let runner = recorded();
    for command in [
        r#"{"command":"correct_session","title":null}"#,
        r#"{"command":"correct_task","task":1,"text":null}"#,
        r#"{"command":"reclassify_question","question":1,"channel":null}"#,
        r#"{"command":"amend_answer","question":1,"text":null,"why":"x"}"#,
        r#"{"command":"correct_session","title":" \u2800"}"#,
    ] {
        let refused = apply(&runner, command);
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{command}");
    }
}

#[test]
fn what_happened_earlier_is_told_at_its_own_time() {
    let runner = recorded();
    let late = r#"{"command":"make_statement","by_responder":"so-khcn","text":"Xin hứa.","at":"2024-03-22T09:00:00+07:00","happened_at":"2024-03-22T08:10:00+07:00"}"#;
    apply(&runner, late).done();
    assert!(transcript(&runner).contains("08:10  Sở Khoa học và Công nghệ phát biểu:"));
    assert_eq!(shown(&runner)["statements"][1]["at"], "2024-03-22T08:10:00.000+07:00");
    let ahead = r#"{"command":"pause","at":"2024-03-22T09:01:00+07:00","happened_at":"2024-03-22T09:02:00+07:00"}"#;
    assert_eq!(apply(&runner, ahead).code, 1);
}

#[test]
fn a_line_that_holds_text_is_salted_unless_none_is_wanted() {
    let runner = recorded();
    let salt = |command: &str| {
        let run = apply(&runner, command).done();
        let event: Value = serde_json::from_str(run.out.trim()).expect("JSON");
        event.get("salt").cloned()
    };
    let made = |text: &str, more: &str| {
        let command = r#""command":"make_statement","by_responder":"so-xd""#;
        format!(r#"{{{command},"text":"{text}"{more}}}"#)
    };
    let fresh = [salt(&made("a", "")), salt(&made("b", ""))];
    assert!(fresh.iter().all(Option::is_some));
    assert_ne!(fresh[0], fresh[1]);
    assert_eq!(salt(&made("c", r#","salt":"a1b2""#)), Some(json!("a1b2")));
    assert_eq!(salt(&made("d", r#","salt":null"#)), None);
    assert_eq!(salt(r#"{"command":"call_question","question":1}"#), None);
}

#[test]
fn a_machine_whose_clock_is_not_the_halls_is_told_so() {
    let runner = Runner::new();
    let new = |name: &str, zone: &str, more: &[&str]| {
        let arguments = [&["new", name, "--title", "Đối thoại"], more].concat();
        let mut command = runner.command(&arguments);
        let output = output_of(command.env("TZ", zone), "");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    assert!(new("a.json", "UTC0", &[]).contains("+00:00"));
    assert!(!new("b.json", "ICT-7", &[]).contains("UTC"));
    assert!(!new("c.json", "UTC0", &["--utc-offset", "+07:00"]).contains("UTC"));
    assert!(runner.text("c.json").contains("+07:00\",\"by\""));
}

#[test]
fn the_offset_of_the_session_stamps_what_the_clock_stamps() {
    let runner = recorded();
    apply(&runner, r#"{"command":"correct_session","utc_offset":"+09:00"}"#).done();
    let paused: Value =
        serde_json::from_str(apply(&runner, r#"{"command":"pause"}"#).done().out.trim())
            .expect("JSON");
    assert!(paused["at"].as_str().is_some_and(|at| at.ends_with("+09:00")), "{paused}");
    assert_eq!(apply(&runner, r#"{"command":"correct_session","utc_offset":"7"}"#).code, 1);
}
