//! A copy of the drafts that a power cut cannot take: synced on a thread of its own, at most once a second.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::store::Disk;
use crate::store::atomic::put_private;

/// How far the copy may lag behind the typing.
const LAG: Duration = Duration::from_secs(1);
/// How long leaving waits for the last copy.
const LAST_WAIT: Duration = Duration::from_secs(2);

/// Keeps the latest of what it is given in one file.
pub(super) struct DraftSync {
    texts: Sender<Vec<u8>>,
    done: Receiver<()>,
}

impl DraftSync {
    /// In the file at `path`, whose folder is there once there is something to keep.
    pub(super) fn new(path: PathBuf) -> Self {
        let (texts, given) = channel();
        let (finished, done) = channel();
        thread::spawn(move || {
            keep_latest(&given, &path);
            // The receiver may be gone.
            let _ = finished.send(());
        });
        Self { texts, done }
    }

    /// Takes the drafts as they are now; none at all when there are none.
    pub(super) fn take(&self, text: Vec<u8>) {
        // Without its thread the drafts are as safe as the system's own cache is.
        let _ = self.texts.send(text);
    }

    /// Waits for the last copy, unless the disk is too slow.
    pub(super) fn finish(self) {
        drop(self.texts);
        let _ = self.done.recv_timeout(LAST_WAIT);
    }
}

fn keep_latest(given: &Receiver<Vec<u8>>, path: &Path) {
    while let Ok(mut text) = given.recv() {
        let due = Instant::now() + LAG;
        let mut ended = false;
        while !ended {
            match given.recv_timeout(due.saturating_duration_since(Instant::now())) {
                Ok(later) => text = later,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => ended = true,
            }
        }
        // A folder that takes nothing is told of where the drafts themselves are written.
        let _ = put(&text, path);
        if ended {
            return;
        }
    }
}

fn put(text: &[u8], path: &Path) -> io::Result<()> {
    if text.is_empty() {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    put_private(&Disk::DEFAULT, path, text)
}

#[cfg(test)]
mod tests {
    use super::DraftSync;

    #[test]
    fn the_last_words_are_kept_when_it_ends_and_none_leave_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("copy.json");
        let kept = DraftSync::new(path.clone());
        for words in ["một", "một hai", "một hai ba"] {
            kept.take(words.as_bytes().to_vec());
        }
        kept.finish();
        assert_eq!(std::fs::read_to_string(&path).expect("kept"), "một hai ba");
        let kept = DraftSync::new(path.clone());
        kept.take(Vec::new());
        kept.finish();
        assert!(!path.exists());
    }
}
