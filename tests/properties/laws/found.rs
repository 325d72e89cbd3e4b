//! Faults that the laws once found, kept as examples.

use doithoai::session::Session;
use doithoai::session::command::Command;
use doithoai::session::number::{QuestionNo, Seq};
use doithoai::session::payload::Move;
use doithoai::session::refusal::Refusal;

use super::commands::opened;
use super::short::{after, ask};

fn session_after(commands: impl IntoIterator<Item = Command>) -> Session {
    commands.into_iter().fold(opened(), |session, command| {
        after(&session, &command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"))
    })
}

fn undo(seq: u64) -> Command {
    Command::Undo { undoes: Some(Seq(seq)), why: None }
}

#[test]
fn an_undo_does_not_rise_over_an_event_that_fell_again_since() {
    // Event 5 falls by 6, stands again by 7, falls by 8: taking back 7 would let 6 take it down twice.
    let session = session_after([ask(None), undo(5), undo(6), undo(5)]);
    let refused = after(&session, &undo(7)).err();
    assert_eq!(refused, Some(Refusal::AlreadyUndone { target: Seq(5), by: Seq(8) }));
}

#[test]
fn a_question_moved_before_a_follow_up_comes_before_its_whole_family() {
    let [first, follower, last] = [1, 3, 2].map(QuestionNo);
    let families = [ask(None), ask(None), ask(Some(first))];
    let up = Command::MoveQuestion(Move { question: last, before: Some(follower) });
    let session = session_after(families.clone().into_iter().chain([up]));
    assert_eq!(session.state().order(), [last, first, follower]);
    let astray = Command::MoveQuestion(Move { question: first, before: Some(follower) });
    assert_eq!(after(&session_after(families), &astray).err(), Some(Refusal::BeforeItself(first)));
}
