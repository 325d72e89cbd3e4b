//! What a session is opened for.

use std::path::PathBuf;

use crate::review::seek::SeekTarget;

/// What is to be done with a session that is opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenMode {
    /// To write in it, alone.
    Moderate,
    /// To follow what somebody else writes.
    Watch,
    /// To replay it.
    Replay(ReplayStart),
}

/// Where and how the replay is to begin, as far as that was said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayStart {
    pub at: Option<SeekTarget>,
    /// Times the session's own speed.
    pub speed: Option<f64>,
    /// Notes of other reviewers, wherever they lie.
    pub notes: Vec<PathBuf>,
}
