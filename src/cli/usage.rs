//! What the parser has to say: the help that was asked for, or how the command line was wrong.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Lang;
use crate::text::safe;

use super::outcome::{CommandResult, MISUSED, print, say};

pub(super) fn answer(error: &Error, lang: Lang) -> CommandResult {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print(&error.render().to_string().replace("[OPTIONS]", lang.cli_value_options()))?;
        return Ok(ExitCode::SUCCESS);
    }
    say(&safe::lines(&fault(error, lang)));
    say(lang.cli_see_help());
    Ok(MISUSED.into())
}

fn fault(error: &Error, lang: Lang) -> String {
    let part = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = part(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            lang.cli_unknown_command(&part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => lang.cli_unknown_argument(&argument),
        ErrorKind::MissingRequiredArgument => lang.cli_missing(&argument),
        ErrorKind::ArgumentConflict => lang.cli_given_twice(&argument),
        ErrorKind::InvalidValue if part(ContextKind::InvalidValue).is_empty() => {
            lang.cli_value_missing(&argument)
        }
        ErrorKind::InvalidValue => {
            let (value, valid) = (part(ContextKind::InvalidValue), part(ContextKind::ValidValue));
            lang.cli_not_one_of(&value, &argument, &valid)
        }
        ErrorKind::ValueValidation => {
            let fault = lang.cli_bad_value(&part(ContextKind::InvalidValue), &argument);
            form(&argument, lang).map_or(fault.clone(), |form| format!("{fault} {form}"))
        }
        ErrorKind::InvalidUtf8 => lang.cli_not_utf8().to_owned(),
        _ => lang.cli_misused().to_owned(),
    }
}

/// What would have been accepted, for the arguments that only one form fits.
fn form(argument: &str, lang: Lang) -> Option<&'static str> {
    Some(match argument {
        "--at <TIME>" => lang.cli_form_time(),
        "--at <SEQ|TIME>" => lang.cli_form_point(),
        "--speed <X>" => lang.cli_form_speed(),
        "--max-size <MIB>" => lang.cli_form_mib(),
        "--number <N>" => lang.cli_form_number(),
        "--id <HEX>" => lang.cli_form_id(),
        "--fingerprint <N:HASH>" => lang.cli_form_fingerprint(),
        _ => return None,
    })
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}
