//! What a person asks for: one imperative for each event, with numbers left out where the program gives them.

use super::correction::{
    AskerNaming, ConclusionCorrection, FieldChange, Reclassification, ResponderCorrection,
    SessionCorrection, StatementCorrection, TaskCorrection,
};
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{
    Channel, Deferral, Disposal, Edit, Failover, Merger, Move, NewConclusion, NewStatement, On,
    Opening, Progression, Quality, QuestionKind, Reason, Recovery, ResponderKind, Routing,
    Spokesperson,
};
use super::time::{Date, Timestamp};

/// A request, not yet permitted. `Session::decide` turns it into events or into a refusal.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Open(Opening),
    CorrectSession(SessionCorrection),
    AddResponder {
        responder: NewResponder,
    },
    CorrectResponder(ResponderCorrection),
    AddDelegate(NewDelegate),
    CorrectDelegate(DelegateCorrection),
    AskQuestion(Ask),
    NameAsker {
        naming: AskerNaming,
        /// Who asked, when the session may not know them yet; then the naming names no delegate.
        asker: Option<Asker>,
    },
    ReclassifyQuestion(Reclassification),
    EditQuestion(Edit),
    MoveQuestion(Move),
    RouteQuestion(Routing),
    CallQuestion(On),
    StartAnswer {
        question: QuestionNo,
        /// Left out: the question's lead.
        by_responder: Option<ResponderId>,
    },
    GiveAnswer {
        question: QuestionNo,
        /// Left out: the responder who is answering, else the question's lead.
        by_responder: Option<ResponderId>,
        spoken_by: Option<Spokesperson>,
        text: Option<String>,
        quality: Option<Quality>,
    },
    AmendAnswer(NewAmendment),
    DeferQuestion(Deferral),
    ReferQuestion(Disposal),
    DeclineQuestion(Disposal),
    WithdrawQuestion(Disposal),
    MergeQuestion(Merger),
    UnmergeQuestion {
        question: QuestionNo,
        /// Left out: whatever it is merged into.
        into: Option<QuestionNo>,
    },
    SplitQuestion {
        question: QuestionNo,
        parts: Vec<NewPart>,
    },
    MakeStatement(NewStatement),
    CorrectStatement(StatementCorrection),
    RecordConclusion(NewConclusion),
    CorrectConclusion(ConclusionCorrection),
    AssignTask(NewTask),
    CorrectTask(TaskCorrection),
    ProgressTask(Progression),
    Undo {
        /// Left out: the latest event still standing.
        undoes: Option<Seq>,
        why: Option<String>,
    },
    Pause(Reason),
    Resume(Reason),
    Close(Reason),
    Reopen(Reason),
    /// Several at once, recorded as one batch or not at all: each names everything it is about, so that none
    /// depends on a number which another one gives.
    Several(Vec<Command>),
    /// Recorded by the program itself; scripts cannot ask for it.
    Recover(Recovery),
    /// Recorded by the program itself; scripts cannot ask for it.
    FailOver(Failover),
}

impl Command {
    /// Whether it may be one of several: its events are the same whatever the others record.
    #[must_use]
    pub(super) fn names_everything(&self) -> bool {
        match self {
            Self::CorrectSession(_)
            | Self::CorrectResponder(_)
            | Self::NameAsker { asker: None, .. }
            | Self::ReclassifyQuestion(_)
            | Self::EditQuestion(_)
            | Self::MoveQuestion(_)
            | Self::RouteQuestion(_)
            | Self::CallQuestion(_)
            | Self::DeferQuestion(_)
            | Self::ReferQuestion(_)
            | Self::DeclineQuestion(_)
            | Self::WithdrawQuestion(_)
            | Self::MergeQuestion(_)
            | Self::UnmergeQuestion { into: Some(_), .. }
            | Self::StartAnswer { by_responder: Some(_), .. }
            | Self::GiveAnswer { by_responder: Some(_), .. }
            | Self::AmendAnswer(NewAmendment { answer: Some(_), .. })
            | Self::MakeStatement(_)
            | Self::CorrectStatement(_)
            | Self::RecordConclusion(_)
            | Self::CorrectConclusion(_)
            | Self::CorrectTask(_)
            | Self::ProgressTask(_)
            | Self::Pause(_)
            | Self::Resume(_)
            | Self::Close(_)
            | Self::Reopen(_) => true,
            Self::Open(_)
            | Self::AddResponder { .. }
            | Self::AddDelegate(_)
            | Self::CorrectDelegate(_)
            | Self::AskQuestion(_)
            | Self::StartAnswer { .. }
            | Self::GiveAnswer { .. }
            | Self::AmendAnswer(_)
            | Self::NameAsker { .. }
            | Self::UnmergeQuestion { .. }
            | Self::SplitQuestion { .. }
            | Self::AssignTask(_)
            | Self::Undo { .. }
            | Self::Several(_)
            | Self::Recover(_)
            | Self::FailOver(_) => false,
        }
    }
}

/// A responder to be; the slug is made from the name when it is left out.
#[derive(Clone, Debug, PartialEq)]
pub struct NewResponder {
    pub id: Option<ResponderId>,
    pub name: String,
    pub short: Option<String>,
    pub kind: ResponderKind,
    pub title: Option<String>,
    pub aliases: Vec<String>,
    pub remit: Vec<String>,
}

/// A delegate to be.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDelegate {
    pub delegate: Option<DelegateNo>,
    pub name: String,
    pub unit: Option<String>,
    pub seat: Option<String>,
    pub salt: Option<String>,
}

/// A correction of an answer to be.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAmendment {
    pub question: QuestionNo,
    /// Left out: the latest answer.
    pub answer: Option<Seq>,
    pub text: FieldChange<String>,
    pub by_responder: Option<ResponderId>,
    pub spoken_by: FieldChange<Spokesperson>,
    pub quality: FieldChange<Quality>,
    pub why: String,
}

impl NewAmendment {
    /// One that gives the answer another text.
    #[must_use]
    pub fn of_text(question: QuestionNo, answer: Option<Seq>, text: String, why: String) -> Self {
        Self {
            question,
            answer,
            text: FieldChange::Set(text),
            by_responder: None,
            spoken_by: FieldChange::Keep,
            quality: FieldChange::Keep,
            why,
        }
    }
}

/// New data for a delegate. What is left out stays; what is blank is removed.
#[derive(Clone, Debug, PartialEq)]
pub struct DelegateCorrection {
    pub delegate: DelegateNo,
    pub name: Option<String>,
    pub unit: FieldChange<String>,
    pub seat: FieldChange<String>,
    pub salt: Option<String>,
}

/// The one who asks, as the MC reads it out. Known already only if name, unit and seat all agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Asker {
    pub name: String,
    pub unit: Option<String>,
    pub seat: Option<String>,
    pub salt: Option<String>,
}

/// A question to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    pub question: Option<QuestionNo>,
    pub delegate: Option<DelegateNo>,
    pub asker: Option<Asker>,
    pub channel: Channel,
    /// At which remote site.
    pub point: Option<String>,
    pub kind: QuestionKind,
    pub theme: Option<String>,
    pub text: String,
    pub follows: Option<QuestionNo>,
}

/// One issue of a contribution to be split.
#[derive(Clone, Debug, PartialEq)]
pub struct NewPart {
    pub question: Option<QuestionNo>,
    pub text: String,
}

/// A task to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewTask {
    pub task: Option<TaskNo>,
    pub text: String,
    pub lead: Option<ResponderId>,
    pub support: Vec<ResponderId>,
    pub due: Option<Date>,
    pub due_text: Option<String>,
    pub questions: Vec<QuestionNo>,
    pub by_responder: Option<ResponderId>,
}

/// When and by whom a command is recorded, and with which salt: the session has neither a clock nor random
/// numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    pub at: Moment,
    pub by: String,
    /// Fresh random hex for lines that bring no salt of their own; empty: only a delegate's line is salted.
    pub salt: String,
    pub particulars: Particulars,
}

impl Occasion {
    /// One without particulars.
    #[must_use]
    pub fn new(at: Moment, by: impl Into<String>, salt: impl Into<String>) -> Self {
        let (by, salt) = (by.into(), salt.into());
        Self { at, by, salt, particulars: Particulars::default() }
    }
}

/// What any command may carry besides its own fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Particulars {
    /// When it happened, where it is recorded later than that.
    pub happened_at: Option<Timestamp>,
    /// The last event that its author had seen of what it is about.
    pub seen: Option<Seq>,
    pub salt: LineSalt,
}

/// How the lines of a command are salted.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LineSalt {
    /// With the salt of the occasion.
    #[default]
    Fresh,
    Given(String),
    /// Not at all, so that the same bytes can be made again.
    Without,
}

/// Where the moment of an event comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moment {
    /// Said by a person: refused when earlier than the last event, or outside the years 1970–9999.
    Given(Timestamp),
    /// Read from the clock: clamped into the years 1970–9999, and raised to the last event's.
    Clock(Timestamp),
}
