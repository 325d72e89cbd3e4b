//! The turns on the floor, from event to event.

use std::collections::{BTreeMap, BTreeSet};

use crate::review::course::CourseStep;
use crate::session::event::Recorded;
use crate::session::number::QuestionNo;
use crate::session::payload::Merger;

use super::moment;
use crate::session::outcome::Outcome;

/// One turn of a question on the floor, from being called to what became of it. An outcome without a
/// call is a turn of no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub question: QuestionNo,
    /// The moment it was called.
    pub from: usize,
    /// The moment it left it, or the last moment.
    pub to: usize,
    pub outcome: Outcome,
}

/// The questions on the floor now, and the turns that have ended.
#[derive(Clone, Debug, Default)]
pub(super) struct FloorTurns {
    ended: Vec<Turn>,
    /// Since when each question is on the floor.
    on: BTreeMap<QuestionNo, usize>,
    /// Taken off the floor by a merger; an unmerge brings them back.
    merged: BTreeSet<QuestionNo>,
    /// Taken off the floor by the close; a reopening brings them back.
    closed: BTreeSet<QuestionNo>,
}

impl FloorTurns {
    pub(super) fn all(&self, last: usize) -> impl Iterator<Item = Turn> + '_ {
        let going_on = self.on.iter().map(move |(question, from)| Turn {
            question: *question,
            from: *from,
            to: last,
            outcome: Outcome::Open,
        });
        self.ended.iter().copied().chain(going_on)
    }

    /// Follows one standing event.
    pub(super) fn follow(&mut self, recorded: &Recorded) {
        let now = moment(recorded.seq);
        match CourseStep::of(&recorded.event) {
            CourseStep::Called(question) | CourseStep::AnswerStarted { question, .. } => {
                self.begin(question, now);
            }
            CourseStep::Answered(given) => {
                self.end(given.question, now, Outcome::answered(given.quality));
            }
            CourseStep::Settled(question, outcome) => self.end(question, now, outcome),
            CourseStep::Split { question, .. } => {
                self.leave(question, now, Outcome::Split);
            }
            CourseStep::Merged(merger) => self.merge(merger, now),
            CourseStep::Unmerged(merger) => self.unmerge(merger, now),
            CourseStep::Closed => self.close(now),
            CourseStep::Reopened => {
                for question in std::mem::take(&mut self.closed) {
                    self.begin(question, now);
                }
            }
            CourseStep::Running
            | CourseStep::Paused
            | CourseStep::Asked(_)
            | CourseStep::Routed(_)
            | CourseStep::Corrected
            | CourseStep::None => {}
        }
    }

    fn begin(&mut self, question: QuestionNo, now: usize) {
        self.on.entry(question).or_insert(now);
    }

    fn end(&mut self, question: QuestionNo, now: usize, outcome: Outcome) {
        let from = self.on.remove(&question).unwrap_or(now);
        self.ended.push(Turn { question, from, to: now, outcome });
    }

    /// Ends a turn, if it is one; whether it was.
    fn leave(&mut self, question: QuestionNo, now: usize, outcome: Outcome) -> bool {
        let was_on = self.on.contains_key(&question);
        if was_on {
            self.end(question, now, outcome);
        }
        was_on
    }

    fn merge(&mut self, merger: Merger, now: usize) {
        if self.leave(merger.question, now, Outcome::Merged) {
            self.merged.insert(merger.question);
        }
    }

    fn unmerge(&mut self, merger: Merger, now: usize) {
        if self.merged.remove(&merger.question) {
            self.begin(merger.question, now);
        }
    }

    fn close(&mut self, now: usize) {
        for (question, from) in std::mem::take(&mut self.on) {
            self.ended.push(Turn { question, from, to: now, outcome: Outcome::Open });
            self.closed.insert(question);
        }
    }
}
