//! Background jobs: what takes a while runs on a thread of its own, and the first frame does not wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use crate::store::Consent;
use crate::tui::model::start::SessionEntry;
use crate::tui::model::trouble::Repairs;

use super::loop_event::LoopEvent;
use super::open_mode::{OpenMode, ReplayStart};
use super::open_session::{NotOpened, OpenSession};
use super::sessions;
use crate::workspace::Settings;

/// The session, with what was done to open it; or why there is none.
pub type OpenOutcome = Result<(OpenSession, Option<Repairs>), NotOpened>;

/// What a job came to.
pub enum JobResult {
    /// What became of opening the file at `path`.
    Session { path: PathBuf, mode: OpenMode, opened: Box<OpenOutcome> },
    /// The folder's sessions and its rosters.
    Folder(Vec<SessionEntry>, Vec<String>),
}

/// What is to be done in the background.
pub enum Job {
    /// The session at `path`, as was agreed when a person was asked.
    Open { path: PathBuf, mode: OpenMode, consent: Consent },
    /// The folder of sessions.
    List,
}

impl Job {
    /// Runs it on a thread of its own; its result comes as [`LoopEvent::JobDone`].
    pub fn start(self, settings: Settings, events: &Sender<LoopEvent>) {
        let events = events.clone();
        thread::spawn(move || {
            // A panic has given the terminal back and said why: there is nothing left to wait for.
            let done = catch_unwind(AssertUnwindSafe(|| self.run(&settings, events.clone())));
            let event = done.map_or(LoopEvent::Broken, LoopEvent::JobDone);
            // Nobody waits any more: the session is closed again as it is dropped.
            let _ = events.send(event);
        });
    }

    fn run(self, settings: &Settings, events: Sender<LoopEvent>) -> JobResult {
        match self {
            Self::Open { path, mode, consent } => {
                let opened = match &mode {
                    OpenMode::Moderate => OpenSession::writing(&path, consent, settings, events),
                    OpenMode::Watch => {
                        OpenSession::watching(&path, settings.disk).map(|open| (open, None))
                    }
                    OpenMode::Replay(ReplayStart { notes, .. }) => {
                        let open = OpenSession::reviewing(&path, notes, settings);
                        open.map(|open| (open, None))
                    }
                };
                JobResult::Session { path, mode, opened: Box::new(opened) }
            }
            Self::List => {
                let (entries, rosters) = sessions::listed(&settings.folder, &settings.state);
                JobResult::Folder(entries, rosters)
            }
        }
    }
}
