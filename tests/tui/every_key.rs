//! Every row of the key table is handled: somewhere its key does what a key without a meaning does not.

use std::collections::{BTreeSet, VecDeque};

use doithoai::i18n::Lang;
use doithoai::search::advice::{Advice, SimilarEntry};
use doithoai::search::parts::QuestionPart;
use doithoai::search::theme_groups::ThemeGroup;
use doithoai::session::Session;
use doithoai::session::command::Command;
use doithoai::session::payload::Quality;
use doithoai::tui::model::bindings::{BINDINGS, Binding, lookup};
use doithoai::tui::model::key::{Code, Key};
use doithoai::tui::model::start::{Condition, SessionEntry, SessionSummary, Start};
use doithoai::tui::model::{Message, Screen};

use crate::importing;
use crate::support::session::{at, morning, whole_morning};
use crate::support::stage::{Stage, desk_of, model};

/// Situations looked at before a key counts as unhandled.
const MOST: usize = 600;

/// A row of the key table: its scope and its action.
type Row = (String, String);

fn name(row: &Binding) -> Row {
    (format!("{:?}", row.scope), format!("{:?}", row.action))
}

/// A desk with questions in every status, one that is closed, a replay and a start screen.
fn stages() -> Vec<Stage> {
    let mut built = whole_morning();
    built.answers(3, "Đang bàn.", Quality::Partial).does(Command::Undo { undoes: None, why: None });
    let mut desk = Stage::of(desk_of(&built, Lang::Vi), built.session);
    desk.keys("nGiữa chừng<Esc>kKết luận dở<Esc>");
    let mut closed = Stage::of(desk_of(&morning(), Lang::Vi), morning().session);
    closed.run(r#"{"command":"close"}"#);
    let closed = closed.restarted();
    let condition = |title: &str| {
        Condition::Whole(SessionSummary { title: title.to_owned(), ..SessionSummary::default() })
    };
    let entry = |name: &str| SessionEntry {
        path: name.into(),
        name: name.to_owned(),
        condition: condition(name),
    };
    let entries: Vec<SessionEntry> =
        (0..3).map(|number| entry(&format!("lan-{number}.json"))).collect();
    let start = Screen::Start(Box::new(Start {
        chosen: Some(entries[1].path.clone()),
        entries,
        ..Start::default()
    }));
    let start = Stage::of(model(Lang::Vi, at("09:00:00"), start), Session::new());
    let mut replay = Stage::replay_of_the_morning();
    let notes = [7, 9, 20].map(|moment| replay.note(moment, "Xem lại.", true));
    replay.input(Message::Notes(notes.into()));
    let mut preview = desk.clone();
    importing::preview_long_table(&mut preview);
    let mut themes = pressed(&desk, "G");
    let questions: Vec<_> = desk.session.state().questions().map(|it| it.number).collect();
    let groups = questions.chunks(2).enumerate().map(|(place, questions)| ThemeGroup {
        theme: format!("Nhóm {place}"),
        questions: questions.to_vec(),
    });
    themes.input(Message::ThemesGrouped(groups.collect()));
    let advised = ["r", "y"].map(|key| advised(&desk, key));
    [desk, themes, preview, closed, replay, start].into_iter().chain(advised).collect()
}

/// A stage that is told, after a key, what was found for the question it is about.
fn advised(stage: &Stage, key: &str) -> Stage {
    let mut stage = pressed(stage, key);
    let request = stage.model.wanted_advice(&stage.session).expect("a question");
    let part = |text: &str| QuestionPart { text: text.to_owned(), suggestions: Vec::new() };
    let similar = stage.session.state().questions().map(|it| SimilarEntry::Here(it.number));
    let advice = Advice {
        matters: vec![part("Một"), part("Hai")],
        similar: similar.take(3).collect(),
        request,
        ..Advice::default()
    };
    stage.input(Message::Advised(Box::new(advice)));
    stage
}

/// What can be seen of a stage after a key.
fn seen(stage: &Stage, key: Key) -> (Stage, String) {
    let mut stage = stage.clone();
    stage.input(Message::Key(key));
    let events = stage.session.history().len();
    let seen = format!("{:?} {:?} {events}", stage.model, stage.asked);
    (stage, seen)
}

fn pressed(stage: &Stage, keys: &str) -> Stage {
    let mut stage = stage.clone();
    stage.keys(keys);
    stage
}

/// Where a stage is, as far as it decides what its keys do.
fn situation(stage: &Stage) -> String {
    let overlay = stage.model.overlays.top().map(|overlay| {
        let name = format!("{overlay:?}");
        name[..name.find([' ', '(', '{']).unwrap_or(name.len())].to_owned()
    });
    let form = stage.model.screen.form();
    let field = form.map(|form| (form.kind, form.focus));
    let (chosen, pane, drafts) = match &stage.model.screen {
        Screen::Desk(desk) => {
            let chosen = desk.chosen_question(&stage.session).map(|chosen| chosen.status.name());
            (chosen, Some(desk.pane), desk.drafts.is_empty())
        }
        Screen::Replay(replay) => (None, Some(replay.desk.pane), replay.position > 1),
        Screen::Start(_) => (None, None, false),
    };
    format!("{:?} {overlay:?} {field:?} {chosen:?} {pane:?} {drafts}", stage.model.scope())
}

/// The rows of the key table that apply at a stage and do something there, each with the stage after it.
fn rows_that_do_something(stage: &Stage) -> Vec<(Row, Stage)> {
    let scope = stage.model.scope();
    let (_, nothing) = seen(stage, Key::plain(Code::F(24)));
    let rows = BINDINGS.iter().filter(|row| scope.chain().contains(&row.scope));
    let tried = rows.filter_map(|row| {
        let key = Key::parse(row.keys[0]).filter(|key| lookup(scope, *key) == Some(row.action))?;
        let (after, seen) = seen(stage, key);
        (seen != nothing).then(|| (name(row), after))
    });
    tried.collect()
}

#[test]
fn every_row_of_the_key_table_does_something_somewhere() {
    let mut unhandled: BTreeSet<Row> = BINDINGS.iter().map(name).collect();
    let mut waiting = VecDeque::from(stages());
    let mut known: BTreeSet<String> = waiting.iter().map(situation).collect();
    while let Some(stage) = waiting.pop_front().filter(|_| !unhandled.is_empty()) {
        // Keys that go up do nothing in the first row, so they are tried further down, too.
        // In the box before closing the drafts stand before the questions.
        for moved in ["", "<↓>", "<↓><↓><↓>", "<End>"] {
            let stage = pressed(&stage, moved);
            for (row, after) in rows_that_do_something(&stage) {
                unhandled.remove(&row);
                if known.len() < MOST && known.insert(situation(&after)) {
                    waiting.push_back(after);
                }
            }
        }
    }
    assert!(unhandled.is_empty(), "no handler in {} situations: {unhandled:?}", known.len());
}
