//! What takes a while is fetched on a thread of its own: the first frame does not wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use crate::app::desk::Hand;
use crate::app::start::Entry;

use super::room::{NoRoom, Room};
use super::sessions;
use super::settings::Settings;
use super::wake::Wake;

/// The session, with the copy that was kept if it was mended; or why there is none.
pub type Opened = Result<(Room, Option<PathBuf>), NoRoom>;

/// What an errand comes back with.
pub enum Brought {
    /// What became of opening the file at `path`.
    Session { path: PathBuf, hand: Hand, opened: Box<Opened> },
    /// The folder's sessions and its rosters.
    Folder(Vec<Entry>, Vec<String>),
}

/// Opens the session at `path`, to write or to watch.
pub fn open(path: PathBuf, hand: Hand, settings: &Settings, wakes: &Sender<Wake>) {
    let (settings, pen_wakes) = (settings.clone(), wakes.clone());
    send(wakes, move || {
        let opened = match hand {
            Hand::Writing => Room::writing(&path, &settings, pen_wakes),
            Hand::Watching => Room::watching(&path, &settings).map(|room| (room, None)),
        };
        Brought::Session { path, hand, opened: Box::new(opened) }
    });
}

/// Reads the folder of sessions.
pub fn list(settings: &Settings, wakes: &Sender<Wake>) {
    let settings = settings.clone();
    send(wakes, move || {
        let (entries, rosters) = sessions::listed(&settings.folder, &settings.state, settings.lang);
        Brought::Folder(entries, rosters)
    });
}

fn send(wakes: &Sender<Wake>, errand: impl FnOnce() -> Brought + Send + 'static) {
    let wakes = wakes.clone();
    thread::spawn(move || {
        // A panic has given the terminal back and said why: there is nothing left to wait for.
        let wake = match catch_unwind(AssertUnwindSafe(errand)) {
            Ok(brought) => Wake::Brought(brought),
            Err(_) => Wake::TerminalGone,
        };
        // Nobody waits any more: the session is closed again as it is dropped.
        let _ = wakes.send(wake);
    });
}
