//! Several reviews of one session read together: the reviewer's own, and others' beside it.

use super::flags::{flags, time};
use super::{Note, NoteFlag, Review};
use crate::record::Record;
use crate::session::time::Timestamp;

/// One's own review and those of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewSet {
    /// The one that takes commands; without a note as long as nothing was noted.
    pub own: Review,
    /// Only to be read.
    pub others: Vec<Review>,
}

/// A note among those of all reviewers, compared with the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedNote {
    pub note: Note,
    pub reviewer: String,
    /// Whether it may be edited and removed.
    pub is_own: bool,
    /// When its moment was; unknown where nobody recorded times, or where the record is no longer the
    /// one that was noted on.
    pub at: Option<Timestamp>,
    pub flags: Vec<NoteFlag>,
}

impl ReviewSet {
    /// A set of one's own review alone, still without a note.
    #[must_use]
    pub fn new(session: &str, reviewer: &str) -> Self {
        Self { own: Review::new(session, reviewer), others: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.own.notes().is_empty() && self.others.iter().all(|review| review.notes().is_empty())
    }

    /// Every note with its flags, in the order of their moments; then as they were written.
    ///
    /// Call it when a note or the record has changed, not for every frame: it reads the events since each
    /// note was written.
    #[must_use]
    pub fn listed(&self, record: &Record) -> Vec<ListedNote> {
        let own = self.own.notes().iter().map(|note| (note, &self.own, true));
        let others = self
            .others
            .iter()
            .flat_map(|review| review.notes().iter().map(move |note| (note, review, false)));
        let mut listed: Vec<ListedNote> = own
            .chain(others)
            .map(|(note, review, is_own)| {
                let flags = flags(record, note);
                let at = time(record, note, &flags);
                let reviewer = review.reviewer().to_owned();
                ListedNote { note: note.clone(), reviewer, is_own, at, flags }
            })
            .collect();
        listed.sort_by_key(|listed| (listed.note.pin.at.events, listed.note.written));
        listed
    }
}
