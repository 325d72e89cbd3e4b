//! Several reviews of one session read together: the reviewer's own, and others' beside it.

use super::{Flag, Ground, Note, Review};
use crate::session::time::Timestamp;

/// One's own review and those of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The one that takes wishes; without a note as long as nothing was noted.
    pub own: Review,
    /// Only to be read.
    pub others: Vec<Review>,
}

/// A note among those of all reviewers, held against the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub note: Note,
    pub reviewer: String,
    /// Whether it may be edited and removed.
    pub is_own: bool,
    /// When its moment was; unknown where nobody recorded times, or where the record is no longer the
    /// one that was noted on.
    pub at: Option<Timestamp>,
    pub flags: Vec<Flag>,
}

impl Shelf {
    /// A shelf with one's own review alone, still without a note.
    #[must_use]
    pub fn new(session: &str, reviewer: &str) -> Self {
        Self { own: Review::new(session, reviewer), others: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.own.notes().is_empty() && self.others.iter().all(|review| review.notes().is_empty())
    }

    /// Every note with its flags, in the order of their moments; then as they were written.
    ///
    /// To be asked when a note or the record has changed, not at every frame: what happened since a
    /// note was written is gone through for each.
    #[must_use]
    pub fn listed(&self, ground: &Ground) -> Vec<Listed> {
        let own = self.own.notes().iter().map(|note| (note, &self.own, true));
        let others = self
            .others
            .iter()
            .flat_map(|review| review.notes().iter().map(move |note| (note, review, false)));
        let mut listed: Vec<Listed> = own
            .chain(others)
            .map(|(note, review, is_own)| {
                let flags = ground.flags(note);
                let at = ground.time(note, &flags);
                let reviewer = review.reviewer().to_owned();
                Listed { note: note.clone(), reviewer, is_own, at, flags }
            })
            .collect();
        listed.sort_by_key(|listed| (listed.note.pin.at.events, listed.note.written));
        listed
    }
}
