//! The charts as a person sees them: literal screens at the sizes a terminal has, and none that breaks.

use crate::support::figures::DIALOGUE;
use crate::support::session::SessionBuilder;
use doithoai::i18n::Lang;
use doithoai::review::stats::{Chart, Stats};
use doithoai::session::Session;
use doithoai::tui::model::Theme;
use doithoai::tui::view::draw_chart;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const THEMES: [&str; 6] =
    ["nhà ở", "việc làm", "giao thông, hạ tầng và chiếu sáng đô thị", "học phí", "y tế", "số"];
const RESPONDERS: [&str; 5] =
    ["Sở Xây dựng", "Sở Nội vụ", "Thành Đoàn", "Sở Tài chính", "Ban Tổ chức Thành ủy"];

/// A morning of thirty questions on six matters for five responders.
fn morning() -> Stats {
    let mut told: Vec<(usize, String)> = Vec::new();
    for (place, name) in RESPONDERS.iter().enumerate() {
        let fields = format!("{{\"id\":\"r{place}\",\"name\":\"{name}\",\"kind\":\"agency\"}}");
        told.push((0, format!("\"add_responder\",\"responder\":{fields}")));
    }
    for question in 0..30 {
        let theme = THEMES[question * question / 3 % 6];
        told.push((question * 4, format!("\"ask_question\",\"theme\":\"{theme}\",\"text\":\"?\"")));
    }
    for question in 1..22 {
        let by = format!(
            "\"question\":{question},\"by_responder\":\"r{}\"",
            question * question / 3 % 5
        );
        let called = question * 6;
        told.push((called, format!("\"call_question\",\"question\":{question}")));
        told.push((called + 1, format!("\"start_answer\",{by}")));
        told.push((called + 2 + question % 4, format!("\"give_answer\",{by},\"text\":\"!\"")));
    }
    told.push((140, "\"defer_question\",\"question\":28".to_owned()));
    told.push((141, "\"withdraw_question\",\"question\":29,\"why\":\"?\"".to_owned()));
    told.sort_by_key(|(minute, _)| *minute);
    let line = |(minute, command): &(usize, String)| {
        let at = format!("2024-03-22T{:02}:{:02}:00+07:00", 8 + minute / 60, minute % 60);
        format!("{{\"at\":\"{at}\",\"command\":{command}}}\n")
    };
    Stats::of(&SessionBuilder::timed(&told.iter().map(line).collect::<String>(), None))
}

fn screen(stats: &Stats, chart: Chart, lang: Lang, theme: Theme, size: (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
    terminal.draw(|frame| draw_chart(frame, stats, chart, lang, theme)).expect("drawn");
    let buffer = terminal.backend().buffer();
    let rows = buffer.content.chunks(usize::from(size.0).max(1));
    let line = |row: &[ratatui::buffer::Cell]| {
        let text: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        format!("{}\n", text.trim_end())
    };
    rows.map(line).collect()
}

/// Every chart one under the other.
fn leafed(stats: &Stats, lang: Lang, theme: Theme, size: (u16, u16)) -> String {
    let sheets = Chart::ALL.map(|chart| screen(stats, chart, lang, theme, size));
    sheets.join(&format!("{}\n", "~".repeat(usize::from(size.0))))
}

/// `SCREENS=write cargo test --test tui charts` writes the expected screens anew, to be looked at.
#[track_caller]
fn assert_screens(name: &str, screens: &str) {
    let path = format!("{}/tests/figures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("SCREENS").is_some_and(|command| command == "write") {
        std::fs::write(path, screens).expect("written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(screens == expected, "{path} expects otherwise:\n{screens}");
}

#[test]
fn every_chart_is_readable_in_a_small_window() {
    assert_screens("charts.vi", &leafed(&morning(), Lang::Vi, Theme::Dark, (76, 16)));
}

#[test]
fn every_chart_is_readable_in_a_large_window() {
    assert_screens("charts.en", &leafed(&morning(), Lang::En, Theme::Light, (116, 28)));
}

#[test]
fn without_colours_every_sign_is_ascii_and_the_charts_say_the_same() {
    let screens = leafed(&morning(), Lang::En, Theme::Ascii, (76, 16));
    let foreign = |letter: &char| ('\u{2000}'..='\u{2bff}').contains(letter);
    assert_eq!(screens.chars().find(foreign), None, "{screens}");
    assert_screens("charts.plain", &screens);
}

#[test]
fn nothing_known_is_said_in_words() {
    let rebuilt = Stats::of(&SessionBuilder::timed(DIALOGUE, Some("báo")));
    let empty = Stats::of(&Session::new());
    let said = |stats: &Stats, chart| screen(stats, chart, Lang::Vi, Theme::Dark, (40, 8));
    for chart in [Chart::Waiting, Chart::Answering, Chart::Queue, Chart::Speaking] {
        assert!(said(&rebuilt, chart).contains("Phiên được lập lại"), "{}", said(&rebuilt, chart));
    }
    assert!(said(&empty, Chart::Themes).contains("Chưa có câu hỏi nào."));
    assert!(said(&empty, Chart::Waiting).contains("Chưa đo được lần nào."));
    assert!(said(&empty, Chart::Queue).contains("không câu nào phải chờ"));
    assert!(said(&empty, Chart::Speaking).contains("Chưa có lượt phát biểu"));
}

#[test]
fn no_size_of_window_breaks_a_chart() {
    let sessions =
        [morning(), Stats::of(&SessionBuilder::timed(DIALOGUE, None)), Stats::of(&Session::new())];
    for stats in &sessions {
        for chart in Chart::ALL {
            for size in (0..30).flat_map(|width| (0..12).map(move |height| (width * 3, height))) {
                screen(stats, chart, Lang::Vi, Theme::Dark, size);
                screen(stats, chart, Lang::En, Theme::Ascii, size);
            }
        }
    }
}

#[test]
fn untrusted_names_reach_no_cell_unsafe_and_leave_cells_for_the_bars() {
    let name = "\\u001b[2J\\u202e日本語の".to_owned() + &"長い主題".repeat(20);
    let asked = format!(
        "{{\"at\":\"2024-03-22T08:00:00+07:00\",\"command\":\"ask_question\",\"theme\":\"{name}\",\"text\":\"?\"}}"
    );
    let stats = Stats::of(&SessionBuilder::timed(&asked, None));
    let screen = screen(&stats, Chart::Themes, Lang::Vi, Theme::Dark, (40, 8));
    assert!(!screen.contains(['\u{1b}', '\u{202e}']), "{screen}");
    assert!(screen.contains("1 ████"), "{screen}");
}
