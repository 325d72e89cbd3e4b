//! What a whole escape sequence means: a key, a mouse event, or nothing.

use super::{Mouse, MouseAction, TerminalInput, one_spelling};
use crate::tui::model::key::{Code, Key};

/// Keys a program may get as numbers of kitty's private range, with what they are.
const KEYPAD: [(u32, Code); 13] = [
    (57_409, Code::Char('.')),
    (57_410, Code::Char('/')),
    (57_411, Code::Char('*')),
    (57_412, Code::Char('-')),
    (57_413, Code::Char('+')),
    (57_414, Code::Enter),
    (57_415, Code::Char('=')),
    (57_417, Code::Left),
    (57_418, Code::Right),
    (57_419, Code::Up),
    (57_420, Code::Down),
    (57_423, Code::Home),
    (57_424, Code::End),
];

/// What `ESC [ params last` means. Replies and whatever is not known mean nothing.
pub(super) fn csi(params: &str, last: u8) -> Option<TerminalInput> {
    if let Some(mouse) = params.strip_prefix('<') {
        return sgr_mouse(mouse, last);
    }
    if params.starts_with(['=', '>', '?']) {
        return None;
    }
    match last {
        b'M' => numbered_mouse(params),
        b'u' => kitty_key(params),
        b'~' => tilde_key(params),
        b'$' => rxvt_key(params, Key { shift: true, ..plain() }),
        b'^' => rxvt_key(params, Key { ctrl: true, ..plain() }),
        b'@' => rxvt_key(params, Key { ctrl: true, shift: true, ..plain() }),
        b'a'..=b'd' if params.is_empty() => {
            let code = letter_code(last.to_ascii_uppercase())?;
            Some(TerminalInput::Key(Key { code, shift: true, ..plain() }))
        }
        _ => lettered_key(params, last),
    }
}

/// What `ESC O last` means: keys of the application modes, and the first function keys.
pub(super) fn ss3(last: u8) -> Option<TerminalInput> {
    let code = match last {
        b'R' => Code::F(3),
        b'M' => Code::Enter,
        b'X' => Code::Char('='),
        b'j'..=b'y' => Code::Char(char::from(last - b'j' + b'*')),
        b'a'..=b'd' => {
            let code = letter_code(last.to_ascii_uppercase())?;
            return Some(TerminalInput::Key(Key { code, ctrl: true, ..plain() }));
        }
        _ => letter_code(last)?,
    };
    Some(TerminalInput::Key(Key::plain(code)))
}

/// What `ESC [ [ last` means: the function keys of the Linux console.
pub(super) fn linux_key(last: u8) -> Option<TerminalInput> {
    matches!(last, b'A'..=b'E').then(|| TerminalInput::Key(Key::plain(Code::F(last - b'A' + 1))))
}

/// What the three bytes after `ESC [ M` mean: the mouse of terminals without a newer form.
pub(super) fn x10_mouse([button, column, row]: [u8; 3]) -> Option<TerminalInput> {
    let cell = |byte: u8| u16::from(byte.saturating_sub(33));
    mouse(u16::from(button.checked_sub(32)?), cell(column), cell(row))
}

const fn plain() -> Key {
    Key::plain(Code::Esc)
}

fn letter_code(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P' => Code::F(1),
        b'Q' => Code::F(2),
        b'S' => Code::F(4),
        _ => return None,
    })
}

/// `ESC [ A`, `ESC [ 1 ; modifiers A`, and the older `ESC [ modifiers A`.
fn lettered_key(params: &str, last: u8) -> Option<TerminalInput> {
    if last == b'Z' {
        return Some(TerminalInput::Key(Key::plain(Code::BackTab)));
    }
    let code = letter_code(last)?;
    let modifiers = match params.split_once(';') {
        Some(("" | "1", modifiers)) => modifiers,
        Some(_) => return None,
        None if params == "1" => "",
        None => params,
    };
    with_modifiers(code, modifiers)
}

fn tilde_key(params: &str) -> Option<TerminalInput> {
    let (number, modifiers) = params.split_once(';').unwrap_or((params, ""));
    if number == "27" {
        let (modifiers, character) = modifiers.split_once(';')?;
        return with_modifiers(character_code(character.parse().ok()?)?, modifiers);
    }
    with_modifiers(numbered_code(number)?, modifiers)
}

fn rxvt_key(params: &str, held: Key) -> Option<TerminalInput> {
    let code = numbered_code(params)?;
    Some(TerminalInput::Key(one_spelling(Key { code, ..held })))
}

fn numbered_code(number: &str) -> Option<Code> {
    let number: u8 = number.parse().ok()?;
    Some(match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(number - 10),
        17..=21 => Code::F(number - 11),
        23..=26 => Code::F(number - 12),
        28 | 29 => Code::F(number - 13),
        31..=34 => Code::F(number - 14),
        _ => return None,
    })
}

/// `ESC [ character:shifted:base ; modifiers:event ; text u`.
fn kitty_key(params: &str) -> Option<TerminalInput> {
    let mut fields = params.split(';');
    let mut characters = fields.next()?.split(':');
    let character: u32 = characters.next()?.parse().ok()?;
    let shifted = characters.next().and_then(|shifted| shifted.parse().ok());
    let modifiers = fields.next().unwrap_or("");
    let mut code = character_code(character)?;
    if let (Code::Char(letter), true) = (code, modifier_bits(modifiers)? & 1 != 0) {
        let upper = shifted.and_then(char::from_u32).or_else(|| letter.to_uppercase().next());
        code = Code::Char(upper.filter(|upper| !upper.is_control()).unwrap_or(letter));
    }
    with_modifiers(code, modifiers)
}

fn character_code(character: u32) -> Option<Code> {
    let keypad = KEYPAD.iter().find(|(number, _)| *number == character);
    if let Some((_, code)) = keypad {
        return Some(*code);
    }
    match character {
        8 | 127 => Some(Code::Backspace),
        9 => Some(Code::Tab),
        13 => Some(Code::Enter),
        27 => Some(Code::Esc),
        57_399..=57_408 => char::from_digit(character - 57_399, 10).map(Code::Char),
        // Keys without a character: locks, media keys, the modifiers themselves.
        57_344..=63_743 => None,
        _ => char::from_u32(character).filter(|letter| !letter.is_control()).map(Code::Char),
    }
}

/// Shift 1, Alt 2, Ctrl 4, counted from one; `None` when the key was let go.
fn modifier_bits(modifiers: &str) -> Option<u8> {
    let (number, event) = modifiers.split_once(':').unwrap_or((modifiers, ""));
    match (number, event) {
        (_, "3") => None,
        ("", _) => Some(0),
        _ => number.parse::<u8>().ok()?.checked_sub(1),
    }
}

fn with_modifiers(code: Code, modifiers: &str) -> Option<TerminalInput> {
    let bits = modifier_bits(modifiers)?;
    let (shift, alt, ctrl) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0);
    Some(TerminalInput::Key(one_spelling(Key { code, ctrl, alt, shift })))
}

fn sgr_mouse(params: &str, last: u8) -> Option<TerminalInput> {
    let [button, column, row] = three(params)?;
    match last {
        b'M' => mouse(button, column.saturating_sub(1), row.saturating_sub(1)),
        _ => None,
    }
}

/// The form of urxvt: decimal numbers, the button raised by 32.
fn numbered_mouse(params: &str) -> Option<TerminalInput> {
    let [button, column, row] = three(params)?;
    mouse(button.checked_sub(32)?, column.saturating_sub(1), row.saturating_sub(1))
}

fn three(params: &str) -> Option<[u16; 3]> {
    let mut numbers = params.split(';').map(|number| number.parse().ok());
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}

/// Buttons: the low two bits and those from 64 on; 4, 8 and 16 are Shift, Alt and Ctrl; 32 is motion.
fn mouse(button: u16, column: u16, row: u16) -> Option<TerminalInput> {
    let action = match (button & !0b1_1100, button & 32 != 0) {
        (0, _) => MouseAction::Press,
        (32, true) => MouseAction::Drag,
        (64, _) => MouseAction::WheelUp,
        (65, _) => MouseAction::WheelDown,
        _ => return None,
    };
    Some(TerminalInput::Mouse(Mouse { action, column, row }))
}
