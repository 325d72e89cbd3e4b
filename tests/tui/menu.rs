//! What applies now: the keys, the footer and the mouse agree, and the session itself is asked.

use crate::support::stage::Stage;
use doithoai::tui::model::action::Action;
use doithoai::tui::model::desk::applies::NextStep;
use doithoai::tui::model::menu::MenuLabel;
use doithoai::tui::model::{Message, Target};

const ASK_ONE: &str =
    r#"{"command":"ask_question","asker":{"name":"Trần Thị Mai"},"text":"Nhà trọ quá đắt"}"#;
const ROUTE_ONE: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;

/// Every action that records something, as the key table knows it.
fn recording() -> Vec<Action> {
    let actions = doithoai::tui::model::bindings::BINDINGS.iter().map(|row| row.action);
    let mut actions: Vec<Action> = actions.filter(|action| action.records()).collect();
    actions.dedup();
    actions
}

#[test]
fn what_does_not_apply_says_why_and_opens_nothing_and_what_applies_does_something() {
    let stages = [
        Stage::new(),
        Stage::with(&[ASK_ONE]),
        Stage::with(&[ASK_ONE, ROUTE_ONE, r#"{"command":"call_question","question":1}"#]),
        Stage::with(&[
            ASK_ONE,
            ROUTE_ONE,
            r#"{"command":"withdraw_question","question":1,"why":"đã rõ"}"#,
        ]),
        Stage::with(&[ASK_ONE, r#"{"command":"pause"}"#]),
        Stage::with(&[ASK_ONE, r#"{"command":"close"}"#]),
    ];
    for start in &stages {
        for action in recording() {
            let mut stage = start.clone();
            let applies = stage.desk().applies(action, &stage.session);
            let events = stage.session.history().len();
            stage.input(Message::Click(Target::Button(action)));
            let opened = stage.desk().form().is_some() || !stage.model.overlays.is_empty();
            let recorded = stage.session.history().len() > events;
            match applies {
                Err(why) => {
                    assert_eq!(stage.desk().notice, Some(why), "{action:?}");
                    assert!(!opened && !recorded, "{action:?} was done all the same");
                }
                Ok(()) => {
                    let moves =
                        matches!(action, Action::MoveUp | Action::MoveDown | Action::MoveToTop);
                    assert!(opened || recorded || moves, "{action:?} did nothing");
                }
            }
        }
    }
}

#[test]
fn the_footer_names_the_step_that_enter_takes() {
    let mut stage = Stage::with(&[ASK_ONE]);
    let mut called = Vec::new();
    for _ in 0..4 {
        let label = stage.model.menu_label(Action::NaturalStep, Some(&stage.session));
        called.push(label);
        match stage.desk().next_step(&stage.session) {
            NextStep::Route => stage.run(ROUTE_ONE),
            NextStep::Answer => {
                stage.run(r#"{"command":"give_answer","question":1,"text":"Có."}"#);
            }
            _ => {
                stage.keys("<Enter>");
            }
        }
    }
    let steps = [Action::Route, Action::Call, Action::Answer, Action::Enter];
    assert_eq!(called, steps.map(MenuLabel::Of));
}
