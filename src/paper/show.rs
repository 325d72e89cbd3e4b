//! The folded state as one JSON document with every key present.

mod question;

use serde::Serialize;

use super::PaperSource;
use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use crate::session::payload::{Opening, Person, Progress, Responder, ResponderKind};
use crate::session::state::{Conclusion, Phase, State, Statement, Task};
use crate::session::time::{Date, Timestamp};
use crate::text::json;
use question::ShownQuestion;

/// The whole state on one line, ended by a line feed.
pub fn show(source: &PaperSource) -> String {
    let shown = Shown::of(source);
    let mut json = json::line(&shown);
    json.push('\n');
    json
}

#[derive(Serialize)]
struct Shown<'a> {
    session: ShownSession<'a>,
    responders: Vec<ShownResponder<'a>>,
    delegates: Vec<ShownDelegate<'a>>,
    questions: Vec<ShownQuestion<'a>>,
    /// The numbers of the questions as the moderator has ordered them.
    order: Vec<QuestionNo>,
    statements: Vec<ShownStatement<'a>>,
    conclusions: Vec<ShownConclusion<'a>>,
    tasks: Vec<ShownTask<'a>>,
    fingerprint: &'a str,
    events: u64,
    damage: Option<&'a str>,
}

impl<'a> Shown<'a> {
    fn of(source: &PaperSource<'a>) -> Self {
        let state = source.session.state();
        Self {
            session: ShownSession::of(source.id, state),
            responders: state.responders().map(ShownResponder::of).collect(),
            delegates: state.delegates().map(ShownDelegate::of).collect(),
            questions: state.questions().map(ShownQuestion::of).collect(),
            order: state.order(),
            statements: state.statements().map(ShownStatement::of).collect(),
            conclusions: state.conclusions().map(ShownConclusion::of).collect(),
            tasks: state.tasks().map(ShownTask::of).collect(),
            fingerprint: source.fingerprint,
            events: source.session.last_seq().0,
            damage: source.damage,
        }
    }
}

#[derive(Serialize)]
struct ShownSession<'a> {
    id: &'a str,
    title: Option<&'a str>,
    place: Option<&'a str>,
    number: Option<u32>,
    chair: Option<&'a str>,
    secretary: Option<&'a str>,
    attendance: Option<&'a str>,
    source: Option<&'a str>,
    phase: &'static str,
    opened_at: Option<Timestamp>,
    paused_since: Option<Timestamp>,
    closed_at: Option<Timestamp>,
}

impl<'a> ShownSession<'a> {
    fn of(id: &'a str, state: &'a State) -> Self {
        let opening = state.opening();
        let given = |field: fn(&'a Opening) -> Option<&'a str>| opening.and_then(field);
        let (phase, paused_since, closed_at) = match state.phase() {
            Phase::NotOpened => ("not_opened", None, None),
            Phase::Running => ("running", None, None),
            Phase::Paused { since } => ("paused", Some(since), None),
            Phase::Closed { at } => ("closed", None, Some(at)),
        };
        Self {
            id,
            title: given(|opening| Some(&opening.title)),
            place: given(|opening| opening.place.as_deref()),
            number: opening.and_then(|opening| opening.number),
            chair: given(|opening| opening.chair.as_deref()),
            secretary: given(|opening| opening.secretary.as_deref()),
            attendance: given(|opening| opening.attendance.as_deref()),
            source: given(|opening| opening.source.as_deref()),
            phase,
            opened_at: state.opened_at(),
            paused_since,
            closed_at,
        }
    }
}

#[derive(Serialize)]
struct ShownResponder<'a> {
    id: &'a ResponderId,
    name: &'a str,
    short: Option<&'a str>,
    kind: ResponderKind,
    title: Option<&'a str>,
    aliases: &'a [String],
    remit: &'a [String],
}

impl<'a> ShownResponder<'a> {
    fn of(responder: &'a Responder) -> Self {
        Self {
            id: &responder.id,
            name: &responder.name,
            short: responder.short.as_deref(),
            kind: responder.kind,
            title: responder.title.as_deref(),
            aliases: &responder.aliases,
            remit: &responder.remit,
        }
    }
}

/// Without the salt, which serves only to withhold a delegate line.
#[derive(Serialize)]
struct ShownDelegate<'a> {
    id: DelegateNo,
    name: &'a str,
    unit: Option<&'a str>,
    seat: Option<&'a str>,
}

impl<'a> ShownDelegate<'a> {
    fn of(person: &'a Person) -> Self {
        let (unit, seat) = (person.unit.as_deref(), person.seat.as_deref());
        Self { id: person.delegate, name: &person.name, unit, seat }
    }
}

#[derive(Serialize)]
struct ShownStatement<'a> {
    seq: Seq,
    by_responder: &'a ResponderId,
    text: &'a str,
    at: Timestamp,
}

impl<'a> ShownStatement<'a> {
    fn of(statement: &'a Statement) -> Self {
        Self {
            seq: statement.seq,
            by_responder: &statement.by,
            text: &statement.text,
            at: statement.at,
        }
    }
}

#[derive(Serialize)]
struct ShownConclusion<'a> {
    seq: Seq,
    text: &'a str,
    questions: &'a [QuestionNo],
    at: Timestamp,
}

impl<'a> ShownConclusion<'a> {
    fn of(conclusion: &'a Conclusion) -> Self {
        Self {
            seq: conclusion.seq,
            text: &conclusion.text,
            questions: &conclusion.questions,
            at: conclusion.at,
        }
    }
}

#[derive(Serialize)]
struct ShownTask<'a> {
    id: TaskNo,
    text: &'a str,
    lead: Option<&'a ResponderId>,
    support: &'a [ResponderId],
    due: Option<Date>,
    due_text: Option<&'a str>,
    questions: &'a [QuestionNo],
    by_responder: Option<&'a ResponderId>,
    progress: Progress,
    remark: Option<&'a str>,
    document: Option<&'a str>,
    assigned_at: Timestamp,
}

impl<'a> ShownTask<'a> {
    fn of(task: &'a Task) -> Self {
        Self {
            id: task.number,
            text: &task.text,
            lead: task.lead.as_ref(),
            support: &task.support,
            due: task.due,
            due_text: task.due_text.as_deref(),
            questions: &task.questions,
            by_responder: task.by.as_ref(),
            progress: task.progress,
            remark: task.remark.as_deref(),
            document: task.document.as_deref(),
            assigned_at: task.assigned_at,
        }
    }
}

#[cfg(test)]
mod tests;
