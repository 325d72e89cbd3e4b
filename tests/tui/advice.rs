//! Who should answer and what was asked before, beside what is typed: shown when it is found, taken by a key.

use crate::support::stage::Stage;
use doithoai::search::advice::Advice;
use doithoai::search::known::{Known, OtherSession};
use doithoai::search::past::PastSession;
use doithoai::session::number::QuestionNo;
use doithoai::tui::model::Message;
use doithoai::tui::model::desk::Notice;
use doithoai::tui::model::form::field::{FieldContent, Label};
use doithoai::tui::model::form::pick::ResponderPick;

const RENT: &str =
    r#"{"command":"ask_question","text":"Nhà trọ quá đắt, bao giờ có nhà ở xã hội?"}"#;
const FUND: &str =
    r#"{"command":"ask_question","text":"Quỹ nghiên cứu khoa học cho sinh viên ở đâu?"}"#;

const RENT_ROUTED: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;
const RENT_ANSWERED: &str =
    r#"{"command":"give_answer","question":1,"text":"Ba khu đang quy hoạch."}"#;

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

const SAME_RENT: &str = "Nhà trọ của sinh viên đắt quá, khi nào mới có nhà ở xã hội ạ?";

#[test]
fn what_was_asked_before_stands_under_the_question_being_typed_with_its_state_and_answer() {
    let mut stage = advised(&[RENT, FUND, RENT_ROUTED, RENT_ANSWERED]);
    stage.keys("n").keys(SAME_RENT);
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("Câu 1 · đã trả lời: Nhà trọ"), "{screen}");
        assert!(screen.contains("gợi ý: 1 SXD"), "{screen}");
        assert_eq!(screen.contains("→ Ba khu"), columns == 120, "{screen}");
    }
    stage.keys("<Esc>n");
    assert!(!stage.screen(120, 36).contains("Câu 1 · đã"), "nothing is typed yet");
}

#[test]
fn one_key_merges_the_question_being_typed_into_one_asked_before_and_one_undo_takes_both_back() {
    let mut stage = advised(&[RENT, FUND]);
    let before = stage.session.history().len();
    stage.keys("n").keys(SAME_RENT).keys("<Ctrl+G>m");
    assert_eq!(stage.status(3), "merged");
    assert_eq!(stage.session.history().len(), before + 2);
    assert_eq!((stage.desk().form().is_none(), stage.desk().chosen), (true, Some(QuestionNo(1))));
    stage.keys("u");
    assert_eq!(stage.session.state().questions().count(), 2);
}

#[test]
fn one_key_makes_the_question_being_typed_follow_one_asked_before() {
    let mut stage = advised(&[RENT, FUND]);
    stage.keys("n").keys(SAME_RENT).keys("<Ctrl+G>h");
    let form = stage.desk().form().expect("the form is still there");
    assert_eq!(form.about.question, Some(QuestionNo(1)));
    stage.keys("<Ctrl+S>");
    assert_eq!(stage.question(3).follows, Some(QuestionNo(1)));
}

#[test]
fn a_question_of_another_session_is_read_whole_and_neither_merged_into_nor_followed_up() {
    let other = Stage::with(&[RENT, RENT_ROUTED, RENT_ANSWERED]).session;
    let others =
        vec![OtherSession { name: "lan-10.json".to_owned(), past: PastSession::of(&other) }];
    let mut stage = Stage::new().advised_by(Known { others, ..Known::default() });
    stage.keys("n").keys(SAME_RENT);
    assert!(stage.screen(120, 36).contains("lan-10.json, câu 1 · đã trả lời"));
    stage.keys("<Ctrl+G><Enter>");
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(
            screen.contains("Ba khu đang quy hoạch.") && screen.contains("Sở Xây dựng"),
            "{screen}"
        );
    }
    let before = stage.session.history().len();
    for key in ["m", "h"] {
        stage.keys(key);
        assert_eq!(stage.desk().notice, Some(Notice::OfAnotherSession));
    }
    assert_eq!(stage.session.history().len(), before);
    stage.keys("<Esc><Esc>");
    assert!(stage.desk().form().is_some_and(|form| form.about.question.is_none()));
}

#[test]
fn the_chosen_question_is_compared_by_a_key_and_merged_by_another() {
    let same = format!(r#"{{"command":"ask_question","text":"{SAME_RENT}"}}"#);
    let mut stage = advised(&[RENT, FUND, &same]);
    stage.keys("<End>y");
    let screen = stage.screen(120, 36);
    assert!(screen.contains("Câu 1 · ") && !screen.contains("Câu 3 · chưa"), "{screen}");
    stage.keys("m");
    assert_eq!(stage.status(3), "merged");
}

#[test]
fn letters_typed_into_the_question_never_merge_it() {
    let mut stage = advised(&[RENT]);
    stage.keys("n").keys(SAME_RENT).keys("mhym");
    assert_eq!(stage.session.state().questions().count(), 1);
    assert!(stage.model.overlays.is_empty());
}

const SEVERAL: &str = "Thứ nhất, nhà trọ quá đắt, bao giờ có nhà ở xã hội? Thứ hai, quỹ nghiên cứu khoa học cho \
    sinh viên nộp hồ sơ ở đâu?";

#[test]
fn a_question_with_several_matters_is_split_at_the_places_found_each_part_with_its_own_suggestion()
{
    let asked = format!(r#"{{"command":"ask_question","text":"{SEVERAL}"}}"#);
    let mut stage = advised(&[&asked]);
    stage.keys("<Home>r");
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("có thể gồm 2 nội dung") && screen.contains("Ctrl+E"), "{screen}");
    }
    stage.keys("<Ctrl+E>");
    let screen = stage.screen(120, 36);
    let parts: Vec<&str> = screen
        .lines()
        .filter(|line| line.contains("│ 1 Thứ nhất") || line.contains("│ 2 Thứ hai"))
        .collect();
    assert_eq!(parts.len(), 2, "{screen}");
    assert!(parts[0].contains("SXD") && parts[1].contains("Sở KHCN"), "{screen}");
    stage.keys("<Esc>");
    assert!(stage.kept().is_empty(), "nothing was typed, so no draft is kept");
    stage.keys("S<Ctrl+S>");
    assert_eq!(stage.session.state().questions().count(), 3);
    assert!(stage.question(3).text.starts_with("Thứ hai"));
}
