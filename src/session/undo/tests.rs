//! What undos cost, counted in folded events.

use std::sync::Arc;

use super::{BatchSpan, REFOLDED, REFOLDED_PER_EVENT, Session, UNDO_DEPTH};
use crate::session::command::{Ask, Asker, Command, Moment, Occasion};
use crate::session::correction::FieldChange;
use crate::session::event::{Envelope, Event, Recorded};
use crate::session::limits::FOLLOW_DEPTH;
use crate::session::number::{QuestionNo, Seq};
use crate::session::payload::{Channel, Move, On, Opening, QuestionKind, Reason};
use crate::session::refusal::Refusal;

fn occasion() -> Occasion {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    Occasion::new(Moment::Given(at), "thư ký", "a1")
}

fn submit(session: &mut Session, command: Command) -> Result<(), Refusal> {
    for recorded in session.decide(command, &occasion())? {
        session.apply(recorded).expect("what decide allows, apply accepts");
    }
    Ok(())
}

fn ask(asker: Option<&str>) -> Command {
    let asker =
        asker.map(|name| Asker { name: name.to_owned(), unit: None, seat: None, salt: None });
    Command::AskQuestion(Ask {
        question: None,
        delegate: None,
        asker,
        channel: Channel::Floor,
        point: None,
        kind: QuestionKind::Question,
        theme: None,
        text: "Bao giờ?".to_owned(),
        follows: None,
    })
}

fn opened() -> Session {
    let mut session = Session::new();
    let opening = Opening { title: "T".to_owned(), ..Opening::default() };
    submit(&mut session, Command::Open(opening)).expect("a fresh session");
    session
}

/// With as many questions as this.
fn asked(questions: usize) -> Session {
    let mut session = opened();
    for _ in 0..questions {
        submit(&mut session, ask(None)).expect("a question");
    }
    session
}

fn undo(undoes: u64) -> Command {
    Command::Undo { undoes: Some(Seq(undoes)), why: None }
}

#[test]
fn undoing_and_redoing_the_same_event_ever_again_folds_as_little_each_time() {
    let mut session = asked(1);
    for round in 0..2_000 {
        let target = if round % 2 == 0 { 2 } else { session.last_seq().0 };
        submit(&mut session, undo(target)).expect("an undo");
    }
    assert_eq!(session.fold.refolded, 2_000, "one event each time, however long the log");
    assert!(session.milestones.count() < 10, "{} milestones", session.milestones.count());
}

#[test]
fn undos_of_undos_end_at_a_depth_and_decide_says_so_as_apply_does() {
    let mut session = asked(1);
    submit(&mut session, undo(2)).expect("an undo");
    for _ in 0..UNDO_DEPTH {
        let last = session.last_seq().0;
        submit(&mut session, undo(last)).expect("an undo of an undo");
    }
    let target = session.last_seq();
    let refusal = Refusal::UndoneTooOften { target, limit: UNDO_DEPTH };
    assert_eq!(submit(&mut session, undo(target.0)), Err(refusal.clone()));
    let recorded = Recorded {
        seq: Seq(target.0 + 1),
        at: session.last_at().expect("a time"),
        by: "thư ký".into(),
        envelope: Envelope::default(),
        event: Event::Undone { undoes: target, why: None },
    };
    assert_eq!(session.apply(recorded), Err(refusal));
}

#[test]
fn all_undos_together_fold_no_more_than_the_limit_and_decide_says_so_as_apply_does() {
    let mut session = asked(1_500);
    let (mut undos, mut refusal) = (0, None);
    // The second question stands at the beginning of the log: each time nearly all is folded again.
    for round in 0..1_500 {
        let target = if round % 2 == 0 { 3 } else { session.last_seq().0 };
        match submit(&mut session, undo(target)) {
            Ok(()) => undos += 1,
            Err(refused) => refusal = refusal.or(Some(refused)),
        }
    }
    let limit = REFOLDED + REFOLDED_PER_EVENT * session.last_seq().0;
    assert!(session.fold.refolded <= limit && session.fold.refolded + 1_500 > limit);
    assert!((650..1_000).contains(&undos), "{undos}");
    assert!(matches!(refusal, Some(Refusal::TooMuchRefolded { .. })), "{refusal:?}");
    // What was recorded since is undone all the same, as long as that folds little.
    submit(&mut session, Command::Pause(Reason::default())).expect("a pause");
    submit(&mut session, Command::Undo { undoes: None, why: None }).expect("an undo");
}

#[test]
fn a_chain_of_undos_near_the_end_starts_from_a_checkpoint_that_was_set_again() {
    let mut session = asked(6_000);
    let far = session.refolded_without(Seq(100)).expect("folded").folded;
    submit(&mut session, undo(100)).expect("an undo");
    let near = session.refolded_without(Seq(5_990)).expect("folded").folded;
    assert!(far > 5_000 && near < 200, "{far} far, {near} near");
}

#[test]
fn a_new_asker_is_known_again_by_name_unit_and_seat_also_after_a_correction() {
    let mut session = opened();
    for name in ["An", "Bình", "An"] {
        submit(&mut session, ask(Some(name))).expect("a question");
    }
    let asked_by = |session: &Session, number: u32| {
        session.state().question(QuestionNo(number)).and_then(|question| question.delegate)
    };
    assert_eq!(asked_by(&session, 1), asked_by(&session, 3));
    let correction = crate::session::command::DelegateCorrection {
        delegate: asked_by(&session, 1).expect("a delegate"),
        name: Some("Ân".to_owned()),
        unit: FieldChange::Keep,
        seat: FieldChange::Keep,
        salt: None,
    };
    submit(&mut session, Command::CorrectDelegate(correction)).expect("a correction");
    for name in ["Ân", "An"] {
        submit(&mut session, ask(Some(name))).expect("a question");
    }
    assert_eq!(asked_by(&session, 4), asked_by(&session, 1));
    assert_ne!(asked_by(&session, 5), asked_by(&session, 1), "nobody is called so any more");
}

#[test]
fn what_happened_to_one_question_a_thousand_times_is_held_once() {
    let mut session = asked(2);
    let question = QuestionNo(1);
    for turn in 0..1_000 {
        let before = (turn % 2 == 1).then_some(QuestionNo(2));
        submit(&mut session, Command::MoveQuestion(Move { question, before })).expect("moved");
        submit(&mut session, Command::CallQuestion(On { question })).expect("called");
        let last = session.last_seq().0;
        submit(&mut session, undo(last)).expect("an undo");
    }
    let shared = session.clone();
    assert!(Arc::ptr_eq(&session.log, &shared.log), "a clone shares the log");
    assert_eq!(session.state().question(question).map(|question| question.trail.len()), Some(1));
}

#[test]
fn follow_ups_of_follow_ups_end_at_a_depth() {
    let mut session = asked(1);
    let mut refused = None;
    let depth = u32::try_from(FOLLOW_DEPTH).expect("a small number");
    for number in 1..=depth + 1 {
        let Command::AskQuestion(question) = ask(None) else { continue };
        let follows = Some(QuestionNo(number));
        refused = submit(&mut session, Command::AskQuestion(Ask { follows, ..question })).err();
    }
    assert!(matches!(refused, Some(Refusal::FollowsTooDeep { .. })), "{refused:?}");
}

#[test]
fn an_undo_that_a_later_event_of_the_same_question_forbids_is_refused_without_folding() {
    let mut session = asked(200);
    for number in 1..=200 {
        let on = On { question: QuestionNo(number) };
        submit(&mut session, Command::CallQuestion(on)).expect("called");
    }
    for number in 1..=200 {
        let alone = BatchSpan::alone(Seq(u64::from(number) + 1));
        let found = session.built_on(alone);
        let cause = Refusal::NoSuchQuestion(QuestionNo(number));
        assert_eq!(found, Some((Seq(u64::from(number) + 201), cause)));
        assert!(matches!(session.refolded_without(alone.first), Err(Refusal::InTheWay { .. })));
    }
    assert_eq!(session.built_on(BatchSpan::alone(Seq(401))), None, "a call is folded again");
}
