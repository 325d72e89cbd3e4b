//! The log evaluated without the fold, to compare the fold with.

use std::collections::{BTreeMap, BTreeSet};

use doithoai::session::Session;
use doithoai::session::event::{Event, Recorded};
use doithoai::session::number::QuestionNo;
use doithoai::session::queue::Group;
use proptest::prelude::*;

/// The events that count, oldest first: those that are no undoing and not undone.
pub(super) fn standing(session: &Session) -> impl Iterator<Item = &Recorded> {
    session.history().iter().filter(|recorded| {
        !matches!(recorded.event, Event::Undone { .. }) && session.undone_by(recorded.seq).is_none()
    })
}

pub(super) fn questions_are_those_asked(session: &Session) -> Result<(), TestCaseError> {
    let state = session.state();
    let asked: BTreeSet<QuestionNo> = standing(session).flat_map(entered).collect();
    let known: BTreeSet<_> = state.questions().map(|question| question.number).collect();
    prop_assert_eq!(&asked, &known);
    prop_assert_eq!(state.question_count(), known.len());
    let order = state.order();
    prop_assert_eq!(order.len(), known.len());
    prop_assert_eq!(order.iter().copied().collect::<BTreeSet<_>>(), known);
    let mut queued = 0;
    for group in Group::ALL {
        let numbers: Vec<QuestionNo> = state.queue().in_group(group).collect();
        let of_it = |number: &QuestionNo| state.question(*number).map(Group::of) == Some(group);
        let expected: Vec<QuestionNo> = order.iter().copied().filter(of_it).collect();
        prop_assert_eq!(&numbers, &expected);
        prop_assert_eq!(state.queue().count(group), numbers.len());
        for (place, number) in numbers.iter().enumerate() {
            prop_assert_eq!(state.queue().at(group, place), Some(*number));
            prop_assert_eq!(state.queue().place(*number), Some((group, place)));
        }
        queued += numbers.len();
    }
    prop_assert_eq!(queued, order.len());
    Ok(())
}

/// The questions that entered the record with an event.
fn entered(recorded: &Recorded) -> Vec<QuestionNo> {
    match &recorded.event {
        Event::QuestionAsked(asked) => vec![asked.question],
        Event::QuestionSplit { parts, .. } => parts.iter().map(|part| part.question).collect(),
        _ => Vec::new(),
    }
}

pub(super) fn families_stand_together(session: &Session) -> Result<(), TestCaseError> {
    let state = session.state();
    let mut family: Vec<QuestionNo> = Vec::new();
    for number in state.order() {
        let follows = state.question(number).and_then(|question| question.follows);
        while family.last().is_some_and(|last| Some(*last) != follows) {
            family.pop();
        }
        prop_assert_eq!(family.last().copied(), follows, "{} is astray", number);
        family.push(number);
    }
    Ok(())
}

/// No event that was taken back is left in what it touched.
pub(super) fn trails_hold_what_stands(session: &Session) -> Result<(), TestCaseError> {
    let standing: BTreeSet<_> = standing(session).map(|recorded| recorded.seq).collect();
    for question in session.state().questions() {
        let trail: BTreeSet<_> = question.trail.iter().copied().collect();
        prop_assert!(trail.is_subset(&standing), "{} keeps what fell", question.number);
        let own = session.history().iter().filter(|recorded| {
            recorded.event.question() == Some(question.number) && standing.contains(&recorded.seq)
        });
        for recorded in own.filter(|recorded| recorded.event.name() != "question_moved") {
            prop_assert!(
                trail.contains(&recorded.seq),
                "{} misses {}",
                question.number,
                recorded.seq
            );
        }
    }
    Ok(())
}

pub(super) fn statuses_are_those_told(session: &Session) -> Result<(), TestCaseError> {
    let mut told = BTreeMap::new();
    for recorded in standing(session) {
        tell(&mut told, &recorded.event);
    }
    for question in session.state().questions() {
        let last = told.get(&question.number).and_then(|story| story.last()).copied();
        prop_assert_eq!(Some(question.status.name()), last);
    }
    Ok(())
}

/// What became of each question, one word after another.
fn tell(told: &mut BTreeMap<QuestionNo, Vec<&'static str>>, event: &Event) {
    let status = match event {
        Event::QuestionAsked(_) => "queued",
        Event::QuestionCalled(_) => "called",
        Event::AnswerStarted { .. } => "answering",
        Event::AnswerGiven(_) => "answered",
        Event::QuestionDeferred(_) => "deferred",
        Event::QuestionReferred(_) => "referred",
        Event::QuestionDeclined(_) => "declined",
        Event::QuestionWithdrawn(_) => "withdrawn",
        Event::QuestionMerged(_) => "merged",
        Event::QuestionSplit { parts, .. } => {
            for part in parts {
                told.entry(part.question).or_default().push("queued");
            }
            "split"
        }
        Event::QuestionUnmerged(merger) => {
            told.entry(merger.question).or_default().pop();
            return;
        }
        _ => return,
    };
    if let Some(question) = event.question() {
        told.entry(question).or_default().push(status);
    }
}
