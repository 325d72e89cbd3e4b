//! What a correction made different, field by field: what it was, what it is.

use super::Session;
use super::event::Event;
use super::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use super::payload::{
    Channel, Opening, Quality, QuestionKind, Responder, ResponderKind, Spokesperson,
};
use super::question::{Answer, Question};
use super::state::{Conclusion, State, Statement, Task};
use super::time::{Date, UtcOffset};

/// What was corrected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RevisedThing {
    Session,
    Responder(ResponderId),
    Question(QuestionNo),
    /// An answer, by the event that gave it.
    Answer(QuestionNo, Seq),
    Statement(Seq),
    Conclusion(Seq),
    Task(TaskNo),
}

/// A field that is different.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    pub field: RevisedField,
    /// `None`: there was nothing.
    pub was: Option<RevisedValue>,
    /// `None`: there is nothing any more.
    pub now: Option<RevisedValue>,
}

/// The fields that corrections change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisedField {
    Title,
    Place,
    Number,
    Chair,
    Secretary,
    Attendance,
    Subject,
    Plan,
    UtcOffset,
    Name,
    Short,
    Kind,
    Office,
    Aliases,
    Remit,
    Asker,
    Channel,
    Point,
    QuestionKind,
    Theme,
    Text,
    Responder,
    SpokenBy,
    Quality,
    Questions,
    Lead,
    Support,
    Due,
    DueText,
    AssignedBy,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum RevisedValue {
    Text(String),
    Texts(Vec<String>),
    Number(u32),
    Offset(UtcOffset),
    Date(Date),
    Channel(Channel),
    QuestionKind(QuestionKind),
    ResponderKind(ResponderKind),
    Quality(Quality),
    Delegate(DelegateNo),
    Responder(ResponderId),
    Responders(Vec<ResponderId>),
    Questions(Vec<QuestionNo>),
    Spokesperson(Spokesperson),
}

impl Session {
    /// What the event at `seq` corrected and how, as things stood then; `None` when it is no correction
    /// of single fields.
    #[must_use]
    pub fn revised_by(&self, seq: Seq) -> Option<(RevisedThing, Vec<Revision>)> {
        let (thing, _) = revised_thing(&self.event(seq)?.event)?;
        let after = self.as_of(usize::try_from(seq.0).ok()?);
        let before = self.as_of(usize::try_from(seq.0.checked_sub(1)?).ok()?);
        let revisions = revisions(&thing, before.state(), after.state());
        Some((thing, revisions))
    }
}

/// What an event corrects single fields of, and why.
#[must_use]
pub fn revised_thing(event: &Event) -> Option<(RevisedThing, Option<&str>)> {
    Some(match event {
        Event::SessionCorrected(it) => (RevisedThing::Session, it.why.as_deref()),
        Event::ResponderCorrected(it) => {
            (RevisedThing::Responder(it.responder.id.clone()), it.why.as_deref())
        }
        Event::AskerNamed(it) => (RevisedThing::Question(it.question), it.why.as_deref()),
        Event::QuestionReclassified(it) => (RevisedThing::Question(it.question), it.why.as_deref()),
        Event::AnswerAmended(it) => (RevisedThing::Answer(it.question, it.answer), Some(&it.why)),
        Event::StatementCorrected(it) => (RevisedThing::Statement(it.statement), it.why.as_deref()),
        Event::ConclusionCorrected(it) => {
            (RevisedThing::Conclusion(it.conclusion), it.why.as_deref())
        }
        Event::TaskCorrected(it) => (RevisedThing::Task(it.task), it.why.as_deref()),
        Event::Opened(_)
        | Event::ResponderAdded { .. }
        | Event::DelegateAdded(_)
        | Event::DelegateCorrected(_)
        | Event::QuestionAsked(_)
        | Event::QuestionRouted(_)
        | Event::QuestionEdited(_)
        | Event::QuestionMoved(_)
        | Event::QuestionCalled(_)
        | Event::AnswerStarted { .. }
        | Event::AnswerGiven(_)
        | Event::QuestionDeferred(_)
        | Event::QuestionReferred(_)
        | Event::QuestionDeclined(_)
        | Event::QuestionWithdrawn(_)
        | Event::QuestionMerged(_)
        | Event::QuestionUnmerged(_)
        | Event::QuestionSplit { .. }
        | Event::StatementMade(_)
        | Event::ConclusionRecorded(_)
        | Event::TaskAssigned(_)
        | Event::TaskProgressed(_)
        | Event::Undone { .. }
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::Closed(_)
        | Event::Reopened(_)
        | Event::Recovered(_)
        | Event::FailedOver(_)
        | Event::Withheld(_) => return None,
    })
}

/// What is different about a thing between two states; nothing where one of them does not know it.
#[must_use]
pub fn revisions(thing: &RevisedThing, was: &State, now: &State) -> Vec<Revision> {
    let found = match thing {
        RevisedThing::Session => {
            was.opening().zip(now.opening()).map(|(was, now)| of_opening(was, now))
        }
        RevisedThing::Responder(id) => {
            was.responder(id).zip(now.responder(id)).map(|(was, now)| of_responder(was, now))
        }
        RevisedThing::Question(number) => {
            let both = was.question(*number).zip(now.question(*number));
            both.map(|(was, now)| of_question(was, now))
        }
        RevisedThing::Answer(question, seq) => {
            let answer = |state: &'_ State| state.question(*question)?.answer(*seq).cloned();
            answer(was).zip(answer(now)).map(|(was, now)| of_answer(&was, &now))
        }
        RevisedThing::Statement(seq) => {
            was.statement(*seq).zip(now.statement(*seq)).map(|(was, now)| of_statement(was, now))
        }
        RevisedThing::Conclusion(seq) => {
            let both = was.conclusion(*seq).zip(now.conclusion(*seq));
            both.map(|(was, now)| of_conclusion(was, now))
        }
        RevisedThing::Task(number) => {
            was.task(*number).zip(now.task(*number)).map(|(was, now)| of_task(was, now))
        }
    };
    found.unwrap_or_default()
}

/// Collects the fields that differ.
struct Differences(Vec<Revision>);

impl Differences {
    fn field<T: Clone + PartialEq>(
        &mut self,
        field: RevisedField,
        (was, now): (&Option<T>, &Option<T>),
        value: fn(T) -> RevisedValue,
    ) {
        if was != now {
            let [was, now] = [was, now].map(|it| it.clone().map(value));
            self.0.push(Revision { field, was, now });
        }
    }

    fn text(&mut self, field: RevisedField, (was, now): (&Option<String>, &Option<String>)) {
        self.field(field, (was, now), RevisedValue::Text);
    }

    /// A field that is always there.
    fn always<T: Clone + PartialEq>(
        &mut self,
        field: RevisedField,
        (was, now): (&T, &T),
        value: fn(T) -> RevisedValue,
    ) {
        if was != now {
            let [was, now] = [was, now].map(|it| Some(value(it.clone())));
            self.0.push(Revision { field, was, now });
        }
    }

    /// A list, of which an empty one is nothing.
    fn list<T: Clone + PartialEq>(
        &mut self,
        field: RevisedField,
        (was, now): (&[T], &[T]),
        value: fn(Vec<T>) -> RevisedValue,
    ) {
        if was != now {
            let shown = |it: &[T]| (!it.is_empty()).then(|| value(it.to_vec()));
            self.0.push(Revision { field, was: shown(was), now: shown(now) });
        }
    }
}

fn of_opening(was: &Opening, now: &Opening) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    found.always(RevisedField::Title, (&was.title, &now.title), RevisedValue::Text);
    found.text(RevisedField::Place, (&was.place, &now.place));
    found.field(RevisedField::Number, (&was.number, &now.number), RevisedValue::Number);
    found.text(RevisedField::Chair, (&was.chair, &now.chair));
    found.text(RevisedField::Secretary, (&was.secretary, &now.secretary));
    found.text(RevisedField::Attendance, (&was.attendance, &now.attendance));
    found.text(RevisedField::Subject, (&was.subject, &now.subject));
    found.text(RevisedField::Plan, (&was.plan, &now.plan));
    found.field(RevisedField::UtcOffset, (&was.utc_offset, &now.utc_offset), RevisedValue::Offset);
    found.0
}

fn of_responder(was: &Responder, now: &Responder) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    found.always(RevisedField::Name, (&was.name, &now.name), RevisedValue::Text);
    found.text(RevisedField::Short, (&was.short, &now.short));
    found.always(RevisedField::Kind, (&was.kind, &now.kind), RevisedValue::ResponderKind);
    found.text(RevisedField::Office, (&was.title, &now.title));
    found.list(RevisedField::Aliases, (&was.aliases, &now.aliases), RevisedValue::Texts);
    found.list(RevisedField::Remit, (&was.remit, &now.remit), RevisedValue::Texts);
    found.0
}

fn of_question(was: &Question, now: &Question) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    found.field(RevisedField::Asker, (&was.delegate, &now.delegate), RevisedValue::Delegate);
    found.always(RevisedField::Channel, (&was.channel, &now.channel), RevisedValue::Channel);
    found.text(RevisedField::Point, (&was.point, &now.point));
    found.always(RevisedField::QuestionKind, (&was.kind, &now.kind), RevisedValue::QuestionKind);
    found.text(RevisedField::Theme, (&was.theme, &now.theme));
    found.0
}

fn of_answer(was: &Answer, now: &Answer) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    let [was_text, now_text] = [was, now].map(|answer| answer.text.as_deref().map(str::to_owned));
    found.text(RevisedField::Text, (&was_text, &now_text));
    found.always(RevisedField::Responder, (&was.by, &now.by), RevisedValue::Responder);
    let spoken_by = (&was.spoken_by, &now.spoken_by);
    found.field(RevisedField::SpokenBy, spoken_by, RevisedValue::Spokesperson);
    found.always(RevisedField::Quality, (&was.quality, &now.quality), RevisedValue::Quality);
    found.0
}

fn of_statement(was: &Statement, now: &Statement) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    found.always(RevisedField::Text, (&was.text, &now.text), RevisedValue::Text);
    found.always(RevisedField::Responder, (&was.by, &now.by), RevisedValue::Responder);
    let spoken_by = (&was.spoken_by, &now.spoken_by);
    found.field(RevisedField::SpokenBy, spoken_by, RevisedValue::Spokesperson);
    found.0
}

fn of_conclusion(was: &Conclusion, now: &Conclusion) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    found.always(RevisedField::Text, (&was.text, &now.text), RevisedValue::Text);
    found.list(RevisedField::Questions, (&was.questions, &now.questions), RevisedValue::Questions);
    found.0
}

fn of_task(was: &Task, now: &Task) -> Vec<Revision> {
    let mut found = Differences(Vec::new());
    found.always(RevisedField::Text, (&was.text, &now.text), RevisedValue::Text);
    found.field(RevisedField::Lead, (&was.lead, &now.lead), RevisedValue::Responder);
    found.list(RevisedField::Support, (&was.support, &now.support), RevisedValue::Responders);
    found.field(RevisedField::Due, (&was.due, &now.due), RevisedValue::Date);
    found.text(RevisedField::DueText, (&was.due_text, &now.due_text));
    found.list(RevisedField::Questions, (&was.questions, &now.questions), RevisedValue::Questions);
    found.field(RevisedField::AssignedBy, (&was.by, &now.by), RevisedValue::Responder);
    found.0
}
