//! What was corrected or undone in a session.

use std::collections::BTreeMap;

use crate::review::course::CourseStep;
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq};
use crate::session::payload::Person;
use crate::session::question::Route;
use crate::session::revision::{RevisedThing, Revision, revised_thing};
use crate::session::time::Timestamp;

/// A correction: what it replaced, by whom, when and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The event that corrects.
    pub seq: Seq,
    /// The event that is corrected.
    pub corrects: Seq,
    pub at: Timestamp,
    pub by: String,
    pub why: Option<String>,
    pub what: Corrected,
}

/// What was corrected.
#[derive(Clone, Debug, PartialEq)]
pub enum Corrected {
    Question {
        question: QuestionNo,
        first: String,
        now: String,
    },
    /// Single fields of something.
    Fields {
        thing: RevisedThing,
        revisions: Vec<Revision>,
    },
    Delegate {
        first: Person,
        now: Person,
    },
    Route {
        question: QuestionNo,
        first: Route,
        now: Route,
    },
    /// The event no longer stands.
    Undone,
    /// The event stands again.
    Redone,
}

/// Every correction of a session, in the order of time. A correction that was itself undone is
/// left out; its undoing is listed.
#[must_use]
pub fn corrections(session: &Session) -> Vec<Correction> {
    let mut versions = LatestVersions::default();
    let mut corrections = Vec::new();
    for recorded in session.history() {
        let found = match &recorded.event {
            Event::Undone { undoes, why } => {
                undoing(session, *undoes).map(|(corrects, what)| (corrects, what, why.clone()))
            }
            _ if session.undone_by(recorded.seq).is_some() => None,
            event => versions.correction(session, recorded.seq, event),
        };
        if let Some((corrects, what, why)) = found {
            let Recorded { seq, at, by, .. } = recorded;
            let by = by.to_string();
            corrections.push(Correction { seq: *seq, corrects, at: *at, by, why, what });
        }
    }
    corrections
}

/// What the last event of a session corrects, if it does.
#[must_use]
pub fn last_correction(session: &Session) -> Option<Correction> {
    let last = session.history().last()?;
    let may_correct = matches!(last.event, Event::Undone { .. })
        || matches!(CourseStep::of(&last.event), CourseStep::Corrected | CourseStep::Routed(_));
    let found = may_correct.then(|| corrections(session).pop()).flatten()?;
    (found.seq == last.seq).then_some(found)
}

/// The ordinary event at the end of a chain of undos, and whether it is undone or redone.
fn undoing(session: &Session, undoes: Seq) -> Option<(Seq, Corrected)> {
    let (mut target, mut is_undone) = (undoes, true);
    while let Event::Undone { undoes, .. } = session.event(target)?.event {
        (target, is_undone) = (undoes, !is_undone);
    }
    Some((target, if is_undone { Corrected::Undone } else { Corrected::Redone }))
}

/// The latest version of everything that can be corrected, with the event that recorded it.
#[derive(Default)]
struct LatestVersions<'a> {
    questions: BTreeMap<QuestionNo, (Seq, &'a str)>,
    routes: BTreeMap<QuestionNo, (Seq, Route)>,
    delegates: BTreeMap<DelegateNo, (Seq, &'a Person)>,
    /// What is corrected field by field.
    recorded: BTreeMap<RevisedThing, Seq>,
}

impl<'a> LatestVersions<'a> {
    /// What a standing event corrects, if it does: the event that is corrected, what it is, why.
    fn correction(
        &mut self,
        session: &Session,
        seq: Seq,
        event: &'a Event,
    ) -> Option<(Seq, Corrected, Option<String>)> {
        if let Some((thing, why)) = revised_thing(event) {
            let corrects = self.recorded.insert(thing, seq).unwrap_or(seq);
            let (thing, revisions) = session.revised_by(seq)?;
            return Some((
                corrects,
                Corrected::Fields { thing, revisions },
                why.map(str::to_owned),
            ));
        }
        match event {
            Event::QuestionAsked(asked) => {
                self.recorded.insert(RevisedThing::Question(asked.question), seq);
                self.questions.insert(asked.question, (seq, &asked.text));
                None
            }
            Event::QuestionSplit { parts, .. } => {
                for part in parts {
                    self.recorded.insert(RevisedThing::Question(part.question), seq);
                    self.questions.insert(part.question, (seq, &part.text));
                }
                None
            }
            Event::QuestionEdited(edit) => {
                let (by, first) = self.questions.insert(edit.question, (seq, &edit.text))?;
                let (first, now) = (first.to_owned(), edit.text.to_string());
                let what = Corrected::Question { question: edit.question, first, now };
                Some((by, what, edit.why.clone()))
            }
            Event::QuestionRouted(routing) => {
                let now = Route { lead: routing.lead.clone(), support: routing.support.clone() };
                let (by, first) = self.routes.insert(routing.question, (seq, now.clone()))?;
                let what = Corrected::Route { question: routing.question, first, now };
                Some((by, what, routing.why.clone()))
            }
            Event::AnswerStarted { question, by_responder } => {
                self.leads(*question, seq, by_responder);
                None
            }
            Event::AnswerGiven(given) => {
                self.leads(given.question, seq, &given.by_responder);
                self.recorded.insert(RevisedThing::Answer(given.question, seq), seq);
                None
            }
            Event::DelegateAdded(person) => {
                self.delegates.insert(person.delegate, (seq, person));
                None
            }
            Event::DelegateCorrected(person) => {
                let (by, first) = self.delegates.insert(person.delegate, (seq, person))?;
                let what = Corrected::Delegate { first: first.clone(), now: Person::clone(person) };
                Some((by, what, None))
            }
            Event::Opened(_) => self.note(RevisedThing::Session, seq),
            Event::ResponderAdded { responder } => {
                self.note(RevisedThing::Responder(responder.id.clone()), seq)
            }
            Event::StatementMade(_) => self.note(RevisedThing::Statement(seq), seq),
            Event::ConclusionRecorded(_) => self.note(RevisedThing::Conclusion(seq), seq),
            Event::TaskAssigned(task) => self.note(RevisedThing::Task(task.task), seq),
            Event::SessionCorrected(_)
            | Event::ResponderCorrected(_)
            | Event::AskerNamed(_)
            | Event::QuestionReclassified(_)
            | Event::AnswerAmended(_)
            | Event::StatementCorrected(_)
            | Event::ConclusionCorrected(_)
            | Event::TaskCorrected(_)
            | Event::QuestionMoved(_)
            | Event::QuestionCalled(_)
            | Event::QuestionDeferred(_)
            | Event::QuestionReferred(_)
            | Event::QuestionDeclined(_)
            | Event::QuestionWithdrawn(_)
            | Event::QuestionMerged(_)
            | Event::QuestionUnmerged(_)
            | Event::TaskProgressed(_)
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

    fn note<T>(&mut self, thing: RevisedThing, seq: Seq) -> Option<T> {
        self.recorded.insert(thing, seq);
        None
    }

    /// Whoever answers an unrouted question leads on it.
    fn leads(&mut self, question: QuestionNo, seq: Seq, by: &ResponderId) {
        let route = || (seq, Route { lead: by.clone(), support: Vec::new() });
        self.routes.entry(question).or_insert_with(route);
    }
}
