//! The parser of what a terminal sends: pure over bytes and the time they came.
//!
//! Keys, pastes and mouse events come out; string sequences (OSC, DCS, APC, PM, SOS) and replies (cursor, colours,
//! version, modes, focus, window) are swallowed, in their 7-bit and 8-bit forms, however they are split over reads.
//! Nothing of them is kept, so their length does not matter. Bytes that come together and bytes that come in
//! several reads at the same time give the same; only silence decides what is still open:
//!
//! | open | decided after | as |
//! |---|---|---|
//! | `ESC` alone | 20 ms | Esc |
//! | `ESC O` alone | 50 ms | Esc, then O |
//! | one of `[ ] P X ^ _` alone, up to a second after a lone Esc | 50 ms | that key |
//! | a sequence, a reply, part of a character | 1 s | nothing |
//! | a paste without its end | 1 s | the paste as it stands |
//! | the beginning of what is left of its end mark, after that second | 50 ms | keys |
//!
//! A string ends at ST, an OSC also at BEL, and at nothing else but silence: a title or a clipboard may hold any
//! other byte. A byte in 0x80–0x9f begins no character of UTF-8, so the 8-bit forms cannot be taken for text.

use std::time::Duration;

use super::TerminalInput;
use super::one_spelling;
use super::sequence::{csi, linux_key, ss3, x10_mouse};
use super::utf8::{CharacterStep, Utf8};
use crate::tui::model::key::{Code, Key};

/// How long an ESC may wait for the rest of a sequence: less than a person notices.
const ESCAPE_WAITS: Duration = Duration::from_millis(20);
/// How long two bytes that a person could have typed wait to be told from a sequence.
const PAIR_WAITS: Duration = Duration::from_millis(50);
/// The silence after which what is open is given up, and how long a lone Esc may be a sequence's beginning.
const SILENCE: Duration = Duration::from_secs(1);
/// Bytes of a paste that are kept. A field holds a quarter of it, so nothing that fits is cut.
const LONGEST_PASTE: usize = 1024 * 1024;
/// Bytes of the parameters of a key's sequence; a longer sequence is no key.
const LONGEST_PARAMETERS: usize = 64;

const PASTE_END: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
/// String terminator, as one byte.
const ST: u8 = 0x9c;

/// The parser.
#[derive(Debug, Default)]
pub struct Parser {
    state: ParserState,
    /// When the last byte came.
    heard: Duration,
    /// When an ESC that was followed by nothing was given as Esc, until another byte comes.
    lone_escape: Option<Duration>,
    /// The rest of a paste's end mark that was cut by a second of silence.
    late_end: &'static [u8],
}

#[derive(Debug, Default)]
enum ParserState {
    #[default]
    Ground,
    Character(Utf8),
    /// ESC came, and nothing after it yet.
    Escape,
    /// A byte that is a key, or goes on a sequence whose ESC was given as a key.
    Introducer(u8),
    /// `ESC O`, or its 8-bit form, which no key stands behind.
    SingleShift {
        typed: bool,
    },
    Control(Control),
    /// `ESC [ [`.
    LinuxKey,
    /// The bytes after `ESC [ M`.
    X10Mouse(Vec<u8>),
    Swallowing(Swallowing),
    Paste(Paste),
    /// So many bytes of `late_end` have come.
    LateEnd(usize),
}

/// A control sequence (`ESC [` …) so far.
#[derive(Debug, Default)]
struct Control {
    parameters: String,
    /// It holds what no key's sequence holds.
    foreign: bool,
}

/// A string sequence being swallowed.
#[derive(Debug, Default)]
struct Swallowing {
    ends_at_bell: bool,
    after_escape: bool,
    /// A character in it: its last bytes may look like ST.
    character: Option<Utf8>,
}

/// A bracketed paste so far.
#[derive(Debug, Default)]
struct Paste {
    bytes: Vec<u8>,
    /// Bytes of the end mark that have come.
    end: usize,
}

impl Parser {
    /// Takes what one read returned at that time; what it and the silence before it come to.
    pub fn feed(&mut self, bytes: &[u8], at: Duration) -> Vec<TerminalInput> {
        let mut given = self.expire(at);
        let Some(first) = bytes.first() else { return given };
        self.heard = at;
        let escape = self.lone_escape.take();
        match self.state {
            ParserState::Ground if goes_on_a_sequence(*first, escape, at) => {
                if bytes.len() == 1 {
                    self.state = ParserState::Introducer(*first);
                    return given;
                }
                self.state = ParserState::Escape;
            }
            ParserState::Introducer(introducer) => {
                self.state = ParserState::Escape;
                self.step(introducer, &mut given);
            }
            _ => {}
        }
        for byte in bytes {
            self.step(*byte, &mut given);
        }
        given
    }

    /// When [`Self::expire`] has something to say unless bytes come before.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        let wait = match self.state {
            ParserState::Ground | ParserState::LateEnd(0) => return None,
            ParserState::Escape => ESCAPE_WAITS,
            ParserState::Introducer(_)
            | ParserState::SingleShift { .. }
            | ParserState::LateEnd(1..) => PAIR_WAITS,
            _ => SILENCE,
        };
        Some(self.heard + wait)
    }

    /// What the silence until that time decides.
    pub fn expire(&mut self, at: Duration) -> Vec<TerminalInput> {
        let mut given = Vec::new();
        let Some(deadline) = self.deadline().filter(|deadline| *deadline <= at) else {
            return given;
        };
        match std::mem::take(&mut self.state) {
            ParserState::Escape => {
                push_key(&mut given, Code::Esc);
                self.lone_escape = Some(deadline);
            }
            ParserState::Introducer(byte) => self.step(byte, &mut given),
            ParserState::SingleShift { typed: true } => {
                push_key(&mut given, Code::Esc);
                push_key(&mut given, Code::Char('O'));
            }
            ParserState::Paste(paste) => {
                if paste.end > 0 {
                    self.late_end = &PASTE_END[paste.end..];
                    self.state = ParserState::LateEnd(0);
                }
                given.extend(paste.taken());
            }
            ParserState::LateEnd(came) => self.type_late_end(came, &mut given),
            _ => {}
        }
        given
    }

    fn step(&mut self, byte: u8, given: &mut Vec<TerminalInput>) {
        self.state = match std::mem::take(&mut self.state) {
            ParserState::Ground | ParserState::Introducer(_) => ground(byte, given),
            ParserState::Character(mut character) => match character.step(byte) {
                CharacterStep::Open => ParserState::Character(character),
                CharacterStep::Done(letter) => typed(letter, given),
                CharacterStep::Invalid { again: true } => ground(byte, given),
                CharacterStep::Invalid { again: false } => ParserState::Ground,
            },
            ParserState::Escape => after_escape(byte, given),
            ParserState::SingleShift { typed } => match byte {
                // Numbers of modifiers stand before the letter in some terminals.
                b'0'..=b'9' | b';' => ParserState::SingleShift { typed: false },
                ESC => ParserState::Escape,
                _ => ended(given, if typed { ss3(byte) } else { None }),
            },
            ParserState::Control(control) => control.step(byte, given),
            ParserState::LinuxKey => ended(given, linux_key(byte)),
            ParserState::X10Mouse(mut bytes) => {
                bytes.push(byte);
                match <[u8; 3]>::try_from(bytes) {
                    Ok(three) => ended(given, x10_mouse(three)),
                    Err(fewer) => ParserState::X10Mouse(fewer),
                }
            }
            ParserState::Swallowing(swallowing) => swallowing.step(byte),
            ParserState::Paste(paste) => paste.step(byte, given),
            ParserState::LateEnd(came) if self.late_end[came] == byte => {
                match came + 1 == self.late_end.len() {
                    true => ParserState::Ground,
                    false => ParserState::LateEnd(came + 1),
                }
            }
            ParserState::LateEnd(came) => {
                self.type_late_end(came, given);
                self.step(byte, given);
                return;
            }
        };
    }

    /// What began like the rest of an end mark and was none is typing.
    fn type_late_end(&mut self, came: usize, given: &mut Vec<TerminalInput>) {
        let typed = &self.late_end[..came];
        self.state = ParserState::Ground;
        for byte in typed {
            self.step(*byte, given);
        }
    }
}

fn goes_on_a_sequence(first: u8, escape: Option<Duration>, at: Duration) -> bool {
    let after_escape = escape.is_some_and(|escape| at < escape + SILENCE);
    after_escape && matches!(first, b'[' | b']' | b'P' | b'X' | b'^' | b'_')
}

fn ended(given: &mut Vec<TerminalInput>, input: Option<TerminalInput>) -> ParserState {
    given.extend(input);
    ParserState::Ground
}

fn push_key(given: &mut Vec<TerminalInput>, code: Code) {
    given.push(TerminalInput::Key(Key::plain(code)));
}

fn ground(byte: u8, given: &mut Vec<TerminalInput>) -> ParserState {
    match byte {
        ESC => return ParserState::Escape,
        0x80..=0x9f => return eight_bit(byte),
        0xa0.. => return Utf8::begun(byte).map_or(ParserState::Ground, ParserState::Character),
        b'\r' => push_key(given, Code::Enter),
        b'\t' => push_key(given, Code::Tab),
        0x7f => push_key(given, Code::Backspace),
        0 => given.push(TerminalInput::Key(Key::with_ctrl(Code::Char(' ')))),
        0x01..=0x1a => control_key(byte - 1 + b'a', given),
        0x1c..=0x1f => control_key(byte - 0x1c + b'4', given),
        _ => push_key(given, Code::Char(char::from(byte))),
    }
    ParserState::Ground
}

fn control_key(letter: u8, given: &mut Vec<TerminalInput>) {
    let key = Key::with_ctrl(Code::Char(char::from(letter)));
    given.push(TerminalInput::Key(one_spelling(key)));
}

/// U+0080–U+009F are the 8-bit forms in two bytes.
fn typed(letter: char, given: &mut Vec<TerminalInput>) -> ParserState {
    match u8::try_from(letter) {
        Ok(byte @ 0x80..=0x9f) => return eight_bit(byte),
        _ => push_key(given, Code::Char(letter)),
    }
    ParserState::Ground
}

/// What an 8-bit control begins.
fn eight_bit(byte: u8) -> ParserState {
    match byte {
        0x8f => ParserState::SingleShift { typed: false },
        0x90 | 0x98 | 0x9d..=0x9f => ParserState::Swallowing(Swallowing::begun(byte - 0x40)),
        0x9b => ParserState::Control(Control::default()),
        _ => ParserState::Ground,
    }
}

/// What follows ESC in one read is a sequence, or a key after Esc. ESC before Backspace is Alt+Backspace, which
/// some input methods send for Backspace.
fn after_escape(byte: u8, given: &mut Vec<TerminalInput>) -> ParserState {
    match byte {
        b'[' => ParserState::Control(Control::default()),
        b'O' => ParserState::SingleShift { typed: true },
        b'P' | b'X' | b']'..=b'_' => ParserState::Swallowing(Swallowing::begun(byte)),
        // The end of a string that was given up.
        b'\\' => ParserState::Ground,
        0x08 | 0x7f => ground(byte, given),
        _ => {
            push_key(given, Code::Esc);
            ground(byte, given)
        }
    }
}

impl Control {
    fn step(mut self, byte: u8, given: &mut Vec<TerminalInput>) -> ParserState {
        match byte {
            ESC => return ParserState::Escape,
            b'[' if self.parameters.is_empty() && !self.foreign => return ParserState::LinuxKey,
            b'M' if self.parameters.is_empty() && !self.foreign => {
                return ParserState::X10Mouse(Vec::with_capacity(3));
            }
            b'~' if self.parameters == "200" && !self.foreign => {
                return ParserState::Paste(Paste::default());
            }
            b'0'..=b'?' if self.parameters.len() < LONGEST_PARAMETERS => {
                self.parameters.push(char::from(byte));
            }
            // rxvt ends the keys that Shift is held with by a byte that elsewhere stands before the last.
            b'$' if self.is_one_number() => return ended(given, csi(&self.parameters, byte)),
            b'@'..=b'~' => {
                let meant = if self.foreign { None } else { csi(&self.parameters, byte) };
                return ended(given, meant);
            }
            _ => self.foreign = true,
        }
        ParserState::Control(self)
    }

    fn is_one_number(&self) -> bool {
        let digits = self.parameters.bytes().all(|byte| byte.is_ascii_digit());
        digits && !self.parameters.is_empty() && !self.foreign
    }
}

impl Swallowing {
    /// Begun by ESC and this byte.
    fn begun(introducer: u8) -> Self {
        Self { ends_at_bell: introducer == b']', ..Self::default() }
    }

    fn step(mut self, byte: u8) -> ParserState {
        if let Some(character) = &mut self.character {
            match character.step(byte) {
                CharacterStep::Open => return ParserState::Swallowing(self),
                CharacterStep::Done('\u{9c}') => return ParserState::Ground,
                CharacterStep::Done(_) | CharacterStep::Invalid { again: false } => {
                    self.character = None;
                    return ParserState::Swallowing(self);
                }
                CharacterStep::Invalid { again: true } => self.character = None,
            }
        }
        match byte {
            b'\\' if self.after_escape => return ParserState::Ground,
            BEL if self.ends_at_bell => return ParserState::Ground,
            ST => return ParserState::Ground,
            _ => {}
        }
        self.after_escape = byte == ESC;
        self.character = Utf8::begun(byte);
        ParserState::Swallowing(self)
    }
}

impl Paste {
    fn step(mut self, byte: u8, given: &mut Vec<TerminalInput>) -> ParserState {
        if byte == PASTE_END[self.end] {
            self.end += 1;
            if self.end == PASTE_END.len() {
                return ended(given, self.taken());
            }
            return ParserState::Paste(self);
        }
        self.keep(&PASTE_END[..self.end]);
        self.end = usize::from(byte == ESC);
        if self.end == 0 {
            self.keep(&[byte]);
        }
        ParserState::Paste(self)
    }

    fn keep(&mut self, bytes: &[u8]) {
        let left = LONGEST_PASTE.saturating_sub(self.bytes.len());
        self.bytes.extend_from_slice(&bytes[..bytes.len().min(left)]);
    }

    fn taken(&self) -> Option<TerminalInput> {
        let text = String::from_utf8_lossy(&self.bytes);
        (!text.is_empty()).then(|| TerminalInput::Paste(text.into_owned()))
    }
}

#[cfg(test)]
mod tests;
