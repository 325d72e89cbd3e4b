//! The export of a document: chosen with its format and place, written in the background, told where it is.

use std::path::PathBuf;
use std::sync::Arc;

use crate::support::stage::Stage;
use doithoai::export::{ExportError, PaperRequest};
use doithoai::i18n::Lang;
use doithoai::paper::kind::Format;
use doithoai::paper::office::PublicationTerm;
use doithoai::session::number::{DelegateNo, ResponderId};
use doithoai::tui::model::desk::Notice;
use doithoai::tui::model::overlay::Overlay;
use doithoai::tui::model::paper_export::{ExportProgress, PaperDone, PaperExport, PaperOrder};
use doithoai::tui::model::start::{Condition, SessionEntry, SessionSummary, Start};
use doithoai::tui::model::trouble::Trouble;
use doithoai::tui::model::{Effect, Message, Model, Screen};
use doithoai::workspace::papers::PaperError;

const ASK_ONE: &str =
    r#"{"command":"ask_question","asker":{"name":"Trần Thị Mai"},"text":"Nhà trọ quá đắt"}"#;
const ROUTE_ONE: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;

fn stage() -> Stage {
    let mut stage = Stage::with(&[ASK_ONE, ROUTE_ONE]);
    let Screen::Desk(desk) = &mut stage.model.screen else { panic!("no desk") };
    "sessions/hop.json".clone_into(&mut desk.file);
    stage
}

fn export(stage: &Stage) -> &PaperExport {
    match stage.model.overlays.top() {
        Some(Overlay::Export(export)) => export,
        other => panic!("no export is open: {other:?}"),
    }
}

fn order(stage: &mut Stage) -> PaperOrder {
    match stage.asked.pop() {
        Some(Effect::WritePaper(order)) => order,
        other => panic!("nothing is written: {other:?}"),
    }
}

#[test]
fn the_file_is_shown_as_it_will_be_for_each_document_and_format() {
    let mut stage = stage();
    stage.keys("<F9>");
    let mut places = Vec::new();
    for _ in 0..8 {
        places.push(export(&stage).place().display().to_string());
        for size in [(120, 36), (80, 24), (44, 12)] {
            let screen = stage.screen(size.0, size.1);
            let shown = places.last().expect("a place").rsplit('/').next().unwrap_or_default();
            assert!(screen.replace(['\n', ' ', '│'], "").contains(shown), "{shown}\n{screen}");
        }
        stage.keys("<↓>");
    }
    assert_eq!(
        places,
        [
            "sessions/hop.ban-ghi.txt",
            "sessions/hop.bien-ban.txt",
            "sessions/hop.ket-luan.txt",
            "sessions/hop.so-theo-doi.csv",
            "sessions/hop.theo-don-vi",
            "sessions/hop.gui-nguoi-neu",
            "sessions/hop.theo-don-vi-so-xd.txt",
            "sessions/hop.gui-nguoi-neu-1.txt",
        ]
    );
    stage.keys("<PgUp><↓><Tab><Tab>");
    assert_eq!(export(&stage).place(), PathBuf::from("sessions/hop.bien-ban.docx"));
    stage.keys("<Tab>");
    assert_eq!(export(&stage).format(), Format::Text);
}

#[test]
fn a_typed_name_decides_the_format_and_gets_an_ending_when_it_has_none() {
    let mut stage = stage();
    stage.keys("<F9><↓>usb/bb.docx");
    assert_eq!(export(&stage).format(), Format::Docx);
    stage.keys("<Enter>");
    let (request, format) = (PaperRequest::Minutes, Format::Docx);
    let (session, place) = (PathBuf::from("sessions/hop.json"), PathBuf::from("usb/bb.docx"));
    assert_eq!(
        order(&mut stage),
        PaperOrder { session, request, format, place: Some(place), is_public: false }
    );
    let mut stage = self::stage();
    stage.keys("<F9><↓><↓><↓>/tmp/so");
    assert_eq!(export(&stage).place(), PathBuf::from("/tmp/so.csv"));
}

#[test]
fn the_documents_of_whom_the_chosen_question_is_about_are_offered() {
    let mut stage = stage();
    stage.keys("<F9>");
    let offered = &export(&stage).requests[6..];
    let agency = PaperRequest::Agency(ResponderId("so-xd".to_owned()));
    assert_eq!(offered, [agency, PaperRequest::Asker(DelegateNo(1))]);
    let screen = stage.screen(120, 36);
    assert!(screen.contains("theo đơn vị: Sở Xây dựng"), "{screen}");
    assert!(screen.contains("gửi người nêu: 1. Trần Thị Mai"), "{screen}");
}

#[test]
fn the_public_edition_is_a_key_away_and_has_a_name_of_its_own() {
    let mut stage = stage();
    stage.keys("<F9><↓><Shift+Tab>");
    assert_eq!(export(&stage).place(), PathBuf::from("sessions/hop.bien-ban.cong-khai.txt"));
    assert!(stage.screen(80, 24).contains("Bản: bản công khai"), "{}", stage.screen(80, 24));
    stage.keys("<Enter>");
    assert!(order(&mut stage).is_public);
    stage.keys("<Esc><F9><Shift+Tab><Shift+Tab><Enter>");
    assert!(!order(&mut stage).is_public);
}

#[test]
fn how_much_is_written_shows_and_leaving_it_ends_the_writing() {
    let mut stage = stage();
    stage.keys("<F9><Enter>");
    order(&mut stage);
    stage.input(Message::PaperProgressed { kib: 12_345 });
    assert!(stage.screen(80, 24).contains("12.345 KiB"), "{}", stage.screen(80, 24));
    stage.keys("x<Enter>");
    assert!(matches!(export(&stage).progress, ExportProgress::Writing { .. }));
    stage.keys("<Esc>");
    assert_eq!(stage.asked.pop(), Some(Effect::CancelPaper));
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn what_was_written_is_told_and_a_refusal_keeps_what_was_chosen() {
    let mut stage = stage();
    stage.keys("<F9><↓>bb.html<Enter>");
    let asked = order(&mut stage);
    let foreign = ExportError::Paper(PaperError::NotOurs(PathBuf::from("bb.html")));
    let why = Trouble::Export(Arc::new(foreign));
    stage.input(Message::PaperWritten { order: asked, done: Err(why) });
    let screen = stage.screen(80, 24);
    assert!(screen.contains("bb.html") && screen.contains("▌ biên bản"), "{screen}");
    stage.keys("<Backspace><Enter>");
    let asked = order(&mut stage);
    assert_eq!(asked.place, Some(PathBuf::from("bb.htm")));
    let done = Ok(PaperDone { place: PathBuf::from("bb.htm"), documents: 1 });
    stage.input(Message::PaperWritten { order: asked, done });
    assert!(stage.screen(44, 12).contains("Đã xuất bb.htm"), "{}", stage.screen(44, 12));
    stage.keys("<Enter>");
    assert!(stage.model.overlays.is_empty());
}

#[test]
fn a_document_nobody_waits_for_any_more_is_told_in_a_line() {
    let mut stage = stage();
    stage.keys("b");
    let asked = order(&mut stage);
    assert_eq!(asked.place, None);
    stage.keys("<F9>");
    let done = Ok(PaperDone { place: PathBuf::from("sessions/hop.txt"), documents: 1 });
    stage.input(Message::PaperWritten { order: asked, done });
    assert!(matches!(export(&stage).progress, ExportProgress::Choosing { .. }));
    let told = &stage.desk().notice;
    assert_eq!(told, &Some(Notice::DocumentWritten(PathBuf::from("sessions/hop.txt"))));
}

#[test]
fn the_start_screen_exports_the_chosen_session_without_opening_it() {
    let path = PathBuf::from("sessions/hop.json");
    let condition = Condition::Whole(SessionSummary::default());
    let entry = SessionEntry { path: path.clone(), name: "hop.json".to_owned(), condition };
    let start = Start { entries: vec![entry], chosen: Some(path.clone()), ..Start::default() };
    let now = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let mut model = Model::new(Lang::En, now, Screen::Start(Box::new(start)));
    let asked: Vec<Effect> = crate::support::keys::typed("x<↓><Enter>")
        .into_iter()
        .flat_map(|key| model.update(None, Message::Key(key)))
        .collect();
    let (request, format) = (PaperRequest::Minutes, Format::Text);
    let place = Some(PathBuf::from("sessions/hop.minutes.txt"));
    assert_eq!(
        asked,
        [Effect::WritePaper(PaperOrder {
            session: path,
            request,
            format,
            place,
            is_public: false
        })]
    );
}

#[test]
fn after_closing_the_desk_says_by_when_the_conclusion_is_public() {
    let mut stage = stage();
    stage.keys("C<Ctrl+S>");
    let closed = stage.session.last_at().expect("a time").date();
    let day = Lang::Vi.day(closed.plus_days(10).expect("a day"));
    let screen = stage.screen(120, 36);
    assert!(screen.contains(&format!("công khai kết luận chậm nhất ngày {day}")), "{screen}");
    assert!(
        screen.contains(&format!("công khai và gửi các cơ quan chậm nhất ngày {day}")),
        "{screen}"
    );
    stage.keys("n");
    let Screen::Desk(desk) = &mut stage.model.screen else { panic!("no desk") };
    desk.publish_within = PublicationTerm::FifteenDays;
    let day = Lang::En.day(closed.plus_days(15).expect("a day"));
    stage.model.lang = Lang::En;
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains(&format!("conclusion to be public by {day}")), "{screen}");
    }
}
