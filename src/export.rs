//! Documents made from a session and written to a file or a folder, for the commands and the screens.

pub mod office;

mod folder;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::describe;
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::paper::agency::agency;
use crate::paper::asker::asker;
use crate::paper::conclusion::conclusion;
use crate::paper::document::Document;
use crate::paper::kind::{DocumentKind, Format};
use crate::paper::minutes::minutes;
use crate::paper::office::IssuingOffice;
use crate::paper::office_file::OfficeFault;
use crate::paper::public::{NotMasked, PublicEdition};
use crate::paper::register::register;
use crate::paper::render::render;
use crate::paper::transcript::transcript;
use crate::review::notes::ListedNote;
use crate::session::Session;
use crate::session::number::{DelegateNo, ResponderId};
use crate::session::state::State;
use crate::text::safe;
use crate::workspace::papers::{self, PaperError};

/// A document, and about whom, where it is about somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperRequest {
    Transcript,
    Minutes,
    Conclusion,
    Register,
    Agency(ResponderId),
    /// One document for each agency that has something to read, and an index, into a folder.
    EveryAgency,
    Asker(DelegateNo),
    /// One for each delegate who asked, and an index, into a folder.
    EveryAsker,
}

/// What is to be written.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    pub source: PaperSource<'a>,
    pub request: &'a PaperRequest,
    pub format: Format,
    pub office: &'a IssuingOffice,
    /// Reviewers' notes, for the transcript.
    pub notes: &'a [ListedNote],
    /// The language of the document.
    pub lang: Lang,
    /// Whether a file that this program did not write is replaced.
    pub force: bool,
}

/// Why a document was not written.
#[derive(Debug)]
pub enum ExportError {
    Paper(PaperError),
    /// A file of the office's cannot be read.
    OfficeUnread(PathBuf, io::Error),
    OfficeFault(PathBuf, OfficeFault),
    /// The session has no such responder; with the ids of those it has.
    NoSuchAgency(ResponderId, Vec<ResponderId>),
    NoSuchDelegate(DelegateNo),
    /// Names cannot be masked for a document that may name nobody else.
    NotMasked(NotMasked),
}

/// What a written part passes through on its way into the file.
pub type Through<'a> = &'a dyn Fn(&[u8]) -> io::Result<()>;

impl PaperRequest {
    #[must_use]
    pub fn document(&self) -> DocumentKind {
        match self {
            Self::Transcript => DocumentKind::Transcript,
            Self::Minutes => DocumentKind::Minutes,
            Self::Conclusion => DocumentKind::Conclusion,
            Self::Register => DocumentKind::Register,
            Self::Agency(_) | Self::EveryAgency => DocumentKind::Agency,
            Self::Asker(_) | Self::EveryAsker => DocumentKind::Asker,
        }
    }

    /// Whether it is many files, and so needs a folder.
    #[must_use]
    pub fn is_many(&self) -> bool {
        matches!(self, Self::EveryAgency | Self::EveryAsker)
    }

    /// Whether the office adds something to it.
    #[must_use]
    pub fn names_the_office(&self) -> bool {
        matches!(self, Self::Minutes | Self::Conclusion)
    }

    /// The session as the document tells of it, where that is not the one recorded: an asker's names nobody else.
    ///
    /// # Errors
    /// Names cannot be masked in it.
    pub fn edition(
        &self,
        session: &Session,
        lang: Lang,
    ) -> Result<Option<PublicEdition>, ExportError> {
        match self {
            Self::Asker(_) | Self::EveryAsker => {
                let edition = PublicEdition::with_names_masked(session, lang);
                edition.map(Some).map_err(ExportError::NotMasked)
            }
            _ => Ok(None),
        }
    }

    /// # Errors
    /// The session has nobody whom the request names.
    pub fn check(&self, state: &State) -> Result<(), ExportError> {
        match self {
            Self::Agency(id) if state.responder(id).is_none() => {
                let known = state.responders().map(|responder| responder.id.clone()).collect();
                Err(ExportError::NoSuchAgency(id.clone(), known))
            }
            Self::Asker(number) if state.delegate(*number).is_none() => {
                Err(ExportError::NoSuchDelegate(*number))
            }
            _ => Ok(()),
        }
    }
}

impl Export<'_> {
    /// Writes the one document that is asked for; of many, nothing.
    ///
    /// # Errors
    /// As `out` says.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let (source, lang) = (self.source, self.lang);
        match self.request {
            PaperRequest::Transcript => self.render(transcript(source, self.notes, lang), out),
            PaperRequest::Minutes => self.render(minutes(source, self.office, lang), out),
            PaperRequest::Conclusion => self.render(conclusion(source, self.office, lang), out),
            PaperRequest::Register => self.render(register(source, lang), out),
            PaperRequest::Agency(id) => self.render(agency(source, id, lang), out),
            PaperRequest::Asker(number) => self.render(asker(source, *number, lang), out),
            PaperRequest::EveryAgency | PaperRequest::EveryAsker => Ok(()),
        }
    }

    /// Writes what is asked for to `place`: a file, or for many a folder, which is made. `through` is told each
    /// piece before it is written, and ends the writing by an error. How many documents were written.
    ///
    /// # Errors
    /// Nobody has the name that the request gives, a file that is no paper of this program is there, or it cannot
    /// be written. A file is then as it was; of many, those before it are written.
    pub fn put(&self, place: &Path, through: Through) -> Result<usize, ExportError> {
        self.request.check(self.source.session.state())?;
        match self.request {
            PaperRequest::EveryAgency => self.every_agency(place, through),
            PaperRequest::EveryAsker => self.every_asker(place, through),
            _ => {
                let fill = |out: &mut dyn Write| self.write(&mut Passing { out, through });
                papers::write(place, self.force, &fill)?;
                Ok(1)
            }
        }
    }

    fn render(&self, document: Document, out: &mut dyn Write) -> io::Result<()> {
        render(document, self.format, out)
    }
}

impl ExportError {
    /// A sentence, safe to show.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::Paper(error) => describe::workspace::paper_error(lang, error),
            Self::OfficeUnread(path, error) => {
                lang.office_unread(&safe::path(path), &lang.trouble(error))
            }
            Self::OfficeFault(path, fault) => {
                let (key, why) = (safe::line(&fault.key), fault.why.told(lang));
                lang.office_fault(&safe::path(path), fault.line, &key, why)
            }
            Self::NoSuchAgency(id, known) => {
                let known: Vec<&str> = known.iter().map(|id| id.0.as_str()).collect();
                lang.cli_no_such_agency(&safe::line(&id.0), &known.join(", "))
            }
            Self::NoSuchDelegate(number) => lang.cli_no_such_delegate(*number),
            Self::NotMasked(NotMasked(seq)) => lang.public_not_masked(*seq),
        }
    }
}

impl From<PaperError> for ExportError {
    fn from(error: PaperError) -> Self {
        Self::Paper(error)
    }
}

/// Writes on, and tells each piece before.
struct Passing<'a> {
    out: &'a mut dyn Write,
    through: Through<'a>,
}

impl Write for Passing<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        (self.through)(piece)?;
        self.out.write(piece)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
