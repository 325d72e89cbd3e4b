//! What holds for the whole run: language, folder, names.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::i18n::Lang;
use crate::store::{Disk, StateFolder};
use crate::workspace::Settings;

use super::args::Args;
#[cfg(feature = "nats")]
use super::args::ServerArgs;
use super::outcome::Failure;

/// The person's choices, from the arguments and the environment.
pub(super) fn of(args: &Args, lang: Lang) -> Result<Settings, Failure> {
    let state = StateFolder::of_this_person()
        .map_err(|error| Failure::Message(lang.cli_no_state_folder(&lang.trouble(&error))))?;
    let folder = args.dir.clone().or_else(|| variable("DOITHOAI_DIR").map(PathBuf::from));
    Ok(Settings {
        lang,
        paper_lang: args.lang.as_deref().and_then(known).unwrap_or_default(),
        folder: folder.unwrap_or_else(|| PathBuf::from("sessions")),
        disk: args.max_size.map_or(Disk::DEFAULT, |mib| Disk::reading_up_to(mib << 20)),
        copies: copies(args, &state),
        state,
        by: args.by.clone().unwrap_or_else(|| "moderator".to_owned()),
        reviewer: reviewer(args),
        #[cfg(feature = "nats")]
        login: login(args),
        #[cfg(feature = "nats")]
        role: args.server.role.unwrap_or_default(),
        no_colour: variable("NO_COLOR").is_some(),
    })
}

/// How a server is logged in to; `NATS_CREDS` is what other NATS programs read too.
#[cfg(feature = "nats")]
fn login(args: &Args) -> crate::nats::Login {
    let ServerArgs { creds, user, password_file, token_file, ca, insecure, role: _ } = &args.server;
    let is_named = user.is_some() || token_file.is_some();
    let usual = || variable("NATS_CREDS").filter(|_| !is_named).map(PathBuf::from);
    crate::nats::Login {
        creds: creds.clone().or_else(usual),
        user: user.clone(),
        password: password_file.clone(),
        token: token_file.clone(),
        authority: ca.clone(),
        insecure: *insecure,
    }
}

/// `--copy`, and for the start screen those that were named before; all of them by whole paths.
fn copies(args: &Args, state: &StateFolder) -> Vec<PathBuf> {
    let named =
        args.copy.iter().map(|folder| std::path::absolute(folder).unwrap_or(folder.clone()));
    let mut copies: Vec<PathBuf> = named.collect();
    if args.subcommand.is_none() {
        for folder in &copies {
            // A state folder that cannot be used only forgets it.
            let _ = state.remember_copy(folder);
        }
        copies = state.copies();
    }
    copies
}

/// `--by`, else the name by which the person is known to the system: notes of several people lie side by
/// side, and "moderator" would tell none of them apart.
fn reviewer(args: &Args) -> String {
    let known = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(variable);
    let names =
        args.by.iter().cloned().chain(known.map(|name| name.to_string_lossy().into_owned()));
    let mut names = names.filter(|name| !name.trim().is_empty());
    names.next().unwrap_or_else(|| "reviewer".to_owned())
}

/// `--lang`, else `LC_ALL`, else `LANG`; Vietnamese when none is set.
///
/// Read before anything is parsed: the help and the faults are in it.
pub(super) fn language(arguments: &[OsString]) -> Lang {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    let mut asked = None;
    while let Some(word) = words.next() {
        if word == "--lang" {
            asked = words.next().as_deref().and_then(known).or(asked);
        } else if let Some(name) = word.strip_prefix("--lang=") {
            asked = known(name).or(asked);
        }
    }
    let of_locale =
        |name| variable(name).and_then(|locale| Lang::of_locale(&locale.to_string_lossy()));
    asked.or_else(|| ["LC_ALL", "LANG"].into_iter().find_map(of_locale)).unwrap_or_default()
}

fn known(name: &str) -> Option<Lang> {
    name.parse().ok()
}

/// An environment variable that is not empty.
fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}
