//! What a small window keeps in sight.

use crate::support::stage::Stage;
use doithoai::i18n::Lang;

const ASKED: [&str; 3] = [
    r#"{"command":"ask_question","text":"Nhà trọ quá đắt, sinh viên năm nhất ở đâu?"}"#,
    r#"{"command":"ask_question","text":"Quỹ nghiên cứu"}"#,
    r#"{"command":"route_question","question":2,"lead":"so-khcn"}"#,
];

/// The last line of the screen.
fn footer(stage: &mut Stage, columns: u16, rows: u16) -> String {
    let screen = stage.screen(columns, rows);
    screen.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_number_of_the_question_on_the_floor_shows_in_every_window() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("1<Enter>c");
    for (columns, rows) in [(120, 36), (80, 24), (60, 15), (44, 12), (38, 5)] {
        let screen = stage.screen(columns, rows);
        let line = screen.lines().find(|line| line.contains('●')).unwrap_or_default();
        assert!(line.contains("1 Nhà"), "{columns}×{rows}\n{screen}");
        assert!(!line.contains("đang phát biểu"), "said twice:\n{screen}");
    }
}

#[test]
fn eighty_columns_show_the_undo_beside_what_is_likely_for_the_question() {
    for lang in [Lang::Vi, Lang::En] {
        let mut stage = Stage::with(&ASKED);
        stage.model.lang = lang;
        let word = if lang == Lang::Vi { "u hoàn tác" } else { "u undo" };
        // Unrouted, ready to be called, on the floor, and being answered.
        for keys in ["1<Enter>", "2<Enter>", "c", "aCó<Esc>"] {
            stage.keys(keys);
            let line = footer(&mut stage, 80, 24);
            assert!(line.contains(word), "{keys}: {line}");
        }
    }
}

#[test]
fn the_title_of_the_session_is_left_out_last() {
    let mut stage = Stage::with(&ASKED);
    for (lang, paused) in [(Lang::Vi, "TẠM DỪNG"), (Lang::En, "PAUSED")] {
        stage.model.lang = lang;
        for (columns, rows) in [(120, 36), (80, 24), (60, 15), (44, 12), (40, 10)] {
            let screen = stage.screen(columns, rows);
            let line = screen.lines().next().unwrap_or_default();
            assert!(line.contains("Đối thoại") && line.contains("2/2"), "{columns}: {line}");
            assert!(line.contains("0:0"), "the clock runs at {columns}: {line}");
        }
        let mut stage = stage.clone();
        stage.run(r#"{"command":"pause"}"#);
        let screen = stage.screen(44, 12);
        assert!(screen.contains(paused), "{screen}");
    }
}

#[test]
fn a_narrow_replay_keeps_the_title_and_the_moment_and_leaves_out_the_idle_limit() {
    let mut stage = Stage::replay_of_the_morning();
    let screen = stage.screen(62, 15);
    let line = screen.lines().next().unwrap_or_default();
    assert!(line.contains("Đối thoại") && line.contains("bước 1/44"), "{line}");
    assert!(!line.contains("trống"), "{line}");
    assert!(stage.wide().contains("trống ≤ 3 giây"));
}

#[test]
fn the_way_back_to_a_draft_is_said_even_where_the_sentence_is_cut() {
    let mut stage = Stage::with(&ASKED);
    stage.keys("ncâu dở<Esc>");
    assert!(stage.screen(44, 12).contains("D để mở"), "{}", stage.screen(44, 12));
    stage.model.lang = Lang::En;
    assert!(stage.screen(60, 15).contains("D reopens it"), "{}", stage.screen(60, 15));
}
