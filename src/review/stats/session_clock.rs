//! The time that counts: the session's clock, which stands still while the session does.

use crate::session::event::Event;
use crate::session::time::Timestamp;

/// Milliseconds of a session in progress.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct SessionClock {
    latest: Option<Timestamp>,
    is_running: bool,
    millis: i64,
}

impl SessionClock {
    /// Goes on to a standing event; how much time of the session in progress has passed since the last.
    pub(super) fn go_on(&mut self, at: Timestamp, event: &Event) -> i64 {
        let passed = self.latest.map_or(0, |latest| at.millis_since(latest).max(0));
        let counted = if self.is_running { passed } else { 0 };
        self.latest = Some(at);
        self.millis += counted;
        match event {
            Event::Opened(_) | Event::Resumed(_) | Event::Reopened(_) => self.is_running = true,
            Event::Paused(_) | Event::Closed(_) => self.is_running = false,
            _ => {}
        }
        counted
    }

    /// What it shows.
    pub(super) fn millis(&self) -> i64 {
        self.millis
    }
}
