//! What a session is opened for.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use crate::review::seek::SeekTarget;
use crate::tui::model::replay::player::SPEEDS;

/// What is to be done with a session that is opened.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenMode {
    /// To write in it, alone.
    Moderate,
    /// To follow what another program writes.
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
    /// Notes of other reviewers, wherever they are.
    pub notes: Vec<PathBuf>,
}

impl ReplayStart {
    /// The speeds that a replay may begin with.
    pub fn speeds() -> RangeInclusive<f64> {
        SPEEDS[0]..=SPEEDS[SPEEDS.len() - 1]
    }
}
