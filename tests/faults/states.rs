//! From what was done on a disk to the states in which a power cut may leave it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::disk::{DiskContents, DiskOperation, NameChange};

/// The disk's unit.
pub(crate) const SECTOR: usize = 512;

/// A write that no sync has followed.
#[derive(Clone, Debug)]
pub(crate) struct Unsynced {
    pub(crate) offset: usize,
    pub(crate) bytes: Arc<Vec<u8>>,
}

/// What is surely on the disk, and what may be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moment {
    pub(crate) durable: DiskContents,
    pub(crate) unsynced: BTreeMap<u64, Vec<Unsynced>>,
    pub(crate) names: Vec<NameChange>,
}

impl Moment {
    pub(crate) fn of(durable: DiskContents) -> Self {
        Self { durable, ..Self::default() }
    }

    pub(crate) fn after(mut self, operations: &[DiskOperation]) -> Self {
        for operation in operations {
            self.pass(operation);
        }
        self
    }

    pub(crate) fn pass(&mut self, operation: &DiskOperation) {
        match operation {
            DiskOperation::Written { file, offset, bytes } => {
                let unsynced = Unsynced { offset: *offset, bytes: Arc::clone(bytes) };
                self.unsynced.entry(*file).or_default().push(unsynced);
            }
            DiskOperation::Synced { file } => {
                for unsynced in self.unsynced.remove(file).unwrap_or_default() {
                    self.durable.write(*file, unsynced.offset, &unsynced.bytes);
                }
            }
            DiskOperation::Dropped { file } => drop(self.unsynced.remove(file)),
            DiskOperation::Named(change) => {
                if let NameChange::Made { file, .. } = change {
                    self.durable.files.entry(*file).or_default();
                }
                self.names.push(change.clone());
            }
            DiskOperation::FolderSynced(folder) => self.settle_names(folder),
        }
    }

    fn settle_names(&mut self, folder: &Path) {
        let durable = &mut self.durable;
        self.names.retain(|change| {
            let settled = change.folder() == Some(folder);
            if settled {
                durable.name(change);
            }
            !settled
        });
    }

    /// The disk after the power was cut: so many of the names, and of each file's unsynced writes what its tears
    /// say, in any order.
    pub(crate) fn cut(&self, names: usize, tears: &BTreeMap<u64, Vec<Tear>>) -> DiskContents {
        let mut contents = self.durable.clone();
        for (file, unsynced) in &self.unsynced {
            let tears = tears.get(file).map_or(&[][..], Vec::as_slice);
            for (unsynced, tear) in unsynced.iter().zip(tears) {
                tear.apply(&mut contents, *file, unsynced);
            }
        }
        self.names.iter().take(names).for_each(|change| contents.name(change));
        let led_to: Vec<u64> = contents.names.values().copied().collect();
        contents.files.retain(|file, _| led_to.contains(file));
        contents
    }

    /// The disk as a killed program leaves it: the system loses nothing.
    pub(crate) fn all(&self) -> DiskContents {
        let whole = |unsynced: &Vec<Unsynced>| vec![Tear::WHOLE; unsynced.len()];
        let tears = self.unsynced.iter().map(|(file, unsynced)| (*file, whole(unsynced))).collect();
        self.cut(self.names.len(), &tears)
    }
}

/// What stands where a write did not arrive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fill {
    /// What stood there; the file has not grown.
    Old,
    Zero,
    /// What another session once left on the same blocks.
    Stale,
}

/// Which bytes of a write arrived.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Arrived {
    /// The first so many.
    First(usize),
    /// The sectors whose bits are set, counted from the one in which the write begins.
    Sectors(u64),
}

/// What became of one unsynced write.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tear {
    pub(crate) arrived: Arrived,
    pub(crate) fill: Fill,
}

impl Tear {
    pub(crate) const NONE: Self = Self { arrived: Arrived::First(0), fill: Fill::Old };
    pub(crate) const WHOLE: Self = Self { arrived: Arrived::First(usize::MAX), fill: Fill::Old };

    fn apply(self, contents: &mut DiskContents, file: u64, unsynced: &Unsynced) {
        let length = unsynced.bytes.len();
        if self == Self::WHOLE {
            contents.write(file, unsynced.offset, &unsynced.bytes);
            return;
        }
        if self.fill != Fill::Old {
            contents.write(file, unsynced.offset, &self.filling(length));
        }
        match self.arrived {
            Arrived::First(count) => {
                contents.write(file, unsynced.offset, &unsynced.bytes[..count.min(length)]);
            }
            Arrived::Sectors(bits) => {
                let first = unsynced.offset / SECTOR;
                let mut start = 0;
                while start < length {
                    let sector = (unsynced.offset + start) / SECTOR;
                    let end = ((sector + 1) * SECTOR - unsynced.offset).min(length);
                    if bits >> ((sector - first) % 64) & 1 == 1 {
                        contents.write(file, unsynced.offset + start, &unsynced.bytes[start..end]);
                    }
                    start = end;
                }
            }
        }
    }

    fn filling(self, length: usize) -> Vec<u8> {
        match self.fill {
            Fill::Stale => STALE.as_bytes().iter().copied().cycle().take(length).collect(),
            _ => vec![0; length],
        }
    }
}

/// The end of another session's line, its trailer and blanks, and the beginning of a line of its.
const STALE: &str = concat!(
    r#"phút","hash":"5a17c0de5a17c0de5a17c0de5a17c0de5a17c0de5a17c0de5a17c0de5a17c0de"}"#,
    "\n]}\n          \n",
    r#",{"seq":7,"at":"2019-01-01T08:00:00.000+07:00","by":"thư ký","event":"paused","why":null,"#
);

/// Numbers that look drawn by lot and are the same each time.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ bits >> 31
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).expect("below a usize")
    }
}

const FILLS: [Fill; 3] = [Fill::Old, Fill::Zero, Fill::Stale];

/// Every way a write can be torn: each byte prefix, each subset of its sectors while they are few, each fill.
pub(crate) fn tears(unsynced: &Unsynced, random: &mut Random) -> Vec<Tear> {
    let length = unsynced.bytes.len();
    let sectors = (unsynced.offset + length).div_ceil(SECTOR) - unsynced.offset / SECTOR;
    let cuts: Vec<usize> = match length {
        0..=4096 => (0..=length).collect(),
        // A top-up of blanks: its edges, and some places between.
        _ => (0..64).map(|_| random.below(length)).chain([0, 1, length - 1, length]).collect(),
    };
    let subsets: Vec<u64> = match sectors {
        0 | 1 => Vec::new(),
        2..=6 => (1..(1 << sectors) - 1).collect(),
        _ => (0..64).map(|_| random.next()).collect(),
    };
    let arrived =
        cuts.into_iter().map(Arrived::First).chain(subsets.into_iter().map(Arrived::Sectors));
    arrived.flat_map(|arrived| FILLS.map(|fill| Tear { arrived, fill })).collect()
}
