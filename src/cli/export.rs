//! `export`: a paper to stdout, or to a file that nobody else wrote.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::export::transcript::transcript;
use crate::journal::Fingerprint;
use crate::words::Lang;
use crate::words::journal::shown;

use super::args::{Document, Format, Wish};
use super::outcome::{Failure, Outcome, print, say};
use super::settings::Settings;
use super::source::Looked;

/// How much of a file is read to see whose it is.
const LARGEST: u64 = 64 * 1024 * 1024;

pub(super) fn run(wish: &Wish, settings: &Settings) -> Outcome {
    let lang = settings.lang;
    let looked = Looked::at(&wish.file, lang)?;
    let paper_lang = settings.paper_lang;
    let paper = match (wish.format, wish.document) {
        (Format::Text, Document::Transcript) => {
            looked.paper(paper_lang, |source| transcript(source, paper_lang))
        }
    };
    match &wish.output {
        None => print(&paper)?,
        Some(out) => {
            check_may_overwrite(out, wish.force, lang)?;
            write(out, &paper).map_err(|error| {
                Failure::Said(lang.create_failed(&shown(out), &lang.trouble(&error)))
            })?;
            say(&lang.cli_exported(&shown(out)));
        }
    }
    Ok(looked.verdict(lang))
}

/// A session file is never overwritten by a paper, whatever is said; another's file only by force.
fn check_may_overwrite(out: &Path, force: bool, lang: Lang) -> Result<(), Failure> {
    if !is_a_file(out) {
        return Ok(());
    }
    let mut bytes = Vec::new();
    let read = File::open(out).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    if bytes.starts_with(b"{\"format\":\"doithoai/") {
        return Err(Failure::Said(lang.cli_output_is_a_session(&shown(out))));
    }
    match force || (read.is_ok() && (bytes.is_empty() || is_a_paper(&bytes))) {
        true => Ok(()),
        false => Err(Failure::Said(lang.cli_output_is_foreign(&shown(out)))),
    }
}

/// A device or a pipe has nothing to lose, and must not be replaced.
fn is_a_file(out: &Path) -> bool {
    fs::metadata(out).is_ok_and(|there| there.is_file())
}

/// Our papers end with the fingerprint of their record.
fn is_a_paper(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.lines().rev().take(12).any(|line| line.trim().parse::<Fingerprint>().is_ok())
}

/// Wholly or not at all, so that a paper is never half the old one and half the new.
fn write(out: &Path, paper: &str) -> io::Result<()> {
    if out.exists() && !is_a_file(out) {
        return fs::write(out, paper);
    }
    let real = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    let folder = real.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".doithoai-");
    // As the umask allows, like any new file of this person.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    temporary.write_all(paper.as_bytes())?;
    temporary.as_file().sync_all()?;
    temporary.persist(real).map_err(|failed| failed.error)?;
    Ok(())
}
