//! Durations on the steady clock, which nobody sets.
//!
//! The record has the times of the clock on the wall, and that one may be set while people speak. A
//! stopwatch starts from the wall clock when it is first seen, and runs on the steady clock from there.

use crate::session::number::QuestionNo;
use crate::session::question::{Question, Status};
use crate::session::state::{Phase, State};
use crate::session::time::Timestamp;

/// A reading of the steady clock, in milliseconds; only the difference of two has a meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SteadyTime(pub i64);

/// What is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stopwatch {
    Session,
    Floor(QuestionNo),
}

/// The stopwatches of a desk.
#[derive(Clone, Debug, Default)]
pub struct Stopwatches {
    now: SteadyTime,
    /// What runs or ran since the moment the record has, and the reading it began at.
    began: Vec<(Stopwatch, Timestamp, SteadyTime)>,
}

impl Stopwatches {
    /// Sets the steady clock.
    pub fn tell(&mut self, now: SteadyTime) {
        self.now = now;
    }

    /// The steady clock, as last read.
    pub fn now(&self) -> SteadyTime {
        self.now
    }

    /// The whole seconds of the steady clock.
    pub fn second(&self) -> i64 {
        self.now.0.div_euclid(1000)
    }

    /// Another session is on the desk.
    pub fn clear(&mut self) {
        self.began.clear();
    }

    /// Starts those that are not running yet. `wall` is what the clock on the wall shows now.
    pub fn start<'a>(
        &mut self,
        state: &State,
        on_the_floor: impl Iterator<Item = &'a Question>,
        wall: Timestamp,
    ) {
        if let (Some(opened), false) = (state.opened_at(), state.is_closed()) {
            self.start_one(Stopwatch::Session, opened, wall);
        }
        for question in on_the_floor {
            if let Some(since) = since(question) {
                self.start_one(Stopwatch::Floor(question.number), since, wall);
            }
        }
    }

    fn start_one(&mut self, what: Stopwatch, since: Timestamp, wall: Timestamp) {
        if self.began(what, since).is_none() {
            let gone = wall.millis_since(since).max(0);
            self.began.push((what, since, SteadyTime(self.now.0.saturating_sub(gone))));
        }
    }

    fn began(&self, what: Stopwatch, since: Timestamp) -> Option<SteadyTime> {
        // The latest one is asked for most.
        let known =
            self.began.iter().rev().find(|(known, then, _)| (*known, *then) == (what, since));
        known.map(|(_, _, began)| *began)
    }

    fn millis(&self, what: Stopwatch, since: Timestamp, wall: Timestamp) -> i64 {
        match self.began(what, since) {
            Some(began) => self.now.0.saturating_sub(began.0),
            None => wall.millis_since(since).max(0),
        }
    }

    /// Milliseconds since the session was opened, or from its opening to its end, without the time it was closed
    /// before it was reopened.
    pub fn of_session(&self, state: &State, opened: Timestamp, wall: Timestamp) -> i64 {
        match state.phase() {
            Phase::Closed { at } => at.millis_since(opened),
            _ => self.millis(Stopwatch::Session, opened, wall),
        }
        .saturating_sub(state.closed_millis())
        .max(0)
    }

    /// Milliseconds the question has been on the floor; `None` when it is not there.
    pub fn of_question(&self, state: &State, question: &Question, wall: Timestamp) -> Option<i64> {
        let since = since(question)?;
        Some(match state.phase() {
            Phase::Closed { at } => at.millis_since(since).max(0),
            _ => self.millis(Stopwatch::Floor(question.number), since, wall),
        })
    }
}

/// What the desk is timed by: the clock on the wall, and stopwatches where some are running.
#[derive(Clone, Copy, Debug)]
pub struct ScreenClock<'a> {
    pub wall: Timestamp,
    /// `None` in a replay, which has the wall clock alone.
    pub stopwatches: Option<&'a Stopwatches>,
}

impl ScreenClock<'_> {
    /// As [`Stopwatches::of_session`].
    pub fn of_session(self, state: &State, opened: Timestamp) -> i64 {
        let stopped = Stopwatches::default();
        self.stopwatches.unwrap_or(&stopped).of_session(state, opened, self.wall)
    }

    /// As [`Stopwatches::of_question`].
    pub fn of_question(self, state: &State, question: &Question) -> Option<i64> {
        let stopped = Stopwatches::default();
        self.stopwatches.unwrap_or(&stopped).of_question(state, question, self.wall)
    }
}

/// Since when the question has been where it is on the floor.
fn since(question: &Question) -> Option<Timestamp> {
    match question.status {
        Status::Called { since } | Status::Answering { since, .. } => Some(since),
        _ => None,
    }
}
