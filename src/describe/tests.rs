//! Tests of changes and corrections as sentences: a short session, and what differs between two moments.

use super::change::{change, change_sentence};
use super::correction::{correction, correction_sentence, correction_signed};
use crate::i18n::Lang;
use crate::review::changes::{changes, corrections};
use crate::session::Session;
use crate::session::fixture::session_of;

const MORNING: &str = r#"
8:00 {"command":"open","title":"Đối thoại"}
8:01 {"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","short":"SXD","kind":"agency"}}
8:01 {"command":"add_responder","responder":{"id":"so-gd","name":"Sở Giáo dục","short":"SGD","kind":"agency"}}
8:02 {"command":"ask_question","asker":{"name":"Mai"},"channel":"floor","kind":"question","text":"Một"}
8:03 {"command":"ask_question","channel":"floor","kind":"question","text":"Hai"}
8:04 {"command":"ask_question","channel":"floor","kind":"question","text":"Ba"}
8:05 {"command":"route_question","question":1,"lead":"so-xd"}
8:06 {"command":"assign_task","text":"Việc một"}
"#;

const LATER: &str = r#"
8:10 {"command":"move_question","question":3,"before":1}
8:11 {"command":"route_question","question":1,"lead":"so-gd","support":["so-xd"],"why":"đúng lĩnh vực"}
8:12 {"command":"edit_question","question":2,"text":"Hai, nói lại","why":"nghe nhầm"}
8:13 {"command":"call_question","question":1}
8:14 {"command":"give_answer","question":1,"text":"Năm dự án","quality":"partial"}
8:15 {"command":"amend_answer","question":1,"text":"Sáu dự án","why":"đếm lại"}
8:16 {"command":"correct_delegate","delegate":1,"unit":"Đại học"}
8:17 {"command":"progress_task","task":1,"progress":"done","document":"12/SXD"}
8:18 {"command":"ask_question","channel":"slip","kind":"question","text":"Bốn"}
8:19 {"command":"decline_question","question":4,"why":"trùng"}
8:20 {"command":"undo","why":"bấm nhầm"}
8:21 {"command":"undo","undoes":20,"why":"đúng là trùng"}
8:22 {"command":"record_conclusion","text":"Thống nhất"}
8:23 {"command":"pause"}
"#;

fn sentences(a: &Session, b: &Session, lang: Lang) -> Vec<String> {
    let (a, b) = (a.state(), b.state());
    let sentence = |one| change_sentence(lang, &change(lang, one, a, b));
    changes(a, b).iter().map(sentence).collect()
}

#[test]
fn what_changed_between_two_moments_is_listed_with_before_and_after() {
    let (a, b) = (session_of(MORNING), session_of(&format!("{MORNING}{LATER}")));
    assert_eq!(
        sentences(&a, &b, Lang::Vi),
        [
            "phiên: đang diễn ra → tạm dừng",
            "đơn vị trả lời câu 1: SXD → SGD; phối hợp: SXD",
            "SGD trả lời câu 1, mới: “Sáu dự án” (một phần)",
            "câu 1: đang chờ → đã trả lời",
            "nội dung câu 2: “Hai” → “Hai, nói lại”",
            "vị trí của câu 3 trong hàng đợi: thứ 3 → thứ 1",
            "câu 4, mới: “Bốn”",
            "câu 4: đang chờ → không tiếp nhận; lý do: trùng",
            "nhiệm vụ 1: chưa thực hiện → hoàn thành, văn bản số 12/SXD",
            "kết luận (bước 22), mới: “Thống nhất”",
            "đại biểu 1: Mai → Mai, Đại học"
        ]
    );
    assert_eq!(
        sentences(&a, &b, Lang::En),
        [
            "session: in progress → paused",
            "route of question 1: SXD → SGD; supporting: SXD",
            "answer of SGD to question 1, new: “Sáu dự án” (partial)",
            "question 1: waiting → answered",
            "text of question 2: “Hai” → “Hai, nói lại”",
            "place of question 3 in the queue: no. 3 → no. 1",
            "question 4, new: “Bốn”",
            "question 4: waiting → declined; reason: trùng",
            "task 1: not started → done, document no. 12/SXD",
            "conclusion (event 22), new: “Thống nhất”",
            "delegate 1: Mai → Mai, Đại học"
        ]
    );
}

#[test]
fn seen_backwards_what_was_new_is_gone() {
    let (a, b) = (session_of(MORNING), session_of(&format!("{MORNING}{LATER}")));
    assert_eq!(
        sentences(&b, &a, Lang::Vi),
        [
            "phiên: tạm dừng → đang diễn ra",
            "câu 4, không còn: “Bốn”",
            "đơn vị trả lời câu 1: SGD; phối hợp: SXD → SXD",
            "SGD trả lời câu 1, không còn: “Sáu dự án” (một phần)",
            "câu 1: đã trả lời → đang chờ",
            "nội dung câu 2: “Hai, nói lại” → “Hai”",
            "vị trí của câu 3 trong hàng đợi: thứ 1 → thứ 3",
            "nhiệm vụ 1: hoàn thành, văn bản số 12/SXD → chưa thực hiện",
            "kết luận (bước 22), không còn: “Thống nhất”",
            "đại biểu 1: Mai, Đại học → Mai"
        ]
    );
}

#[test]
fn every_correction_names_before_and_after_who_when_and_why() {
    let session = session_of(&format!("{MORNING}{LATER}"));
    let listed = corrections(&session).into_iter().map(|one| {
        let sentence = correction_sentence(Lang::Vi, &correction(Lang::Vi, &one, &session));
        format!("{} ← {} {sentence} | {}", one.seq, one.corrects, correction_signed(Lang::Vi, &one))
    });
    assert_eq!(
        listed.collect::<Vec<_>>(),
        [
            "11 ← 8 đơn vị trả lời câu 1: SXD → SGD; phối hợp: SXD | 08:11, 22/03/2024, người ghi: thư ký; lý do: đúng lĩnh vực",
            "12 ← 6 nội dung câu 2: “Hai” → “Hai, nói lại” | 08:12, 22/03/2024, người ghi: thư ký; lý do: nghe nhầm",
            "15 ← 14 câu trả lời cho câu 1: “Năm dự án” → “Sáu dự án” | 08:15, 22/03/2024, người ghi: thư ký; lý do: đếm lại",
            "16 ← 4 đại biểu 1: Mai → Mai, Đại học | 08:16, 22/03/2024, người ghi: thư ký",
            "20 ← 19 hoàn tác bước 19: không tiếp nhận câu 4; lý do: trùng | 08:20, 22/03/2024, người ghi: thư ký; lý do: bấm nhầm",
            "21 ← 19 làm lại bước 19: không tiếp nhận câu 4; lý do: trùng | 08:21, 22/03/2024, người ghi: thư ký; lý do: đúng là trùng"
        ]
    );
}

#[test]
fn a_correction_of_a_correction_replaces_the_latest_version() {
    let session = session_of(&format!(
        "{MORNING}{}",
        r#"
        8:10 {"command":"edit_question","question":1,"text":"Một b"}
        8:11 {"command":"edit_question","question":1,"text":"Một c"}
        8:12 {"command":"undo"}
        8:13 {"command":"edit_question","question":1,"text":"Một d"}
        "#
    ));
    let listed = corrections(&session)
        .into_iter()
        .map(|one| correction_sentence(Lang::En, &correction(Lang::En, &one, &session)));
    assert_eq!(
        listed.collect::<Vec<_>>(),
        [
            "text of question 1: “Một” → “Một b”",
            "event 11 undone: question 1 now reads “Một c”",
            "text of question 1: “Một b” → “Một d”"
        ]
    );
}
