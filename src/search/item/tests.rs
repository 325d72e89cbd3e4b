//! Tests of searching a small session.

use super::{Found, SessionItem, SessionSearch, found, statements_and_conclusions, text_of};
use crate::import::command::read_line;
use crate::search::index::TextKind;
use crate::session::Session;
use crate::session::command::{Moment, Occasion};

const COMMANDS: &str = r#"
{"command":"open","title":"Đối thoại"}
{"command":"add_responder","responder":{"id":"xd","name":"Sở Xây dựng","short":"SXD","kind":"agency"}}
{"command":"ask_question","text":"Xe buýt có vào khu công nghiệp không?","theme":"Giao thông","asker":{"name":"Nguyễn Thị Mai"}}
{"command":"give_answer","question":1,"by_responder":"xd","text":"Từ quý ba sẽ có thêm một tuyến đi Trà Nóc."}
{"command":"assign_task","text":"Rà soát giá nhà trọ quanh trường","lead":"xd"}
{"command":"record_conclusion","text":"Thống nhất mở thêm tuyến buýt.","questions":[1]}
{"command":"make_statement","by_responder":"xd","text":"Ngành xây dựng xin ghi nhận."}
{"command":"progress_task","task":1,"progress":"partly","text":"Đã khảo sát ba phường"}
"#;

fn session() -> Session {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let occasion = Occasion::new(Moment::Clock(at), "thư ký", "00");
    let mut session = Session::new();
    for line in COMMANDS.lines().filter(|line| !line.is_empty()) {
        let command = read_line(line.as_bytes()).expect("a command").command;
        for recorded in session.decide(command, &occasion).expect("permitted") {
            session.apply(recorded).expect("admitted");
        }
    }
    session
}

/// What the words are found in, and the words emphasised there.
fn texts(typed: &str) -> Vec<(TextKind, String)> {
    let session = session();
    let state = session.state();
    let shown = found(state, typed).into_iter().filter_map(|one| text_of(state, one, typed));
    shown
        .map(|text| {
            let words: Vec<&str> =
                text.excerpt.found.iter().map(|place| &text.excerpt.text[place.clone()]).collect();
            (text.kind, words.join("|"))
        })
        .collect()
}

#[test]
fn questions_answers_askers_tasks_statements_and_conclusions_are_found_with_the_matching_words() {
    let one = |kind, words: &str| vec![(kind, words.to_owned())];
    assert_eq!(texts("tuyen di"), one(TextKind::Answer, "tuyến|đi"));
    assert_eq!(texts("giao thong"), one(TextKind::Theme, "Giao|thông"));
    assert_eq!(texts("thi mai"), one(TextKind::Question, ""), "the asker stands beside the text");
    assert_eq!(texts("nha tro"), one(TextKind::Task, "nhà|trọ"));
    assert_eq!(texts("khao sat"), one(TextKind::Progress, "khảo|sát"));
    assert_eq!(texts("ghi nhan"), one(TextKind::Statement, "ghi|nhận"));
    assert_eq!(texts("thong nhat"), one(TextKind::Conclusion, "Thống|nhất"));
    assert_eq!(
        texts("buyt"),
        [(TextKind::Question, "buýt".into()), (TextKind::Conclusion, "buýt".into())]
    );
}

#[test]
fn a_task_is_found_by_who_leads_it_and_a_statement_by_who_made_it() {
    let session = session();
    let found = found(session.state(), "sxd");
    let kinds: Vec<bool> =
        found.iter().map(|one| matches!(one, Found::Item(SessionItem::Task(_)))).collect();
    assert_eq!(kinds, [true, false]);
}

#[test]
fn statements_and_conclusions_stand_in_the_order_in_which_they_were_recorded() {
    let session = session();
    let all = statements_and_conclusions(session.state());
    assert!(matches!(all.as_slice(), [SessionItem::Conclusion(_), SessionItem::Statement(_)]));
}

#[test]
fn phrases_filters_and_misspelt_words_are_looked_for_as_in_every_other_search() {
    let one = |kind, words: &str| vec![(kind, words.to_owned())];
    assert_eq!(texts("\"xe buyt\" is:answered"), one(TextKind::Question, "Xe buýt"));
    assert_eq!(texts("by:\"so xay\" quy"), one(TextKind::Answer, "quý"));
    assert_eq!(texts("by:mai buyt theme:giao"), one(TextKind::Question, "buýt"));
    assert_eq!(texts("theme:nha"), []);
    assert_eq!(texts("khoa sat"), one(TextKind::Progress, "khảo|sát"));
    assert_eq!(
        texts("tuyeen"),
        [(TextKind::Answer, "tuyến".to_owned()), (TextKind::Conclusion, "tuyến".to_owned()),]
    );
}

#[test]
fn a_search_in_steps_finds_what_a_search_at_once_finds_in_the_same_order() {
    let session = session();
    let state = session.state();
    for typed in ["buyt", "nh", "nha", "1", "xay dung", "is:answered", ""] {
        let mut search = SessionSearch::of(typed);
        let mut stepped = Vec::new();
        while !search.is_done() {
            let first = stepped.first().copied();
            let kept = search.step(state, 1, &mut stepped, 0);
            assert!(first.is_none_or(|first| stepped[kept] == first), "{typed}");
        }
        assert_eq!(stepped, found(state, typed), "{typed}");
    }
}
