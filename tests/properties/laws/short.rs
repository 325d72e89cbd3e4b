//! Every short session there is, from a stock of commands on two questions.

use doithoai::session::Session;
use doithoai::session::command::{Ask, Command, NewPart, NewTask};
use doithoai::session::number::{QuestionNo, ResponderId, Seq};
use doithoai::session::payload::{
    Channel, Deferral, Disposal, Merger, Move, On, QuestionKind, Reason, Routing,
};
use doithoai::session::refusal::Refusal;

use super::commands::{occasion, opened};

const LENGTH: usize = 4;

pub(super) fn ask(follows: Option<QuestionNo>) -> Command {
    Command::AskQuestion(Ask {
        question: None,
        delegate: None,
        asker: None,
        channel: Channel::Floor,
        point: None,
        kind: QuestionKind::Question,
        theme: None,
        text: "Bao giờ có nhà?".to_owned(),
        follows,
    })
}

fn stock(session: &Session) -> Vec<Command> {
    let question = QuestionNo(1);
    let by = ResponderId::from("so-xd");
    let why = "trùng".to_owned();
    let part = || NewPart { question: None, text: "một ý".to_owned() };
    let redoable = session.latest_redoable().or(Some(Seq(0)));
    let routing = Routing { question, lead: by.clone(), support: Vec::new(), why: None };
    let answer = Command::GiveAnswer {
        question,
        by_responder: Some(by.clone()),
        spoken_by: None,
        text: Some("Sang năm.".to_owned()),
        quality: None,
    };
    let deferral = Deferral { question, by_responder: None, due: None, due_text: None, why: None };
    vec![
        ask(Some(question)),
        Command::RouteQuestion(routing),
        Command::CallQuestion(On { question }),
        Command::StartAnswer { question, by_responder: Some(by) },
        answer,
        Command::DeferQuestion(deferral),
        Command::DeclineQuestion(Disposal { question, why: Some(why), to: None, level: None }),
        Command::MergeQuestion(Merger { question, into: QuestionNo(2) }),
        Command::UnmergeQuestion { question, into: None },
        Command::SplitQuestion { question, parts: vec![part(), part()] },
        Command::MoveQuestion(Move { question, before: None }),
        Command::AssignTask(NewTask {
            text: "Xây nhà".to_owned(),
            questions: vec![question],
            ..NewTask::default()
        }),
        Command::Undo { undoes: None, why: None },
        Command::Undo { undoes: Some(Seq(5)), why: None },
        Command::Undo { undoes: redoable, why: None },
        Command::Close(Reason::default()),
    ]
}

#[test]
fn every_short_session_can_be_replayed_and_its_last_step_undone() {
    let mut session = opened();
    for command in [ask(None), ask(None)] {
        session = after(&session, &command).expect("a fresh session");
    }
    let count = count_from(&session, LENGTH);
    assert!(count > 5_000, "only {count} sessions were possible");
}

fn count_from(session: &Session, steps: usize) -> usize {
    if steps == 0 {
        return 1;
    }
    let next = stock(session).into_iter().filter_map(|command| after(session, &command).ok());
    next.map(|session| count_from(&session, steps - 1)).sum()
}

/// The session after a command, which keeps the laws.
pub(super) fn after(session: &Session, command: &Command) -> Result<Session, Refusal> {
    let mut next = session.clone();
    for recorded in session.decide(command.clone(), &occasion(0))? {
        next.apply(recorded).expect("what decide allows, apply accepts");
    }
    let replayed =
        Session::replayed(next.history()).expect("a log that was recorded can be replayed");
    assert_eq!(replayed.state(), next.state(), "{:?}", next.history());
    let back = Command::Undo { undoes: Some(next.last_seq()), why: None };
    let mut undone = next.clone();
    for recorded in next.decide(back, &occasion(0)).expect("the latest step can be undone") {
        undone.apply(recorded).expect("what decide allows, apply accepts");
    }
    assert_eq!(undone.state(), session.state(), "{:?}", next.history());
    Ok(next)
}
