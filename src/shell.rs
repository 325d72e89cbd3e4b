//! The only loop: keys in, frames out, ink on its own thread.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::settings::Settings;

/// The desk of one session.
///
/// # Errors
/// The desk is not built yet.
pub fn desk(_file: &Path, _settings: &Settings) -> anyhow::Result<ExitCode> {
    anyhow::bail!("the desk is not built yet")
}

/// The sessions of a folder, to choose from.
///
/// # Errors
/// The start screen is not built yet.
pub fn start_screen(_settings: &Settings) -> anyhow::Result<ExitCode> {
    anyhow::bail!("the start screen is not built yet")
}
