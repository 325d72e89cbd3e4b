//! The last touch on a closed session: the same document without its reserve of blanks.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use tempfile::Builder;

use super::chain::Fingerprint;
use super::ink::InkError;
use super::place::{folder_of, read_at, sync_folder_of};
use super::public_file::TRAILER;
use super::scan::{Tail, scan};

/// Replaces the file at `path` by its document alone, in one step; keeps its permissions.
///
/// Never truncated in place: a power cut could leave NULs.
pub(super) fn tidy(path: &Path, file: &File, trailer: u64) -> Result<(), InkError> {
    let length = usize::try_from(trailer).map_err(|_| InkError::Untidy)?;
    let mut document = read_at(file, length, 0).map_err(InkError::Io)?;
    document.extend_from_slice(TRAILER.as_bytes());
    let head = whole_head(&document).ok_or(InkError::Untidy)?;
    replace(path, &document).map_err(InkError::Io)?;
    let written = fs::read(path).map_err(InkError::Io)?;
    if whole_head(&written) == Some(head) { Ok(()) } else { Err(InkError::Untidy) }
}

fn whole_head(document: &[u8]) -> Option<Fingerprint> {
    let scan = scan(document).ok().filter(|scan| scan.tail == Tail::Clean)?;
    Some(scan.record.fingerprint())
}

/// Puts `document` at the place of the file at `path`, wholly or not at all.
pub(super) fn replace(path: &Path, document: &[u8]) -> std::io::Result<()> {
    let real = fs::canonicalize(path)?;
    let permissions = fs::metadata(&real)?.permissions();
    let mut temporary = Builder::new().prefix(".doithoai-").tempfile_in(folder_of(&real))?;
    temporary.write_all(document)?;
    temporary.as_file().set_permissions(permissions)?;
    temporary.as_file().sync_all()?;
    temporary.persist(&real).map_err(|failed| failed.error)?;
    sync_folder_of(&real)
}
