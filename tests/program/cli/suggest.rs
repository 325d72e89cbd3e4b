//! `suggest` and `similar` on the command line.

use serde_json::Value;

use crate::support::runner::Runner;

const ROSTER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/sessions/can-tho.roster.json");

fn runner() -> Runner {
    let runner = Runner::new();
    runner.run(&["new", "phien.json", "--title", "Đối thoại", "--roster", ROSTER]).done();
    runner
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_shipped_roster_makes_a_session_without_what_only_helps_suggestions() {
    let runner = runner();
    let shown = runner.run(&["show", "phien.json"]).done();
    assert_eq!(json(&shown.out)["responders"].as_array().map(Vec::len), Some(40));
    let file = std::fs::read_to_string(runner.file("phien.json")).expect("read");
    assert!(!file.contains("keywords") && !file.contains("not_mine") && !file.contains("supports"));
}

#[test]
fn three_responders_are_suggested_with_the_words_that_matched() {
    let runner = runner();
    let text = "Sở Lao động cho em hỏi trợ cấp thất nghiệp";
    let run = runner.run(&["suggest", "phien.json", text, "--format", "json"]).done();
    let found = json(&run.out);
    let suggestions = found["suggestions"].as_array().expect("a list");
    assert_eq!(suggestions.len(), 3);
    assert_eq!(suggestions[0]["responder"], "so_noi_vu");
    assert_eq!(suggestions[0]["confidence"], "clear");
    assert_eq!(suggestions[0]["words"][0], "Sở Lao động");
    assert_eq!(found["parts"], Value::Array(Vec::new()));
    let page = runner.run(&["suggest", "phien.json", text]).done();
    assert!(page.out.starts_with("1. Sở Nội vụ (rõ): Sở Lao động\n2. "), "{}", page.out);
    let page = runner.run(&["suggest", "phien.json", text, "--lang", "en"]).done();
    assert!(page.out.starts_with("1. Sở Nội vụ (clear): "), "{}", page.out);
}

#[test]
fn the_parts_of_a_question_stand_each_with_its_own_suggestions() {
    let runner = runner();
    let text = "Hai ý: cúp điện hoài chịu không nổi, và trạm y tế xã thiếu bác sĩ";
    let run = runner.run(&["suggest", "phien.json", text, "--format", "json"]).done();
    let found = json(&run.out);
    let lead = |part: usize| &found["parts"][part]["suggestions"][0]["responder"];
    assert_eq!((lead(0), lead(1)), (&Value::from("dien_luc"), &Value::from("so_y_te")));
}

#[test]
fn routes_of_another_session_in_the_folder_teach_and_its_questions_are_found() {
    let runner = runner();
    runner.run(&["new", "cu.json", "--title", "Kỳ trước", "--roster", ROSTER]).done();
    let commands = concat!(
        r#"{"command":"ask_question","question":7,"text":"Dự án Zibzab ở bến Ninh Kiều tới đâu rồi?"}"#,
        "\n",
        r#"{"command":"route_question","question":7,"lead":"hdnd"}"#,
        "\n",
        r#"{"command":"give_answer","question":7,"by_responder":"hdnd","text":"Quý sau xong."}"#,
        "\n"
    );
    runner.run_with(&["apply", "cu.json"], commands).done();
    let text = "Zibzab ở bến Ninh Kiều xong chưa";
    let run = runner.run(&["suggest", "phien.json", text, "--format", "json"]).done();
    assert_eq!(json(&run.out)["suggestions"][0]["responder"], "hdnd");
    let run = runner.run(&["similar", "phien.json", text, "--format", "json"]).done();
    let found = &json(&run.out)["similar"][0];
    assert_eq!((&found["session"], &found["question"]), (&"cu.json".into(), &7.into()));
    assert_eq!(found["status"], "answered");
    assert!(found["score"].as_f64().is_some_and(|score| score > 0.1 && score <= 1.0));
    let page = runner.run(&["similar", "phien.json", text]).done();
    assert!(page.out.starts_with("cu.json, câu 7 (đã trả lời):\n   Dự án Zibzab"), "{}", page.out);
    assert!(page.out.contains("→ Quý sau xong."));
}

#[test]
fn nothing_found_is_said_and_is_no_fault() {
    let runner = runner();
    let run = runner.run(&["similar", "phien.json", "qwrtz"]).done();
    assert_eq!((run.out.as_str(), run.err.trim()), ("", "Chưa thấy câu hỏi nào tương tự."));
    let run = runner.run(&["suggest", "phien.json", "qwrtz"]).done();
    assert_eq!(
        (run.out.as_str(), run.err.trim()),
        ("", "Chưa có đơn vị nào của phiên để gợi ý cho câu này.")
    );
    let run = runner.run(&["suggest", "phien.json", "qwrtz", "--format", "json"]).done();
    assert_eq!(run.out, "{\"suggestions\":[],\"parts\":[]}\n");
}

#[test]
fn a_roster_of_the_folder_that_cannot_be_used_is_named_and_the_rest_is_answered() {
    let runner = runner();
    std::fs::write(runner.file("la.roster.json"), "[{]").expect("written");
    let run = runner.run(&["suggest", "phien.json", "cúp điện hoài"]).done();
    assert!(run.err.contains("la.roster.json"), "{}", run.err);
    assert!(run.out.starts_with("1. Công ty Điện lực"), "{}", run.out);
}
