//! Tests of the transcript: a short session, and its paper.

use proptest::prelude::*;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use super::{PaperSource, transcript};
use crate::i18n::Lang;
use crate::paper::kind::Format;
use crate::paper::render::render;
use crate::session::Session;
use crate::session::fixture::session_of;
use crate::text::checksum::{PaperOrigin, origin};
use crate::text::safe::is_hostile;

const DIALOGUE: &str = include_str!("dialogue.commands");
const OPENED: &str = r#"8:00 {"command": "open", "title": "Đối thoại"}"#;
const SO_A: &str = r#"8:00 {"command": "add_responder", "responder": {"id": "a", "name": "Sở A", "kind": "agency"}}"#;

fn written(session: &Session, lang: Lang) -> String {
    let fingerprint = format!("{}:{}", session.last_seq(), "0".repeat(64));
    let id = "9f2c0000000000000000000000000000";
    let source =
        PaperSource { session, id, fingerprint: &fingerprint, damage: None, withheld: None };
    rendered(source, lang)
}

fn rendered(source: PaperSource, lang: Lang) -> String {
    let mut out = Vec::new();
    render(transcript(source, &[], lang), Format::Text, &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn a_dialogue_still_going_on_reads_like_this_in_vietnamese() {
    assert_eq!(written(&session_of(DIALOGUE), Lang::Vi), include_str!("dialogue.vi.txt"));
}

#[test]
fn a_dialogue_still_going_on_reads_like_this_in_english() {
    assert_eq!(written(&session_of(DIALOGUE), Lang::En), include_str!("dialogue.en.txt"));
}

#[test]
fn a_closed_session_says_from_when_to_when_and_is_not_marked_as_incomplete() {
    let closed = session_of(&format!("{OPENED}\n9:30 {{\"command\": \"close\"}}"));
    let paper = written(&closed, Lang::Vi);
    assert!(
        paper.contains(
            "Thời gian     Từ 08 giờ 00 phút đến 09 giờ 30 phút, ngày 22 tháng 3 năm 2024\n"
        ),
        "{paper}"
    );
    assert!(!paper.contains("chưa hoàn chỉnh"));
}

#[test]
fn what_was_referred_is_counted_by_the_level_it_went_to() {
    let levels =
        [r#", "level": "central""#, r#", "level": "central""#, r#", "level": "commune""#, ""];
    let referred = (1..).zip(levels).map(|(number, level)| {
        let why = r#""why": "không thuộc thẩm quyền""#;
        format!(
            "8:1{number} {{\"command\": \"ask_question\", \"text\": \"Bao giờ?\"}}\n\
             8:2{number} {{\"command\": \"refer_question\", \"question\": {number}, {why}{level}}}"
        )
    });
    let mut referred: Vec<String> =
        referred.flat_map(|two| two.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    referred.sort();
    let paper = written(&session_of(&format!("{OPENED}\n{}", referred.join("\n"))), Lang::Vi);
    let row = paper.lines().find(|line| line.contains("Chuyển theo cấp")).expect("a row");
    assert!(row.contains("cấp xã: 1") && row.contains("Trung ương: 2"), "{row}");
    assert!(!written(&session_of(OPENED), Lang::Vi).contains("Chuyển theo cấp"));
}

#[test]
fn an_answer_in_part_a_correction_and_news_of_a_task_are_said_to_be_that() {
    let session = session_of(&format!(
        "{OPENED}\n{SO_A}\n8:01 {}\n8:02 {}\n8:03 {}\n8:04 {}\n8:05 {}\n8:06 {}\n9:00 {}",
        r#"{"command": "ask_question", "text": "Bao giờ?"}"#,
        r#"{"command": "give_answer", "question": 1, "by_responder": "a", "text": "Sớm.", "quality": "partial"}"#,
        r#"{"command": "amend_answer", "question": 1, "text": "Quý II.", "why": "nói lại"}"#,
        r#"{"command": "defer_question", "question": 1, "by_responder": "a"}"#,
        r#"{"command": "assign_task", "text": "Rà soát."}"#,
        r#"{"command": "progress_task", "task": 1, "progress": "partly", "text": "đã họp"}"#,
        r#"{"command": "close", "why": "hết giờ"}"#,
    ));
    for (lang, told) in [
        (
            Lang::Vi,
            [
                "→ Sở A trả lời một phần lúc 08 giờ 02 phút (có đính chính); Sở A\n",
                "08:06  Nhiệm vụ 1: thực hiện một phần; đã họp.\n",
                "    Tiến độ      thực hiện một phần; đã họp\n",
                "1.  Rà soát (chưa giao đơn vị chủ trì) (chưa có thời hạn).\n",
                "09:00  Phiên kết thúc; lý do: hết giờ.\n",
            ],
        ),
        (
            Lang::En,
            [
                "→ Sở A, partly, at 08:02 (amended); Sở A to answer in writing",
                "08:06  Task 1: partly done; đã họp.\n",
                "    Progress     partly done; đã họp\n",
                "1.  Rà soát (no lead assigned) (no due date).\n",
                "09:00  The session closes; reason: hết giờ.\n",
            ],
        ),
    ] {
        let paper = written(&session, lang);
        assert!(told.iter().all(|words| paper.contains(words)), "{paper}");
    }
}

#[test]
fn a_rebuilt_session_says_from_what_and_prints_no_time() {
    let rebuilt = session_of(&format!(
        r#"
        8:00 {{"command": "open", "title": "Đối thoại", "source": "bài báo"}}
        {SO_A}
        8:01 {{"command": "ask_question", "text": "Bao giờ?"}}
        8:02 {{"command": "give_answer", "question": 1, "by_responder": "a"}}
        8:03 {{"command": "ask_question", "text": "Nữa?"}}
        8:03 {{"command": "undo"}}
        9:30 {{"command": "close"}}
        "#
    ));
    for (lang, said) in [
        (Lang::Vi, ["lập lại theo bài báo", "không được tường thuật", "–  Khai mạc"]),
        (Lang::En, ["rebuilt from bài báo", "not reported", "– The session opens"]),
    ] {
        let paper = written(&rebuilt, lang);
        assert!(said[..2].iter().all(|words| paper.contains(words)), "{paper}");
        assert!(
            !paper.contains("08:") && !paper.contains("09:") && !paper.contains("phút"),
            "{paper}"
        );
    }
}

#[test]
fn a_day_that_has_turned_is_announced() {
    let session = session_of(&format!(
        "{OPENED}\n8:01 {}\n9:30 {}\n2024-04-02 10:00 {}",
        r#"{"command": "assign_task", "text": "Lập tổ."}"#,
        r#"{"command": "close"}"#,
        r#"{"command": "progress_task", "task": 1, "progress": "done", "document": "12/UBND"}"#,
    ));
    let paper = written(&session, Lang::Vi);
    assert!(
        paper.contains(
            "\nNgày 02 tháng 4 năm 2024:\n\n10:00  Nhiệm vụ 1: hoàn thành; văn bản số 12/UBND.\n"
        ),
        "{paper}"
    );
    assert!(paper.contains("    Tiến độ      hoàn thành; văn bản số 12/UBND\n"), "{paper}");
    assert!(paper.contains("Không còn nội dung nào."), "{paper}");
}

#[test]
fn an_undone_step_is_not_in_the_proceedings_and_a_redone_one_is() {
    let called = format!(
        "{OPENED}\n8:01 {}\n8:02 {}\n8:03 {}",
        r#"{"command": "ask_question", "text": "Bao giờ?"}"#,
        r#"{"command": "call_question", "question": 1}"#,
        r#"{"command": "undo", "why": "nhầm"}"#,
    );
    let paper = written(&session_of(&called), Lang::Vi);
    let told = "08:02  Câu 1 được mời phát biểu.";
    assert!(!paper.contains(told), "{paper}");
    assert!(paper.contains("hủy lúc 08 giờ 03 phút);"), "{paper}");
    let redone = written(
        &session_of(&format!("{called}\n8:04 {}", r#"{"command": "undo", "undoes": 4}"#)),
        Lang::Vi,
    );
    assert!(redone.contains(told) && !redone.contains("ĐÃ HỦY"), "{redone}");
}

#[test]
fn damage_is_said_before_anything_is_told() {
    let session = session_of(OPENED);
    let damage = Some("bước 88 không đọc được");
    let source =
        PaperSource { session: &session, id: "9f2c", fingerprint: "1:00", damage, withheld: None };
    let paper = rendered(source, Lang::Vi);
    let at = |words: &str| paper.find(words).expect("said");
    assert!(at("chỉ gồm phần đọc được") < at("DIỄN BIẾN"));
}

#[test]
fn an_empty_record_gives_a_paper_too() {
    let paper = written(&Session::new(), Lang::Vi);
    assert!(paper.contains("chưa có gì được ghi") && paper.contains("doithoai/1 · "), "{paper}");
}

proptest! {
    #[test]
    fn no_line_is_wider_than_80_cells_and_no_hostile_character_passes(
        title in "(?s).{1,150}", asker in "(?s).{1,90}", text in "(?s).{1,400}",
        why in "(?s)[\u{1}-\u{ff}\u{2000}-\u{2070}]{1,90}", english in any::<bool>(),
    ) {
        // A name has one line; whatever else is put into it is recorded.
        let name = |words: &str| words.replace(['\n', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}'], " ");
        let mut commands = vec![
            json!({"command": "open", "title": format!("T{title}"), "place": format!("P{why}")}),
            json!({"command": "ask_question", "text": format!("Q{text}"), "theme": format!("N{}", name(&asker)),
                   "asker": {"name": format!("A{}", name(&asker)), "unit": format!("U{}", name(&why))}}),
            json!({"command": "decline_question", "question": 1, "why": format!("Y{why}"),
                   "to": format!("O{text}")}),
            json!({"command": "assign_task", "text": format!("X{text}"), "questions": [1]}),
        ];
        let lines: Vec<String> =
            commands.drain(..).map(|command| format!("8:00 {command}")).collect();
        let lang = if english { Lang::En } else { Lang::Vi };
        let paper = written(&session_of(&lines.join("\n")), lang);
        for line in paper.lines() {
            prop_assert!(line.width() <= 80, "{line:?}");
            prop_assert!(!line.chars().any(is_hostile), "{line:?}");
            prop_assert_eq!(line.trim_end(), line);
        }
        prop_assert_eq!(origin(paper.as_bytes()), PaperOrigin::Unchanged);
    }
}
