//! `apply`: commands as JSON lines in, events as JSON lines out, each as soon as it is durable.

use std::io::{self, BufRead, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use serde::Serialize;

use crate::describe;
use crate::import::command::{self, CommandLine};
use crate::live::{LiveSession, NotRecorded, Request, Ticket, Update};
use crate::record::line::LINE;
use crate::session::command::{Moment, Occasion};
use crate::store::{self, OpenRequest, spot_in};
use crate::text::json;

use crate::workspace::Settings;
use crate::workspace::clock::{fresh_salt, now};

use super::copies::{CopiesReport, wait_for_copies};
use super::outcome::{CommandResult, FAILED, Failure, say};

pub(super) fn run(file: &Path, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let copies = &settings.copies;
    let request = OpenRequest {
        storage: Arc::new(settings.disk),
        copies,
        ..OpenRequest::of(file, &settings.state)
    };
    let opened = store::open(&request).map_err(|error| {
        Failure::Message(describe::store::open_error_at(
            lang,
            file,
            &error,
            spot_in(settings.disk, file),
        ))
    })?;
    for sentence in describe::store::opened(lang, file, &opened) {
        say(&sentence);
    }
    let recovery = opened.recovery();
    let path = opened.path.clone();
    let mut live = LiveSession::of_files(opened, describe::store::recorder(settings));
    let updates = live.subscribe();
    let copies = CopiesReport::new(lang, &live);
    let mut application = Application {
        live,
        updates,
        file: path,
        settings,
        listening: true,
        refused: false,
        copies,
    };
    application.tell_copies();
    if let Some(recovery) = recovery
        && let Err(NotRecorded::Failed(why)) = application.live.record_recovery(recovery)
    {
        return Err(Failure::Message(describe::store::store_error(lang, &application.file, &why)));
    }
    application.tell(None)?;
    application.finish()?;
    application.take_all(&mut io::stdin().lock())?;
    wait_for_copies(&mut application.live);
    application.finish()?;
    if let Err(error) = application.live.leave() {
        say(&describe::store::store_error(lang, &application.file, &error));
    }
    Ok(if application.refused { FAILED.into() } else { ExitCode::SUCCESS })
}

struct Application<'a> {
    live: LiveSession,
    updates: Receiver<Update>,
    file: PathBuf,
    settings: &'a Settings,
    /// Whether the output is still read.
    listening: bool,
    refused: bool,
    copies: CopiesReport,
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
        let request = match self.request(line) {
            Ok(request) => request,
            Err(why) => {
                self.refuse(number, why);
                return Ok(());
            }
        };
        let ticket = self.live.submit(request);
        self.live.settle();
        self.tell(Some((ticket, number)))?;
        self.finish()
    }

    /// Brings what was printed to the other copies, before the next line is waited for.
    fn finish(&mut self) -> Result<(), Failure> {
        self.live.replicate();
        self.tell(None)?;
        self.tell_copies();
        Ok(())
    }

    fn tell_copies(&mut self) {
        self.copies.tell(&self.file, self.live.replication());
    }

    /// Prints what was recorded, and says what else the session has to tell.
    fn tell(&mut self, asked: Option<(Ticket, usize)>) -> Result<(), Failure> {
        let lang = self.settings.lang;
        let updates: Vec<Update> = self.updates.try_iter().collect();
        for update in updates {
            match update {
                Update::Applied { batch, .. } => self.print(batch.lines())?,
                Update::Refused { ticket, refusal } => {
                    let why = lang.refusal(&refusal, self.live.session().state());
                    match asked.filter(|(asked, _)| *asked == ticket) {
                        Some((_, number)) => self.refuse(number, why),
                        None => say(&why),
                    }
                }
                Update::Failed { why, .. } => {
                    return Err(Failure::Message(describe::store::store_error(
                        lang, &self.file, &why,
                    )));
                }
                Update::Relocated(relocation) => {
                    say(&describe::store::moved(lang, &relocation));
                    self.file.clone_from(&relocation.to);
                }
                Update::LowSpace { answers } => say(&lang.space_is_low(answers)),
                Update::Ended(refusal) => {
                    let why = lang.refusal(&refusal, self.live.session().state());
                    return Err(Failure::Message(lang.writing_has_ended(&why)));
                }
                // The copies are told of once each was written to. `apply` asks for no folder, and files keep
                // nothing as provisional.
                Update::Replication(_)
                | Update::NotRelocated(_)
                | Update::Provisional { .. }
                | Update::RewoundTo(_) => {}
            }
        }
        Ok(())
    }

    fn request(&self, line: &[u8]) -> Result<Request, String> {
        let lang = self.settings.lang;
        let CommandLine { command, at, by } = command::read_line(line)
            .map_err(|fault| describe::import::command_fault(lang, &fault))?;
        let salt = fresh_salt().map_err(|error| lang.trouble(&error))?;
        let at = at.map_or_else(|| Moment::Clock(now()), Moment::Given);
        let by = by.unwrap_or_else(|| self.settings.by.clone());
        Ok(Request { command, occasion: Occasion { at, by, salt } })
    }

    fn refuse(&mut self, line: usize, why: String) {
        self.refused = true;
        say(&json::line(&Refused { line, refused: why }));
    }

    /// The input is recorded to its end, even when the output is no longer read.
    fn print(&mut self, lines: &[String]) -> Result<(), Failure> {
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
