//! Any keys at a replay: each byte is a key, a paste, time that passes, or another window size.

use std::sync::LazyLock;

use doithoai::record::scan::scan;
use doithoai::session::Session;
use doithoai::tui::model::bindings::BINDINGS;
use doithoai::tui::model::key::{Code, Key};
use doithoai::tui::model::{Effect, Message};

use crate::support::stage::Stage;

static SESSION: LazyLock<Session> = LazyLock::new(|| {
    let read = scan(include_bytes!("../../../sessions/can-tho-thanh-nien-11.json"));
    read.expect("the shipped session").record.session().clone()
});

/// Every key that means something somewhere, and letters of moments and searches.
static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let mut names: Vec<&str> = BINDINGS.iter().flat_map(|row| row.keys.iter().copied()).collect();
    names.sort_unstable();
    names.dedup();
    let letters = "0189:#+-qđ\u{301}漢 ".chars().map(|letter| Key::plain(Code::Char(letter)));
    names.into_iter().filter_map(Key::parse).chain(letters).collect()
});

const SIZES: [(u16, u16); 6] = [(120, 36), (80, 24), (44, 12), (30, 6), (7, 3), (1, 1)];
const PASTED: [&str; 4] = ["#12", "8:42", "\u{1b}[31m\u{202e}", "nhà trọ\nquá đắt"];

/// No input breaks the replay, and none of it asks for an event.
pub(crate) fn survives(bytes: &[u8]) {
    let mut stage = Stage::replay_of(&SESSION, false);
    for (place, byte) in bytes.iter().enumerate() {
        let more = bytes.get(place + 1).copied().unwrap_or_default();
        match *byte {
            250..=255 => {
                let (columns, rows) = SIZES[usize::from(more) % SIZES.len()];
                stage.screen(columns, rows);
            }
            245..=249 => {
                stage.input(Message::Passed { millis: 1 << (more % 32) });
            }
            242..=244 => {
                stage.paste(PASTED[usize::from(more) % PASTED.len()]);
            }
            number => {
                stage.input(Message::Key(KEYS[usize::from(number) % KEYS.len()]));
            }
        }
    }
    stage.screen(120, 36);
    assert!(!stage.asked.iter().any(|effect| matches!(effect, Effect::Submit { .. })));
    assert_eq!(stage.session.last_seq(), SESSION.last_seq(), "the replay writes nothing");
}
