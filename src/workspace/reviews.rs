//! The reviewers' files beside a session: read together, written one wish at a time.
//!
//! A wish is carried out on the file as it stands at that moment, with the folder held so that another
//! window of this program waits: what somebody else has written since is never written over. A file
//! that is not wholly understood is left as it is.

mod disk;
mod place;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::record::Record;
use crate::review::notes::{Deed, Fault, Ground, Listed, NotTaken, Pin, Review, Shelf, Wish};
use crate::session::time::Timestamp;
use crate::text::fold::normalised;

use disk::{Found, Held};

/// The reviews of one session, as they were when they were last read or written.
#[derive(Debug)]
pub struct Reviews {
    /// What may be shown of them.
    pub shelf: Shelf,
    /// Files that look like reviews of the session and could not be read as such.
    pub unread: Vec<Unread>,
    session: PathBuf,
    /// Where one's own notes are, once there is such a file.
    own: Option<PathBuf>,
}

/// A review that is not shown, and why.
#[derive(Debug)]
pub struct Unread {
    pub path: PathBuf,
    pub why: WhyUnread,
}

/// Why a review cannot be read.
#[derive(Debug)]
pub enum WhyUnread {
    Io(io::Error),
    TooLarge { limit: u64 },
    Fault(Fault),
    OfAnotherSession,
}

/// Why a note could not be kept; nothing has changed on the disk.
#[derive(Debug)]
pub enum NotKept {
    NotTaken(NotTaken),
    /// What stands where the notes belong cannot be read, and so is not written over.
    Unreadable(Unread),
    /// Somebody else's notes stand where one's own were.
    Taken(PathBuf),
    /// The file itself is marked as not to be written.
    ReadOnly(PathBuf),
    /// All notes together would be more than is read again.
    TooMuch {
        limit: u64,
    },
    /// Another window is writing, or somebody changes the file at this very moment.
    Busy(PathBuf),
    Io(PathBuf, io::Error),
}

impl Reviews {
    /// Reads every review beside the session, and those that are `named`. Nothing is written.
    ///
    /// `id` is the session's; `reviewer` is whose notes are to be kept.
    #[must_use]
    pub fn beside(session: &Path, id: &str, reviewer: &str, named: &[PathBuf]) -> Self {
        let reviewer = normalised(reviewer);
        let mut reviews = Self {
            shelf: Shelf::new(id, reviewer.trim()),
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
                reviews.take_in(path, named.contains(path));
            }
        }
        reviews
    }

    fn take_in(&mut self, path: &Path, is_named: bool) {
        let why = match disk::read(path) {
            Ok(Found { review, .. }) if review.session() == self.shelf.own.session() => {
                return self.put_on_the_shelf(path, review);
            }
            // A file of such a name may be that of another session of such a name.
            Ok(_) if !is_named && path != place::plain(&self.session) => return,
            Ok(_) => WhyUnread::OfAnotherSession,
            Err(WhyUnread::Io(error)) if error.kind() == io::ErrorKind::NotFound && !is_named => {
                return;
            }
            Err(why) => why,
        };
        self.unread.push(Unread { path: path.to_owned(), why });
    }

    fn put_on_the_shelf(&mut self, path: &Path, review: Review) {
        if self.own.is_none() && review.reviewer() == self.shelf.own.reviewer() {
            self.own = Some(path.to_owned());
            self.shelf.own = review;
        } else {
            self.shelf.others.push(review);
        }
    }

    /// Every note there is, held against the record.
    pub fn listed(&self, record: &Record) -> Vec<Listed> {
        let head_after = heads_of(record);
        self.shelf.listed(&Ground { session: record.session(), head_after: &head_after })
    }

    /// Carries out a wish; it is on the disk when this returns, and the shelf shows it.
    ///
    /// # Errors
    /// The note could not be kept; the file is as it was.
    pub fn carry_out(&mut self, wish: &Wish, now: Timestamp) -> Result<Deed, NotKept> {
        let _held = Held::folder_of(&self.session)?;
        let (path, found) = self.where_it_goes()?;
        let before = found.as_ref().map_or(&self.shelf.own, |found| &found.review);
        let (after, deed) = before.after(wish, now)?;
        let was_taken_away = found.is_none() && self.own.is_some();
        let is_new = after != *before;
        if is_new || was_taken_away {
            disk::write(&path, found.as_ref(), &after)?;
        }
        if is_new || found.is_some() {
            self.own = Some(path);
        }
        self.shelf.own = after;
        Ok(deed)
    }

    /// What would keep any note from being kept, as far as it can be told without writing.
    pub fn obstacle(&self) -> Option<NotKept> {
        match self.where_it_goes() {
            Err(why) => Some(why),
            Ok((path, _)) => disk::refuses_writing(&path),
        }
    }

    /// The file of one's own notes and what is in it now; the first free name when there is none.
    fn where_it_goes(&self) -> Result<(PathBuf, Option<Found>), NotKept> {
        if let Some(own) = &self.own {
            return match disk::read(own) {
                Ok(found) if self.is_own(&found.review) => Ok((own.clone(), Some(found))),
                Ok(_) => Err(NotKept::Taken(own.clone())),
                // Taken away meanwhile: what is known of it is written again.
                Err(WhyUnread::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
                    Ok((own.clone(), None))
                }
                Err(why) => Err(NotKept::Unreadable(Unread { path: own.clone(), why })),
            };
        }
        let mut last = place::plain(&self.session);
        for path in place::own(&self.session, self.shelf.own.reviewer()) {
            match disk::read(&path) {
                Ok(found) if self.is_own(&found.review) => return Ok((path, Some(found))),
                Ok(_) => last = path,
                Err(WhyUnread::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
                    return Ok((path, None));
                }
                Err(why) => return Err(NotKept::Unreadable(Unread { path, why })),
            }
        }
        Err(NotKept::Taken(last))
    }

    fn is_own(&self, review: &Review) -> bool {
        let own = &self.shelf.own;
        review.is_of(own.session(), own.reviewer())
    }
}

/// Where a note on the moment after `events` events is pinned; `None` when there were never so many.
pub fn pin(record: &Record, events: u64) -> Option<Pin> {
    let head_after = heads_of(record);
    Ground { session: record.session(), head_after: &head_after }.pin(events)
}

fn heads_of(record: &Record) -> impl Fn(u64) -> Option<String> {
    |events| record.fingerprint_after(events).map(|then| then.head.as_str().to_owned())
}

impl From<NotTaken> for NotKept {
    fn from(why: NotTaken) -> Self {
        Self::NotTaken(why)
    }
}

#[cfg(test)]
mod tests;
