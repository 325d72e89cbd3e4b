//! Tidying the file of a closed session: the same document without its reserve of blanks.

use std::path::Path;

use crate::record::chain::Fingerprint;
use crate::record::lines::TRAILER;
use crate::record::scan::{Tail, scan};
use crate::store::atomic::put_over;
use crate::store::replica::StoreError;
use crate::store::storage::{Access, Storage, StoredFile, read_exactly};

/// Replaces the file at `path` by its document alone, in one step; keeps its permissions.
///
/// Never truncated in place: a power cut could leave NULs.
pub(crate) fn tidy(
    storage: &dyn Storage,
    path: &Path,
    file: &dyn StoredFile,
    trailer: u64,
) -> Result<(), StoreError> {
    let length = usize::try_from(trailer).map_err(|_| StoreError::Untidy)?;
    let mut document = read_exactly(file, length, 0).map_err(StoreError::Io)?;
    document.extend_from_slice(TRAILER.as_bytes());
    let head = whole_head(&document).ok_or(StoreError::Untidy)?;
    let real = storage.real(path).map_err(StoreError::Io)?;
    put_over(storage, &real, &document).map_err(StoreError::Io)?;
    let written = storage.open(&real, Access::Read).map_err(StoreError::Io)?;
    let written = read_exactly(written.as_ref(), document.len(), 0).map_err(StoreError::Io)?;
    if whole_head(&written) == Some(head) { Ok(()) } else { Err(StoreError::Untidy) }
}

fn whole_head(document: &[u8]) -> Option<Fingerprint> {
    let scan = scan(document).ok().filter(|scan| scan.tail == Tail::Clean)?;
    Some(scan.record.fingerprint())
}
