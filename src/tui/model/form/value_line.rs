//! A line that is completed from the values used before: themes, units and remote sites.

use crate::search::find;
use crate::session::state::State;
use crate::tui::model::edit::LineField;

/// Values offered at once.
const MOST_VALUES: usize = 5;

/// What is completed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownValues {
    Themes,
    Units,
    /// Remote sites.
    Points,
}

/// The line, and the earlier values that could be meant.
#[derive(Clone, Debug)]
pub struct ValueLine {
    pub line: LineField,
    known: KnownValues,
    /// What the letters find; empty until something is typed.
    pub matches: Vec<String>,
    pub selected: Option<usize>,
}

impl ValueLine {
    /// A line that holds a value from before, all of it selected.
    pub fn carried(known: KnownValues, value: &str) -> Self {
        Self { line: LineField::carried(value), known, matches: Vec::new(), selected: None }
    }

    /// Sets the value; nothing is offered until something is typed again.
    pub fn set(&mut self, value: &str) {
        *self = Self::carried(self.known, value);
    }

    /// What was typed before, with the cursor at its end.
    pub fn restore(&mut self, value: &str) {
        self.line = LineField::new(value);
        self.matches.clear();
        self.selected = None;
    }

    pub fn refilter(&mut self, state: &State) {
        let typed = self.line.text();
        self.selected = None;
        self.matches = match typed.trim() {
            "" => Vec::new(),
            typed => match self.known {
                KnownValues::Themes => find::themes(state, typed),
                KnownValues::Units => find::units(state, typed),
                KnownValues::Points => find::points(state, typed),
            },
        };
        self.matches.retain(|known| *known != typed);
        self.matches.truncate(MOST_VALUES);
    }

    pub fn highlighted(&self) -> Option<&String> {
        self.selected.and_then(|selected| self.matches.get(selected))
    }
}
