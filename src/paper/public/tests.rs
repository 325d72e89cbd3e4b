//! The public edition as a whole: what it holds of a session's delegates, and that the record is the same otherwise.

use super::{MaskedKind, PublicChoices, PublicEdition, ShownNames, ShownUnits};
use crate::i18n::Lang;
use crate::paper::public::personal::PersonalKind;
use crate::record::retold::retold;
use crate::session::Session;
use crate::session::fixture::session_of;
use crate::text::json;

const HOSTILE: &str = r#"
    8:00 {"command": "open", "title": "Đối thoại với Nguyễn Thị Mai", "chair": "Trần Văn An", "plan": "gọi 0901 234 567"}
    8:00 {"command": "add_responder", "responder": {"id": "a", "name": "Sở Xây dựng", "kind": "agency", "remit": ["nhà ở"]}}
    8:01 {"command": "ask_question", "text": "Em là Nguyễn Thị Mai, 0901234567, mai@ctu.edu.vn, ở số 12 đường 3/2", "theme": "của Nguyễn Thị Mai", "asker": {"name": "Nguyễn Thị Mai", "unit": "Lớp của Lê Bình", "seat": "B12"}}
    8:02 {"command": "ask_question", "text": "Như NGUYEN THI MAI đã nói", "asker": {"name": "Lê Bình", "seat": "C3"}}
    8:03 {"command": "correct_delegate", "delegate": 1, "name": "Nguyễn Thị Bích Mai"}
    8:04 {"command": "route_question", "question": 1, "lead": "a", "why": "Nguyễn Thị Mai hỏi"}
    8:05 {"command": "give_answer", "question": 1, "by_responder": "a", "text": "Trả lời bạn Nguyễn Thị Mai", "spoken_by": {"name": "Lê Bình", "post": "Giám đốc"}}
    8:06 {"command": "decline_question", "question": 2, "why": "gửi về CCCD 092123456789"}
    8:07 {"command": "undo"}
    8:08 {"command": "assign_task", "text": "Gặp Nguyễn Thị Mai, STK 123456", "lead": "a"}
"#;

fn edition(choices: PublicChoices) -> PublicEdition {
    PublicEdition::of(&session_of(HOSTILE), choices, Lang::Vi).expect("an edition")
}

fn all_words(session: &Session) -> String {
    let mut words = String::new();
    for event in session.history() {
        let told = retold(event, &mut |_, text| {
            words.push_str(text);
            words.push('\n');
            text.to_owned()
        });
        assert!(told.is_some());
    }
    words
}

#[test]
fn no_word_of_the_edition_holds_what_is_masked() {
    for names in [ShownNames::Numbers, ShownNames::Initials] {
        for units in [ShownUnits::Kept, ShownUnits::Dropped] {
            let words = all_words(&edition(PublicChoices { names, units }).session);
            for secret in ["Mai", "MAI", "Bình,", "B12", "C3", "0901", "ctu.edu", "0921", "123456"]
            {
                assert!(!words.contains(secret), "{secret} is in\n{words}");
            }
            assert_eq!(words.contains("Lớp của"), units == ShownUnits::Kept);
            assert!(words.contains("số 12 đường 3/2"), "addresses are told, not masked");
            assert!(words.contains("Trần Văn An") && words.contains("Lê Bình\n"), "officials stay");
        }
    }
}

#[test]
fn delegates_are_called_by_number_or_by_initials_everywhere() {
    let words = all_words(&edition(PublicChoices::default()).session);
    assert!(words.contains("Em là đại biểu 1, [số điện thoại], [thư điện tử], ở số 12"), "{words}");
    assert!(words.contains("Như đại biểu 1 đã nói"), "{words}");
    let choices = PublicChoices { names: ShownNames::Initials, ..PublicChoices::default() };
    let words = all_words(&edition(choices).session);
    assert!(words.contains("Trả lời bạn N.T.B.M."), "{words}");
}

#[test]
fn what_is_not_personal_is_the_same_event_for_event() {
    let (session, edition) = (session_of(HOSTILE), edition(PublicChoices::default()));
    let outline = |session: &Session| -> Vec<_> {
        let events = session.history().iter();
        events.map(|it| (it.seq, it.at, it.event.name(), it.envelope.clone())).collect()
    };
    assert_eq!(outline(&session), outline(&edition.session));
    let count = |kind| edition.counts().iter().find(|it| it.kind == kind).map(|it| it.count);
    assert_eq!(count(MaskedKind::Seat), Some(3), "the correction repeats a seat");
    assert_eq!(count(MaskedKind::Data(PersonalKind::Telephone)), Some(2));
    assert_eq!(count(MaskedKind::Data(PersonalKind::Mail)), Some(1));
    assert_eq!(count(MaskedKind::Unit), None);
    assert_eq!(edition.addresses.len(), 1);
}

#[test]
fn nothing_is_lost_of_a_text_that_is_as_long_as_a_text_may_be() {
    let phones = "0901234567 ".repeat(1818);
    let text = json::line(&phones.trim_end());
    let asked = format!(r#"8:01 {{"command": "ask_question", "text": {text}}}"#);
    let session = session_of(&format!("8:00 {{\"command\": \"open\", \"title\": \"Đ\"}}\n{asked}"));
    let edition = PublicEdition::of(&session, PublicChoices::default(), Lang::Vi);
    let words = all_words(&edition.expect("an edition").session);
    assert_eq!(words.matches('…').count(), 1818);
    assert!(!words.contains("0901"));
}

#[test]
fn a_name_that_reaches_into_a_mail_address_is_masked_with_it() {
    let session = session_of(
        r#"
        8:00 {"command": "open", "title": "Đối thoại"}
        8:01 {"command": "ask_question", "text": "Em là Nguyễn Thị Mai @zalo.me, a@b.vn", "asker": {"name": "Nguyễn Thị Mai"}}
        "#,
    );
    let edition = PublicEdition::of(&session, PublicChoices::default(), Lang::Vi);
    let words = all_words(&edition.expect("an edition").session);
    assert!(words.contains("Em là [thư điện tử], [thư điện tử]"), "{words}");
}
