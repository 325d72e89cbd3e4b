//! The start screen: the sessions of a folder, and the ways into them.

use std::path::PathBuf;

use crate::session::time::Timestamp;

use super::form::Form;

/// One file of the folder, as the shell read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub path: PathBuf,
    /// The file's name, for people.
    pub name: String,
    pub condition: Condition,
}

/// What the start screen can say of a session file.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    Whole(Summary),
    /// Whole up to a torn end: the next opening mends it.
    Torn(Summary),
    /// Damaged from this event on; `Summary` is what precedes the damage.
    Damaged {
        from: u64,
        summary: Summary,
    },
    /// It cannot be read; the sentence says why.
    Unreadable(String),
}

/// A session in one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    pub title: String,
    pub opened: Option<Timestamp>,
    pub questions: usize,
    pub tasks: usize,
    pub closed: bool,
    /// Rebuilt from a source: its times are nominal.
    pub rebuilt: bool,
    /// The process that has it open for writing.
    pub held_by: Option<u32>,
}

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The folder, for people.
    pub folder: String,
    pub entries: Vec<Entry>,
    /// The chosen file, which stays chosen whatever the list does.
    pub chosen: Option<PathBuf>,
    /// Roster files of the folder, by name.
    pub rosters: Vec<String>,
    /// The form of a new session, when it is open.
    pub form: Option<Form>,
    /// A session somebody else holds: watching it is offered.
    pub held: Option<Held>,
    /// A sentence about the last thing that went wrong.
    pub trouble: Option<String>,
    /// First row shown.
    pub top: usize,
    /// Rows that fit.
    pub page: usize,
}

/// Who holds a session that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub path: PathBuf,
    pub pid: u32,
    pub user: String,
    pub host: String,
}

impl Start {
    pub fn chosen_entry(&self) -> Option<&Entry> {
        let chosen = self.chosen.as_ref()?;
        self.entries.iter().find(|entry| entry.path == *chosen)
    }

    pub fn chosen_place(&self) -> usize {
        let is_chosen = |entry: &Entry| self.chosen.as_ref() == Some(&entry.path);
        self.entries.iter().position(is_chosen).unwrap_or(0)
    }

    /// A fresh reading of the folder; the choice stays on the same file where it is still there.
    pub fn refresh(&mut self, entries: Vec<Entry>, rosters: Vec<String>) {
        self.entries = entries;
        self.rosters = rosters;
        if self.chosen_entry().is_none() {
            self.chosen = self.entries.first().map(|entry| entry.path.clone());
        }
    }

    pub fn choose_by(&mut self, step: isize) {
        let last = self.entries.len().saturating_sub(1);
        let place = self.chosen_place().saturating_add_signed(step).min(last);
        self.chosen = self.entries.get(place).map(|entry| entry.path.clone());
    }
}
