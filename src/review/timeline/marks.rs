//! What the timeline shows besides the turns, and what a reviewer jumps to.

use crate::session::event::{Event, Recorded};

use super::moment;

/// Something that happened at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: usize,
    pub kind: MarkKind,
}

/// What a mark stands for, the most important first: it is shown where several share a cell.
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
    /// An earlier event was undone here.
    Undo,
    /// A text edited, an answer amended, a delegate corrected.
    Correction,
    /// Progress of a task.
    Progress,
    /// The event was undone later.
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
        Self::Progress,
        Self::TakenBack,
    ];
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

/// The mark that a standing event leaves on the timeline, and the jump target it is.
fn landmarks(event: &Event) -> (Option<MarkKind>, Option<JumpTarget>) {
    match event {
        Event::Closed(_) => (Some(MarkKind::Closed), None),
        Event::Paused(_) => (Some(MarkKind::Paused), None),
        Event::ConclusionRecorded(_) => (Some(MarkKind::Conclusion), None),
        Event::TaskAssigned(_) => (Some(MarkKind::Task), Some(JumpTarget::Task)),
        Event::StatementMade(_) => (Some(MarkKind::Statement), None),
        Event::Reopened(_) => (Some(MarkKind::Reopened), None),
        Event::Resumed(_) => (Some(MarkKind::Resumed), None),
        Event::Undone { .. } => (Some(MarkKind::Undo), None),
        Event::SessionCorrected(_)
        | Event::ResponderCorrected(_)
        | Event::AskerNamed(_)
        | Event::QuestionReclassified(_)
        | Event::QuestionEdited(_)
        | Event::AnswerAmended(_)
        | Event::StatementCorrected(_)
        | Event::ConclusionCorrected(_)
        | Event::TaskCorrected(_)
        | Event::DelegateCorrected(_) => (Some(MarkKind::Correction), None),
        Event::TaskProgressed(_) => (Some(MarkKind::Progress), None),
        Event::AnswerGiven(_) => (None, Some(JumpTarget::Answer)),
        Event::QuestionDeferred(_) => (None, Some(JumpTarget::Deferral)),
        Event::QuestionAsked(_) | Event::QuestionSplit { .. } | Event::QuestionCalled(_) => {
            (None, Some(JumpTarget::Question))
        }
        Event::Opened(_)
        | Event::ResponderAdded { .. }
        | Event::DelegateAdded(_)
        | Event::QuestionRouted(_)
        | Event::QuestionMoved(_)
        | Event::AnswerStarted { .. }
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_)
        | Event::QuestionMerged(_)
        | Event::QuestionUnmerged(_)
        | Event::Recovered(_)
        | Event::FailedOver(_)
        | Event::Withheld(_) => (None, None),
    }
}

/// Marks and jump targets, each in the order of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    marks: Vec<Mark>,
    /// By the place of the target in its `enum`.
    targets: [Vec<usize>; 4],
}

impl Marks {
    /// Takes one standing event.
    pub(super) fn take(&mut self, recorded: &Recorded) {
        let (mark, target) = landmarks(&recorded.event);
        if let Some(kind) = mark {
            self.mark(recorded, kind);
        }
        if let Some(target) = target {
            self.targets[target as usize].push(moment(recorded.seq));
        }
    }

    pub(super) fn mark(&mut self, recorded: &Recorded, kind: MarkKind) {
        self.marks.push(Mark { at: moment(recorded.seq), kind });
    }

    pub(super) fn keep_only_breaks(&mut self) {
        self.marks.retain(|mark| mark.kind == MarkKind::Break);
        self.targets = <[Vec<usize>; 4]>::default();
    }

    /// Sorts the marks: breaks are found before the rest.
    pub(super) fn settle(&mut self) {
        if !self.marks.is_sorted_by_key(|mark| mark.at) {
            self.marks.sort_by_key(|mark| mark.at);
        }
    }

    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    pub(super) fn targets(&self, target: JumpTarget) -> &[usize] {
        &self.targets[target as usize]
    }
}
