//! Time and random bytes from the system: what the core is given, because it asks for neither.
#![expect(clippy::disallowed_methods, reason = "the only file that reads the wall clock")]

use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local};

use crate::record::SessionId;
use crate::session::time::Timestamp;

/// Seconds since 1970, about the year 10000.
const LATEST: i64 = 253_402_300_799;

/// The local time, clamped into the years in which times are recorded: a clock may say 1969 or 10021.
pub fn now() -> Timestamp {
    // Not `Local::now`, which panics before 1970.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX).min(LATEST);
    let utc = DateTime::from_timestamp(seconds, since.subsec_nanos()).unwrap_or_default();
    Timestamp::new(utc.with_timezone(&Local).fixed_offset()).clamped()
}

/// A random id for a new session.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_id() -> io::Result<SessionId> {
    random_bits().map(SessionId::new)
}

/// Random hex for a delegate's line.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_salt() -> io::Result<String> {
    random_bits().map(|bits| format!("{bits:032x}"))
}

fn random_bits() -> io::Result<u128> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(u128::from_ne_bytes(bytes))
}
