//! The texts in an event, each with its kind and who said it: one match over the kinds of events.

use std::borrow::Cow;

use crate::session::correction::{ResponderRevision, SessionCorrection, TaskCorrection};
use crate::session::event::Event;
use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq};
use crate::session::payload::{Disposal, Opening, Person, Reason, Responder};

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    Opening,
    /// A responder's name, short name and office. What it is known by besides and its remit are
    /// knowledge for routing, which nobody said.
    Responder,
    /// A delegate's name and unit, where they were recorded.
    Delegate,
    /// A delegate's name and unit, at a question of theirs.
    Asker,
    Theme,
    Question,
    Edit,
    Answer,
    Amendment,
    Statement,
    Conclusion,
    Task,
    Progress,
    /// A deadline given as text.
    Due,
    /// To whom a question is referred.
    Recipient,
    /// The number of a written reply.
    Document,
    Reason,
}

impl TextKind {
    pub const ALL: [Self; 17] = [
        Self::Opening,
        Self::Responder,
        Self::Delegate,
        Self::Asker,
        Self::Theme,
        Self::Question,
        Self::Edit,
        Self::Answer,
        Self::Amendment,
        Self::Statement,
        Self::Conclusion,
        Self::Task,
        Self::Progress,
        Self::Due,
        Self::Recipient,
        Self::Document,
        Self::Reason,
    ];
}

/// One text of an event.
pub(super) struct EventText<'a> {
    pub(super) kind: TextKind,
    pub(super) by: SaidBy<'a>,
    pub(super) text: Cow<'a, str>,
}

/// Who said a text, as far as its event tells.
#[derive(Clone, Copy)]
pub(super) enum SaidBy<'a> {
    /// Whoever recorded the event.
    Recorder,
    Delegate(DelegateNo),
    /// An asker who gave no name.
    Unnamed,
    Responder(&'a ResponderId),
    /// The asker of this question.
    Asker(QuestionNo),
    /// Who gave the answer that this event records.
    Answerer(Seq),
}

impl<'a> SaidBy<'a> {
    fn responder(by: Option<&'a ResponderId>) -> Self {
        by.map_or(Self::Recorder, Self::Responder)
    }
}

/// Every text of an event, always in the same order.
pub(super) fn texts(event: &Event) -> Vec<EventText<'_>> {
    let mut texts = Texts { by: SaidBy::Recorder, found: Vec::new() };
    texts.read(event);
    texts.found
}

/// The texts found so far; `by` holds for those that follow.
struct Texts<'a> {
    by: SaidBy<'a>,
    found: Vec<EventText<'a>>,
}

impl<'a> Texts<'a> {
    fn read(&mut self, event: &'a Event) {
        match event {
            Event::Opened(opening) => self.opening(opening),
            Event::SessionCorrected(correction) => self.session_correction(correction),
            Event::ResponderAdded { responder } => self.responder(responder),
            Event::ResponderCorrected(correction) => {
                self.revision(&correction.responder);
                self.add(TextKind::Reason, correction.why.as_deref());
            }
            Event::DelegateAdded(person) | Event::DelegateCorrected(person) => {
                self.by = SaidBy::Delegate(person.delegate);
                self.add(TextKind::Delegate, Some(presented(person)));
            }
            Event::QuestionAsked(asked) => {
                self.by = asked.delegate.map_or(SaidBy::Unnamed, SaidBy::Delegate);
                self.add(TextKind::Question, Some(&*asked.text));
                self.add(TextKind::Theme, asked.theme.as_deref());
            }
            Event::AskerNamed(naming) => self.add(TextKind::Reason, naming.why.as_deref()),
            Event::QuestionReclassified(it) => {
                self.add(TextKind::Theme, it.theme.set().map(String::as_str));
                self.add(TextKind::Reason, it.why.as_deref());
            }
            Event::QuestionRouted(routing) => self.add(TextKind::Reason, routing.why.as_deref()),
            Event::QuestionEdited(edit) => {
                self.add(TextKind::Edit, Some(&*edit.text));
                self.add(TextKind::Reason, edit.why.as_deref());
            }
            Event::AnswerGiven(given) => {
                self.by = SaidBy::Responder(&given.by_responder);
                self.add(TextKind::Answer, given.text.as_deref());
            }
            Event::AnswerAmended(amendment) => {
                self.by = SaidBy::Answerer(amendment.answer);
                self.add(TextKind::Amendment, amendment.text.set().map(|text| &**text));
                self.by = SaidBy::Recorder;
                self.add(TextKind::Reason, Some(&*amendment.why));
            }
            Event::QuestionDeferred(deferral) => {
                self.by = SaidBy::responder(deferral.by_responder.as_ref());
                self.add(TextKind::Due, deferral.due_text.as_deref());
                self.add(TextKind::Reason, deferral.why.as_deref());
            }
            Event::QuestionReferred(disposal)
            | Event::QuestionDeclined(disposal)
            | Event::QuestionWithdrawn(disposal) => self.disposal(disposal),
            Event::QuestionSplit { question, parts } => {
                self.by = SaidBy::Asker(*question);
                for part in parts {
                    self.add(TextKind::Question, Some(&*part.text));
                }
            }
            Event::StatementMade(statement) => {
                self.by = SaidBy::Responder(&statement.by_responder);
                self.add(TextKind::Statement, Some(&*statement.text));
            }
            Event::ConclusionRecorded(conclusion) => {
                self.add(TextKind::Conclusion, Some(&*conclusion.text));
            }
            Event::StatementCorrected(correction) => {
                self.by = SaidBy::responder(correction.by_responder.as_ref());
                self.add(TextKind::Statement, correction.text.as_deref());
                self.by = SaidBy::Recorder;
                self.add(TextKind::Reason, correction.why.as_deref());
            }
            Event::ConclusionCorrected(correction) => {
                self.add(TextKind::Conclusion, correction.text.as_deref());
                self.add(TextKind::Reason, correction.why.as_deref());
            }
            Event::TaskCorrected(correction) => self.task_correction(correction),
            Event::TaskAssigned(task) => {
                self.by = SaidBy::responder(task.by_responder.as_ref());
                self.add(TextKind::Task, Some(&*task.text));
                self.add(TextKind::Due, task.due_text.as_deref());
            }
            Event::TaskProgressed(progress) => {
                self.add(TextKind::Progress, progress.text.as_deref());
                self.add(TextKind::Document, progress.document.as_deref());
                self.add(TextKind::Document, progress.link.as_deref());
            }
            Event::Undone { why, .. } => self.add(TextKind::Reason, why.as_deref()),
            Event::FailedOver(failover) => self.add(TextKind::Reason, Some(&*failover.why)),
            Event::Paused(reason)
            | Event::Resumed(reason)
            | Event::Closed(reason)
            | Event::Reopened(reason) => self.reason(reason),
            Event::QuestionMoved(_)
            | Event::QuestionCalled(_)
            | Event::AnswerStarted { .. }
            | Event::QuestionMerged(_)
            | Event::QuestionUnmerged(_)
            | Event::Recovered(_)
            | Event::Withheld(_) => {}
        }
    }

    fn add(&mut self, kind: TextKind, text: Option<impl Into<Cow<'a, str>>>) {
        let by = self.by;
        self.found.extend(text.map(|text| EventText { kind, by, text: text.into() }));
    }

    fn opening(&mut self, opening: &'a Opening) {
        self.add(TextKind::Opening, Some(&*opening.title));
        let rest = [&opening.place, &opening.chair, &opening.secretary, &opening.attendance];
        for text in rest.into_iter().chain([&opening.source, &opening.subject, &opening.plan]) {
            self.add(TextKind::Opening, text.as_deref());
        }
    }

    fn session_correction(&mut self, correction: &'a SessionCorrection) {
        self.add(TextKind::Opening, correction.title.as_deref());
        let rest = [&correction.place, &correction.chair, &correction.secretary];
        let more = [&correction.attendance, &correction.subject, &correction.plan];
        for change in rest.into_iter().chain(more) {
            self.add(TextKind::Opening, change.set().map(String::as_str));
        }
        self.add(TextKind::Reason, correction.why.as_deref());
    }

    fn revision(&mut self, revision: &'a ResponderRevision) {
        self.add(TextKind::Responder, revision.name.as_deref());
        self.add(TextKind::Responder, revision.short.set().map(String::as_str));
        self.add(TextKind::Responder, revision.title.set().map(String::as_str));
    }

    fn task_correction(&mut self, correction: &'a TaskCorrection) {
        self.by = SaidBy::responder(correction.by_responder.set());
        self.add(TextKind::Task, correction.text.as_deref());
        self.add(TextKind::Due, correction.due_text.set().map(String::as_str));
        self.by = SaidBy::Recorder;
        self.add(TextKind::Reason, correction.why.as_deref());
    }

    fn responder(&mut self, responder: &'a Responder) {
        self.add(TextKind::Responder, Some(&*responder.name));
        self.add(TextKind::Responder, responder.short.as_deref());
        self.add(TextKind::Responder, responder.title.as_deref());
    }

    fn disposal(&mut self, disposal: &'a Disposal) {
        self.add(TextKind::Reason, disposal.why.as_deref());
        self.add(TextKind::Recipient, disposal.to.as_deref());
    }

    fn reason(&mut self, reason: &'a Reason) {
        self.add(TextKind::Reason, reason.why.as_deref());
    }
}

/// A delegate's name and unit in one, so that a query may hold words of both.
fn presented(person: &Person) -> Cow<'_, str> {
    match &person.unit {
        Some(unit) => Cow::Owned(format!("{}, {unit}", person.name)),
        None => Cow::Borrowed(&person.name),
    }
}
