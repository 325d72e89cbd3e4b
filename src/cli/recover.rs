//! `recover`: repairs a damaged file and says what was kept where.

use std::path::Path;
use std::process::ExitCode;

use crate::describe;
use crate::i18n::Lang;
use crate::session::Session;
use crate::session::event::Recorded;
use crate::store::{Branch, Recovered, Salvaged, rebuild, recover_on, sessions_in_state};
use crate::text::safe;
use crate::workspace::Settings;

use super::args::RecoverArgs;
use super::outcome::{CommandResult, FAILED, Failure, MISUSED, print, say};

/// Events that are listed one by one.
const LISTED: usize = 20;

pub(super) fn run(args: &RecoverArgs, settings: &Settings) -> CommandResult {
    match (&args.file, args.from_state.as_deref()) {
        (Some(file), _) => recover_file(file, settings),
        (None, Some(id)) if !id.is_empty() => rebuild_from_state(id, args.to.as_deref(), settings),
        (None, _) => list_state(settings),
    }
}

/// The sessions that the state folder holds, one a line.
fn list_state(settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let sessions = sessions_in_state(&settings.state);
    if sessions.is_empty() {
        say(&lang.cli_state_is_empty(&safe::path(settings.state.path())));
        return Ok(ExitCode::SUCCESS);
    }
    let lines = sessions.iter().map(|session| {
        let last = session.last.map(|last| last.to_string()).unwrap_or_default();
        let file = session.file.as_deref().map(safe::path).unwrap_or_default();
        let title = safe::line(&session.title);
        format!("{}  {}\n", session.id, lang.state_session(session.events, &last, &title, &file))
    });
    print(&lines.collect::<String>())?;
    say(lang.cli_state_how());
    Ok(ExitCode::SUCCESS)
}

fn rebuild_from_state(id: &str, to: Option<&Path>, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let mut sessions = sessions_in_state(&settings.state);
    sessions.retain(|session| session.id.as_str().starts_with(&id.to_ascii_lowercase()));
    let (session, to) = match (sessions.as_slice(), to) {
        ([session], Some(to)) => (session, to),
        ([_], None) => {
            say(lang.cli_state_how());
            return Ok(MISUSED.into());
        }
        ([], _) => return Err(Failure::Message(lang.cli_state_unknown(&safe::line(id)))),
        _ => return Err(Failure::Message(lang.cli_state_several(&safe::line(id)))),
    };
    let record = rebuild(&settings.state, &session.id, to)
        .map_err(|error| Failure::Message(describe::store::recover_error(lang, to, &error)))?;
    say(&lang.cli_rebuilt(&safe::path(to), record.fingerprint().events));
    Ok(ExitCode::SUCCESS)
}

fn recover_file(file: &Path, settings: &Settings) -> CommandResult {
    let lang = settings.lang;
    let path = safe::path(file);
    let recovered = recover_on(&settings.disk, file, &settings.state)
        .map_err(|error| Failure::Message(describe::store::recover_error(lang, file, &error)))?;
    match recovered {
        Recovered::Whole { events } => {
            say(&lang.cli_nothing_to_recover(&path, events));
            Ok(ExitCode::SUCCESS)
        }
        Recovered::Parted { events, branch } => {
            say(&lang.cli_file_is_whole(&path, events));
            say_branch(&branch, lang);
            Ok(ExitCode::SUCCESS)
        }
        Recovered::Mended { record, from_box, kept_beside, salvage, branch } => {
            let events = record.fingerprint().events;
            match kept_beside {
                Some(kept) => say(&lang.cli_recovered(&path, events, &safe::path(&kept))),
                None => say(&lang.cli_completed(&path, events)),
            }
            if from_box > 0 {
                say(&lang.cli_from_box(usize::try_from(from_box).unwrap_or(usize::MAX)));
            }
            say_salvaged(salvage.as_ref(), record.session(), lang);
            if let Some(branch) = &branch {
                say_branch(branch, lang);
            }
            Ok(ExitCode::SUCCESS)
        }
        Recovered::Headless { salvage } => {
            say(&lang.cli_beyond_recovery(&path));
            say_salvaged(salvage.as_ref(), &Session::new(), lang);
            Ok(FAILED.into())
        }
    }
}

/// The first events that only the black box had; the file beside it has all of them.
fn say_branch(branch: &Branch, lang: Lang) {
    say(&lang.cli_parted(branch.after.0, branch.events().count(), &safe::path(&branch.kept)));
    say_events(branch.events(), branch.record.session(), lang);
}

/// The first events behind the damage; the salvage file has all of them.
fn say_salvaged(salvage: Option<&Salvaged>, session: &Session, lang: Lang) {
    let Some(Salvaged { path, lines, events }) = salvage else { return };
    say(&lang.cli_salvaged(&lang.whole_lines(*lines), &safe::path(path)));
    say_events(events.iter(), session, lang);
}

fn say_events<'a>(mut events: impl Iterator<Item = &'a Recorded>, session: &Session, lang: Lang) {
    for recorded in events.by_ref().take(LISTED) {
        let sentence = lang.event_sentence(recorded, session);
        say(&format!("  {}", lang.cli_beyond(recorded.seq, &sentence)));
    }
    let more = events.count();
    if more > 0 {
        say(&format!("  {}", lang.cli_more_lines(&lang.whole_lines(more))));
    }
}
