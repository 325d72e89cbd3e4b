//! Drafts as their file holds them, in JSON.

use serde::{Deserialize, Serialize};

use crate::session::number::{QuestionNo, ResponderId, Seq, TaskNo};
use crate::text::json;
use crate::tui::model::draft::{Draft, FieldValue, KeptDraft};
use crate::tui::model::form::field::Label;
use crate::tui::model::form::{FormKind, FormSubject};

impl KeptDraft for Draft {
    fn encoded(drafts: &[Self]) -> Vec<u8> {
        let written: Vec<WrittenDraft> = drafts.iter().map(WrittenDraft::of).collect();
        json::line(&written).into_bytes()
    }

    fn decoded(bytes: &[u8]) -> Option<Vec<Self>> {
        let written: Vec<WrittenDraft> = serde_json::from_slice(bytes).ok()?;
        Some(written.into_iter().map(Self::from).collect())
    }
}

#[derive(Serialize, Deserialize)]
struct WrittenDraft {
    kind: FormKind,
    #[serde(default)]
    about: WrittenSubject,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    several: Vec<u32>,
    fields: Vec<(Label, WrittenValue)>,
    focus: usize,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenSubject {
    question: Option<u32>,
    #[serde(alias = "answer")]
    event: Option<u64>,
    task: Option<u32>,
    responder: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WrittenValue {
    Words(String),
    Chosen(usize),
    Responders { typed: String, lead: Option<String>, support: Vec<String> },
    Question { typed: String, chosen: Option<u32> },
}

impl WrittenDraft {
    fn of(draft: &Draft) -> Self {
        let Draft { kind, about, several, fields, focus } = draft;
        let FormSubject { question, event, task, responder } = about;
        let about = WrittenSubject {
            question: question.map(|number| number.0),
            event: event.map(|seq| seq.0),
            task: task.map(|number| number.0),
            responder: responder.as_ref().map(|id| id.0.clone()),
        };
        let fields = fields.iter().map(|(label, value)| (*label, WrittenValue::of(value)));
        let several = several.iter().map(|number| number.0).collect();
        Self { kind: *kind, about, several, fields: fields.collect(), focus: *focus }
    }
}

impl From<WrittenDraft> for Draft {
    fn from(written: WrittenDraft) -> Self {
        let WrittenSubject { question, event, task, responder } = written.about;
        let about = FormSubject {
            question: question.map(QuestionNo),
            event: event.map(Seq),
            task: task.map(TaskNo),
            responder: responder.map(ResponderId),
        };
        let fields = written.fields.into_iter().map(|(label, value)| (label, value.into()));
        let several = written.several.into_iter().map(QuestionNo).collect();
        let (kind, focus) = (written.kind, written.focus);
        Self { kind, about, several, fields: fields.collect(), focus }
    }
}

impl WrittenValue {
    fn of(value: &FieldValue) -> Self {
        match value {
            FieldValue::Words(words) => Self::Words(words.clone()),
            FieldValue::Chosen(place) => Self::Chosen(*place),
            FieldValue::Responders { typed, lead, support } => Self::Responders {
                typed: typed.clone(),
                lead: lead.as_ref().map(|id| id.0.clone()),
                support: support.iter().map(|id| id.0.clone()).collect(),
            },
            FieldValue::Question { typed, chosen } => {
                Self::Question { typed: typed.clone(), chosen: chosen.map(|number| number.0) }
            }
        }
    }
}

impl From<WrittenValue> for FieldValue {
    fn from(written: WrittenValue) -> Self {
        match written {
            WrittenValue::Words(words) => Self::Words(words),
            WrittenValue::Chosen(place) => Self::Chosen(place),
            WrittenValue::Responders { typed, lead, support } => Self::Responders {
                typed,
                lead: lead.map(ResponderId),
                support: support.into_iter().map(ResponderId).collect(),
            },
            WrittenValue::Question { typed, chosen } => {
                Self::Question { typed, chosen: chosen.map(QuestionNo) }
            }
        }
    }
}
