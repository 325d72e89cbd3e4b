//! Where the log works: at once, or on a thread of its own, as a sync may take seconds on a bad disk.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::live::log::{Log, LogAnswer, LogStatus};
use crate::record::{Batch, Fingerprint};
use crate::store::{Replication, StoreError};

/// How long a copy that took nothing is left alone before it is tried again.
const BETWEEN_TRIES: Duration = Duration::from_secs(2);
/// How soon is asked again whether a copy has caught up that follows by itself.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// What the log is asked for.
pub(crate) enum LogJob {
    Append { expected: Fingerprint, batch: Arc<Batch> },
    Later(Fingerprint),
    MoveTo(PathBuf),
    AddCopy(PathBuf),
}

/// What comes back.
pub(crate) enum Report {
    Appended(LogAnswer),
    Later(LogAnswer),
    NotMoved(StoreError),
    Status(Replication, LogStatus),
}

/// The log, at work.
pub(crate) enum LogWorker {
    Here { log: Box<dyn Log>, reports: VecDeque<Report>, owes_replication: bool },
    Thread { jobs: Sender<LogJob>, reports: Receiver<Report>, thread: JoinHandle<Box<dyn Log>> },
}

impl LogWorker {
    pub(crate) fn here(log: Box<dyn Log>) -> Self {
        Self::Here { log, reports: VecDeque::new(), owes_replication: false }
    }

    /// Works on a thread of its own, which calls `notify` whenever there is a report.
    pub(crate) fn on_a_thread(mut log: Box<dyn Log>, notify: impl Fn() + Send + 'static) -> Self {
        let (jobs, asked) = channel();
        let (sender, reports) = channel();
        let thread = thread::spawn(move || {
            let tell = |report| {
                let told = sender.send(report).is_ok();
                notify();
                told
            };
            work(log.as_mut(), &asked, tell);
            log
        });
        Self::Thread { jobs, reports, thread }
    }

    /// False when the log's thread is gone.
    pub(crate) fn begin(&mut self, job: LogJob) -> bool {
        match self {
            Self::Here { log, reports, owes_replication } => {
                reports.extend(done(log.as_mut(), job));
                reports.push_back(Report::Status(log.replication(), log.status()));
                *owes_replication = true;
                true
            }
            Self::Thread { jobs, .. } => jobs.send(job).is_ok(),
        }
    }

    /// A report, if there is one.
    pub(crate) fn next_report(&mut self) -> Option<Report> {
        match self {
            Self::Here { reports, .. } => reports.pop_front(),
            Self::Thread { reports, .. } => reports.try_recv().ok(),
        }
    }

    /// The next report, waited for; `None` when none will come.
    pub(crate) fn wait(&mut self) -> Option<Report> {
        match self {
            Self::Here { reports, .. } => reports.pop_front(),
            Self::Thread { reports, .. } => reports.recv().ok(),
        }
    }

    /// Brings what was acknowledged to the other copies now; a thread does so by itself.
    pub(crate) fn replicate(&mut self) {
        let Self::Here { log, reports, owes_replication } = self else { return };
        if std::mem::take(owes_replication) {
            log.replicate();
            reports.push_back(Report::Status(log.replication(), log.status()));
        }
    }

    /// Reports how the log is now; a thread does so by itself.
    pub(crate) fn look(&mut self) {
        if let Self::Here { log, reports, .. } = self {
            reports.push_back(Report::Status(log.replication(), log.status()));
        }
    }

    /// Waits for what is under way and ends the writing.
    pub(crate) fn leave(self, closed: bool) -> Result<(), StoreError> {
        match self {
            Self::Here { log, .. } => log.leave(closed),
            Self::Thread { jobs, thread, .. } => {
                drop(jobs);
                thread.join().map_err(|_| StoreError::Poisoned)?.leave(closed)
            }
        }
    }
}

fn work(log: &mut dyn Log, asked: &Receiver<LogJob>, tell: impl Fn(Report) -> bool) {
    let mut next_look = look_after(&log.replication());
    loop {
        let job = match next_look {
            Some(pause) => asked.recv_timeout(pause),
            None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let reports = match job {
            Ok(job) => {
                let mut reports = done(log, job);
                reports.push(Report::Status(log.replication(), log.status()));
                reports
            }
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return,
        };
        if !reports.into_iter().all(&tell) {
            return;
        }
        log.replicate();
        let replication = log.replication();
        next_look = look_after(&replication);
        if !tell(Report::Status(replication, log.status())) {
            return;
        }
    }
}

/// When copies that are not whole are looked at again.
fn look_after(replication: &Replication) -> Option<Duration> {
    match (replication.is_whole(), replication.is_in_trouble()) {
        (true, _) => None,
        (false, true) => Some(BETWEEN_TRIES),
        (false, false) => Some(BETWEEN_LOOKS),
    }
}

fn done(log: &mut dyn Log, job: LogJob) -> Vec<Report> {
    match job {
        LogJob::Append { expected, batch } => {
            // A panic must not leave the session waiting for ever for an answer.
            let append = AssertUnwindSafe(|| log.append(expected, &batch));
            let answer = catch_unwind(append);
            let poisoned = |_| LogAnswer::Unavailable(Arc::new(StoreError::Poisoned));
            vec![Report::Appended(answer.unwrap_or_else(poisoned))]
        }
        LogJob::Later(head) => vec![Report::Later(log.later(head))],
        LogJob::AddCopy(folder) => {
            log.add_copy(&folder);
            Vec::new()
        }
        LogJob::MoveTo(folder) => {
            log.move_to(&folder).err().map(Report::NotMoved).into_iter().collect()
        }
    }
}
