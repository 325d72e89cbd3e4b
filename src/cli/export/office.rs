//! The office's own files: beside the session, in the folder of sessions, in the person's settings.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::cli::outcome::{Failure, say};
use crate::i18n::Lang;
use crate::paper::office::IssuingOffice;
use crate::paper::office_file::{LARGEST, OfficeKeys, parsed};
use crate::store::regular::open_to_read;
use crate::text::safe;
use crate::workspace::Settings;

const NAME: &str = "papers.toml";

/// What the office adds, the nearest file first. Says which files were used.
pub(super) fn office_of(session: &Path, settings: &Settings) -> Result<IssuingOffice, Failure> {
    let lang = settings.lang;
    let mut office = OfficeKeys::default();
    let mut used = Vec::new();
    for path in places(session, settings) {
        if let Some(keys) = keys_in(&path, lang)? {
            office = office.or(keys);
            used.push(safe::path(&path));
        }
    }
    match used.is_empty() {
        true => say(lang.office_blank()),
        false => say(&lang.office_used(&used.join(", "))),
    }
    Ok(office.office())
}

fn places(session: &Path, settings: &Settings) -> Vec<PathBuf> {
    let beside = session.with_extension(NAME);
    let mut places = vec![beside, settings.folder.join(NAME)];
    if let Ok(strategy) = etcetera::choose_base_strategy() {
        places.push(strategy.config_dir().join("doithoai").join(NAME));
    }
    places
}

/// `None` when there is no such file. It may be a stranger's: no link is followed and no pipe waited for.
fn keys_in(path: &Path, lang: Lang) -> Result<Option<OfficeKeys>, Failure> {
    let unread = |error: &io::Error| {
        Failure::Message(lang.office_unread(&safe::path(path), &lang.trouble(error)))
    };
    let text = match text_of(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unread(&error)),
    };
    parsed(&text).map(Some).map_err(|fault| {
        let (key, why) = (safe::line(&fault.key), fault.why.told(lang));
        Failure::Message(lang.office_fault(&safe::path(path), fault.line, &key, why))
    })
}

fn text_of(path: &Path) -> io::Result<String> {
    if path.symlink_metadata()?.is_symlink() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut text = String::new();
    let read = open_to_read(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    match u64::try_from(read) {
        Ok(read) if read <= LARGEST => Ok(text),
        _ => Err(ErrorKind::FileTooLarge.into()),
    }
}
