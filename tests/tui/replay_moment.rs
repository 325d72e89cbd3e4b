//! The moment in words: whole, on as many lines as it takes, a correction as what it was and what it is.

use crate::support::session::whole_morning;
use crate::support::stage::Stage;
use doithoai::i18n::Lang;
use doithoai::session::command::Command;
use doithoai::session::payload::NewConclusion;
use doithoai::tui::model::Target;

const SIZES: [(u16, u16); 5] = [(120, 36), (100, 30), (80, 24), (60, 15), (40, 10)];

/// What a screen shows on its lines one after the other, blanks made one.
fn running(screen: &str) -> String {
    let words = screen.lines().flat_map(|line| line.trim_matches('"').split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_sentence_of_an_event_is_never_cut_where_the_window_can_hold_it() {
    for lang in Lang::ALL {
        let mut stage = Stage::replay_of_the_morning();
        stage.model.lang = lang;
        for moment in 1..=stage.session.history().len() {
            stage.keys(&format!("g{moment}<Enter>"));
            if stage.replay().correction.is_some() {
                continue;
            }
            let last = stage.session.history()[moment - 1].clone();
            let sentence = running(&lang.event_sentence(&last, &stage.session));
            for (columns, rows) in SIZES {
                let shown = running(&stage.screen(columns, rows));
                assert!(shown.contains(&sentence), "{sentence:?} at {columns}×{rows}:\n{shown}");
            }
        }
    }
}

#[test]
fn what_is_too_long_for_the_window_is_read_whole_by_the_key_that_is_shown() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    let text = (1..=400).map(|number| format!("chữ-{number}")).collect::<Vec<_>>().join(" ");
    stage.goes_on(Command::RecordConclusion(NewConclusion {
        text: text.clone(),
        questions: Vec::new(),
    }));
    for (columns, rows) in [(80, 24), (40, 10)] {
        let screen = stage.screen(columns, rows);
        assert!(screen.contains("… v đọc trọn") && !screen.contains("chữ-400"), "{screen}");
        let mut read = String::new();
        stage.keys("v");
        for _ in 0..400 {
            read.push_str(&stage.screen(columns, rows));
            stage.keys("<↓>");
        }
        for word in text.split(' ') {
            assert!(read.contains(word), "{word} at {columns}×{rows}");
        }
        stage.keys("<Esc>");
    }
}

#[test]
fn the_bar_stays_where_it_is_whatever_the_moment_says() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    let text = "Thống nhất ".repeat(60);
    stage.goes_on(Command::RecordConclusion(NewConclusion { text, questions: Vec::new() }));
    for (columns, rows) in SIZES {
        let bar = |stage: &mut Stage| {
            let is_bar = |stage: &mut Stage, row| {
                matches!(stage.under(columns, rows, columns / 2, row), Some(Target::Bar { .. }))
            };
            (0..rows).filter(|row| is_bar(stage, *row)).collect::<Vec<_>>()
        };
        stage.keys("<End>");
        let long = bar(&mut stage);
        stage.keys("<Home>");
        assert_eq!(long, bar(&mut stage), "{columns}×{rows}");
        assert_eq!(long.len(), if rows < 16 { 1 } else { 2 }, "time on the floor has a line");
    }
}

#[test]
fn a_correction_says_what_was_and_what_is_and_why() {
    let mut stage = Stage::replay_of_the_morning();
    let moment = stage.moment_of("question_edited", 1);
    stage.keys(&format!("g{moment}<Enter>"));
    stage.shows(
        "“xin den giao thong truoc cong truong” → “Xin đặt đèn giao thông trước cổng trường.”",
    );
    stage.shows("lý do: ghi lại có dấu");
    let amended = stage.moment_of("answer_amended", 1);
    stage.keys(&format!("g{amended}<Enter>"));
    stage.shows("trong tháng 7.” → “").shows("lý do: nói nhầm tháng");
    stage.keys("v").shows("−  “Thành ủy sẽ rà soát từng đồng chí trong tháng 7.”");
    stage.shows("+  “Thành ủy sẽ rà soát từng đồng chí trong tháng 8.”").shows("mc");
    stage.keys("<F3>").shows("The event").keys("<Esc>").hides("The event");
}

#[test]
fn a_correction_that_was_undone_later_is_told_at_its_moment_as_it_was_then() {
    let mut stage = Stage::replay_of(&whole_morning().session, true);
    let number = stage.session.history().iter().position(|it| it.event.name() == "question_edited");
    let edited = doithoai::session::number::Seq(number.expect("edited") as u64 + 1);
    stage.goes_on(Command::Undo { undoes: Some(edited), why: None });
    stage.keys(&format!("g{edited}<Enter>"));
    stage.shows("đã hoàn tác ở").shows("truong” → “Xin đặt đèn");
}
