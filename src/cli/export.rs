//! `export`: a document to stdout, to a file, or many to a folder.

mod notes;
mod pairing;
mod public;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::export::office::office_of;
use crate::export::{Export, ExportError};
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::paper::office::IssuingOffice;
use crate::paper::public::PublicEdition;
use crate::text::safe;
use crate::workspace::Settings;

use super::args::ExportArgs;
use super::outcome::{CommandResult, Failure, MISUSED, say};
use super::source::ReadSession;
use notes::{report_notes, reviews_of};
use pairing::pairing;

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
    let session = session_file.reading.record.session();
    let edition = match &pairing.request {
        _ if args.public.public => Some(public::edition(session, args, settings)?),
        Some(request) => request.edition(session, settings.paper_lang).map_err(failure(lang))?,
        None => None,
    };
    let public = edition.as_ref().filter(|_| args.public.public);
    if let Some(edition) = public.filter(|_| args.public.dry_run) {
        return public::listed(edition, lang);
    }
    let request = match (&pairing.request, public) {
        (Some(request), _) => request,
        (None, Some(edition)) => {
            return public::session_file(&session_file, edition, args, settings);
        }
        (None, None) => return Ok(MISUSED.into()),
    };
    let reviews = match &args.notes {
        Some(named) => reviews_of(&session_file, args, named, settings)?,
        None => None,
    };
    let notes = reviews.as_ref().map(|reviews| reviews.listed(&session_file.reading.record));
    let notes = notes.as_deref().unwrap_or_default();
    let office = match request.names_the_office() {
        true => office(args, settings)?,
        false => IssuingOffice::default(),
    };
    let (format, force) = (pairing.format, args.force);
    let counts = public.map(PublicEdition::counts);
    session_file.paper(settings.paper_lang, |source| {
        let session = edition.as_ref().map_or(source.session, |edition| &edition.session);
        let source = PaperSource { session, withheld: counts.as_deref(), ..*source };
        let lang = settings.paper_lang;
        let export = Export { source, request, format, office: &office, notes, lang, force };
        written(&export, out, settings.lang)
    })?;
    if let Some(edition) = public {
        public::tell(edition, lang);
    }
    let notes =
        reviews.as_ref().map_or(ExitCode::SUCCESS, |reviews| report_notes(reviews, args, settings));
    let verdict = session_file.verdict(lang);
    Ok(if verdict == ExitCode::SUCCESS { notes } else { verdict })
}

/// Writes what is asked for to its file or folder, else to stdout.
fn written(export: &Export, out: Option<&Path>, lang: Lang) -> Result<(), Failure> {
    let failure = failure(lang);
    let Some(out) = out else {
        export.request.check(export.source.session.state()).map_err(failure)?;
        return Ok(printed(export)?);
    };
    let files = export.put(out, &|_| Ok(())).map_err(failure)?;
    say(&match export.request.is_many() {
        true => lang.cli_exported_all(&safe::path(out), files, &export.index()),
        false => lang.cli_exported(&safe::path(out)),
    });
    Ok(())
}

fn failure(lang: Lang) -> impl Fn(ExportError) -> Failure + Copy {
    move |error| Failure::Message(error.told(lang))
}

/// What the office adds; says which files it is from.
fn office(args: &ExportArgs, settings: &Settings) -> Result<IssuingOffice, Failure> {
    let lang = settings.lang;
    let found = office_of(&args.file, settings).map_err(failure(lang))?;
    let files: Vec<String> = found.files.iter().map(|path| safe::path(path)).collect();
    match files.is_empty() {
        true => say(lang.office_blank()),
        false => say(&lang.office_used(&files.join(", "))),
    }
    Ok(found.office)
}

fn printed(export: &Export) -> io::Result<()> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    export.write(&mut stdout)?;
    stdout.flush()
}
