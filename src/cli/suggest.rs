//! `suggest`: who should answer a question, and whether it holds several matters.

use std::fmt::Write;

use serde::Serialize;

use crate::describe;
use crate::i18n::Lang;
use crate::search::parts::{QuestionPart, parts};
use crate::search::suggest::Suggestion;
use crate::session::state::State;
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
    let text = normalised(&args.text);
    let suggestions = suggester.suggest(&text);
    let parts = parts(&suggester, &text);
    match args.format {
        AnswerFormat::Json => print(&document(&suggestions, &parts))?,
        AnswerFormat::Text if suggestions.is_empty() => say(lang.cli_no_suggestion()),
        AnswerFormat::Text => {
            let state = known.session.reading.record.session().state();
            print(&page(&suggestions, &parts, state, lang))?;
        }
    }
    Ok(known.session.verdict(lang))
}

#[derive(Serialize)]
struct SuggestDocument<'a> {
    suggestions: Vec<SuggestionRow<'a>>,
    parts: Vec<PartRow<'a>>,
}

#[derive(Serialize)]
struct SuggestionRow<'a> {
    responder: &'a str,
    confidence: &'static str,
    words: &'a [String],
}

#[derive(Serialize)]
struct PartRow<'a> {
    text: &'a str,
    suggestions: Vec<SuggestionRow<'a>>,
}

/// On one line, ended by a line feed.
fn document(suggestions: &[Suggestion], parts: &[QuestionPart]) -> String {
    let parts =
        parts.iter().map(|part| PartRow { text: &part.text, suggestions: rows(&part.suggestions) });
    let document = SuggestDocument { suggestions: rows(suggestions), parts: parts.collect() };
    json::line(&document) + "\n"
}

fn rows(suggestions: &[Suggestion]) -> Vec<SuggestionRow<'_>> {
    let rows = suggestions.iter().map(|Suggestion { responder, confidence, words }| {
        SuggestionRow { responder: &responder.0, confidence: confidence.name(), words }
    });
    rows.collect()
}

fn page(suggestions: &[Suggestion], parts: &[QuestionPart], state: &State, lang: Lang) -> String {
    let mut page = String::new();
    list(&mut page, suggestions, state, lang);
    if !parts.is_empty() {
        let _ = writeln!(page, "\n{}", lang.cli_several_matters(parts.len()));
    }
    for part in parts {
        let _ = writeln!(page, "\n– {}", safe::line(&part.text));
        list(&mut page, &part.suggestions, state, lang);
    }
    page
}

fn list(page: &mut String, suggestions: &[Suggestion], state: &State, lang: Lang) {
    for (number, Suggestion { responder, confidence, words }) in (1..).zip(suggestions) {
        let name = state.full_name(responder);
        let line = lang.suggestion(name, describe::suggest::confidence(lang, *confidence), words);
        let _ = writeln!(page, "{number}. {}", safe::line(&line));
    }
}
