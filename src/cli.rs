//! The command line: one subcommand a file.

mod apply;
mod arg_help;
mod args;
mod copies;
mod export;
mod help;
mod import;
mod known;
mod log;
mod new;
mod outcome;
mod papers_template;
mod recover;
mod schema;
mod search;
#[cfg(feature = "nats")]
mod server;
mod settings;
#[cfg(feature = "nats")]
mod share;
mod show;
mod similar;
mod source;
mod stats;
mod suggest;
mod usage;
mod verify;
mod writing;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::FromArgMatches;

use crate::i18n::Lang;
use crate::tui::runtime;
use crate::tui::runtime::open_mode::ReplayStart;

use args::{Args, Subcommand};
use outcome::CommandResult;

/// Runs the program with these arguments, its own name first.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    survive_size_limits();
    let lang = settings::language(&arguments);
    let command = help::command_for(lang, |verb| arguments.iter().any(|word| word == verb));
    let parsed = command.try_get_matches_from(arguments);
    match parsed.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => outcome::exit_code(execute(args, lang), lang),
        Err(error) => outcome::exit_code(usage::answer(&error, lang), lang),
    }
}

/// Past a file-size limit the system would kill the program; with a handler the write fails instead.
fn survive_size_limits() {
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

fn execute(args: Args, lang: Lang) -> CommandResult {
    let settings = settings::of(&args, lang)?;
    match args.subcommand {
        None => Ok(runtime::start_screen(&settings)?),
        Some(Subcommand::Open { file }) => {
            #[cfg(feature = "nats")]
            server::session(&file, lang)?;
            Ok(runtime::desk(&file, &settings)?)
        }
        Some(Subcommand::Replay { file, at, speed, notes }) => {
            #[cfg(feature = "nats")]
            server::session(&file, lang)?;
            Ok(runtime::replay(&file, ReplayStart { at, speed, notes }, &settings)?)
        }
        Some(Subcommand::New(new)) => new::run(new, &settings),
        Some(Subcommand::Apply { file, batch: false }) => apply::run(&file, &settings),
        Some(Subcommand::Apply { file, batch: true }) => apply::run_together(&file, &settings),
        Some(Subcommand::Import(args)) => import::run(&args, &settings),
        #[cfg(feature = "nats")]
        Some(Subcommand::Share { file, server }) => share::run(&file, &server, &settings),
        Some(Subcommand::Show { file, at }) => show::run(&file, at, &settings),
        Some(Subcommand::Log { file }) => log::run(&file, &settings),
        Some(Subcommand::Stats { file, format }) => stats::run(&file, format, &settings),
        Some(Subcommand::Suggest(args)) => suggest::run(&args, &settings),
        Some(Subcommand::Similar(args)) => similar::run(&args, &settings),
        Some(Subcommand::Search { file, query, format }) => {
            search::run(&file, &query, format, &settings)
        }
        Some(Subcommand::Verify { files, fingerprint }) => {
            verify::run(&files, fingerprint, &settings)
        }
        Some(Subcommand::Recover(args)) => recover::run(&args, &settings),
        Some(Subcommand::Export(args)) => export::run(&args, &settings),
        Some(Subcommand::PapersTemplate) => papers_template::run(&settings),
        Some(Subcommand::Schema) => schema::run(),
        Some(Subcommand::Completions { shell }) => help::completions(shell, lang),
        Some(Subcommand::Man { subcommand }) => help::manual(subcommand.as_deref(), lang),
    }
}
