//! Time and random bytes from the system: what the core is given, because it asks for neither.
#![expect(clippy::disallowed_methods, reason = "the only file that reads the wall clock")]

use std::io;

use chrono::Local;

use crate::record::SessionId;
use crate::session::time::Timestamp;

/// The local time.
pub fn now() -> Timestamp {
    Timestamp::new(Local::now().fixed_offset())
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
