//! The laws of the domain, tried on sessions made of random commands.

mod commands;
mod counted;
mod found;
mod looking_back;
mod retold;
mod reviewed;
mod short;

use std::collections::BTreeSet;

use commands::{RandomCommand, occasion, opened, random_commands};
use doithoai::session::Session;
use doithoai::session::command::Command;
use doithoai::session::event::{Event, Recorded};
use doithoai::session::number::Seq;
use doithoai::session::pending_batch::PendingBatch;
use doithoai::session::refusal::Refusal;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The same sessions on every machine; a failure prints the shortest that breaks the law.
fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: 80,
        rng_seed: RngSeed::Fixed(20_240_322),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..ProptestConfig::default()
    }
}

/// The session after these commands; refused ones are skipped. `look` sees what each command records.
fn live(
    commands: Vec<RandomCommand>,
    mut look: impl FnMut(&Session, &[Recorded], &Session) -> Result<(), TestCaseError>,
) -> Result<Session, TestCaseError> {
    let mut session = opened();
    let mut minutes = 0;
    for random in commands {
        let occasion = random.occasion(&mut minutes);
        let recorded = session.decide(random.command(&session), &occasion).unwrap_or_default();
        let before = session.clone();
        for event in &recorded {
            session.apply(event.clone()).map_err(|refusal| {
                TestCaseError::fail(format!("{event:?} was decided, then refused: {refusal:?}"))
            })?;
        }
        if !recorded.is_empty() {
            look(&before, &recorded, &session)?;
        }
    }
    Ok(session)
}

/// All that can be seen of a session from outside.
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

fn replayed(session: &Session) -> Result<Session, TestCaseError> {
    Session::replayed(session.history())
        .map_err(|refused| TestCaseError::fail(format!("the log is refused: {refused:?}")))
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn what_decide_allows_apply_accepts(commands in random_commands(0..120)) {
        live(commands, |_, _, _| Ok(()))?;
    }

    #[test]
    fn replaying_the_log_gives_the_session_that_recorded_it(commands in random_commands(0..90)) {
        let lived = live(commands, |_, _, _| Ok(()))?;
        assert_same(&lived, &replayed(&lived)?)?;
    }

    #[test]
    fn every_prefix_of_the_log_gives_the_session_as_it_was_then(commands in random_commands(0..40)) {
        live(commands, |before, _, _| assert_same(before, &replayed(before)?))?;
    }

    #[test]
    fn a_refused_event_leaves_the_session_as_it_was(commands in random_commands(0..40)) {
        live(commands, |before, recorded, after| {
            let recorded = &recorded[0];
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
    fn the_log_only_grows_and_its_clock_never_runs_back(commands in random_commands(0..90)) {
        live(commands, |before, recorded, after| {
            let (old, new) = after.history().split_at(before.history().len());
            prop_assert_eq!(old, before.history());
            prop_assert_eq!(new, recorded);
            prop_assert_eq!(recorded[0].seq, Seq(old.len() as u64 + 1));
            prop_assert!(before.last_at().is_none_or(|last| last <= recorded[0].at));
            Ok(())
        })?;
    }

    #[test]
    fn several_at_once_are_what_they_are_one_after_another_or_nothing_at_all(
        commands in random_commands(1..60),
    ) {
        let mut session = opened();
        let mut minutes = 0;
        for random in commands {
            let (command, occasion) = (random.command(&session), random.occasion(&mut minutes));
            if let Command::Several(commands) = &command {
                let mut one_by_one = Ok(session.clone());
                for command in commands.clone() {
                    one_by_one = one_by_one.and_then(|mut ahead| {
                        match ahead.decide(command, &occasion) {
                            Err(Refusal::NothingChanges) => return Ok(ahead),
                            decided => {
                                decided?.into_iter().try_for_each(|event| ahead.apply(event))?;
                            }
                        }
                        Ok(ahead)
                    });
                }
                let mut together = session.clone();
                let decided = session.decide(command.clone(), &occasion);
                match (&decided, one_by_one) {
                    (Ok(events), Ok(ahead)) => {
                        for event in events {
                            together.apply(event.clone()).expect("what decide allows");
                        }
                        prop_assert!(events.len() <= commands.len());
                        prop_assert_eq!(together.state(), ahead.state());
                        let several = events.len() > 1;
                        prop_assert!(events.iter().all(|event| event.envelope.batch.is_some() == several));
                    }
                    (Err(Refusal::NothingChanges), Ok(ahead)) => {
                        prop_assert_eq!(session.state(), ahead.state());
                    }
                    (Err(refusal), Err(alone)) => prop_assert_eq!(refusal, &alone),
                    (decided, alone) => {
                        prop_assert!(false, "together {:?}, alone {:?}", decided, alone.err());
                    }
                }
            }
            for event in session.decide(command, &occasion).unwrap_or_default() {
                session.apply(event).expect("what decide allows");
            }
        }
    }

    #[test]
    fn a_pending_batch_is_what_its_commands_are_one_after_another_and_one_undo_takes_it_back(
        commands in random_commands(1..60),
    ) {
        let before = opened();
        let (mut pending, mut one_by_one) = (PendingBatch::on(&before), before.clone());
        let (mut minutes, mut refused) = (0, None);
        for random in commands {
            let (command, occasion) = (random.command(&one_by_one), random.occasion(&mut minutes));
            if matches!(command, Command::Undo { .. } | Command::Recover(_) | Command::FailOver(_)) {
                continue;
            }
            let alone = one_by_one.decide(command.clone(), &occasion);
            match (pending.add(command, &occasion), alone) {
                (Ok(added), Ok(events)) => {
                    let told = |recorded: &Recorded| (recorded.seq, recorded.event.clone());
                    prop_assert!(added.iter().map(told).eq(events.iter().map(told)));
                    for event in events {
                        one_by_one.apply(event).expect("what decide allows");
                    }
                }
                (Err(together), Err(alone)) => {
                    prop_assert_eq!(&together, &alone);
                    refused.get_or_insert(alone);
                }
                (together, alone) => prop_assert!(false, "together {together:?}, alone {alone:?}"),
            }
        }
        match (pending.into_events(), refused) {
            (Err(refusal), Some(first)) => prop_assert_eq!(refusal, first),
            (Ok(events), None) => {
                let mut together = before.clone();
                for event in &events {
                    together.apply(event.clone()).expect("what a pending batch allows");
                }
                prop_assert_eq!(together.state(), one_by_one.state());
                if let Some(last) = events.last() {
                    let undone = undo(&together, Some(last.seq)).expect("a group can be undone");
                    prop_assert_eq!(undone.state(), before.state());
                }
            }
            (events, refused) => prop_assert!(false, "{events:?}, refused {refused:?}"),
        }
    }

    #[test]
    fn undoing_what_just_happened_gives_back_what_was_and_redoing_what_is(commands in random_commands(0..60)) {
        live(commands, |before, _, after| {
            let undone = undo(after, Some(after.last_seq())).map_err(|refusal| {
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
    fn undo_goes_back_to_the_opening_and_redo_comes_all_the_way_again(commands in random_commands(0..60)) {
        let lived = live(commands, |_, _, _| Ok(()))?;
        let mut session = lived.clone();
        let mut states = Vec::new();
        while session.latest_undoable().is_some() {
            states.push(session.state().clone());
            session = undo(&session, None).map_err(|refusal| {
                TestCaseError::fail(format!("a bare undo is refused: {refusal:?}"))
            })?;
        }
        prop_assert_eq!(retold::standing(&session).count(), 1);
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
    fn a_refused_undo_names_the_event_that_could_not_have_happened_then(commands in random_commands(0..90)) {
        let lived = live(commands, |_, _, _| Ok(()))?;
        for target in lived.history().iter().map(|recorded| recorded.seq) {
            let Err(Refusal::InTheWay { target: named, blocker, cause }) =
                undo(&lived, Some(target))
            else {
                continue;
            };
            prop_assert_eq!(named, lived.undone_as(target));
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
    fn no_number_is_ever_given_twice(commands in random_commands(0..90)) {
        let lived = live(commands, |_, _, _| Ok(()))?;
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
    fn questions_neither_vanish_nor_appear_and_each_has_one_place(commands in random_commands(0..90)) {
        live(commands, |_, _, after| retold::questions_are_those_asked(after))?;
    }

    #[test]
    fn follow_ups_stand_right_behind_their_first(commands in random_commands(0..90)) {
        live(commands, |_, _, after| retold::families_stand_together(after))?;
    }

    #[test]
    fn a_moved_question_stands_before_the_one_named(commands in random_commands(0..90)) {
        live(commands, |before, recorded, after| {
            let Event::QuestionMoved(moved) = recorded[0].event else { return Ok(()) };
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
    fn the_status_is_what_the_last_such_event_standing_says(commands in random_commands(0..90)) {
        live(commands, |_, _, after| retold::statuses_are_those_told(after))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 100, ..settings() })]

    #[test]
    fn the_laws_hold_in_a_long_session_too(commands in random_commands(600..900)) {
        let lived = live(commands, |_, recorded, after| {
            if matches!(recorded[0].event, Event::Undone { .. }) {
                retold::questions_are_those_asked(after)?;
                retold::statuses_are_those_told(after)?;
                retold::trails_hold_what_stands(after)?;
            }
            Ok(())
        })?;
        assert_same(&lived, &replayed(&lived)?)?;
    }
}
