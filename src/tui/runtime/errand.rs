//! What takes a while is fetched on a thread of its own: the first frame does not wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use crate::store::Consent;
use crate::tui::model::start::SessionEntry;

use super::room::{NoRoom, Room};
use super::sessions;
use super::visit::{Seat, Visit};
use super::wake::Wake;
use crate::workspace::Settings;

/// The session, with what was done to open it, a sentence each; or why there is none.
pub type Opened = Result<(Room, Vec<String>), NoRoom>;

/// What an errand comes back with.
pub enum Brought {
    /// What became of opening the file at `path`.
    Session { path: PathBuf, visit: Visit, opened: Box<Opened> },
    /// The folder's sessions and its rosters.
    Folder(Vec<SessionEntry>, Vec<String>),
}

/// What is to be fetched.
pub enum Errand {
    /// The session at `path`, as was agreed when a person was asked.
    Open { path: PathBuf, visit: Visit, consent: Consent },
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
            let wake = fetched.map_or(Wake::Broken, Wake::Brought);
            // Nobody waits any more: the session is closed again as it is dropped.
            let _ = wakes.send(wake);
        });
    }

    fn fetch(self, settings: &Settings, wakes: Sender<Wake>) -> Brought {
        match self {
            Self::Open { path, visit, consent } => {
                let opened = match &visit {
                    Visit::Moderate => Room::writing(&path, consent, settings, wakes),
                    Visit::Watch => Room::watching(&path, settings).map(|room| (room, Vec::new())),
                    Visit::Replay(Seat { notes, .. }) => {
                        let room = Room::reviewing(&path, notes, settings);
                        room.map(|room| (room, Vec::new()))
                    }
                };
                Brought::Session { path, visit, opened: Box::new(opened) }
            }
            Self::List => {
                let (entries, rosters) =
                    sessions::listed(&settings.folder, &settings.state, settings.lang);
                Brought::Folder(entries, rosters)
            }
        }
    }
}
