//! `apply`: commands as JSON lines in, events as JSON lines out, each as soon as it is durable.

use std::io::{self, BufRead, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Serialize;

use crate::describe;
use crate::import::commands::{self, Wish};
use crate::record::line::LINE;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Failover;
use crate::store::{Journal, Opened, SubmitError, spot_in};
use crate::text::json;

use crate::workspace::Settings;
use crate::workspace::clock::{fresh_salt, now};

use super::outcome::{CommandResult, FAILED, Failure, say};

/// When fewer bytes are left that surely fit, the person is told.
const LOW: u64 = 64 * 1024;
/// What an answer takes, roughly.
const ANSWER: u64 = 1024;

pub(super) fn run(file: &Path, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let opened = Journal::open(file, &settings.state).map_err(|error| {
        Failure::Message(describe::store::open_error_at(lang, file, &error, spot_in(file)))
    })?;
    for sentence in describe::store::opened(lang, file, &opened) {
        say(&sentence);
    }
    let recovery = opened.recovery();
    let Opened { journal, path, .. } = opened;
    let mut application = Application {
        journal,
        file: path,
        settings,
        listening: true,
        refused: false,
        warned: false,
        copies: 2,
    };
    if let Some(recovery) = recovery {
        application.record(Command::Recover(recovery))?;
    }
    application.tell_standing()?;
    application.take_all(&mut io::stdin().lock())?;
    if let Err(error) = application.journal.leave() {
        say(&describe::store::ink_error(lang, &application.file, &error));
    }
    Ok(if application.refused { FAILED.into() } else { ExitCode::SUCCESS })
}

struct Application<'a> {
    journal: Journal,
    file: PathBuf,
    settings: &'a Settings,
    /// Whether anybody still reads the events.
    listening: bool,
    refused: bool,
    warned: bool,
    /// How many copies held everything when that was told last.
    copies: usize,
}

/// A refused line, as stderr has it.
#[derive(Serialize)]
struct Refused {
    line: usize,
    refused: String,
}

impl Application<'_> {
    fn take_all(&mut self, input: &mut impl BufRead) -> Result<(), Failure> {
        let lang = self.settings.lang;
        for number in 1.. {
            let line = bounded_line(input)
                .map_err(|error| Failure::Message(lang.cli_input_failed(&lang.trouble(&error))))?;
            let Some(line) = line else { break };
            // Some editors begin a file with a byte order mark; it is no part of the first command.
            let line = match number {
                1 => line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line),
                _ => &line,
            };
            if !line.trim_ascii().is_empty() {
                self.take(line, number)?;
            }
        }
        Ok(())
    }

    fn take(&mut self, line: &[u8], number: usize) -> Result<(), Failure> {
        let lang = self.settings.lang;
        let (command, occasion) = match self.wish(line) {
            Ok(wish) => wish,
            Err(why) => {
                self.refuse(number, why);
                return Ok(());
            }
        };
        match self.journal.submit(command, &occasion) {
            Ok(lines) => {
                self.print(&lines)?;
                self.tell_standing()
            }
            Err(SubmitError::Refused(refusal)) => {
                let why = lang.refusal(&refusal, self.journal.session().state());
                self.refuse(number, why);
                Ok(())
            }
            Err(SubmitError::Store(error)) => {
                Err(Failure::Message(describe::store::ink_error(lang, &self.file, &error)))
            }
        }
    }

    /// Records what the program itself has done.
    fn record(&mut self, command: Command) -> Result<(), Failure> {
        let lang = self.settings.lang;
        let by = self.settings.by.clone();
        let occasion = Occasion { at: Moment::Clock(now()), by, salt: String::new() };
        match self.journal.submit(command, &occasion) {
            Ok(lines) => self.print(&lines),
            Err(SubmitError::Refused(refusal)) => {
                say(&lang.refusal(&refusal, self.journal.session().state()));
                Ok(())
            }
            Err(SubmitError::Store(error)) => {
                Err(Failure::Message(describe::store::ink_error(lang, &self.file, &error)))
            }
        }
    }

    /// Says where the record goes on, and how many copies there are when that has changed.
    fn tell_standing(&mut self) -> Result<(), Failure> {
        let lang = self.settings.lang;
        while let Some(moved) = self.journal.take_relocation() {
            say(&describe::store::moved(lang, &moved));
            self.file.clone_from(&moved.to);
            if moved.again {
                continue;
            }
            let (from, to) = moved.names();
            self.record(Command::FailOver(Failover {
                from,
                to,
                why: describe::store::ink_why(lang, &moved.why),
            }))?;
        }
        let standing = self.journal.replication();
        if standing.is_in_trouble()
            && standing.held() < self.copies
            && let Some(why) = describe::store::copies_lost(lang, &self.file, &standing)
        {
            say(&format!("{} {why}", lang.saved_in(standing.held(), standing.wanted())));
        }
        self.copies = standing.held();
        Ok(())
    }

    fn wish(&self, line: &[u8]) -> Result<(Command, Occasion), String> {
        let lang = self.settings.lang;
        let Wish { command, at, by } = commands::wish(line, lang)?;
        let salt = fresh_salt().map_err(|error| lang.trouble(&error))?;
        let at = at.map_or_else(|| Moment::Clock(now()), Moment::Given);
        let by = by.unwrap_or_else(|| self.settings.by.clone());
        Ok((command, Occasion { at, by, salt }))
    }

    fn refuse(&mut self, line: usize, why: String) {
        self.refused = true;
        say(&json::line(&Refused { line, refused: why }));
    }

    /// What comes is recorded to its end, even when the reader of the events has seen enough.
    fn print(&mut self, lines: &[String]) -> Result<(), Failure> {
        if let Some(room) = self.journal.space().filter(|room| *room < LOW && !self.warned) {
            self.warned = true;
            say(&self.settings.lang.ink_low(room / ANSWER));
        }
        if !self.listening {
            return Ok(());
        }
        match super::outcome::print(&(lines.join("\n") + "\n")) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.listening = false;
                Ok(())
            }
            written => Ok(written?),
        }
    }
}

/// The next line without its newline; of one that is too long, only enough to see that it is.
fn bounded_line(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let limit = LINE as u64 + 2;
    if input.take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() as u64 == limit {
        input.skip_until(b'\n')?;
    }
    Ok(Some(line))
}
