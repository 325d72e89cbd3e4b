//! What is wrong with a JSON text, as data; the sentences are in `i18n`.

use std::fmt;

use serde::de::{Error, Expected, Unexpected};

/// A fault, where in the document it is, and where in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonFault {
    pub problem: JsonProblem,
    /// From the outermost value to the one that is wrong.
    pub path: Vec<JsonStep>,
    /// `None` until it is looked for in the text.
    pub place: Option<JsonPlace>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonProblem {
    /// Not JSON.
    Broken,
    /// The text ends before the value does.
    Unfinished,
    /// More brackets inside brackets than are read.
    TooDeep,
    /// The object has this key twice.
    KeyTwice(String),
    MissingField(&'static str),
    UnknownField {
        field: String,
        known: &'static [&'static str],
    },
    /// A word that is not one of those that may stand here.
    UnknownWord {
        word: String,
        known: &'static [&'static str],
    },
    WrongKind {
        found: FoundValue,
        needed: NeededValue,
    },
    NotATime(String),
    NotADate(String),
    DateOutOfRange(String),
    NotAnOffset(String),
    NotAFingerprint,
    /// A value that its type does not take for another reason.
    NotTaken,
}

/// A value that stands where another kind is needed.
#[derive(Clone, Debug, PartialEq)]
pub enum FoundValue {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List,
    Object,
}

/// The kind of value that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededValue {
    Text,
    /// From 0 to `most`.
    WholeNumber {
        most: u64,
    },
    Bool,
    List,
    Object,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonStep {
    Field(String),
    /// Counted from 0.
    Item(usize),
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonPlace {
    /// In bytes, from 0.
    pub offset: usize,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl JsonPlace {
    /// The place of the byte at `offset`.
    pub(super) fn at(text: &str, offset: usize) -> Self {
        let offset = offset.min(text.len());
        let before = &text.as_bytes()[..offset];
        let begins = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let line = before.split(|byte| *byte == b'\n').count();
        let is_first_byte = |byte: &&u8| **byte & 0xc0 != 0x80;
        Self { offset, line, column: before[begins..].iter().filter(is_first_byte).count() + 1 }
    }
}

impl From<JsonProblem> for JsonFault {
    fn from(problem: JsonProblem) -> Self {
        Self { problem, path: Vec::new(), place: None }
    }
}

impl JsonFault {
    /// The fault of a value that stands at `step` of another.
    pub(crate) fn inside(mut self, step: JsonStep) -> Self {
        self.path.insert(0, step);
        self
    }

    pub(crate) fn in_field(self, field: &str) -> Self {
        self.inside(JsonStep::Field(field.to_owned()))
    }
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.problem)
    }
}

impl std::error::Error for JsonFault {}

/// What a type says when it does not take a value that `Tree` let through. serde's own
/// sentences are not kept.
impl Error for JsonFault {
    fn custom<T: fmt::Display>(_: T) -> Self {
        JsonProblem::NotTaken.into()
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        JsonProblem::NotTaken.into()
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        JsonProblem::UnknownWord { word: variant.to_owned(), known: expected }.into()
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        JsonProblem::UnknownField { field: field.to_owned(), known: expected }.into()
    }

    fn missing_field(field: &'static str) -> Self {
        JsonProblem::MissingField(field).into()
    }

    fn duplicate_field(field: &'static str) -> Self {
        JsonProblem::KeyTwice(field.to_owned()).into()
    }
}
