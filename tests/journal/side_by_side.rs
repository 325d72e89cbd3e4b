//! Both copies are written at once: the second does not wait for the first.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::hall::{Hall, ask, occasion};
use doithoai::store::storage::{Access, Likeness, Sheet, Storage};
use doithoai::store::{Disk, Journal};

/// Longer than any disk takes: only a copy that waits for the other is given up on.
const NEVER: Duration = Duration::from_mins(1);

/// A disk on which, once it is slow, no sync ends before another has begun.
#[derive(Clone, Default)]
struct Slow {
    slow: Arc<AtomicBool>,
    begun: Arc<(Mutex<usize>, Condvar)>,
}

struct SlowSheet {
    sheet: Box<dyn Sheet>,
    disk: Slow,
}

impl Slow {
    fn meet(&self) -> io::Result<()> {
        if !self.slow.load(Ordering::SeqCst) {
            return Ok(());
        }
        let (begun, more) = &*self.begun;
        let mut count = begun.lock().expect("no panic");
        *count += 1;
        more.notify_all();
        let goal = count.next_multiple_of(2);
        let (_count, waited) =
            more.wait_timeout_while(count, NEVER, |count| *count < goal).expect("no panic");
        if waited.timed_out() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }

    fn sheet(&self, sheet: Box<dyn Sheet>) -> Box<dyn Sheet> {
        Box::new(SlowSheet { sheet, disk: self.clone() })
    }
}

impl Storage for Slow {
    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn Sheet>> {
        Disk.open(path, access).map(|sheet| self.sheet(sheet))
    }

    fn create(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn Sheet>> {
        Disk.create(path, like).map(|sheet| self.sheet(sheet))
    }

    fn likeness(&self, path: &Path) -> io::Result<Likeness> {
        Disk.likeness(path)
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        Disk.real(path)
    }

    fn rename_over(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename_over(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.rename_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        Disk.remove(path)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.make_folder(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.sync_folder(folder)
    }
}

impl Sheet for SlowSheet {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        self.sheet.read_at(bytes, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        self.sheet.write_at(bytes, offset)
    }

    fn likeness(&self) -> io::Result<Likeness> {
        self.sheet.likeness()
    }

    fn sync_data(&self) -> io::Result<()> {
        self.disk.meet()?;
        self.sheet.sync_data()
    }

    fn sync_all(&self) -> io::Result<()> {
        self.sheet.sync_all()
    }
}

#[test]
fn each_copy_begins_its_sync_before_the_other_has_ended_its_own() {
    let hall = Hall::new();
    let disk = Slow::default();
    let opened = Journal::open_on(Arc::new(disk.clone()), &hall.file, &hall.state);
    let mut journal = opened.expect("opened").journal;
    disk.slow.store(true, Ordering::SeqCst);
    for round in 0..3 {
        journal.submit(ask("Lê Bình", &format!("Câu {round}?")), &occasion()).expect("taken");
        assert_eq!(journal.standing().copies(), 2, "{:?}", journal.standing());
    }
    assert_eq!(*disk.begun.0.lock().expect("no panic"), 6);
}
