//! `import`: the rows of a table as events, all of them or none.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use crate::describe;
use crate::i18n::Lang;
use crate::import::headers::ColumnChoice;
use crate::import::plan::plan;
use crate::import::planned::{ImportPlan, TimedCommand};
use crate::import::source::{self, SourceChoices};
use crate::import::table::ImportTable;
use crate::live::Request;
use crate::session::Session;
use crate::session::command::Moment;
use crate::workspace::Settings;
use crate::workspace::clock::{fresh_salt, now};

use super::args::ImportArgs;
use super::outcome::{CommandResult, FAILED, Failure, print, say};
use super::source::ReadSession;
use super::writing::WritingSession;

/// Cells of the progress bar, and rows between two of its drawings.
const BAR: usize = 20;
const BETWEEN_DRAWINGS: usize = 250;

pub(super) fn run(args: &ImportArgs, settings: &Settings) -> CommandResult {
    let table = read(args, settings)?;
    match args.dry_run {
        true => preview(args, &table, settings),
        false => add(args, &table, settings),
    }
}

fn read(args: &ImportArgs, settings: &Settings) -> Result<ImportTable, Failure> {
    let choices = SourceChoices {
        kind: args.rows.unwrap_or_default(),
        sheet: args.sheet.clone(),
        encoding: args.encoding,
    };
    let mut bar = ProgressBar::new(settings.lang);
    let table =
        source::read(&args.source, settings.disk.limit(), &choices, |done, of| bar.draw(done, of));
    bar.clear();
    table.map_err(|fault| {
        Failure::Message(describe::table::source_fault(settings.lang, &args.source, &fault))
    })
}

fn plan_of(
    args: &ImportArgs,
    table: &ImportTable,
    session: &Session,
    lang: Lang,
) -> Result<ImportPlan, Failure> {
    let choices: &[ColumnChoice] = &args.map;
    plan(session, table, args.rows.unwrap_or_default(), choices, now()).map_err(|fault| {
        Failure::Message(describe::table::column_fault(lang, &args.source, &fault))
    })
}

/// Prints what would be added; the session is only read.
fn preview(args: &ImportArgs, table: &ImportTable, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let read = ReadSession::at(&args.file, settings)?;
    let session = read.reading.record.session();
    let plan = plan_of(args, table, session, lang)?;
    let state = session.state();
    let mut lines = describe::table::reading(lang, &args.source, &plan);
    lines.extend(describe::table::faults(lang, &plan, state));
    lines.extend(describe::table::rows(lang, &plan, state));
    lines.extend(describe::table::prospect(lang, &plan));
    print(&(lines.join("\n") + "\n"))?;
    match plan.faults.is_empty() {
        true => Ok(read.verdict(lang)),
        false => Ok(FAILED.into()),
    }
}

fn add(args: &ImportArgs, table: &ImportTable, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let (mut writing, told) = WritingSession::open(&args.file, settings)?;
    told.into_result()?;
    let plan = plan_of(args, table, writing.session(), lang)?;
    let state = writing.session().state();
    if !plan.faults.is_empty() {
        say(&describe::table::faults(lang, &plan, state).join("\n"));
        say(&describe::table::refused_for_faults(lang, &plan));
        writing.leave().into_result()?;
        return Ok(FAILED.into());
    }
    for row in describe::table::noted_rows(lang, &plan, state) {
        say(&row);
    }
    let requests = requests(&plan, settings)?;
    let refusal = match requests.is_empty() {
        true => None,
        false => writing.record(requests).into_result()?.refusal,
    };
    let refused = refusal.map(|refusal| lang.refusal(&refusal, writing.session().state()));
    writing.leave().into_result()?;
    if let Some(why) = refused {
        return Err(Failure::Message(describe::table::refused(lang, &args.source, &why)));
    }
    say(&describe::table::added(lang, &plan).join("\n"));
    Ok(ExitCode::SUCCESS)
}

/// The commands of the plan at this moment, each with a salt of its own.
fn requests(plan: &ImportPlan, settings: &Settings) -> Result<Vec<Request>, Failure> {
    let at = Moment::Clock(now());
    let request = |timed: &TimedCommand| {
        let occasion = timed.occasion(at, &settings.by, fresh_salt()?);
        Ok(Request { command: timed.command.clone(), occasion })
    };
    let requests: io::Result<Vec<Request>> = plan.commands().map(request).collect();
    requests.map_err(|error| Failure::Message(settings.lang.trouble(&error)))
}

/// How far the reading is, on a terminal alone.
struct ProgressBar {
    lang: Lang,
    is_shown: bool,
    drawn: usize,
}

impl ProgressBar {
    fn new(lang: Lang) -> Self {
        Self { lang, is_shown: io::stderr().is_terminal(), drawn: 0 }
    }

    fn draw(&mut self, done: usize, of: usize) {
        if !self.is_shown || done < self.drawn + BETWEEN_DRAWINGS {
            return;
        }
        self.drawn = done;
        let filled = (done * BAR / of.max(1)).min(BAR);
        let bar = format!("{}{}", "#".repeat(filled), "-".repeat(BAR - filled));
        // That nobody sees it is no fault.
        let _ = write!(io::stderr(), "\r{}", self.lang.import_progress(&bar, done));
    }

    fn clear(&self) {
        if self.drawn > 0 {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
