//! Tests of the minutes: the whole page, and the order of the form.

use super::minutes;
use crate::i18n::Lang;
use crate::paper::kind::Format;
use crate::paper::office::{IssuingOffice, OfficeForm, PublicationTerm};
use crate::paper::tests::{DIALOGUE, rendered, source_of};
use crate::session::Session;
use crate::session::fixture::session_of;

fn closed() -> Session {
    session_of(&format!("{DIALOGUE}\n9:30 {{\"command\": \"close\"}}"))
}

fn office(form: OfficeForm) -> IssuingOffice {
    let text = |words: &str| Some(words.to_owned());
    IssuingOffice {
        superior: text("Thành phố Cần Thơ"),
        body: text("Ủy ban nhân dân"),
        symbol: text("UBND"),
        minutes_number: text("12"),
        conclusion_number: None,
        place: text("Cần Thơ"),
        form,
        chair_title: text("Chủ tịch"),
        secretary_title: None,
        recipients: Some(vec!["Các sở, ban, ngành".to_owned()]),
        publish_within: PublicationTerm::default(),
    }
}

#[test]
fn a_closed_dialogue_has_these_minutes() {
    let (session, office) = (closed(), office(OfficeForm::State));
    let text = rendered(minutes(source_of(&session), &office, Lang::Vi), Format::Text);
    assert_eq!(text, include_str!("dialogue.vi.txt"));
}

#[test]
fn the_elements_of_the_form_stand_in_its_order() {
    let (session, blank) = (closed(), IssuingOffice::default());
    let text = rendered(minutes(source_of(&session), &blank, Lang::Vi), Format::Text);
    let mut from = 0;
    for element in [
        "CỘNG HÒA XÃ HỘI",
        "Số: \u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/BB-…",
        "Độc lập - Tự do - Hạnh phúc",
        "BIÊN BẢN",
        "Thời gian bắt đầu",
        "Địa điểm",
        "Thành phần tham dự",
        "Chủ tọa",
        "Thư ký",
        "08:00  Khai mạc",
        "kết thúc vào",
        "THƯ KÝ",
        "CHỦ TỌA",
        "Nơi nhận:",
        "- Lưu: VT, Hồ sơ.",
    ] {
        let found = text[from..].find(element);
        from += found.unwrap_or_else(|| panic!("{element} is not after what precedes it: {text}"));
    }
}

#[test]
fn the_partys_head_is_another() {
    let (session, office) = (closed(), office(OfficeForm::Party));
    let text = rendered(minutes(source_of(&session), &office, Lang::Vi), Format::Text);
    assert!(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && text.contains("Số 12-BB/UBND"), "{text}");
    assert!(text.contains("Cần Thơ, ngày 22 tháng 3 năm 2024"), "{text}");
    assert!(!text.contains("CỘNG HÒA"), "{text}");
}

#[test]
fn minutes_of_a_session_that_goes_on_say_so_and_are_not_signed() {
    let (session, blank) = (session_of(DIALOGUE), IssuingOffice::default());
    let text = rendered(minutes(source_of(&session), &blank, Lang::Vi), Format::Text);
    assert!(text.contains("Bản chưa hoàn chỉnh") && !text.contains("CHỦ TỌA"), "{text}");
}
