//! A simulated disk: it keeps what was synced apart from what was merely written, writes down every operation, and
//! fails a chosen call in a chosen way.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use doithoai::store::storage::{Access, FileIdentity, Storage, StoredFile};

/// Files by their numbers, and the names that lead to them.
#[derive(Clone, Debug, Default)]
pub(crate) struct DiskContents {
    pub(crate) files: BTreeMap<u64, Arc<Vec<u8>>>,
    pub(crate) names: BTreeMap<PathBuf, u64>,
}

impl DiskContents {
    pub(crate) fn bytes(&self, path: &Path) -> Option<&[u8]> {
        self.files.get(self.names.get(path)?).map(|bytes| bytes.as_slice())
    }

    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        self.names.values().any(|file| self.files[file].as_slice() == bytes)
    }

    /// Changes a file as no program would.
    pub(crate) fn change(&mut self, path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
        if let Some(content) = self.names.get(path).and_then(|file| self.files.get_mut(file)) {
            change(Arc::make_mut(content));
        }
    }

    pub(crate) fn write(&mut self, file: u64, offset: usize, bytes: &[u8]) {
        let content = Arc::make_mut(self.files.entry(file).or_default());
        content.resize(content.len().max(offset + bytes.len()), 0);
        content[offset..offset + bytes.len()].copy_from_slice(bytes);
    }

    pub(crate) fn name(&mut self, change: &NameChange) {
        match change {
            NameChange::Made { path, file } => drop(self.names.insert(path.clone(), *file)),
            NameChange::Renamed { from, to } => {
                if let Some(file) = self.names.remove(from) {
                    self.names.insert(to.clone(), file);
                }
            }
            NameChange::Removed { path } => drop(self.names.remove(path)),
        }
    }
}

/// What was done to names.
#[derive(Clone, Debug)]
pub(crate) enum NameChange {
    Made { path: PathBuf, file: u64 },
    Renamed { from: PathBuf, to: PathBuf },
    Removed { path: PathBuf },
}

impl NameChange {
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Made { path, .. } | Self::Removed { path } => path.parent(),
            Self::Renamed { to, .. } => to.parent(),
        }
    }
}

/// Everything that changes a disk, in the order it was asked for.
#[derive(Clone, Debug)]
pub(crate) enum DiskOperation {
    Written {
        file: u64,
        offset: usize,
        bytes: Arc<Vec<u8>>,
    },
    Synced {
        file: u64,
    },
    /// The sync failed: what was written is forgotten, and later syncs say that all is well.
    Dropped {
        file: u64,
    },
    Named(NameChange),
    FolderSynced(PathBuf),
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// With this error number of the system.
    Error(i32),
    /// One byte is read or written, or half of what was asked for.
    Short,
}

/// Which calls fail.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// The first that does, counted in that folder from 0.
    pub(crate) from: usize,
    pub(crate) fault: Fault,
    /// Only in this folder: the disk of the public file, or that of the black box.
    pub(crate) under: PathBuf,
    /// How many in a row.
    pub(crate) times: usize,
}

#[derive(Default)]
struct Inner {
    seen: DiskContents,
    operations: Vec<DiskOperation>,
    next: u64,
    plan: Option<Plan>,
    calls: usize,
    /// Files of which a sync has failed.
    poisoned: BTreeSet<u64>,
    /// What was written to them afterwards.
    broken_rules: Vec<String>,
}

/// The disk. Its clones are the same disk.
#[derive(Clone, Default)]
pub(crate) struct SimDisk {
    inner: Arc<Mutex<Inner>>,
    /// What is called [`STATE`] on this disk: the folder in which the real locks are.
    state: PathBuf,
}

/// The state folder, whichever the real one is.
pub(crate) const STATE: &str = "/trang-thai";

struct Open {
    disk: SimDisk,
    path: PathBuf,
    file: u64,
}

impl SimDisk {
    /// A disk as a crash left it, seen by a program whose locks are in `state`.
    pub(crate) fn after_crash(contents: DiskContents, state: &Path) -> Self {
        let next = contents.files.keys().max().map_or(1, |last| last + 1);
        let inner = Inner { seen: contents, next, ..Inner::default() };
        Self { inner: Arc::new(Mutex::new(inner)), state: state.to_owned() }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().expect("no test panics while it holds the disk")
    }

    /// The name on this disk.
    pub(crate) fn named(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.state) {
            Ok(inner) if !self.state.as_os_str().is_empty() => Path::new(STATE).join(inner),
            _ => path.to_owned(),
        }
    }

    pub(crate) fn contents(&self) -> DiskContents {
        self.inner().seen.clone()
    }

    /// How many operations there were so far.
    pub(crate) fn done(&self) -> usize {
        self.inner().operations.len()
    }

    pub(crate) fn operations(&self) -> Vec<DiskOperation> {
        self.inner().operations.clone()
    }

    pub(crate) fn fail(&self, plan: Plan) {
        let mut inner = self.inner();
        (inner.plan, inner.calls) = (Some(plan), 0);
    }

    /// Calls in the plan's folder since it was made.
    pub(crate) fn calls(&self) -> usize {
        self.inner().calls
    }

    pub(crate) fn broken_rules(&self) -> Vec<String> {
        self.inner().broken_rules.clone()
    }

    /// Counts a call; half of what was asked for is said by `Ok(true)`.
    fn call(&self, path: &Path) -> io::Result<(MutexGuard<'_, Inner>, bool)> {
        let mut inner = self.inner();
        let plan = inner.plan.clone().filter(|plan| path.starts_with(&plan.under));
        let Some(plan) = plan else { return Ok((inner, false)) };
        let number = inner.calls;
        inner.calls += 1;
        let fails = number >= plan.from && number - plan.from < plan.times;
        match plan.fault {
            Fault::Error(error) if fails => Err(io::Error::from_raw_os_error(error)),
            Fault::Short => Ok((inner, fails)),
            Fault::Error(_) => Ok((inner, false)),
        }
    }

    fn whole(&self, path: &Path) -> io::Result<MutexGuard<'_, Inner>> {
        self.call(path).map(|(inner, _)| inner)
    }

    fn rename(&self, from: &Path, to: &Path, over: bool) -> io::Result<()> {
        let (from, to) = (self.named(from), self.named(to));
        let mut inner = self.whole(&from)?;
        if !inner.seen.names.contains_key(&from) {
            return Err(ErrorKind::NotFound.into());
        }
        if !over && inner.seen.names.contains_key(&to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        inner.named(NameChange::Renamed { from, to });
        Ok(())
    }
}

impl Inner {
    fn named(&mut self, change: NameChange) {
        self.seen.name(&change);
        self.operations.push(DiskOperation::Named(change));
    }

    fn identity(&self, file: u64) -> FileIdentity {
        FileIdentity { file: (1, file), size: self.seen.files[&file].len() as u64 }
    }
}

impl Storage for SimDisk {
    fn open(&self, path: &Path, _: Access) -> io::Result<Box<dyn StoredFile>> {
        let path = self.named(path);
        let file = *self.whole(&path)?.seen.names.get(&path).ok_or(ErrorKind::NotFound)?;
        Ok(Box::new(Open { disk: self.clone(), path, file }))
    }

    fn create(&self, path: &Path, _: Option<&Path>) -> io::Result<Box<dyn StoredFile>> {
        let path = self.named(path);
        let mut inner = self.whole(&path)?;
        if inner.seen.names.contains_key(&path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let file = inner.next;
        inner.next += 1;
        inner.seen.files.insert(file, Arc::default());
        inner.named(NameChange::Made { path: path.clone(), file });
        Ok(Box::new(Open { disk: self.clone(), path, file }))
    }

    fn identity(&self, path: &Path) -> io::Result<FileIdentity> {
        let path = self.named(path);
        let inner = self.whole(&path)?;
        let file = inner.seen.names.get(&path).ok_or(ErrorKind::NotFound)?;
        Ok(inner.identity(*file))
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.whole(&self.named(path)).map(|_| path.to_owned())
    }

    fn rename_over(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.rename(from, to, true)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.rename(from, to, false)
    }

    fn files_in(&self, folder: &Path) -> Vec<PathBuf> {
        let inner = self.named(folder);
        let seen = self.inner();
        let names = seen.seen.names.keys().filter(|path| path.parent() == Some(&inner));
        names.filter_map(|path| Some(folder.join(path.file_name()?))).collect()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let path = self.named(path);
        let mut inner = self.whole(&path)?;
        if !inner.seen.names.contains_key(&path) {
            return Err(ErrorKind::NotFound.into());
        }
        inner.named(NameChange::Removed { path });
        Ok(())
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.whole(&self.named(folder)).map(drop)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let folder = self.named(folder);
        self.whole(&folder)?.operations.push(DiskOperation::FolderSynced(folder));
        Ok(())
    }
}

impl StoredFile for Open {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        let (inner, short) = self.disk.call(&self.path)?;
        let content = &inner.seen.files[&self.file];
        let start = usize::try_from(offset).expect("small").min(content.len());
        let asked = if short { bytes.len().div_ceil(2) } else { bytes.len() };
        let length = asked.min(content.len() - start);
        bytes[..length].copy_from_slice(&content[start..start + length]);
        Ok(length)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        let (mut inner, short) = self.disk.call(&self.path)?;
        if inner.poisoned.contains(&self.file) {
            let sin = format!("{} written at {offset} after a failed sync", self.path.display());
            inner.broken_rules.push(sin);
        }
        let length = if short { bytes.len().div_ceil(2) } else { bytes.len() };
        let (offset, bytes) = (usize::try_from(offset).expect("small"), &bytes[..length]);
        inner.seen.write(self.file, offset, bytes);
        let bytes = Arc::new(bytes.to_vec());
        inner.operations.push(DiskOperation::Written { file: self.file, offset, bytes });
        Ok(length)
    }

    fn identity(&self) -> io::Result<FileIdentity> {
        self.disk.whole(&self.path).map(|inner| inner.identity(self.file))
    }

    fn sync_data(&self) -> io::Result<()> {
        let failed = self.disk.whole(&self.path).map(drop);
        let mut inner = self.disk.inner();
        match failed {
            Ok(()) => inner.operations.push(DiskOperation::Synced { file: self.file }),
            Err(_) => {
                inner.poisoned.insert(self.file);
                inner.operations.push(DiskOperation::Dropped { file: self.file });
            }
        }
        failed
    }

    fn sync_all(&self) -> io::Result<()> {
        self.sync_data()
    }
}
