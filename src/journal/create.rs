//! The birth of a session file: whole or not there, and never in the place of another.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::Builder;

use crate::session::command::{Command, Occasion};
use crate::session::refusal::Refusal;

use super::header::Header;
use super::place::{folder_of, sync_folder_of};
use super::public_file::{RESERVE, TRAILER};
use super::record::{Entry, Record};

/// Why no file was made.
#[derive(Debug)]
pub enum CreateError {
    /// The command at `place` among those the session begins with is refused.
    Refused {
        place: usize,
        refusal: Refusal,
    },
    Exists,
    Io(io::Error),
}

/// Writes a new session file with everything it begins with; nothing is left behind when that fails.
///
/// # Errors
/// A command is refused, a file is already there, or it cannot be written.
pub fn create(
    path: &Path,
    header: Header,
    commands: Vec<Command>,
    occasion: &Occasion,
) -> Result<Record, CreateError> {
    let (record, entry) = Record::founded(header, commands, occasion)
        .map_err(|(place, refusal)| CreateError::Refused { place, refusal })?;
    write(path, &live_document(record.header(), &entry)).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => CreateError::Exists,
        _ => CreateError::Io(error),
    })?;
    Ok(record)
}

fn live_document(header: &Header, entry: &Entry) -> String {
    let mut document = header.line();
    document.push('\n');
    document.push_str(&entry.document());
    document.push_str(TRAILER);
    document.extend(std::iter::repeat_n(' ', RESERVE));
    document
}

fn write(path: &Path, document: &str) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let mut temporary = Builder::new().prefix(".doithoai-").tempfile_in(folder_of(path))?;
    temporary.write_all(document.as_bytes())?;
    temporary.as_file().sync_all()?;
    temporary.persist_noclobber(path).map_err(|failed| failed.error)?;
    sync_folder_of(path)
}
