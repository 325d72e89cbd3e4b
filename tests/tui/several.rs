//! Several questions dealt with at once: one form, one confirmation, one group of events, one undo.

use std::collections::BTreeSet;

use crate::support::stage::Stage;
use doithoai::session::number::QuestionNo;
use doithoai::session::question::Status;
use doithoai::session::refusal::Refusal;
use doithoai::tui::model::desk::Notice;
use doithoai::tui::model::overlay::{ClosingRow, Confirmation, Overlay};

const ASKED: [&str; 4] = [
    r#"{"command":"ask_question","text":"Nhà trọ quá đắt"}"#,
    r#"{"command":"ask_question","text":"Thi bằng lái ở đâu"}"#,
    r#"{"command":"ask_question","text":"Nhà trọ xa trường"}"#,
    r#"{"command":"ask_question","text":"Quỹ nghiên cứu"}"#,
];
const ROUTE_TWO: &str = r#"{"command":"route_question","question":2,"lead":"so-xd"}"#;

fn marked(stage: &Stage) -> Vec<u32> {
    stage.desk().marked.iter().map(|number| number.0).collect()
}

fn statuses(stage: &Stage) -> Vec<&'static str> {
    (1..=4).map(|number| stage.status(number)).collect()
}

#[test]
fn marks_are_set_one_by_one_as_a_range_and_for_all_that_is_found() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓><↓>v");
    assert_eq!(marked(&stage), [1, 3]);
    stage.keys("v<End>V");
    assert_eq!(marked(&stage), [1, 4], "the last mark is where a range begins");
    stage.keys("<Esc>");
    assert!(marked(&stage).is_empty(), "Esc takes the marks away");
    stage.keys("<Home>v<↓><↓>V");
    assert_eq!(marked(&stage), [1, 2, 3]);
    stage.keys("<Esc>/nha tro*");
    assert_eq!(marked(&stage), [1, 3]);
    assert!(stage.model.overlays.is_empty());
    stage.keys("<Esc>*");
    assert_eq!(marked(&stage), [1, 2, 3, 4]);
    stage.keys("*");
    assert!(marked(&stage).is_empty());
}

#[test]
fn the_header_says_how_many_are_marked_and_each_row_has_its_sign() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓>v");
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(
            screen.lines().next().is_some_and(|line| line.contains("2 câu đã chọn")),
            "{screen}"
        );
        assert_eq!(screen.matches('◆').count(), 2, "{screen}");
    }
}

#[test]
fn one_form_defers_all_that_is_marked_each_to_its_own_lead_with_one_undo() {
    let mut stage = Stage::with(&[&ASKED[..], &[ROUTE_TWO]].concat());
    let before = stage.session.state().clone();
    stage.keys("1<Enter>v2<Enter>v4<Enter>vd10/12<Ctrl+S>");
    assert!(matches!(stage.model.overlays.top(), Some(Overlay::Confirm(Confirmation::Several))));
    assert_eq!(statuses(&stage), ["queued"; 4], "nothing is recorded before the yes");
    let screen = stage.screen(80, 24);
    for words in ["Nhà trọ quá đắt", "Thi bằng lái", "Quỹ nghiên cứu"] {
        assert!(screen.contains(words), "{words} is not listed:\n{screen}");
    }
    stage.keys("<Enter>");
    assert_eq!(statuses(&stage), ["deferred", "deferred", "queued", "deferred"]);
    let owed = |number: u32| match &stage.question(number).status {
        Status::Deferred(deferral) => deferral.by_responder.clone().map(|id| id.0),
        other => panic!("{other:?}"),
    };
    assert_eq!((owed(1), owed(2)), (None, Some("so-xd".to_owned())));
    assert!(marked(&stage).is_empty());
    stage.keys("u");
    assert_eq!(*stage.session.state(), before);
    stage.keys("U");
    assert_eq!(statuses(&stage), ["deferred", "deferred", "queued", "deferred"]);
}

#[test]
fn several_are_routed_referred_declined_or_withdrawn_with_one_form() {
    for (keys, status) in [
        ("rxay dung<Enter><Enter><Enter>", "queued"),
        ("fCông an tỉnh<Tab>Không thuộc thành phố<Ctrl+S><Enter>", "referred"),
        ("xNgoài phạm vi<Ctrl+S><Enter>", "declined"),
        ("wĐã rõ<Ctrl+S><Enter>", "withdrawn"),
    ] {
        let mut stage = Stage::with(&ASKED);
        stage.keys("<Home>v<↓>v").keys(keys);
        assert_eq!(statuses(&stage), [status, status, "queued", "queued"], "{keys}");
        let routed = stage.question(2).lead().is_some();
        assert_eq!(routed, status == "queued");
        let batch = stage.session.batch_of(stage.session.last_seq()).expect("a batch");
        assert_eq!(batch.count, 2);
    }
}

#[test]
fn several_are_merged_into_the_lowest_number_unless_another_is_chosen() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓><↓>v<↓>vm<Enter><Enter>");
    assert_eq!(statuses(&stage), ["queued", "queued", "merged", "merged"]);
    stage.keys("u");
    stage.keys("<Home>v<↓><↓>vmthi bang<Enter><Enter><Enter>");
    assert_eq!(statuses(&stage), ["merged", "queued", "merged", "queued"]);
}

#[test]
fn a_refused_one_refuses_all_and_the_form_comes_back() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓>vx<Ctrl+S><Enter>");
    let form = stage.desk().form().expect("the form is back");
    assert!(form.problem.is_some());
    assert_eq!(statuses(&stage), ["queued"; 4]);
    stage.keys("Ngoài phạm vi<Ctrl+S><Enter>");
    assert_eq!(statuses(&stage), ["declined", "declined", "queued", "queued"]);
}

#[test]
fn what_has_ended_is_not_marked_and_loses_its_mark() {
    let withdraw = r#"{"command":"withdraw_question","question":1,"why":"đã rõ"}"#;
    let mut stage = Stage::with(&[&ASKED[..], &[withdraw]].concat());
    stage.keys("<End>v");
    assert_eq!(stage.desk().notice, Some(Notice::CannotBeMarked(QuestionNo(1))));
    stage.keys("2<Enter>v3<Enter>v2<Enter>c");
    assert_eq!(marked(&stage), [2, 3], "what is on the floor can still be dealt with");
    stage.keys("<Esc>1<Enter>");
    assert!(stage.desk().marked.is_empty());
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓>v<Esc>v");
    stage.keys("<Home>wđã rõ<Ctrl+S><Enter>");
    assert_eq!(stage.desk().marked, BTreeSet::new());
}

#[test]
fn a_draft_about_several_comes_back_about_the_same() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓>vxNgoài phạm vi<Esc>");
    let mut stage = stage.restarted();
    stage.keys("<Enter><Ctrl+S><Enter>");
    assert_eq!(statuses(&stage), ["declined", "declined", "queued", "queued"]);
}

#[test]
fn closing_shows_drafts_first_then_what_has_no_outcome_then_what_is_answered_in_part() {
    let partly = r#"{"command":"give_answer","question":2,"text":"Một phần","quality":"partial"}"#;
    let full = r#"{"command":"give_answer","question":3,"by_responder":"so-xd","text":"Đủ"}"#;
    let mut stage = Stage::with(&[&ASKED[..], &[ROUTE_TWO, partly, full]].concat());
    stage.keys("nCâu dở dang<Esc>C");
    let Some(Overlay::Closing(list)) = stage.model.overlays.top() else { panic!("no list") };
    let rows: Vec<ClosingRow> = (0..list.len()).filter_map(|place| list.row(place)).collect();
    let question = |number| ClosingRow::Question(QuestionNo(number));
    assert_eq!(rows, [ClosingRow::Draft(0), question(1), question(4), question(2)]);
    for (columns, rows) in [(120, 36), (80, 24)] {
        assert!(stage.screen(columns, rows).contains("Câu dở dang"));
    }
    stage.keys("<Enter><Ctrl+S>");
    assert_eq!(&*stage.question(5).text, "Câu dở dang");
    let Some(Overlay::Closing(list)) = stage.model.overlays.top() else { panic!("no list") };
    assert_eq!((list.drafts, list.open.len()), (0, 3));
}

#[test]
fn several_rows_before_closing_are_marked_and_dealt_with_at_once() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("Cv<↓>vd10/12<Ctrl+S><Enter>");
    assert_eq!(statuses(&stage), ["deferred", "deferred", "queued", "queued"]);
    stage.keys("*fSở khác<Tab>Không thuộc<Ctrl+S><Enter>");
    assert_eq!(statuses(&stage), ["deferred", "deferred", "referred", "referred"]);
    let Some(Overlay::Closing(list)) = stage.model.overlays.top() else { panic!("no list") };
    assert!(list.is_empty());
}

#[test]
fn a_draft_left_when_the_session_closes_is_told_beside_the_fingerprint() {
    let mut stage = Stage::new();
    stage.keys("nCâu dở dang<Esc>C<Ctrl+S>");
    assert!(stage.session.state().is_closed());
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("1 bản nháp chưa ghi"), "{screen}");
    }
}

#[test]
fn a_closed_session_takes_no_more_of_what_is_marked() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<Home>v<↓>v");
    stage.run(r#"{"command":"close"}"#);
    stage.keys("d");
    assert_eq!(stage.desk().notice, Some(Notice::Refused(Refusal::Closed)));
}

#[test]
fn what_was_merged_even_through_another_question_can_be_read_on_the_card_that_is_read_out() {
    let mut stage = Stage::with(&ASKED);
    stage.run(r#"{"command":"merge_question","question":3,"into":1}"#);
    stage.run(r#"{"command":"merge_question","question":1,"into":2}"#);
    stage.keys("2<Enter>");
    let screen = stage.screen(120, 36);
    for words in
        ["gộp vào đây · Câu 1", "Nhà trọ quá đắt", "gộp vào đây · Câu 3", "Nhà trọ xa trường"]
    {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}
