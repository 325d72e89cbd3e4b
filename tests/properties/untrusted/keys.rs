//! Any input at the desk: each byte is a key, a paste, a click, what a terminal sent, a slow disk or another window
//! size.

use std::sync::LazyLock;
use std::time::Duration;

use doithoai::session::Session;
use doithoai::tui::model::Message;
use doithoai::tui::model::bindings::BINDINGS;
use doithoai::tui::model::key::{Code, Key};
use doithoai::tui::runtime::input::TerminalInput;
use doithoai::tui::runtime::input::parser::Parser;
use doithoai::tui::runtime::input::typed_read::{TypedInput, TypedRead};

use crate::support::stage::Stage;

/// Every key that means something somewhere, and letters.
static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let mut names: Vec<&str> = BINDINGS.iter().flat_map(|row| row.keys.iter().copied()).collect();
    names.sort_unstable();
    names.dedup();
    let mut keys: Vec<Key> = names.into_iter().filter_map(Key::parse).collect();
    let letters = "aeđ1+/\u{301}漢👍 ".chars().map(|letter| Key::plain(Code::Char(letter)));
    keys.extend(letters);
    keys.extend([Code::Backspace, Code::Delete, Code::F(12)].map(Key::plain));
    keys
});

const PASTED: [&str; 5] =
    ["Nhà trọ quá đắt", "một\r\nhai\tba", "\u{1b}[31m\u{202e}\0", "+10d", "👩‍👩‍👧a\u{301}\u{301}"];

/// Less and more than what the parser waits for.
const PAUSES: [Duration; 3] =
    [Duration::from_millis(1), Duration::from_millis(60), Duration::from_secs(2)];

const SIZES: [(u16, u16); 6] = [(120, 36), (80, 24), (44, 12), (30, 6), (7, 3), (1, 1)];

/// No input breaks the desk or the record.
pub(crate) fn survives(bytes: &[u8]) {
    let mut stage = Stage::with(&[
        r#"{"command":"ask_question","asker":{"name":"Mai","unit":"ĐHCT"},"text":"Nhà trọ?"}"#,
        r#"{"command":"ask_question","text":"Xe buýt?"}"#,
        r#"{"command":"route_question","question":1,"lead":"so-xd"}"#,
        r#"{"command":"assign_task","text":"Rà soát"}"#,
    ]);
    let mut terminal = Sending::default();
    for (place, byte) in bytes.iter().enumerate() {
        let more = usize::from(bytes.get(place + 1).copied().unwrap_or_default());
        match usize::from(*byte) {
            250..=255 => draw(&mut stage, more),
            245..=249 => click(&mut stage, more),
            240..=244 => paste(&mut stage, more),
            236..=239 => stage.slow = true,
            232..=235 => stage.caught_up(),
            228..=231 => hurry(&mut stage, more),
            220..=227 => terminal.send(&mut stage, &bytes[place + 1..], byte - 219),
            number => {
                stage.input(Message::Key(KEYS[number % KEYS.len()]));
            }
        }
    }
    stage.caught_up();
    stage.screen(120, 36);
    assert!(Session::replayed(stage.session.history()).is_ok());
}

/// A terminal that sends any bytes, whole or in pieces, and falls silent between them.
#[derive(Default)]
struct Sending {
    parser: Parser,
    at: Duration,
}

impl Sending {
    fn send(&mut self, stage: &mut Stage, bytes: &[u8], pieces: u8) {
        let sent = &bytes[..bytes.len().min(usize::from(pieces) * 8)];
        for piece in sent.chunks(usize::from(pieces)) {
            let read = self.parser.feed(piece, self.at);
            Self::tell(stage, read);
            self.at += PAUSES[usize::from(piece[0]) % PAUSES.len()];
            let late = self.parser.expire(self.at);
            Self::tell(stage, late);
            if self.parser.deadline().is_none() {
                stage.input(Message::Silence);
            }
        }
    }

    fn tell(stage: &mut Stage, read: Vec<TerminalInput>) {
        let mut typed = TypedRead::new(read);
        while let Some(input) = typed.next(&stage.model) {
            if let TypedInput::Message(message) = input {
                stage.input(message);
            }
        }
    }
}

fn draw(stage: &mut Stage, more: usize) {
    let (columns, rows) = SIZES[more % SIZES.len()];
    stage.screen(columns, rows);
}

fn paste(stage: &mut Stage, more: usize) {
    stage.paste(PASTED[more % PASTED.len()]);
}

fn hurry(stage: &mut Stage, more: usize) {
    stage.hurried(more.is_multiple_of(2));
}

fn click(stage: &mut Stage, more: usize) {
    let (columns, rows) = SIZES[more % 2];
    let at = u16::try_from(more * 131).unwrap_or_default();
    let Some(over) = stage.under(columns, rows, at % columns, at / 7 % rows) else { return };
    stage.input(match more % 3 {
        0 => Message::Scroll { over, lines: 3 },
        1 => Message::Scroll { over, lines: -3 },
        _ => Message::Click(over),
    });
}
