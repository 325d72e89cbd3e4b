//! Searching a replay of so many events that it takes longer than a frame.

use crate::support::session::{SessionBuilder, at};
use crate::support::stage::Stage;
use doithoai::i18n::Lang;
use doithoai::import::command::read_line;
use doithoai::session::command::Command;
use doithoai::tui::model::Message;
use doithoai::tui::model::overlay::Overlay;
use doithoai::tui::model::replay::search::is_under_way;

/// More than one step takes in.
const QUESTIONS: usize = 12_000;

fn long_session() -> SessionBuilder {
    let mut built = SessionBuilder::opened("Đối thoại");
    built.responder("so-xd", "Sở Nhà trọ", "SNT", "nhà ở");
    for number in 1..=QUESTIONS {
        let text = format!("Nhà trọ số {number} quá đắt");
        built.does_at(ask(&text), at("09:00:00"));
    }
    built
}

fn ask(text: &str) -> Command {
    let line = format!(r#"{{"command":"ask_question","text":"{text}"}}"#);
    read_line(line.as_bytes()).expect("a command").command
}

fn hits(stage: &Stage) -> usize {
    match stage.model.overlays.top() {
        Some(Overlay::Said(list)) => list.matches.len(),
        other => panic!("{other:?}"),
    }
}

fn goes_on(stage: &Stage) -> bool {
    is_under_way(stage.replay(), &stage.model.overlays, &stage.session)
}

#[test]
fn a_long_search_goes_on_in_steps_shows_how_far_it_is_and_finds_everything() {
    let mut stage = Stage::replay_of(&long_session().session, false);
    stage.keys("/").paste("nha tro");
    assert!(goes_on(&stage) && hits(&stage) < QUESTIONS);
    stage.shows("% ");
    stage.shows("đã tìm");
    stage.model.lang = Lang::En;
    stage.shows("% searched");
    let mut steps = 0;
    while goes_on(&stage) {
        let before = hits(&stage);
        stage.input(Message::SearchOn);
        assert!(hits(&stage) >= before);
        steps += 1;
        assert!(steps < 1000, "it ends");
    }
    assert_eq!(hits(&stage), QUESTIONS + 1, "every question, and the roster last");
    stage.hides("% searched");
}

#[test]
fn letters_typed_while_it_goes_on_begin_the_search_anew_and_the_selected_hit_stays_selected() {
    let mut stage = Stage::replay_of(&long_session().session, false);
    stage.keys("/nha tro<↓><↓>");
    let selected = |stage: &Stage| match stage.model.overlays.top() {
        Some(Overlay::Said(list)) => list.matches.get(list.selected).copied(),
        _ => None,
    };
    let before = selected(&stage);
    stage.input(Message::SearchOn).input(Message::SearchOn);
    assert_eq!(selected(&stage), before);
    stage.keys(" 11999");
    while goes_on(&stage) {
        stage.input(Message::SearchOn);
    }
    assert_eq!(hits(&stage), 1);
}
