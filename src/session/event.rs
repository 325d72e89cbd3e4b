//! What happened: one past participle for each kind of thing that can be recorded.

use std::sync::Arc;

use super::batch::BatchSpan;
use super::correction::{
    Amendment, AskerNaming, ConclusionCorrection, Reclassification, ResponderCorrection,
    SessionCorrection, StatementCorrection, TaskCorrection,
};
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{Channel, QuestionKind};
use super::payload::{
    Deferral, Disposal, Edit, Failover, Merger, Move, NewConclusion, NewStatement, On, Opening,
    Part, Person, Progression, Quality, Reason, Recovery, Responder, Routing, Spokesperson,
    Withheld,
};
use super::time::{Date, Timestamp};

/// One event with its place in the log, its time and who recorded it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    pub seq: Seq,
    pub at: Timestamp,
    /// Who recorded it; consecutive events of one author share the name.
    pub by: Arc<str>,
    pub envelope: Envelope,
    pub event: Event,
}

/// What any kind of event may carry besides its own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The events that were recorded by the same command, when they are more than this one.
    pub batch: Option<BatchSpan>,
    /// When it happened, where it was recorded later than that.
    pub happened_at: Option<Timestamp>,
    /// Random, so that the digest of a withheld line cannot be guessed back into its texts. A delegate's
    /// line has a salt of its own.
    pub salt: Option<Arc<str>>,
}

impl Recorded {
    /// When it happened, as papers and clocks go by: when it was recorded, unless it tells otherwise.
    #[must_use]
    pub fn happened_at(&self) -> Timestamp {
        self.envelope.happened_at.unwrap_or(self.at)
    }
}

/// The kinds of events, with the fields they carry in the session file. What is large and rare is held
/// apart: every event of a log takes the room of the largest kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Opened(Arc<Opening>),
    SessionCorrected(Arc<SessionCorrection>),
    ResponderAdded {
        responder: Arc<Responder>,
    },
    ResponderCorrected(Arc<ResponderCorrection>),
    DelegateAdded(Arc<Person>),
    DelegateCorrected(Arc<Person>),
    QuestionAsked(Box<Asked>),
    AskerNamed(AskerNaming),
    QuestionReclassified(Box<Reclassification>),
    QuestionRouted(Routing),
    QuestionEdited(Edit),
    QuestionMoved(Move),
    QuestionCalled(On),
    AnswerStarted {
        question: QuestionNo,
        by_responder: ResponderId,
    },
    AnswerGiven(Box<Given>),
    AnswerAmended(Box<Amendment>),
    QuestionDeferred(Deferral),
    QuestionReferred(Disposal),
    QuestionDeclined(Disposal),
    QuestionWithdrawn(Disposal),
    QuestionMerged(Merger),
    QuestionUnmerged(Merger),
    QuestionSplit {
        question: QuestionNo,
        parts: Vec<Part>,
    },
    StatementMade(Box<NewStatement>),
    StatementCorrected(Box<StatementCorrection>),
    ConclusionRecorded(NewConclusion),
    ConclusionCorrected(Box<ConclusionCorrection>),
    TaskAssigned(Box<Assigned>),
    TaskCorrected(Box<TaskCorrection>),
    TaskProgressed(Box<Progression>),
    Undone {
        undoes: Seq,
        why: Option<String>,
    },
    Paused(Reason),
    Resumed(Reason),
    Closed(Reason),
    Reopened(Reason),
    Recovered(Recovery),
    FailedOver(Failover),
    /// Read, never written: in an edition, another line stands in place of a withheld one.
    Withheld(Withheld),
}

/// A question as it entered the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub question: QuestionNo,
    /// Absent when the asker is anonymous.
    pub delegate: Option<DelegateNo>,
    pub channel: Channel,
    /// At which remote site.
    pub point: Option<String>,
    pub kind: QuestionKind,
    pub theme: Option<String>,
    pub text: Arc<str>,
    /// The question this one follows up.
    pub follows: Option<QuestionNo>,
}

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub question: QuestionNo,
    pub by_responder: ResponderId,
    pub spoken_by: Option<Spokesperson>,
    /// Absent only in a session rebuilt from a source that did not report the text.
    pub text: Option<Arc<str>>,
    pub quality: Option<Quality>,
}

/// A task as it was assigned. Neither an owner nor a date is required by law; both absences stay visible.
#[derive(Clone, Debug, PartialEq)]
pub struct Assigned {
    pub task: TaskNo,
    pub text: String,
    pub lead: Option<ResponderId>,
    pub support: Vec<ResponderId>,
    pub due: Option<Date>,
    /// A deadline as text ("trong tháng 8"), beside or instead of a date.
    pub due_text: Option<String>,
    pub questions: Vec<QuestionNo>,
    /// Who assigned it.
    pub by_responder: Option<ResponderId>,
}

impl Event {
    /// The name of the kind, as the file writes it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Opened(_) => "opened",
            Self::SessionCorrected(_) => "session_corrected",
            Self::ResponderAdded { .. } => "responder_added",
            Self::ResponderCorrected(_) => "responder_corrected",
            Self::DelegateAdded(_) => "delegate_added",
            Self::DelegateCorrected(_) => "delegate_corrected",
            Self::QuestionAsked(_) => "question_asked",
            Self::AskerNamed(_) => "asker_named",
            Self::QuestionReclassified(_) => "question_reclassified",
            Self::QuestionRouted(_) => "question_routed",
            Self::QuestionEdited(_) => "question_edited",
            Self::QuestionMoved(_) => "question_moved",
            Self::QuestionCalled(_) => "question_called",
            Self::AnswerStarted { .. } => "answer_started",
            Self::AnswerGiven(_) => "answer_given",
            Self::AnswerAmended(_) => "answer_amended",
            Self::QuestionDeferred(_) => "question_deferred",
            Self::QuestionReferred(_) => "question_referred",
            Self::QuestionDeclined(_) => "question_declined",
            Self::QuestionWithdrawn(_) => "question_withdrawn",
            Self::QuestionMerged(_) => "question_merged",
            Self::QuestionUnmerged(_) => "question_unmerged",
            Self::QuestionSplit { .. } => "question_split",
            Self::StatementMade(_) => "statement_made",
            Self::StatementCorrected(_) => "statement_corrected",
            Self::ConclusionRecorded(_) => "conclusion_recorded",
            Self::ConclusionCorrected(_) => "conclusion_corrected",
            Self::TaskAssigned(_) => "task_assigned",
            Self::TaskCorrected(_) => "task_corrected",
            Self::TaskProgressed(_) => "task_progressed",
            Self::Undone { .. } => "undone",
            Self::Paused(_) => "paused",
            Self::Resumed(_) => "resumed",
            Self::Closed(_) => "closed",
            Self::Reopened(_) => "reopened",
            Self::Recovered(_) => "recovered",
            Self::FailedOver(_) => "failed_over",
            Self::Withheld(withheld) => withheld.kind,
        }
    }

    /// Whether it tells of the record and not of the dialogue: it changes nothing, and no undo looks at it.
    #[must_use]
    pub fn is_about_the_record(&self) -> bool {
        matches!(self, Self::Recovered(_) | Self::FailedOver(_))
    }

    /// The one question the event happens to, if it happens to one.
    #[must_use]
    pub fn question(&self) -> Option<QuestionNo> {
        match self {
            Self::QuestionAsked(asked) => Some(asked.question),
            Self::AskerNamed(naming) => Some(naming.question),
            Self::QuestionReclassified(it) => Some(it.question),
            Self::QuestionRouted(routing) => Some(routing.question),
            Self::QuestionEdited(edit) => Some(edit.question),
            Self::QuestionMoved(moved) => Some(moved.question),
            Self::QuestionCalled(on) => Some(on.question),
            Self::AnswerStarted { question, .. } | Self::QuestionSplit { question, .. } => {
                Some(*question)
            }
            Self::AnswerGiven(given) => Some(given.question),
            Self::AnswerAmended(amendment) => Some(amendment.question),
            Self::QuestionDeferred(deferral) => Some(deferral.question),
            Self::QuestionReferred(disposal)
            | Self::QuestionDeclined(disposal)
            | Self::QuestionWithdrawn(disposal) => Some(disposal.question),
            Self::QuestionMerged(merger) | Self::QuestionUnmerged(merger) => Some(merger.question),
            Self::Opened(_)
            | Self::SessionCorrected(_)
            | Self::ResponderAdded { .. }
            | Self::ResponderCorrected(_)
            | Self::DelegateAdded(_)
            | Self::DelegateCorrected(_)
            | Self::StatementMade(_)
            | Self::StatementCorrected(_)
            | Self::ConclusionRecorded(_)
            | Self::ConclusionCorrected(_)
            | Self::TaskAssigned(_)
            | Self::TaskCorrected(_)
            | Self::TaskProgressed(_)
            | Self::Undone { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::Closed(_)
            | Self::Reopened(_)
            | Self::Recovered(_)
            | Self::FailedOver(_)
            | Self::Withheld(_) => None,
        }
    }

    /// What the event brings about under a number of its own.
    pub(super) fn numbered(&self) -> Numbered<'_> {
        match self {
            Self::QuestionAsked(asked) => Numbered::Question(asked.question),
            Self::QuestionSplit { parts, .. } => Numbered::Parts(parts),
            Self::DelegateAdded(person) => Numbered::Delegate(person.delegate),
            Self::TaskAssigned(task) => Numbered::Task(task.task),
            Self::Opened(_)
            | Self::SessionCorrected(_)
            | Self::ResponderAdded { .. }
            | Self::ResponderCorrected(_)
            | Self::DelegateCorrected(_)
            | Self::AskerNamed(_)
            | Self::QuestionReclassified(_)
            | Self::QuestionRouted(_)
            | Self::QuestionEdited(_)
            | Self::QuestionMoved(_)
            | Self::QuestionCalled(_)
            | Self::AnswerStarted { .. }
            | Self::AnswerGiven(_)
            | Self::AnswerAmended(_)
            | Self::QuestionDeferred(_)
            | Self::QuestionReferred(_)
            | Self::QuestionDeclined(_)
            | Self::QuestionWithdrawn(_)
            | Self::QuestionMerged(_)
            | Self::QuestionUnmerged(_)
            | Self::StatementMade(_)
            | Self::StatementCorrected(_)
            | Self::ConclusionRecorded(_)
            | Self::ConclusionCorrected(_)
            | Self::TaskCorrected(_)
            | Self::TaskProgressed(_)
            | Self::Undone { .. }
            | Self::Paused(_)
            | Self::Resumed(_)
            | Self::Closed(_)
            | Self::Reopened(_)
            | Self::Recovered(_)
            | Self::FailedOver(_)
            | Self::Withheld(_) => Numbered::Nothing,
        }
    }
}

/// What an event brings about under a number of its own.
#[derive(Clone, Copy, Debug)]
pub(super) enum Numbered<'a> {
    Nothing,
    Question(QuestionNo),
    Parts(&'a [Part]),
    Delegate(DelegateNo),
    Task(TaskNo),
}
