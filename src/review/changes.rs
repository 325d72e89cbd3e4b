//! What changed between two moments of one session, and what was corrected within it.

mod corrections;
mod moved;

pub use corrections::{Corrected, Correction, corrections, last_correction};

use std::sync::Arc;

use imbl::Vector;

use crate::session::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use crate::session::payload::Person;
use crate::session::question::{Answer, Question, Route, Status};
use crate::session::revision::{RevisedThing, Revision, revisions};
use crate::session::state::{Phase, State, Task};

use moved::moved;

/// One difference between two moments. What is gone was undone in between.
#[derive(Clone, Debug, PartialEq)]
pub enum StateChange {
    Phase {
        from: Phase,
        to: Phase,
    },
    Question {
        question: QuestionNo,
        change: QuestionChange,
    },
    TaskNew(TaskNo),
    TaskGone(TaskNo),
    TaskProgressed {
        from: Box<Task>,
        to: Box<Task>,
    },
    StatementNew(Seq),
    StatementGone(Seq),
    ConclusionNew(Seq),
    ConclusionGone(Seq),
    ResponderNew(ResponderId),
    ResponderGone(ResponderId),
    DelegateNew(DelegateNo),
    DelegateGone(DelegateNo),
    DelegateCorrected {
        from: Person,
        to: Person,
    },
    /// Single fields of something are different.
    Fields {
        thing: RevisedThing,
        revisions: Vec<Revision>,
    },
}

/// What is different about one question.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionChange {
    New,
    Gone,
    Edited {
        from: String,
        to: String,
    },
    /// Places in the whole queue, counted from 1.
    Moved {
        from: usize,
        to: usize,
    },
    Routed {
        from: Option<Route>,
        to: Option<Route>,
    },
    Answered(Arc<Answer>),
    AnswerGone(Arc<Answer>),
    AnswerAmended {
        from: Arc<Answer>,
        to: Arc<Answer>,
    },
    Status {
        from: Status,
        to: Status,
    },
}

impl StateChange {
    /// The question it is about, if it is about one.
    #[must_use]
    pub fn question(&self) -> Option<QuestionNo> {
        match self {
            Self::Question { question, .. } => Some(*question),
            _ => None,
        }
    }
}

/// What is different at `b` from what was at `a`: the session, then questions by number, tasks, speeches
/// and people. A new question is followed by all its changes.
#[must_use]
pub fn changes(a: &State, b: &State) -> Vec<StateChange> {
    let mut changes = Vec::new();
    if a.phase() != b.phase() {
        changes.push(StateChange::Phase { from: a.phase(), to: b.phase() });
    }
    fields(RevisedThing::Session, a, b, &mut changes);
    questions(a, b, &mut changes);
    tasks(a, b, &mut changes);
    let statements =
        |state: &State| state.statements().map(|statement| statement.seq).collect::<Vec<_>>();
    seqs(
        &statements(a),
        &statements(b),
        StateChange::StatementGone,
        StateChange::StatementNew,
        &mut changes,
    );
    let agreed =
        |state: &State| state.conclusions().map(|statement| statement.seq).collect::<Vec<_>>();
    seqs(
        &agreed(a),
        &agreed(b),
        StateChange::ConclusionGone,
        StateChange::ConclusionNew,
        &mut changes,
    );
    for statement in b.statements().filter(|statement| statement.corrected.is_some()) {
        fields(RevisedThing::Statement(statement.seq), a, b, &mut changes);
    }
    for conclusion in b.conclusions().filter(|conclusion| conclusion.corrected.is_some()) {
        fields(RevisedThing::Conclusion(conclusion.seq), a, b, &mut changes);
    }
    people(a, b, &mut changes);
    changes
}

fn questions(a: &State, b: &State, changes: &mut Vec<StateChange>) {
    let of = |question: QuestionNo| move |change| StateChange::Question { question, change };
    let gone = a.questions().filter(|question| b.question(question.number).is_none());
    changes.extend(gone.map(|question| of(question.number)(QuestionChange::Gone)));
    let mut moved = moved(a, b);
    for question in b.questions() {
        let place = moved.remove(&question.number);
        let place = place.map(|(from, to)| QuestionChange::Moved { from, to });
        let found = question_changes(a.question(question.number), question, place);
        changes.extend(found.into_iter().map(of(question.number)));
        fields(RevisedThing::Question(question.number), a, b, changes);
    }
}

/// The text of a question, its place, its route, its answers and its status.
fn question_changes(
    was: Option<&Question>,
    question: &Question,
    place: Option<QuestionChange>,
) -> Vec<QuestionChange> {
    let mut changes = Vec::new();
    match was {
        None => changes.push(QuestionChange::New),
        Some(was) if was.text != question.text => {
            let (from, to) = (was.text.to_string(), question.text.to_string());
            changes.push(QuestionChange::Edited { from, to });
        }
        Some(_) => {}
    }
    changes.extend(place);
    let route = was.and_then(|was| was.route.as_ref());
    if route != question.route.as_ref() {
        let (from, to) = (route.cloned(), question.route.clone());
        changes.push(QuestionChange::Routed { from, to });
    }
    let none = Vector::new();
    answers(was.map_or(&none, |was| &was.answers), &question.answers, &mut changes);
    let status = was.map_or(&Status::Queued, |was| &was.status);
    if *status != question.status {
        let (from, to) = (status.clone(), question.status.clone());
        changes.push(QuestionChange::Status { from, to });
    }
    changes
}

/// Whether an answer was amended in between.
fn differs(was: &Answer, now: &Answer) -> bool {
    was.text != now.text
        || was.by != now.by
        || was.spoken_by != now.spoken_by
        || was.quality != now.quality
}

fn answers(a: &Vector<Arc<Answer>>, b: &Vector<Arc<Answer>>, changes: &mut Vec<QuestionChange>) {
    let given =
        |answers: &Vector<Arc<Answer>>, seq: Seq| answers.iter().any(|answer| answer.seq == seq);
    let gone = a.iter().filter(|answer| !given(b, answer.seq));
    changes.extend(gone.map(|answer| QuestionChange::AnswerGone(answer.clone())));
    for answer in b {
        match a.iter().find(|was| was.seq == answer.seq) {
            None => changes.push(QuestionChange::Answered(answer.clone())),
            Some(was) if differs(was, answer) => {
                let (from, to) = (was.clone(), answer.clone());
                changes.push(QuestionChange::AnswerAmended { from, to });
            }
            Some(_) => {}
        }
    }
}

fn tasks(a: &State, b: &State, changes: &mut Vec<StateChange>) {
    let gone = a.tasks().filter(|task| b.task(task.number).is_none());
    changes.extend(gone.map(|task| StateChange::TaskGone(task.number)));
    let news = |task: &Task| (task.progress, task.remark.clone(), task.document.clone());
    for task in b.tasks() {
        match a.task(task.number) {
            None => changes.push(StateChange::TaskNew(task.number)),
            Some(was) if news(was) != news(task) => {
                let (from, to) = (Box::new(was.clone()), Box::new(task.clone()));
                changes.push(StateChange::TaskProgressed { from, to });
            }
            Some(_) => {}
        }
        fields(RevisedThing::Task(task.number), a, b, changes);
    }
}

/// What was corrected of a thing that is there at both moments.
fn fields(thing: RevisedThing, a: &State, b: &State, changes: &mut Vec<StateChange>) {
    let revisions = revisions(&thing, a, b);
    if !revisions.is_empty() {
        changes.push(StateChange::Fields { thing, revisions });
    }
}

/// Both lists are in the order of the log.
fn seqs(
    a: &[Seq],
    b: &[Seq],
    gone: fn(Seq) -> StateChange,
    new: fn(Seq) -> StateChange,
    changes: &mut Vec<StateChange>,
) {
    let without = |all: &[Seq], others: &[Seq]| {
        let missing = all.iter().filter(|seq| others.binary_search(seq).is_err());
        missing.copied().collect::<Vec<_>>()
    };
    changes.extend(without(a, b).into_iter().map(gone));
    changes.extend(without(b, a).into_iter().map(new));
}

fn people(a: &State, b: &State, changes: &mut Vec<StateChange>) {
    let gone = a.responders().filter(|responder| b.responder(&responder.id).is_none());
    changes.extend(gone.map(|responder| StateChange::ResponderGone(responder.id.clone())));
    let new = b.responders().filter(|responder| a.responder(&responder.id).is_none());
    changes.extend(new.map(|responder| StateChange::ResponderNew(responder.id.clone())));
    for responder in b.responders() {
        fields(RevisedThing::Responder(responder.id.clone()), a, b, changes);
    }
    let gone = a.delegates().filter(|person| b.delegate(person.delegate).is_none());
    changes.extend(gone.map(|person| StateChange::DelegateGone(person.delegate)));
    for person in b.delegates() {
        match a.delegate(person.delegate) {
            None => changes.push(StateChange::DelegateNew(person.delegate)),
            Some(was) if was != person => {
                let (from, to) = (was.clone(), person.clone());
                changes.push(StateChange::DelegateCorrected { from, to });
            }
            Some(_) => {}
        }
    }
}
