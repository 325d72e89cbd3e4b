//! Tests of the search: a short session, and what is found in it.

use super::{Excerpt, Hit, Speaker, TextIndex, TextKind};
use crate::search::said::SaidQuery;
use crate::session::Session;
use crate::session::fixture::session_of;
use crate::session::number::{DelegateNo, QuestionNo};

const SAID: &str = r#"
8:00 {"command":"open","title":"Đối thoại","place":"Hội trường Thành ủy"}
8:01 {"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","kind":"agency"}}
8:02 {"command":"ask_question","asker":{"name":"Nguyễn Thị Mai","unit":"Đại học Cần Thơ"},"channel":"floor","kind":"question","text":"Nhà ở xã hội cho thanh niên\ncông nhân bao giờ có?"}
8:03 {"command":"ask_question","delegate":1,"channel":"slip","kind":"question","text":"Vì sao nhà trọ đắt?"}
8:04 {"command":"give_answer","question":1,"by_responder":"so-xd","text":"Ba dự án NHÀ Ở sẽ khởi công."}
8:05 {"command":"amend_answer","question":1,"text":"Hai dự án nhà ở sẽ khởi công.","why":"nói nhầm số dự án"}
8:06 {"command":"undo","why":"đính chính nhầm câu"}
8:07 {"command":"assign_task","text":"Rà soát nhà trọ","due_text":"trong quý hai"}
8:08 {"command":"pause","why":"giải lao"}
"#;

fn hits(session: &Session, typed: &str) -> Vec<Hit> {
    let said = TextIndex::of(session);
    let found = said.search(session, typed);
    found.into_iter().filter_map(|found| said.hit(session, found, typed)).collect()
}

/// What was found, with what was looked for in brackets.
fn shown(hit: &Hit) -> String {
    let mut text = hit.excerpt.text.clone();
    for range in hit.excerpt.found.iter().rev() {
        text.insert(range.end, ']');
        text.insert(range.start, '[');
    }
    text
}

#[track_caller]
fn assert_found(typed: &str, expected: &[&str]) {
    let found: Vec<String> = hits(&session_of(SAID), typed).iter().map(shown).collect();
    assert_eq!(found, expected, "{typed}");
}

#[test]
fn all_words_must_begin_words_of_one_text_in_whatever_order_without_case_or_marks() {
    assert_found(
        "o nha",
        &[
            "[Nhà] [ở] xã hội cho thanh niên công [nhâ]n bao giờ có?",
            "Ba dự án [NHÀ] [Ở] sẽ khởi công.",
            "Hai dự án [nhà] [ở] sẽ khởi công.",
        ],
    );
    assert_found("trọ nhà", &["Vì sao [nhà] [trọ] đắt?", "Rà soát [nhà] [trọ]"]);
    assert_found("khoi nha tro", &[]);
    assert_found("  ", &[]);
}

#[test]
fn names_titles_reasons_and_deadlines_are_searched_like_speeches() {
    assert_found("thanh uy", &["Hội trường [Thành] [ủy]"]);
    assert_found("so xay", &["[Sở] [Xây] dựng"]);
    assert_found("quy hai", &["trong [quý] [hai]"]);
    assert_found("dinh chinh", &["[đính] [chính] nhầm câu"]);
    assert_found("giai lao", &["[giải] [lao]"]);
}

#[test]
fn an_askers_name_is_found_where_it_was_written_down_and_at_every_later_question() {
    let session = session_of(SAID);
    let places = hits(&session, "mai can tho");
    let places: Vec<_> = places.iter().map(|hit| (hit.seq.0, hit.kind, hit.question)).collect();
    assert_eq!(places, [(3, TextKind::Delegate, None), (5, TextKind::Asker, Some(QuestionNo(2)))]);
}

#[test]
fn a_hit_says_who_spoke_and_whether_it_still_stands() {
    let session = session_of(SAID);
    let told = |typed: &str| {
        let hit = hits(&session, typed).remove(0);
        (hit.who, hit.question.map(|number| number.0), hit.undone)
    };
    let responder = Speaker::Responder("so-xd".into());
    assert_eq!(told("vi sao"), (Speaker::Delegate(DelegateNo(1)), Some(2), false));
    assert_eq!(told("ba du an"), (responder.clone(), Some(1), false));
    assert_eq!(told("hai du an"), (responder, Some(1), true));
    assert_eq!(told("nham cau"), (Speaker::Recorder("thư ký".into()), Some(1), false));
}

#[test]
fn an_excerpt_keeps_what_was_found_however_far_apart_and_leaves_out_the_rest() {
    let text = format!(
        "Kính thưa {}quỹ nhà {}ở đây {}",
        "a ".repeat(40),
        "b ".repeat(90),
        "c ".repeat(90)
    );
    let excerpt = Excerpt::of(&text, &SaidQuery::of("nha day"));
    let letters = |letter: &str, count: usize| [letter].repeat(count).join(" ");
    assert_eq!(
        excerpt.text,
        format!(
            "…{} quỹ nhà {} …{} ở đây {}…",
            letters("a", 12),
            letters("b", 44),
            letters("b", 13),
            letters("c", 44)
        )
    );
    let found = excerpt.found.iter().filter_map(|range| excerpt.text.get(range.clone()));
    assert_eq!(found.collect::<Vec<_>>(), ["nhà", "đây"]);
}

#[test]
fn an_index_that_grew_is_the_one_made_at_the_end() {
    let mut grown = TextIndex::default();
    let mut session = Session::new();
    for recorded in session_of(SAID).history() {
        session.apply(recorded.clone()).expect("it happened");
        grown.extend(&session);
    }
    for typed in ["nha", "mai", "a", "o"] {
        assert_eq!(grown.search(&session, typed), TextIndex::of(&session).search(&session, typed));
    }
}

#[test]
fn phrases_filters_and_misspelt_words_are_looked_for_as_in_every_other_search() {
    assert_found("\"nha tro\"", &["Vì sao [nhà trọ] đắt?", "Rà soát [nhà trọ]"]);
    assert_found(
        "agency:so-xd is:answered nha",
        &[
            "[Nhà] ở xã hội cho thanh niên công [nhâ]n bao giờ có?",
            "Ba dự án [NHÀ] Ở sẽ khởi công.",
            "Hai dự án [nhà] ở sẽ khởi công.",
            "nói [nhầ]m số dự án",
            "đính chính [nhầ]m câu",
        ],
    );
    assert_found(
        "by:mai nha",
        &["[Nhà] ở xã hội cho thanh niên công [nhâ]n bao giờ có?", "Vì sao [nhà] trọ đắt?"],
    );
    assert_found(
        "by:\"so xay\" khoi",
        &["Ba dự án NHÀ Ở sẽ [khởi] công.", "Hai dự án nhà ở sẽ [khởi] công."],
    );
    assert_found("thnah nien", &["Nhà ở xã hội cho [thanh] [niên] công nhân bao giờ có?"]);
}
