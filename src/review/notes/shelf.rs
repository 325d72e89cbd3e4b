//! Several reviews of one session read together: the reviewer's own, and others' beside it.

use super::{Flag, Ground, Note, Review};

/// One's own review and those of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The one that takes wishes; without a note as long as nothing was noted.
    pub own: Review,
    /// Only to be read.
    pub others: Vec<Review>,
}

/// A note among those of all reviewers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    pub note: &'a Note,
    pub reviewer: &'a str,
    /// Whether it may be edited and removed.
    pub is_own: bool,
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
    pub fn listed<'a>(&'a self, ground: &Ground) -> Vec<Listed<'a>> {
        let others = self.others.iter().map(|review| (review, false));
        let mut listed: Vec<Listed<'a>> = std::iter::once((&self.own, true))
            .chain(others)
            .flat_map(|(review, is_own)| {
                review.notes().iter().map(move |note| (review, is_own, note))
            })
            .map(|(review, is_own, note)| Listed {
                note,
                reviewer: review.reviewer(),
                is_own,
                flags: ground.flags(note),
            })
            .collect();
        listed.sort_by_key(|listed| (listed.note.pin.at.events, listed.note.written));
        listed
    }
}
