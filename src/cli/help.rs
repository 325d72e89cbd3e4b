//! The help, the completions and the manual: the derived command with its words put in.

use std::process::ExitCode;

use clap::{Arg, ColorChoice, Command, CommandFactory};
use clap_complete::Shell;

use crate::i18n::Lang;

use super::args::Args;
use super::outcome::{CommandResult, print};

/// The command line as it explains itself in this language.
pub(super) fn command(lang: Lang) -> Command {
    command_for(lang, |_| true)
}

/// The same, where only the verbs that may be asked for are explained to their last argument: every
/// start pays for it.
pub(super) fn command_for(lang: Lang, is_asked_for: impl Fn(&str) -> bool) -> Command {
    let command = worded(Args::command(), "", lang)
        .about(lang.cli_about())
        .after_help(lang.cli_after_help())
        .subcommand_help_heading(lang.cli_heading_commands())
        .subcommand_value_name(lang.cli_value_command());
    let names: Vec<String> = verbs(&command);
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |verb| {
            let verb = if is_asked_for(&name) { worded(verb, &name, lang) } else { verb };
            verb.about(lang.cli_verb(&name).unwrap_or_default())
        })
    })
}

fn verbs(command: &Command) -> Vec<String> {
    command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
}

fn worded(command: Command, verb: &str, lang: Lang) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        lang.cli_heading_usage()
    );
    command.help_template(template).color(ColorChoice::Never).mut_args(|arg| {
        let help = lang.cli_argument(verb, arg.get_id().as_str()).unwrap_or_default();
        let heading = heading(&arg, lang);
        let arg = arg.help(help).help_heading(heading);
        match arg.get_action().takes_values() {
            true => arg.hide_possible_values(true).hide_default_value(true),
            false => arg,
        }
    })
}

fn heading(arg: &Arg, lang: Lang) -> &'static str {
    match arg.is_positional() {
        true => lang.cli_heading_arguments(),
        false => lang.cli_heading_options(),
    }
}

pub(super) fn completions(shell: Shell, lang: Lang) -> CommandResult {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(lang), "doithoai", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn manual(lang: Lang) -> CommandResult {
    let mut page = Vec::new();
    clap_mangen::Man::new(command(lang)).render(&mut page)?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::{command, verbs};
    use crate::i18n::Lang;

    #[test]
    fn every_command_and_every_argument_is_explained_in_both_languages() {
        for lang in [Lang::Vi, Lang::En] {
            let command = command(lang);
            for verb in verbs(&command) {
                assert!(lang.cli_verb(&verb).is_some(), "{verb}");
                let verb = command.find_subcommand(&verb).expect("a verb");
                for arg in verb.get_arguments() {
                    let known = lang.cli_argument(verb.get_name(), arg.get_id().as_str());
                    assert!(known.is_some(), "{} {}", verb.get_name(), arg.get_id());
                }
            }
            for arg in command.get_arguments() {
                assert!(lang.cli_argument("", arg.get_id().as_str()).is_some(), "{}", arg.get_id());
            }
            command.debug_assert();
        }
    }
}
