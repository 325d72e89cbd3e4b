//! Why a roster cannot be used.

use std::path::Path;

use crate::i18n::Lang;
use crate::import::roster::RosterFault;
use crate::text::safe;

pub fn roster_fault(lang: Lang, path: &Path, fault: &RosterFault) -> String {
    let why = match fault {
        RosterFault::Io(error) => lang.trouble(error),
        RosterFault::TooLarge => lang.roster_too_large().to_owned(),
        RosterFault::NotText { line, column } => lang.at_line(lang.trouble_text(), *line, *column),
        RosterFault::Json { error, line } => lang.json_fault(error, line),
    };
    lang.cli_roster_failed(&safe::path(path), &why)
}
