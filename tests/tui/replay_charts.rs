//! The charts over a replay: all on one page or one at a time, of the moment or of the whole session.

use std::collections::BTreeSet;

use crate::support::session::whole_morning;
use crate::support::stage::Stage;
use doithoai::i18n::Lang;
use doithoai::session::command::Command;
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{NewConclusion, On};
use doithoai::tui::model::{Message, Target};

/// The titles of all charts in a language.
fn titles(lang: Lang) -> [&'static str; 7] {
    [
        lang.chart_outcomes(),
        lang.chart_themes(),
        lang.chart_responders(),
        lang.chart_waiting(),
        lang.chart_answering(),
        lang.chart_queue(),
        lang.chart_speaking(),
    ]
}

#[test]
fn all_charts_stand_on_one_page_where_there_is_room_and_one_at_a_time_elsewhere() {
    for lang in Lang::ALL {
        let mut stage = Stage::replay_of_the_morning();
        stage.model.lang = lang;
        stage.keys("<End>s");
        for (columns, rows) in [(120, 36), (160, 50)] {
            let page = stage.screen(columns, rows);
            for title in titles(lang) {
                assert!(page.contains(title), "no {title:?} in\n{page}");
            }
        }
        for (columns, rows) in [(80, 24), (60, 15), (40, 10)] {
            let mut seen = BTreeSet::new();
            for title in titles(lang) {
                let screen = stage.screen(columns, rows);
                assert!(screen.contains(title), "no {title:?} in\n{screen}");
                seen.insert(screen);
                stage.keys("<→>");
            }
            assert_eq!(seen.len(), 7, "each is another");
        }
    }
}

#[test]
fn one_key_enlarges_a_chart_and_shows_all_again() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("<End>s").shows("▸ Kết quả").shows("Enter phóng to").keys("<→>");
    stage.shows("▸ Nhóm vấn đề").keys("<Enter>");
    stage.shows("Biểu đồ 2/7").hides("Kết quả · ").shows("Enter tất cả").keys("<→>");
    stage.shows("Biểu đồ 3/7").keys("<Enter>").shows("Kết quả · ").hides("3/7");
    stage.keys("<Esc>").hides("Biểu đồ ·");
}

#[test]
fn the_charts_count_up_to_the_moment_or_the_whole_session_by_one_key() {
    let mut stage = Stage::replay_of_the_morning();
    let third = stage.moment_of("question_asked", 3);
    stage.keys(&format!("g{third}<Enter>s")).shows("Kết quả · 3 câu").shows("Biểu đồ · đến 08:08");
    stage.shows("w cả phiên").keys("w").shows("Kết quả · 10 câu").shows("Biểu đồ · cả phiên");
    stage.shows("w đến lúc này").keys("w").shows("Kết quả · 3 câu");
    let narrow = stage.screen(80, 24);
    assert!(narrow.contains("w cả phiên") && narrow.contains("1/7 · đến 08:08"), "{narrow}");
}

#[test]
fn open_charts_follow_the_moment_while_the_bar_is_scrubbed_or_the_replay_plays() {
    let mut stage = Stage::replay_of_the_morning();
    stage.keys("s").shows("Chưa có câu hỏi nào.");
    stage.input(Message::Click(Target::Bar { cell: 99, of: 100 })).shows("Kết quả · 10 câu");
    stage.keys("<Esc><Home><Space>s").shows("Chưa có câu hỏi nào.");
    stage.passes(3_000 * 8).shows("Kết quả · 3 câu");
}

#[test]
fn open_charts_grow_with_a_live_session() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    let calls = |number| Command::CallQuestion(On { question: QuestionNo(number) });
    let waited = |count: usize| format!("Thời gian chờ · {count} câu");
    stage.keys("s").shows(&waited(2)).goes_on(calls(5)).shows(&waited(3));
    stage.keys("<Esc><←><←>sw").shows(&waited(3)).goes_on(calls(7));
    stage.shows(&waited(4)).keys("w").shows(&waited(2)).goes_on(calls(4)).shows(&waited(2));
}

#[test]
fn all_charts_stand_on_one_page_however_long_the_moment_is_in_words() {
    let mut whole = whole_morning();
    let text = "Thống nhất mở thêm tuyến buýt và rà soát giá nhà trọ quanh các trường. ".repeat(9);
    whole.does(Command::RecordConclusion(NewConclusion { text, questions: Vec::new() }));
    let mut stage = Stage::replay_of(&whole.session, false);
    stage.keys("<End>s");
    for title in titles(Lang::Vi) {
        stage.shows(title);
    }
}
