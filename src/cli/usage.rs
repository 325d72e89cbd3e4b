//! What the parser answers: the help that was asked for, or what is wrong with the command line.

use std::error::Error as _;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::Lang;
use crate::text::safe;

use super::args::BadValue;
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
            let source = error.source().and_then(|source| source.downcast_ref::<BadValue>());
            match source {
                Some(BadValue(accepted)) => format!("{fault} {}", accepted(lang)),
                None => fault,
            }
        }
        ErrorKind::InvalidUtf8 => lang.cli_not_utf8().to_owned(),
        _ => lang.cli_misused().to_owned(),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(list) => list.join(", "),
        other => other.to_string(),
    }
}
