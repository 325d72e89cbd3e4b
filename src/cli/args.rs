//! What may be typed after `doithoai`. Every word of help about it is in `words`.

use std::path::PathBuf;

use clap::{ArgAction, Parser, Subcommand, ValueEnum, value_parser};
use clap_complete::Shell;

use crate::record::{Fingerprint, SessionId};
use crate::session::limits::HIGHEST_NUMBER;
use crate::session::time::Timestamp;
use crate::tui::model::replay::player::SPEEDS;

use crate::review::seek::SeekTarget;

/// A terabyte: no person means more.
const MOST_MIB: u64 = 1 << 20;

#[derive(Parser)]
#[command(
    name = "doithoai",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
    #[arg(long, global = true, value_name = "vi|en", value_parser = ["vi", "en"])]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(super) dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) by: Option<String>,
    #[arg(long, global = true, value_name = "MIB", allow_negative_numbers = true, value_parser = value_parser!(u64).range(1..=MOST_MIB))]
    pub(super) max_size: Option<u64>,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    pub(super) help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    pub(super) version: Option<bool>,
}

#[derive(Subcommand)]
pub(super) enum Verb {
    New(NewArgs),
    Open {
        file: PathBuf,
    },
    Replay {
        file: PathBuf,
        #[arg(long, value_name = "SEQ|TIME", allow_hyphen_values = true, value_parser = text::<SeekTarget>)]
        at: Option<SeekTarget>,
        #[arg(long, value_name = "X", allow_negative_numbers = true, value_parser = speed)]
        speed: Option<f64>,
        #[arg(long, value_name = "OTHER")]
        notes: Vec<PathBuf>,
    },
    Export(ExportArgs),
    Apply {
        file: PathBuf,
    },
    Show {
        file: PathBuf,
        #[arg(long, value_name = "SEQ|TIME", allow_hyphen_values = true, value_parser = text::<SeekTarget>)]
        at: Option<SeekTarget>,
    },
    Log {
        file: PathBuf,
    },
    Stats {
        file: PathBuf,
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
    Verify {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "N:HASH", value_parser = text::<Fingerprint>)]
        fingerprint: Option<Fingerprint>,
    },
    Recover {
        file: PathBuf,
    },
    Completions {
        shell: Shell,
    },
    Man,
}

#[derive(clap::Args)]
pub(super) struct NewArgs {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) title: String,
    #[arg(long)]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = value_parser!(u32).range(1..=i64::from(HIGHEST_NUMBER)))]
    pub(super) number: Option<u32>,
    #[arg(long, value_name = "NAME")]
    pub(super) chair: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) secretary: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) attendance: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) source: Option<String>,
    #[arg(long, value_name = "ROSTER.json")]
    pub(super) roster: Option<PathBuf>,
    #[arg(long, value_name = "HEX", value_parser = text::<SessionId>)]
    pub(super) id: Option<SessionId>,
    #[arg(long, value_name = "TIME", allow_negative_numbers = true, value_parser = text::<Timestamp>)]
    pub(super) at: Option<Timestamp>,
}

#[derive(clap::Args)]
pub(super) struct ExportArgs {
    pub(super) file: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    #[arg(long, value_enum, default_value_t = DocumentKind::Transcript)]
    pub(super) document: DocumentKind,
    // With `=`, so that the session's own name after it is not taken for a review.
    #[arg(long, value_name = "REVIEW.json", num_args = 0..=1, require_equals = true)]
    pub(super) notes: Option<Vec<PathBuf>>,
    #[arg(short = 'o', long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}

/// How a paper is written down.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Text,
}

/// How counts are written down.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum TableFormat {
    Text,
    Json,
    Csv,
}

/// Which paper.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum DocumentKind {
    Transcript,
}

/// Times the session's own speed: a quarter to six hundred.
fn speed(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.trim_start_matches(['×', 'x']).parse().ok();
    let (slowest, fastest) = (SPEEDS[0], SPEEDS[SPEEDS.len() - 1]);
    number.filter(|speed| (slowest..=fastest).contains(speed)).ok_or_else(String::new)
}

/// Reads what reads itself; why it cannot is said in `usage`, in the person's language.
fn text<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| String::new())
}
