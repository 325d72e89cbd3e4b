//! The import of a table: its file asked for, what it would add shown, nothing recorded without a yes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::support::stage::Stage;
use doithoai::i18n::Lang;
use doithoai::import::field::RowKind;
use doithoai::import::plan::plan;
use doithoai::import::table::{ImportCell, ImportRow, ImportTable};
use doithoai::session::payload::Channel;
use doithoai::tui::model::desk::Notice;
use doithoai::tui::model::overlay::Overlay;
use doithoai::tui::model::start::{Condition, SessionEntry, SessionSummary, Start};
use doithoai::tui::model::table_import::TableImport;
use doithoai::tui::model::trouble::Trouble;
use doithoai::tui::model::{Effect, Message, Model, Screen};
use std::io::{Error, ErrorKind};

fn table(rows: &[[&str; 3]]) -> ImportTable {
    let row = |(place, cells): (usize, &[&str; 3])| ImportRow {
        number: place + 1,
        cells: cells.iter().map(|cell| ImportCell::Text((*cell).to_owned())).collect(),
    };
    ImportTable { rows: rows.iter().enumerate().map(row).collect(), sheet: None }
}

/// The reading asked for last answers with this table.
fn read(stage: &mut Stage, rows: &[[&str; 3]]) {
    let Some(Effect::ReadTable { path, kind }) = stage.asked.pop() else {
        panic!("no table is read: {:?}", stage.asked);
    };
    let planned = plan(&stage.session, &table(rows), kind, &[], stage.model.now).expect("columns");
    stage.input(Message::TablePlanned { path, planned: Ok(Arc::new(planned)) });
}

fn import(stage: &Stage) -> &TableImport {
    match stage.model.overlays.top() {
        Some(Overlay::Import(import)) => import,
        other => panic!("no import is open: {other:?}"),
    }
}

const ROWS: [[&str; 3]; 3] = [
    ["Nội dung", "Họ tên", "Đơn vị trả lời"],
    ["Nhà trọ quá đắt", "Mai", "SXD"],
    ["Thi bằng lái ở đâu", "Lan", ""],
];

#[test]
fn a_table_is_shown_before_it_is_added_and_one_undo_takes_it_back() {
    let mut stage = Stage::new();
    let before = stage.session.last_seq();
    stage.keys("<F8>ban/hoi.csv<Enter>");
    let expected =
        Effect::ReadTable { path: PathBuf::from("ban/hoi.csv"), kind: RowKind::Questions };
    assert_eq!(stage.asked, [expected]);
    stage.input(Message::TableProgressed { rows: 250, expected: 500 });
    assert!(stage.screen(80, 24).contains("[####################--------------------] 250"));
    read(&mut stage, &ROWS);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Sẽ thêm: 2 câu, 2 đại biểu"), "{screen}");
    assert!(screen.contains("dòng 2 → câu 1: Mai: Nhà trọ quá đắt"), "{screen}");
    stage.keys("<Enter>");
    assert_eq!(stage.session.last_seq(), before, "Enter, which may be typed ahead, adds nothing");
    stage.keys("c");
    assert!(stage.model.overlays.is_empty());
    assert_eq!(stage.session.state().question_count(), 2);
    assert_eq!(stage.question(1).lead().map(|id| id.0.as_str()), Some("so-xd"));
    assert_eq!(stage.question(2).channel, Channel::Slip);
    assert!(matches!(stage.desk().notice, Some(Notice::Imported(counts)) if counts.questions == 2));
    assert!(stage.screen(80, 24).contains("Đã thêm: 2 câu"));
    stage.keys("u");
    assert_eq!(stage.session.state().question_count(), 0);
}

#[test]
fn a_table_with_a_fault_can_only_be_put_away() {
    let mut stage = Stage::new();
    let before = stage.session.last_seq();
    stage.keys("<F8>hoi.csv<Enter>");
    read(&mut stage, &[ROWS[0], ["", "Mai", "SXD"], ["Câu", "Lan", "Sở Ma"]]);
    let screen = stage.screen(100, 24);
    assert!(screen.contains("dòng 2, cột A “Nội dung”: thiếu nội dung"), "{screen}");
    assert!(screen.contains("không có đơn vị trả lời nào là “Sở Ma”"), "{screen}");
    stage.keys("c");
    assert!(matches!(import(&stage), TableImport::Preview { .. }));
    stage.keys("<Esc>");
    assert!(stage.model.overlays.is_empty());
    assert_eq!(stage.session.last_seq(), before);
}

#[test]
fn the_rows_may_be_responders_or_delegates() {
    let mut stage = Stage::new();
    stage.keys("<F8><Tab><Tab>'ds.csv'<Enter>");
    let Some(Effect::ReadTable { path, kind }) = stage.asked.last() else { panic!("nothing") };
    assert_eq!((path.as_path(), *kind), ("ds.csv".as_ref(), RowKind::Delegates));
}

#[test]
fn a_file_that_gives_no_table_is_said_and_may_be_typed_again() {
    let mut stage = Stage::new();
    stage.keys("<F8>khong-co.csv<Enter>");
    let why = || Trouble::System(Arc::new(Error::from(ErrorKind::NotFound)));
    let path = PathBuf::from("khac.csv");
    stage.input(Message::TablePlanned { path, planned: Err(why()) });
    assert!(matches!(import(&stage), TableImport::Reading { .. }), "of another reading");
    let path = PathBuf::from("khong-co.csv");
    stage.input(Message::TablePlanned { path: path.clone(), planned: Err(why()) });
    assert!(stage.screen(80, 24).contains("khong-co.csv"));
    stage.keys("<Esc>");
    stage.input(Message::TablePlanned { path, planned: Err(why()) });
    assert!(stage.model.overlays.is_empty());
    stage.keys("<F8><Enter>");
    assert_eq!(stage.asked.len(), 1, "a file without a name is not read");
}

/// Reads a table of 5,000 rows, and looks further down at what it would add.
pub(crate) fn preview_long_table(stage: &mut Stage) {
    let texts: Vec<String> = (1..=5000).map(|number| format!("Câu thứ {number}")).collect();
    let rows = texts.iter().map(|text| [text.as_str(), "", ""]);
    let rows: Vec<[&str; 3]> = std::iter::once(ROWS[0]).chain(rows).collect();
    stage.keys("<F8>hoi.csv<Enter>");
    read(stage, &rows);
    stage.screen(80, 24);
    stage.keys("<PgDn>");
}

#[test]
fn a_long_table_is_scrolled_and_only_what_is_seen_is_put_into_words() {
    let mut stage = Stage::new();
    stage.hurried(true);
    preview_long_table(&mut stage);
    stage.keys("<Home>");
    assert!(stage.screen(80, 24).contains("dòng 2 → câu 1: Câu thứ 1"));
    stage.keys("<End>");
    assert!(stage.screen(80, 24).contains("dòng 5001 → câu 5000: Câu thứ 5000"));
}

#[test]
fn the_start_screen_opens_the_session_for_it() {
    let path = PathBuf::from("hop.json");
    let condition = Condition::Whole(SessionSummary::default());
    let entry = SessionEntry { path: path.clone(), name: "hop.json".to_owned(), condition };
    let start = Start { entries: vec![entry], chosen: Some(path.clone()), ..Start::default() };
    let now = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let mut model = Model::new(Lang::Vi, now, Screen::Start(Box::new(start)));
    for (keys, then_import) in [("i", true), ("<Enter>", false)] {
        let asked: Vec<Effect> = crate::support::keys::typed(keys)
            .into_iter()
            .flat_map(|key| model.update(None, Message::Key(key)))
            .collect();
        assert_eq!(asked, [Effect::Open(path.clone())]);
        assert!(matches!(&model.screen, Screen::Start(start) if start.then_import == then_import));
    }
}
