//! What can be counted and timed in a session, from its log and its state.

mod chart;
mod distribution;
mod question_times;
mod queue;
mod session_clock;
mod speaking;
mod tally;

pub use crate::session::outcome::Outcome;
pub use chart::Chart;
pub use distribution::{BOUNDS, Distribution, Quantiles};
pub use queue::{QueueLength, QueueStep};

use crate::session::Session;
use crate::session::number::ResponderId;
use crate::session::payload::{Channel, Progress, QuestionKind};

use question_times::QuestionTimes;

/// The numbers of a session as it stands. An earlier moment is a shorter session: its numbers are
/// those of the prefix.
///
/// Only what stands counts: what was undone is counted as undone and as nothing else. Every number given
/// to a question has one outcome. Themes and responders leave out the questions that were split, for
/// which their parts stand; channels, kinds and units count what delegates put forward, and so no part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
    /// Every question that has a number.
    pub questions: usize,
    /// Those of them that came of a split.
    pub parts: usize,
    pub outcomes: Vec<Counted<Outcome>>,
    /// `None`: without a theme.
    pub themes: Vec<Counted<Option<String>>>,
    pub units: Vec<Counted<AskerUnit>>,
    pub channels: Vec<Counted<Channel>>,
    pub kinds: Vec<Counted<QuestionKind>>,
    pub responders: Vec<ResponderCounts>,
    /// Questions on which nobody leads.
    pub without_lead: usize,
    pub tasks: TaskCounts,
    pub statements: usize,
    pub conclusions: usize,
    /// Standing corrections: of the text of a question or an answer, of a delegate.
    pub corrections: usize,
    /// Events that were undone, and not redone since.
    pub undone: usize,
    /// Routings that gave a question another lead.
    pub reroutings: usize,
    /// `None` for a session rebuilt from a source: its times are nominal.
    pub times: Option<Times>,
}

/// How often something occurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted<T> {
    pub of: T,
    pub count: usize,
}

/// Where an asker comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskerUnit {
    Named(String),
    /// The delegate is known, the unit is not.
    NotGiven,
    /// The asker is unknown.
    Anonymous,
}

/// A responder by id, short name and whole name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponderName {
    pub id: ResponderId,
    pub short: String,
    pub full: String,
}

/// What fell to one responder. Who had nothing to do is not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponderCounts {
    pub responder: ResponderName,
    /// Questions on which it leads.
    pub lead: usize,
    /// Questions on which it supports the lead.
    pub support: usize,
    /// Answers it gave, several to one question each counted.
    pub answers: usize,
}

/// Tasks by how far they came, and what they lack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskCounts {
    pub total: usize,
    pub progress: Vec<Counted<Progress>>,
    pub without_lead: usize,
    /// With neither a date nor a deadline given as text.
    pub without_date: usize,
}

/// Durations and the length of the queue. Pauses, and the time between a closing and a reopening, count only on
/// the axis of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    /// From the asking to the first call, or to the first answer begun without one. A part has waited since
    /// its contribution was asked. Whoever withdrew before being called is not measured.
    pub waiting: Distribution,
    /// From where the responder began, else from the call, to the answer. An answer with neither before
    /// it is not measured: a second one on the same call, or one that another responder had begun.
    pub answering: Distribution,
    pub queue: QueueLength,
    pub talking: SpeakingTimes,
}

/// Who spoke for how long, in milliseconds. One person at a time: with several questions on the floor, it
/// is the responder who began last, and the delegates while nobody answers. A statement has no length in
/// the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakingTimes {
    /// From the call to the beginning of the answer.
    pub delegates: i64,
    /// Who spoke longest first.
    pub responders: Vec<SpeakingTime>,
    /// Of the responders' time, what began with the call: the end of the delegate's speech was not recorded.
    pub from_the_call: i64,
}

/// One responder's speaking time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakingTime {
    pub responder: ResponderName,
    pub millis: i64,
}

impl Stats {
    /// Counts and times a session: one pass over its log, one over its state.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let times = QuestionTimes::of(session);
        let mut stats = tally::counted(session.state());
        stats.corrections = times.corrections;
        stats.undone = times.undone;
        stats.reroutings = times.reroutings;
        let rebuilt = session.state().opening().is_some_and(|opening| opening.source.is_some());
        stats.times = (!rebuilt).then(|| times.times());
        stats
    }

    /// What delegates put forward.
    #[must_use]
    pub fn put_forward(&self) -> usize {
        self.questions - self.parts
    }

    /// How many questions came to this.
    #[must_use]
    pub fn came_to(&self, outcome: Outcome) -> usize {
        self.outcomes
            .iter()
            .find(|counted| counted.of == outcome)
            .map_or(0, |counted| counted.count)
    }

    /// The questions that themes and responders account for: all but those that were split.
    #[must_use]
    pub fn issues(&self) -> usize {
        self.questions - self.came_to(Outcome::Split)
    }
}

impl SpeakingTimes {
    /// All the time in which somebody spoke.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.delegates + self.responders.iter().map(|voice| voice.millis).sum::<i64>()
    }
}
