//! Stage → keys → screen: what the moderator sees after what the moderator typed, in both languages.

use crate::support::stage::Stage;
use doithoai::i18n::Lang;

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 16)];

const ASK: &str = r#"{"command":"ask_question","asker":{"name":"Trần Thị Mai","unit":"Đại học Cần Thơ"},"text":"Nhà trọ quá đắt"}"#;
const ROUTE: &str = r#"{"command":"route_question","question":1,"lead":"so-xd"}"#;

/// Types `keys` on a fresh stage at every size and language; the screen then shows `vi` or `en`, and none of `not`.
fn shows(commands: &[&str], keys: &str, vi: &[&str], en: &[&str], not: &[&str]) {
    for (lang, wanted) in [(Lang::Vi, vi), (Lang::En, en)] {
        for (columns, rows) in SIZES {
            let mut stage = Stage::with(commands);
            stage.model.lang = lang;
            stage.screen(columns, rows);
            stage.keys(keys);
            let screen = stage.screen(columns, rows);
            for words in wanted {
                assert!(screen.contains(words), "no {words:?} at {columns}×{rows}:\n{screen}");
            }
            for words in not {
                assert!(!screen.contains(words), "{words:?} at {columns}×{rows}:\n{screen}");
            }
        }
    }
}

#[test]
fn a_new_question_stands_in_the_queue_as_soon_as_it_is_recorded() {
    shows(
        &[],
        "nXe buýt chậm<Ctrl+S>",
        &["Xe buýt chậm", "CHƯA PHÂN CÔNG · 1", "đã lưu"],
        &["NOT ROUTED · 1", "saved"],
        &["Ctrl+S"],
    );
}

#[test]
fn the_form_opened_from_the_closing_list_is_what_is_seen() {
    shows(
        &[ASK, ROUTE],
        "Cd",
        &["Sở Xây dựng", "hạn"],
        &["Sở Xây dựng", "due"],
        &["╭ Kết thúc", "╭ Closing"],
    );
}

#[test]
fn who_is_on_the_floor_stays_in_sight_while_a_form_is_open() {
    shows(
        &[ASK, ROUTE],
        "cnCâu khác",
        &["ĐANG PHÁT BIỂU", "Câu khác"],
        &["ON THE FLOOR", "Câu khác"],
        &[],
    );
}

#[test]
fn a_refused_form_says_why_and_keeps_the_words() {
    shows(&[ASK], "eNhà trọ<Ctrl+S>x<Ctrl+S>", &["còn trống"], &["blank"], &[]);
}

#[test]
fn a_form_that_may_be_thrown_away_asks_over_the_form() {
    shows(&[], "nđang gõ<Ctrl+D>", &["Bỏ hẳn"], &["Discard what"], &[]);
}

#[test]
fn help_stands_over_an_open_form_and_goes_again() {
    shows(&[], "nđang gõ<F1>", &["Trợ giúp"], &["Help"], &["đang gõ"]);
    shows(&[], "nđang gõ<F1><Esc>", &["đang gõ"], &["đang gõ"], &[]);
}

#[test]
fn the_answer_is_typed_under_its_question_with_the_clock_running() {
    shows(
        &[ASK, ROUTE],
        "<Enter><Enter>Thành phố đang làm",
        &["1 Nhà trọ quá", "Thành phố đang làm"],
        &["Nhà trọ quá đắt"],
        &[],
    );
}

#[test]
fn search_shows_what_it_finds_without_diacritics() {
    shows(&[ASK], "/nha tro qua", &["Nhà trọ quá đắt"], &["Nhà trọ quá đắt"], &[]);
}

#[test]
fn closing_shows_the_fingerprint_and_asks_for_the_transcript() {
    shows(&[ASK, ROUTE], "C<Ctrl+S>", &["?"], &["?"], &["ĐANG PHÁT BIỂU ·"]);
}

#[test]
fn the_language_turns_at_a_key_and_back() {
    let mut stage = Stage::with(&[ASK]);
    stage.keys("<F3>");
    assert!(stage.screen(120, 36).contains("IN PROGRESS"));
    stage.keys("<F3>");
    assert!(stage.screen(120, 36).contains("ĐANG DIỄN RA"));
}
