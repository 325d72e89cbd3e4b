//! The texts in an event, each with its kind.

use std::borrow::Cow;

use crate::session::event::{Asked, Assigned, Event};
use crate::session::payload::{Deferral, Disposal, Opening, Person, Progression, Responder};

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    Opening,
    /// A responder's names, office and remit.
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

/// Visits every text of an event, always in the same order.
pub(super) fn each(event: &Event, mut see: impl FnMut(TextKind, &str)) {
    let see = &mut see;
    match event {
        Event::Opened(opening) => self::opening(opening, see),
        Event::ResponderAdded { responder } => self::responder(responder, see),
        Event::DelegateAdded(person) | Event::DelegateCorrected(person) => {
            see(TextKind::Delegate, &presented(person));
        }
        Event::QuestionAsked(asked) => self::asked(asked, see),
        Event::QuestionRouted(routing) => some(TextKind::Reason, routing.why.as_deref(), see),
        Event::QuestionEdited(edit) => {
            see(TextKind::Edit, &edit.text);
            some(TextKind::Reason, edit.why.as_deref(), see);
        }
        Event::AnswerGiven(given) => some(TextKind::Answer, given.text.as_deref(), see),
        Event::AnswerAmended(amendment) => {
            see(TextKind::Amendment, &amendment.text);
            see(TextKind::Reason, &amendment.why);
        }
        Event::QuestionDeferred(deferral) => self::deferral(deferral, see),
        Event::QuestionReferred(disposal)
        | Event::QuestionDeclined(disposal)
        | Event::QuestionWithdrawn(disposal) => self::disposal(disposal, see),
        Event::QuestionSplit { parts, .. } => {
            for part in parts {
                see(TextKind::Question, &part.text);
            }
        }
        Event::StatementMade(statement) => see(TextKind::Statement, &statement.text),
        Event::ConclusionRecorded(conclusion) => see(TextKind::Conclusion, &conclusion.text),
        Event::TaskAssigned(task) => self::task(task, see),
        Event::TaskProgressed(news) => self::news(news, see),
        Event::Undone { why, .. } => some(TextKind::Reason, why.as_deref(), see),
        Event::FailedOver(failover) => see(TextKind::Reason, &failover.why),
        Event::Paused(reason)
        | Event::Resumed(reason)
        | Event::Closed(reason)
        | Event::Reopened(reason) => some(TextKind::Reason, reason.why.as_deref(), see),
        Event::QuestionMoved(_)
        | Event::QuestionCalled(_)
        | Event::AnswerStarted { .. }
        | Event::QuestionMerged(_)
        | Event::QuestionUnmerged(_)
        | Event::Recovered(_)
        | Event::Withheld(_) => {}
    }
}

/// One text of an event by its place.
pub(super) fn nth(event: &Event, place: usize) -> Option<(TextKind, String)> {
    let mut left = place;
    let mut found = None;
    each(event, |field, words| {
        if left == 0 && found.is_none() {
            found = Some((field, words.to_owned()));
        }
        left = left.saturating_sub(1);
    });
    found
}

fn some(field: TextKind, words: Option<&str>, see: &mut impl FnMut(TextKind, &str)) {
    if let Some(words) = words {
        see(field, words);
    }
}

fn opening(opening: &Opening, see: &mut impl FnMut(TextKind, &str)) {
    see(TextKind::Opening, &opening.title);
    let rest = [&opening.place, &opening.chair, &opening.secretary, &opening.attendance];
    for words in rest.into_iter().chain([&opening.source]) {
        some(TextKind::Opening, words.as_deref(), see);
    }
}

fn responder(responder: &Responder, see: &mut impl FnMut(TextKind, &str)) {
    see(TextKind::Responder, &responder.name);
    some(TextKind::Responder, responder.short.as_deref(), see);
    some(TextKind::Responder, responder.title.as_deref(), see);
    for words in responder.aliases.iter().chain(&responder.remit) {
        see(TextKind::Responder, words);
    }
}

/// A delegate's name and unit in one, so that a query may hold words of both.
fn presented(person: &Person) -> Cow<'_, str> {
    match &person.unit {
        Some(unit) => Cow::Owned(format!("{}, {unit}", person.name)),
        None => Cow::Borrowed(&person.name),
    }
}

fn asked(asked: &Asked, see: &mut impl FnMut(TextKind, &str)) {
    see(TextKind::Question, &asked.text);
    some(TextKind::Theme, asked.theme.as_deref(), see);
}

fn deferral(deferral: &Deferral, see: &mut impl FnMut(TextKind, &str)) {
    some(TextKind::Due, deferral.due_text.as_deref(), see);
    some(TextKind::Reason, deferral.why.as_deref(), see);
}

fn disposal(disposal: &Disposal, see: &mut impl FnMut(TextKind, &str)) {
    see(TextKind::Reason, &disposal.why);
    some(TextKind::Recipient, disposal.to.as_deref(), see);
}

fn task(task: &Assigned, see: &mut impl FnMut(TextKind, &str)) {
    see(TextKind::Task, &task.text);
    some(TextKind::Due, task.due_text.as_deref(), see);
}

fn news(news: &Progression, see: &mut impl FnMut(TextKind, &str)) {
    some(TextKind::Progress, news.text.as_deref(), see);
    some(TextKind::Document, news.document.as_deref(), see);
}
