//! What takes a while is fetched on a thread of its own: the first frame does not wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use crate::app::desk::Hand;
use crate::app::start::Entry;
use crate::journal::Consent;

use super::room::{NoRoom, Room};
use super::sessions;
use super::settings::Settings;
use super::wake::Wake;

/// The session, with what was done to open it, a sentence each; or why there is none.
pub type Opened = Result<(Room, Vec<String>), NoRoom>;

/// What an errand comes back with.
pub enum Brought {
    /// What became of opening the file at `path`.
    Session { path: PathBuf, hand: Hand, opened: Box<Opened> },
    /// The folder's sessions and its rosters.
    Folder(Vec<Entry>, Vec<String>),
}

/// What is to be fetched.
pub enum Errand {
    /// The session at `path`, to write or to watch.
    Open { path: PathBuf, hand: Hand, consent: Consent },
    /// The folder of sessions.
    List,
}

impl Errand {
    /// Fetches it on a thread of its own; it comes back as [`Wake::Brought`].
    pub fn set_out(self, settings: Settings, wakes: &Sender<Wake>) {
        let wakes = wakes.clone();
        thread::spawn(move || {
            // A panic has given the terminal back and said why: there is nothing left to wait for.
            let fetched = catch_unwind(AssertUnwindSafe(|| self.fetch(&settings, wakes.clone())));
            let wake = fetched.map_or(Wake::TerminalGone, Wake::Brought);
            // Nobody waits any more: the session is closed again as it is dropped.
            let _ = wakes.send(wake);
        });
    }

    fn fetch(self, settings: &Settings, wakes: Sender<Wake>) -> Brought {
        match self {
            Self::Open { path, hand, consent } => {
                let opened = match hand {
                    Hand::Writing => Room::writing(&path, consent, settings, wakes),
                    Hand::Watching => {
                        Room::watching(&path, settings).map(|room| (room, Vec::new()))
                    }
                };
                Brought::Session { path, hand, opened: Box::new(opened) }
            }
            Self::List => {
                let (entries, rosters) =
                    sessions::listed(&settings.folder, &settings.state, settings.lang);
                Brought::Folder(entries, rosters)
            }
        }
    }
}
