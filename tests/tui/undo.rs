//! Undoing at the desk: what is said before and after.

use crate::support::stage::Stage;
use doithoai::i18n::Lang;

const ASKED: [&str; 2] = [
    r#"{"command":"ask_question","text":"Nhà trọ quá đắt"}"#,
    r#"{"command":"ask_question","text":"Quỹ nghiên cứu"}"#,
];

#[test]
fn what_an_undo_would_take_back_is_said_beforehand_when_the_chosen_question_does_not_show_it() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<End>c<End><Esc>");
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("u sẽ hoàn tác: câu 2 được mời phát biểu"), "{screen}");
    }
    let screen = stage.screen(120, 36);
    assert!(screen.contains("u hoàn tác (câu 2)"), "{screen}");
    stage.model.lang = Lang::En;
    let screen = stage.screen(120, 36);
    assert!(screen.contains("u would undo: question 2 called"), "{screen}");
    assert!(screen.contains("u undo (question 2)"), "{screen}");
}

#[test]
fn nothing_is_said_beforehand_where_the_chosen_question_shows_it() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<End>c<Esc>");
    let screen = stage.screen(120, 36);
    assert!(!screen.contains("sẽ hoàn tác") && !screen.contains("hoàn tác ("), "{screen}");
}

#[test]
fn an_undo_of_what_is_about_no_question_names_the_event() {
    let mut stage = Stage::with(&ASKED);
    stage.run(r#"{"command":"make_statement","by_responder":"so-xd","text":"Xin cảm ơn"}"#);
    let screen = stage.screen(120, 36);
    assert!(screen.contains("u sẽ hoàn tác: Sở Xây dựng phát biểu"), "{screen}");
    assert!(screen.contains("u hoàn tác (bước 7)"), "{screen}");
}

#[test]
fn a_closed_session_offers_no_undo_of_its_closing() {
    let mut stage = Stage::with(&ASKED);
    stage.run(r#"{"command":"close"}"#);
    let screen = stage.screen(120, 36);
    assert!(!screen.contains("sẽ hoàn tác"), "{screen}");
}

#[test]
fn an_undo_still_takes_one_key() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("<End>c<End>");
    stage.keys("u");
    assert_eq!(stage.status(2), "queued");
}

#[test]
fn a_move_that_changes_nothing_says_so_and_is_no_step_to_undo() {
    let mut stage = Stage::with(&ASKED);
    let events = stage.session.history().len();
    for (keys, words) in [
        ("<Home><", "Câu 1 đã ở đầu nhóm; không có gì thay đổi."),
        ("^", "Câu 1 đã ở đầu nhóm; không có gì thay đổi."),
        ("<End>>", "Câu 2 đã ở cuối nhóm; không có gì thay đổi."),
    ] {
        stage.keys(keys);
        let screen = stage.screen(80, 24);
        assert!(screen.contains(words), "{keys}\n{screen}");
    }
    assert_eq!(stage.session.history().len(), events);
}
