//! The fields that a command asks for and its event records alike.

use std::sync::Arc;

use super::number::{DelegateNo, QuestionNo, ResponderId, TaskNo};
use super::time::{Date, UtcOffset};

/// What is known when a session opens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    pub title: String,
    pub place: Option<String>,
    /// The how-manieth dialogue it is.
    pub number: Option<u32>,
    pub chair: Option<String>,
    pub secretary: Option<String>,
    pub attendance: Option<String>,
    /// What the session was rebuilt from, when it was not recorded live.
    pub source: Option<String>,
    /// What the dialogue is about.
    pub subject: Option<String>,
    /// The number and date of the plan it is held under.
    pub plan: Option<String>,
    /// At which offset the events are stamped; absent: at the clock's own.
    pub utc_offset: Option<UtcOffset>,
}

/// Whether a responder is a person or a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponderKind {
    Leader,
    Agency,
}

impl ResponderKind {
    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Agency => "agency",
        }
    }
}

/// A leader or an agency who answers questions and takes tasks.
#[derive(Clone, Debug, PartialEq)]
pub struct Responder {
    pub id: ResponderId,
    pub name: String,
    pub short: Option<String>,
    pub kind: ResponderKind,
    pub title: Option<String>,
    pub aliases: Vec<String>,
    pub remit: Vec<String>,
}

impl Responder {
    /// What fits a narrow column: the short name when there is one.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// A delegate's personal data. They stand in delegate lines alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub delegate: DelegateNo,
    pub name: String,
    pub unit: Option<String>,
    pub seat: Option<String>,
    /// Random, so that a withheld line's digest cannot be guessed back into a name.
    pub salt: String,
}

/// How a question arrived (Decree 13/2021, article 10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Channel {
    #[default]
    Floor,
    Slip,
    Online,
    Bridge,
}

impl Channel {
    pub const ALL: [Self; 4] = [Self::Floor, Self::Slip, Self::Online, Self::Bridge];

    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Slip => "slip",
            Self::Online => "online",
            Self::Bridge => "bridge",
        }
    }
}

/// What the delegate put forward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QuestionKind {
    #[default]
    Question,
    Opinion,
    Proposal,
}

impl QuestionKind {
    pub const ALL: [Self; 3] = [Self::Question, Self::Opinion, Self::Proposal];

    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Opinion => "opinion",
            Self::Proposal => "proposal",
        }
    }
}

/// Whether an answer met the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quality {
    #[default]
    Full,
    Partial,
    /// Answered by information alone.
    Explained,
}

impl Quality {
    pub const ALL: [Self; 3] = [Self::Full, Self::Partial, Self::Explained];

    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::Explained => "explained",
        }
    }
}

/// How far an assigned task has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    #[default]
    NotStarted,
    InProgress,
    Partly,
    Done,
    Broken,
}

impl Progress {
    pub const ALL: [Self; 5] =
        [Self::NotStarted, Self::InProgress, Self::Partly, Self::Done, Self::Broken];

    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::InProgress => "in_progress",
            Self::Partly => "partly",
            Self::Done => "done",
            Self::Broken => "broken",
        }
    }
}

/// Who leads on a question and who supports.
#[derive(Clone, Debug, PartialEq)]
pub struct Routing {
    pub question: QuestionNo,
    pub lead: ResponderId,
    pub support: Vec<ResponderId>,
    pub why: Option<String>,
}

/// A new text for a question already asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    pub question: QuestionNo,
    pub text: Arc<str>,
    pub why: Option<String>,
}

/// A new place in the queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    pub question: QuestionNo,
    /// Absent: to the end.
    pub before: Option<QuestionNo>,
}

/// Something that needs no more than the question's number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct On {
    pub question: QuestionNo,
}

/// Who speaks for a responder.
#[derive(Clone, Debug, PartialEq)]
pub struct Spokesperson {
    pub name: String,
    pub post: Option<String>,
}

/// The level of the authority to which a question is referred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AuthorityLevel {
    Commune,
    Province,
    Central,
}

impl AuthorityLevel {
    pub const ALL: [Self; 3] = [Self::Commune, Self::Province, Self::Central];

    /// The word that files and scripts use for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::Province => "province",
            Self::Central => "central",
        }
    }
}

/// A promise of a written answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Deferral {
    pub question: QuestionNo,
    /// Who owes it; absent, the lead does.
    pub by_responder: Option<ResponderId>,
    pub due: Option<Date>,
    pub due_text: Option<String>,
    pub why: Option<String>,
}

/// An outcome without an answer here: referred, declined or withdrawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Disposal {
    pub question: QuestionNo,
    /// Absent only where it was withdrawn.
    pub why: Option<String>,
    /// Who is responsible instead, as free text or as a responder's id.
    pub to: Option<String>,
    /// Of a referred question alone.
    pub level: Option<AuthorityLevel>,
}

/// Two questions that are one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merger {
    pub question: QuestionNo,
    pub into: QuestionNo,
}

/// One issue of a contribution that held several.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub question: QuestionNo,
    pub text: String,
}

/// A statement that answers no question.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStatement {
    pub by_responder: ResponderId,
    pub spoken_by: Option<Spokesperson>,
    pub text: String,
}

/// A common position.
#[derive(Clone, Debug, PartialEq)]
pub struct NewConclusion {
    pub text: String,
    pub questions: Vec<QuestionNo>,
}

/// News of a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Progression {
    pub task: TaskNo,
    pub progress: Progress,
    pub text: Option<String>,
    /// The number of the written reply.
    pub document: Option<String>,
    /// Where what was done can be seen.
    pub link: Option<String>,
    /// Who confirmed that it is so.
    pub reviewed_by: Option<String>,
}

/// How the record was made whole again when it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    /// The copy that had what the other lacked.
    pub from: Source,
    /// How many events the other copy lacked.
    pub events: u64,
    /// The file beside it that keeps the damaged bytes, when there were any.
    pub kept: Option<String>,
}

/// One of the two copies of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The session file that people see.
    File,
    /// The copy in the person's state folder.
    BlackBox,
}

/// The record goes on in another file.
#[derive(Clone, Debug, PartialEq)]
pub struct Failover {
    pub from: String,
    /// A name where the file stands in the same folder, else a whole path.
    pub to: String,
    pub why: String,
}

/// A line that was taken out of an edition; that it was there can still be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The name of its kind.
    pub kind: &'static str,
}

/// A change of the session's phase.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reason {
    pub why: Option<String>,
}
