//! What an event happens to: one match over the kinds of events.

use super::event::Event;
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};

/// What an event happens to.
#[derive(Debug, Default)]
pub struct Touched {
    /// Every question it happens to, is merged into, is split into or is recorded with.
    pub questions: Vec<QuestionNo>,
    pub task: Option<TaskNo>,
    /// What can be corrected besides.
    pub other: Option<TouchedEntry>,
}

/// What is neither a question nor a task, and can be corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TouchedEntry {
    /// What was said at the opening, or whether the session goes on.
    Session,
    Delegate(DelegateNo),
    Responder(ResponderId),
    /// The statement or the conclusion recorded by this event.
    Speech(Seq),
}

impl Touched {
    /// Whether something is touched by both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.questions.iter().any(|question| other.questions.contains(question))
            || (self.task.is_some() && self.task == other.task)
            || (self.other.is_some() && self.other == other.other)
    }

    fn entry(entry: TouchedEntry) -> Self {
        Self { other: Some(entry), ..Self::default() }
    }

    fn questions(questions: Vec<QuestionNo>) -> Self {
        Self { questions, ..Self::default() }
    }
}

/// What the event happens to.
#[must_use]
pub fn touched(event: &Event) -> Touched {
    match event {
        Event::QuestionMerged(merger) | Event::QuestionUnmerged(merger) => {
            Touched::questions(vec![merger.question, merger.into])
        }
        Event::QuestionSplit { question, parts } => {
            let parts = parts.iter().map(|part| part.question);
            Touched::questions([*question].into_iter().chain(parts).collect())
        }
        Event::ConclusionRecorded(conclusion) => Touched::questions(conclusion.questions.clone()),
        Event::ConclusionCorrected(correction) => Touched {
            questions: correction.questions.clone().unwrap_or_default(),
            ..Touched::entry(TouchedEntry::Speech(correction.conclusion))
        },
        Event::StatementCorrected(correction) => {
            Touched::entry(TouchedEntry::Speech(correction.statement))
        }
        Event::TaskAssigned(assigned) => {
            let task = Some(assigned.task);
            Touched { task, ..Touched::questions(assigned.questions.clone()) }
        }
        Event::TaskCorrected(correction) => {
            let task = Some(correction.task);
            let questions = correction.questions.clone().unwrap_or_default();
            Touched { task, ..Touched::questions(questions) }
        }
        Event::TaskProgressed(news) => Touched { task: Some(news.task), ..Touched::default() },
        Event::QuestionAsked(_)
        | Event::AskerNamed(_)
        | Event::QuestionReclassified(_)
        | Event::QuestionRouted(_)
        | Event::QuestionEdited(_)
        | Event::QuestionMoved(_)
        | Event::QuestionCalled(_)
        | Event::AnswerStarted { .. }
        | Event::AnswerGiven(_)
        | Event::AnswerAmended(_)
        | Event::QuestionDeferred(_)
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_) => Touched::questions(event.question().into_iter().collect()),
        Event::DelegateAdded(person) | Event::DelegateCorrected(person) => {
            Touched::entry(TouchedEntry::Delegate(person.delegate))
        }
        Event::ResponderAdded { responder } => {
            Touched::entry(TouchedEntry::Responder(responder.id.clone()))
        }
        Event::ResponderCorrected(correction) => {
            Touched::entry(TouchedEntry::Responder(correction.responder.id.clone()))
        }
        Event::Opened(_)
        | Event::SessionCorrected(_)
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_) => Touched::entry(TouchedEntry::Session),
        Event::StatementMade(_)
        | Event::Undone { .. }
        | Event::Recovered(_)
        | Event::FailedOver(_)
        | Event::Withheld(_) => Touched::default(),
    }
}
