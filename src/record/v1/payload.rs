//! The fields of each kind of event.

use serde::{Deserialize, Serialize};

use super::TextV1;
use super::convert::both_ways;
use super::word::{
    AuthorityLevelV1, ChannelV1, ProgressV1, QualityV1, QuestionKindV1, ResponderKindV1, SourceV1,
};
use crate::session::event::{Asked, Assigned, Given};
use crate::session::payload::{
    Deferral, Disposal, Edit, Failover, Merger, Move, NewConclusion, NewStatement, On, Opening,
    Part, Person, Progression, Reason, Recovery, Responder, Routing, Spokesperson,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpeningV1<'a> {
    #[serde(borrow)]
    pub(crate) title: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) chair: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) secretary: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) attendance: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) plan: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) utc_offset: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpokespersonV1<'a> {
    #[serde(borrow)]
    pub(crate) name: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) post: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResponderV1<'a> {
    #[serde(borrow)]
    pub(crate) id: TextV1<'a>,
    pub(crate) name: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) short: Option<TextV1<'a>>,
    pub(crate) kind: ResponderKindV1,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) title: Option<TextV1<'a>>,
    #[serde(default)]
    pub(crate) aliases: Vec<TextV1<'a>>,
    #[serde(default)]
    pub(crate) remit: Vec<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResponderAddedV1<'a> {
    #[serde(borrow)]
    pub(crate) responder: ResponderV1<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonV1<'a> {
    pub(crate) delegate: u32,
    #[serde(borrow)]
    pub(crate) name: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) seat: Option<TextV1<'a>>,
    pub(crate) salt: TextV1<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedV1<'a> {
    pub(crate) question: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) delegate: Option<u32>,
    pub(crate) channel: ChannelV1,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) point: Option<TextV1<'a>>,
    pub(crate) kind: QuestionKindV1,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) theme: Option<TextV1<'a>>,
    #[serde(borrow)]
    pub(crate) text: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) follows: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RoutingV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow)]
    pub(crate) lead: TextV1<'a>,
    #[serde(default)]
    pub(crate) support: Vec<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow)]
    pub(crate) text: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MoveV1 {
    pub(crate) question: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OnV1 {
    pub(crate) question: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerStartedV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow)]
    pub(crate) by_responder: TextV1<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GivenV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow)]
    pub(crate) by_responder: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) spoken_by: Option<SpokespersonV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quality: Option<QualityV1>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeferralV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) by_responder: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due_text: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DisposalV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) level: Option<AuthorityLevelV1>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MergerV1 {
    pub(crate) question: u32,
    pub(crate) into: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow)]
    pub(crate) text: TextV1<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SplitV1<'a> {
    pub(crate) question: u32,
    #[serde(borrow)]
    pub(crate) parts: Vec<PartV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementV1<'a> {
    #[serde(borrow)]
    pub(crate) by_responder: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) spoken_by: Option<SpokespersonV1<'a>>,
    pub(crate) text: TextV1<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConclusionV1<'a> {
    #[serde(borrow)]
    pub(crate) text: TextV1<'a>,
    #[serde(default)]
    pub(crate) questions: Vec<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignedV1<'a> {
    pub(crate) task: u32,
    #[serde(borrow)]
    pub(crate) text: TextV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lead: Option<TextV1<'a>>,
    #[serde(default)]
    pub(crate) support: Vec<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due_text: Option<TextV1<'a>>,
    #[serde(default)]
    pub(crate) questions: Vec<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) by_responder: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProgressionV1<'a> {
    pub(crate) task: u32,
    pub(crate) progress: ProgressV1,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) document: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reviewed_by: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UndoneV1<'a> {
    pub(crate) undoes: u64,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReasonV1<'a> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoveryV1<'a> {
    pub(crate) from: SourceV1,
    pub(crate) events: u64,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) kept: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FailoverV1<'a> {
    #[serde(borrow)]
    pub(crate) from: TextV1<'a>,
    pub(crate) to: TextV1<'a>,
    pub(crate) why: TextV1<'a>,
}

both_ways! {
    OpeningV1<'a> = Opening {
        title, place, number, chair, secretary, attendance, source, subject, plan, utc_offset,
    }
    SpokespersonV1<'a> = Spokesperson { name, post }
    ResponderV1<'a> = Responder { id, name, short, kind, title, aliases, remit }
    PersonV1<'a> = Person { delegate, name, unit, seat, salt }
    AskedV1<'a> = Asked { question, delegate, channel, point, kind, theme, text, follows }
    RoutingV1<'a> = Routing { question, lead, support, why }
    EditV1<'a> = Edit { question, text, why }
    MoveV1 = Move { question, before }
    OnV1 = On { question }
    GivenV1<'a> = Given { question, by_responder, spoken_by, text, quality }
    DeferralV1<'a> = Deferral { question, by_responder, due, due_text, why }
    DisposalV1<'a> = Disposal { question, why, to, level }
    MergerV1 = Merger { question, into }
    PartV1<'a> = Part { question, text }
    StatementV1<'a> = NewStatement { by_responder, spoken_by, text }
    ConclusionV1<'a> = NewConclusion { text, questions }
    AssignedV1<'a> = Assigned { task, text, lead, support, due, due_text, questions, by_responder }
    ProgressionV1<'a> = Progression { task, progress, text, document, link, reviewed_by }
    ReasonV1<'a> = Reason { why }
    RecoveryV1<'a> = Recovery { from, events, kept }
    FailoverV1<'a> = Failover { from, to, why }
}
