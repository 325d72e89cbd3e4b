//! The reviewers' notes that a transcript is to hold.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::args::ExportArgs;
use crate::cli::outcome::{FAILED, Failure, say};
use crate::cli::source::ReadSession;
use crate::describe;
use crate::text::safe;
use crate::workspace::Settings;
use crate::workspace::reviews::{Reviews, UnreadReview};

/// The notes on the session; none can be known to be of it where its first line is broken.
pub(super) fn reviews_of(
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
pub(super) fn report_notes(reviews: &Reviews, args: &ExportArgs, settings: &Settings) -> ExitCode {
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
