//! `similar`: questions like one, asked in this session and in those of its folder.

use std::fmt::Write;

use serde::Serialize;

use crate::i18n::Lang;
use crate::search::similar::AskedBefore;
use crate::session::question::Question;
use crate::text::fold::normalised;
use crate::text::{json, safe};
use crate::workspace::Settings;

use super::args::{AnswerFormat, QuestionArgs};
use super::known::KnownSessions;
use super::outcome::{CommandResult, print, say};

pub(super) fn run(args: &QuestionArgs, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let known = KnownSessions::at(&args.file, settings)?;
    let suggester = known.suggester();
    let sessions = known.sessions();
    let found = AskedBefore::of(&suggester, &sessions).find(&suggester, &normalised(&args.text));
    let found: Vec<FoundQuestion<'_>> = found
        .into_iter()
        .filter_map(|similar| {
            let session = sessions.get(similar.session)?;
            Some(FoundQuestion {
                session: known.name(similar.session),
                question: session.state().question(similar.question)?,
                score: similar.score,
            })
        })
        .collect();
    match args.format {
        AnswerFormat::Json => print(&document(&found))?,
        AnswerFormat::Text if found.is_empty() => say(lang.cli_not_asked_before()),
        AnswerFormat::Text => print(&page(&found, lang))?,
    }
    Ok(known.session.verdict(lang))
}

struct FoundQuestion<'a> {
    /// The name of the file.
    session: &'a str,
    question: &'a Question,
    score: f32,
}

#[derive(Serialize)]
struct SimilarDocument<'a> {
    similar: Vec<SimilarRow<'a>>,
}

#[derive(Serialize)]
struct SimilarRow<'a> {
    session: &'a str,
    question: u32,
    text: &'a str,
    status: &'static str,
    /// To two places.
    score: f64,
}

/// On one line, ended by a line feed.
fn document(found: &[FoundQuestion<'_>]) -> String {
    let rows = found.iter().map(|found| SimilarRow {
        session: found.session,
        question: found.question.number.0,
        text: &found.question.text,
        status: found.question.status.name(),
        score: (f64::from(found.score) * 100.0).round() / 100.0,
    });
    json::line(&SimilarDocument { similar: rows.collect() }) + "\n"
}

fn page(found: &[FoundQuestion<'_>], lang: Lang) -> String {
    let mut page = String::new();
    for FoundQuestion { session, question, .. } in found {
        let heading = lang.asked_before(session, question.number, lang.standing(question));
        let _ = writeln!(page, "{}", safe::line(&heading));
        let _ = writeln!(page, "   {}", safe::line(&question.text));
        let said = question.answers.iter().filter_map(|answer| answer.text.as_deref()).next_back();
        if let Some(said) = said {
            let _ = writeln!(page, "   → {}", safe::line(said));
        }
    }
    page
}
