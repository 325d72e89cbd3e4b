//! The time that counts: it stops while the session is paused or closed.

use crate::review::course::CourseStep;
use crate::session::time::Timestamp;

/// Milliseconds of a session in progress.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SessionClock {
    latest: Option<Timestamp>,
    is_running: bool,
    millis: i64,
}

impl SessionClock {
    /// Advances to a standing event; how much time of the session in progress has passed since the last.
    pub(super) fn advance(&mut self, at: Timestamp, step: CourseStep) -> i64 {
        let passed = self.latest.map_or(0, |latest| at.millis_since(latest).max(0));
        let counted = if self.is_running { passed } else { 0 };
        self.latest = self.latest.max(Some(at));
        self.millis += counted;
        match step {
            CourseStep::Running | CourseStep::Reopened => self.is_running = true,
            CourseStep::Paused | CourseStep::Closed => self.is_running = false,
            CourseStep::Asked(_)
            | CourseStep::Split { .. }
            | CourseStep::Routed(_)
            | CourseStep::Called(_)
            | CourseStep::AnswerStarted { .. }
            | CourseStep::Answered(_)
            | CourseStep::Settled(..)
            | CourseStep::Merged(_)
            | CourseStep::Unmerged(_)
            | CourseStep::Corrected
            | CourseStep::None => {}
        }
        counted
    }

    /// The time counted so far.
    pub(super) fn millis(&self) -> i64 {
        self.millis
    }
}
