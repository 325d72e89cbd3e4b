//! The terminal's key events as keys of the desk.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::tui::model::key::{Code, Key};

/// The key an event means; `None` for a key let go, or one the desk has no name for.
///
/// Backspace comes as 0x7f or as 0x08, which crossterm reads as Ctrl+H, and ESC+DEL as Alt+Backspace:
/// all three are Backspace. A bare line feed (Ctrl+J) is what a paste without brackets sends for Enter.
#[must_use]
pub fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut key = Key {
        code: code(event.code)?,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    match key.code {
        Code::Char('h' | 'H') if key.ctrl => key = Key::plain(Code::Backspace),
        Code::Char('j' | 'J') if key.ctrl => key = Key::plain(Code::Enter),
        Code::Backspace => key.alt = false,
        _ => {}
    }
    Some(key.tidied())
}

fn code(code: KeyCode) -> Option<Code> {
    Some(match code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::key;
    use crate::tui::model::key::{Code, Key};

    #[test]
    fn backspace_is_known_in_all_its_disguises() {
        let disguises = [
            (KeyCode::Backspace, KeyModifiers::NONE),
            (KeyCode::Backspace, KeyModifiers::ALT),
            (KeyCode::Char('h'), KeyModifiers::CONTROL),
        ];
        for (code, held) in disguises {
            assert_eq!(key(KeyEvent::new(code, held)), Some(Key::plain(Code::Backspace)));
        }
        let whole_word = KeyEvent::new(KeyCode::Backspace, KeyModifiers::CONTROL);
        assert_eq!(key(whole_word), Some(Key::with_ctrl(Code::Backspace)));
    }

    #[test]
    fn a_capital_loses_the_shift_it_carries() {
        let capital = KeyEvent::new(KeyCode::Char('U'), KeyModifiers::SHIFT);
        assert_eq!(key(capital), Some(Key::char('U')));
    }

    #[test]
    fn a_key_let_go_says_nothing_and_one_held_down_goes_on() {
        let mut event = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Repeat;
        assert_eq!(key(event), Some(Key::char('a')));
        event.kind = KeyEventKind::Release;
        assert_eq!(key(event), None);
    }
}
