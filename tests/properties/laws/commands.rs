//! Random commands as at a dialogue: most of them permitted, some of them refused.

use std::ops::Range;

use chrono::TimeDelta;
use doithoai::session::Session;
use doithoai::session::command::{
    Ask, Asker, Command, DelegateCorrection, Moment, NewAmendment, NewDelegate, NewPart,
    NewResponder, NewTask, Occasion,
};
use doithoai::session::correction::{
    AskerNaming, ConclusionCorrection, FieldChange, Reclassification, ResponderCorrection,
    ResponderRevision, SessionCorrection, StatementCorrection, TaskCorrection,
};
use doithoai::session::number::{DelegateNo, QuestionNo, ResponderId, Seq, TaskNo};
use doithoai::session::payload::{
    Channel, Deferral, Disposal, Edit, Merger, Move, NewConclusion, NewStatement, On, Opening,
    Progress, Progression, Quality, QuestionKind, Reason, ResponderKind, Routing, Spokesperson,
};
use doithoai::session::question::Question;
use doithoai::session::time::{Timestamp, UtcOffset};
use proptest::prelude::*;

/// A kind of command with random numbers; which questions and people it means is chosen once they are known.
#[derive(Clone, Copy, Debug)]
pub(super) struct RandomCommand {
    pub(super) kind: Kind,
    picks: [u8; 4],
    /// Minutes on the clock since the command before; a clock may be set back.
    minutes: i8,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    AddResponder,
    AddDelegate,
    CorrectDelegate,
    Ask,
    AskByNew,
    FollowUp,
    Edit,
    Move,
    Route,
    Call,
    Start,
    Answer,
    Amend,
    CorrectSession,
    CorrectResponder,
    NameAsker,
    NameNewAsker,
    Reclassify,
    CorrectStatement,
    CorrectConclusion,
    CorrectTask,
    Defer,
    Refer,
    Decline,
    Withdraw,
    Merge,
    Unmerge,
    Split,
    State,
    Conclude,
    Assign,
    Progress,
    Undo,
    UndoAny,
    Redo,
    Pause,
    Resume,
    Close,
    Reopen,
    Open,
    Several,
}

/// How often each kind comes.
const WEIGHTS: [(u32, Kind); 41] = [
    (5, Kind::Several),
    (2, Kind::AddResponder),
    (2, Kind::AddDelegate),
    (1, Kind::CorrectDelegate),
    (8, Kind::Ask),
    (3, Kind::AskByNew),
    (4, Kind::FollowUp),
    (2, Kind::Edit),
    (5, Kind::Move),
    (6, Kind::Route),
    (6, Kind::Call),
    (4, Kind::Start),
    (6, Kind::Answer),
    (2, Kind::Amend),
    (1, Kind::CorrectSession),
    (1, Kind::CorrectResponder),
    (3, Kind::NameAsker),
    (2, Kind::NameNewAsker),
    (3, Kind::Reclassify),
    (2, Kind::CorrectStatement),
    (2, Kind::CorrectConclusion),
    (3, Kind::CorrectTask),
    (3, Kind::Defer),
    (2, Kind::Refer),
    (2, Kind::Decline),
    (2, Kind::Withdraw),
    (4, Kind::Merge),
    (3, Kind::Unmerge),
    (2, Kind::Split),
    (2, Kind::State),
    (2, Kind::Conclude),
    (3, Kind::Assign),
    (3, Kind::Progress),
    (8, Kind::Undo),
    (6, Kind::UndoAny),
    (5, Kind::Redo),
    (1, Kind::Pause),
    (2, Kind::Resume),
    (1, Kind::Close),
    (2, Kind::Reopen),
    (1, Kind::Open),
];

pub(super) fn random_commands(number: Range<usize>) -> impl Strategy<Value = Vec<RandomCommand>> {
    let kinds = WEIGHTS.map(|(weight, kind)| (weight, Just(kind).boxed())).to_vec();
    let kind = proptest::strategy::Union::new_weighted(kinds);
    let random = (kind, any::<[u8; 4]>(), -3..60i8)
        .prop_map(|(kind, picks, minutes)| RandomCommand { kind, picks, minutes });
    prop::collection::vec(random, number)
}

/// A session just opened, with three responders.
pub(super) fn opened() -> Session {
    let mut session = Session::new();
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let mut commands = vec![Command::Open(opening)];
    commands.extend(["so-xd", "so-gd", "thanh-doan"].map(|id| responder(Some(id), id)));
    for command in commands {
        for recorded in session.decide(command, &occasion(0)).expect("a fresh session") {
            session.apply(recorded).expect("what decide allows");
        }
    }
    session
}

pub(super) fn occasion(minutes: i64) -> Occasion {
    Occasion::new(Moment::Clock(clock(minutes)), "thư ký", "a1")
}

fn change<T>(pick: u8, value: impl FnOnce() -> T) -> FieldChange<T> {
    match pick % 3 {
        0 => FieldChange::Keep,
        1 => FieldChange::Remove,
        _ => FieldChange::Set(value()),
    }
}

fn clock(minutes: i64) -> Timestamp {
    let start: Timestamp = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    Timestamp::new(start.moment() + TimeDelta::minutes(minutes))
}

fn responder(id: Option<&str>, name: &str) -> Command {
    Command::AddResponder {
        responder: NewResponder {
            id: id.map(ResponderId::from),
            name: name.to_owned(),
            short: None,
            kind: ResponderKind::Agency,
            title: None,
            aliases: Vec::new(),
            remit: Vec::new(),
        },
    }
}

impl RandomCommand {
    /// The occasion of this command, at `minutes`, which move on.
    pub(super) fn occasion(self, minutes: &mut i64) -> Occasion {
        *minutes += i64::from(self.minutes);
        let mut occasion = occasion(*minutes);
        if self.picks[3].is_multiple_of(16) {
            occasion.at = Moment::Given(clock(*minutes));
        }
        occasion
    }

    /// The command in this session.
    pub(super) fn command(self, session: &Session) -> Command {
        let [first, second, third, fourth] = self.picks;
        if session.state().is_closed() && fourth % 2 == 0 {
            return Command::Reopen(Reason::default());
        }
        let question = pick_question(session, first, self.kind);
        let other = pick_question(session, second, self.kind);
        let by = pick_responder(second);
        let text = format!("lời số {third}");
        let why = format!("vì {third}");
        match self.kind {
            Kind::AddResponder => responder((first % 2 == 0).then_some("ubnd"), "UBND"),
            Kind::AddDelegate => Command::AddDelegate(NewDelegate {
                delegate: (first % 4 == 0).then_some(DelegateNo(u32::from(second % 9))),
                name: text,
                unit: None,
                seat: None,
                salt: None,
            }),
            Kind::CorrectDelegate => Command::CorrectDelegate(DelegateCorrection {
                delegate: pick_delegate(session, first).unwrap_or_default(),
                name: Some(text),
                unit: FieldChange::Keep,
                seat: FieldChange::Set(String::new()),
                salt: None,
            }),
            Kind::Ask | Kind::AskByNew | Kind::FollowUp => self.ask(session, text),
            Kind::Edit => Command::EditQuestion(Edit { question, text: text.into(), why: None }),
            Kind::Move => {
                let before = (second % 4 != 0).then_some(other);
                Command::MoveQuestion(Move { question, before })
            }
            Kind::Route => Command::RouteQuestion(Routing {
                question,
                lead: by,
                support: (third % 3 == 0).then(|| pick_responder(third)).into_iter().collect(),
                why: None,
            }),
            Kind::Call => Command::CallQuestion(On { question }),
            Kind::Start => Command::StartAnswer { question, by_responder: Some(by) },
            Kind::Answer => Command::GiveAnswer {
                question,
                by_responder: (third % 3 != 0).then_some(by),
                spoken_by: None,
                text: Some(text),
                quality: (third % 2 == 0).then_some(Quality::Partial),
            },
            Kind::Amend => Command::AmendAnswer(NewAmendment {
                by_responder: (third % 2 == 0).then_some(by),
                quality: change(fourth, || Quality::Explained),
                ..NewAmendment::of_text(question, None, text, why)
            }),
            Kind::Defer => Command::DeferQuestion(Deferral {
                question,
                by_responder: (third % 2 == 0).then_some(by),
                due: None,
                due_text: Some(text),
                why: None,
            }),
            Kind::Refer => Command::ReferQuestion(Disposal {
                question,
                why: Some(why),
                to: Some(text),
                level: None,
            }),
            Kind::Decline => Command::DeclineQuestion(Disposal {
                question,
                why: Some(why),
                to: None,
                level: None,
            }),
            Kind::Withdraw => Command::WithdrawQuestion(Disposal {
                question,
                why: Some(why),
                to: None,
                level: None,
            }),
            Kind::Merge => Command::MergeQuestion(Merger { question, into: other }),
            Kind::Unmerge => Command::UnmergeQuestion { question, into: None },
            Kind::Split => Command::SplitQuestion { question, parts: parts(third) },
            Kind::CorrectSession
            | Kind::CorrectResponder
            | Kind::NameAsker
            | Kind::NameNewAsker
            | Kind::Reclassify
            | Kind::CorrectStatement
            | Kind::CorrectConclusion
            | Kind::CorrectTask => self.correction(session, question, by),
            Kind::Several => self.several(session, question, other),
            Kind::Open => Command::Open(Opening { title: text, ..Opening::default() }),
            Kind::State | Kind::Conclude | Kind::Assign | Kind::Progress => {
                self.of_no_question(question, by, text)
            }
            Kind::Undo
            | Kind::UndoAny
            | Kind::Redo
            | Kind::Pause
            | Kind::Resume
            | Kind::Close
            | Kind::Reopen => self.of_the_session(session, why),
        }
    }

    /// A statement, a conclusion, or what is about a task.
    fn of_no_question(self, question: QuestionNo, by: ResponderId, text: String) -> Command {
        let [first, _, third, _] = self.picks;
        match self.kind {
            Kind::State => {
                Command::MakeStatement(NewStatement { by_responder: by, spoken_by: None, text })
            }
            Kind::Conclude => {
                Command::RecordConclusion(NewConclusion { text, questions: vec![question] })
            }
            Kind::Assign => Command::AssignTask(NewTask {
                text,
                lead: Some(by),
                questions: (third % 2 == 0).then_some(question).into_iter().collect(),
                ..NewTask::default()
            }),
            _ => Command::ProgressTask(Progression {
                task: TaskNo(u32::from(first % 4)),
                progress: Progress::Partly,
                text: Some(text),
                document: None,
                link: None,
                reviewed_by: None,
            }),
        }
    }

    /// An undo, or a change of the session's phase.
    fn of_the_session(self, session: &Session, why: String) -> Command {
        let [first, ..] = self.picks;
        match self.kind {
            Kind::Undo => Command::Undo { undoes: None, why: None },
            Kind::UndoAny => {
                let last = session.last_seq().0;
                let undoes = Some(Seq(u64::from(first) % (last + 2)));
                Command::Undo { undoes, why: Some(why) }
            }
            Kind::Redo => {
                let undoes = session.latest_redoable().or(Some(Seq(u64::MAX)));
                Command::Undo { undoes, why: None }
            }
            Kind::Pause => Command::Pause(Reason { why: Some(why) }),
            Kind::Resume => Command::Resume(Reason::default()),
            Kind::Close => Command::Close(Reason::default()),
            _ => Command::Reopen(Reason::default()),
        }
    }

    /// A correction of single fields, some of which change nothing.
    fn correction(self, session: &Session, question: QuestionNo, by: ResponderId) -> Command {
        let [first, second, third, fourth] = self.picks;
        let state = session.state();
        let text = format!("lời số {}", third % 5);
        let why = (fourth % 2 == 0).then(|| format!("vì {third}"));
        let asker = |name: String| Asker { name, unit: None, seat: None, salt: None };
        match self.kind {
            Kind::CorrectSession => Command::CorrectSession(SessionCorrection {
                title: (first % 2 == 0).then(|| text.clone()),
                plan: change(second, || text),
                utc_offset: change(third, || UtcOffset::VIETNAM),
                why,
                ..SessionCorrection::default()
            }),
            Kind::CorrectResponder => Command::CorrectResponder(ResponderCorrection {
                responder: ResponderRevision {
                    short: change(first, || text),
                    aliases: (second % 2 == 0).then(|| vec!["sở".to_owned()]),
                    ..ResponderRevision::of(by)
                },
                why,
            }),
            Kind::NameAsker => {
                let delegate = pick_delegate(session, second).filter(|_| third % 4 != 0);
                Command::NameAsker { naming: AskerNaming { question, delegate, why }, asker: None }
            }
            Kind::NameNewAsker => Command::NameAsker {
                naming: AskerNaming { question, delegate: None, why },
                asker: Some(asker(format!("Đại biểu {}", second % 4))),
            },
            Kind::Reclassify => Command::ReclassifyQuestion(Reclassification {
                channel: (first % 2 == 0).then_some(Channel::Bridge),
                point: change(second, || "Cờ Đỏ".to_owned()),
                theme: change(third, || text),
                why,
                ..Reclassification::of(question)
            }),
            Kind::CorrectStatement => Command::CorrectStatement(StatementCorrection {
                statement: state.statements().last().map_or(Seq(1), |statement| statement.seq),
                by_responder: (first % 2 == 0).then_some(by),
                spoken_by: change(second, || Spokesperson { name: text.clone(), post: None }),
                text: (third % 2 == 0).then(|| text.clone()),
                why,
            }),
            Kind::CorrectConclusion => Command::CorrectConclusion(ConclusionCorrection {
                conclusion: state.conclusions().last().map_or(Seq(1), |it| it.seq),
                text: (first % 2 == 0).then_some(text),
                questions: (second % 2 == 0).then(|| vec![question]),
                why,
            }),
            _ => Command::CorrectTask(TaskCorrection {
                text: (first % 2 == 0).then(|| text.clone()),
                lead: change(second, || by),
                questions: (third % 2 == 0).then(|| vec![question]),
                due_text: change(fourth, || text),
                why,
                ..TaskCorrection::of(TaskNo(u32::from(first % 4)))
            }),
        }
    }

    /// A few commands about a few questions, some of them impossible.
    fn several(self, session: &Session, question: QuestionNo, other: QuestionNo) -> Command {
        let [first, second, third, _] = self.picks;
        let by = pick_responder(second);
        let why = format!("vì {third}");
        let defer = |question| {
            Command::DeferQuestion(Deferral {
                question,
                by_responder: None,
                due: None,
                due_text: Some("trong tháng 8".to_owned()),
                why: None,
            })
        };
        let route = |question| {
            let (lead, support) = (by.clone(), Vec::new());
            Command::RouteQuestion(Routing { question, lead, support, why: None })
        };
        let refer = |question| {
            Command::ReferQuestion(Disposal {
                question,
                why: Some(why.clone()),
                to: None,
                level: None,
            })
        };
        let third_question = pick_question(session, third, self.kind);
        Command::Several(match first % 4 {
            0 => vec![defer(question), defer(other), defer(third_question)],
            1 => vec![route(question), route(other)],
            2 => vec![
                Command::MergeQuestion(Merger { question, into: other }),
                Command::MergeQuestion(Merger { question: third_question, into: other }),
            ],
            _ => vec![refer(question), Command::Pause(Reason::default()), route(other)],
        })
    }

    fn ask(self, session: &Session, text: String) -> Command {
        let [first, second, third, _] = self.picks;
        let asker = |name: String| Asker { name, unit: None, seat: None, salt: None };
        let new = self.kind == Kind::AskByNew;
        let follow_up = self.kind == Kind::FollowUp;
        Command::AskQuestion(Ask {
            question: (third % 16 == 0).then_some(QuestionNo(u32::from(second % 40))),
            delegate: pick_delegate(session, second).filter(|_| !new),
            asker: new.then(|| asker(format!("Đại biểu {}", first % 3))),
            channel: Channel::ALL[usize::from(first % 4)],
            point: None,
            kind: QuestionKind::ALL[usize::from(first % 3)],
            theme: None,
            text,
            follows: follow_up.then(|| pick_question(session, first, self.kind)),
        })
    }
}

/// One for which it makes sense, mostly.
fn pick_question(session: &Session, pick: u8, kind: Kind) -> QuestionNo {
    let fits = |question: &&Question| match kind {
        Kind::Unmerge => question.status.name() == "merged",
        Kind::Amend => !question.answers.is_empty(),
        Kind::Move | Kind::Edit | Kind::FollowUp => true,
        _ => question.status.ended_by().is_none(),
    };
    let fitting: Vec<_> =
        session.state().questions().filter(fits).map(|question| question.number).collect();
    match fitting.is_empty() || pick.is_multiple_of(16) {
        true => QuestionNo(u32::from(pick % 40)),
        false => fitting[usize::from(pick) % fitting.len()],
    }
}

/// None, when none is known.
fn pick_delegate(session: &Session, pick: u8) -> Option<DelegateNo> {
    let known: Vec<_> = session.state().delegates().map(|person| person.delegate).collect();
    known.get(usize::from(pick) % known.len().max(1)).copied()
}

fn pick_responder(pick: u8) -> ResponderId {
    let ids = ["so-xd", "so-gd", "thanh-doan", "so-xd", "so-gd", "thanh-doan", "ubnd"];
    ResponderId::from(ids[usize::from(pick) % ids.len()])
}

fn parts(pick: u8) -> Vec<NewPart> {
    let part = |number: u8| NewPart {
        question: (pick == number).then_some(QuestionNo(u32::from(number))),
        text: format!("ý {number}"),
    };
    (0..=pick % 4).map(part).collect()
}
