//! How a command ends: what goes to stderr, and the exit code.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use crate::i18n::Lang;
use crate::text::safe;

pub(super) type CommandResult = Result<ExitCode, Failure>;

/// Refused, bad input or a failed check.
pub(super) const FAILED: u8 = 1;
/// Wrong usage.
pub(super) const MISUSED: u8 = 2;

/// Why a command failed.
pub(super) enum Failure {
    /// In the person's language, and safe to show.
    Message(String),
    /// From the terminal program: a sentence with the system's error as its cause, or that error alone.
    Terminal(anyhow::Error),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Terminal(error)
    }
}

/// A reader that closed the pipe (`| head`) is no fault.
pub(super) fn exit_code(outcome: CommandResult, lang: Lang) -> ExitCode {
    match outcome {
        Ok(code) => code,
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            say(&lang.cli_output_failed(&lang.trouble(&error)));
            FAILED.into()
        }
        Err(Failure::Terminal(error)) => {
            let bare = error.downcast_ref::<io::Error>().filter(|_| error.chain().len() == 1);
            let text = bare
                .map_or_else(|| error.to_string(), |bare| lang.cli_no_desk(&lang.trouble(bare)));
            say(&safe::lines(&text));
            FAILED.into()
        }
        Err(Failure::Message(text)) => {
            say(&text);
            FAILED.into()
        }
    }
}

/// Prints a sentence to stderr. That nobody reads it is no fault.
pub(super) fn say(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// The whole output of a command.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
