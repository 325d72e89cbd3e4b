//! The command line: what each subcommand takes, each argument with its help sentence.

use std::path::PathBuf;
use std::str::FromStr;
use std::{error, fmt};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Parser, ValueEnum};
use clap_complete::Shell;

use crate::i18n::Lang;
use crate::import::encoding::TextEncoding;
use crate::import::field::RowKind;
use crate::import::headers::ColumnChoice;
use crate::paper::kind::{DocumentKind, Format};
use crate::paper::public::{ShownNames, ShownUnits};
use crate::record::{Fingerprint, SessionId};
use crate::review::seek::SeekTarget;
use crate::session::limits::HIGHEST_NUMBER;
use crate::session::number::{DelegateNo, ResponderId};
#[cfg(feature = "nats")]
use crate::session::role::Role;
use crate::session::time::{Timestamp, UtcOffset};
use crate::tui::runtime::open_mode::ReplayStart;

use super::arg_help::help;

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
    pub(super) subcommand: Option<Subcommand>,
    #[arg(long, global = true, value_name = "vi|en", value_parser = Lang::ALL.map(Lang::code), help = help(Lang::arg_lang))]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "FOLDER", help = help(Lang::arg_dir))]
    pub(super) dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FOLDER", help = help(Lang::arg_copy))]
    pub(super) copy: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "NAME", help = help(Lang::arg_by))]
    pub(super) by: Option<String>,
    #[arg(long, global = true, value_name = "MIB", allow_negative_numbers = true, value_parser = mebibytes, help = help(Lang::arg_max_size))]
    pub(super) max_size: Option<u64>,
    #[cfg(feature = "nats")]
    #[command(flatten)]
    pub(super) server: ServerArgs,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help, help = help(Lang::arg_help))]
    pub(super) help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = help(Lang::arg_version))]
    pub(super) version: Option<bool>,
}

/// How a server is logged in to.
#[cfg(feature = "nats")]
#[derive(clap::Args)]
pub(super) struct ServerArgs {
    #[arg(long, global = true, value_name = "FILE", conflicts_with_all = ["user", "token_file"], help = help(Lang::arg_creds))]
    pub(super) creds: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME", conflicts_with = "token_file", help = help(Lang::arg_user))]
    pub(super) user: Option<String>,
    #[arg(long, global = true, value_name = "FILE", requires = "user", help = help(Lang::arg_password_file))]
    pub(super) password_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", help = help(Lang::arg_token_file))]
    pub(super) token_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", help = help(Lang::arg_ca))]
    pub(super) ca: Option<PathBuf>,
    #[arg(long, global = true, help = help(Lang::arg_insecure))]
    pub(super) insecure: bool,
    #[arg(long, global = true, value_name = "ROLE", value_parser = read::<Role>(Lang::cli_form_role), help = help(Lang::arg_role))]
    pub(super) role: Option<Role>,
}

#[derive(clap::Subcommand)]
pub(super) enum Subcommand {
    #[command(about = help(Lang::verb_new))]
    New(NewArgs),
    #[command(about = help(Lang::verb_open))]
    Open {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
    },
    #[command(about = help(Lang::verb_replay), after_help = help(Lang::cli_replay_writes))]
    Replay {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
        #[arg(long, value_name = "SEQ|TIME", allow_hyphen_values = true, value_parser = read::<SeekTarget>(Lang::cli_form_point), help = help(Lang::arg_seek))]
        at: Option<SeekTarget>,
        #[arg(long, value_name = "X", allow_negative_numbers = true, value_parser = speed, help = help(Lang::arg_speed))]
        speed: Option<f64>,
        #[arg(long, value_name = "OTHER", help = help(Lang::arg_notes_of_others))]
        notes: Vec<PathBuf>,
    },
    #[command(about = help(Lang::verb_export))]
    Export(ExportArgs),
    #[command(about = help(Lang::verb_papers_template))]
    PapersTemplate,
    #[command(about = help(Lang::verb_apply))]
    Apply {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
        #[arg(long, help = help(Lang::arg_batch))]
        batch: bool,
    },
    #[command(about = help(Lang::verb_import))]
    Import(ImportArgs),
    #[cfg(feature = "nats")]
    #[command(about = help(Lang::verb_share))]
    Share {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
        #[arg(help = help(Lang::arg_server))]
        server: PathBuf,
    },
    #[command(about = help(Lang::verb_show))]
    Show {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
        #[arg(long, value_name = "SEQ|TIME", allow_hyphen_values = true, value_parser = read::<SeekTarget>(Lang::cli_form_point), help = help(Lang::arg_point))]
        at: Option<SeekTarget>,
    },
    #[command(about = help(Lang::verb_log))]
    Log {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
    },
    #[command(about = help(Lang::verb_stats))]
    Stats {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
        #[arg(long, value_enum, default_value_t = TableFormat::Text, help = help(Lang::arg_table_format))]
        format: TableFormat,
    },
    #[command(about = help(Lang::verb_suggest))]
    Suggest(QuestionArgs),
    #[command(about = help(Lang::verb_similar))]
    Similar(QuestionArgs),
    #[command(about = help(Lang::verb_search), after_help = help(Lang::cli_search_filters))]
    Search {
        #[arg(help = help(Lang::arg_file))]
        file: PathBuf,
        #[arg(help = help(Lang::arg_query))]
        query: String,
        #[arg(long, value_enum, default_value_t = AnswerFormat::Text, help = help(Lang::arg_answer_format))]
        format: AnswerFormat,
    },
    #[command(about = help(Lang::verb_verify))]
    Verify {
        #[arg(required = true, value_name = "FILE", help = help(Lang::arg_files))]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "N:HASH", value_parser = read::<Fingerprint>(Lang::cli_form_fingerprint), help = help(Lang::arg_fingerprint))]
        fingerprint: Option<Fingerprint>,
    },
    #[command(about = help(Lang::verb_recover))]
    Recover(RecoverArgs),
    #[command(about = help(Lang::verb_schema))]
    Schema,
    #[command(about = help(Lang::verb_completions))]
    Completions {
        #[arg(help = help(Lang::arg_shell))]
        shell: Shell,
    },
    #[command(about = help(Lang::verb_man))]
    Man {
        #[arg(value_name = "COMMAND", help = help(Lang::arg_command))]
        subcommand: Option<String>,
    },
}

#[derive(clap::Args)]
pub(super) struct NewArgs {
    #[arg(help = help(Lang::arg_file))]
    pub(super) file: PathBuf,
    #[arg(long, help = help(Lang::arg_title))]
    pub(super) title: String,
    #[arg(long, help = help(Lang::arg_place))]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = ordinal, help = help(Lang::arg_number))]
    pub(super) number: Option<u32>,
    #[arg(long, value_name = "NAME", help = help(Lang::arg_chair))]
    pub(super) chair: Option<String>,
    #[arg(long, value_name = "NAME", help = help(Lang::arg_secretary))]
    pub(super) secretary: Option<String>,
    #[arg(long, value_name = "TEXT", help = help(Lang::arg_attendance))]
    pub(super) attendance: Option<String>,
    #[arg(long, value_name = "TEXT", help = help(Lang::arg_source))]
    pub(super) source: Option<String>,
    #[arg(long, value_name = "TEXT", help = help(Lang::arg_subject))]
    pub(super) subject: Option<String>,
    #[arg(long, value_name = "TEXT", help = help(Lang::arg_plan))]
    pub(super) plan: Option<String>,
    #[arg(long, value_name = "+07:00", allow_hyphen_values = true, value_parser = read::<UtcOffset>(Lang::cli_form_offset), help = help(Lang::arg_utc_offset))]
    pub(super) utc_offset: Option<UtcOffset>,
    #[arg(long, value_name = "ROSTER.json", help = help(Lang::arg_roster))]
    pub(super) roster: Option<PathBuf>,
    #[arg(long, value_name = "HEX", value_parser = read::<SessionId>(Lang::cli_form_id), help = help(Lang::arg_id))]
    pub(super) id: Option<SessionId>,
    #[arg(long, value_name = "TIME", allow_negative_numbers = true, value_parser = read::<Timestamp>(Lang::cli_form_time), help = help(Lang::arg_created))]
    pub(super) at: Option<Timestamp>,
}

/// A session, and a question that need not be in it.
#[derive(clap::Args)]
pub(super) struct QuestionArgs {
    #[arg(help = help(Lang::arg_file))]
    pub(super) file: PathBuf,
    #[arg(help = help(Lang::arg_question_text))]
    pub(super) text: String,
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text, help = help(Lang::arg_answer_format))]
    pub(super) format: AnswerFormat,
}

/// A file, or what the state folder holds.
#[derive(clap::Args)]
pub(super) struct RecoverArgs {
    #[arg(required_unless_present = "from_state", conflicts_with = "from_state", help = help(Lang::arg_file))]
    pub(super) file: Option<PathBuf>,
    // Without an ID they are listed.
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", help = help(Lang::arg_from_state))]
    pub(super) from_state: Option<String>,
    #[arg(short = 'o', long = "to", value_name = "FILE", requires = "from_state", help = help(Lang::arg_recover_to))]
    pub(super) to: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(super) struct ExportArgs {
    #[arg(help = help(Lang::arg_file))]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "DOCUMENT", value_parser = one_of(&DocumentKind::ALL, DocumentKind::name), help = help(Lang::arg_document))]
    pub(super) document: Option<DocumentKind>,
    #[arg(long, value_name = "FORMAT", value_parser = one_of(&Format::ALL, Format::name), help = help(Lang::arg_format))]
    pub(super) format: Option<Format>,
    #[arg(long, value_name = "ID|all", value_parser = selected(agency_id, Lang::cli_form_agency), help = help(Lang::arg_agency))]
    pub(super) agency: Option<Selected<ResponderId>>,
    #[arg(long, value_name = "N|all", value_parser = selected(delegate_number, Lang::cli_form_delegate), help = help(Lang::arg_delegate))]
    pub(super) delegate: Option<Selected<DelegateNo>>,
    // With `=`, so that the session's own name after it is not taken for a review.
    #[arg(long, value_name = "REVIEW.json", num_args = 0..=1, require_equals = true, help = help(Lang::arg_notes))]
    pub(super) notes: Option<Vec<PathBuf>>,
    #[command(flatten)]
    pub(super) public: PublicArgs,
    #[arg(short = 'o', long, value_name = "OUT|FOLDER", help = help(Lang::arg_output))]
    pub(super) output: Option<PathBuf>,
    #[arg(long, help = help(Lang::arg_force))]
    pub(super) force: bool,
}

impl ExportArgs {
    /// Whether many documents are asked for.
    pub(super) fn is_about_all(&self) -> bool {
        matches!(self.agency, Some(Selected::All)) || matches!(self.delegate, Some(Selected::All))
    }
}

/// What the public edition shows, and whether it is only looked at.
#[derive(clap::Args)]
pub(super) struct PublicArgs {
    #[arg(long, conflicts_with = "notes", help = help(Lang::arg_public))]
    pub(super) public: bool,
    #[arg(long, requires = "public", value_name = "NAMES", default_value = "numbers", value_parser = one_of(&ShownNames::ALL, ShownNames::name), help = help(Lang::arg_names))]
    pub(super) names: ShownNames,
    #[arg(long, requires = "public", value_name = "UNITS", default_value = "keep", value_parser = one_of(&ShownUnits::ALL, ShownUnits::name), help = help(Lang::arg_units))]
    pub(super) units: ShownUnits,
    #[arg(long, requires = "public", help = help(Lang::arg_public_dry_run))]
    pub(super) dry_run: bool,
    #[arg(long, requires = "public", help = help(Lang::arg_public_yes))]
    pub(super) yes: bool,
}

/// One of them, or all.
#[derive(Clone, Debug)]
pub(super) enum Selected<T> {
    One(T),
    All,
}

/// How what was found is written down.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum AnswerFormat {
    Text,
    Json,
}

#[derive(clap::Args)]
pub(super) struct ImportArgs {
    #[arg(help = help(Lang::arg_file))]
    pub(super) file: PathBuf,
    #[arg(help = help(Lang::arg_import_source))]
    pub(super) source: PathBuf,
    #[arg(long = "as", value_name = "ROWS", value_parser = one_of(&RowKind::ALL, RowKind::name), help = help(Lang::arg_import_as))]
    pub(super) rows: Option<RowKind>,
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = column_choice, help = help(Lang::arg_import_map))]
    pub(super) map: Vec<ColumnChoice>,
    #[arg(long, value_name = "NAME", help = help(Lang::arg_import_sheet))]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "E", value_parser = read::<TextEncoding>(Lang::cli_form_encoding), help = help(Lang::arg_import_encoding))]
    pub(super) encoding: Option<TextEncoding>,
    #[arg(long, help = help(Lang::arg_import_dry_run))]
    pub(super) dry_run: bool,
}

/// How counts are written down.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum TableFormat {
    Text,
    Json,
    Csv,
}

/// A value that cannot be read; the sentence says what would have been accepted.
#[derive(Clone, Copy, Debug)]
pub(super) struct BadValue(pub(super) fn(Lang) -> &'static str);

/// The parser prints nothing of it: `usage` says it in the person's language.
impl fmt::Display for BadValue {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl error::Error for BadValue {}

/// A parser for any type with `FromStr`, and the sentence that says what it accepts.
fn read<T: FromStr>(
    accepted: fn(Lang) -> &'static str,
) -> impl Fn(&str) -> Result<T, BadValue> + Clone {
    move |text| text.parse().map_err(|_| BadValue(accepted))
}

/// A parser for the names of these values.
fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = PossibleValuesParser::new(all.iter().map(|value| name(*value)));
    names.try_map(move |word| {
        let value = all.iter().copied().find(|value| name(*value) == word);
        value.ok_or(BadValue(Lang::cli_misused))
    })
}

/// A parser for one of them, or `all`.
fn selected<T>(
    parsed: fn(&str) -> Option<T>,
    accepted: fn(Lang) -> &'static str,
) -> impl Fn(&str) -> Result<Selected<T>, BadValue> + Clone {
    move |text| match text {
        "all" => Ok(Selected::All),
        _ => parsed(text).map(Selected::One).ok_or(BadValue(accepted)),
    }
}

fn agency_id(text: &str) -> Option<ResponderId> {
    Some(ResponderId(text.to_owned())).filter(ResponderId::is_valid)
}

fn delegate_number(text: &str) -> Option<DelegateNo> {
    at_most(text, HIGHEST_NUMBER).map(DelegateNo)
}

fn column_choice(text: &str) -> Result<ColumnChoice, BadValue> {
    let bad = BadValue(Lang::cli_form_map);
    let (field, column) = text.split_once('=').ok_or(bad)?;
    let field = field.trim().parse().map_err(|()| bad)?;
    Some(column.trim())
        .filter(|column| !column.is_empty())
        .map_or(Err(bad), |column| Ok(ColumnChoice { field, column: column.to_owned() }))
}

/// A number from 1 to `most`.
fn at_most<T: FromStr + Copy + PartialOrd + From<u8>>(text: &str, most: T) -> Option<T> {
    text.parse().ok().filter(|number| T::from(1) <= *number && *number <= most)
}

fn mebibytes(text: &str) -> Result<u64, BadValue> {
    at_most(text, MOST_MIB).ok_or(BadValue(Lang::cli_form_mib))
}

fn ordinal(text: &str) -> Result<u32, BadValue> {
    at_most(text, HIGHEST_NUMBER).ok_or(BadValue(Lang::cli_form_number))
}

/// Times the session's own speed: a quarter to six hundred, with a point or, as in Vietnamese, a comma.
fn speed(text: &str) -> Result<f64, BadValue> {
    let number = text.trim_start_matches(['×', 'x']).replace(',', ".");
    let number: Option<f64> = number.parse().ok();
    let speed = number.filter(|speed| ReplayStart::speeds().contains(speed));
    speed.ok_or(BadValue(Lang::cli_form_speed))
}
