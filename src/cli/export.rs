//! `export`: a document to stdout, to a file, or many to a folder.

mod notes;
mod office;
mod pairing;
mod several;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::describe;
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::paper::agency::agency;
use crate::paper::asker::asker;
use crate::paper::conclusion::conclusion;
use crate::paper::document::Document;
use crate::paper::kind::DocumentKind;
use crate::paper::minutes::minutes;
use crate::paper::register::register;
use crate::paper::render::render;
use crate::paper::transcript::transcript;
use crate::review::notes::ListedNote;
use crate::session::number::{DelegateNo, ResponderId};
use crate::session::state::State;
use crate::text::safe;
use crate::workspace::{Settings, papers};

use super::args::{ExportArgs, Selected};
use super::outcome::{CommandResult, Failure, MISUSED, say};
use super::source::ReadSession;
use notes::{report_notes, reviews_of};
use office::office_of;
use pairing::{Pairing, pairing};
use several::PaperFolder;

pub(super) fn run(args: &ExportArgs, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let out = args.output.as_deref().filter(|out| out.as_os_str() != "-");
    let pairing = match pairing(args, out, lang) {
        Ok(_) if args.is_about_all() && out.is_none() => {
            Err(lang.cli_all_needs_a_folder().to_owned())
        }
        asked => asked,
    };
    let pairing = match pairing {
        Ok(pairing) => pairing,
        Err(fault) => {
            say(&fault);
            return Ok(MISUSED.into());
        }
    };
    if out.is_none() && pairing.format.is_binary() && io::stdout().is_terminal() {
        return Err(Failure::Message(lang.cli_not_to_a_terminal(pairing.format.name())));
    }
    let session_file = ReadSession::at(&args.file, settings)?;
    session_file.reading.record.session().keep_until_the_process_ends();
    let reviews = match &args.notes {
        Some(named) => reviews_of(&session_file, args, named, settings)?,
        None => None,
    };
    let notes = reviews.as_ref().map(|reviews| reviews.listed(&session_file.reading.record));
    let notes = notes.as_deref().unwrap_or_default();
    let export = Export { args, out, pairing, notes, lang, settings };
    session_file.paper(settings.paper_lang, |source| export.written(*source))?;
    let notes =
        reviews.as_ref().map_or(ExitCode::SUCCESS, |reviews| report_notes(reviews, args, settings));
    let verdict = session_file.verdict(lang);
    Ok(if verdict == ExitCode::SUCCESS { notes } else { verdict })
}

/// What is to be written, and where.
struct Export<'a> {
    args: &'a ExportArgs,
    out: Option<&'a Path>,
    pairing: Pairing,
    notes: &'a [ListedNote],
    lang: Lang,
    settings: &'a Settings,
}

impl Export<'_> {
    fn written(&self, source: PaperSource) -> Result<(), Failure> {
        let (state, lang) = (source.session.state(), self.settings.paper_lang);
        match self.pairing.document {
            DocumentKind::Transcript => self.one(|| transcript(source, self.notes, lang)),
            DocumentKind::Minutes => {
                let office = office_of(&self.args.file, self.settings)?;
                self.one(|| minutes(source, &office, lang))
            }
            DocumentKind::Conclusion => {
                let office = office_of(&self.args.file, self.settings)?;
                self.one(|| conclusion(source, &office, lang))
            }
            DocumentKind::Register => self.one(|| register(source, lang)),
            DocumentKind::Agency => match &self.args.agency {
                Some(Selected::One(id)) => {
                    let id = self.agency_of(state, id)?;
                    self.one(|| agency(source, id, lang))
                }
                _ => self.folder().map_or(Ok(()), |folder| folder.every_agency(source, lang)),
            },
            DocumentKind::Asker => match &self.args.delegate {
                Some(Selected::One(number)) => {
                    let number = self.delegate_of(state, *number)?;
                    self.one(|| asker(source, number, lang))
                }
                _ => self.folder().map_or(Ok(()), |folder| folder.every_asker(source, lang)),
            },
        }
    }

    fn folder(&self) -> Option<PaperFolder<'_>> {
        let (format, force, lang) = (self.pairing.format, self.args.force, self.lang);
        self.out.map(|path| PaperFolder { path, format, force, lang })
    }

    fn agency_of<'s>(
        &self,
        state: &'s State,
        id: &ResponderId,
    ) -> Result<&'s ResponderId, Failure> {
        let known = state.responder(id).map(|responder| &responder.id);
        known.ok_or_else(|| {
            let ids: Vec<&str> = state.responders().map(|responder| &*responder.id.0).collect();
            Failure::Message(self.lang.cli_no_such_agency(&safe::line(&id.0), &ids.join(", ")))
        })
    }

    fn delegate_of(&self, state: &State, number: DelegateNo) -> Result<DelegateNo, Failure> {
        match state.delegate(number) {
            Some(_) => Ok(number),
            None => Err(Failure::Message(self.lang.cli_no_such_delegate(number))),
        }
    }

    /// One document, to its file or to stdout.
    fn one<'d>(&self, made: impl Fn() -> Document<'d>) -> Result<(), Failure> {
        let format = self.pairing.format;
        let fill = |to: &mut dyn Write| render(made(), format, to);
        let Some(out) = self.out else { return Ok(printed(&fill)?) };
        papers::write(out, self.args.force, &fill).map_err(|error| {
            Failure::Message(describe::workspace::paper_error(self.lang, &error))
        })?;
        say(&self.lang.cli_exported(&safe::path(out)));
        Ok(())
    }
}

fn printed(fill: papers::Fill) -> io::Result<()> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    fill(&mut stdout)?;
    stdout.flush()
}
