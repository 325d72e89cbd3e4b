//! Corrections of what was recorded: what is given replaces, what is left out stays.

use std::sync::Arc;

use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{
    Channel, Opening, Quality, QuestionKind, Responder, ResponderKind, Spokesperson,
};
use super::question::{Answer, Question};
use super::state::{Conclusion, Statement, Task};
use super::time::{Date, UtcOffset};

/// What a correction does to a field that may be absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum FieldChange<T> {
    #[default]
    Keep,
    Remove,
    Set(T),
}

impl<T> FieldChange<T> {
    /// What is set, if anything is.
    #[must_use]
    pub fn set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Remove => None,
        }
    }
}

impl<T: Clone> FieldChange<T> {
    pub(super) fn apply(&self, field: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Remove => *field = None,
            Self::Set(value) => *field = Some(value.clone()),
        }
    }
}

fn replace<T: Clone>(field: &mut T, given: Option<&T>) {
    if let Some(given) = given {
        field.clone_from(given);
    }
}

/// A correction of what was said at the opening.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionCorrection {
    pub title: Option<String>,
    pub place: FieldChange<String>,
    pub number: FieldChange<u32>,
    pub chair: FieldChange<String>,
    pub secretary: FieldChange<String>,
    pub attendance: FieldChange<String>,
    pub subject: FieldChange<String>,
    pub plan: FieldChange<String>,
    pub utc_offset: FieldChange<UtcOffset>,
    pub why: Option<String>,
}

impl SessionCorrection {
    pub(super) fn apply(&self, opening: &mut Opening) {
        replace(&mut opening.title, self.title.as_ref());
        self.place.apply(&mut opening.place);
        self.number.apply(&mut opening.number);
        self.chair.apply(&mut opening.chair);
        self.secretary.apply(&mut opening.secretary);
        self.attendance.apply(&mut opening.attendance);
        self.subject.apply(&mut opening.subject);
        self.plan.apply(&mut opening.plan);
        self.utc_offset.apply(&mut opening.utc_offset);
    }
}

/// A correction of a responder's entry in the roster.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponderCorrection {
    pub responder: ResponderRevision,
    pub why: Option<String>,
}

/// What is different about a responder.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponderRevision {
    pub id: ResponderId,
    pub name: Option<String>,
    pub short: FieldChange<String>,
    pub kind: Option<ResponderKind>,
    pub title: FieldChange<String>,
    pub aliases: Option<Vec<String>>,
    pub remit: Option<Vec<String>>,
}

impl ResponderRevision {
    /// One that changes nothing yet.
    #[must_use]
    pub fn of(id: ResponderId) -> Self {
        Self {
            id,
            name: None,
            short: FieldChange::Keep,
            kind: None,
            title: FieldChange::Keep,
            aliases: None,
            remit: None,
        }
    }

    pub(super) fn apply(&self, responder: &mut Responder) {
        replace(&mut responder.name, self.name.as_ref());
        self.short.apply(&mut responder.short);
        replace(&mut responder.kind, self.kind.as_ref());
        self.title.apply(&mut responder.title);
        replace(&mut responder.aliases, self.aliases.as_ref());
        replace(&mut responder.remit, self.remit.as_ref());
    }
}

/// Who asked a question, learned later.
#[derive(Clone, Debug, PartialEq)]
pub struct AskerNaming {
    pub question: QuestionNo,
    /// Absent: the asker is anonymous after all.
    pub delegate: Option<DelegateNo>,
    pub why: Option<String>,
}

/// A correction of how a question arrived, and of what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Reclassification {
    pub question: QuestionNo,
    pub channel: Option<Channel>,
    pub point: FieldChange<String>,
    pub kind: Option<QuestionKind>,
    pub theme: FieldChange<String>,
    pub why: Option<String>,
}

impl Reclassification {
    /// One that changes nothing yet.
    #[must_use]
    pub fn of(question: QuestionNo) -> Self {
        Self {
            question,
            channel: None,
            point: FieldChange::Keep,
            kind: None,
            theme: FieldChange::Keep,
            why: None,
        }
    }

    pub(super) fn apply(&self, question: &mut Question) {
        replace(&mut question.channel, self.channel.as_ref());
        self.point.apply(&mut question.point);
        replace(&mut question.kind, self.kind.as_ref());
        self.theme.apply(&mut question.theme);
    }
}

/// A correction of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Amendment {
    pub question: QuestionNo,
    /// The event that gave the answer.
    pub answer: Seq,
    /// Removed only in a session rebuilt from a source that did not report it.
    pub text: FieldChange<Arc<str>>,
    pub by_responder: Option<ResponderId>,
    pub spoken_by: FieldChange<Spokesperson>,
    pub quality: FieldChange<Quality>,
    pub why: String,
}

impl Amendment {
    pub(super) fn apply(&self, answer: &mut Answer) {
        self.text.apply(&mut answer.text);
        replace(&mut answer.by, self.by_responder.as_ref());
        self.spoken_by.apply(&mut answer.spoken_by);
        match self.quality {
            FieldChange::Keep => {}
            FieldChange::Remove => answer.quality = Quality::default(),
            FieldChange::Set(quality) => answer.quality = quality,
        }
    }
}

/// A correction of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementCorrection {
    /// The event that recorded it.
    pub statement: Seq,
    pub by_responder: Option<ResponderId>,
    pub spoken_by: FieldChange<Spokesperson>,
    pub text: Option<String>,
    pub why: Option<String>,
}

impl StatementCorrection {
    pub(super) fn apply(&self, statement: &mut Statement) {
        replace(&mut statement.by, self.by_responder.as_ref());
        self.spoken_by.apply(&mut statement.spoken_by);
        replace(&mut statement.text, self.text.as_ref());
    }
}

/// A correction of a conclusion.
#[derive(Clone, Debug, PartialEq)]
pub struct ConclusionCorrection {
    /// The event that recorded it.
    pub conclusion: Seq,
    pub text: Option<String>,
    pub questions: Option<Vec<QuestionNo>>,
    pub why: Option<String>,
}

impl ConclusionCorrection {
    pub(super) fn apply(&self, conclusion: &mut Conclusion) {
        replace(&mut conclusion.text, self.text.as_ref());
        replace(&mut conclusion.questions, self.questions.as_ref());
    }
}

/// A correction of a task as it was assigned.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskCorrection {
    pub task: TaskNo,
    pub text: Option<String>,
    pub lead: FieldChange<ResponderId>,
    pub support: Option<Vec<ResponderId>>,
    pub due: FieldChange<Date>,
    pub due_text: FieldChange<String>,
    pub questions: Option<Vec<QuestionNo>>,
    pub by_responder: FieldChange<ResponderId>,
    pub why: Option<String>,
}

impl TaskCorrection {
    /// One that changes nothing yet.
    #[must_use]
    pub fn of(task: TaskNo) -> Self {
        Self {
            task,
            text: None,
            lead: FieldChange::Keep,
            support: None,
            due: FieldChange::Keep,
            due_text: FieldChange::Keep,
            questions: None,
            by_responder: FieldChange::Keep,
            why: None,
        }
    }

    pub(super) fn apply(&self, task: &mut Task) {
        replace(&mut task.text, self.text.as_ref());
        self.lead.apply(&mut task.lead);
        replace(&mut task.support, self.support.as_ref());
        self.due.apply(&mut task.due);
        self.due_text.apply(&mut task.due_text);
        replace(&mut task.questions, self.questions.as_ref());
        self.by_responder.apply(&mut task.by);
    }
}
