//! What is typed, in the order it was typed: told to the model, or kept until the screen it is meant for is there.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::tui::model::Message;
use crate::tui::model::key::{Code, Key};

use super::event_loop::EventLoop;
use super::input::typed_read::{TypedInput, TypedRead};
use super::input::{Mouse, MouseAction, TerminalInput, TerminalRead};

/// The silence after text that lost its way, from which keys are keys again.
const SILENCE: Duration = Duration::from_millis(300);

impl EventLoop<'_> {
    /// Takes what a read of the terminal gave.
    pub(super) fn terminal_read(&mut self, read: TerminalRead) {
        self.mind_silence(read.at);
        self.heard = read.at;
        match self.is_waiting {
            true => self.keep_for_later(read.inputs),
            false => self.tell(TypedRead::new(read.inputs)),
        }
    }

    /// Keeps what means something only once what is being opened is there. Ctrl+C waits for nothing.
    fn keep_for_later(&mut self, mut inputs: Vec<TerminalInput>) {
        let interrupt = TerminalInput::Key(Key::with_ctrl(Code::Char('c')));
        if inputs.contains(&interrupt) {
            self.ending = Some(ExitCode::from(130));
            return;
        }
        inputs.retain(|input| !matches!(input, TerminalInput::Mouse(_)));
        self.typed_ahead.push_back(TypedRead::new(inputs));
    }

    /// Keeps a read that came while the loop was ending something else.
    pub(super) fn keep_read(&mut self, read: TerminalRead) {
        self.typed_ahead.push_back(TypedRead::new(read.inputs));
    }

    /// Tells what was typed ahead, as long as nothing is awaited.
    pub(super) fn tell_typed_ahead(&mut self) {
        while let Some(typed) = (!self.is_waiting).then(|| self.typed_ahead.pop_front()).flatten() {
            self.tell(typed);
        }
    }

    /// Tells the model each input of a read; the rest is kept when one of them leads to something awaited.
    fn tell(&mut self, mut typed: TypedRead) {
        while let Some(input) = typed.next(&self.model) {
            let message = match input {
                TypedInput::Message(message) => Some(message),
                TypedInput::Mouse(mouse) => self.under_the_mouse(mouse),
            };
            if let Some(message) = message {
                self.dispatch(message);
            }
            if self.is_waiting {
                self.typed_ahead.push_front(typed);
                return;
            }
        }
    }

    fn under_the_mouse(&self, mouse: Mouse) -> Option<Message> {
        let over = self.hits.at(mouse.column, mouse.row)?.clone();
        Some(match mouse.action {
            MouseAction::Press => Message::Click(over),
            MouseAction::Drag => Message::Drag(over),
            MouseAction::WheelUp => Message::Scroll { over, lines: -3 },
            MouseAction::WheelDown => Message::Scroll { over, lines: 3 },
        })
    }

    /// Tells the model of a silence that it awaits, once it has been long enough; whether it has.
    pub(super) fn mind_silence(&mut self, now: Instant) -> bool {
        let silent =
            self.model.awaits_silence && now.saturating_duration_since(self.heard) >= SILENCE;
        if silent {
            self.dispatch(Message::Silence);
        }
        silent
    }

    /// How long the silence must still last that the model awaits.
    pub(super) fn silence_left(&self) -> Option<Duration> {
        let until = self.heard + SILENCE;
        self.model.awaits_silence.then(|| until.saturating_duration_since(Instant::now()))
    }
}
