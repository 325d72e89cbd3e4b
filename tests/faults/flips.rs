//! F2: every truncation and every single flipped bit of a file of some twenty events.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use doithoai::record::Fingerprint;
use doithoai::record::scan::{Scan, Tail, scan};
use doithoai::store::{OpenError, ReadError};

use crate::disk::{DiskContents, DiskOperation};
use crate::parallel::share;
use crate::script::{FILE, Locks, Way, open, survives, traced_dialogue};
use crate::states::{Moment, Random};
use crate::support::scale::sample_or_all;

const SEED: u64 = 356_2025;
/// Blanks behind the document that are flipped and cut as well.
const RESERVE: usize = 600;

/// A file at the end of a live session, the disk it stands on, and its fingerprints.
struct Original {
    contents: DiskContents,
    bytes: Vec<u8>,
    /// Where each line begins: the header's, each event's, the trailer's.
    lines: Vec<usize>,
    chain: Vec<Fingerprint>,
}

impl Original {
    fn new(locks: &Locks) -> Self {
        let traced = traced_dialogue(locks);
        let left = traced.steps.last().expect("steps").from;
        let mut contents = Moment::of(traced.base).after(&traced.operations[..left]).all();
        contents.change(Path::new(FILE), |bytes| {
            let end = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
            bytes.truncate(end + RESERVE);
        });
        let bytes = contents.bytes(Path::new(FILE)).expect("a file").to_vec();
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let lines: Vec<usize> = std::iter::once(0).chain(ends.map(|(end, _)| end + 1)).collect();
        assert_eq!(lines.len(), traced.chain.len() + 2, "a header, a line an event, a trailer");
        assert!(traced.chain.len() > 20, "{} events", traced.chain.len() - 1);
        Self { contents, bytes, lines, chain: traced.chain }
    }

    /// How many events are whole before the byte at `place`, those of an incomplete batch apart.
    fn before(&self, place: usize) -> u64 {
        let line = self.lines.partition_point(|start| *start <= place) - 1;
        self.complete((line.max(1) - 1).min(self.chain.len() - 1) as u64)
    }

    /// How many of the first `events` events belong to no batch that goes on behind them.
    fn complete(&self, events: u64) -> u64 {
        let Ok(line) = usize::try_from(events) else { return events };
        let text = String::from_utf8_lossy(&self.bytes[self.lines[line]..self.lines[line + 1]]);
        let Some((_, batch)) = text.split_once("\"batch\":{\"first\":") else { return events };
        let (first, rest) = batch.split_once(",\"count\":").expect("a count");
        let count = rest.split('}').next().expect("an end");
        let (first, count): (u64, u64) = (first.parse().expect("first"), count.parse().expect("n"));
        if events + 1 < first + count { first - 1 } else { events }
    }

    fn events(&self) -> u64 {
        self.chain.len() as u64 - 1
    }

    /// Whether the byte is a comma or a newline between lines: all the events are whole without it.
    fn is_between(&self, place: usize) -> bool {
        self.lines.contains(&(place + 1))
            || self.lines.contains(&place) && self.bytes[place] == b','
    }

    /// Nothing is believed that was not recorded.
    fn is_true(&self, found: &Scan) -> bool {
        let held = found.record.fingerprint();
        held.events == 0 || self.chain.contains(&held)
    }
}

#[test]
fn a_file_cut_anywhere_is_read_up_to_the_cut_and_no_further() {
    let original = Original::new(&Locks::new());
    for cut in 0..original.bytes.len() {
        let Ok(found) = scan(&original.bytes[..cut]) else { panic!("cut at {cut}: foreign") };
        assert!(original.is_true(&found), "cut at {cut}");
        let (held, whole) = (found.record.fingerprint().events, original.before(cut));
        // A line is whole without its newline, too.
        assert!(
            held == whole || held == original.before(cut + 1),
            "cut at {cut}: {held} of {whole}"
        );
        let trailer = original.lines.last().expect("lines") - 1;
        assert_eq!(found.tail == Tail::Clean, cut >= trailer, "cut at {cut}: {:?}", found.tail);
    }
}

/// Flips one in `every` bits.
fn flips(original: &Original, every: usize) -> Vec<(usize, u8)> {
    let mut random = Random(SEED);
    let all = (0..original.bytes.len()).flat_map(|place| (0..8).map(move |bit| (place, bit)));
    all.filter(|_| random.below(every) == 0).collect()
}

fn each_flip_is_named(every: usize) {
    let original = Original::new(&Locks::new());
    let flips = flips(&original, every);
    println!("seed {SEED}: {} of {} bits", flips.len(), original.bytes.len() * 8);
    share(&flips, |(place, bit), _| {
        let case = format!("bit {bit} of byte {place}");
        let mut bytes = original.bytes.clone();
        bytes[*place] ^= 1 << bit;
        let before = original.before(*place);
        // The header's first words may come to be those of another format, or of none.
        let Ok(found) = scan(&bytes) else {
            assert!(*place < original.lines[1], "{case}: foreign");
            return;
        };
        assert!(original.is_true(&found), "{case}: an event is believed that never was");
        let held = found.record.fingerprint().events;
        assert!(held == before || original.is_between(*place), "{case}: {held} of {before}");
        match &found.tail {
            Tail::Clean => panic!("{case}: not noticed"),
            Tail::Edited { seq, .. } | Tail::Impossible { seq, .. } | Tail::Unknown { seq, .. } => {
                let whole = original.complete(seq.0 - 1);
                assert_eq!(whole, held, "{case}: the first bad event is named");
            }
            Tail::Damaged { after, .. } => assert_eq!(after.0, held, "{case}"),
            Tail::Torn { .. } => {
                assert!(held >= original.complete(original.events() - 1), "{case}: lines follow");
            }
            Tail::Headless { .. } => assert!(*place < original.lines[1], "{case}"),
        }
    });
}

#[test]
fn flipped_bits_are_noticed_and_the_first_bad_event_is_named() {
    each_flip_is_named(sample_or_all(24, 1));
}

/// Opens, and if need be recovers, files with flipped bits and files cut short, the black box being whole.
fn everything_comes_back(every: usize) {
    let original = Original::new(&Locks::new());
    let cut = |place: usize| original.bytes[..place].to_vec();
    let flipped = |(place, bit): (usize, u8)| {
        let mut bytes = original.bytes.clone();
        bytes[place] ^= 1 << bit;
        bytes
    };
    let mut random = Random(SEED);
    let mut damaged: BTreeMap<String, Vec<u8>> = flips(&original, every)
        .into_iter()
        .map(|flip| (format!("bit {} of byte {}", flip.1, flip.0), flipped(flip)))
        .collect();
    let cuts = (0..original.bytes.len()).filter(|_| random.below(every) < 8);
    damaged.extend(cuts.map(|place| (format!("cut at {place}"), cut(place))));
    println!("seed {SEED}: {} damaged files", damaged.len());
    let damaged: Vec<(String, Vec<u8>)> = damaged.into_iter().collect();
    share(&damaged, |(case, bytes), locks| {
        // Black boxes are looked for by their names, or by the lock, when the file does not say whose it is.
        fs::write(locks.black_box(), "").expect("a name");
        drop(open(&locks.disk(original.contents.clone()), locks));
        let mut contents = original.contents.clone();
        contents.change(Path::new(FILE), |there| there.clone_from(bytes));
        let disk = locks.disk(contents);
        // One bit makes it the file of another format: not ours to open, nor to mend.
        if let Err(OpenError::Read(ReadError::OtherFormat(_))) = open(&disk, locks) {
            assert!(case.ends_with(" of byte 20") || case.ends_with(" of byte 21"), "{case}");
            assert!(
                disk.operations()
                    .iter()
                    .all(|operation| matches!(operation, DiskOperation::Synced { .. })),
                "{case}"
            );
            return;
        }
        match survives(&disk, locks, original.events(), &original.chain) {
            Ok(Way::Opened | Way::Recovered) => {}
            Err(why) => panic!("{case}: {why}"),
        }
    });
}

#[test]
fn with_a_whole_black_box_everything_comes_back_from_any_flip_and_any_cut() {
    everything_comes_back(sample_or_all(300, 1));
}
