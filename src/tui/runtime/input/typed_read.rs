//! A read of the terminal, told to the model input by input: whether letters are commands depends on where the
//! input before led.

use std::ops::Range;

use super::stray::{is_line_break, stray_text, text_runs};
use super::{Mouse, TerminalInput};
use crate::tui::model::action::Action;
use crate::tui::model::bindings::lookup;
use crate::tui::model::{Message, Model};

/// A read, of which the first inputs may have been told already.
#[derive(Debug)]
pub struct TypedRead {
    inputs: Vec<TerminalInput>,
    told: usize,
    /// Stretches of the read that are text, not keys.
    texts: Vec<Range<usize>>,
    /// The model took the inputs for keys, and no field has taken any since: a shorter rest would count otherwise.
    are_keys: bool,
    /// The rest was told as text that lost its way; pastes are left.
    is_stray: bool,
}

/// What is to be told next.
#[derive(Clone, Debug)]
pub enum TypedInput {
    Message(Message),
    Mouse(Mouse),
}

impl TypedRead {
    #[must_use]
    pub fn new(inputs: Vec<TerminalInput>) -> Self {
        let texts = text_runs(&inputs);
        Self { inputs, told: 0, texts, are_keys: false, is_stray: false }
    }

    /// What comes next, as the model stands now; `None` when all was told.
    pub fn next(&mut self, model: &Model) -> Option<TypedInput> {
        while self.is_stray && !matches!(self.inputs.get(self.told)?, TerminalInput::Paste(_)) {
            self.told += 1;
        }
        let place = self.told;
        let input = self.inputs.get(place)?.clone();
        let takes_commands = model.takes_commands() && !model.awaits_silence;
        let decides =
            takes_commands && !self.are_keys && !self.is_stray && !opens_search(model, &input);
        self.are_keys = takes_commands && (self.are_keys || decides);
        if decides && let Some(text) = stray_text(&self.inputs, place) {
            self.is_stray = true;
            return Some(TypedInput::Message(Message::Stray(text)));
        }
        self.told += 1;
        let in_text = || self.texts.iter().any(|run| run.contains(&place));
        Some(match input {
            TerminalInput::Key(_)
                if model.takes_by_enter() && is_line_break(&input) && in_text() =>
            {
                TypedInput::Message(Message::Paste("\n".to_owned()))
            }
            TerminalInput::Key(key) => TypedInput::Message(Message::Key(key)),
            TerminalInput::Paste(text) => TypedInput::Message(Message::Paste(text)),
            TerminalInput::Mouse(mouse) => TypedInput::Mouse(mouse),
        })
    }
}

/// Search takes what follows as its words, and none of them records.
fn opens_search(model: &Model, input: &TerminalInput) -> bool {
    let TerminalInput::Key(key) = input else { return false };
    lookup(model.scope(), *key) == Some(Action::Search)
}
