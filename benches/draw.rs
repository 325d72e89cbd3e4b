//! How long one frame takes, beside a bare list of as many rows.

#[path = "../tests/support/memory.rs"]
mod support;

use doithoai::i18n::Lang;
use doithoai::session::number::QuestionNo;
use doithoai::tui::model::Screen;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::widgets::{List, ListState};

use support::session::SessionBuilder;
use support::stage::desk_of;

const QUESTIONS: u32 = 500;

fn main() {
    divan::main();
}

fn words(number: u32) -> String {
    format!(
        "Câu hỏi thứ {number}: nhà ở xã hội cho thanh niên công nhân bao giờ có, thưa đồng chí?"
    )
}

#[divan::bench]
fn desk_of_five_hundred_questions(bencher: divan::Bencher) {
    let mut built = SessionBuilder::opened("Đối thoại");
    built.responder("a", "Sở Xây dựng", "Sở XD", "nhà ở");
    for number in 1..=QUESTIONS {
        built.asks("Mai", "Đại học Cần Thơ", &words(number));
    }
    built.routes(1, "a", &[]).calls(1);
    let mut app = desk_of(&built, Lang::Vi);
    if let Screen::Desk(desk) = &mut app.screen {
        desk.choose(QuestionNo(400));
    }
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a terminal");
    bencher.bench_local(|| {
        terminal
            .draw(|frame| {
                divan::black_box(doithoai::tui::view::draw(frame, &app, Some(&built.session)));
            })
            .map(drop)
    });
}

#[divan::bench]
fn bare_list_of_five_hundred_rows(bencher: divan::Bencher) {
    let rows: Vec<String> = (1..=QUESTIONS).map(words).collect();
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).expect("a terminal");
    bencher.bench_local(|| {
        terminal
            .draw(|frame| {
                let list = List::new(rows.iter().map(String::as_str)).highlight_symbol("▌");
                let mut state = ListState::default().with_selected(Some(399));
                frame.render_stateful_widget(list, frame.area(), &mut state);
            })
            .map(drop)
    });
}
