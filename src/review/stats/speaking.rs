//! The floor: whose voice the hall hears, one at a time.

use std::collections::{BTreeMap, HashMap};

use crate::session::number::{ResponderId, Seq};
use crate::session::state::State;

use super::tally::named;
use super::{SpeakingTime, SpeakingTimes};

/// Who has the floor, and for how long each has had it.
#[derive(Default)]
pub(super) struct SpeakingFloor<'a> {
    /// Questions called and not yet being answered.
    asking: usize,
    /// Questions being answered, by the event that began it.
    answering: BTreeMap<Seq, &'a ResponderId>,
    /// All the time in which delegates alone had the floor, whoever it was given to afterwards.
    heard: i64,
    /// What of `heard` is settled: it was the delegates', or was given to a responder.
    settled: i64,
    given: i64,
    voices: HashMap<&'a ResponderId, i64>,
}

impl<'a> SpeakingFloor<'a> {
    /// Time passes: it is theirs who have the floor.
    pub(super) fn pass(&mut self, millis: i64) {
        if let Some((_, by)) = self.answering.last_key_value() {
            *self.voices.entry(by).or_default() += millis;
        } else if self.asking > 0 {
            self.heard += millis;
        }
    }

    /// For how long delegates have been heard so far.
    pub(super) fn heard(&self) -> i64 {
        self.heard
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
        self.settled = self.heard;
        self.answering.insert(seq, by);
    }

    pub(super) fn end(&mut self, began: Seq) {
        self.answering.remove(&began);
    }

    /// An answer came with no beginning noted: what delegates were heard beyond `heard` was the responder.
    pub(super) fn give_since(&mut self, heard: i64, by: &'a ResponderId) {
        let millis = self.heard - heard.max(self.settled);
        self.settled = self.heard;
        self.given += millis;
        *self.voices.entry(by).or_default() += millis;
    }

    pub(super) fn talking(&self, state: &State) -> SpeakingTimes {
        let mut responders: Vec<SpeakingTime> = self
            .voices
            .iter()
            .filter(|(_, millis)| **millis > 0)
            .map(|(id, millis)| SpeakingTime { responder: named(state, id), millis: *millis })
            .collect();
        responders.sort_by(|one, other| {
            other.millis.cmp(&one.millis).then_with(|| one.responder.id.cmp(&other.responder.id))
        });
        SpeakingTimes { delegates: self.heard - self.given, responders, from_the_call: self.given }
    }
}
