//! Suggestions: names, traps, what routes teach, and texts that mean nothing.

use proptest::prelude::*;

use super::{Confidence, Suggester};
use crate::search::knowledge::{ResponderKnowledge, of_roster, shipped};
use crate::search::office::Offices;
use crate::search::parts::parts;
use crate::search::past::PastSession;
use crate::session::Session;
use crate::session::fixture::session_of;

const RESPONDERS: &str = r#"
    8:00 {"command":"open","title":"Đối thoại"}
    8:00 {"command":"add_responder","responder":{"id":"nv","name":"Sở Nội vụ","kind":"agency"}}
    8:00 {"command":"add_responder","responder":{"id":"tp","name":"Sở Tư pháp","kind":"agency"}}
    8:00 {"command":"add_responder","responder":{"id":"ca","name":"Công an thành phố Cần Thơ","kind":"agency"}}
    8:00 {"command":"add_responder","responder":{"id":"xd","name":"Sở Xây dựng","kind":"agency"}}
    8:00 {"command":"add_responder","responder":{"id":"yt","name":"Sở Y tế","kind":"agency"}}
"#;

fn suggester(session: &Session) -> Suggester {
    Suggester::of(
        Offices::of([shipped()], session.state().responders()),
        [&PastSession::of(session)],
    )
}

fn first(session: &Session, text: &str) -> (String, Confidence, Vec<String>) {
    let first = suggester(session).suggest(text).into_iter().next().expect("a suggestion");
    (first.responder.0, first.confidence, first.words)
}

#[test]
fn an_old_name_or_an_abbreviation_leads_to_its_successor_whatever_else_is_said() {
    let session = session_of(RESPONDERS);
    for (text, lead, name) in [
        ("Sở Lao động cho hỏi đường hư, cầu sập thì ai lo?", "nv", "Sở Lao động"),
        ("so giao thong tra loi vu tram y te thieu bac si", "xd", "so giao thong"),
        ("Nhờ Sở LĐTBXH xem giùm lý lịch tư pháp", "nv", "Sở LĐTBXH"),
    ] {
        let (responder, confidence, words) = first(&session, text);
        assert_eq!((responder.as_str(), confidence), (lead, Confidence::Clear), "{text}");
        assert_eq!(words, [name]);
    }
}

#[test]
fn the_judicial_record_is_the_polices_though_it_sounds_like_the_department_of_justice() {
    let session = session_of(RESPONDERS);
    let (responder, _, words) = first(&session, "Em làm lý lịch tư pháp ba tuần chưa có kết quả");
    assert_eq!(responder, "ca");
    assert!(words.iter().any(|words| words.contains("lý lịch tư pháp")), "{words:?}");
}

#[test]
fn text_without_diacritics_leads_to_the_same_office() {
    let session = session_of(RESPONDERS);
    for text in ["Trạm y tế xã thiếu bác sĩ, thiếu thuốc", "tram y te xa thieu bac si, thieu thuoc"]
    {
        assert_eq!(first(&session, text).0, "yt", "{text}");
    }
}

#[test]
fn where_the_right_office_is_not_invited_no_other_is_clear() {
    let session = session_of(RESPONDERS);
    let found = suggester(&session).suggest("Cúp điện hoài, điện yếu không chạy nổi máy bơm");
    assert!(found.iter().all(|it| it.confidence < Confidence::Clear), "{found:?}");
}

#[test]
fn a_route_teaches_and_a_second_route_teaches_that_the_first_was_wrong() {
    let asked =
        r#"8:01 {"command":"ask_question","question":1,"text":"Vụ zibzab ở khu tám tới đâu rồi?"}"#;
    let routed =
        |lead: &str| format!(r#"8:02 {{"command":"route_question","question":1,"lead":"{lead}"}}"#);
    let text = "Cho hỏi vụ zibzab khu tám";
    let once = session_of(&[RESPONDERS, asked, "\n", &routed("yt")].concat());
    assert_eq!(first(&once, text).0, "yt");
    let twice = session_of(&[RESPONDERS, asked, "\n", &routed("yt"), "\n", &routed("xd")].concat());
    let found = suggester(&twice).suggest(text);
    assert_eq!(found.first().map(|it| it.responder.0.as_str()), Some("xd"));
    let undone = session_of(
        &[
            RESPONDERS,
            asked,
            "\n",
            &routed("yt"),
            "\n",
            &routed("xd"),
            "\n8:03 {\"command\":\"undo\"}",
        ]
        .concat(),
    );
    assert_eq!(first(&undone, text).0, "yt");
}

#[test]
fn a_roster_of_the_folder_adds_to_what_the_program_knows() {
    let session = session_of(RESPONDERS);
    let text = r#"[{"name":"Sở Y tế","kind":"agency","keywords":["bệnh zibzab"]}]"#;
    let roster: Vec<ResponderKnowledge> = of_roster(text).expect("a roster");
    let offices = Offices::of([shipped(), &roster], session.state().responders());
    let found = Suggester::of(offices, [&PastSession::of(&session)]).suggest("zibzab");
    assert_eq!(found.first().map(|it| it.responder.0.as_str()), Some("yt"));
}

#[test]
fn several_matters_are_taken_apart_where_the_next_begins_and_one_is_left_whole() {
    let session = session_of(RESPONDERS);
    let suggester = suggester(&session);
    let text = "Xin hỏi: thứ nhất, bao giờ sửa đường liên xã đầy ổ gà; thứ hai, trạm y tế thiếu bác sĩ thì khám ở đâu?";
    let found = parts(&suggester, text);
    let leads: Vec<_> = found
        .iter()
        .filter_map(|part| part.suggestions.first().map(|it| it.responder.0.as_str()))
        .collect();
    assert_eq!(leads, ["xd", "yt"]);
    assert!(found.iter().all(|part| text.contains(&part.text)));
    assert!(
        parts(&suggester, "Trạm y tế xã thiếu bác sĩ. Bao giờ có thêm? Xin trả lời.").is_empty()
    );
}

#[test]
fn what_means_nothing_suggests_nobody() {
    let suggester = suggester(&session_of(RESPONDERS));
    for text in ["", "   ", "…?!", "qwrtz"] {
        assert!(suggester.suggest(text).is_empty(), "{text}");
        assert!(parts(&suggester, text).is_empty(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_typed_the_words_shown_stand_in_it(text in "(?s)[đường nhà ở Y t\u{300}-\u{30f},.;?]{0,60}|.{0,40}") {
        let session = session_of(RESPONDERS);
        let suggester = Suggester::of(Offices::of(None, session.state().responders()), [&PastSession::of(&session)]);
        for suggestion in suggester.suggest(&text) {
            for words in suggestion.words {
                prop_assert!(text.contains(&words));
            }
        }
        for part in parts(&suggester, &text) {
            prop_assert!(text.contains(&part.text));
        }
    }
}
