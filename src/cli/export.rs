//! `export`: a paper to stdout or to a file.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::describe;
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::paper::document::Document;
use crate::paper::kind::{DocumentKind, Format};
use crate::paper::render::render;
use crate::paper::transcript::transcript;
use crate::review::notes::ListedNote;
use crate::text::safe;
use crate::workspace::reviews::{Reviews, UnreadReview};
use crate::workspace::{Settings, papers};

use super::args::ExportArgs;
use super::outcome::{CommandResult, FAILED, Failure, MISUSED, say};
use super::source::ReadSession;

pub(super) fn run(args: &ExportArgs, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let out = args.output.as_deref().filter(|out| out.as_os_str() != "-");
    let format = match format_of(args, out) {
        Ok(format) => format,
        Err(format) => {
            say(&not_in_this_format(lang, args.document, format));
            return Ok(MISUSED.into());
        }
    };
    let session_file = ReadSession::at(&args.file, settings)?;
    let reviews = match &args.notes {
        Some(named) => reviews_of(&session_file, args, named, settings)?,
        None => None,
    };
    let notes = reviews.as_ref().map(|reviews| reviews.listed(&session_file.reading.record));
    let notes = notes.as_deref().unwrap_or_default();
    session_file.paper(settings.paper_lang, |source| {
        let fill = |to: &mut dyn Write| {
            render(made(args.document, *source, notes, settings.paper_lang), format, to)
        };
        written(out, args.force, &fill, lang)
    })?;
    let notes =
        reviews.as_ref().map_or(ExitCode::SUCCESS, |reviews| report_notes(reviews, args, settings));
    let verdict = session_file.verdict(lang);
    Ok(if verdict == ExitCode::SUCCESS { notes } else { verdict })
}

/// The format that is asked for, by name or by the ending of the file; else the document's first.
///
/// # Errors
/// The document is not written in it.
fn format_of(args: &ExportArgs, out: Option<&Path>) -> Result<Format, Format> {
    let formats = args.document.formats();
    let ending = out.and_then(Path::extension).and_then(|ending| ending.to_str());
    let asked = args.format.or_else(|| ending.and_then(Format::of_ending));
    match asked {
        Some(format) if formats.contains(&format) => Ok(format),
        Some(format) => Err(format),
        None => Ok(formats.first().copied().unwrap_or(Format::Text)),
    }
}

/// Says so, and which pairs there are.
fn not_in_this_format(lang: Lang, document: DocumentKind, format: Format) -> String {
    let pairs = DocumentKind::ALL.map(|document| {
        let formats: Vec<&str> = document.formats().iter().map(|it| it.name()).collect();
        format!("\n  {}: {}", document.name(), formats.join(", "))
    });
    format!("{}{}", lang.cli_no_such_pair(document.name(), format.name()), pairs.concat())
}

fn made<'a>(
    document: DocumentKind,
    source: PaperSource<'a>,
    notes: &'a [ListedNote],
    lang: Lang,
) -> Document<'a> {
    match document {
        DocumentKind::Transcript => transcript(source, notes, lang),
    }
}

/// To a file, or to stdout.
fn written(out: Option<&Path>, force: bool, fill: papers::Fill, lang: Lang) -> Result<(), Failure> {
    let Some(out) = out else {
        let mut stdout = BufWriter::new(io::stdout().lock());
        fill(&mut stdout)?;
        return Ok(stdout.flush()?);
    };
    papers::write(out, force, fill)
        .map_err(|error| Failure::Message(describe::workspace::paper_error(lang, &error)))?;
    say(&lang.cli_exported(&safe::path(out)));
    Ok(())
}

/// The notes on the session; none can be known to be of it where its first line is broken.
fn reviews_of(
    session_file: &ReadSession,
    args: &ExportArgs,
    named: &[PathBuf],
    settings: &Settings,
) -> Result<Option<Reviews>, Failure> {
    if session_file.reading.header.is_none() {
        return Ok(None);
    }
    let reviews = Reviews::beside(&args.file, session_file.id(), &settings.reviewer, named);
    let was_named = |unread: &&UnreadReview| named.contains(&unread.path);
    match reviews.unread.iter().map(AsRef::as_ref).find(was_named) {
        Some(unread) => {
            let why = describe::workspace::review_unread(settings.lang, unread);
            Err(Failure::Message(settings.lang.cli_notes_refused(&why)))
        }
        None => Ok(Some(reviews)),
    }
}

/// Says which notes that were asked for are not in the paper.
fn report_notes(reviews: &Reviews, args: &ExportArgs, settings: &Settings) -> ExitCode {
    let lang = settings.lang;
    for unread in &reviews.unread {
        say(&lang.cli_notes_left_out(&describe::workspace::review_unread(lang, unread)));
    }
    if !reviews.unread.is_empty() {
        return FAILED.into();
    }
    if reviews.set.is_empty() {
        say(&lang.cli_no_notes(&safe::path(&args.file)));
    }
    ExitCode::SUCCESS
}
