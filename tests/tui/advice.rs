//! Who should answer and what was asked before, beside what is typed: shown when it is found, taken by a key.

use crate::support::stage::Stage;
use doithoai::search::advice::Advice;
use doithoai::search::known::Known;
use doithoai::session::number::QuestionNo;
use doithoai::tui::model::Message;
use doithoai::tui::model::form::field::{FieldContent, Label};
use doithoai::tui::model::form::pick::ResponderPick;

const RENT: &str =
    r#"{"command":"ask_question","text":"Nhà trọ quá đắt, bao giờ có nhà ở xã hội?"}"#;
const FUND: &str =
    r#"{"command":"ask_question","text":"Quỹ nghiên cứu khoa học cho sinh viên ở đâu?"}"#;

fn advised(commands: &[&str]) -> Stage {
    Stage::with(commands).advised_by(Known::default())
}

fn pick(stage: &Stage) -> &ResponderPick {
    let form = stage.desk().form().expect("a form");
    match form.field(Label::Responders) {
        Some(FieldContent::Responders(pick)) => pick,
        other => panic!("{other:?}"),
    }
}

fn lead(stage: &Stage, number: u32) -> Option<&str> {
    stage.question(number).lead().map(|id| id.0.as_str())
}

#[test]
fn three_keys_route_a_question_to_who_should_answer_it() {
    let mut stage = advised(&[RENT, FUND]);
    stage.keys("<Home>r");
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        let line = screen.lines().find(|line| line.contains("1 Sở Xây dựng")).expect("offered");
        assert!(line.contains("Nhà trọ") && line.contains("có thể"), "{line}");
    }
    stage.keys("1<Enter>");
    assert_eq!(lead(&stage, 1), Some("so-xd"));
}

#[test]
fn nobody_is_routed_to_without_a_key_and_a_digit_among_letters_is_text() {
    let mut stage = advised(&[RENT]);
    stage.keys("r<Enter>");
    assert_eq!((pick(&stage).lead.as_ref(), lead(&stage, 1)), (None, None));
    stage.keys("so 1");
    assert_eq!((pick(&stage).filter.text().as_str(), pick(&stage).lead.as_ref()), ("so 1", None));
    assert!(!stage.screen(120, 36).contains("gợi ý"), "letters look for others");
}

#[test]
fn a_digit_puts_a_suggestion_in_place_of_the_lead_of_a_question_routed_before() {
    let wrong = r#"{"command":"route_question","question":1,"lead":"thanh-doan"}"#;
    let mut stage = advised(&[RENT, wrong]);
    stage.keys("<Home>r1");
    assert_eq!(pick(&stage).lead.as_ref().map(|id| id.0.as_str()), Some("so-xd"));
    assert!(pick(&stage).support.is_empty());
}

#[test]
fn until_suggestions_come_digits_mean_nothing_and_nothing_moves_when_they_do() {
    let mut stage = Stage::with(&[RENT]);
    stage.keys("<Home>r123");
    assert_eq!(pick(&stage).lead, None);
    let rows = |screen: &str| -> Vec<usize> {
        let numbered = screen.lines().enumerate();
        numbered.filter(|(_, line)| line.contains("  Thành đoàn")).map(|(row, _)| row).collect()
    };
    let before = rows(&stage.screen(120, 36));
    assert!(!before.is_empty());
    let highlighted = |stage: &Stage| pick(stage).highlighted().cloned();
    stage.keys("<↓><↓>");
    let chosen = highlighted(&stage);
    let mut stage = stage.advised_by(Known::default());
    stage.input(Message::Silence);
    assert!(pick(&stage).offers > 0);
    assert_eq!(highlighted(&stage), chosen, "the same one stays highlighted");
    assert_eq!(rows(&stage.screen(120, 36)), before);
}

#[test]
fn what_was_found_for_another_question_is_dropped() {
    let mut stage = Stage::with(&[RENT, FUND]);
    stage.keys("<Home>r");
    let of_another = Advice {
        request: doithoai::search::advice::AdviceRequest {
            question: Some(QuestionNo(2)),
            text: stage.question(2).text.to_string(),
            parts: Vec::new(),
        },
        ..Advice::default()
    };
    stage.input(Message::Advised(Box::new(of_another)));
    assert!(stage.desk().advice.is_none());
}

#[test]
fn the_next_question_learns_from_the_route_of_the_last_one() {
    let same = r#"{"command":"ask_question","text":"Zibzab ở phường em"}"#;
    let mut stage = advised(&[same, same]);
    stage.keys("<Home>rdoan<Enter><Enter>");
    assert_eq!(lead(&stage, 1), Some("thanh-doan"));
    stage.keys(" r1<Enter>");
    assert_eq!(lead(&stage, 2), Some("thanh-doan"));
}

#[test]
fn a_question_typed_a_moment_ago_is_routed_by_a_digit_as_soon_as_it_is_recorded() {
    let mut stage = advised(&[]);
    stage.slow = true;
    stage.keys("nNhà trọ quá đắt, bao giờ có nhà ở xã hội?<Ctrl+R>1<Enter>");
    stage.caught_up();
    stage.caught_up();
    assert_eq!(lead(&stage, 1), Some("so-xd"));
}
