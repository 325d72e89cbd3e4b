//! Tests of event sentences: commands in, the last event's sentence out.

use serde_json::json;

use crate::i18n::Lang;
use crate::import::command::read_line;
use crate::session::Session;
use crate::session::command::{Moment, Occasion};

/// The sentence of the last event after these commands, one by one.
fn sentences(commands: &[serde_json::Value]) -> [String; 2] {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let occasion = Occasion::new(Moment::Clock(at), "thư ký", "00");
    let mut session = Session::new();
    for command in commands {
        let command = read_line(command.to_string().as_bytes()).expect("a command").command;
        for recorded in session.decide(command, &occasion).expect("permitted") {
            session.apply(recorded).expect("admitted");
        }
    }
    let last = session.history().last().expect("an event");
    [Lang::Vi, Lang::En].map(|lang| lang.event_sentence(last, &session))
}

fn beginning() -> Vec<serde_json::Value> {
    vec![
        json!({"command": "open", "title": "Đối thoại", "number": 11, "place": "Cần Thơ"}),
        json!({"command": "add_responder",
               "responder": {"id": "khcn", "name": "Sở Khoa học và Công nghệ", "kind": "agency"}}),
        json!({"command": "add_responder",
               "responder": {"id": "td", "name": "Thành Đoàn", "kind": "agency"}}),
        json!({"command": "ask_question", "text": "Quỹ nghiên cứu?",
               "asker": {"name": "Nguyễn Thị Mai", "unit": "Đại học Cần Thơ", "seat": "B12"}}),
    ]
}

fn after(more: &[serde_json::Value]) -> [String; 2] {
    sentences(&[beginning(), more.to_vec()].concat())
}

#[test]
fn the_sentence_of_a_question_names_its_asker_and_quotes_its_text() {
    let [vi, en] = after(&[]);
    assert_eq!(
        vi,
        "câu 1 (trực tiếp) của Nguyễn Thị Mai, Đại học Cần Thơ, ghế B12: “Quỹ nghiên cứu?”"
    );
    assert_eq!(
        en,
        "question 1 (in the hall) from Nguyễn Thị Mai, Đại học Cần Thơ, seat B12: “Quỹ nghiên cứu?”"
    );
}

#[test]
fn a_route_names_its_units_and_a_second_one_says_that_it_is_one() {
    let first = json!({"command": "route_question", "question": 1, "lead": "td"});
    let second = json!({"command": "route_question", "question": 1, "lead": "khcn",
                        "support": ["td"], "why": "thuộc khoa học"});
    assert_eq!(
        after(std::slice::from_ref(&first))[0],
        "phân công Thành Đoàn chủ trì trả lời câu 1"
    );
    assert_eq!(
        after(&[first, second])[0],
        "phân công lại: Sở Khoa học và Công nghệ chủ trì trả lời câu 1, phối hợp: Thành Đoàn; \
         lý do: thuộc khoa học"
    );
}

#[test]
fn an_undo_names_what_it_undoes_and_a_redo_what_it_redoes() {
    let called = json!({"command": "call_question", "question": 1});
    let undo = json!({"command": "undo", "why": "bấm nhầm"});
    let redo = json!({"command": "undo", "undoes": 7});
    let undone = [called, undo];
    assert_eq!(after(&undone)[0], "hoàn tác bước 6: câu 1 được mời phát biểu; lý do: bấm nhầm");
    assert_eq!(
        after(&[undone.as_slice(), &[redo]].concat())[1],
        "event 6 redone: question 1 called"
    );
}

#[test]
fn a_task_without_a_lead_or_a_date_says_so() {
    let task = json!({"command": "assign_task", "text": "Lập tổ công nghệ số", "questions": [1]});
    assert_eq!(
        after(&[task])[0],
        "nhiệm vụ 1: “Lập tổ công nghệ số”; chưa giao đơn vị chủ trì; chưa có thời hạn (câu 1)"
    );
}

#[test]
fn a_responder_whose_addition_was_undone_keeps_its_name_in_sentences() {
    let add = json!({"command": "add_responder",
                     "responder": {"id": "x", "name": "Sở Y tế", "kind": "agency"}});
    let route = json!({"command": "route_question", "question": 1, "lead": "x"});
    let undo = |seq: u32| json!({"command": "undo", "undoes": seq});
    let [vi, _] = after(&[add, route, undo(7), undo(6), undo(8), undo(10)][..4]);
    assert_eq!(vi, "hoàn tác bước 6: thêm Sở Y tế vào danh sách đơn vị trả lời");
}

#[test]
fn a_sentence_is_one_line_whatever_was_typed() {
    let asked = json!({"command": "ask_question", "text": "một\nhai\u{1b}[2J\u{202e}"});
    let [vi, _] = after(&[asked]);
    assert_eq!(vi, "câu 2 (trực tiếp) của người không nêu tên: “một␊hai␛[2J⟨U+202E⟩”");
}
