//! The office's own files: beside the session, in the folder of sessions, in the person's settings.

use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::paper::office::IssuingOffice;
use crate::paper::office_file::{LARGEST, OfficeKeys, parsed};
use crate::store::regular::open_to_read;
use crate::workspace::Settings;

use super::ExportError;

const NAME: &str = "papers.toml";

/// What the office adds, and the files that say so, the nearest first.
#[derive(Debug, Default)]
pub struct FoundOffice {
    pub office: IssuingOffice,
    pub files: Vec<PathBuf>,
}

/// Reads what the office adds to the papers of the session at `session`; each key from the nearest file that has it.
///
/// # Errors
/// One of the files is there and cannot be read, or has a key that is not taken.
pub fn office_of(session: &Path, settings: &Settings) -> Result<FoundOffice, ExportError> {
    let mut office = OfficeKeys::default();
    let mut files = Vec::new();
    for path in places(session, settings) {
        if let Some(keys) = keys_in(&path)? {
            office = office.or(keys);
            files.push(path);
        }
    }
    Ok(FoundOffice { office: office.office(), files })
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
fn keys_in(path: &Path) -> Result<Option<OfficeKeys>, ExportError> {
    let text = match text_of(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(ExportError::OfficeUnread(path.to_owned(), error)),
    };
    parsed(&text).map(Some).map_err(|fault| ExportError::OfficeFault(path.to_owned(), fault))
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
