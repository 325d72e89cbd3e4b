//! The real program in a pseudo-terminal: who should answer and what was asked before, found while a person types.

use crate::support::runner::Runner;
use crate::support::terminal::Terminal;

const CTRL_S: &str = "\x13";
const CTRL_G: &str = "\x07";
const ESC: &str = "\x1b";
const ENTER: &str = "\r";

/// A folder with last year's session, in which a matter no roster knows was routed and answered.
fn runner() -> Runner {
    let runner = Runner::with_a_session();
    let last_year = r#"
{"command":"ask_question","text":"Zibzab ở phường em bao giờ có?","at":"2024-03-22T08:01:00+07:00"}
{"command":"route_question","question":1,"lead":"so-khcn","at":"2024-03-22T08:02:00+07:00"}
{"command":"give_answer","question":1,"text":"Quý sau sẽ có zibzab.","at":"2024-03-22T08:05:00+07:00"}
"#;
    runner.run_with(&["apply", "phien.json"], last_year).done();
    runner
        .run(&["new", "nam-nay.json", "--title", "Năm nay", "--roster", "don-vi.roster.json"])
        .done();
    runner
}

fn desk(runner: &Runner) -> Terminal {
    let desk = runner.start(&["open", "nam-nay.json"], 120, 36);
    desk.wait("the desk", |screen| screen.contains("ĐANG DIỄN RA"));
    desk
}

#[test]
fn who_answered_it_in_another_session_of_the_folder_is_one_digit_away() {
    let runner = runner();
    let mut desk = desk(&runner);
    desk.type_in("n").until("Ctrl+S").type_in("Khi nào có zibzab?").until("zibzab?");
    desk.type_in(CTRL_S).until("bước 3").type_in("r").until("1 Sở Khoa học");
    desk.type_in("1").until("● Sở Khoa học").type_in(ENTER).until("bước 4").type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(runner.text("nam-nay.json").contains("question_routed"));
}

#[test]
fn what_was_answered_last_year_is_read_while_the_question_is_still_typed() {
    let runner = runner();
    let mut desk = desk(&runner);
    desk.type_in("n").until("Ctrl+S").type_in("Khi nào có zibzab?");
    desk.until("phien.json, câu 1").until("→ Quý sau sẽ có zibzab.");
    desk.type_in(CTRL_G).until("Enter mở").type_in(ENTER).gone("Enter mở");
    desk.until("Sở Khoa học và Công nghệ")
        .type_in(ESC)
        .until("Enter mở")
        .type_in(ESC)
        .type_in(CTRL_S)
        .until("bước 3")
        .type_in("q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_question_asked_again_is_merged_by_a_key_as_it_is_recorded() {
    let runner = runner();
    let mut desk = desk(&runner);
    desk.type_in("n").until("Ctrl+S").type_in("Khi nào có zibzab?").type_in(CTRL_S).until("bước 3");
    desk.type_in("n").until("Ctrl+S").type_in("Bao giờ mới có zibzab?").until("Câu 1 · đang chờ");
    desk.type_in(CTRL_G).until("m gộp").type_in("m").until("bước 5").type_in("q");
    assert_eq!(desk.end(), 0);
    assert!(runner.text("nam-nay.json").contains("question_merged"));
}

#[test]
fn suggested_themes_are_set_for_all_their_questions_by_one_answer() {
    let runner = runner();
    let asked: Vec<String> = ["Nhà trọ quá đắt", "Giá nhà trọ tăng", "Nhà trọ thiếu nước"]
        .map(|text| format!(r#"{{"command":"ask_question","text":"{text}"}}"#))
        .into();
    runner.run_with(&["apply", "nam-nay.json"], asked.join("\n")).done();
    let mut desk = desk(&runner);
    desk.type_in("G").until("1 nhóm, 3 câu").type_in(CTRL_S).until("Ghi 1 nhóm vấn đề cho 3 câu?");
    desk.type_in("y").until("bước 8").type_in("q");
    assert_eq!(desk.end(), 0);
    assert_eq!(runner.text("nam-nay.json").matches("\"theme\":\"Nhà trọ\"").count(), 3);
}
