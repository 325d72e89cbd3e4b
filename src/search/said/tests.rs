//! Searching what was said: words, phrases, filters, spelling, and what does not stand.

use super::{SaidKind, SaidQuery};
use crate::session::Session;
use crate::session::fixture::session_of;

const SAID: &str = r#"
8:00 {"command":"open","title":"Đối thoại nhà ở"}
8:01 {"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","short":"SXD","kind":"agency","remit":["nhà ở xã hội"]}}
8:02 {"command":"ask_question","asker":{"name":"Nguyễn Thị Mai","unit":"Đại học Cần Thơ"},"theme":"Nhà ở","text":"Nhà ở xã hội cho thanh niên bao giờ có?"}
8:03 {"command":"ask_question","asker":{"name":"Ðinh Văn Ðức","unit":"Y Ƀŏ Niê"},"text":"Nhà trọ đắt quá, thưa ông Ðức."}
8:04 {"command":"give_answer","question":1,"by_responder":"so-xd","text":"Ba dự án NHÀ Ở sẽ khởi công."}
8:05 {"command":"defer_question","question":2,"by_responder":"so-xd"}
8:06 {"command":"assign_task","text":"Rà soát nhà trọ","lead":"so-xd"}
8:07 {"command":"record_conclusion","text":"Nhà ở là việc chung."}
8:08 {"command":"make_statement","by_responder":"so-xd","text":"Sở sẽ công khai giá nhà."}
8:09 {"command":"ask_question","text":"Câu hỏi nhầm về nhà ở."}
8:10 {"command":"undo"}
"#;

fn found(session: &Session, typed: &str) -> Vec<(SaidKind, u64, Option<u32>)> {
    let hits = SaidQuery::of(typed).search(session.state());
    hits.iter().map(|hit| (hit.kind, hit.seq.0, hit.question.map(|it| it.0))).collect()
}

#[track_caller]
fn assert_kinds(typed: &str, expected: &[SaidKind]) {
    let found = found(&session_of(SAID), typed);
    let kinds: Vec<SaidKind> = found.iter().map(|hit| hit.0).collect();
    assert_eq!(kinds, expected, "{typed}: {found:?}");
}

#[test]
fn words_are_found_in_everything_said_that_stands_and_in_nothing_else() {
    use SaidKind::{Answer, Conclusion, Question, Statement, Task};
    assert_kinds("nha", &[Question, Answer, Question, Statement, Conclusion, Task]);
    assert_kinds("o NHÀ", &[Question, Answer, Conclusion, Question]);
    assert_kinds("nham", &[]);
    assert_kinds("", &[]);
}

#[test]
fn a_phrase_in_quotes_stands_as_it_is_typed() {
    assert_kinds("\"nha o\"", &[SaidKind::Question, SaidKind::Answer, SaidKind::Conclusion]);
    assert_kinds("“o nha”", &[]);
    assert_kinds("\"a o\"", &[]);
}

#[test]
fn filters_narrow_by_agency_unit_theme_status_and_speaker() {
    use SaidKind::{Answer, Question, Statement, Task};
    assert_kinds("nha by:\"so xay\"", &[Answer, Statement, Task]);
    assert_kinds("agency:sxd is:answered", &[Question, Answer]);
    assert_kinds("agency:so-xd dat", &[]);
    assert_kinds("is:deferred", &[Question]);
    assert_kinds("theme:nha unit:\"can tho\"", &[Question, Answer]);
    assert_kinds("by:mai", &[Question]);
}

#[test]
fn letters_that_do_not_decompose_are_known() {
    assert_kinds("duc", &[SaidKind::Question]);
    assert_kinds("by:\"dinh van duc\"", &[SaidKind::Question]);
    assert_kinds("unit:\"bo nie\"", &[SaidKind::Question]);
}

#[test]
fn a_misspelt_word_is_found_after_one_that_is_typed_right() {
    let session = session_of(SAID);
    let all = SaidQuery::of("thnah niên").search(session.state());
    assert_eq!(all.iter().map(|hit| hit.kind).collect::<Vec<_>>(), [SaidKind::Question]);
    assert!(all.iter().all(|hit| hit.score < 1.0));
    for typed in ["than nien", "thanhh nien", "thqnh nien"] {
        assert_eq!(found(&session, typed).len(), 1, "{typed}");
    }
    assert!(found(&session, "nho").is_empty());
}
