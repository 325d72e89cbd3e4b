//! `search` on the command line.

use serde_json::{Value, json};

use crate::support::runner::Runner;

const SAID: &str = concat!(
    r#"{"command":"ask_question","asker":{"name":"Ðinh Văn Ðức"},"text":"Nhà trọ đắt quá."}"#,
    "\n",
    r#"{"command":"record_conclusion","text":"Rà soát nhà trọ\u001b[31m trong quý hai."}"#,
    "\n"
);

fn runner() -> Runner {
    let runner = Runner::new();
    runner.run(&["new", "phien.json", "--title", "Đối thoại nhà trọ"]).done();
    runner.run_with(&["apply", "phien.json"], SAID).done();
    runner
}

#[test]
fn what_was_found_is_one_json_document() {
    let run = runner().run(&["search", "phien.json", "nha tro dat", "--format", "json"]).done();
    let found: Value = serde_json::from_str(&run.out).expect("JSON");
    let hit = json!({"kind": "question", "seq": 3, "question": 1, "text": "Nhà trọ đắt quá.", "score": 1.0});
    assert_eq!(found, json!({"hits": [hit]}));
}

#[test]
fn people_read_the_event_what_it_is_and_its_words_without_control_characters() {
    let runner = runner();
    let run = runner.run(&["search", "phien.json", "nha tro by:duc"]).done();
    assert!(run.out.starts_with("bước 3, câu hỏi · câu 1\n   Nhà trọ đắt quá.\n"), "{}", run.out);
    let run = runner.run(&["search", "phien.json", "\"quý hai\"", "--lang", "en"]).done();
    assert!(run.out.starts_with("event 4, conclusion\n   Rà soát"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn nothing_found_is_said_and_is_no_fault() {
    let run = runner().run(&["search", "phien.json", "khongco"]).done();
    assert_eq!((run.out.as_str(), run.err.trim()), ("", "Không tìm thấy gì."));
}
