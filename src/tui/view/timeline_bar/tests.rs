//! Tests of the bar: short sessions, and the lines they make.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{TimelineBar, draw};
use crate::i18n::Lang;
use crate::review::timeline::Timeline;
use crate::session::Session;
use crate::session::fixture::session_of;
use crate::tui::model::{Target, Theme};
use crate::tui::view::canvas::Canvas;
use crate::tui::view::{HitMap, use_ascii_signs};

const MORNING: &str = r#"
8:00 {"command":"open","title":"Đối thoại"}
8:01 {"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","kind":"agency"}}
8:06 {"command":"make_statement","by_responder":"so-xd","text":"Khai mạc"}
8:08 {"command":"ask_question","question":16,"channel":"floor","kind":"question","text":"Một"}
8:08 {"command":"ask_question","question":17,"channel":"floor","kind":"question","text":"Hai"}
8:09 {"command":"ask_question","question":18,"channel":"floor","kind":"question","text":"Ba"}
8:12 {"command":"call_question","question":17}
8:16 {"command":"start_answer","question":17,"by_responder":"so-xd"}
8:21 {"command":"give_answer","question":17,"text":"Trả lời"}
8:23 {"command":"call_question","question":18}
8:27 {"command":"edit_question","question":18,"text":"Ba, sửa"}
8:31 {"command":"defer_question","question":18,"due_text":"tháng sau"}
8:34 {"command":"pause"}
8:50 {"command":"resume"}
8:53 {"command":"call_question","question":16}
8:58 {"command":"start_answer","question":16,"by_responder":"so-xd"}
9:02 {"command":"give_answer","question":16,"text":"Trả lời","quality":"partial"}
9:05 {"command":"assign_task","text":"Nhiệm vụ"}
9:08 {"command":"assign_task","text":"Nhiệm vụ nữa"}
9:12 {"command":"record_conclusion","text":"Thống nhất"}
9:15 {"command":"undo"}
9:18 {"command":"record_conclusion","text":"Thống nhất lại"}
9:20 {"command":"close"}
"#;

const LINE_40: &str =
    "08:00   S 17   18  ‖ ›16   TT¬ uK■ 09:20\n      ────✓▒▒▒▲¶▒▒▒───½▒▒▒────────";
const LINE_80: &str = "08:00      S     17         18  e      ‖   ›  16          T  T   ¬  u  K ■ 09:20\n      ───────────✓▒▒▒▒▒▒▒▒▲─¶▒▒▒▒▒▒▒▒─────────½▒▒▒▒▒▒▒▒▒──────────────────";
const LINE_120: &str = "08:00          S        17               18    e          ‖       ›    16                T    T     ¬    u   K   ■ 09:20\n      ──────────────────✓▒▒▒▒▒▒▒▒▒▒▒▒▒▲──¶▒▒▒▒▒▒▒▒▒▒▒▒▒────────────────½▒▒▒▒▒▒▒▒▒▒▒▒▒▒────────────────────────────";
const PLAIN_80: &str =
    "08:00      S     17v        18w e      |   >  16~         T  T   !  u  K ] 09:20";
const FILTERED_80: [&str; 2] = [
    "08:00      S     17         18  e      ‖   ›  16          T  T   ¬  u  K ■ 09:20",
    "      ┈┈┈┈┈┈┈─┈┈┈A┈┈┈┈┈┈┈┈┈┈¶▒▒▒▒▒▒▒▲┈┈┈┈┈┈┈┈┈½┈┈┈┈┈┈┈┈B┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
];
const REBUILT_80: [&str; 2] = [
    "1          S            17        18 e     ‖   ›  16       T   T  ¬  u  K   ■ 23",
    "  ──────────────────────✓▒▒▒▒▒▲───¶▒▒▒▒▒▒─────────½▒▒▒▒▒▒────────────────────",
];
const LATER_80: [&str; 2] = [
    "08:00     S    17       18  e     ‖   › 16        T T   ¬ u  K■   ┆n 09:00 02/05",
    "      ─────────✓▒▒▒▒▒▒▒▲¶▒▒▒▒▒▒▒────────½▒▒▒▒▒▒▒▒───────────────────",
];
const SIX_60: [&str; 2] = [
    "08:00        1       2       3       4       5      6  08:06",
    "      ───────✓▒──────✓───────▲───────✓───────✓──────✓▒",
];
const SIXTY_60: [&str; 2] = [
    "08:00 1+4 6+4 11+5 17+5 23+6 30+5 36+6 43+5 49+5 55+5  09:00",
    "      ✓✓▲2✓✓✓2✓✓2✓✓✓2✓✓✓2✓✓2✓✓✓2✓✓2✓✓✓2✓✓✓2✓✓2✓✓✓2✓✓✓▒",
];
const HUNDREDS_60: [&str; 2] = [
    "08:00 1+41 43+50 94+50 145+59 205+58 264+59 324+58 ×18 14:40",
    "      ▲8898989898989898989898989898989898989898989898▒",
];

fn bar(position: usize) -> TimelineBar<'static> {
    TimelineBar { position, a: None, b: None, stretches: None, damaged: false, live: false }
}

fn drawn_in(session: &Session, bar: &TimelineBar, area: Rect, theme: Theme) -> (Buffer, HitMap) {
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, theme, Lang::Vi);
    draw(&mut canvas, area, &Timeline::of(session), bar);
    let hit_map = canvas.hit_map;
    if theme == Theme::Ascii {
        use_ascii_signs(&mut buffer);
    }
    (buffer, hit_map)
}

fn drawn(session: &Session, bar: &TimelineBar, width: u16) -> Vec<String> {
    let (buffer, _) = drawn_in(session, bar, Rect::new(0, 0, width, 2), Theme::Dark);
    rows(&buffer)
}

fn rows(buffer: &Buffer) -> Vec<String> {
    let row = |y| {
        let cells = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol());
        cells.collect::<String>().trim_end().to_owned()
    };
    (0..buffer.area.height).map(row).collect()
}

/// A session in which so many questions are called and answered, one a minute.
fn crowded(questions: u32) -> Session {
    let mut lines = vec![
        r#"8:00 {"command":"open","title":"Đối thoại"}"#.to_owned(),
        r#"8:00 {"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","kind":"agency"}}"#.to_owned(),
    ];
    for number in 1..=questions {
        let clock = format!("{}:{:02}", 8 + number / 60, number % 60);
        lines.extend([
            format!(r#"{clock} {{"command":"ask_question","channel":"floor","kind":"question","text":"a"}}"#),
            format!(r#"{clock} {{"command":"call_question","question":{number}}}"#),
            format!(r#"{clock} {{"command":"give_answer","question":{number},"by_responder":"so-xd","text":"b"}}"#),
        ]);
    }
    session_of(&lines.join("\n"))
}

#[test]
fn the_whole_morning_is_told_at_every_width() {
    let session = session_of(MORNING);
    let line = |width| drawn(&session, &bar(9), width).join("\n");
    assert_eq!(line(40), LINE_40);
    assert_eq!(line(80), LINE_80);
    assert_eq!(line(120), LINE_120);
}

#[test]
fn without_colour_the_same_is_told_in_plain_letters_and_one_row_shows_the_position_on_the_line() {
    let session = session_of(MORNING);
    let (buffer, _) = drawn_in(&session, &bar(9), Rect::new(0, 0, 80, 1), Theme::Ascii);
    assert_eq!(rows(&buffer), [PLAIN_80]);
    let below = LINE_80.lines().nth(1).unwrap_or_default();
    let position = below.chars().position(|sign| sign == '▲').unwrap_or_default();
    let reversed = (0..80).filter(|x| buffer[(*x, 0)].modifier.contains(Modifier::REVERSED));
    assert_eq!(reversed.collect::<Vec<_>>(), [u16::try_from(position).expect("a column")]);
}

#[test]
fn a_filter_dots_what_it_leaves_out_and_the_two_moments_compared_stand_on_the_line() {
    let stretches = [4..5, 10..13];
    let compared = TimelineBar { a: Some(7), b: Some(17), stretches: Some(&stretches), ..bar(12) };
    assert_eq!(drawn(&session_of(MORNING), &compared, 80), FILTERED_80);
}

#[test]
fn the_end_says_that_the_record_is_damaged_or_still_goes_on() {
    let session = session_of(MORNING);
    let end = |bar: &TimelineBar, width| {
        let row = drawn(&session, bar, width).remove(0);
        row.chars().skip(usize::from(width) - 22).collect::<String>()
    };
    assert_eq!(end(&TimelineBar { damaged: true, ..bar(9) }, 80), " ■ 09:20 ✗ hỏng từ đây");
    assert_eq!(end(&TimelineBar { damaged: true, ..bar(9) }, 40), "‖ ›16  TT ¬uK■ 09:20 ✗");
    assert_eq!(end(&TimelineBar { live: true, ..bar(9) }, 80), "  K ■ 09:20 ● đang ghi");
}

#[test]
fn a_session_rebuilt_from_a_source_shows_the_numbers_of_its_events_and_spreads_them() {
    let rebuilt = MORNING
        .lines()
        .map(|line| match line.split_once(' ') {
            Some((_, command)) => format!("8:00 {command}\n"),
            None => String::new(),
        })
        .collect::<String>()
        .replace(r#""title":"Đối thoại""#, r#""title":"Đối thoại","source":"báo""#);
    assert_eq!(drawn(&session_of(&rebuilt), &bar(9), 80), REBUILT_80);
}

#[test]
fn what_happened_after_a_long_time_stands_behind_a_break_with_its_day() {
    let news = r#"{"command":"progress_task","task":1,"progress":"done"}"#;
    let session = session_of(&format!("{MORNING}\n2024-05-02 9:00 {news}"));
    assert_eq!(drawn(&session, &bar(9), 80), LATER_80);
}

#[test]
fn signs_and_turns_too_many_for_their_cells_are_counted() {
    assert_eq!(drawn(&crowded(6), &bar(9), 60), SIX_60);
    assert_eq!(drawn(&crowded(60), &bar(9), 60), SIXTY_60);
    assert_eq!(drawn(&crowded(400), &bar(9), 60), HUNDREDS_60);
}

#[test]
fn every_cell_of_the_line_leads_to_a_moment_from_the_first_to_the_last() {
    let session = session_of(MORNING);
    let timeline = Timeline::of(&session);
    for width in 0..=300 {
        let area = Rect::new(0, 0, width, 2);
        for session in [&session, &Session::new()] {
            drawn_in(session, &bar(99), area, Theme::Dark);
        }
        let (_, hit_map) = drawn_in(&session, &bar(99), area, Theme::Dark);
        let cells: Vec<(u16, u16)> = hit_map
            .regions
            .iter()
            .filter_map(|(_, target)| match target {
                Target::Bar { cell, of } => Some((*cell, *of)),
                _ => None,
            })
            .collect();
        assert!(
            cells
                .iter()
                .zip(0..)
                .all(|((cell, of), place)| { *cell == place && usize::from(*of) == cells.len() })
        );
        if let [(first, of), .., (last, _)] = cells.as_slice() {
            assert_eq!(timeline.moment_at_cell(*first, *of), 0);
            assert_eq!(timeline.moment_at_cell(*last, *of), timeline.moments());
        }
    }
}
