//! A roster file: an array of `responder` objects, read strictly.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::journal::strict;
use crate::session::command::{Command, NewResponder};
use crate::words::Lang;
use crate::words::journal::shown;

use super::outcome::Failure;

/// More than any city has offices.
const LARGEST: u64 = 16 * 1024 * 1024;

/// A command for each responder, in the order of the file.
pub(super) fn read(path: &Path, lang: Lang) -> Result<Vec<Command>, Failure> {
    let fail = |why: &str| Failure::Said(lang.cli_roster_failed(&shown(path), why));
    let mut text = String::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_string(&mut text))
        .map_err(|error| fail(&lang.trouble(&error)))?;
    if text.len() as u64 > LARGEST {
        return Err(fail(lang.trouble_too_large()));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let roster: Vec<NewResponder> = strict::value(text)
        .and_then(|_| serde_json::from_str(text))
        .map_err(|error| fail(&lang.json_fault(&error)))?;
    Ok(roster.into_iter().map(|responder| Command::AddResponder { responder }).collect())
}
