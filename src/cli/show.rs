//! `show`: the folded state as one JSON document, now or at an earlier moment.

use std::path::Path;

use crate::paper::show::show;

use crate::review::seek::SeekTarget;
use crate::workspace::Settings;

use super::outcome::{CommandResult, Failure, print};
use super::source::Looked;

pub(super) fn run(file: &Path, at: Option<SeekTarget>, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let mut looked = Looked::at(file, lang)?;
    if let Some(point) = at {
        let record = &looked.reading.record;
        let there = record.fingerprint().events;
        let events = point.resolve(record.session(), 0);
        let then = events.map(|events| record.after(events));
        looked.reading.record = then.ok_or(Failure::Said(lang.cli_no_such_moment(there)))?;
    }
    print(&looked.paper(lang, show))?;
    Ok(looked.verdict(lang))
}
