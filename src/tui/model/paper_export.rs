//! The export of a document: which one, in which format, and to what place.

use std::path::{Path, PathBuf};

use crate::export::PaperRequest;
use crate::i18n::Lang;
use crate::paper::kind::Format;
use crate::text::fold::slug;

use super::edit::LineField;
use super::table_import::path_typed;
use super::trouble::Trouble;

/// A document to be written, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperOrder {
    /// The session's file.
    pub session: PathBuf,
    pub request: PaperRequest,
    pub format: Format,
    /// A file, or a folder for many. Without one, the transcript is written beside the session under the first
    /// name that is free.
    pub place: Option<PathBuf>,
    /// Whether it is the public edition.
    pub is_public: bool,
}

/// What is chosen, and how far the writing is.
#[derive(Clone, Debug)]
pub struct PaperExport {
    session: PathBuf,
    lang: Lang,
    pub requests: Vec<PaperRequest>,
    pub selected: usize,
    /// The format asked for, where the document is written in it.
    format: Option<Format>,
    /// Whether the public edition is asked for.
    pub is_public: bool,
    /// The place, once one is typed; else the document is written beside the session.
    pub line: LineField,
    pub progress: ExportProgress,
}

/// How far the writing is.
#[derive(Clone, Debug)]
pub enum ExportProgress {
    /// Not begun. `wrong`: why nothing was written the last time.
    Choosing {
        wrong: Option<Trouble>,
    },
    Writing {
        kib: usize,
    },
    /// So many documents stand at this place.
    Done {
        place: PathBuf,
        documents: usize,
    },
}

impl PaperExport {
    /// The choice among the documents of the session at `session`; `about`: those about what is chosen there.
    pub fn new(
        session: PathBuf,
        about: impl IntoIterator<Item = PaperRequest>,
        lang: Lang,
    ) -> Self {
        let of_session = [
            PaperRequest::Transcript,
            PaperRequest::Minutes,
            PaperRequest::Conclusion,
            PaperRequest::Register,
            PaperRequest::EveryAgency,
            PaperRequest::EveryAsker,
        ];
        Self {
            session,
            lang,
            requests: of_session.into_iter().chain(about).collect(),
            selected: 0,
            format: None,
            is_public: false,
            line: LineField::default(),
            progress: ExportProgress::Choosing { wrong: None },
        }
    }

    pub fn request(&self) -> &PaperRequest {
        self.requests.get(self.selected).unwrap_or(&PaperRequest::Transcript)
    }

    /// The format that the typed place ends with, else the one asked for, else the document's first.
    pub fn format(&self) -> Format {
        let formats = self.request().document().formats();
        let typed = path_typed(&self.line.text());
        let ending = typed.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        let ending = ending.filter(|_| !self.request().is_many()).and_then(Format::of_ending);
        let known = |format: &Format| formats.contains(format);
        let asked = ending.filter(known).or(self.format.filter(known));
        asked.or(formats.first().copied()).unwrap_or(Format::Text)
    }

    /// Where it would be written now: what is typed, or beside the session.
    pub fn place(&self) -> PathBuf {
        let ending = self.format().ending();
        match path_typed(&self.line.text()) {
            Some(typed) if self.request().is_many() || typed.extension().is_some() => typed,
            Some(typed) => typed.with_extension(ending),
            None => {
                let name = slug(self.request().document().title(self.lang));
                let about = match self.request() {
                    PaperRequest::Agency(id) => format!("{name}-{}", slug(&id.0)),
                    PaperRequest::Asker(number) => format!("{name}-{number}"),
                    _ => name,
                };
                let about = match self.is_public {
                    true => format!("{about}.{}", self.lang.export_public_name()),
                    false => about,
                };
                match self.request().is_many() {
                    true => self.session.with_extension(about),
                    false => self.session.with_extension(format!("{about}.{ending}")),
                }
            }
        }
    }

    pub(super) fn next_format(&mut self) {
        let formats = self.request().document().formats();
        let at = formats.iter().position(|format| *format == self.format()).unwrap_or(0);
        self.format = formats.iter().cycle().nth(at + 1).copied();
    }

    pub(super) fn order(&self) -> PaperOrder {
        PaperOrder {
            session: self.session.clone(),
            request: self.request().clone(),
            format: self.format(),
            place: Some(self.place()),
            is_public: self.is_public,
        }
    }
}

/// So many documents stand at this place.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperDone {
    pub place: PathBuf,
    pub documents: usize,
}
