//! The laws of the house, held against lives that nobody thought of.

#[path = "laws/short.rs"]
mod short;
#[path = "laws/wishes.rs"]
mod wishes;

use std::collections::{BTreeMap, BTreeSet};

use doithoai::session::Session;
use doithoai::session::command::Command;
use doithoai::session::event::{Event, Recorded};
use doithoai::session::number::{QuestionNo, Seq};
use doithoai::session::refusal::Refusal;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use wishes::{Wish, occasion, opened, wishes};

/// The same lives on every machine; a failure prints the shortest life that breaks the law.
fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 120,
        rng_seed: RngSeed::Fixed(20_240_322),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

/// Lives through the wishes; what is refused is passed over. `look` sees each event come.
fn live(
    wishes: Vec<Wish>,
    mut look: impl FnMut(&Session, &Recorded, &Session) -> Result<(), TestCaseError>,
) -> Result<Session, TestCaseError> {
    let mut session = opened();
    let mut minutes = 0;
    for wish in wishes {
        let occasion = wish.occasion(&mut minutes);
        for recorded in session.decide(wish.command(&session), &occasion).unwrap_or_default() {
            let before = session.clone();
            session.apply(recorded.clone()).map_err(|refusal| {
                TestCaseError::fail(format!("{recorded:?} was decided, then refused: {refusal:?}"))
            })?;
            look(&before, &recorded, &session)?;
        }
    }
    Ok(session)
}

fn nothing_more(_: &Session, _: &Recorded, _: &Session) -> Result<(), TestCaseError> {
    Ok(())
}

/// All that can be told of a session from outside.
fn assert_same(one: &Session, other: &Session) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.history(), other.history());
    prop_assert_eq!(one.state(), other.state());
    for recorded in one.history() {
        prop_assert_eq!(one.undone_by(recorded.seq), other.undone_by(recorded.seq));
    }
    prop_assert_eq!(one.latest_undoable(), other.latest_undoable());
    prop_assert_eq!(one.latest_redoable(), other.latest_redoable());
    Ok(())
}

fn undo(session: &Session, undoes: Option<Seq>) -> Result<Session, Refusal> {
    let mut undone = session.clone();
    for recorded in session.decide(Command::Undo { undoes, why: None }, &occasion(0))? {
        undone.apply(recorded)?;
    }
    Ok(undone)
}

/// The events that count, oldest first: those that are no undoing and not undone.
fn standing(session: &Session) -> impl Iterator<Item = &Recorded> {
    session.history().iter().filter(|recorded| {
        !matches!(recorded.event, Event::Undone { .. }) && session.undone_by(recorded.seq).is_none()
    })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn replaying_the_log_gives_the_session_that_lived_through_it(wishes in wishes(90)) {
        let lived = live(wishes, nothing_more)?;
        let replayed = Session::replayed(lived.history());
        assert_same(&lived, &replayed.map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?)?;
    }

    #[test]
    fn every_prefix_of_the_log_gives_the_session_as_it_was_then(wishes in wishes(40)) {
        live(wishes, |before, _, _| {
            let replayed = Session::replayed(before.history());
            assert_same(before, &replayed.map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?)
        })?;
    }

    #[test]
    fn a_refused_event_leaves_the_session_as_it_was(wishes in wishes(40)) {
        live(wishes, |before, recorded, after| {
            let mut session = after.clone();
            let again = Recorded { seq: Seq(after.last_seq().0 + 1), ..recorded.clone() };
            for wrong in [recorded.clone(), Recorded { seq: Seq(0), ..again.clone() }, again] {
                if session.apply(wrong).is_err() {
                    assert_same(after, &session)?;
                } else {
                    session = after.clone();
                }
            }
            let mut early = before.clone();
            let past = before.history()[0].at.to_string().replace("2024", "2023").parse();
            let past = Recorded { at: past.expect("a time"), ..recorded.clone() };
            let refused = matches!(early.apply(past), Err(Refusal::TimeRunsBack { .. }));
            prop_assert!(refused, "time ran back");
            assert_same(before, &early)
        })?;
    }

    #[test]
    fn the_log_only_grows_and_its_clock_never_runs_back(wishes in wishes(90)) {
        live(wishes, |before, recorded, after| {
            let (old, new) = after.history().split_at(before.history().len());
            prop_assert_eq!(old, before.history());
            prop_assert_eq!(new, std::slice::from_ref(recorded));
            prop_assert_eq!(recorded.seq, Seq(old.len() as u64 + 1));
            prop_assert!(before.last_at().is_none_or(|last| last <= recorded.at));
            Ok(())
        })?;
    }

    #[test]
    fn undoing_what_just_happened_gives_back_what_was_and_redoing_what_is(wishes in wishes(60)) {
        live(wishes, |before, recorded, after| {
            let undone = undo(after, Some(recorded.seq)).map_err(|refusal| {
                TestCaseError::fail(format!("the latest event cannot be undone: {refusal:?}"))
            })?;
            prop_assert_eq!(undone.state(), before.state());
            let redone = undo(&undone, Some(undone.last_seq())).map_err(|refusal| {
                TestCaseError::fail(format!("what was undone cannot be redone: {refusal:?}"))
            })?;
            prop_assert_eq!(redone.state(), after.state());
            Ok(())
        })?;
    }

    #[test]
    fn undo_goes_back_to_the_opening_and_redo_comes_all_the_way_again(wishes in wishes(60)) {
        let lived = live(wishes, nothing_more)?;
        let mut session = lived.clone();
        let mut states = Vec::new();
        while session.latest_undoable().is_some() {
            states.push(session.state().clone());
            session = undo(&session, None).map_err(|refusal| {
                TestCaseError::fail(format!("a bare undo is refused: {refusal:?}"))
            })?;
        }
        prop_assert_eq!(standing(&session).count(), 1);
        while let Some(state) = states.pop() {
            let redoable = session.latest_redoable();
            prop_assert!(redoable.is_some(), "nothing to redo");
            session = undo(&session, redoable).map_err(|refusal| {
                TestCaseError::fail(format!("a redo is refused: {refusal:?}"))
            })?;
            prop_assert_eq!(session.state(), &state);
        }
    }

    #[test]
    fn a_refused_undo_names_the_event_that_could_not_have_happened_then(wishes in wishes(90)) {
        let lived = live(wishes, nothing_more)?;
        for target in lived.history().iter().map(|recorded| recorded.seq) {
            let Err(Refusal::InTheWay { target: named, blocker, cause }) =
                undo(&lived, Some(target))
            else {
                continue;
            };
            prop_assert_eq!(named, target);
            prop_assert!(lived.undone_by(blocker).is_none());
            let mut session = lived.clone();
            while session.undone_by(blocker).is_none() {
                session = undo(&session, None).map_err(|refusal| {
                    TestCaseError::fail(format!("a bare undo is refused: {refusal:?}"))
                })?;
            }
            let taken_back = session.undone_by(blocker);
            let without = undo(&session, Some(target)).map_err(|refusal| {
                TestCaseError::fail(format!("{blocker} was not the first in the way: {refusal:?}"))
            })?;
            prop_assert_eq!(undo(&without, taken_back).err(), Some(*cause));
        }
    }

    #[test]
    fn no_number_is_ever_given_twice(wishes in wishes(90)) {
        let lived = live(wishes, nothing_more)?;
        let mut given = BTreeSet::new();
        for recorded in lived.history() {
            let numbers = match &recorded.event {
                Event::QuestionAsked(asked) => vec![("câu", asked.question.0)],
                Event::QuestionSplit { parts, .. } => {
                    parts.iter().map(|part| ("câu", part.question.0)).collect()
                }
                Event::DelegateAdded(person) => vec![("đại biểu", person.delegate.0)],
                Event::TaskAssigned(task) => vec![("việc", task.task.0)],
                _ => Vec::new(),
            };
            for number in numbers {
                prop_assert!(given.insert(number), "{:?} was given twice", number);
            }
        }
    }

    #[test]
    fn questions_neither_vanish_nor_appear_and_each_has_one_place(wishes in wishes(90)) {
        live(wishes, |_, _, after| {
            let state = after.state();
            let asked: BTreeSet<QuestionNo> = standing(after).flat_map(entered).collect();
            let known: BTreeSet<_> = state.questions().map(|question| question.number).collect();
            prop_assert_eq!(&asked, &known);
            prop_assert_eq!(state.question_count(), known.len());
            let order = state.order();
            prop_assert_eq!(order.len(), known.len());
            prop_assert_eq!(order.iter().copied().collect::<BTreeSet<_>>(), known);
            let queued: Vec<_> = state.queue().into_values().flatten().collect();
            prop_assert_eq!(queued.len(), order.len());
            Ok(())
        })?;
    }

    #[test]
    fn follow_ups_stand_right_behind_their_first(wishes in wishes(90)) {
        live(wishes, |_, _, after| {
            let state = after.state();
            let mut families: Vec<QuestionNo> = Vec::new();
            for number in state.order() {
                let follows = state.question(number).and_then(|question| question.follows);
                while families.last().is_some_and(|last| Some(*last) != follows) {
                    families.pop();
                }
                prop_assert_eq!(families.last().copied(), follows, "{} is astray", number);
                families.push(number);
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_moved_question_stands_before_the_one_named(wishes in wishes(90)) {
        live(wishes, |before, recorded, after| {
            let Event::QuestionMoved(moved) = recorded.event else { return Ok(()) };
            let place = |session: &Session, number| {
                session.state().order().iter().position(|other| *other == number)
            };
            let firsts = |number| {
                before.state().question(number).is_some_and(|question| question.follows.is_none())
            };
            if let Some(named) = moved.before.filter(|_| firsts(moved.question)) {
                prop_assert!(place(after, moved.question) < place(after, named));
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_status_is_what_the_last_such_event_standing_says(wishes in wishes(90)) {
        live(wishes, |_, _, after| {
            let mut told = BTreeMap::new();
            for recorded in standing(after) {
                tell(&mut told, &recorded.event);
            }
            for question in after.state().questions() {
                let last = told.get(&question.number).and_then(|story| story.last()).copied();
                prop_assert_eq!(Some(question.status.name()), last);
            }
            Ok(())
        })?;
    }
}

/// The questions that entered the record with an event.
fn entered(recorded: &Recorded) -> Vec<QuestionNo> {
    match &recorded.event {
        Event::QuestionAsked(asked) => vec![asked.question],
        Event::QuestionSplit { parts, .. } => parts.iter().map(|part| part.question).collect(),
        _ => Vec::new(),
    }
}

/// What became of each question, retold without the fold.
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
