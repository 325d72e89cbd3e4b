//! Filling forms: what was typed before never mixes with what is typed now.

use crate::support::stage::Stage;
use doithoai::session::question::Status;
use doithoai::session::time::Date;
use doithoai::tui::model::form::Problem;
use doithoai::tui::model::form::field::{FieldContent, Label};
use doithoai::tui::model::overlay::{Confirmation, Overlay};

const ASK_ONE: &str = r#"{"command":"ask_question","asker":{"name":"Trần Thị Mai","unit":"Đại học Cần Thơ","seat":"B12"},"theme":"Nhà ở","text":"Nhà trọ quá đắt"}"#;
const ROUTE_ONE: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;

fn words(stage: &Stage, label: Label) -> String {
    match stage.desk().form().and_then(|form| form.field(label)) {
        Some(FieldContent::Text(text)) => text.text(),
        Some(FieldContent::Line(line)) => line.text(),
        Some(FieldContent::Value(value)) => value.line.text(),
        Some(FieldContent::Person(person)) => person.name.text(),
        other => panic!("{other:?}"),
    }
}

fn due(stage: &Stage) -> Option<Date> {
    match &stage.question(1).status {
        Status::Deferred(deferral) => deferral.due,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_draft_put_aside_never_mixes_with_another_question() {
    let mut stage = Stage::new();
    stage.keys("nCâu A dở dang<Esc>nCâu hỏi chen ngang<Ctrl+S>");
    assert_eq!(&*stage.question(1).text, "Câu hỏi chen ngang");
    assert_eq!(stage.kept().len(), 1, "the draft is still there");
    stage.keys("n<Ctrl+O>, nay nói tiếp<Ctrl+S>");
    assert_eq!(&*stage.question(2).text, "Câu A dở dang, nay nói tiếp");
    assert!(stage.kept().is_empty());
}

#[test]
fn the_draft_of_a_form_is_shown_above_its_fields_with_the_key_that_continues_it() {
    let mut stage = Stage::new();
    stage.keys("nCâu A dở dang<Esc>n");
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        let line = screen.lines().find(|line| line.contains("Câu A dở dang")).expect("the draft");
        assert!(line.contains("Ctrl+O"), "{line}");
    }
    stage.keys("<Ctrl+O>");
    assert_eq!(words(&stage, Label::Text), "Câu A dở dang");
    assert_eq!(stage.desk().drafts.len(), 0);
}

#[test]
fn the_key_that_continues_a_draft_goes_through_all_of_them_and_loses_none() {
    let mut stage = Stage::new();
    stage.keys("nmột<Esc>nhai<Esc>nba");
    let mut seen = Vec::new();
    for _ in 0..4 {
        stage.keys("<Ctrl+O>");
        seen.push(words(&stage, Label::Text));
        assert_eq!(stage.kept().len(), 3);
    }
    assert_eq!(seen, ["hai", "một", "ba", "hai"]);
}

#[test]
fn a_draft_continues_only_in_a_form_about_the_same_question() {
    let mut stage =
        Stage::with(&[ASK_ONE, ROUTE_ONE, r#"{"command":"ask_question","text":"Hai"}"#]);
    stage.keys("<Home>wxin rút<Esc><End>w<Ctrl+O>");
    assert_eq!(words(&stage, Label::Why), "");
}

#[test]
fn a_theme_carried_over_is_replaced_by_what_is_typed_and_kept_when_nothing_is() {
    let mut stage = Stage::new();
    let theme = |stage: &Stage, number: u32| stage.question(number).theme.clone();
    stage.keys("nMột<Shift+Tab>Nhà ở<Ctrl+S>nHai<Shift+Tab>Việc làm<Ctrl+S>nBa<Ctrl+S>");
    assert_eq!(theme(&stage, 2).as_deref(), Some("Việc làm"));
    assert_eq!(theme(&stage, 3).as_deref(), Some("Việc làm"));
    stage.keys("nBốn<Shift+Tab><→> mới<Ctrl+S>");
    assert_eq!(theme(&stage, 4).as_deref(), Some("Việc làm mới"), "moving keeps it");
}

#[test]
fn earlier_themes_and_units_complete_what_is_typed() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("nHai<Shift+Tab>nha<↓><Enter><Ctrl+S>");
    assert_eq!(stage.question(2).theme.as_deref(), Some("Nhà ở"));
    stage.keys("nBa<Tab>Lê Hoàng<Tab>can tho<↓><Enter><Ctrl+S>");
    let asker = stage.session.state().asker(stage.question(3)).expect("an asker");
    assert_eq!(asker.unit.as_deref(), Some("Đại học Cần Thơ"));
}

#[test]
fn the_asker_of_a_follow_up_is_replaced_by_another_name() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("hHai<Tab>Lê Hoàng<Ctrl+S>");
    let asker = stage.session.state().asker(stage.question(2)).expect("an asker");
    assert_eq!(asker.name, "Lê Hoàng");
}

#[test]
fn a_number_typed_after_the_one_a_task_comes_from_is_another_number() {
    let mut stage = Stage::with(&[ASK_ONE, r#"{"command":"ask_question","text":"Hai"}"#]);
    stage.keys("<Home>tRà soát<Tab><Tab><Tab>2<Ctrl+S>");
    let task = stage.session.state().tasks().next().expect("a task");
    let numbers: Vec<u32> = task.questions.iter().map(|number| number.0).collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn letters_and_blanks_typed_on_a_choice_leave_it_as_it_is() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("aCó.<Shift+Tab>ubnd tp<Ctrl+S>");
    let quality = stage.question(1).answers[0].quality;
    assert_eq!(quality, doithoai::session::payload::Quality::Full);
    stage.keys("aThêm.<Shift+Tab><→><Ctrl+S>");
    let quality = stage.question(1).answers[1].quality;
    assert_eq!(quality, doithoai::session::payload::Quality::Partial);
}

#[test]
fn an_answer_begins_in_the_text_the_second_time_as_the_first() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("aMột<Ctrl+S>aHai<Ctrl+S>");
    let texts: Vec<Option<&str>> =
        stage.question(1).answers.iter().map(|answer| answer.text.as_deref()).collect();
    assert_eq!(texts, [Some("Một"), Some("Hai")]);
}

#[test]
fn a_day_that_no_calendar_has_is_refused_with_the_nearest_real_one() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("d31/4<Ctrl+S>");
    let problem = stage.desk().form().and_then(|form| form.problem.clone());
    let Some(Problem::NoSuchDay(none)) = problem else { panic!("{problem:?}") };
    assert_eq!(none.nearest.to_string(), "2024-04-30");
    assert_eq!(stage.status(1), "queued");
    assert!(stage.screen(80, 24).contains("30/04/2024"), "{}", stage.screen(80, 24));
}

#[test]
fn a_deadline_that_has_gone_by_is_recorded_only_after_a_yes() {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("d1/2/2024<Ctrl+S>");
    assert!(matches!(stage.model.overlays.top(), Some(Overlay::Confirm(Confirmation::PastDue(_)))));
    stage.keys("<Enter>n");
    assert_eq!(stage.status(1), "queued");
    stage.keys("<Ctrl+S>y");
    assert_eq!(due(&stage).map(|due| due.to_string()).as_deref(), Some("2024-02-01"));
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    stage.keys("d22/3/2024<Ctrl+S>");
    assert!(due(&stage).is_some(), "today has not gone by");
}
