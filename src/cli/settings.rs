//! What holds for the whole run: language, folder, hand.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use chrono::Local;

use crate::journal::{SessionId, StateFolder};
use crate::session::time::Timestamp;
use crate::words::Lang;

use super::args::Args;
use super::outcome::Failure;

/// The person's choices, from the arguments and the environment.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Of screens and messages.
    pub lang: Lang,
    /// Of papers: a locale must not change a document's bytes.
    pub paper_lang: Lang,
    /// Where sessions are looked for and put.
    pub folder: PathBuf,
    pub state: StateFolder,
    /// Whose hand writes.
    pub by: String,
    pub no_color: bool,
}

impl Settings {
    pub(super) fn of(args: &Args, lang: Lang) -> Result<Self, Failure> {
        let state = StateFolder::of_this_person()
            .map_err(|error| Failure::Said(lang.cli_no_state_folder(&lang.trouble(&error))))?;
        let folder = args.dir.clone().or_else(|| said("DOITHOAI_DIR").map(PathBuf::from));
        Ok(Self {
            lang,
            paper_lang: args.lang.as_deref().and_then(known).unwrap_or_default(),
            folder: folder.unwrap_or_else(|| PathBuf::from("sessions")),
            state,
            by: args.by.clone().unwrap_or_else(|| "moderator".to_owned()),
            no_color: said("NO_COLOR").is_some(),
        })
    }
}

/// `--lang`, else `LC_ALL`, else `LANG`; Vietnamese when none of them says.
///
/// Looked for before anything is parsed, as the help and the faults are told in it.
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
    let of_locale = |name| said(name).and_then(|locale| Lang::of_locale(&locale.to_string_lossy()));
    asked.or_else(|| ["LC_ALL", "LANG"].into_iter().find_map(of_locale)).unwrap_or_default()
}

fn known(name: &str) -> Option<Lang> {
    name.parse().ok()
}

/// An environment variable that says something.
fn said(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// What the clock on the wall shows.
pub fn now() -> Timestamp {
    Timestamp::new(Local::now().fixed_offset())
}

/// A name for a new session.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_id() -> std::io::Result<SessionId> {
    dice().map(SessionId::new)
}

/// Random hex for a delegate's line.
///
/// # Errors
/// The system gives no random bytes.
pub fn fresh_salt() -> std::io::Result<String> {
    dice().map(|bits| format!("{bits:032x}"))
}

fn dice() -> std::io::Result<u128> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(u128::from_ne_bytes(bytes))
}
