//! The help, the completions and the manual, in the language asked for.

use std::process::ExitCode;

use clap::{Arg, ColorChoice, Command, CommandFactory};
use clap_complete::Shell;

use crate::i18n::Lang;
use crate::text::safe;

use super::arg_help::in_language;
use super::args::Args;
use super::outcome::{CommandResult, MISUSED, print, say};

/// The command line as it explains itself in this language.
pub(super) fn command(lang: Lang) -> Command {
    command_for(lang, |_| true)
}

/// The same, where only the subcommands that may be asked for are explained to their last argument: every
/// start pays for it.
pub(super) fn command_for(lang: Lang, is_asked_for: impl Fn(&str) -> bool) -> Command {
    let command = translated(Args::command(), lang)
        .about(lang.cli_about())
        .after_help(lang.cli_after_help())
        .subcommand_help_heading(lang.cli_heading_commands())
        .subcommand_value_name(lang.cli_value_command());
    let names: Vec<String> = subcommands(&command);
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |subcommand| {
            let about = in_language(lang, subcommand.get_about());
            let after = subcommand.get_after_help().map(|after| in_language(lang, Some(after)));
            let explained = is_asked_for(&name);
            let subcommand = if explained { translated(subcommand, lang) } else { subcommand };
            let subcommand = subcommand.about(about);
            after.into_iter().fold(subcommand, Command::after_help)
        })
    })
}

fn subcommands(command: &Command) -> Vec<String> {
    command.get_subcommands().map(|subcommand| subcommand.get_name().to_owned()).collect()
}

fn translated(command: Command, lang: Lang) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        lang.cli_heading_usage()
    );
    command.help_template(template).color(ColorChoice::Never).mut_args(|arg| {
        let help = in_language(lang, arg.get_help());
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

/// The manual page of the program, or of one subcommand with all the options it takes.
pub(super) fn manual(subcommand: Option<&str>, lang: Lang) -> CommandResult {
    let described = match subcommand {
        None => Some(command(lang)),
        Some(name) => {
            let mut command = command(lang);
            // Gives each subcommand its whole name and the options that hold everywhere.
            command.build();
            command.find_subcommand(name).cloned()
        }
    };
    let Some(described) = described else {
        say(&lang.cli_unknown_command(&safe::line(subcommand.unwrap_or_default())));
        say(lang.cli_see_help());
        return Ok(MISUSED.into());
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(described.version(env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use clap::builder::StyledStr;

    use super::command;
    use crate::cli::arg_help::BETWEEN;
    use crate::i18n::Lang;

    #[test]
    fn every_subcommand_and_every_argument_is_explained_in_every_language() {
        for lang in Lang::ALL {
            let command = command(lang);
            let explained = |help: Option<&StyledStr>| {
                let help = help.map(ToString::to_string).unwrap_or_default();
                !help.is_empty() && !help.contains(BETWEEN)
            };
            let root = std::iter::once(&command);
            for command in root.chain(command.get_subcommands()) {
                assert!(explained(command.get_about()), "{}", command.get_name());
                for arg in command.get_arguments() {
                    assert!(explained(arg.get_help()), "{} {}", command.get_name(), arg.get_id());
                }
            }
            command.clone().debug_assert();
        }
    }
}
