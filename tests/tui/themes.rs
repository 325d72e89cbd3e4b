//! Themes for questions without one: grouped, worked on, set by one key after one question.

use crate::support::stage::Stage;
use doithoai::search::theme_groups::ThemeGroup;
use doithoai::session::number::QuestionNo;
use doithoai::tui::model::overlay::{Overlay, ThemeList};
use doithoai::tui::model::{Effect, Message};

fn asked() -> Stage {
    let texts =
        ["Nhà trọ đắt", "Xe buýt ít", "Giá nhà trọ", "Tuyến buýt mới", "Sân bóng", "Sân chơi"];
    let commands = texts.map(|text| format!(r#"{{"command":"ask_question","text":"{text}"}}"#));
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    Stage::with(&commands)
}

fn group(theme: &str, questions: &[u32]) -> ThemeGroup {
    let questions = questions.iter().copied().map(QuestionNo).collect();
    ThemeGroup { theme: theme.to_owned(), questions }
}

fn grouped() -> Stage {
    let mut stage = asked();
    stage.keys("G");
    assert_eq!(stage.asked, [Effect::GroupThemes]);
    assert!(stage.screen(120, 36).contains("đang tìm…"));
    let groups = vec![group("Nhà trọ", &[1, 3]), group("Xe buýt", &[2, 4]), group("Sân", &[5, 6])];
    stage.input(Message::ThemesGrouped(groups));
    stage
}

fn list(stage: &Stage) -> &ThemeList {
    match stage.model.overlays.top() {
        Some(Overlay::Themes(list)) => list,
        other => panic!("{other:?}"),
    }
}

fn themes(stage: &Stage) -> Vec<Option<String>> {
    stage.session.state().questions().map(|question| question.theme.clone()).collect()
}

#[test]
fn groups_are_shown_with_their_first_questions_and_nothing_is_set_without_a_key() {
    let mut stage = grouped();
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("3 nhóm, 6 câu") && screen.contains("Giá nhà trọ"), "{screen}");
    }
    stage.keys("<Ctrl+S>n<Esc>");
    assert!(themes(&stage).iter().all(Option::is_none));
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn renamed_joined_and_dropped_groups_are_set_in_one_group_of_events_that_one_undo_takes_back() {
    let mut stage = grouped();
    let before = stage.session.history().len();
    stage.keys("eNhà ở<Enter><End>x");
    assert_eq!(list(&stage).groups(), [group("Nhà ở", &[1, 3]), group("Xe buýt", &[2, 4])]);
    stage.keys("<Ctrl+S>");
    assert!(stage.screen(80, 24).contains("Ghi 2 nhóm vấn đề cho 4 câu?"));
    stage.keys("y");
    let theme = |name: &str| Some(name.to_owned());
    let (homes, buses) = (theme("Nhà ở"), theme("Xe buýt"));
    assert_eq!(themes(&stage), [homes.clone(), buses.clone(), homes, buses, None, None]);
    assert_eq!(stage.session.history().len(), before + 4);
    stage.keys("u");
    assert!(themes(&stage).iter().all(Option::is_none));
}

#[test]
fn a_group_joins_the_one_above_or_the_one_whose_name_it_is_given() {
    let mut stage = grouped();
    stage.keys("<↓>j");
    assert_eq!(list(&stage).groups(), [group("Nhà trọ", &[1, 2, 3, 4]), group("Sân", &[5, 6])]);
    assert_eq!(list(&stage).selected, 0);
    stage.keys("jeSân<Enter>");
    assert_eq!(list(&stage).groups(), [group("Sân", &[1, 2, 3, 4, 5, 6])]);
    stage.keys("eKhác<Esc>");
    assert_eq!(list(&stage).groups()[0].theme, "Sân", "Esc keeps the name");
    stage.keys("e <Enter>");
    assert_eq!(list(&stage).groups()[0].theme, "Sân", "a theme has a name");
}

#[test]
fn a_question_that_was_given_a_theme_meanwhile_keeps_it() {
    let mut stage = grouped();
    stage.run(r#"{"command":"reclassify_question","question":1,"theme":"Đời sống"}"#);
    stage.keys("<Ctrl+S>y");
    assert_eq!(themes(&stage)[0].as_deref(), Some("Đời sống"));
    assert_eq!(themes(&stage)[2].as_deref(), Some("Nhà trọ"));
}
