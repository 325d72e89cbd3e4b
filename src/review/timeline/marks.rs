//! What the line shows besides the turns, and where the finger stops: every event sorted by what it is.

use crate::session::event::{Event, Recorded};

use super::moment;

/// Something that happened at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: usize,
    pub kind: MarkKind,
}

/// What a mark stands for, the weightiest first: where several share a cell, that one is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    Closed,
    Paused,
    Conclusion,
    Task,
    Statement,
    Reopened,
    Resumed,
    /// Much time passed before it.
    Break,
    /// An earlier event was taken back here.
    Undo,
    /// What was said before was put otherwise: words edited, an answer amended, a delegate corrected.
    Correction,
    /// News of a task.
    News,
    /// The event did not stand: it was undone later.
    TakenBack,
}

impl MarkKind {
    pub const ALL: [Self; 12] = [
        Self::Closed,
        Self::Paused,
        Self::Conclusion,
        Self::Task,
        Self::Statement,
        Self::Reopened,
        Self::Resumed,
        Self::Break,
        Self::Undo,
        Self::Correction,
        Self::News,
        Self::TakenBack,
    ];

    /// The mark that a standing event leaves, if it leaves one.
    fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::Closed(_) => Self::Closed,
            Event::Paused(_) => Self::Paused,
            Event::ConclusionRecorded(_) => Self::Conclusion,
            Event::TaskAssigned(_) => Self::Task,
            Event::StatementMade(_) => Self::Statement,
            Event::Reopened(_) => Self::Reopened,
            Event::Resumed(_) => Self::Resumed,
            Event::Undone { .. } => Self::Undo,
            Event::QuestionEdited(_) | Event::AnswerAmended(_) | Event::DelegateCorrected(_) => {
                Self::Correction
            }
            Event::TaskProgressed(_) => Self::News,
            _ => return None,
        })
    }
}

/// What a reviewer jumps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JumpTarget {
    Answer,
    Deferral,
    Task,
    /// A question is asked or called.
    Question,
}

impl JumpTarget {
    /// The stop that a standing event is, if it is one.
    fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::AnswerGiven(_) => Self::Answer,
            Event::QuestionDeferred(_) => Self::Deferral,
            Event::TaskAssigned(_) => Self::Task,
            Event::QuestionAsked(_) | Event::QuestionSplit { .. } | Event::QuestionCalled(_) => {
                Self::Question
            }
            _ => return None,
        })
    }
}

/// Marks and stops, each in the order of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    marks: Vec<Mark>,
    /// By the place of the stop in its `enum`.
    stops: [Vec<usize>; 4],
}

impl Marks {
    /// Takes one standing event.
    pub(super) fn take(&mut self, recorded: &Recorded) {
        if let Some(kind) = MarkKind::of(&recorded.event) {
            self.mark(recorded, kind);
        }
        if let Some(stop) = JumpTarget::of(&recorded.event) {
            self.stops[stop as usize].push(moment(recorded.seq));
        }
    }

    pub(super) fn mark(&mut self, recorded: &Recorded, kind: MarkKind) {
        self.marks.push(Mark { at: moment(recorded.seq), kind });
    }

    pub(super) fn keep_only_breaks(&mut self) {
        self.marks.retain(|mark| mark.kind == MarkKind::Break);
        self.stops = <[Vec<usize>; 4]>::default();
    }

    /// Puts the marks in order: breaks are known before the rest.
    pub(super) fn settle(&mut self) {
        if !self.marks.is_sorted_by_key(|mark| mark.at) {
            self.marks.sort_by_key(|mark| mark.at);
        }
    }

    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    pub(super) fn stops(&self, stop: JumpTarget) -> &[usize] {
        &self.stops[stop as usize]
    }
}
