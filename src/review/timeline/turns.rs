//! The turns on the floor, followed from event to event.

use std::collections::{BTreeMap, BTreeSet};

use crate::session::event::{Event, Recorded};
use crate::session::number::QuestionNo;
use crate::session::payload::Merger;

use super::moment;
use crate::session::outcome::Outcome;

/// One turn of a question on the floor, from being called to what became of it. An outcome without a
/// call is a turn of no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub question: QuestionNo,
    /// The moment it came to the floor.
    pub from: usize,
    /// The moment it left it, or the last moment.
    pub to: usize,
    pub outcome: Outcome,
}

/// Who is on the floor, and who was.
#[derive(Clone, Debug, Default)]
pub(super) struct FloorTurns {
    ended: Vec<Turn>,
    /// Since when each question is on the floor.
    on: BTreeMap<QuestionNo, usize>,
    /// Sent off by a merger, to come back should it be unmade.
    merged: BTreeSet<QuestionNo>,
    /// Sent off by the close, to come back should the session be reopened.
    closed: BTreeSet<QuestionNo>,
}

impl FloorTurns {
    pub(super) fn spans(&self, last: usize) -> impl Iterator<Item = Turn> + '_ {
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
        match &recorded.event {
            Event::QuestionCalled(on) => self.come(on.question, now),
            Event::AnswerStarted { question, .. } => self.come(*question, now),
            Event::AnswerGiven(given) => {
                self.end(given.question, now, Outcome::answered(given.quality));
            }
            Event::QuestionDeferred(deferral) => {
                self.end(deferral.question, now, Outcome::Deferred);
            }
            Event::QuestionReferred(disposal) => {
                self.end(disposal.question, now, Outcome::Referred);
            }
            Event::QuestionDeclined(disposal) => {
                self.end(disposal.question, now, Outcome::Declined);
            }
            Event::QuestionWithdrawn(disposal) => {
                self.end(disposal.question, now, Outcome::Withdrawn);
            }
            Event::QuestionSplit { question, .. } => {
                self.leave(*question, now, Outcome::Split);
            }
            Event::QuestionMerged(merger) => self.merge(*merger, now),
            Event::QuestionUnmerged(merger) => self.unmerge(*merger, now),
            Event::Closed(_) => self.close(now),
            Event::Reopened(_) => {
                for question in std::mem::take(&mut self.closed) {
                    self.come(question, now);
                }
            }
            _ => {}
        }
    }

    fn come(&mut self, question: QuestionNo, now: usize) {
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
            self.come(merger.question, now);
        }
    }

    fn close(&mut self, now: usize) {
        for (question, from) in std::mem::take(&mut self.on) {
            self.ended.push(Turn { question, from, to: now, outcome: Outcome::Open });
            self.closed.insert(question);
        }
    }
}
