//! What was typed and not yet recorded, kept word for word until it is.

pub mod undone;
pub mod written;

use crate::session::number::{QuestionNo, ResponderId};

use super::form::field::Label;
use super::form::{Form, FormKind, FormSubject};

/// What is typed and not yet recorded, of which a file can hold a list.
pub trait KeptDraft: Clone + PartialEq + Sized {
    /// What the file of these holds.
    fn encoded(drafts: &[Self]) -> Vec<u8>;

    /// Those that a file holds; `None` when it is no such file.
    fn decoded(bytes: &[u8]) -> Option<Vec<Self>>;
}

/// A form as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub kind: FormKind,
    pub about: FormSubject,
    /// The questions it is about, where those are several.
    pub several: Vec<QuestionNo>,
    pub fields: Vec<(Label, FieldValue)>,
    pub focus: usize,
}

/// What a field held.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    Words(String),
    Chosen(usize),
    Responders { typed: String, lead: Option<ResponderId>, support: Vec<ResponderId> },
    Question { typed: String, chosen: Option<QuestionNo> },
}

impl Draft {
    /// Whether it was kept of this form, about the same.
    pub fn is_of(&self, form: &Form) -> bool {
        (self.kind, &self.about, &self.several) == (form.kind, &form.about, &form.several)
    }

    /// Everything that was typed into it, for a person to copy.
    pub fn words(&self) -> String {
        let typed = self.fields.iter().filter_map(|(_, value)| match value {
            FieldValue::Words(words) if !words.trim().is_empty() => Some(words.as_str()),
            _ => None,
        });
        typed.collect::<Vec<_>>().join("\n")
    }

    /// Whether it holds nothing a person would miss.
    pub fn is_blank(&self) -> bool {
        self.fields.iter().all(|(_, value)| match value {
            FieldValue::Words(words) => words.trim().is_empty(),
            _ => true,
        })
    }
}
