//! Tests of the notice: its text, and that every question stands where the decree wants it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::conclusion;
use crate::i18n::Lang;
use crate::paper::kind::Format;
use crate::paper::office::IssuingOffice;
use crate::paper::tests::{DIALOGUE, rendered, source_of};
use crate::session::fixture::session_of;

#[test]
fn a_closed_dialogue_has_this_conclusion() {
    let session = session_of(&format!("{DIALOGUE}\n9:30 {{\"command\": \"close\"}}"));
    let office = IssuingOffice::default();
    let text = rendered(conclusion(source_of(&session), &office, Lang::Vi), Format::Text);
    assert_eq!(text, include_str!("dialogue.vi.txt"));
}

#[test]
fn every_question_is_raised_and_stands_in_one_part_or_is_told_by_others() {
    let session = session_of(DIALOGUE);
    let office = IssuingOffice::default();
    let json = rendered(conclusion(source_of(&session), &office, Lang::En), Format::Json);
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let (mut heading, mut raised, mut resolved) = (String::new(), BTreeSet::new(), Vec::new());
    for block in json["blocks"].as_array().expect("blocks") {
        let text = |key: &str| block[key].as_str().unwrap_or_default().to_owned();
        match text("block").as_str() {
            "heading" => heading = text("text"),
            "entry" if block["label"].is_string() && heading.starts_with("a)") => {
                assert!(raised.insert(text("label")), "{block} is raised twice");
            }
            "entry" if text("label").starts_with("Question") => resolved.push(text("label")),
            _ => {}
        }
    }
    let questions = |numbers: &[u32]| -> Vec<String> {
        numbers.iter().map(|number| format!("Question {number}")).collect()
    };
    assert_eq!(raised.into_iter().collect::<Vec<_>>(), questions(&[1, 2, 3, 4, 5, 6, 7]));
    resolved.sort();
    assert_eq!(resolved, questions(&[1, 2, 4, 5, 7]));
}

#[test]
fn a_question_merged_twice_names_the_question_it_went_into_and_where_that_one_went() {
    let session = session_of(
        r#"
        8:00 {"command": "open", "title": "Đối thoại"}
        8:01 {"command": "ask_question", "text": "Giá nhà?"}
        8:01 {"command": "ask_question", "text": "Nhà trọ?"}
        8:01 {"command": "ask_question", "text": "Phòng trọ?"}
        8:02 {"command": "merge_question", "question": 3, "into": 2}
        8:03 {"command": "merge_question", "question": 2, "into": 1}
        "#,
    );
    let office = IssuingOffice::default();
    let text = rendered(conclusion(source_of(&session), &office, Lang::Vi), Format::Text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("gộp vào câu 2 (câu này gộp tiếp vào câu 1)"), "{text}");
    assert!(text.contains("gộp vào câu 1 (đang chờ)"), "{text}");
}
