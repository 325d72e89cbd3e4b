//! Tests of finding, in a small session.

use super::{ResponderField, matches, people, questions, responders};
use crate::import::command::read_line;
use crate::session::Session;
use crate::session::command::{Moment, Occasion};
use crate::session::number::{DelegateNo, QuestionNo};

const COMMANDS: &str = r#"
{"command":"open","title":"Đối thoại"}
{"command":"add_responder","responder":{"id":"xd","name":"Sở Xây dựng","short":"SXD","kind":"agency","aliases":["Sở Giao thông"],"remit":["nhà ở xã hội, nhà trọ","xe buýt"]}}
{"command":"add_responder","responder":{"id":"xp","name":"Ủy ban nhân dân xã, phường","kind":"agency","remit":["nhà trọ, hẻm, đèn đường"]}}
{"command":"add_responder","responder":{"id":"khcn","name":"Sở Khoa học và Công nghệ","short":"Sở KH&CN","kind":"agency","remit":["chuyển đổi số"]}}
{"command":"ask_question","text":"Nhà ở xã hội cho công nhân?","theme":"Nhà ở","asker":{"name":"Nguyễn Thị Mai","unit":"Đại học Cần Thơ"}}
{"command":"ask_question","text":"Đèn đường hẻm 1 tối quá","asker":{"name":"Đỗ Văn Đức","unit":"Phường An Khánh"}}
{"command":"ask_question","text":"Xe buýt?","asker":{"name":"Nguyễn Thị Mai","unit":"Đại học Cần Thơ"}}
{"command":"ask_question","text":"Học bổng?"}
{"command":"give_answer","question":4,"by_responder":"khcn","text":"Có học bổng chuyển đổi số."}
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

fn found(query: &str) -> Vec<(String, ResponderField, String)> {
    let found = responders(session().state(), query);
    found.into_iter().map(|(id, why)| (id.0, why.field, why.excerpt)).collect()
}

fn numbers(query: &str) -> Vec<u32> {
    questions(session().state(), query).into_iter().map(|QuestionNo(number)| number).collect()
}

#[test]
fn a_responder_is_found_by_a_remit_typed_without_marks() {
    let words = "nhà ở xã hội".to_owned();
    assert_eq!(found("nha o").first(), Some(&("xd".to_owned(), ResponderField::Remit, words)));
}

#[test]
fn of_a_remit_of_several_matters_only_those_that_were_met_are_told() {
    let told = |query: &str| found(query).into_iter().find(|(id, ..)| id == "xd").map(|it| it.2);
    assert_eq!(told("nha"), Some("nhà ở xã hội, nhà trọ".to_owned()));
    assert_eq!(told("tro"), Some("nhà trọ".to_owned()));
    assert_eq!(told("buyt"), Some("xe buýt".to_owned()));
}

#[test]
fn a_name_comes_before_a_remit_and_an_old_name_is_known() {
    let found_by = |query: &str| found(query).first().map(|(id, field, _)| (id.clone(), *field));
    assert_eq!(found_by("so giao"), Some(("xd".to_owned(), ResponderField::Alias)));
    assert_eq!(found_by("xa"), Some(("xp".to_owned(), ResponderField::Name)));
    assert_eq!(found_by("sxd"), Some(("xd".to_owned(), ResponderField::Short)));
}

#[test]
fn a_whole_word_in_a_remit_comes_before_the_beginning_of_another_in_a_name() {
    let ids: Vec<String> = found("nha").into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["xd", "xp"]);
}

#[test]
fn words_scattered_over_name_and_remit_still_find() {
    let ids: Vec<String> = found("khoa so chuyen").into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["khcn"]);
}

#[test]
fn nothing_typed_finds_every_responder_in_the_order_of_the_roster() {
    let ids: Vec<String> = found("").into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["xd", "xp", "khcn"]);
    assert!(found("bệnh viện").is_empty());
}

#[test]
fn people_are_found_by_name_or_unit_and_who_asked_last_comes_first() {
    let found = |query: &str| people(session().state(), query);
    assert_eq!(found("duc"), [DelegateNo(2)]);
    assert_eq!(found("mai can tho"), [DelegateNo(1)]);
    assert_eq!(found(""), [DelegateNo(1), DelegateNo(2)]);
    assert_eq!(found("an"), [DelegateNo(2), DelegateNo(1)], "An Khánh, then the middle of Cần");
}

#[test]
fn a_question_is_found_by_its_words_its_answer_its_asker_or_its_number() {
    assert_eq!(numbers("cong nhan"), [1]);
    assert_eq!(numbers("mai"), [1, 3]);
    assert_eq!(numbers("chuyển đổi"), [4]);
    assert_eq!(numbers("mai xe"), [3]);
    assert_eq!(numbers("câu 3"), [3]);
}

#[test]
fn a_number_finds_its_question_before_those_that_only_mention_it() {
    assert_eq!(numbers("1"), [1, 2]);
}

#[test]
fn candidates_that_begin_with_the_query_come_first() {
    let themes = ["Việc làm", "Nhà ở", "Ký túc xá, nhà trọ", "Xã hội"];
    let found = matches("nha", themes.iter().enumerate().map(|(place, theme)| (place, *theme)));
    assert_eq!(found, [1, 2]);
}

#[test]
fn themes_and_units_used_before_are_found_by_the_beginnings_of_their_words() {
    let session = session();
    let state = session.state();
    let themes: Vec<&str> = state.questions().filter_map(|q| q.theme.as_deref()).collect();
    let first = themes.first().expect("a theme");
    let typed: String = first.chars().take(2).collect();
    let found = super::themes(state, &typed);
    assert!(found.iter().any(|theme| theme == first), "{found:?}");
    let mut once = found.clone();
    once.dedup();
    assert_eq!(found, once);
    assert!(super::units(state, "zzz").is_empty());
}
