//! Who is speaking, one person at a time.

use std::collections::{BTreeMap, HashMap};

use crate::session::number::{ResponderId, Seq};
use crate::session::state::State;

use super::tally::named;
use super::{SpeakingTime, SpeakingTimes};

/// Who is speaking, and for how long each has spoken.
#[derive(Default)]
pub(super) struct SpeakingFloor<'a> {
    /// Questions called and not yet being answered.
    asking: usize,
    /// Questions being answered, by the event that began it: by whom, and for how long that one has spoken.
    answering: BTreeMap<Seq, (&'a ResponderId, i64)>,
    /// All the time in which only delegates were called, whoever it was assigned to afterwards.
    delegates: i64,
    /// What of `delegates` is settled: it stays the delegates', or was assigned to a responder.
    settled: i64,
    given: i64,
    responders: HashMap<&'a ResponderId, i64>,
}

impl<'a> SpeakingFloor<'a> {
    /// Adds the time passed to whoever is speaking.
    pub(super) fn pass(&mut self, millis: i64) {
        if let Some(mut last) = self.answering.last_entry() {
            last.get_mut().1 += millis;
        } else if self.asking > 0 {
            self.delegates += millis;
        }
    }

    /// For how long delegates have spoken so far.
    pub(super) fn delegates(&self) -> i64 {
        self.delegates
    }

    /// A delegate takes the floor.
    pub(super) fn call(&mut self) {
        self.asking += 1;
    }

    /// A delegate leaves it.
    pub(super) fn leave(&mut self) {
        self.asking -= 1;
    }

    /// A responder takes it, with the event at `seq`; until then delegates spoke.
    pub(super) fn begin(&mut self, by: &'a ResponderId, seq: Seq) {
        self.settled = self.delegates;
        self.answering.insert(seq, (by, 0));
    }

    /// The one who began at `began` leaves it; who spoke is corrected to `by`, if that is given.
    pub(super) fn end(&mut self, began: Seq, by: Option<&'a ResponderId>) {
        if let Some((beginner, millis)) = self.answering.remove(&began) {
            *self.responders.entry(by.unwrap_or(beginner)).or_default() += millis;
        }
    }

    /// An answer without a recorded beginning: what delegates spoke beyond `since` is assigned to the responder.
    pub(super) fn give_since(&mut self, since: i64, by: &'a ResponderId) {
        let millis = self.delegates - since.max(self.settled);
        self.settled = self.delegates;
        self.given += millis;
        *self.responders.entry(by).or_default() += millis;
    }

    pub(super) fn talking(mut self, state: &State) -> SpeakingTimes {
        while let Some((began, _)) = self.answering.first_key_value() {
            self.end(*began, None);
        }
        let mut responders: Vec<SpeakingTime> = self
            .responders
            .into_iter()
            .filter(|(_, millis)| *millis > 0)
            .map(|(id, millis)| SpeakingTime { responder: named(state, id), millis })
            .collect();
        responders.sort_by(|one, other| {
            other.millis.cmp(&one.millis).then_with(|| one.responder.id.cmp(&other.responder.id))
        });
        SpeakingTimes {
            delegates: self.delegates - self.given,
            responders,
            from_the_call: self.given,
        }
    }
}
