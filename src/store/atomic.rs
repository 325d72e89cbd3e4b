//! The one way to write a whole file: it stands at its path with all its bytes, or not at all.
//!
//! Under a name of its own first, synced, then renamed. Whatever is written may name delegates: a new file is
//! its owner's alone, whatever the umask.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::store::storage::{Storage, StoredFile, folder_of, write_all_at};

/// Bytes gathered before they are written.
const PIECE: usize = 64 * 1024;

/// Names tried for a file that is soon renamed.
const TRIES: usize = 1000;

/// Whether a power cut may leave the file before instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Durability {
    Synced,
    Cached,
}
use Durability::{Cached, Synced};

/// Puts a whole file at `path`, where nothing may stand; it is handed back.
///
/// # Errors
/// `AlreadyExists` when anything stands there, else as the system says.
pub(crate) fn put_new(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
) -> io::Result<Box<dyn StoredFile>> {
    let rename = |from: &Path| storage.rename_new(from, path);
    put(storage, path, whole(bytes), (None, Synced), rename)
}

/// Puts a whole file in the place of the one at `path`, with the same mode, if there is one.
pub(crate) fn put_over(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let like = storage.identity(path).is_ok().then_some(path);
    let rename = |from: &Path| storage.rename_over(from, path);
    put(storage, path, whole(bytes), (like, Synced), rename).map(drop)
}

/// Puts a whole file that only this account may read in the place of whatever is at `path`.
pub(crate) fn put_private(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let rename = |from: &Path| storage.rename_over(from, path);
    put(storage, path, whole(bytes), (None, Synced), rename).map(drop)
}

/// As [`put_private`], written piece by piece, so that it need not be kept in memory.
pub(crate) fn put_private_by(
    storage: &dyn Storage,
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let rename = |from: &Path| storage.rename_over(from, path);
    let fill = |file: &dyn StoredFile| {
        let mut writer = BufWriter::with_capacity(PIECE, AtItsEnd { file, end: 0 });
        fill(&mut writer)?;
        writer.flush()
    };
    put(storage, path, fill, (None, Synced), rename).map(drop)
}

/// As [`put_private`], not synced: for what is written at every key.
pub(crate) fn put_cached(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let rename = |from: &Path| storage.rename_over(from, path);
    put(storage, path, whole(bytes), (None, Cached), rename).map(drop)
}

/// Puts a whole file in the place of the one at `path`, with the same mode, if it still has these bytes.
///
/// # Errors
/// Besides those of the system, `ResourceBusy` when the file has changed; it is then as it was.
pub(crate) fn put_over_unchanged(
    storage: &dyn Storage,
    path: &Path,
    bytes: &[u8],
    is_unchanged: impl Fn() -> io::Result<bool>,
) -> io::Result<()> {
    let rename = |from: &Path| match is_unchanged()? {
        true => storage.rename_over(from, path),
        false => Err(ErrorKind::ResourceBusy.into()),
    };
    put(storage, path, whole(bytes), (Some(path), Synced), rename).map(drop)
}

fn put(
    storage: &dyn Storage,
    path: &Path,
    write: impl FnOnce(&dyn StoredFile) -> io::Result<()>,
    (like, durability): (Option<&Path>, Durability),
    rename: impl Fn(&Path) -> io::Result<()>,
) -> io::Result<Box<dyn StoredFile>> {
    let (temporary, file) = new_beside(storage, path, like)?;
    let is_synced = durability == Synced;
    let put = write(file.as_ref())
        .and_then(|()| if is_synced { file.sync_all() } else { Ok(()) })
        .and_then(|()| rename(&temporary));
    match put {
        Ok(()) if is_synced => storage.sync_folder(folder_of(path)).map(|()| file),
        Ok(()) => Ok(file),
        Err(error) => {
            // A stray file that cannot be removed either is not listed as a session.
            let _ = storage.remove(&temporary);
            Err(error)
        }
    }
}

/// Fills a file with all its bytes at once.
fn whole(bytes: &[u8]) -> impl FnOnce(&dyn StoredFile) -> io::Result<()> {
    move |file| write_all_at(file, bytes, 0)
}

/// Writes on where the file ends.
struct AtItsEnd<'a> {
    file: &'a dyn StoredFile,
    end: u64,
}

impl Write for AtItsEnd<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write_all_at(self.file, bytes, self.end)?;
        self.end += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A new file beside `path` under a name that is not in use.
fn new_beside(
    storage: &dyn Storage,
    path: &Path,
    like: Option<&Path>,
) -> io::Result<(PathBuf, Box<dyn StoredFile>)> {
    for number in 0..TRIES {
        let name = format!(".doithoai-{}-{number}", std::process::id());
        let temporary = folder_of(path).join(name);
        match storage.create(&temporary, like) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            made => return made.map(|file| (temporary, file)),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
