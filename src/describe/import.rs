//! Why a roster or a command cannot be used.

use std::path::Path;

use crate::i18n::Lang;
use crate::import::command::CommandFault;
use crate::import::roster::RosterFault;
use crate::text::safe;

pub fn roster_fault(lang: Lang, path: &Path, fault: &RosterFault) -> String {
    let why = match fault {
        RosterFault::Io(error) => lang.trouble(error),
        RosterFault::TooLarge => lang.roster_too_large().to_owned(),
        RosterFault::NotText { line, column, likely } => {
            let why = lang.at_line(lang.trouble_text(), *line, *column);
            let hint = likely.map(|encoding| lang.roster_likely(encoding.name()));
            hint.map_or(why.clone(), |hint| format!("{why}; {hint}"))
        }
        RosterFault::OldFont { text, font } => lang.roster_old_font(&safe::line(text), font.name()),
        RosterFault::Json(fault) => lang.json_fault(fault),
    };
    lang.cli_roster_failed(&safe::path(path), &why)
}

/// Why a line is no command; safe to show.
pub fn command_fault(lang: Lang, fault: &CommandFault) -> String {
    match fault {
        CommandFault::TooLong => lang.json_too_long().to_owned(),
        CommandFault::NotUtf8 { column } => lang.at_column(lang.json_not_utf8(), *column),
        CommandFault::NotAnObject => lang.json_not_an_object().to_owned(),
        CommandFault::Json(fault) => lang.json_fault_in_line(fault),
    }
}
