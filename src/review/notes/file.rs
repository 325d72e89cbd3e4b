//! A review as the text of its file: one JSON document, one note a line.

use std::collections::BTreeSet;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Note, NoteId, NoteSubject, Pin, Review};
use crate::record::Fingerprint;
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
pub enum ReviewFault {
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
struct FormatTag {
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
    at: WrittenFingerprint,
    seen: WrittenFingerprint,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<QuestionNo>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    task: Option<TaskNo>,
    text: String,
    written: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edited: Option<Timestamp>,
}

/// A fingerprint exactly as this program writes it: a file read is written again byte for byte.
struct WrittenFingerprint(Fingerprint);

impl Serialize for WrittenFingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WrittenFingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let read: Option<Fingerprint> = text.parse().ok();
        read.filter(|read| read.to_string() == text)
            .map(Self)
            .ok_or_else(|| D::Error::custom("not a fingerprint"))
    }
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
    /// It is not wholly understood; see [`ReviewFault`].
    pub fn decoded(bytes: &[u8]) -> Result<Self, ReviewFault> {
        let text = std::str::from_utf8(bytes).map_err(|_| ReviewFault::NotUtf8)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let named: FormatTag = serde_json::from_str(text).map_err(|error| json(error, text))?;
        match named.format {
            Some(format) if format == FORMAT => {}
            Some(format) if format.starts_with(FAMILY) => {
                return Err(ReviewFault::OtherFormat(format));
            }
            _ => return Err(ReviewFault::NotAReview),
        }
        let written: WrittenReview =
            serde_json::from_str(text).map_err(|error| json(error, text))?;
        let mut notes =
            written.notes.into_iter().map(Note::try_from).collect::<Result<Vec<_>, _>>()?;
        notes.sort_by_key(|note| note.id);
        let mut ids = BTreeSet::new();
        if let Some(twin) = notes.iter().find(|note| !ids.insert(note.id)) {
            return Err(ReviewFault::IdTwice(twin.id));
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

fn json(error: serde_json::Error, text: &str) -> ReviewFault {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().to_owned();
    ReviewFault::Json { error, line }
}

impl From<&Note> for WrittenNote {
    fn from(note: &Note) -> Self {
        let (question, task) = match note.about {
            NoteSubject::Moment => (None, None),
            NoteSubject::Question(number) => (Some(number), None),
            NoteSubject::Task(number) => (None, Some(number)),
        };
        Self {
            id: note.id,
            at: WrittenFingerprint(note.pin.at),
            seen: WrittenFingerprint(note.pin.seen),
            question,
            task,
            text: note.text.clone(),
            written: note.written,
            edited: note.edited,
        }
    }
}

impl TryFrom<WrittenNote> for Note {
    type Error = ReviewFault;

    fn try_from(written: WrittenNote) -> Result<Self, ReviewFault> {
        let about = match (written.question, written.task) {
            (None, None) => NoteSubject::Moment,
            (Some(number), None) => NoteSubject::Question(number),
            (None, Some(number)) => NoteSubject::Task(number),
            (Some(_), Some(_)) => return Err(ReviewFault::TwoSubjects(written.id)),
        };
        Ok(Self {
            id: written.id,
            pin: Pin { at: written.at.0, seen: written.seen.0 },
            about,
            text: written.text,
            written: written.written,
            edited: written.edited,
        })
    }
}
