//! Tasks, statements and conclusions on the desk: their panes, showing one whole, and searching.

use crate::support::stage::Stage;
use doithoai::i18n::Lang;
use doithoai::search::item::{Found, SessionItem};
use doithoai::session::number::{Seq, TaskNo};
use doithoai::tui::model::desk::Pane;
use doithoai::tui::model::overlay::Overlay;

const SAID: [&str; 7] = [
    r#"{"command":"ask_question","text":"Xe buýt có vào khu công nghiệp không?"}"#,
    r#"{"command":"ask_question","text":"Học phí trường nghề"}"#,
    r#"{"command":"give_answer","question":2,"by_responder":"so-khcn","text":"Học phí trường nghề giữ nguyên đến hết năm học, sau đó tính theo lộ trình."}"#,
    r#"{"command":"make_statement","by_responder":"so-xd","text":"Ngành xây dựng xin ghi nhận các ý kiến."}"#,
    r#"{"command":"assign_task","text":"Rà soát giá nhà trọ quanh trường","lead":"so-xd","questions":[1]}"#,
    r#"{"command":"record_conclusion","text":"Thống nhất mở thêm tuyến buýt.","questions":[1,2]}"#,
    r#"{"command":"progress_task","task":1,"progress":"partly","text":"Đã khảo sát ba phường"}"#,
];

/// To the pane of statements and conclusions.
const TO_STATEMENTS: &str = "<Shift+Tab>";

#[test]
fn statements_and_conclusions_have_a_pane_in_which_one_is_opened_whole() {
    let mut stage = Stage::with(&SAID);
    stage.keys(TO_STATEMENTS);
    assert_eq!(stage.desk().pane, Pane::Statements);
    for (columns, rows) in [(120, 36), (80, 24), (44, 12)] {
        let screen = stage.screen(columns, rows);
        for words in ["Ngành xây dựng xin ghi nhận", "phát biểu · SXD", "kết luận · câu 1, 2"]
        {
            assert!(screen.contains(words), "{words}\n{screen}");
        }
        assert!(screen.contains("2 phát biểu, kết luận"), "{screen}");
    }
    stage.keys("<↑><Enter>");
    assert!(matches!(
        stage.model.overlays.top(),
        Some(Overlay::Item { item: SessionItem::Statement(_), .. })
    ));
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Sở Xây dựng") && screen.contains("xin ghi nhận các ý kiến."));
    stage.keys("<Esc><↓><→>");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Câu 2") && screen.contains("Học phí trường nghề"), "{screen}");
}

#[test]
fn an_empty_pane_of_statements_says_which_keys_add_one_in_both_languages() {
    let mut stage = Stage::new();
    stage.keys(TO_STATEMENTS);
    assert!(stage.screen(120, 36).contains("Bấm s hoặc k để ghi."));
    stage.model.lang = Lang::En;
    assert!(stage.screen(120, 36).contains("Press s or k to add one."));
}

#[test]
fn a_task_is_opened_whole_with_everything_that_happened_to_it() {
    let mut stage = Stage::with(&SAID);
    stage.keys("<Tab><Tab><Tab><→>");
    let screen = stage.screen(120, 36);
    for words in ["Nhiệm vụ 1", "Sở Xây dựng", "Đã khảo sát ba phường", "Câu 1"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn the_search_finds_answers_tasks_statements_and_conclusions_and_shows_the_words_around() {
    let mut stage = Stage::with(&SAID);
    for (typed, words) in [
        ("lo trinh", "trả lời: "),
        ("lo trinh", "tính theo lộ trình."),
        ("khao sat", "nhiệm vụ 1 · tiến độ: Đã khảo sát"),
        ("ghi nhan", "phát biểu: Ngành xây dựng xin ghi nhận"),
        ("thong nhat", "kết luận: Thống nhất mở thêm"),
    ] {
        stage.keys(&format!("/{typed}"));
        let screen = stage.screen(80, 24);
        assert!(screen.contains(words), "{typed}\n{screen}");
        stage.keys("<Esc>");
    }
}

#[test]
fn what_was_found_beside_the_questions_is_chosen_in_its_pane_and_opened() {
    let mut stage = Stage::with(&SAID);
    stage.keys("/khao sat<Enter>");
    assert_eq!((stage.desk().pane, stage.desk().chosen_task), (Pane::Tasks, Some(TaskNo(1))));
    assert!(matches!(stage.model.overlays.top(), Some(Overlay::Item { .. })));
    stage.keys("<Esc>/thong nhat<Enter>");
    assert_eq!(stage.desk().pane, Pane::Statements);
    assert_eq!(stage.desk().chosen_statement, Some(SessionItem::Conclusion(Seq(10))));
}

#[test]
fn marking_all_that_is_found_marks_questions_alone() {
    let mut stage = Stage::with(&SAID);
    stage.keys("/buyt");
    let Some(Overlay::Search(list)) = stage.model.overlays.top() else { panic!("no search") };
    assert!(list.matches.iter().any(|found| matches!(found, Found::Item(_))));
    stage.keys("*");
    let marked: Vec<u32> = stage.desk().marked.iter().map(|number| number.0).collect();
    assert_eq!(marked, [1]);
}

#[test]
fn what_was_just_stated_is_the_one_chosen_in_its_pane() {
    let mut stage = Stage::with(&SAID);
    let before = stage.desk().chosen_statement;
    stage.keys("kCùng làm.<Ctrl+S>");
    let Some(SessionItem::Conclusion(seq)) = stage.desk().chosen_statement else {
        panic!("no choice")
    };
    assert_ne!(stage.desk().chosen_statement, before);
    assert_eq!(stage.session.state().conclusion(seq).map(|it| it.text.as_str()), Some("Cùng làm."));
}
