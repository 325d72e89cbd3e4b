//! The folded state as one JSON document with every key present.

mod question;

use serde::Serialize;

use super::PaperSource;
use crate::session::number::{QuestionNo, ResponderId};
use crate::session::payload::{Opening, Person, Responder};
use crate::session::question::WITHHELD_TEXT;
use crate::session::state::{Conclusion, Phase, State, Statement, Task};
use crate::session::time::{Date, Timestamp};
use crate::text::json::{self, Displayed};
use question::{ShownQuestion, ShownSpokesperson};

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
    order: Vec<u32>,
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
            order: numbers(&state.order()),
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
    subject: Option<&'a str>,
    plan: Option<&'a str>,
    utc_offset: Option<String>,
    phase: &'static str,
    opened_at: Option<Displayed<Timestamp>>,
    paused_since: Option<Displayed<Timestamp>>,
    closed_at: Option<Displayed<Timestamp>>,
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
            subject: given(|opening| opening.subject.as_deref()),
            plan: given(|opening| opening.plan.as_deref()),
            utc_offset: opening
                .and_then(|opening| opening.utc_offset)
                .map(|offset| offset.to_string()),
            phase,
            opened_at: state.opened_at().map(Displayed),
            paused_since: paused_since.map(Displayed),
            closed_at: closed_at.map(Displayed),
        }
    }
}

#[derive(Serialize)]
struct ShownResponder<'a> {
    id: &'a str,
    name: &'a str,
    short: Option<&'a str>,
    kind: &'static str,
    title: Option<&'a str>,
    aliases: &'a [String],
    remit: &'a [String],
}

impl<'a> ShownResponder<'a> {
    fn of(responder: &'a Responder) -> Self {
        Self {
            id: &responder.id.0,
            name: &responder.name,
            short: responder.short.as_deref(),
            kind: responder.kind.name(),
            title: responder.title.as_deref(),
            aliases: &responder.aliases,
            remit: &responder.remit,
        }
    }
}

/// Without the salt, which serves only to withhold a delegate line.
#[derive(Serialize)]
struct ShownDelegate<'a> {
    id: u32,
    name: &'a str,
    unit: Option<&'a str>,
    seat: Option<&'a str>,
}

impl<'a> ShownDelegate<'a> {
    fn of(person: &'a Person) -> Self {
        let (unit, seat) = (person.unit.as_deref(), person.seat.as_deref());
        Self { id: person.delegate.0, name: &person.name, unit, seat }
    }
}

#[derive(Serialize)]
struct ShownStatement<'a> {
    seq: u64,
    by_responder: &'a str,
    spoken_by: Option<ShownSpokesperson<'a>>,
    text: &'a str,
    /// The event that last corrected it.
    corrected: Option<u64>,
    at: Displayed<Timestamp>,
}

impl<'a> ShownStatement<'a> {
    fn of(statement: &'a Statement) -> Self {
        Self {
            seq: statement.seq.0,
            by_responder: &statement.by.0,
            spoken_by: statement.spoken_by.as_ref().map(ShownSpokesperson::of),
            text: &statement.text,
            corrected: statement.corrected.map(|seq| seq.0),
            at: Displayed(statement.at),
        }
    }
}

#[derive(Serialize)]
struct ShownConclusion<'a> {
    seq: u64,
    text: &'a str,
    questions: Vec<u32>,
    /// The event that last corrected it.
    corrected: Option<u64>,
    at: Displayed<Timestamp>,
}

impl<'a> ShownConclusion<'a> {
    fn of(conclusion: &'a Conclusion) -> Self {
        Self {
            seq: conclusion.seq.0,
            text: &conclusion.text,
            questions: numbers(&conclusion.questions),
            corrected: conclusion.corrected.map(|seq| seq.0),
            at: Displayed(conclusion.at),
        }
    }
}

#[derive(Serialize)]
struct ShownTask<'a> {
    id: u32,
    /// `None`: its line is withheld.
    text: Option<&'a str>,
    lead: Option<&'a str>,
    support: Vec<&'a str>,
    due: Option<Displayed<Date>>,
    due_text: Option<&'a str>,
    questions: Vec<u32>,
    by_responder: Option<&'a str>,
    progress: &'static str,
    remark: Option<&'a str>,
    document: Option<&'a str>,
    link: Option<&'a str>,
    reviewed_by: Option<&'a str>,
    /// The event that last corrected it.
    corrected: Option<u64>,
    assigned_at: Displayed<Timestamp>,
}

impl<'a> ShownTask<'a> {
    fn of(task: &'a Task) -> Self {
        Self {
            id: task.number.0,
            text: (!task.is_withheld || task.text != WITHHELD_TEXT).then_some(&*task.text),
            lead: task.lead.as_ref().map(slug),
            support: task.support.iter().map(slug).collect(),
            due: task.due.map(Displayed),
            due_text: task.due_text.as_deref(),
            questions: numbers(&task.questions),
            by_responder: task.by.as_ref().map(slug),
            progress: task.progress.name(),
            remark: task.remark.as_deref(),
            document: task.document.as_deref(),
            link: task.link.as_deref(),
            reviewed_by: task.reviewed_by.as_deref(),
            corrected: task.corrected.map(|seq| seq.0),
            assigned_at: Displayed(task.assigned_at),
        }
    }
}

fn numbers(questions: &[QuestionNo]) -> Vec<u32> {
    questions.iter().map(|question| question.0).collect()
}

fn slug(id: &ResponderId) -> &str {
    &id.0
}

#[cfg(test)]
mod tests;
