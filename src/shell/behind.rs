//! A file made durable a moment after it was written: no key waits for it, and a power cut takes a moment.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long what is written is gathered before it is synced once.
const GATHER: Duration = Duration::from_millis(300);
/// How long the end waits for a disk that does not answer.
const LAST_PATIENCE: Duration = Duration::from_secs(1);

/// Syncs one file, again and again, behind the back of those who write it.
pub(super) struct Behind {
    written: Option<Sender<()>>,
    ended: Receiver<()>,
}

impl Behind {
    pub(super) fn of(path: PathBuf) -> Self {
        let (written, waiting) = channel();
        let (end, ended) = channel::<()>();
        thread::spawn(move || {
            // Dropped with this thread, and so heard by whoever waits for its end.
            let _end = end;
            while let Some(more) = gathered(&waiting) {
                // What cannot be synced is no worse off than what was not yet.
                let _ = sync(&path);
                if !more {
                    return;
                }
            }
        });
        Self { written: Some(written), ended }
    }

    /// The file has changed.
    pub(super) fn written(&self) {
        let _ = self.written.as_ref().map(|written| written.send(()));
    }
}

impl Drop for Behind {
    fn drop(&mut self) {
        self.written = None;
        // It is told by hanging up, whether or not the disk has answered.
        let _ = self.ended.recv_timeout(LAST_PATIENCE);
    }
}

/// Waits until something was written and a while has passed; whether more may come. `None`: it never will.
fn gathered(waiting: &Receiver<()>) -> Option<bool> {
    waiting.recv().ok()?;
    let until = Instant::now() + GATHER;
    loop {
        match waiting.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return Some(true),
            Err(RecvTimeoutError::Disconnected) => return Some(false),
        }
    }
}

/// The file if it is there, and its name in the folder.
fn sync(path: &Path) -> io::Result<()> {
    match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        file => file?.sync_all()?,
    }
    match path.parent().filter(|_| cfg!(unix)) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}
