//! The search at the desk and in the replay: one query language, and no step that grows with the session.

use crate::support::stage::Stage;
use doithoai::search::item::Found;
use doithoai::session::number::QuestionNo;
use doithoai::tui::model::Message;
use doithoai::tui::model::overlay::{FilteredList, Overlay};

const MAI: &str = r#"{"command":"ask_question","asker":{"name":"Nguyễn Thị Mai","unit":"Đại học"},"theme":"Nhà ở","text":"Nhà trọ quá đắt"}"#;
const LAN: &str =
    r#"{"command":"ask_question","asker":{"name":"Trần Lan"},"text":"Trọ gần trường nhà em đắt"}"#;
const ROUTED: &str = r#"{"command":"route_question","question":2,"lead":"so-xd"}"#;
const DEFERRED: &str = r#"{"command":"defer_question","question":2,"by_responder":"so-xd"}"#;

fn list(stage: &Stage) -> &FilteredList<Found> {
    match stage.model.overlays.top() {
        Some(Overlay::Search(list)) => list,
        other => panic!("{other:?}"),
    }
}

#[test]
fn desk_and_replay_understand_the_same_query_and_emphasise_what_was_found() {
    let built = Stage::with(&[MAI, LAN, ROUTED, DEFERRED]);
    for (typed, one) in [
        ("\"nha tro\"", 1),
        ("is:deferred tro", 2),
        ("theme:nha dat", 1),
        ("by:lan tro", 2),
        ("unit:dai tro", 1),
        ("agency:sxd tro", 2),
        ("truowng", 2),
    ] {
        let mut desk = built.clone();
        desk.keys("/").keys(typed);
        assert_eq!(list(&desk).matches, [Found::Question(QuestionNo(one))], "{typed}");
        let mut replay = Stage::replay_of(&built.session, false);
        replay.keys("/").keys(typed).keys("<Enter>");
        let last = replay.replay().then.history().last().map(|last| last.event.name());
        assert_eq!(last, Some("question_asked"), "{typed}");
        assert_eq!(replay.replay().then.state().question_count(), one as usize, "{typed}");
    }
}

#[test]
fn a_long_session_is_searched_in_steps_and_the_selected_hit_stays_selected() {
    let mut stage = Stage::new();
    for number in 1..=4_500 {
        let text = if number == 4_400 { "nhà trọ" } else { "nhà" };
        stage.run(&format!(r#"{{"command":"ask_question","text":"{text} {number}"}}"#));
    }
    let mut stage = stage.restarted();
    stage.keys("/nha<↓>");
    let chosen = list(&stage).matches[list(&stage).selected];
    assert_eq!(list(&stage).matches.len(), 2_000);
    assert!(stage.screen(120, 36).contains("đã tìm 44%"));
    while stage.desk().is_searching(&stage.model.overlays) {
        stage.input(Message::SearchOn);
    }
    assert_eq!(list(&stage).matches.len(), 4_500);
    assert_eq!(list(&stage).matches[list(&stage).selected], chosen);
    assert!(!stage.screen(120, 36).contains("đã tìm"));
    stage.keys("<Esc>/4400");
    while stage.desk().is_searching(&stage.model.overlays) {
        stage.input(Message::SearchOn);
    }
    stage.keys("<Enter>");
    assert_eq!(stage.desk().chosen, Some(QuestionNo(4_400)));
}
