//! `export --public`: an edition without what is a person's own, what it masks, and the session file as one.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::cli::args::ExportArgs;
use crate::cli::outcome::{CommandResult, Failure, print, say};
use crate::cli::source::ReadSession;
use crate::describe;
use crate::i18n::Lang;
use crate::paper::public::{PublicChoices, PublicEdition};
use crate::record::edition::with_lines_withheld;
use crate::session::Session;
use crate::session::event::{Event, Recorded};
use crate::session::number::Seq;
use crate::store;
use crate::text::safe;
use crate::workspace::{Settings, papers};

/// The public edition of a session.
pub(super) fn edition(
    session: &Session,
    args: &ExportArgs,
    settings: &Settings,
) -> Result<PublicEdition, Failure> {
    let choices = PublicChoices { names: args.public.names, units: args.public.units };
    let edition = PublicEdition::of(session, choices, settings.paper_lang);
    edition.map_err(|fault| Failure::Message(settings.lang.public_not_masked(fault.0)))
}

/// Lists what the edition masks, and what a person has to look at.
pub(super) fn listed(edition: &PublicEdition, lang: Lang) -> CommandResult {
    let mut lines = String::new();
    for masked in &edition.masked {
        let kind = masked.kind.name(lang);
        lines += &lang.public_masked(masked.seq, kind, &safe::line(&masked.text));
        lines.push('\n');
    }
    print(&lines)?;
    tell_addresses(edition, lang);
    Ok(ExitCode::SUCCESS)
}

/// Says how much was masked, and what a person has to look at.
pub(super) fn tell(edition: &PublicEdition, lang: Lang) {
    let counts: Vec<String> = edition
        .counts()
        .iter()
        .map(|it| lang.public_count(it.kind.name(lang), &lang.number(it.count)))
        .collect();
    say(&match counts.is_empty() {
        true => lang.public_nothing().to_owned(),
        false => lang.public_told(&counts.join("; ")),
    });
    tell_addresses(edition, lang);
}

fn tell_addresses(edition: &PublicEdition, lang: Lang) {
    for (seq, address) in &edition.addresses {
        say(&lang.public_address(*seq, &safe::line(address)));
    }
}

/// Writes the session file with every line withheld that holds something masked.
pub(super) fn session_file(
    session_file: &ReadSession,
    edition: &PublicEdition,
    args: &ExportArgs,
    settings: &Settings,
) -> CommandResult {
    let lang = settings.lang;
    if let Some(damage) = session_file.damage(lang) {
        return Err(Failure::Message(lang.public_needs_a_whole_file(&damage)));
    }
    let session = session_file.reading.record.session();
    let history = session.history();
    let last = session.last_seq();
    let is_withheld = |seq: Seq| seq > last || withholds(session, edition, seq);
    let guessable = history.iter().filter(|it| is_withheld(it.seq) && is_guessable(it)).count();
    if guessable > 0 && !args.public.yes {
        return Err(Failure::Message(lang.public_is_guessable(&lang.number(guessable))));
    }
    let bytes = store::bytes_of(settings.disk, &args.file)
        .map_err(|error| Failure::Message(describe::store::read_error(lang, &args.file, &error)))?;
    let Some(text) = with_lines_withheld(&bytes, is_withheld) else {
        return Err(Failure::Message(lang.public_changed_meanwhile().to_owned()));
    };
    write(&text, args, lang)?;
    let lines = history.iter().filter(|it| is_withheld(it.seq)).count();
    say(&lang.public_lines(&lang.number(lines), &lang.number(history.len())));
    tell_addresses(edition, lang);
    Ok(ExitCode::SUCCESS)
}

fn write(text: &[u8], args: &ExportArgs, lang: Lang) -> Result<(), Failure> {
    let out = args.output.as_deref().filter(|out| *out != Path::new("-"));
    let Some(out) = out else {
        let mut stdout = io::stdout().lock();
        stdout.write_all(text)?;
        return Ok(stdout.flush()?);
    };
    papers::write(out, args.force, &|file: &mut dyn Write| file.write_all(text))
        .map_err(|error| Failure::Message(describe::workspace::paper_error(lang, &error)))?;
    say(&lang.cli_exported(&safe::path(out)));
    Ok(())
}

/// Delegates' lines, and those of which something is masked.
fn withholds(session: &Session, edition: &PublicEdition, seq: Seq) -> bool {
    let is_person = session.event(seq).is_some_and(|recorded| is_person(&recorded.event));
    is_person || edition.masks(seq)
}

fn is_person(event: &Event) -> bool {
    matches!(event, Event::DelegateAdded(_) | Event::DelegateCorrected(_))
}

/// Whether the digest that stays can be tried out: the line has no salt.
fn is_guessable(recorded: &Recorded) -> bool {
    !is_person(&recorded.event) && recorded.envelope.salt.is_none()
}
