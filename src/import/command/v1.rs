//! Each command as a script writes it. What a command and its event say alike is one struct, `record::v1`'s.

use serde::Deserialize;

use crate::record::v1::TextV1;
use crate::record::v1::convert::{FromWire, ToWire, from_wire};
use crate::record::v1::correction::{
    ConclusionCorrectionV1, FieldChangeV1, ReclassificationV1, ResponderCorrectionV1,
    SessionCorrectionV1, StatementCorrectionV1, TaskCorrectionV1, replacing,
};
use crate::record::v1::payload::{
    ConclusionV1, DeferralV1, DisposalV1, EditV1, MergerV1, MoveV1, OnV1, OpeningV1, ProgressionV1,
    ReasonV1, RoutingV1, SpokespersonV1, StatementV1,
};
use crate::record::v1::word::{ChannelV1, QualityV1, QuestionKindV1, ResponderKindV1};
use crate::session::command::{
    Ask, Asker, Command, DelegateCorrection, NewAmendment, NewDelegate, NewPart, NewResponder,
    NewTask,
};
use crate::session::correction::AskerNaming;
use crate::session::number::DelegateNo;
use crate::session::payload::{Channel, QuestionKind};
use crate::text::json::fault::{JsonFault, JsonProblem};
use crate::text::json::shape::{Shape, shape_of};
use crate::text::json::tree::{Fields, Tree, taken};

/// What each command is read from.
pub(crate) fn shapes() -> Vec<(&'static str, Shape)> {
    CommandV1::shapes()
}

/// The command that these fields make; `command` names it.
pub(super) fn command(mut fields: Fields<'_>) -> Result<Command, JsonFault> {
    let name = taken(&mut fields, "command").ok_or(JsonProblem::MissingField("command"))?;
    let name = name.into_word(NAMES).map_err(|fault| fault.in_field("command"))?;
    CommandV1::read(&name, fields).and_then(Command::try_from)
}

macro_rules! commands {
    ($($name:literal $command:ident($fields:ty)),* $(,)?) => {
        /// What is asked for.
        enum CommandV1<'a> {
            /// Every session has its opening: scripts are not offered this command, and it is refused.
            Open(OpeningV1<'a>),
            $($command($fields)),*
        }

        /// The names of the commands that may be taken.
        const NAMES: &[&str] = &[$($name),*];

        impl<'a> CommandV1<'a> {
        /// What each command is read from.
        pub(crate) fn shapes() -> Vec<(&'static str, Shape)> {
            vec![$(($name, shape_of::<$fields>())),*]
        }

            fn read(name: &str, fields: Fields<'a>) -> Result<Self, JsonFault> {
                let fields = Tree::Object(fields);
                match name {
                    "open" => OpeningV1::deserialize(fields).map(Self::Open),
                    $($name => <$fields>::deserialize(fields).map(Self::$command),)*
                    _ => {
                        let problem = JsonProblem::UnknownWord { word: name.to_owned(), known: NAMES };
                        Err(JsonFault::from(problem).in_field("command"))
                    }
                }
            }
        }
    };
}

commands! {
    "add_responder" AddResponder(AddResponderV1<'a>),
    "correct_session" CorrectSession(SessionCorrectionV1<'a>),
    "correct_responder" CorrectResponder(ResponderCorrectionV1<'a>),
    "add_delegate" AddDelegate(NewDelegateV1<'a>),
    "correct_delegate" CorrectDelegate(DelegateCorrectionV1<'a>),
    "ask_question" AskQuestion(AskV1<'a>),
    "name_asker" NameAsker(NameAskerV1<'a>),
    "reclassify_question" ReclassifyQuestion(ReclassificationV1<'a>),
    "edit_question" EditQuestion(EditV1<'a>),
    "move_question" MoveQuestion(MoveV1),
    "route_question" RouteQuestion(RoutingV1<'a>),
    "call_question" CallQuestion(OnV1),
    "start_answer" StartAnswer(StartAnswerV1<'a>),
    "give_answer" GiveAnswer(GiveAnswerV1<'a>),
    "amend_answer" AmendAnswer(AmendAnswerV1<'a>),
    "defer_question" DeferQuestion(DeferralV1<'a>),
    "refer_question" ReferQuestion(DisposalV1<'a>),
    "decline_question" DeclineQuestion(DisposalV1<'a>),
    "withdraw_question" WithdrawQuestion(DisposalV1<'a>),
    "merge_question" MergeQuestion(MergerV1),
    "unmerge_question" UnmergeQuestion(UnmergeV1),
    "split_question" SplitQuestion(SplitQuestionV1<'a>),
    "make_statement" MakeStatement(StatementV1<'a>),
    "correct_statement" CorrectStatement(StatementCorrectionV1<'a>),
    "record_conclusion" RecordConclusion(ConclusionV1<'a>),
    "correct_conclusion" CorrectConclusion(ConclusionCorrectionV1<'a>),
    "assign_task" AssignTask(NewTaskV1<'a>),
    "correct_task" CorrectTask(TaskCorrectionV1<'a>),
    "progress_task" ProgressTask(ProgressionV1<'a>),
    "undo" Undo(UndoV1<'a>),
    "pause" Pause(ReasonV1<'a>),
    "resume" Resume(ReasonV1<'a>),
    "close" Close(ReasonV1<'a>),
    "reopen" Reopen(ReasonV1<'a>),
}

impl TryFrom<CommandV1<'_>> for Command {
    type Error = JsonFault;

    fn try_from(command: CommandV1<'_>) -> Result<Self, JsonFault> {
        Ok(match command {
            CommandV1::Open(opening) => Self::Open(FromWire::from_wire(opening)?),
            CommandV1::CorrectSession(correction) => {
                Self::CorrectSession(FromWire::from_wire(correction)?)
            }
            CommandV1::CorrectResponder(correction) => {
                Self::CorrectResponder(FromWire::from_wire(correction)?)
            }
            CommandV1::AddResponder(AddResponderV1 { responder }) => Self::AddResponder {
                responder: FromWire::from_wire(responder)
                    .map_err(|fault: JsonFault| fault.in_field("responder"))?,
            },
            CommandV1::AddDelegate(delegate) => Self::AddDelegate(FromWire::from_wire(delegate)?),
            CommandV1::CorrectDelegate(correction) => {
                Self::CorrectDelegate(FromWire::from_wire(correction)?)
            }
            CommandV1::AskQuestion(ask) => Self::AskQuestion(FromWire::from_wire(ask)?),
            CommandV1::NameAsker(naming) => named(naming)?,
            CommandV1::ReclassifyQuestion(it) => Self::ReclassifyQuestion(FromWire::from_wire(it)?),
            CommandV1::EditQuestion(edit) => Self::EditQuestion(FromWire::from_wire(edit)?),
            CommandV1::MoveQuestion(moved) => Self::MoveQuestion(FromWire::from_wire(moved)?),
            CommandV1::RouteQuestion(routing) => Self::RouteQuestion(FromWire::from_wire(routing)?),
            CommandV1::CallQuestion(on) => Self::CallQuestion(FromWire::from_wire(on)?),
            CommandV1::StartAnswer(StartAnswerV1 { question, by_responder }) => Self::StartAnswer {
                question: FromWire::from_wire(question)?,
                by_responder: FromWire::from_wire(by_responder)?,
            },
            CommandV1::GiveAnswer(answer) => given(answer)?,
            CommandV1::AmendAnswer(amendment) => Self::AmendAnswer(FromWire::from_wire(amendment)?),
            CommandV1::DeferQuestion(deferral) => {
                Self::DeferQuestion(FromWire::from_wire(deferral)?)
            }
            CommandV1::ReferQuestion(disposal) => {
                Self::ReferQuestion(FromWire::from_wire(disposal)?)
            }
            CommandV1::DeclineQuestion(disposal) => {
                Self::DeclineQuestion(FromWire::from_wire(disposal)?)
            }
            CommandV1::WithdrawQuestion(disposal) => {
                Self::WithdrawQuestion(FromWire::from_wire(disposal)?)
            }
            CommandV1::MergeQuestion(merger) => Self::MergeQuestion(FromWire::from_wire(merger)?),
            CommandV1::UnmergeQuestion(UnmergeV1 { question, into }) => Self::UnmergeQuestion {
                question: FromWire::from_wire(question)?,
                into: FromWire::from_wire(into)?,
            },
            CommandV1::SplitQuestion(SplitQuestionV1 { question, parts }) => Self::SplitQuestion {
                question: FromWire::from_wire(question)?,
                parts: FromWire::from_wire(parts)?,
            },
            CommandV1::MakeStatement(statement) => {
                Self::MakeStatement(FromWire::from_wire(statement)?)
            }
            CommandV1::RecordConclusion(conclusion) => {
                Self::RecordConclusion(FromWire::from_wire(conclusion)?)
            }
            CommandV1::CorrectStatement(correction) => {
                Self::CorrectStatement(FromWire::from_wire(correction)?)
            }
            CommandV1::CorrectConclusion(correction) => {
                Self::CorrectConclusion(FromWire::from_wire(correction)?)
            }
            CommandV1::CorrectTask(correction) => {
                Self::CorrectTask(FromWire::from_wire(correction)?)
            }
            CommandV1::AssignTask(task) => Self::AssignTask(FromWire::from_wire(task)?),
            CommandV1::ProgressTask(news) => Self::ProgressTask(FromWire::from_wire(news)?),
            CommandV1::Undo(UndoV1 { undoes, why }) => {
                Self::Undo { undoes: FromWire::from_wire(undoes)?, why: FromWire::from_wire(why)? }
            }
            CommandV1::Pause(reason) => Self::Pause(FromWire::from_wire(reason)?),
            CommandV1::Resume(reason) => Self::Resume(FromWire::from_wire(reason)?),
            CommandV1::Close(reason) => Self::Close(FromWire::from_wire(reason)?),
            CommandV1::Reopen(reason) => Self::Reopen(FromWire::from_wire(reason)?),
        })
    }
}

fn given(answer: GiveAnswerV1<'_>) -> Result<Command, JsonFault> {
    let GiveAnswerV1 { question, by_responder, spoken_by, text, quality } = answer;
    Ok(Command::GiveAnswer {
        question: FromWire::from_wire(question)?,
        by_responder: FromWire::from_wire(by_responder)?,
        spoken_by: FromWire::from_wire(spoken_by)
            .map_err(|fault: JsonFault| fault.in_field("spoken_by"))?,
        text: FromWire::from_wire(text)?,
        quality: FromWire::from_wire(quality)?,
    })
}

/// A naming says who asked: the delegate, nobody (`null`), or the person.
fn named(naming: NameAskerV1<'_>) -> Result<Command, JsonFault> {
    let NameAskerV1 { question, delegate, asker, why } = naming;
    let delegate = match (delegate, &asker) {
        (FieldChangeV1::Set(delegate), _) => Some(DelegateNo(delegate)),
        (FieldChangeV1::Remove, _) | (FieldChangeV1::Keep, Some(_)) => None,
        (FieldChangeV1::Keep, None) => return Err(JsonProblem::MissingField("delegate").into()),
    };
    let question = FromWire::from_wire(question)?;
    Ok(Command::NameAsker {
        naming: AskerNaming { question, delegate, why: FromWire::from_wire(why)? },
        asker: FromWire::from_wire(asker).map_err(|fault: JsonFault| fault.in_field("asker"))?,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddResponderV1<'a> {
    #[serde(borrow)]
    responder: NewResponderV1<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewResponderV1<'a> {
    #[serde(borrow)]
    id: Option<TextV1<'a>>,
    name: TextV1<'a>,
    short: Option<TextV1<'a>>,
    kind: ResponderKindV1,
    title: Option<TextV1<'a>>,
    #[serde(default)]
    aliases: Vec<TextV1<'a>>,
    #[serde(default)]
    remit: Vec<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewDelegateV1<'a> {
    delegate: Option<u32>,
    #[serde(borrow)]
    name: TextV1<'a>,
    unit: Option<TextV1<'a>>,
    seat: Option<TextV1<'a>>,
    salt: Option<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DelegateCorrectionV1<'a> {
    delegate: u32,
    #[serde(borrow, default, deserialize_with = "replacing")]
    name: Option<TextV1<'a>>,
    #[serde(default)]
    unit: FieldChangeV1<TextV1<'a>>,
    #[serde(default)]
    seat: FieldChangeV1<TextV1<'a>>,
    salt: Option<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameAskerV1<'a> {
    question: u32,
    #[serde(default)]
    delegate: FieldChangeV1<u32>,
    #[serde(borrow)]
    asker: Option<AskerV1<'a>>,
    why: Option<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskerV1<'a> {
    #[serde(borrow)]
    name: TextV1<'a>,
    unit: Option<TextV1<'a>>,
    seat: Option<TextV1<'a>>,
    salt: Option<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskV1<'a> {
    question: Option<u32>,
    delegate: Option<u32>,
    asker: Option<AskerV1<'a>>,
    #[serde(default = "from_the_floor")]
    channel: ChannelV1,
    point: Option<TextV1<'a>>,
    #[serde(default = "a_question")]
    kind: QuestionKindV1,
    theme: Option<TextV1<'a>>,
    #[serde(borrow)]
    text: TextV1<'a>,
    follows: Option<u32>,
}

fn from_the_floor() -> ChannelV1 {
    ToWire::to_wire(&Channel::default())
}

fn a_question() -> QuestionKindV1 {
    ToWire::to_wire(&QuestionKind::default())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StartAnswerV1<'a> {
    question: u32,
    #[serde(borrow)]
    by_responder: Option<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GiveAnswerV1<'a> {
    question: u32,
    #[serde(borrow)]
    by_responder: Option<TextV1<'a>>,
    spoken_by: Option<SpokespersonV1<'a>>,
    text: Option<TextV1<'a>>,
    quality: Option<QualityV1>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmendAnswerV1<'a> {
    question: u32,
    answer: Option<u64>,
    #[serde(borrow, default)]
    text: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing")]
    by_responder: Option<TextV1<'a>>,
    #[serde(default)]
    spoken_by: FieldChangeV1<SpokespersonV1<'a>>,
    #[serde(default)]
    quality: FieldChangeV1<QualityV1>,
    why: TextV1<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnmergeV1 {
    question: u32,
    into: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitQuestionV1<'a> {
    question: u32,
    #[serde(borrow)]
    parts: Vec<NewPartV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPartV1<'a> {
    question: Option<u32>,
    #[serde(borrow)]
    text: TextV1<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewTaskV1<'a> {
    task: Option<u32>,
    #[serde(borrow)]
    text: TextV1<'a>,
    lead: Option<TextV1<'a>>,
    #[serde(default)]
    support: Vec<TextV1<'a>>,
    due: Option<TextV1<'a>>,
    due_text: Option<TextV1<'a>>,
    #[serde(default)]
    questions: Vec<u32>,
    by_responder: Option<TextV1<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UndoV1<'a> {
    undoes: Option<u64>,
    #[serde(borrow)]
    why: Option<TextV1<'a>>,
}

from_wire! {
    NewResponderV1<'a> = NewResponder { id, name, short, kind, title, aliases, remit }
    NewDelegateV1<'a> = NewDelegate { delegate, name, unit, seat, salt }
    DelegateCorrectionV1<'a> = DelegateCorrection { delegate, name, unit, seat, salt }
    AmendAnswerV1<'a> = NewAmendment {
        question, answer, text, by_responder, spoken_by, quality, why,
    }
    AskerV1<'a> = Asker { name, unit, seat, salt }
    AskV1<'a> = Ask { question, delegate, asker, channel, point, kind, theme, text, follows }
    NewPartV1<'a> = NewPart { question, text }
    NewTaskV1<'a> = NewTask { task, text, lead, support, due, due_text, questions, by_responder }
}
