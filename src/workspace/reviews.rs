//! The reviewers' files beside a session: read together, written one command at a time.
//!
//! A command is applied to the file as it is at that moment, with the folder locked so that another
//! window of this program waits: what somebody else has written since is never overwritten. A file that
//! is not fully understood is left as it is.

mod disk;
mod place;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::Record;
use crate::review::notes::{
    ListedNote, NoteCommand, NoteOutcome, NoteRefusal, Review, ReviewFault, ReviewSet,
};
use crate::session::time::Timestamp;
use crate::text::fold::normalised;

use disk::{FolderLock, ReviewFile};

/// The reviews of one session, as they were when they were last read or written.
#[derive(Debug)]
pub struct Reviews {
    /// What may be shown of them.
    pub set: ReviewSet,
    /// Files that look like reviews of the session and could not be read as such.
    pub unread: Vec<Arc<UnreadReview>>,
    session: PathBuf,
    /// Where one's own notes are, once there is such a file.
    own: Option<PathBuf>,
}

/// A review that is not shown, and why.
#[derive(Debug)]
pub struct UnreadReview {
    pub path: PathBuf,
    pub why: ReviewReadError,
}

/// Why a review cannot be read.
#[derive(Debug)]
pub enum ReviewReadError {
    Io(io::Error),
    TooLarge { limit: u64 },
    Fault(ReviewFault),
    OfAnotherSession,
}

/// Why a note could not be saved; nothing has changed on the disk.
#[derive(Debug)]
pub enum NoteNotSaved {
    Refused(NoteRefusal),
    /// The file where the notes belong cannot be read, and so is not overwritten.
    Unreadable(UnreadReview),
    /// Somebody else's notes are now where one's own were.
    Taken(PathBuf),
    /// The file itself is marked as not to be written.
    ReadOnly(PathBuf),
    /// All notes together would be more than is read again.
    TooMuch {
        limit: u64,
    },
    /// Another window is writing, or the file is being changed right now.
    Busy(PathBuf),
    Io(PathBuf, io::Error),
}

impl Reviews {
    /// Reads every review beside the session, and those that are `named`. Nothing is written.
    ///
    /// `id` is the session's; `reviewer` is whose notes are written.
    #[must_use]
    pub fn beside(session: &Path, id: &str, reviewer: &str, named: &[PathBuf]) -> Self {
        let reviewer = normalised(reviewer);
        let mut reviews = Self {
            set: ReviewSet::new(id, reviewer.trim()),
            unread: Vec::new(),
            session: session.to_owned(),
            own: None,
        };
        let beside = place::beside(session);
        let mut seen: Vec<PathBuf> = Vec::new();
        for path in beside.iter().chain(named) {
            let real = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
            if !seen.contains(&real) {
                seen.push(real);
                reviews.add_file(path, named.contains(path));
            }
        }
        reviews
    }

    fn add_file(&mut self, path: &Path, is_named: bool) {
        let why = match disk::read(path) {
            Ok(ReviewFile { review, .. }) if review.session() == self.set.own.session() => {
                return self.add_review(path, review);
            }
            // A file of such a name may be that of another session of such a name.
            Ok(_) if !is_named && path != place::plain(&self.session) => return,
            Ok(_) => ReviewReadError::OfAnotherSession,
            Err(ReviewReadError::Io(error))
                if error.kind() == io::ErrorKind::NotFound && !is_named =>
            {
                return;
            }
            Err(why) => why,
        };
        self.unread.push(Arc::new(UnreadReview { path: path.to_owned(), why }));
    }

    fn add_review(&mut self, path: &Path, review: Review) {
        if self.own.is_none() && review.reviewer() == self.set.own.reviewer() {
            self.own = Some(path.to_owned());
            self.set.own = review;
        } else {
            self.set.others.push(review);
        }
    }

    /// Every note there is, compared with the record.
    pub fn listed(&self, record: &Record) -> Vec<ListedNote> {
        self.set.listed(record)
    }

    /// Applies a command; it is on the disk when this returns, and the set shows it.
    ///
    /// # Errors
    /// The note could not be saved; the file is as it was.
    pub fn save(
        &mut self,
        command: &NoteCommand,
        now: Timestamp,
    ) -> Result<NoteOutcome, NoteNotSaved> {
        let _lock = FolderLock::of(&self.session)?;
        let (path, found) = self.own_file()?;
        let before = found.as_ref().map_or(&self.set.own, |found| &found.review);
        let (after, outcome) = before.after(command, now)?;
        let was_taken_away = found.is_none() && self.own.is_some();
        let is_new = after != *before;
        if is_new || was_taken_away {
            disk::write(&path, found.as_ref(), &after)?;
        }
        if is_new || found.is_some() {
            self.own = Some(path);
        }
        self.set.own = after;
        Ok(outcome)
    }

    /// Why no note can be saved, as far as can be known without writing.
    pub fn obstacle(&self) -> Option<NoteNotSaved> {
        match self.own_file() {
            Err(why) => Some(why),
            Ok((path, _)) => disk::refuses_writing(&path),
        }
    }

    /// The file of one's own notes and what is in it now; the first free name when there is none.
    fn own_file(&self) -> Result<(PathBuf, Option<ReviewFile>), NoteNotSaved> {
        if let Some(own) = &self.own {
            return match disk::read(own) {
                Ok(found) if self.is_own(&found.review) => Ok((own.clone(), Some(found))),
                Ok(_) => Err(NoteNotSaved::Taken(own.clone())),
                // Removed meanwhile: what was read of it is written again.
                Err(ReviewReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
                    Ok((own.clone(), None))
                }
                Err(why) => Err(NoteNotSaved::Unreadable(UnreadReview { path: own.clone(), why })),
            };
        }
        let mut last = place::plain(&self.session);
        for path in place::own(&self.session, self.set.own.reviewer()) {
            match disk::read(&path) {
                Ok(found) if self.is_own(&found.review) => return Ok((path, Some(found))),
                Ok(_) => last = path,
                Err(ReviewReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
                    return Ok((path, None));
                }
                Err(why) => return Err(NoteNotSaved::Unreadable(UnreadReview { path, why })),
            }
        }
        Err(NoteNotSaved::Taken(last))
    }

    fn is_own(&self, review: &Review) -> bool {
        let own = &self.set.own;
        review.is_of(own.session(), own.reviewer())
    }
}

impl From<NoteRefusal> for NoteNotSaved {
    fn from(why: NoteRefusal) -> Self {
        Self::Refused(why)
    }
}

#[cfg(test)]
mod tests;
