//! `apply`: commands as JSON lines in, events as JSON lines out, each as soon as it is durable.

use std::io::{self, BufRead, ErrorKind, Read};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use crate::describe;
use crate::import::command::{self, CommandLine};
use crate::live::Request;
use crate::record::line::LINE;
use crate::session::command::{Moment, Occasion};
use crate::session::pending_batch::PendingBatch;
use crate::session::refusal::Refusal;
use crate::text::json;

use crate::workspace::Settings;
use crate::workspace::clock::{fresh_salt, now};

use super::outcome::{CommandResult, FAILED, Failure, say};
use super::writing::{Told, WritingSession};

pub(super) fn run(file: &Path, settings: &Settings) -> CommandResult {
    let (writing, told) = WritingSession::open(file, settings)?;
    let mut application = Application { writing, settings, listening: true, refused: false };
    application.print(told)?;
    application.take_all(&mut io::stdin().lock())?;
    let told = application.writing.leave();
    print_told(told, &mut application.listening)?;
    Ok(if application.refused { FAILED.into() } else { ExitCode::SUCCESS })
}

/// Records all commands of the input together, or none of them.
pub(super) fn run_together(file: &Path, settings: &Settings) -> CommandResult {
    let (writing, told) = WritingSession::open(file, settings)?;
    let mut application = Application { writing, settings, listening: true, refused: false };
    application.print(told)?;
    let requests = application.read_all(&mut io::stdin().lock())?;
    if !application.refused && !requests.is_empty() {
        application.record_together(requests)?;
    }
    let told = application.writing.leave();
    print_told(told, &mut application.listening)?;
    Ok(if application.refused { FAILED.into() } else { ExitCode::SUCCESS })
}

struct Application<'a> {
    writing: WritingSession<'a>,
    settings: &'a Settings,
    /// Whether the output is still read.
    listening: bool,
    refused: bool,
}

/// A refused line, as stderr has it.
#[derive(Serialize)]
struct Refused {
    line: usize,
    refused: String,
}

impl Application<'_> {
    fn take_all(&mut self, input: &mut impl BufRead) -> Result<(), Failure> {
        for number in 1.. {
            let Some(line) = self.next_line(input, number)? else { break };
            if !line.trim_ascii().is_empty() {
                self.take(&line, number)?;
            }
        }
        Ok(())
    }

    /// Reads every command; the lines that are none are refused.
    fn read_all(&mut self, input: &mut impl BufRead) -> Result<Vec<(usize, Request)>, Failure> {
        let mut requests = Vec::new();
        for number in 1.. {
            let Some(line) = self.next_line(input, number)? else { break };
            if line.trim_ascii().is_empty() {
                continue;
            }
            match self.request(&line) {
                Ok(request) => requests.push((number, request)),
                Err(why) => self.refuse(number, why),
            }
        }
        Ok(requests)
    }

    fn next_line(
        &self,
        input: &mut impl BufRead,
        number: usize,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let lang = self.settings.lang;
        let line = bounded_line(input)
            .map_err(|error| Failure::Message(lang.cli_input_failed(&lang.trouble(&error))))?;
        // Some editors begin a file with a byte order mark; it is no part of the first command.
        Ok(line.map(|line| match line.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) if number == 1 => rest.to_vec(),
            _ => line,
        }))
    }

    fn record_together(&mut self, requests: Vec<(usize, Request)>) -> Result<(), Failure> {
        let (numbers, requests): (Vec<usize>, Vec<Request>) = requests.into_iter().unzip();
        let mut told = self.writing.record(requests.clone());
        let refusal = told.refusal.take();
        self.print(told)?;
        if let Some(refusal) = refusal {
            self.refuse_each(&numbers, requests, &refusal);
        }
        let told = self.writing.replicate();
        self.print(told)
    }

    /// Tells of every line that would be refused; where none would be by itself, of the last.
    fn refuse_each(&mut self, numbers: &[usize], requests: Vec<Request>, whole: &Refusal) {
        let lang = self.settings.lang;
        let mut pending = PendingBatch::on(self.writing.session());
        let tried = numbers.iter().zip(requests).filter_map(|(number, request)| {
            let refusal = pending.add(request.command, &request.occasion).err()?;
            Some((*number, refusal))
        });
        let mut refused: Vec<(usize, Refusal)> = tried.collect();
        if refused.is_empty() {
            refused.extend(numbers.last().map(|number| (*number, whole.clone())));
        }
        let state = self.writing.session().state();
        let told: Vec<(usize, String)> = refused
            .iter()
            .map(|(number, refusal)| (*number, lang.refusal(refusal, state)))
            .collect();
        for (number, why) in told {
            self.refuse(number, why);
        }
    }

    fn take(&mut self, line: &[u8], number: usize) -> Result<(), Failure> {
        let request = match self.request(line) {
            Ok(request) => request,
            Err(why) => {
                self.refuse(number, why);
                return Ok(());
            }
        };
        let mut told = self.writing.record(vec![request]);
        let refusal = told.refusal.take();
        #[cfg(feature = "nats")]
        if told.failed_at_the_server {
            say(&self.settings.lang.cli_read_up_to(number));
        }
        self.print(told)?;
        if let Some(refusal) = refusal {
            let why = self.settings.lang.refusal(&refusal, self.writing.session().state());
            self.refuse(number, why);
        }
        // Before the next line is waited for.
        let told = self.writing.replicate();
        self.print(told)
    }

    fn request(&self, line: &[u8]) -> Result<Request, String> {
        let lang = self.settings.lang;
        let CommandLine { command, at, by, particulars } = command::read_line(line)
            .map_err(|fault| describe::import::command_fault(lang, &fault))?;
        let salt = fresh_salt().map_err(|error| lang.trouble(&error))?;
        let at = at.map_or_else(|| Moment::Clock(now()), Moment::Given);
        let by = by.unwrap_or_else(|| self.settings.by.clone());
        Ok(Request { command, occasion: Occasion { at, by, salt, particulars } })
    }

    fn refuse(&mut self, line: usize, why: String) {
        self.refused = true;
        say(&json::line(&Refused { line, refused: why }));
    }

    fn print(&mut self, told: Told) -> Result<(), Failure> {
        print_told(told, &mut self.listening)
    }
}

/// Prints what was recorded, also before something failed. The input is recorded to its end, even when the
/// output is no longer read.
fn print_told(told: Told, listening: &mut bool) -> Result<(), Failure> {
    for batch in &told.batches {
        if !*listening {
            break;
        }
        match super::outcome::print(&(batch.lines().join("\n") + "\n")) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => *listening = false,
            written => written?,
        }
    }
    told.into_result().map(drop)
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
