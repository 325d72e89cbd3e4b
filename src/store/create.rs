//! Creating a session file: it is whole or not there, and never replaces another.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::session::command::{Command, Occasion};
use crate::session::refusal::Refusal;

use crate::record::header::Header;
use crate::record::lines::{RESERVE, TRAILER};
use crate::record::log::{Batch, Record};
use crate::store::atomic::put_new;
use crate::store::disk::Disk;
use crate::store::storage::Storage;

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
    create_on(&Disk::DEFAULT, path, header, commands, occasion)
}

/// As [`create`], on a given disk.
///
/// # Errors
/// As [`create`].
pub fn create_on(
    storage: &dyn Storage,
    path: &Path,
    header: Header,
    commands: Vec<Command>,
    occasion: &Occasion,
) -> Result<Record, CreateError> {
    let (record, entry) = Record::founded(header, commands, occasion)
        .map_err(|(place, refusal)| CreateError::Refused { place, refusal })?;
    let document = live_document(record.header(), &entry);
    match put_new(storage, path, document.as_bytes()) {
        Ok(_) => Ok(record),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(CreateError::Exists),
        Err(error) => Err(CreateError::Io(error)),
    }
}

fn live_document(header: &Header, entry: &Batch) -> String {
    let mut document = header.line();
    document.push('\n');
    document.push_str(&entry.document());
    document.push_str(TRAILER);
    document.extend(std::iter::repeat_n(' ', RESERVE));
    document
}
