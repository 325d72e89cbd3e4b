//! `new`: a session file with its opening and its roster, written in one go.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use crate::describe;
use crate::import::roster;
use crate::live::LiveSession;
use crate::record::Header;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Opening;
use crate::session::time::UtcOffset;
use crate::store::{self, OpenRequest, create};
use crate::text::safe;

use super::args::NewArgs;
use super::copies::{CopiesReport, wait_for_copies};
use super::outcome::{CommandResult, Failure, say};
use crate::workspace::Settings;
use crate::workspace::clock::{fresh_id, fresh_salt, now};

pub(super) fn run(new: NewArgs, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let roster = match &new.roster {
        Some(path) => roster::read(path).map_err(|fault| {
            Failure::Message(describe::import::roster_fault(lang, path, &fault))
        })?,
        None => Vec::new(),
    };
    // Whoever gives both the id and the time wants to make the same bytes again.
    let salt = match new.id.is_some() && new.at.is_some() {
        true => String::new(),
        false => fresh_salt().map_err(|error| Failure::Message(lang.trouble(&error)))?,
    };
    let id = new.id.map_or_else(fresh_id, Ok).map_err(|error| {
        Failure::Message(lang.create_failed(&safe::path(&new.file), &lang.trouble(&error)))
    })?;
    let clock = new.utc_offset.map_or_else(now, |offset| now().at_offset(offset));
    if new.at.is_none() && new.utc_offset.is_none() && clock.offset() != UtcOffset::VIETNAM {
        say(&lang.cli_clock_offset(&clock.offset().to_string()));
    }
    let created = new.at.unwrap_or(clock);
    let opening = Opening {
        title: new.title,
        place: new.place,
        number: new.number,
        chair: new.chair,
        secretary: new.secretary,
        attendance: new.attendance,
        source: new.source,
        subject: new.subject,
        plan: new.plan,
        utc_offset: new.utc_offset,
    };
    let mut commands = vec![Command::Open(opening)];
    commands.extend(roster.into_iter().map(|responder| Command::AddResponder { responder }));
    let occasion = Occasion::new(Moment::Given(created), settings.by.clone(), salt);
    let record =
        create(&new.file, Header { id, created }, commands, &occasion).map_err(|error| {
            Failure::Message(describe::store::create_error(lang, &new.file, &error))
        })?;
    let responders = record.session().state().responders().len();
    say(&lang.cli_created(&safe::path(&new.file), responders));
    make_copies(&new.file, record.header(), settings);
    Ok(ExitCode::SUCCESS)
}

/// Makes the black box and the further copies, so that the new file can be recovered from the first event on.
fn make_copies(path: &Path, header: &Header, settings: &Settings) {
    // A black box of this very id is another file's, whose session began otherwise.
    if settings.state.black_box(&header.id).exists() {
        return;
    }
    let lang = settings.lang;
    let request = OpenRequest {
        storage: Arc::new(settings.disk),
        copies: &settings.copies,
        ..OpenRequest::of(path, &settings.state)
    };
    let opened = match store::open(&request) {
        Ok(opened) => opened,
        Err(error) => return say(&describe::store::open_error(lang, path, &error)),
    };
    for sentence in describe::store::opened(lang, path, &opened) {
        say(&sentence);
    }
    let mut live = LiveSession::of_files(opened, describe::store::recorder(settings));
    let mut report = CopiesReport::new(lang, &live);
    wait_for_copies(&mut live);
    report.tell(path, live.replication());
    if let Err(error) = live.leave() {
        say(&describe::store::store_error(lang, path, &error));
    }
}
