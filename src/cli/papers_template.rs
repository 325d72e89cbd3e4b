//! `papers-template`: a file for an office to fill in.

use std::process::ExitCode;

use crate::paper::office_file::template;
use crate::workspace::Settings;

use super::outcome::{CommandResult, print};

pub(super) fn run(settings: &Settings) -> CommandResult {
    print(&template(settings.lang))?;
    Ok(ExitCode::SUCCESS)
}
