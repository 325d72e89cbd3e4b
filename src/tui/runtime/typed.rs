//! What is typed, in the order it was typed: told to the model, or kept until the screen it is meant for is there.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::tui::model::Message;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::lookup;
use crate::tui::model::key::{Code, Key};

use super::event_loop::EventLoop;
use super::input::stray::{is_break_of_text, stray_text};
use super::input::{Mouse, MouseAction, TerminalInput, TerminalRead};

/// The silence after text that lost its way, from which keys are keys again.
const SILENCE: Duration = Duration::from_millis(300);

/// A read, of which the first inputs were told to the model already.
pub(super) struct TypedAhead {
    inputs: Vec<TerminalInput>,
    told: usize,
}

impl EventLoop<'_> {
    /// Takes what a read of the terminal gave.
    pub(super) fn terminal_read(&mut self, read: TerminalRead) {
        self.mind_silence(read.at);
        self.heard = read.at;
        let typed = TypedAhead { inputs: read.inputs, told: 0 };
        match self.is_waiting {
            true => self.keep_for_later(typed),
            false => self.tell(typed),
        }
    }

    /// Keeps what means something only once what is being opened is there. Ctrl+C waits for nothing.
    pub(super) fn keep_for_later(&mut self, mut typed: TypedAhead) {
        let interrupt = TerminalInput::Key(Key::with_ctrl(Code::Char('c')));
        if typed.inputs.contains(&interrupt) {
            self.ending = Some(ExitCode::from(130));
            return;
        }
        typed.inputs.retain(|input| !matches!(input, TerminalInput::Mouse(_)));
        self.typed_ahead.push_back(typed);
    }

    /// Keeps a read that came while the loop was ending something else.
    pub(super) fn keep_read(&mut self, read: TerminalRead) {
        self.typed_ahead.push_back(TypedAhead { inputs: read.inputs, told: 0 });
    }

    /// Tells what was typed ahead, as long as nothing is awaited.
    pub(super) fn tell_typed_ahead(&mut self) {
        while let Some(typed) = (!self.is_waiting).then(|| self.typed_ahead.pop_front()).flatten() {
            self.tell(typed);
        }
    }

    /// Tells the model each input of a read, unless the rest of the read is text that lost its way: which it
    /// is depends on where the input before it led.
    fn tell(&mut self, typed: TypedAhead) {
        let TypedAhead { inputs, told } = typed;
        // Once keys are keys they stay so until a field has taken some: a shorter rest would count otherwise.
        let mut are_keys = false;
        for place in told..inputs.len() {
            if self.is_waiting {
                self.typed_ahead.push_front(TypedAhead { inputs, told: place });
                return;
            }
            let takes_commands = self.model.takes_commands() && !self.model.awaits_silence;
            let decides = takes_commands && !are_keys && !self.opens_search(&inputs[place]);
            are_keys = takes_commands && (are_keys || decides);
            if decides && let Some(text) = stray_text(&inputs, place) {
                self.dispatch(Message::Stray(text));
                let pasted = inputs.into_iter().skip(place);
                for paste in pasted.filter(|input| matches!(input, TerminalInput::Paste(_))) {
                    self.tell_one(paste);
                }
                return;
            }
            if self.model.takes_by_enter() && is_break_of_text(&inputs, place) {
                self.dispatch(Message::Paste("\n".to_owned()));
                continue;
            }
            self.tell_one(inputs[place].clone());
        }
    }

    /// Search takes what follows as its words, and none of them records.
    fn opens_search(&self, input: &TerminalInput) -> bool {
        let TerminalInput::Key(key) = input else { return false };
        lookup(self.model.scope(), *key) == Some(Action::Search)
    }

    fn tell_one(&mut self, input: TerminalInput) {
        let told = match input {
            TerminalInput::Key(key) => Some(Message::Key(key)),
            TerminalInput::Paste(text) => Some(Message::Paste(text)),
            TerminalInput::Mouse(mouse) => self.under_the_mouse(mouse),
        };
        if let Some(input) = told {
            self.dispatch(input);
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
