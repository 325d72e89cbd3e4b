//! A disk in memory: any of its calls can be made to fail, and what was not synced is lost with the power.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use doithoai::store::storage::{Access, FileIdentity, Storage, StoredFile};

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    Fails(ErrorKind),
    /// Half of what was to be written is.
    Short,
}

/// Which calls fail.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// The number of the first call that fails.
    pub(crate) from: usize,
    pub(crate) fault: Fault,
    /// Every later one too.
    pub(crate) for_ever: bool,
}

/// A file: what a reader sees, and what a power cut would leave.
#[derive(Default)]
struct Content {
    seen: Vec<u8>,
    durable: Vec<u8>,
    /// What was written since the last sync.
    dirty: Vec<Range<usize>>,
}

#[derive(Default)]
struct Inside {
    files: BTreeMap<PathBuf, u64>,
    contents: BTreeMap<u64, Content>,
    next: u64,
    calls: usize,
    plan: Option<Plan>,
    /// New files are taken, and no line in any of them.
    takes_no_line: bool,
}

/// The disk.
#[derive(Clone, Default)]
pub(crate) struct Memory(Arc<Mutex<Inside>>);

struct Open {
    disk: Memory,
    number: u64,
}

impl Memory {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().expect("no test panics while it holds the disk")
    }

    pub(crate) fn calls(&self) -> usize {
        self.inside().calls
    }

    pub(crate) fn fail(&self, plan: Option<Plan>) {
        let mut inside = self.inside();
        inside.plan = plan;
        inside.calls = 0;
    }

    /// From now on files can be made, and no line synced in any.
    pub(crate) fn take_no_line(&self) {
        self.inside().takes_no_line = true;
    }

    /// The files there are.
    pub(crate) fn files(&self) -> usize {
        self.inside().files.len()
    }

    /// Only what was synced is left.
    pub(crate) fn cut_the_power(&self) {
        for content in self.inside().contents.values_mut() {
            content.seen.clone_from(&content.durable);
            content.dirty.clear();
        }
    }

    pub(crate) fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let inside = self.inside();
        inside.contents.get(inside.files.get(path)?).map(|content| content.seen.clone())
    }

    /// Counts a call, and says how it fails.
    fn call(&self) -> (MutexGuard<'_, Inside>, Option<Fault>) {
        let mut inside = self.inside();
        let number = inside.calls;
        inside.calls += 1;
        let fault = inside.plan.filter(|plan| match plan.for_ever {
            true => number >= plan.from,
            false => number == plan.from,
        });
        (inside, fault.map(|plan| plan.fault))
    }

    fn whole_call(&self) -> io::Result<MutexGuard<'_, Inside>> {
        match self.call() {
            (_, Some(Fault::Fails(kind))) => Err(kind.into()),
            (inside, _) => Ok(inside),
        }
    }
}

impl Storage for Memory {
    fn open(&self, path: &Path, _: Access) -> io::Result<Box<dyn StoredFile>> {
        let number = *self.whole_call()?.files.get(path).ok_or(ErrorKind::NotFound)?;
        Ok(Box::new(Open { disk: self.clone(), number }))
    }

    fn create(&self, path: &Path, _: Option<&Path>) -> io::Result<Box<dyn StoredFile>> {
        let mut inside = self.whole_call()?;
        if inside.files.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let number = inside.next;
        inside.next += 1;
        inside.files.insert(path.to_owned(), number);
        inside.contents.insert(number, Content::default());
        Ok(Box::new(Open { disk: self.clone(), number }))
    }

    fn identity(&self, path: &Path) -> io::Result<FileIdentity> {
        let inside = self.whole_call()?;
        let number = inside.files.get(path).ok_or(ErrorKind::NotFound)?;
        Ok(identity(&inside, *number))
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn rename_over(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut inside = self.whole_call()?;
        let number = inside.files.remove(from).ok_or(ErrorKind::NotFound)?;
        inside.files.insert(to.to_owned(), number);
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut inside = self.whole_call()?;
        if inside.files.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let number = inside.files.remove(from).ok_or(ErrorKind::NotFound)?;
        inside.files.insert(to.to_owned(), number);
        Ok(())
    }

    fn files_in(&self, folder: &Path) -> Vec<PathBuf> {
        let inside = self.inside();
        inside.files.keys().filter(|path| path.parent() == Some(folder)).cloned().collect()
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let removed = self.whole_call()?.files.remove(path);
        removed.map(drop).ok_or(ErrorKind::NotFound.into())
    }

    fn make_folder(&self, _: &Path) -> io::Result<()> {
        self.whole_call().map(drop)
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.whole_call().map(drop)
    }
}

impl StoredFile for Open {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        let inside = self.disk.whole_call()?;
        let seen = &inside.contents[&self.number].seen;
        let start = usize::try_from(offset).expect("small").min(seen.len());
        let length = bytes.len().min(seen.len() - start);
        bytes[..length].copy_from_slice(&seen[start..start + length]);
        Ok(length)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        let (mut inside, fault) = self.disk.call();
        let length = match fault {
            Some(Fault::Fails(kind)) => return Err(kind.into()),
            Some(Fault::Short) => bytes.len().div_ceil(2),
            None => bytes.len(),
        };
        let Content { seen, dirty, .. } = inside.contents.get_mut(&self.number).expect("open");
        let start = usize::try_from(offset).expect("small");
        dirty.push(start..start + length);
        seen.resize(seen.len().max(start + length), 0);
        seen[start..start + length].copy_from_slice(&bytes[..length]);
        Ok(length)
    }

    fn identity(&self) -> io::Result<FileIdentity> {
        Ok(identity(&*self.disk.whole_call()?, self.number))
    }

    /// One that fails calls clean what it did not write: later ones succeed and lie, as real systems do.
    fn sync_data(&self) -> io::Result<()> {
        let takes_no_line = self.disk.inside().takes_no_line;
        match takes_no_line {
            true => Err(ErrorKind::Other.into()),
            false => self.sync_all(),
        }
    }

    fn sync_all(&self) -> io::Result<()> {
        let (mut inside, fault) = self.disk.call();
        let Content { seen, durable, dirty } = inside.contents.get_mut(&self.number).expect("open");
        let fault = fault.and_then(|fault| match fault {
            Fault::Fails(kind) => Some(kind),
            Fault::Short => None,
        });
        if fault.is_none() {
            durable.resize(seen.len(), 0);
        }
        for written in dirty.drain(..).filter(|_| fault.is_none()) {
            durable[written.clone()].copy_from_slice(&seen[written]);
        }
        fault.map_or(Ok(()), |kind| Err(kind.into()))
    }
}

fn identity(inside: &Inside, number: u64) -> FileIdentity {
    FileIdentity { file: (1, number), size: inside.contents[&number].seen.len() as u64 }
}
