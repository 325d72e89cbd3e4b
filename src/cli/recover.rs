//! `recover`: mends a damaged file and says what was kept where.

use std::path::Path;
use std::process::ExitCode;

use crate::journal::{Recovered, Salvaged, recover};
use crate::shell::Settings;
use crate::words::Lang;
use crate::words::journal::shown;

use super::outcome::{FAILED, Failure, Outcome, say};

pub(super) fn run(file: &Path, settings: &Settings) -> Outcome {
    let lang = settings.lang;
    let path = shown(file);
    let recovered = recover(file, &settings.state)
        .map_err(|error| Failure::Said(lang.recover_error(file, &error)))?;
    match recovered {
        Recovered::Whole { events } => {
            say(&lang.cli_nothing_to_recover(&path, events));
            Ok(ExitCode::SUCCESS)
        }
        Recovered::Mended { events, kept_beside, salvage } => {
            say(&lang.cli_recovered(&path, events, &shown(&kept_beside)));
            say_salvaged(salvage.as_ref(), lang);
            Ok(ExitCode::SUCCESS)
        }
        Recovered::Headless { salvage } => {
            say(&lang.cli_beyond_recovery(&path));
            say_salvaged(salvage.as_ref(), lang);
            Ok(FAILED.into())
        }
    }
}

fn say_salvaged(salvage: Option<&Salvaged>, lang: Lang) {
    if let Some(Salvaged { path, lines }) = salvage {
        say(&lang.cli_salvaged(&lang.whole_lines(*lines), &shown(path)));
    }
}
