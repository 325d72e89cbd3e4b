//! `stats`: what can be counted and timed in a session, as a page, as JSON or as a table.

use std::path::Path;

use crate::paper::stats::csv::csv;
use crate::paper::stats::json::json;
use crate::paper::stats::text::text as page;
use crate::review::stats::Stats;
use crate::workspace::Settings;

use super::args::TableFormat;
use super::outcome::{CommandResult, print};
use super::source::ReadSession;

pub(super) fn run(file: &Path, format: TableFormat, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let session_file = ReadSession::at(file, settings)?;
    let session = session_file.reading.record.session();
    let stats = Stats::of(session);
    let text = match format {
        TableFormat::Text => {
            let title = session.state().opening().map_or("", |opening| &opening.title);
            page(&stats, title, lang)
        }
        TableFormat::Json => session_file.paper(lang, |source| json(&stats, source)),
        TableFormat::Csv => csv(&stats),
    };
    print(&text)?;
    Ok(session_file.verdict(lang))
}
