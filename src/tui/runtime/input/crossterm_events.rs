//! crossterm's events as terminal input, for systems whose terminal is not read as bytes.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::{Mouse, MouseAction, TerminalInput, one_spelling};
use crate::tui::model::key::{Code, Key};

/// Sends what is typed, with what comes right after it as one read, until the terminal gives no more.
#[cfg(not(unix))]
pub(super) fn listen(events: std::sync::mpsc::Sender<crate::tui::runtime::loop_event::LoopEvent>) {
    use super::TerminalRead;
    use crate::tui::runtime::loop_event::{LoopEvent, Signal};
    use std::time::{Duration, Instant};

    std::thread::spawn(move || {
        while let Ok(first) = crossterm::event::read() {
            let mut events = vec![first];
            while crossterm::event::poll(Duration::from_millis(1)).unwrap_or(false)
                && let Ok(event) = crossterm::event::read()
            {
                events.push(event);
            }
            let resized = events.iter().any(|event| matches!(event, Event::Resize(..)));
            let inputs = events.into_iter().filter_map(input).collect();
            let read = LoopEvent::Terminal(TerminalRead { at: Instant::now(), inputs });
            if resized && events.send(LoopEvent::Signal(Signal::Resized)).is_err() {
                return;
            }
            if events.send(read).is_err() {
                return;
            }
        }
        // Nobody waits any more when the loop has ended.
        let _ = events.send(LoopEvent::TerminalGone);
    });
}

/// What an event means; `None` for one that the program has no use for.
pub(super) fn input(event: Event) -> Option<TerminalInput> {
    match event {
        Event::Key(event) => key(event).map(TerminalInput::Key),
        Event::Paste(text) => Some(TerminalInput::Paste(text)),
        Event::Mouse(event) => mouse(event).map(TerminalInput::Mouse),
        Event::FocusGained | Event::FocusLost | Event::Resize(..) => None,
    }
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let action = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAction::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseAction::Drag,
        MouseEventKind::ScrollUp => MouseAction::WheelUp,
        MouseEventKind::ScrollDown => MouseAction::WheelDown,
        _ => return None,
    };
    Some(Mouse { action, column: event.column, row: event.row })
}

/// The key an event means; `None` for a key let go, or one the program has no name for.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    Some(one_spelling(Key {
        code: code(event.code)?,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    }))
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
    use crossterm::event::{
        Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
        MouseEventKind,
    };

    use super::{input, key};
    use crate::tui::model::key::{Code, Key};
    use crate::tui::runtime::input::{Mouse, MouseAction, TerminalInput};

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
    fn pastes_and_the_mouse_come_through_and_a_resize_is_no_input() {
        let paste = TerminalInput::Paste("đoạn".to_owned());
        assert_eq!(input(Event::Paste("đoạn".to_owned())), Some(paste));
        let kind = MouseEventKind::Drag(MouseButton::Left);
        let event = MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE };
        let mouse = Mouse { action: MouseAction::Drag, column: 3, row: 4 };
        assert_eq!(input(Event::Mouse(event)), Some(TerminalInput::Mouse(mouse)));
        assert_eq!(input(Event::Resize(80, 24)), None);
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
