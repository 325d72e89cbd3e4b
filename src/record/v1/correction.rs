//! The fields of each kind of correction: absent, it changes nothing; `null` removes what may be absent.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::TextV1;
use super::convert::{FromWire, ToWire, both_ways};
use super::payload::SpokespersonV1;
use super::word::{ChannelV1, QualityV1, QuestionKindV1, ResponderKindV1};
use crate::session::correction::{
    Amendment, AskerNaming, ConclusionCorrection, FieldChange, Reclassification,
    ResponderCorrection, ResponderRevision, SessionCorrection, StatementCorrection, TaskCorrection,
};
use crate::text::json::fault::JsonFault;

/// A field that may be kept, removed or set: absent, `null`, or a value.
#[derive(Debug, Default)]
pub(crate) enum FieldChangeV1<T> {
    #[default]
    Keep,
    Remove,
    Set(T),
}

impl<T> FieldChangeV1<T> {
    pub(crate) fn is_kept(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for FieldChangeV1<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Option::deserialize(deserializer)?;
        Ok(given.map_or(Self::Remove, Self::Set))
    }
}

impl<T: Serialize> Serialize for FieldChangeV1<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Keep | Self::Remove => serializer.serialize_none(),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

impl<'a, T: FromWire<'a>> FromWire<'a> for FieldChange<T> {
    type Wire = FieldChangeV1<T::Wire>;

    fn from_wire(wire: Self::Wire) -> Result<Self, JsonFault> {
        Ok(match wire {
            FieldChangeV1::Keep => Self::Keep,
            FieldChangeV1::Remove => Self::Remove,
            FieldChangeV1::Set(value) => Self::Set(T::from_wire(value)?),
        })
    }
}

impl<'a, T: ToWire<'a>> ToWire<'a> for FieldChange<T> {
    fn to_wire(&'a self) -> Self::Wire {
        match self {
            Self::Keep => FieldChangeV1::Keep,
            Self::Remove => FieldChangeV1::Remove,
            Self::Set(value) => FieldChangeV1::Set(value.to_wire()),
        }
    }
}

/// A field that may be replaced and never removed: `null` is no value of it.
pub(crate) fn replacing<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionCorrectionV1<'a> {
    #[serde(
        borrow,
        default,
        deserialize_with = "replacing",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) title: Option<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) place: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) number: FieldChangeV1<u32>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) chair: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) secretary: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) attendance: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) subject: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) plan: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) utc_offset: FieldChangeV1<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResponderCorrectionV1<'a> {
    #[serde(borrow)]
    pub(crate) responder: ResponderRevisionV1<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResponderRevisionV1<'a> {
    #[serde(borrow)]
    pub(crate) id: TextV1<'a>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) short: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<ResponderKindV1>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) title: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) aliases: Option<Vec<TextV1<'a>>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) remit: Option<Vec<TextV1<'a>>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskerNamingV1<'a> {
    pub(crate) question: u32,
    /// Always written: `null` says that nobody is known to have asked.
    #[serde(deserialize_with = "Option::deserialize")]
    pub(crate) delegate: Option<u32>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReclassificationV1<'a> {
    pub(crate) question: u32,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) channel: Option<ChannelV1>,
    #[serde(borrow, default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) point: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<QuestionKindV1>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) theme: FieldChangeV1<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmendmentV1<'a> {
    pub(crate) question: u32,
    pub(crate) answer: u64,
    #[serde(borrow, default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) text: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) by_responder: Option<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) spoken_by: FieldChangeV1<SpokespersonV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) quality: FieldChangeV1<QualityV1>,
    pub(crate) why: TextV1<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementCorrectionV1<'a> {
    pub(crate) statement: u64,
    #[serde(
        borrow,
        default,
        deserialize_with = "replacing",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) by_responder: Option<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) spoken_by: FieldChangeV1<SpokespersonV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConclusionCorrectionV1<'a> {
    pub(crate) conclusion: u64,
    #[serde(
        borrow,
        default,
        deserialize_with = "replacing",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) text: Option<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) questions: Option<Vec<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskCorrectionV1<'a> {
    pub(crate) task: u32,
    #[serde(
        borrow,
        default,
        deserialize_with = "replacing",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) text: Option<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) lead: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) support: Option<Vec<TextV1<'a>>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) due: FieldChangeV1<TextV1<'a>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) due_text: FieldChangeV1<TextV1<'a>>,
    #[serde(default, deserialize_with = "replacing", skip_serializing_if = "Option::is_none")]
    pub(crate) questions: Option<Vec<u32>>,
    #[serde(default, skip_serializing_if = "FieldChangeV1::is_kept")]
    pub(crate) by_responder: FieldChangeV1<TextV1<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<TextV1<'a>>,
}

both_ways! {
    SessionCorrectionV1<'a> = SessionCorrection { title, place, number, chair, secretary, attendance, subject, plan, utc_offset, why }
    ResponderCorrectionV1<'a> = ResponderCorrection { responder, why }
    ResponderRevisionV1<'a> = ResponderRevision { id, name, short, kind, title, aliases, remit }
    AskerNamingV1<'a> = AskerNaming { question, delegate, why }
    ReclassificationV1<'a> = Reclassification { question, channel, point, kind, theme, why }
    AmendmentV1<'a> = Amendment { question, answer, text, by_responder, spoken_by, quality, why }
    StatementCorrectionV1<'a> = StatementCorrection { statement, by_responder, spoken_by, text, why }
    ConclusionCorrectionV1<'a> = ConclusionCorrection { conclusion, text, questions, why }
    TaskCorrectionV1<'a> = TaskCorrection { task, text, lead, support, due, due_text, questions, by_responder, why }
}
