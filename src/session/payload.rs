//! The fields that a command asks for and its event records alike.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::time::Date;

/// What is known when a session opens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The how-manieth dialogue it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secretary: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<String>,
    /// What the session was rebuilt from, when nobody recorded it live.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Whether a responder is a person or a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponderKind {
    Leader,
    Agency,
}

/// A leader or an agency who answers questions and takes tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Responder {
    pub id: ResponderId,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    pub kind: ResponderKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub delegate: DelegateNo,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// Random, so that a withheld line's digest cannot be guessed back into a name.
    pub salt: String,
}

/// How a question arrived (Decree 13/2021, article 10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    #[default]
    Floor,
    Slip,
    Online,
    Bridge,
}

impl Channel {
    pub const ALL: [Self; 4] = [Self::Floor, Self::Slip, Self::Online, Self::Bridge];
}

/// What the delegate put forward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    #[default]
    Question,
    Opinion,
    Proposal,
}

impl QuestionKind {
    pub const ALL: [Self; 3] = [Self::Question, Self::Opinion, Self::Proposal];
}

/// Whether an answer met the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    #[default]
    Full,
    Partial,
}

/// How far an assigned task has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    #[default]
    NotStarted,
    InProgress,
    Partly,
    Done,
    Broken,
}

/// Who leads on a question and who supports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routing {
    pub question: QuestionNo,
    pub lead: ResponderId,
    #[serde(default)]
    pub support: Vec<ResponderId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// New words for a question already asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    pub question: QuestionNo,
    pub text: Arc<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// A new place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    pub question: QuestionNo,
    /// Absent: to the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<QuestionNo>,
}

/// Something that needs no more than the question's number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct On {
    pub question: QuestionNo,
}

/// A correction of an answer's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    pub question: QuestionNo,
    /// The event that gave the answer.
    pub answer: Seq,
    pub text: Arc<str>,
    pub why: String,
}

/// A promise of a written answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deferral {
    pub question: QuestionNo,
    /// Who owes it; absent, the lead does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_responder: Option<ResponderId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// An outcome without an answer here: referred, declined or withdrawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disposal {
    pub question: QuestionNo,
    pub why: String,
    /// Whose it is instead, in words or as a responder's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Two questions that are one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merger {
    pub question: QuestionNo,
    pub into: QuestionNo,
}

/// One issue of a contribution that held several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub question: QuestionNo,
    pub text: String,
}

/// Words of a leader that answer no question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewStatement {
    pub by_responder: ResponderId,
    pub text: String,
}

/// A common position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewConclusion {
    pub text: String,
    #[serde(default)]
    pub questions: Vec<QuestionNo>,
}

/// News of a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progression {
    pub task: TaskNo,
    pub progress: Progress,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The number of the written reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// How the record was made whole again when it was opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recovery {
    /// The copy that had what the other lacked.
    pub from: Source,
    /// How many events the other copy lacked.
    pub events: u64,
    /// The file beside it that keeps the damaged bytes, when there were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
}

/// One of the two copies of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The session file that people see.
    File,
    /// The copy in the person's state folder.
    BlackBox,
}

/// The record goes on in another file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failover {
    pub from: String,
    /// A name where the file stands in the same folder, else a whole path.
    pub to: String,
    pub why: String,
}

/// A line that was taken out of an edition; that it was there can still be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    DelegateAdded,
    DelegateCorrected,
}

/// A change of the session's phase.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}
