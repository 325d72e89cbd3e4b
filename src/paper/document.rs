//! A document as data: blocks in their order, made one by one, so that none has to be kept.

use super::kind::DocumentKind;
use crate::i18n::Lang;
use crate::session::time::{Date, Timestamp};

/// What a renderer writes down.
pub struct Document<'a> {
    pub kind: DocumentKind,
    pub lang: Lang,
    /// The id of the session's record.
    pub id: &'a str,
    /// Its name, where a format has a place for one.
    pub title: String,
    /// When the last event it tells of was recorded.
    pub as_of: Option<Timestamp>,
    pub blocks: Box<dyn Iterator<Item = Block> + 'a>,
}

/// One part of a document. Its texts are as recorded: each renderer makes them safe for its format.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Who issues it, and under which number.
    Letterhead(Letterhead),
    /// What kind of document it is.
    Title(String),
    /// What it is about, one line each.
    Subject(Vec<String>),
    /// That it is incomplete; stands at both ends.
    Mark(String),
    /// What a reader must know before relying on it.
    Notice(String),
    Heading(String),
    Subheading(String),
    Paragraph(String),
    /// A later day begins.
    Day(String),
    Field(Field),
    Entry(Entry),
    /// Its rows follow, then `TableEnd`.
    TableStart(Table),
    Row(Vec<Cell>),
    TableEnd,
    Fingerprint {
        code: String,
        meaning: String,
    },
    Signatures(Signatures),
}

/// A label with what stands for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub label: String,
    pub text: String,
    /// Cells for the label where text has a fixed width.
    pub cells: usize,
}

/// Something said, done or listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub marker: Marker,
    pub text: String,
    pub details: Vec<Detail>,
    pub spacing: Spacing,
}

impl Entry {
    pub fn new(marker: Marker, text: impl Into<String>) -> Self {
        Self { marker, text: text.into(), details: Vec::new(), spacing: Spacing::Tight }
    }

    #[must_use]
    pub fn with(mut self, details: impl IntoIterator<Item = Detail>) -> Self {
        self.details.extend(details);
        self
    }

    #[must_use]
    pub fn spaced(mut self) -> Self {
        self.spacing = Spacing::Loose;
        self
    }
}

/// What stands to the left of an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Marker {
    Time(String),
    /// In proceedings whose times are not known.
    Untimed,
    Number(usize),
    Dash,
    Label {
        label: String,
        cells: usize,
    },
}

/// What stands under an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    Said(String),
    Labelled { label: String, text: String, cells: usize },
    Outcome(String),
}

/// The distance between an entry and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spacing {
    Tight,
    Loose,
}

/// The head of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// As scripts name it.
    pub name: &'static str,
    pub title: String,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// As scripts name it.
    pub name: &'static str,
    pub title: String,
    /// Its share of the width.
    pub width: u16,
}

/// A value in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(u32),
    Date(Date),
}

/// The head of an official document, in two columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Letterhead {
    pub left: Vec<HeadLine>,
    pub right: Vec<HeadLine>,
}

/// A line of a letterhead.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadLine {
    pub text: String,
    pub face: Face,
    pub rule: Rule,
}

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Plain,
    Bold,
    Italic,
}

/// The line drawn under a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    Absent,
    /// A third of the column.
    Short,
    /// As long as the text.
    Long,
}

/// Who signs, and who gets a copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Signatures {
    /// The sentence with which the document ends.
    pub ending: String,
    /// The secretary; where only one signs, the recipients stand here.
    pub left: Option<Signer>,
    pub right: Signer,
    /// The first is their heading.
    pub recipients: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Signer {
    pub role: String,
    pub how: String,
    pub name: String,
}
