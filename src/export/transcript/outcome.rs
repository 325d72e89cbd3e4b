//! The kinds of outcome under which the transcript accounts for every question.

use crate::session::payload::Quality;
use crate::session::question::{Question, Status};
use crate::words::Lang;

/// In the order in which the account gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Answered,
    Partly,
    WrittenDue,
    Referred,
    Declined,
    Withdrawn,
    Merged,
    Split,
    Open,
}

impl Outcome {
    pub(super) const ALL: [Self; 9] = [
        Self::Answered,
        Self::Partly,
        Self::WrittenDue,
        Self::Referred,
        Self::Declined,
        Self::Withdrawn,
        Self::Merged,
        Self::Split,
        Self::Open,
    ];

    pub(super) fn of(question: &Question) -> Self {
        let last = question.answers.last().map(|answer| answer.quality);
        match question.status {
            Status::Answered if last == Some(Quality::Partial) => Self::Partly,
            Status::Answered => Self::Answered,
            Status::Deferred(_) => Self::WrittenDue,
            Status::Referred(_) => Self::Referred,
            Status::Declined { .. } => Self::Declined,
            Status::Withdrawn { .. } => Self::Withdrawn,
            Status::Merged { .. } => Self::Merged,
            Status::Split { .. } => Self::Split,
            Status::Queued | Status::Called { .. } | Status::Answering { .. } => Self::Open,
        }
    }

    pub(super) fn heading(self, lang: Lang) -> &'static str {
        match self {
            Self::Answered => lang.paper_answered_fully(),
            Self::Partly => lang.paper_answered_in_part(),
            Self::WrittenDue => lang.paper_written_due(),
            Self::Referred => lang.paper_referred(),
            Self::Declined => lang.paper_declined(),
            Self::Withdrawn => lang.paper_withdrawn(),
            Self::Merged => lang.paper_merged(),
            Self::Split => lang.paper_split_up(),
            Self::Open => lang.paper_no_outcome(),
        }
    }
}
