//! The other hand: while one copy is written and synced here, it writes and syncs the other.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::record::log::Entry;
use crate::store::ink::{Ink, InkError};

/// A copy with what it is to be given.
type Job = (Box<dyn Ink>, Entry);
/// A copy with what became of that.
type Done = (Box<dyn Ink>, Result<(), InkError>);

/// A thread that writes one copy at a time; it ends when it is dropped.
pub(crate) struct OtherHand {
    jobs: Sender<Job>,
    done: Receiver<Done>,
}

impl OtherHand {
    pub(crate) fn new() -> Self {
        let (jobs, waiting) = channel::<Job>();
        let (finished, done) = channel();
        thread::spawn(move || {
            for (mut ink, entry) in waiting {
                let written = ink.append(&entry);
                if finished.send((ink, written)).is_err() {
                    return;
                }
            }
        });
        Self { jobs, done }
    }

    /// Sets it to work; [`OtherHand::end`] must follow.
    pub(crate) fn begin(&self, ink: Box<dyn Ink>, entry: Entry) {
        // A hand that is gone is noticed at the end.
        let _ = self.jobs.send((ink, entry));
    }

    /// What became of it; `None` when the hand is gone, and the copy with it.
    pub(crate) fn end(&self) -> Option<Done> {
        self.done.recv().ok()
    }
}
