//! The whole session on one axis: turns of questions, marks of everything else.
//!
//! A *moment* is the number of events that have happened: at moment `n` the event of that seq has just
//! happened, and at moment 0 nothing has. Turns and marks are given in moments.

mod axis;
mod marks;
mod turns;

pub use crate::session::outcome::Outcome;
pub use axis::{Axis, BEAT, CAP};
pub use marks::{JumpTarget, Mark, MarkKind};
pub use turns::Turn;

use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{QuestionNo, Seq};
use crate::session::time::Timestamp;

use marks::Marks;
use turns::FloorTurns;

/// A gap that is marked as a break, however short the axis makes it: half an hour.
const BREAK: i64 = 30 * 60_000;

/// A session laid out on one line.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    axis: Axis,
    turns: FloorTurns,
    marks: Marks,
    begun: Option<Timestamp>,
    last: Option<Timestamp>,
    rebuilt: bool,
}

impl Timeline {
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut timeline = Self::default();
        timeline.extend(session);
        timeline
    }

    /// Takes in what the session has grown by. An undo changes what stands, so turns and marks are
    /// then laid out anew; the axis never is.
    pub fn extend(&mut self, session: &Session) {
        let history = session.history();
        let known = self.moments();
        let new = history.get(known..).unwrap_or_default();
        for recorded in new {
            let gap = self.axis.push(recorded.at);
            if gap >= BREAK {
                self.marks.mark(recorded, MarkKind::Break);
            }
            self.begun.get_or_insert(recorded.at);
            self.last = Some(recorded.at);
            if let Event::Opened(opening) = &recorded.event {
                self.rebuilt = opening.source.is_some();
            }
        }
        if new.iter().any(|recorded| matches!(recorded.event, Event::Undone { .. })) {
            self.lay_out_anew(session);
        } else {
            self.lay_out(session, new);
        }
    }

    fn lay_out_anew(&mut self, session: &Session) {
        self.turns = FloorTurns::default();
        self.marks.keep_only_breaks();
        self.lay_out(session, session.history());
    }

    fn lay_out(&mut self, session: &Session, events: &[Recorded]) {
        for recorded in events {
            if session.undone_by(recorded.seq).is_none() {
                self.turns.follow(recorded);
                self.marks.take(recorded);
            } else if !matches!(recorded.event, Event::Undone { .. }) {
                self.marks.mark(recorded, MarkKind::TakenBack);
            } else {
                self.marks.mark(recorded, MarkKind::Undo);
            }
        }
        self.marks.settle();
    }

    #[must_use]
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// How many events there are; also the last moment.
    #[must_use]
    pub fn moments(&self) -> usize {
        self.axis.moments()
    }

    /// The turns on the floor: those that ended, in the order of their ends, then those still going on.
    pub fn turns(&self) -> impl Iterator<Item = Turn> + '_ {
        self.turns.all(self.moments())
    }

    /// In the order of time.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        self.marks.marks()
    }

    /// The time of the first event.
    #[must_use]
    pub fn begun(&self) -> Option<Timestamp> {
        self.begun
    }

    /// The time of the last event.
    #[must_use]
    pub fn last(&self) -> Option<Timestamp> {
        self.last
    }

    /// Whether the session was rebuilt from a source, so that its times are nominal.
    #[must_use]
    pub fn is_rebuilt(&self) -> bool {
        self.rebuilt
    }

    /// The nearest such moment after this one.
    #[must_use]
    pub fn next(&self, target: JumpTarget, moment: usize) -> Option<usize> {
        let targets = self.marks.targets(target);
        targets.get(targets.partition_point(|place| *place <= moment)).copied()
    }

    /// The nearest such moment before this one.
    #[must_use]
    pub fn previous(&self, target: JumpTarget, moment: usize) -> Option<usize> {
        let targets = self.marks.targets(target);
        let before = targets.partition_point(|place| *place < moment);
        before.checked_sub(1).and_then(|place| targets.get(place)).copied()
    }

    /// The moment that this cell of so many stands for: the first cell is the beginning, the last the end.
    #[must_use]
    pub fn moment_at_cell(&self, cell: u16, of: u16) -> usize {
        match u128::from(of.saturating_sub(1)) {
            0 => self.moments(),
            steps => {
                let cell = u128::from(cell).min(steps);
                let position = u128::from(self.axis.length()) * cell / steps;
                self.axis.event_at(u64::try_from(position).unwrap_or(u64::MAX))
            }
        }
    }

    /// The cell of so many in which a moment stands.
    #[must_use]
    pub fn cell_of(&self, moment: usize, of: u16) -> u16 {
        let steps = u128::from(of.saturating_sub(1));
        let length = u128::from(self.axis.length()).max(1);
        let cell = u128::from(self.axis.position(moment)) * steps / length;
        u16::try_from(cell).unwrap_or(of).min(of.saturating_sub(1))
    }
}

/// The moment a question was first called or, if it never was, asked; `None` when it does
/// not stand in the session.
#[must_use]
pub fn moment_of(session: &Session, number: QuestionNo) -> Option<usize> {
    let trail = &session.state().question(number)?.trail;
    let called = trail.iter().find(|seq| {
        let event = session.event(**seq).map(|recorded| &recorded.event);
        matches!(event, Some(Event::QuestionCalled(_) | Event::AnswerStarted { .. }))
    });
    called.or(trail.front()).map(|seq| moment(*seq))
}

/// The moment at which an event has just happened.
#[must_use]
pub fn moment(seq: Seq) -> usize {
    usize::try_from(seq.0).unwrap_or(usize::MAX)
}
