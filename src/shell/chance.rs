//! The clock on the wall and the dice: what the core is given, because it has neither.

use std::io;

use chrono::Local;

use crate::journal::SessionId;
use crate::session::time::Timestamp;

/// What the clock on the wall shows.
pub fn now() -> Timestamp {
    Timestamp::new(Local::now().fixed_offset())
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
