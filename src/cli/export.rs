//! `export`: a paper to stdout or to a file.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::describe;
use crate::paper::PaperSource;
use crate::paper::transcript::{transcript, transcript_with_notes};
use crate::text::safe;
use crate::workspace::reviews::{Reviews, UnreadReview};
use crate::workspace::{Settings, papers};

use super::args::{DocumentKind, ExportArgs, Format};
use super::outcome::{CommandResult, FAILED, Failure, print, say};
use super::source::ReadSession;

pub(super) fn run(args: &ExportArgs, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let session_file = ReadSession::at(&args.file, settings)?;
    let reviews = match &args.notes {
        Some(named) => reviews_of(&session_file, args, named, settings)?,
        None => None,
    };
    let text = match (args.format, args.document) {
        (Format::Text, DocumentKind::Transcript) => session_file
            .paper(settings.paper_lang, |source| {
                rendered(source, &session_file, reviews.as_ref(), settings)
            }),
    };
    match args.output.as_ref().filter(|out| out.as_os_str() != "-") {
        None => print(&text)?,
        Some(out) => {
            papers::write(out, &text, args.force).map_err(|error| {
                Failure::Message(describe::workspace::paper_error(lang, &error))
            })?;
            say(&lang.cli_exported(&safe::path(out)));
        }
    }
    let notes =
        reviews.as_ref().map_or(ExitCode::SUCCESS, |reviews| report_notes(reviews, args, settings));
    let verdict = session_file.verdict(lang);
    Ok(if verdict == ExitCode::SUCCESS { notes } else { verdict })
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

fn rendered(
    source: &PaperSource,
    session_file: &ReadSession,
    reviews: Option<&Reviews>,
    settings: &Settings,
) -> String {
    let Some(reviews) = reviews else { return transcript(source, settings.paper_lang) };
    transcript_with_notes(
        source,
        &reviews.listed(&session_file.reading.record),
        settings.paper_lang,
    )
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
