//! The clock of the stopwatches.

use crate::tui::model::stopwatch::SteadyTime;

/// A clock that neither a person nor the network sets. It goes on while the machine sleeps, as local time
/// does: a lid shut for three minutes does not stop a speaker, and after a night a stopwatch shows what it
/// would show had the session been opened anew.
#[cfg(target_os = "linux")]
pub fn steady() -> SteadyTime {
    use rustix::time::{ClockId, clock_gettime};
    let reading = clock_gettime(ClockId::Boottime);
    SteadyTime(reading.tv_sec.saturating_mul(1000).saturating_add(reading.tv_nsec / 1_000_000))
}

/// The same on systems where the standard library's clock comes nearest to it.
#[cfg(not(target_os = "linux"))]
pub fn steady() -> SteadyTime {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    let gone = START.get_or_init(Instant::now).elapsed().as_millis();
    SteadyTime(i64::try_from(gone).unwrap_or(i64::MAX))
}
