//! Which events stand, as an index: an undo looks at those alone, however long the log.

use std::ops::Bound;

use imbl::OrdSet;

use super::batch::BatchSpan;
use super::event::Event;
use super::number::Seq;

/// The events that stand after a log.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// Events of the dialogue.
    events: OrdSet<Seq>,
    /// Undos of such events; not the undos of undos.
    undos: OrdSet<Seq>,
    /// The latest event of the dialogue, standing or not.
    latest: Seq,
}

impl Standing {
    pub(super) fn note(&mut self, seq: Seq, event: &Event) {
        if is_of_the_dialogue(event) {
            self.events.insert(seq);
            self.latest = seq;
        }
    }

    pub(super) fn latest_event(&self) -> Option<Seq> {
        self.events.get_max().copied()
    }

    /// The latest undo behind which nothing new happened.
    pub(super) fn latest_undo(&self) -> Option<Seq> {
        self.undos.get_max().copied().filter(|undo| *undo > self.latest)
    }

    /// Oldest first.
    pub(super) fn events_from(&self, first: Seq) -> impl Iterator<Item = Seq> + '_ {
        self.events.range(first..).copied()
    }

    /// Oldest first.
    pub(super) fn events_between(&self, first: Seq, end: Seq) -> impl Iterator<Item = Seq> + '_ {
        let range = (Bound::Included(first), Bound::Excluded(end.max(first)));
        self.events.range(range).copied()
    }

    pub(super) fn set_events(&mut self, events: BatchSpan, stand: bool) {
        for seq in events.members() {
            if stand {
                self.events.insert(seq);
            } else {
                self.events.remove(&seq);
            }
        }
    }

    pub(super) fn set_undo(&mut self, undo: Seq, stands: bool) {
        if stands {
            self.undos.insert(undo);
        } else {
            self.undos.remove(&undo);
        }
    }
}

/// Neither an undo nor about the record itself.
fn is_of_the_dialogue(event: &Event) -> bool {
    !matches!(event, Event::Undone { .. }) && !event.is_about_the_record()
}
