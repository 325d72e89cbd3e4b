//! The second copy's own hand: both copies are written and synced side by side.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::ink::{Ink, InkError};
use super::record::Entry;

/// An ink that writes while another is written.
pub(super) enum Second {
    /// On a thread of its own.
    Apart { entries: Sender<Entry>, written: Receiver<Result<(), InkError>>, hand: JoinHandle<()> },
    /// When it is waited for, where an order is wanted.
    InTurn { ink: Box<dyn Ink>, waiting: Option<Entry> },
}

impl Second {
    pub(super) fn new(mut ink: Box<dyn Ink>, in_turn: bool) -> Self {
        if in_turn {
            return Self::InTurn { ink, waiting: None };
        }
        let (entries, waiting) = channel::<Entry>();
        let (done, written) = channel();
        let hand = thread::spawn(move || {
            for entry in waiting {
                if done.send(ink.append(&entry)).is_err() {
                    return;
                }
            }
        });
        Self::Apart { entries, written, hand }
    }

    /// Sets it to work; [`Second::end`] must follow.
    pub(super) fn begin(&mut self, entry: Entry) {
        match self {
            // A hand that is gone is noticed at the end.
            Self::Apart { entries, .. } => drop(entries.send(entry)),
            Self::InTurn { waiting, .. } => *waiting = Some(entry),
        }
    }

    /// What became of it.
    pub(super) fn end(&mut self) -> Result<(), InkError> {
        match self {
            Self::Apart { written, .. } => written.recv().unwrap_or(Err(InkError::Poisoned)),
            Self::InTurn { ink, waiting } => match waiting.take() {
                Some(entry) => ink.append(&entry),
                None => Ok(()),
            },
        }
    }

    /// Lets go of the copy.
    pub(super) fn leave(self) {
        if let Self::Apart { entries, hand, .. } = self {
            drop(entries);
            // A hand that panicked has nothing left to let go of.
            let _ = hand.join();
        }
    }
}
