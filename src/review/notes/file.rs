//! A review as the text of its file: one JSON document, one note a line.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{About, Mark, Note, NoteId, Pin, Review};
use crate::session::number::{QuestionNo, TaskNo};
use crate::session::time::Timestamp;
use crate::text::json;

/// The format this program reads and writes.
const FORMAT: &str = "doithoai-review/1";
/// How every format of a review begins to name itself.
const FAMILY: &str = "doithoai-review/";

/// Why a text is no review.
///
/// Whatever is not understood is a fault: to read past it would lose it at the next writing.
#[derive(Debug)]
pub enum Fault {
    NotUtf8,
    NotAReview,
    OtherFormat(String),
    /// Not JSON, or not the fields of a review; with the line it is in.
    Json {
        error: serde_json::Error,
        line: String,
    },
    /// Two notes have this number.
    IdTwice(NoteId),
    /// The note is about a question and a task at once.
    TwoSubjects(NoteId),
}

#[derive(Deserialize)]
struct Named {
    format: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenReview {
    #[serde(rename = "format")]
    _format: String,
    session: String,
    reviewer: String,
    #[serde(default)]
    last_id: NoteId,
    notes: Vec<WrittenNote>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNote {
    id: NoteId,
    at: Mark,
    seen: Mark,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<QuestionNo>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    task: Option<TaskNo>,
    text: String,
    written: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edited: Option<Timestamp>,
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
            self.notes.iter().map(|note| json::line(&WrittenNote::from(note))).collect();
        text.push_str(&lines.join(",\n"));
        text.push_str(if lines.is_empty() { "]}\n" } else { "\n]}\n" });
        text
    }

    /// The review a file holds.
    ///
    /// # Errors
    /// It is not wholly understood; see [`Fault`].
    pub fn decoded(bytes: &[u8]) -> Result<Self, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let named: Named = serde_json::from_str(text).map_err(|error| json(error, text))?;
        match named.format {
            Some(format) if format == FORMAT => {}
            Some(format) if format.starts_with(FAMILY) => return Err(Fault::OtherFormat(format)),
            _ => return Err(Fault::NotAReview),
        }
        let written: WrittenReview =
            serde_json::from_str(text).map_err(|error| json(error, text))?;
        let mut notes =
            written.notes.into_iter().map(Note::try_from).collect::<Result<Vec<_>, _>>()?;
        notes.sort_by_key(|note| note.id);
        let mut ids = BTreeSet::new();
        if let Some(twin) = notes.iter().find(|note| !ids.insert(note.id)) {
            return Err(Fault::IdTwice(twin.id));
        }
        let highest = ids.last().copied().unwrap_or_default();
        Ok(Self {
            session: written.session,
            reviewer: written.reviewer,
            last_id: written.last_id.max(highest),
            notes,
        })
    }
}

fn json(error: serde_json::Error, text: &str) -> Fault {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().to_owned();
    Fault::Json { error, line }
}

impl From<&Note> for WrittenNote {
    fn from(note: &Note) -> Self {
        let (question, task) = match note.about {
            About::Moment => (None, None),
            About::Question(number) => (Some(number), None),
            About::Task(number) => (None, Some(number)),
        };
        Self {
            id: note.id,
            at: note.pin.at.clone(),
            seen: note.pin.seen.clone(),
            question,
            task,
            text: note.text.clone(),
            written: note.written,
            edited: note.edited,
        }
    }
}

impl TryFrom<WrittenNote> for Note {
    type Error = Fault;

    fn try_from(written: WrittenNote) -> Result<Self, Fault> {
        let about = match (written.question, written.task) {
            (None, None) => About::Moment,
            (Some(number), None) => About::Question(number),
            (None, Some(number)) => About::Task(number),
            (Some(_), Some(_)) => return Err(Fault::TwoSubjects(written.id)),
        };
        Ok(Self {
            id: written.id,
            pin: Pin { at: written.at, seen: written.seen },
            about,
            text: written.text,
            written: written.written,
            edited: written.edited,
        })
    }
}
