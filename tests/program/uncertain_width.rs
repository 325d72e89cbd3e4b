//! Letters that terminals give different widths: what a screen shows does not depend on what it showed before.

use crate::support::runner::Runner;
use crate::support::terminal::Terminal;

const DOWN: &str = "\x1b[B";
const CTRL_L: &str = "\x0c";
const CLEARED: &[u8] = b"\x1b[2J";
const COLUMNS: u16 = 100;
const ROWS: u16 = 30;

const TEXTS: [&str; 12] = [
    "ｶﾞｶﾞ",
    "ﾊﾟﾋﾟ trọ",
    "👩‍👩‍👧 gia đình",
    "👍🏽 tốt",
    "❤️ tim ☎️",
    "🇻🇳 cờ",
    "ﾞﾟ mở đầu",
    "x\u{302}\u{301}\u{323} dấu",
    "👨🏿‍🚀🏿 bay",
    "क्षि हिन्दी",
    "ᄀᆞ한글",
    "漢字 và chữ thường, dài hơn những chữ ở trên",
];

/// The rows under the clock, after these bytes.
fn rows(bytes: &[u8]) -> Vec<String> {
    let cells = |count: u16| std::num::NonZero::new(count).expect("cells");
    let mut parser = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0);
    parser.process(bytes);
    parser.screen().rows(0, COLUMNS).skip(1).collect()
}

fn clearings(bytes: &[u8]) -> Vec<usize> {
    let windows = bytes.windows(CLEARED.len()).enumerate();
    windows.filter(|(_, window)| *window == CLEARED).map(|(place, _)| place).collect()
}

/// Draws the screen anew; it must show what it shows.
fn equals_a_fresh_one(desk: &mut Terminal, what: &str) {
    let before = clearings(&desk.bytes()).len();
    desk.type_in(CTRL_L);
    // The keys stand in the last row, which is drawn last.
    desk.wait("for a fresh screen", |screen| screen.contains("trợ giúp"));
    while clearings(&desk.bytes()).len() == before {
        std::thread::yield_now();
    }
    desk.until("trợ giúp");
    let bytes = desk.bytes();
    let place = clearings(&bytes).pop().expect("a clearing");
    assert_eq!(rows(&bytes[..place]), rows(&bytes), "{what}");
}

#[test]
fn moving_among_letters_of_uncertain_width_leaves_the_screen_of_a_fresh_drawing() {
    let runner = Runner::new();
    runner.run(&["new", "hop.json", "--title", "Đối thoại thử"]).done();
    let ask =
        |text: &&str| serde_json::json!({"command": "ask_question", "text": text}).to_string();
    let commands = TEXTS.iter().map(ask).collect::<Vec<_>>().join("\n");
    runner.run_with(&["apply", "hop.json"], commands).done();
    let mut desk = runner.start(&["open", "hop.json"], COLUMNS, ROWS);
    desk.until("trợ giúp").type_in("\x1b[H").until("Câu 1 ·");
    for (place, text) in TEXTS.iter().enumerate() {
        desk.until(&format!("Câu {} ·", place + 1));
        equals_a_fresh_one(&mut desk, text);
        desk.type_in(DOWN);
    }
    desk.type_in("n").until("Ctrl+S");
    for (place, text) in TEXTS.iter().enumerate() {
        let end = format!("#{place}");
        desk.type_in(&format!("{text}{end}")).until(&end);
        equals_a_fresh_one(&mut desk, text);
        desk.type_in("\x01\x08").gone(&end);
    }
    desk.signal("TERM");
    assert_eq!(desk.end(), 143);
}
