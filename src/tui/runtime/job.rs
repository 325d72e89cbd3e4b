//! Background jobs: what takes a while runs on a thread of its own, and the first frame does not wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crate::export::office::office_of;
use crate::import::field::RowKind;
use crate::import::plan::plan;
use crate::import::planned::ImportPlan;
use crate::import::source::{self, SourceChoices};
use crate::session::Session;
use crate::session::time::Timestamp;
use crate::store::Consent;
use crate::tui::model::start::SessionEntry;
use crate::tui::model::trouble::Trouble;

use super::job_result::JobResult;
use super::loop_event::LoopEvent;
use super::open_mode::OpenMode;
use super::paper_job::PaperJob;
use super::{opening, sessions};
use crate::workspace::Settings;

/// How long what is typed waits for the folder to be read.
const KEYS_WAIT: Duration = Duration::from_secs(1);

/// Files above this many bytes are read beside the others, one after the other, as their memory adds up.
const LARGE: u64 = 1024 * 1024;

/// Rows of a table between two drawings of the bar.
const BETWEEN_DRAWINGS: usize = 250;

/// What is to be done in the background.
pub enum Job {
    /// The session at `path`, as was agreed when a person was asked.
    Open { path: PathBuf, mode: OpenMode, consent: Consent },
    /// The table at `path`, and what it would add to the session.
    Table { path: PathBuf, kind: RowKind, session: Box<Session>, now: Timestamp },
    /// A document.
    Paper(Box<PaperJob>),
    /// The folder of sessions.
    List,
}

impl Job {
    /// Runs it on a thread of its own; its result comes as [`LoopEvent::JobDone`].
    pub fn start(self, settings: Settings, events: &Sender<LoopEvent>) {
        let events = events.clone();
        thread::spawn(move || {
            // The panic hook has restored the terminal and printed why.
            let done = catch_unwind(AssertUnwindSafe(|| self.run(&settings, events.clone())));
            let event = done.map_or(LoopEvent::Broken, LoopEvent::JobDone);
            // Once the loop has ended, the session is closed as it is dropped.
            let _ = events.send(event);
        });
    }

    fn run(self, settings: &Settings, events: Sender<LoopEvent>) -> JobResult {
        match self {
            Self::Open { path, mode, consent } => {
                let opened = opening::open(&path, &mode, consent, settings, events);
                // A fault in the office's file is told when a document is made with it.
                let office = office_of(&path, settings).unwrap_or_default().office;
                let publish_within = office.publish_within;
                let opened = Box::new(opened);
                JobResult::Session { path, mode, consent, opened, publish_within }
            }
            Self::Table { path, kind, session, now } => {
                let planned = planned(&path, kind, &session, (settings, now), &events);
                JobResult::TablePlanned { path, planned }
            }
            Self::Paper(job) => job.run(settings, &events),
            Self::List => {
                list(settings, &events);
                JobResult::FolderRead
            }
        }
    }
}

fn planned(
    path: &Path,
    kind: RowKind,
    session: &Session,
    (settings, now): (&Settings, Timestamp),
    events: &Sender<LoopEvent>,
) -> Result<Arc<ImportPlan>, Trouble> {
    let choices = SourceChoices { kind, ..SourceChoices::default() };
    let progress = |rows: usize, expected| {
        if rows.is_multiple_of(BETWEEN_DRAWINGS) {
            let progressed = JobResult::TableProgressed { rows, expected };
            // Once the loop has ended, nobody looks at the bar.
            let _ = events.send(LoopEvent::JobDone(progressed));
        }
    };
    let table = source::read(path, settings.disk.limit(), &choices, progress)
        .map_err(|fault| Trouble::Table { path: path.to_owned(), fault: Arc::new(fault) })?;
    let plan = plan(session, &table, kind, &[], now)
        .map_err(|fault| Trouble::Columns { path: path.to_owned(), fault })?;
    Ok(Arc::new(plan))
}

/// Tells each session as it is read: one that is slow to read does not delay the others.
fn list(settings: &Settings, events: &Sender<LoopEvent>) {
    let tell = |result| events.send(LoopEvent::JobDone(result)).is_ok();
    let (entries, rosters) = sessions::named(&settings.folder);
    if !tell(JobResult::FolderNamed(entries.clone(), rosters)) {
        return;
    }
    let slow = events.clone();
    thread::spawn(move || {
        thread::sleep(KEYS_WAIT);
        // The loop may have ended, and the reading with it.
        let _ = slow.send(LoopEvent::JobDone(JobResult::FolderIsSlow));
    });
    let (small, large) = sessions::by_size(entries, LARGE);
    let read = |entries: Vec<SessionEntry>| {
        let read = |entry| JobResult::Entry(sessions::read_entry(entry, settings));
        entries.into_iter().map(read).all(tell);
    };
    thread::scope(|scope| {
        scope.spawn(|| read(large));
        read(small);
    });
}
