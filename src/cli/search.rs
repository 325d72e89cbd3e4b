//! `search`: what was said in a session, by words, phrases and filters.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use crate::describe;
use crate::i18n::Lang;
use crate::search::said::{SaidHit, SaidQuery};
use crate::text::fold::normalised;
use crate::text::{json, safe};
use crate::workspace::Settings;

use super::args::AnswerFormat;
use super::outcome::{CommandResult, print, say};
use super::source::ReadSession;

pub(super) fn run(
    file: &Path,
    query: &str,
    format: AnswerFormat,
    settings: &Settings,
) -> CommandResult {
    let lang = settings.lang;
    let session_file = ReadSession::at(file, settings)?;
    let state = session_file.reading.record.session().state();
    let hits = SaidQuery::of(&normalised(query)).search(state);
    match format {
        AnswerFormat::Json => print(&document(&hits))?,
        AnswerFormat::Text if hits.is_empty() => say(lang.cli_nothing_found()),
        AnswerFormat::Text => print(&page(&hits, lang))?,
    }
    Ok(session_file.verdict(lang))
}

#[derive(Serialize)]
struct SearchDocument<'a> {
    hits: Vec<HitRow<'a>>,
}

#[derive(Serialize)]
struct HitRow<'a> {
    kind: &'static str,
    seq: u64,
    question: Option<u32>,
    text: &'a str,
    /// To two places.
    score: f64,
}

/// On one line, ended by a line feed.
fn document(hits: &[SaidHit<'_>]) -> String {
    let rows = hits.iter().map(|hit| HitRow {
        kind: hit.kind.name(),
        seq: hit.seq.0,
        question: hit.question.map(|question| question.0),
        text: hit.text,
        score: (f64::from(hit.score) * 100.0).round() / 100.0,
    });
    json::line(&SearchDocument { hits: rows.collect() }) + "\n"
}

fn page(hits: &[SaidHit<'_>], lang: Lang) -> String {
    let mut page = String::new();
    for hit in hits {
        let heading = lang.found_at(hit.seq, describe::suggest::said(lang, hit.kind), hit.question);
        let _ = writeln!(page, "{heading}\n   {}", safe::line(hit.text));
    }
    page
}
