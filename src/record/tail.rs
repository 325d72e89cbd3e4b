//! In what state the end of a file is.

use crate::session::number::Seq;
use crate::session::refusal::Refusal;

/// What follows the last whole line. Salvage is every later line that is whole in itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Tail {
    /// The trailer and nothing but blanks.
    Clean,
    /// A partial line, garbage, nothing at all, or a part of a batch: a write that was cut short. Its whole
    /// lines were not acknowledged.
    Torn { bytes: usize },
    /// Something is broken though whole lines follow, or between whole lines.
    Damaged { after: Seq, salvage: Vec<String> },
    /// The line reads well and its hash does not fit.
    Edited { seq: Seq, salvage: Vec<String> },
    /// The line is sealed, and could not have happened.
    Impossible { seq: Seq, refusal: Refusal, salvage: Vec<String> },
    /// The line is sealed, and of a kind or with a field that this program does not know.
    Unknown { seq: Seq, kind: String },
    /// The first line is broken: without it no other can be checked.
    Headless { salvage: Vec<String> },
}

impl Tail {
    /// Lines behind the damage that are whole in themselves.
    pub fn salvage(&self) -> &[String] {
        match self {
            Self::Damaged { salvage, .. }
            | Self::Edited { salvage, .. }
            | Self::Impossible { salvage, .. }
            | Self::Headless { salvage } => salvage,
            Self::Clean | Self::Torn { .. } | Self::Unknown { .. } => &[],
        }
    }
}
