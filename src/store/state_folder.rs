//! The folder in which the program keeps locks, black boxes and drafts.

use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::record::header::SessionId;
use crate::store::atomic::put_private;
use crate::store::disk::Disk;
use crate::store::regular::open_to_read;
use crate::store::storage::{Storage, read_from};

/// Where locks, black boxes and drafts are.
#[derive(Clone, Debug)]
pub struct StateFolder(PathBuf);

/// What is wrong with the state folder, though a session could be opened.
#[derive(Debug)]
pub enum StateTrouble {
    /// Nothing can be kept there: there is no black box, and the lock stands beside the session's file.
    Unusable {
        folder: PathBuf,
        /// The lock file, where that alone cannot be used.
        lock: Option<PathBuf>,
        why: io::Error,
        /// Whether a lock could be made beside the session's file.
        is_locked: bool,
    },
    /// Other accounts could look into it; only its owner can now.
    WasOpen { folder: PathBuf },
    /// It belongs to another account, or its rights cannot be changed.
    StaysOpen { folder: PathBuf },
}

impl StateFolder {
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// `$XDG_STATE_HOME/doithoai`, else where this system keeps such things.
    ///
    /// # Errors
    /// The person has no home folder.
    pub fn of_this_person() -> io::Result<Self> {
        let strategy = etcetera::choose_base_strategy().map_err(io::Error::other)?;
        let base = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
        Ok(Self(base.join("doithoai")))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Makes the folder, readable by its owner alone.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make(&self) -> io::Result<()> {
        Disk::DEFAULT.make_folder(&self.0)
    }

    /// Takes the rights of other accounts away, if they have any; what there is to say of it.
    pub(crate) fn make_private(&self) -> Option<StateTrouble> {
        let folder = self.0.clone();
        match rights::of(&self.0).ok()? {
            Rights::Private => None,
            Rights::OpenAndOurs => Some(match rights::make_private(&self.0) {
                Ok(()) => StateTrouble::WasOpen { folder },
                Err(_) => StateTrouble::StaysOpen { folder },
            }),
            Rights::NotOurs => Some(StateTrouble::StaysOpen { folder }),
        }
    }

    /// Where the black box of a session is.
    pub fn black_box(&self, id: &SessionId) -> PathBuf {
        self.0.join(format!("{id}.jsonl"))
    }

    /// Every black box in the folder.
    pub(crate) fn black_boxes(&self, storage: &dyn Storage) -> Vec<PathBuf> {
        let paths = storage.files_in(&self.0).into_iter();
        let is_box = |path: &PathBuf| path.extension().is_some_and(|end| end == "jsonl");
        let mut boxes: Vec<PathBuf> = paths.filter(is_box).collect();
        boxes.sort();
        boxes
    }

    /// The folders in which further copies were kept before.
    pub fn copies(&self) -> Vec<PathBuf> {
        let text = open_to_read(&self.copies_file()).ok().map(|file| read_from(&file, 0, 65_536).0);
        text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
    }

    /// Notes a folder in which a further copy is kept.
    ///
    /// # Errors
    /// The state folder cannot be written.
    pub fn remember_copy(&self, folder: &Path) -> io::Result<()> {
        let mut copies = self.copies();
        if copies.iter().any(|known| known == folder) {
            return Ok(());
        }
        copies.push(folder.to_owned());
        self.make()?;
        put_private(&Disk::DEFAULT, &self.copies_file(), &serde_json::to_vec(&copies)?)
    }

    /// The server on which a session is shared, as this machine last knew it; a foreign file there says nothing.
    #[must_use]
    pub fn server_of(&self, id: &SessionId) -> Option<String> {
        let text = read_from(&open_to_read(&self.server_file(id)).ok()?, 0, 4096).0;
        let text = String::from_utf8(text).ok()?;
        Some(text.trim().to_owned()).filter(|address| !address.is_empty())
    }

    /// Notes that a session is shared on a server, so that its file is not continued alone by mistake.
    ///
    /// # Errors
    /// The state folder cannot be written.
    pub fn remember_server(&self, id: &SessionId, address: &str) -> io::Result<()> {
        self.make()?;
        put_private(&Disk::DEFAULT, &self.server_file(id), format!("{address}\n").as_bytes())
    }

    /// The session is continued without the server.
    ///
    /// # Errors
    /// The state folder cannot be written.
    pub(crate) fn forget_server(&self, id: &SessionId) -> io::Result<()> {
        match std::fs::remove_file(self.server_file(id)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    fn server_file(&self, id: &SessionId) -> PathBuf {
        self.0.join(format!("{id}.server"))
    }

    fn copies_file(&self) -> PathBuf {
        self.0.join("copies.json")
    }

    pub(crate) fn lock_of(&self, id: &SessionId) -> PathBuf {
        self.0.join(format!("{id}.lock"))
    }
}

/// Who may read the folder.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "other systems keep it private"))]
enum Rights {
    Private,
    /// Ours to make private.
    OpenAndOurs,
    NotOurs,
}

#[cfg(target_os = "linux")]
mod rights {
    use std::fs::{self, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::path::Path;

    use super::Rights;

    /// What group and others may do.
    const OTHERS: u32 = 0o077;

    pub(super) fn of(folder: &Path) -> io::Result<Rights> {
        let there = fs::metadata(folder)?;
        Ok(match there.uid() == rustix::process::geteuid().as_raw() {
            false => Rights::NotOurs,
            true if there.mode() & OTHERS == 0 => Rights::Private,
            true => Rights::OpenAndOurs,
        })
    }

    pub(super) fn make_private(folder: &Path) -> io::Result<()> {
        fs::set_permissions(folder, Permissions::from_mode(0o700))
    }
}

#[cfg(not(target_os = "linux"))]
mod rights {
    use std::io;
    use std::path::Path;

    use super::Rights;

    /// Other systems keep a person's own folders private by themselves.
    pub(super) fn of(_folder: &Path) -> io::Result<Rights> {
        Ok(Rights::Private)
    }

    pub(super) fn make_private(_folder: &Path) -> io::Result<()> {
        Ok(())
    }
}
