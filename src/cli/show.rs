//! `show`: the folded state as one JSON document, now or at an earlier moment.

use std::path::Path;

use crate::paper::show::show;

use crate::review::seek::SeekTarget;
use crate::workspace::Settings;

use super::outcome::{CommandResult, Failure, print};
use super::source::ReadSession;

pub(super) fn run(file: &Path, at: Option<SeekTarget>, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let mut session_file = ReadSession::at(file, settings)?;
    if let Some(point) = at {
        let record = &session_file.reading.record;
        let there = record.fingerprint().events;
        let events = point.resolve(record.session(), 0);
        let then = events.map(|events| record.after(events));
        session_file.reading.record =
            then.ok_or(Failure::Message(lang.cli_no_such_moment(there)))?;
    }
    print(&session_file.paper(lang, show))?;
    Ok(session_file.verdict(lang))
}
