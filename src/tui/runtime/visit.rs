//! What a session is opened for.

use std::path::PathBuf;

use crate::review::seek::SeekTarget;

/// Why somebody comes to a session.
#[derive(Clone, Debug, PartialEq)]
pub enum Visit {
    /// To write in it, alone.
    Moderate,
    /// To follow what somebody else writes.
    Watch,
    /// To see its film.
    Replay(Seat),
}

/// Where and how the film is to begin, as far as that was said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seat {
    pub at: Option<SeekTarget>,
    /// Times the session's own speed.
    pub speed: Option<f64>,
    /// Notes of other reviewers, wherever they lie.
    pub notes: Vec<PathBuf>,
}
