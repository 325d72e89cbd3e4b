//! The form that made an event, filled as it was then: what an undo takes back can be put right and recorded again.

use crate::session::Session;
use crate::session::batch::BatchSpan;
use crate::session::event::{Asked, Event};
use crate::session::number::{QuestionNo, ResponderId, Seq};
use crate::session::payload::{Channel, Person, Quality, QuestionKind, Spokesperson};
use crate::tui::model::desk::QuestionDefaults;
use crate::tui::model::draft::{Draft, FieldValue};
use crate::tui::model::due;
use crate::tui::model::form::field::Label;
use crate::tui::model::form::{Form, FormKind, FormSubject};

type FilledFields = Vec<(Label, FieldValue)>;

/// The form of the event at `seq`, or of what one command recorded together with it; `None` when no form
/// made it.
#[must_use]
pub fn form_of(session: &Session, seq: Seq) -> Option<Draft> {
    let last = session.batch_of(seq).map_or(seq, BatchSpan::last);
    let event = &session.event(last)?.event;
    match event {
        Event::QuestionAsked(asked) => Some(question(session, seq, asked)),
        Event::QuestionEdited(_)
        | Event::QuestionReclassified(_)
        | Event::AnswerAmended(_)
        | Event::StatementCorrected(_)
        | Event::ConclusionCorrected(_)
        | Event::TaskCorrected(_)
        | Event::ResponderCorrected(_)
        | Event::SessionCorrected(_)
        | Event::AskerNamed(_) => correction(session, last, event),
        Event::QuestionRouted(_)
        | Event::AnswerGiven(_)
        | Event::QuestionDeferred(_)
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_)
        | Event::QuestionMerged(_)
        | Event::QuestionSplit { .. } => of_question(event),
        Event::StatementMade(_)
        | Event::ConclusionRecorded(_)
        | Event::TaskAssigned(_)
        | Event::TaskProgressed(_)
        | Event::ResponderAdded { .. } => of_session(event),
        Event::Opened(_)
        | Event::DelegateAdded(_)
        | Event::DelegateCorrected(_)
        | Event::QuestionMoved(_)
        | Event::QuestionCalled(_)
        | Event::AnswerStarted { .. }
        | Event::QuestionUnmerged(_)
        | Event::Undone { .. }
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_)
        | Event::Recovered(_)
        | Event::FailedOver(_)
        | Event::Withheld(_) => None,
    }
}

fn question(session: &Session, seq: Seq, asked: &Asked) -> Draft {
    let mut added = session.batch_of(seq).into_iter().flat_map(BatchSpan::members);
    let added = added.find_map(|member| match &session.event(member)?.event {
        Event::DelegateAdded(person) => Some(&**person),
        _ => None,
    });
    let known = || asked.delegate.and_then(|number| session.state().delegate(number));
    let person: Option<&Person> = added.or_else(known);
    let optional = |words: Option<&String>| words.cloned().unwrap_or_default();
    let fields = vec![
        words(Label::Asker, person.map_or("", |person| &person.name)),
        words(Label::Unit, optional(person.and_then(|person| person.unit.as_ref()))),
        words(Label::Seat, optional(person.and_then(|person| person.seat.as_ref()))),
        chosen(Label::Channel, &Channel::ALL, &asked.channel),
        words(Label::Point, optional(asked.point.as_ref())),
        chosen(Label::Kind, &QuestionKind::ALL, &asked.kind),
        words(Label::Theme, optional(asked.theme.as_ref())),
        words(Label::Text, &*asked.text),
    ];
    let about = FormSubject { question: asked.follows, ..FormSubject::default() };
    draft(FormKind::NewQuestion, about, fields, Label::Text)
}

/// A correction opens on the state that it made, so that it is filled with what was recorded.
fn correction(session: &Session, seq: Seq, event: &Event) -> Option<Draft> {
    let question = event.question();
    let none = FormSubject::default();
    let (kind, about) = match event {
        Event::AskerNamed(_) => (FormKind::NameAsker, FormSubject { question, ..none }),
        Event::AnswerAmended(it) => {
            let event = Some(it.answer);
            (FormKind::AmendAnswer, FormSubject { question, event, ..none })
        }
        Event::StatementCorrected(it) => {
            (FormKind::CorrectStatement, FormSubject { event: Some(it.statement), ..none })
        }
        Event::ConclusionCorrected(it) => {
            (FormKind::CorrectConclusion, FormSubject { event: Some(it.conclusion), ..none })
        }
        Event::TaskCorrected(it) => {
            (FormKind::CorrectTask, FormSubject { task: Some(it.task), ..none })
        }
        Event::ResponderCorrected(it) => {
            let responder = Some(it.responder.id.clone());
            (FormKind::CorrectResponder, FormSubject { responder, ..none })
        }
        Event::SessionCorrected(_) => (FormKind::CorrectSession, none),
        _ => (FormKind::EditQuestion, FormSubject { question, ..none }),
    };
    let then = session.as_of(usize::try_from(seq.0).ok()?);
    Some(Form::open(kind, about, then.state(), &QuestionDefaults::default()).draft())
}

fn of_question(event: &Event) -> Option<Draft> {
    let about = FormSubject { question: event.question(), ..FormSubject::default() };
    let reason = |why: &Option<String>| words(Label::Why, why.clone().unwrap_or_default());
    let (kind, fields) = match event {
        Event::QuestionRouted(it) => {
            let route = responders(Label::Responders, Some(&it.lead), &it.support);
            (FormKind::Route, vec![route, reason(&it.why)])
        }
        Event::AnswerGiven(it) => {
            let mut fields = vec![
                responders(Label::Responder, Some(&it.by_responder), &[]),
                chosen(Label::Quality, &Quality::ALL, &it.quality.unwrap_or_default()),
                words(Label::Text, it.text.as_deref().unwrap_or_default()),
            ];
            fields.extend(spokesperson(it.spoken_by.as_ref()));
            (FormKind::Answer, fields)
        }
        Event::QuestionDeferred(it) => {
            let by = responders(Label::Responder, it.by_responder.as_ref(), &[]);
            let due = words(Label::Due, due::written(it.due, it.due_text.as_deref()));
            (FormKind::Defer, vec![by, due, reason(&it.why)])
        }
        Event::QuestionReferred(it) => {
            (FormKind::Refer, vec![to(it.to.as_deref()), reason(&it.why)])
        }
        Event::QuestionDeclined(it) => {
            (FormKind::Decline, vec![to(it.to.as_deref()), reason(&it.why)])
        }
        Event::QuestionWithdrawn(it) => (FormKind::Withdraw, vec![reason(&it.why)]),
        Event::QuestionMerged(it) => {
            let into = FieldValue::Question { typed: String::new(), chosen: Some(it.into) };
            (FormKind::Merge, vec![(Label::Into, into)])
        }
        Event::QuestionSplit { parts, .. } => {
            let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
            (FormKind::Split, vec![words(Label::Text, texts.join("\n\n"))])
        }
        _ => return None,
    };
    Some(draft(kind, about, fields, Label::Text))
}

fn of_session(event: &Event) -> Option<Draft> {
    let mut about = FormSubject::default();
    let (kind, fields) = match event {
        Event::StatementMade(it) => {
            let mut fields = vec![
                responders(Label::Responder, Some(&it.by_responder), &[]),
                words(Label::Text, &*it.text),
            ];
            fields.extend(spokesperson(it.spoken_by.as_ref()));
            (FormKind::Statement, fields)
        }
        Event::ConclusionRecorded(it) => {
            let about = words(Label::Questions, numbers(&it.questions));
            (FormKind::Conclusion, vec![words(Label::Text, &*it.text), about])
        }
        Event::TaskAssigned(it) => {
            let fields = vec![
                words(Label::Text, &*it.text),
                responders(Label::Charged, it.lead.as_ref(), &it.support),
                words(Label::Due, due::written(it.due, it.due_text.as_deref())),
                words(Label::Questions, numbers(&it.questions)),
                responders(Label::AssignedBy, it.by_responder.as_ref(), &[]),
            ];
            (FormKind::Task, fields)
        }
        Event::TaskProgressed(it) => {
            about.task = Some(it.task);
            let optional =
                |label, text: &Option<String>| words(label, text.clone().unwrap_or_default());
            let fields = vec![
                (Label::Progress, FieldValue::Chosen(it.progress as usize)),
                optional(Label::Document, &it.document),
                optional(Label::Text, &it.text),
                optional(Label::Link, &it.link),
                optional(Label::ReviewedBy, &it.reviewed_by),
            ];
            (FormKind::ProgressTask, fields)
        }
        Event::ResponderAdded { responder } => {
            let fields = vec![
                words(Label::Name, &*responder.name),
                words(Label::Short, responder.short.clone().unwrap_or_default()),
                words(Label::Office, responder.title.clone().unwrap_or_default()),
                words(Label::Remit, responder.remit.join("; ")),
            ];
            (FormKind::AddResponder, fields)
        }
        _ => return None,
    };
    Some(draft(kind, about, fields, Label::Text))
}

fn draft(kind: FormKind, about: FormSubject, fields: FilledFields, focused: Label) -> Draft {
    let focus = fields.iter().position(|(label, _)| *label == focused).unwrap_or(0);
    Draft { kind, about, several: Vec::new(), fields, focus }
}

fn words(label: Label, words: impl Into<String>) -> (Label, FieldValue) {
    (label, FieldValue::Words(words.into()))
}

fn chosen<T: PartialEq>(label: Label, all: &[T], one: &T) -> (Label, FieldValue) {
    let place = all.iter().position(|other| other == one).unwrap_or(0);
    (label, FieldValue::Chosen(place))
}

fn responders(
    label: Label,
    lead: Option<&ResponderId>,
    support: &[ResponderId],
) -> (Label, FieldValue) {
    let (typed, lead, support) = (String::new(), lead.cloned(), support.to_vec());
    (label, FieldValue::Responders { typed, lead, support })
}

/// Where a question was referred: a responder of the roster, or whatever was typed.
fn to(id: Option<&str>) -> (Label, FieldValue) {
    responders(Label::To, id.map(ResponderId::from).as_ref(), &[])
}

fn spokesperson(known: Option<&Spokesperson>) -> [(Label, FieldValue); 2] {
    let name = known.map_or("", |person| &person.name);
    let post = known.and_then(|person| person.post.as_deref()).unwrap_or_default();
    [words(Label::SpokenBy, name), words(Label::Post, post)]
}

fn numbers(questions: &[QuestionNo]) -> String {
    questions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
