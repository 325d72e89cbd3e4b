//! Terminal input: bytes become keys, pastes and mouse events, or nothing.
//!
//! The program reads the terminal's bytes itself. crossterm's reader was tried and cannot be filtered from outside:
//! it gives the late reply `ESC ]52;c;Y2F1 BEL` as the keys `Alt+]`, `5`, `2`, …, `c`, and waits without limit for
//! the end of a paste. `vte` parses what a program sends to a terminal: it has no time rules and does not say
//! whether a sequence is still open. So [`parser`] is a small state machine of our own, pure over bytes and time;
//! [`listen`] feeds it, and [`stray`] tells text that lost its way from keys. crossterm switches the terminal's
//! modes, and on systems other than Unix it still reads, with the same rule on what it gives.

pub mod parser;
pub mod stray;
pub mod typed_read;

#[cfg(any(not(unix), test))]
mod crossterm_events;
mod listen;
mod sequence;
mod utf8;

use std::time::Instant;

use crate::tui::model::key::{Code, Key};

pub use listen::listen;

/// What a person did at the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalInput {
    Key(Key),
    /// Text between the marks of a bracketed paste, or after the first mark until a second of silence.
    Paste(String),
    Mouse(Mouse),
}

/// A mouse event the program uses, with the cell it happened in, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub action: MouseAction,
    pub column: u16,
    pub row: u16,
}

/// What the mouse did, as far as the program uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAction {
    Press,
    /// Moved with the left button held.
    Drag,
    WheelUp,
    WheelDown,
}

/// What one read of the terminal gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TerminalRead {
    /// When the bytes came.
    pub at: Instant,
    pub inputs: Vec<TerminalInput>,
}

/// One spelling for the keys that arrive in several: Backspace comes as 0x7f or as 0x08 (Ctrl+H), alone or
/// after ESC; a bare line feed (Ctrl+J) is what a paste without brackets sends for Enter.
fn one_spelling(key: Key) -> Key {
    match key.code {
        Code::Char('h' | 'H') if key.ctrl => Key::plain(Code::Backspace),
        Code::Char('j' | 'J') if key.ctrl => Key::plain(Code::Enter),
        Code::Backspace => Key { alt: false, ..key }.tidied(),
        _ => key.tidied(),
    }
}
