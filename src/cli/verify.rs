//! `verify`: whether files are intact, and whether a fingerprint matches one of their prefixes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::describe;
use crate::i18n::Lang;
use crate::record::{Fingerprint, Record};
use crate::store::{Reading, read_on};
use crate::text::safe;
use crate::workspace::Settings;

use super::outcome::{CommandResult, FAILED, print, say};

pub(super) fn run(
    files: &[PathBuf],
    fingerprint: Option<Fingerprint>,
    settings: &Settings,
) -> CommandResult {
    let mut all_good = true;
    for (place, file) in files.iter().enumerate() {
        match read_on(settings.disk, file) {
            Ok(reading) => {
                if place + 1 == files.len() {
                    reading.record.session().keep_until_the_process_ends();
                }
                let (good, verdict) = verdict(file, &reading, fingerprint, settings.lang);
                all_good &= good;
                print(&verdict)?;
            }
            Err(error) => {
                all_good = false;
                say(&describe::store::read_error(settings.lang, file, &error));
            }
        }
    }
    Ok(if all_good { ExitCode::SUCCESS } else { FAILED.into() })
}

/// Whether the file passes, and the lines to print about it.
fn verdict(
    file: &Path,
    reading: &Reading,
    fingerprint: Option<Fingerprint>,
    lang: Lang,
) -> (bool, String) {
    let (path, found) = (safe::path(file), reading.fingerprint());
    let whole = reading.is_whole();
    let mut lines = match whole {
        true => lang.cli_whole(&path, found.events, &found.to_string()),
        false => {
            lang.cli_not_whole(&path, &describe::store::fault_of(lang, reading), &found.to_string())
        }
    };
    lines.push('\n');
    if whole && reading.holds_crlf {
        lines += &(lang.cli_crlf(&path) + "\n");
    }
    if let count @ 1.. = reading.record.session().state().withheld_lines() {
        lines += &(lang.cli_withheld(&path, count) + "\n");
    }
    if let count @ 1.. = reading.wild_times() {
        lines += &(lang.cli_wild_times(&path, count) + "\n");
    }
    let Some(asked) = fingerprint else { return (whole, lines) };
    let (matches, sentence) = matches(&path, asked, &reading.record, lang);
    (whole && matches, lines + &sentence + "\n")
}

fn matches(path: &str, asked: Fingerprint, record: &Record, lang: Lang) -> (bool, String) {
    let there = record.fingerprint().events;
    match record.fingerprint_after(asked.events) {
        Some(then) if then == asked => (true, lang.cli_matches(path, asked.events, there)),
        Some(_) => (false, lang.cli_matches_not(path, asked.events)),
        None => (false, lang.cli_matches_beyond(path, asked.events, there)),
    }
}
