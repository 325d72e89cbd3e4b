//! Choosing who answers: whom letters find, who is offered first, and where the next key leads.

use crate::support::stage::Stage;
use doithoai::session::number::QuestionNo;
use doithoai::session::refusal::Refusal;
use doithoai::tui::model::action::Action;
use doithoai::tui::model::desk::Notice;
use doithoai::tui::model::form::field::FieldContent;
use doithoai::tui::model::form::pick::Candidate;
use doithoai::tui::model::menu::MenuLabel;

const ASK_ONE: &str = r#"{"command":"ask_question","text":"Nhà trọ quá đắt"}"#;
const ASK_TWO: &str = r#"{"command":"ask_question","text":"Quỹ nghiên cứu"}"#;
const ASK_THREE: &str = r#"{"command":"ask_question","text":"Cán bộ Đoàn"}"#;
const ROUTE_ONE: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;
const HIEU: &str = r#"{"command":"add_responder","responder":{"id":"hieu","name":"Nguyễn Văn Hiếu","kind":"leader","title":"Chủ tịch UBND thành phố"}}"#;
const SCHOOLS: &str = r#"{"command":"add_responder","responder":{"id":"so-gd","name":"Sở Giáo dục","kind":"agency","remit":["hiếu học","chiếu sáng trường"]}}"#;

fn matches(stage: &Stage) -> Vec<Candidate> {
    let form = stage.desk().form().expect("a form");
    match form.focused().map(|field| &field.field) {
        Some(FieldContent::Responders(pick)) => pick.matches.clone(),
        other => panic!("{other:?}"),
    }
}

/// The names in the order in which they are offered.
fn offered(stage: &Stage) -> Vec<String> {
    let name = |candidate: Candidate| match candidate {
        Candidate::Named(leader) => leader.name,
        other => stage.session.state().full_name(other.id().expect("listed")).to_owned(),
    };
    matches(stage).into_iter().map(name).collect()
}

fn lead(stage: &Stage, number: u32) -> Option<String> {
    stage.question(number).lead().map(|id| id.0.clone())
}

#[test]
fn the_part_of_the_remit_that_was_found_is_shown_beside_the_name() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("rnha tro");
    assert!(
        matches!(&matches(&stage)[0], Candidate::Listed { matched: Some(words), .. } if words.contains("nhà trọ"))
    );
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        let line = screen.lines().find(|line| line.contains("1 Sở Xây dựng")).expect("the match");
        assert!(line.contains("nhà trọ"), "{line}");
    }
}

#[test]
fn the_name_of_a_leader_finds_the_leader_before_any_remit() {
    for typed in ["hieu", "hie", "Hiếu", "van hieu"] {
        let mut stage = Stage::with(&[SCHOOLS, HIEU, ASK_ONE]);
        stage.keys(&format!("r{typed}"));
        assert_eq!(offered(&stage).first().map(String::as_str), Some("Nguyễn Văn Hiếu"), "{typed}");
    }
}

/// A session whose opening names people.
fn opened() -> Stage {
    let mut stage = Stage::new();
    stage.session = doithoai::session::Session::new();
    stage.run(r#"{"command":"open","title":"Đối thoại","chair":"Đ/c Trần Việt Trường, Chủ tịch UBND thành phố","attendance":"Lê Thị Hoa, Phó Bí thư Thành đoàn; 300 đoàn viên, thanh niên"}"#);
    for command in
        [SCHOOLS, HIEU, ASK_ONE, r#"{"command":"route_question","question":1,"lead":"so-gd"}"#]
    {
        stage.run(command);
    }
    let (session, mode) = (&stage.session, doithoai::tui::model::desk::DeskMode::Writing);
    let desk = doithoai::tui::model::desk::Desk::new(session, mode, Vec::new());
    stage.model.show(doithoai::tui::model::Screen::Desk(Box::new(desk)));
    stage
}

#[test]
fn the_chair_and_leaders_named_at_the_opening_are_offered_as_speakers() {
    let mut stage = opened();
    stage.keys("s");
    let expected = ["Trần Việt Trường", "Lê Thị Hoa", "Nguyễn Văn Hiếu", "Sở Giáo dục"];
    assert_eq!(offered(&stage), expected);
    stage.keys("truong");
    assert_eq!(offered(&stage).first().map(String::as_str), Some("Trần Việt Trường"));
    stage.keys("<Enter>");
    let known = stage.session.state().responders().last().expect("added");
    assert_eq!(known.name, "Trần Việt Trường");
    assert_eq!(known.title.as_deref(), Some("Chủ tịch UBND thành phố"));
    stage.keys("Chào các bạn<Ctrl+S>");
    let said = stage.session.state().statements().next().expect("a statement");
    assert_eq!(stage.session.state().full_name(&said.by), "Trần Việt Trường");
    stage.keys("s");
    assert_eq!(offered(&stage).iter().filter(|name| *name == "Trần Việt Trường").count(), 1);
}

#[test]
fn the_chair_answers_a_question_with_the_key_that_changes_who_answers() {
    let mut stage = opened();
    stage.keys("a<Ctrl+R>truong<Enter>Thành phố ghi nhận.<Ctrl+S>");
    let by = stage.question(1).answers[0].by.clone();
    assert_eq!(stage.session.state().full_name(&by), "Trần Việt Trường");
    assert_eq!(stage.question(1).answers[0].text.as_deref(), Some("Thành phố ghi nhận."));
}

#[test]
fn a_follow_up_offers_the_lead_of_its_parent_first() {
    let mut stage = Stage::with(&[
        ASK_ONE,
        r#"{"command":"route_question","question":1,"lead":"thanh-doan"}"#,
        r#"{"command":"ask_question","text":"Hồ sơ nộp ở đâu?","follows":1}"#,
    ]);
    stage.keys("<End>r");
    assert_eq!(offered(&stage).first().map(String::as_str), Some("Thành đoàn"));
    stage.keys("1<Enter>");
    assert_eq!(lead(&stage, 2).as_deref(), Some("thanh-doan"));
}

#[test]
fn after_a_routing_one_key_goes_to_the_next_question_to_be_routed() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO, ASK_THREE]);
    let label = |stage: &Stage| stage.model.menu_label(Action::NextToDo, Some(&stage.session));
    stage.keys("<Home>rxay dung<Enter><Enter>");
    assert_eq!(stage.desk().chosen, Some(QuestionNo(1)), "nothing moves by itself");
    assert_eq!(label(&stage), MenuLabel::NextToRoute);
    stage.keys(" rkhoa hoc<Enter><Enter> ");
    assert_eq!(lead(&stage, 2).as_deref(), Some("so-khcn"));
    assert_eq!(stage.desk().chosen, Some(QuestionNo(3)));
    stage.keys("rthanh<Enter><Enter>");
    assert_ne!(label(&stage), MenuLabel::NextToRoute, "nothing is left to be routed");
}

#[test]
fn routing_again_leads_nowhere_else() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO, ROUTE_ONE]);
    stage.keys("<Home>rkhoa hoc<Enter><Ctrl+S>");
    assert!(stage.desk().next_to_route(&stage.session).is_none());
}

#[test]
fn figures_then_enter_go_to_the_question_of_that_number() {
    let asked: Vec<String> = (1..=12)
        .map(|number| format!(r#"{{"command":"ask_question","text":"Câu {number}"}}"#))
        .collect();
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let mut stage = Stage::with(&asked);
    stage.keys("12");
    assert_eq!(stage.desk().notice, Some(Notice::NumberTyped(12)));
    assert!(stage.screen(80, 24).contains("12: Enter"));
    stage.keys("<Enter>");
    assert_eq!((stage.desk().chosen, stage.desk().notice.clone()), (Some(QuestionNo(12)), None));
    assert!(stage.desk().form().is_none(), "the number's Enter routes nothing");
    stage.keys("99<Enter>");
    let refused = Notice::Refused(Refusal::NoSuchQuestion(QuestionNo(99)));
    assert_eq!(stage.desk().notice, Some(refused));
    stage.keys("3<Esc><Enter>");
    assert!(stage.desk().form().is_some(), "after Esc, Enter is the natural step again");
    assert_eq!(stage.desk().chosen, Some(QuestionNo(12)));
}

#[test]
fn another_key_after_figures_means_what_it_always_means() {
    let mut stage = Stage::with(&[ASK_ONE, ASK_TWO]);
    stage.keys("<Home>2<↓>");
    assert_eq!(stage.desk().chosen, Some(QuestionNo(2)));
    stage.keys("1n");
    assert!(stage.desk().form().is_some());
}

#[test]
fn the_second_enter_in_the_router_says_that_it_records() {
    let mut stage = Stage::with(&[ASK_ONE]);
    let label = |stage: &Stage| stage.model.menu_label(Action::PickLead, Some(&stage.session));
    stage.keys("rxay dung");
    assert_eq!(label(&stage), MenuLabel::Of(Action::PickLead));
    stage.keys("<Enter>");
    assert_eq!(label(&stage), MenuLabel::Of(Action::Confirm));
    for (columns, rows) in [(120, 36), (80, 24)] {
        assert!(stage.screen(columns, rows).contains("Enter: ghi phân công này"));
    }
    stage.keys("<Enter>");
    assert_eq!(lead(&stage, 1).as_deref(), Some("so-xd"));
}

#[test]
fn letters_that_chose_nobody_stay_in_sight_beside_whom_was_chosen() {
    let mut stage = Stage::with(&[ASK_ONE]);
    stage.keys("tRà soát<Tab>sxd<Enter>khcn<Tab>");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Sở Xây dựng") && screen.contains("> khcn"), "{screen}");
}

#[test]
fn a_long_name_is_whole_and_what_describes_it_gives_way() {
    let front = r#"{"command":"add_responder","responder":{"id":"mttq","name":"Ủy ban Mặt trận Tổ quốc Việt Nam","kind":"agency","remit":["giám sát, phản biện"]}}"#;
    let mut stage = Stage::with(&[ASK_ONE, front]);
    stage.keys("r");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Ủy ban Mặt trận Tổ quốc Việt Nam "), "{screen}");
    assert!(screen.contains("nhà ở, nhà trọ"), "others are still described\n{screen}");
}
