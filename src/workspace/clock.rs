//! The clocks and the dice: what the core is given, because it has neither.

use std::io;

use chrono::Local;

use crate::record::SessionId;
use crate::session::time::Timestamp;
use crate::tui::model::stopwatch::SteadyTime;

/// What the clock on the wall shows.
pub fn now() -> Timestamp {
    Timestamp::new(Local::now().fixed_offset())
}

/// What the clock shows that nobody sets, neither a person nor the network. It goes on while the machine
/// sleeps, as the clock on the wall does: a lid shut for three minutes does not stop a speaker, and after
/// a night a stopwatch shows what it would show had the session been opened anew.
#[cfg(target_os = "linux")]
pub fn steady() -> SteadyTime {
    use rustix::time::{ClockId, clock_gettime};
    let reading = clock_gettime(ClockId::Boottime);
    SteadyTime(reading.tv_sec.saturating_mul(1000).saturating_add(reading.tv_nsec / 1_000_000))
}

/// The same on systems where the standard library's clock is the nearest to it.
#[cfg(not(target_os = "linux"))]
pub fn steady() -> SteadyTime {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    let gone = START.get_or_init(Instant::now).elapsed().as_millis();
    SteadyTime(i64::try_from(gone).unwrap_or(i64::MAX))
}

/// A name for a new session.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_id() -> io::Result<SessionId> {
    dice().map(SessionId::new)
}

/// Random hex for a delegate's line.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_salt() -> io::Result<String> {
    dice().map(|bits| format!("{bits:032x}"))
}

fn dice() -> io::Result<u128> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(u128::from_ne_bytes(bytes))
}
