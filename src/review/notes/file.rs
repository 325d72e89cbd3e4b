//! A review as the text of its file: one JSON document, one note a line.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Note, NoteId, NoteSubject, Pin, Review};
use crate::record::Fingerprint;
use crate::session::number::{QuestionNo, TaskNo};
use crate::session::time::Timestamp;
use crate::text::json::fault::{JsonFault, JsonProblem, JsonStep};
use crate::text::json::read::tree;
use crate::text::json::tree::{Tree, field};
use crate::text::json::{self, Displayed};

/// The format this program reads and writes.
const FORMAT: &str = "doithoai-review/1";
/// How every format of a review begins to name itself.
const FAMILY: &str = "doithoai-review/";

/// Why a text is no review.
///
/// Whatever is not understood is a fault: to read past it would lose it at the next writing.
#[derive(Debug)]
pub enum ReviewFault {
    NotUtf8,
    NotAReview,
    OtherFormat(String),
    /// Not JSON, or not the fields of a review.
    Json(Box<JsonFault>),
    /// Two notes have this number.
    IdTwice(NoteId),
    /// The note is about a question and a task at once.
    TwoSubjects(NoteId),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadReview {
    #[serde(rename = "format")]
    _format: String,
    session: String,
    reviewer: String,
    #[serde(default)]
    last_id: u32,
    notes: Vec<ReadNote>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadNote {
    id: u32,
    at: String,
    seen: String,
    question: Option<u32>,
    task: Option<u32>,
    text: String,
    written: String,
    edited: Option<String>,
}

#[derive(Serialize)]
struct WrittenNote<'a> {
    id: u32,
    at: Displayed<Fingerprint>,
    seen: Displayed<Fingerprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<u32>,
    text: &'a str,
    written: Displayed<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited: Option<Displayed<Timestamp>>,
}

impl Review {
    /// The text of its file. The same notes give the same bytes.
    #[must_use]
    pub fn encoded(&self) -> String {
        let mut text = format!(
            "{{\"format\":\"{FORMAT}\",\"session\":{},\"reviewer\":{},\"last_id\":{},\"notes\":[\n",
            json::line(&self.session),
            json::line(&self.reviewer),
            self.last_id,
        );
        let lines: Vec<String> =
            self.notes.iter().map(|note| json::line(&WrittenNote::of(note))).collect();
        text.push_str(&lines.join(",\n"));
        text.push_str(if lines.is_empty() { "]}\n" } else { "\n]}\n" });
        text
    }

    /// The review a file holds.
    ///
    /// # Errors
    /// It is not wholly understood; see [`ReviewFault`].
    pub fn decoded(bytes: &[u8]) -> Result<Self, ReviewFault> {
        let text = std::str::from_utf8(bytes).map_err(|_| ReviewFault::NotUtf8)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let document = tree(text).map_err(|fault| ReviewFault::Json(fault.into()))?;
        if let Tree::Object(fields) = &document {
            match field(fields, "format").and_then(Tree::text) {
                Some(FORMAT) => {}
                Some(format) if format.starts_with(FAMILY) => {
                    return Err(ReviewFault::OtherFormat(format.to_owned()));
                }
                _ => return Err(ReviewFault::NotAReview),
            }
        }
        let placed = |fault: JsonFault| ReviewFault::Json(fault.placed_in(text).into());
        let written = ReadReview::deserialize(document).map_err(placed)?;
        let mut notes = Vec::with_capacity(written.notes.len());
        for (place, note) in written.notes.into_iter().enumerate() {
            let in_notes =
                |fault: JsonFault| placed(fault.inside(JsonStep::Item(place)).in_field("notes"));
            notes.push(note.read(in_notes)?);
        }
        notes.sort_by_key(|note| note.id);
        let mut ids = BTreeSet::new();
        if let Some(twin) = notes.iter().find(|note| !ids.insert(note.id)) {
            return Err(ReviewFault::IdTwice(twin.id));
        }
        let highest = ids.last().copied().unwrap_or_default();
        Ok(Self {
            session: written.session,
            reviewer: written.reviewer,
            last_id: NoteId(written.last_id).max(highest),
            notes,
        })
    }
}

impl<'a> WrittenNote<'a> {
    fn of(note: &'a Note) -> Self {
        let (question, task) = match note.about {
            NoteSubject::Moment => (None, None),
            NoteSubject::Question(number) => (Some(number.0), None),
            NoteSubject::Task(number) => (None, Some(number.0)),
        };
        Self {
            id: note.id.0,
            at: Displayed(note.pin.at),
            seen: Displayed(note.pin.seen),
            question,
            task,
            text: &note.text,
            written: Displayed(note.written),
            edited: note.edited.map(Displayed),
        }
    }
}

impl ReadNote {
    /// `placed` makes a fault of the review of one of the note.
    fn read(self, placed: impl Fn(JsonFault) -> ReviewFault) -> Result<Note, ReviewFault> {
        let about = match (self.question, self.task) {
            (None, None) => NoteSubject::Moment,
            (Some(number), None) => NoteSubject::Question(QuestionNo(number)),
            (None, Some(number)) => NoteSubject::Task(TaskNo(number)),
            (Some(_), Some(_)) => return Err(ReviewFault::TwoSubjects(NoteId(self.id))),
        };
        let pin = Pin {
            at: fingerprint(&self.at).map_err(|fault| placed(fault.in_field("at")))?,
            seen: fingerprint(&self.seen).map_err(|fault| placed(fault.in_field("seen")))?,
        };
        let written = time(self.written).map_err(|fault| placed(fault.in_field("written")))?;
        let edited = self.edited.map(time).transpose();
        let edited = edited.map_err(|fault| placed(fault.in_field("edited")))?;
        Ok(Note { id: NoteId(self.id), pin, about, text: self.text, written, edited })
    }
}

/// A fingerprint exactly as this program writes it: a file read is written again byte for byte.
fn fingerprint(text: &str) -> Result<Fingerprint, JsonFault> {
    let read: Option<Fingerprint> = text.parse().ok();
    let read = read.filter(|read| read.to_string() == text);
    read.ok_or_else(|| JsonProblem::NotAFingerprint.into())
}

fn time(text: String) -> Result<Timestamp, JsonFault> {
    text.parse().map_err(|()| JsonProblem::NotATime(text).into())
}
