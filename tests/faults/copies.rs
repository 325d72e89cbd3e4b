//! F11: what `recover` makes of a public file that no opening would touch, and of the black box beside it.
//! (What an opening alone makes of two copies is told in `tests/store/two_copies.rs`.)

use std::fs;
use std::path::Path;

use doithoai::store::{OpenError, RecoverError, Recovered};

use crate::disk::DiskContents;
use crate::script::{FILE, Locks, document_in, lines_in, recover, traced_dialogue};
use crate::states::Moment;

/// What became of one copy.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Look {
    Whole,
    Missing,
    Empty,
    /// Nothing that can be read where its first line was.
    Headless,
    /// A letter of this event was changed.
    Edited(usize),
    /// This event's line is gone.
    Without(usize),
    /// This event's line stands there twice.
    Doubled(usize),
    /// This event's line and the next have changed places.
    Swapped(usize),
    /// Only so many events are left.
    Short(usize),
}
use Look::{Doubled, Edited, Empty, Headless, Missing, Short, Swapped, Whole, Without};

/// How many events the dialogue has.
const ALL: usize = 21;

/// The file, the black box, and how many events are there again after `recover`; `None`: it refuses.
const CASES: [(Look, Look, Option<usize>); 35] = [
    (Whole, Whole, Some(ALL)),
    (Whole, Missing, Some(ALL)),
    (Missing, Whole, Some(ALL)),
    (Missing, Short(20), Some(20)),
    (Missing, Missing, None),
    (Missing, Empty, None),
    (Empty, Whole, Some(ALL)),
    // The third event belongs to one batch with the fourth.
    (Empty, Short(3), Some(2)),
    (Empty, Short(4), Some(4)),
    (Empty, Missing, None),
    (Headless, Whole, Some(ALL)),
    (Headless, Short(20), Some(20)),
    (Headless, Missing, None),
    (Headless, Headless, None),
    (Edited(1), Whole, Some(ALL)),
    (Edited(1), Missing, Some(0)),
    (Edited(9), Whole, Some(ALL)),
    // The eighth and the ninth belong to one batch.
    (Edited(9), Missing, Some(7)),
    (Edited(9), Short(12), Some(12)),
    (Edited(9), Short(4), Some(7)),
    (Edited(9), Edited(9), Some(7)),
    (Edited(9), Edited(15), Some(14)),
    (Edited(ALL), Whole, Some(ALL)),
    (Edited(ALL), Missing, Some(20)),
    (Without(9), Whole, Some(ALL)),
    (Without(9), Missing, Some(7)),
    (Without(9), Without(12), Some(11)),
    (Doubled(9), Whole, Some(ALL)),
    (Doubled(9), Missing, Some(9)),
    (Swapped(9), Whole, Some(ALL)),
    (Swapped(9), Missing, Some(7)),
    (Swapped(9), Swapped(9), Some(7)),
    (Short(9), Whole, Some(ALL)),
    (Short(9), Short(12), Some(12)),
    (Short(9), Missing, Some(9)),
];

impl Look {
    /// `bytes` as they look then.
    fn of(self, bytes: &[u8]) -> Option<Vec<u8>> {
        let text = String::from_utf8_lossy(bytes).trim_end().to_owned();
        let mut lines: Vec<&str> = text.lines().collect();
        let edited;
        match self {
            Missing => return None,
            Empty => return Some(Vec::new()),
            Whole => {}
            Headless => lines[0] = "\u{1}\u{2}",
            Edited(event) => {
                edited = lines[event].replacen("2024", "2025", 1);
                lines[event] = &edited;
            }
            Without(event) => drop(lines.remove(event)),
            Doubled(event) => lines.insert(event, lines[event]),
            Swapped(event) => lines.swap(event, event + 1),
            Short(events) => drop(lines.drain(events + 1..=ALL)),
        }
        Some((lines.join("\n") + "\n").into_bytes())
    }

    fn harm(self, contents: &mut DiskContents, path: &Path) {
        match self.of(contents.bytes(path).expect("there")) {
            None => drop(contents.names.remove(path)),
            Some(_) if self == Whole => {}
            Some(bytes) => contents.change(path, |there| *there = bytes),
        }
    }
}

#[test]
fn recover_brings_back_the_longest_true_record_that_both_copies_have_between_them() {
    let locks = Locks::new();
    let traced = traced_dialogue(&locks);
    let left = traced.steps.last().expect("steps").from;
    let contents = Moment::of(traced.base).after(&traced.operations[..left]).all();
    let original = lines_in(contents.bytes(Path::new(FILE)));
    assert_eq!(original.len(), ALL);
    // Black boxes are looked for by their names, which are on the real disk as the locks are.
    fs::write(locks.black_box(), "").expect("a name");
    for (file, black_box, expected) in CASES {
        let case = format!("{file:?} against {black_box:?}");
        let mut harmed = contents.clone();
        let disk = locks.disk(harmed.clone());
        file.harm(&mut harmed, Path::new(FILE));
        black_box.harm(&mut harmed, &disk.named(&locks.black_box()));
        let damaged = harmed.bytes(Path::new(FILE)).map(<[u8]>::to_vec);
        let disk = locks.disk(harmed);
        let recovered = recover(&disk, &locks);
        let after = disk.contents();
        let there = after.bytes(Path::new(FILE));
        let held = match (recovered, expected) {
            (
                Ok(Recovered::Headless { .. }) | Err(RecoverError::Open(OpenError::Read(_))),
                None,
            ) => {
                assert_eq!(there, damaged.as_deref(), "{case}: it is left alone");
                continue;
            }
            (Ok(Recovered::Whole { events }), Some(_)) => usize::try_from(events).expect("few"),
            (Ok(Recovered::Mended { .. }), Some(_)) => lines_in(there).len(),
            (outcome, _) => panic!("{case}: {outcome:?}"),
        };
        assert_eq!(Some(held), expected, "{case}");
        assert_eq!(document_in(there), Some(held as u64), "{case}");
        assert_eq!(lines_in(there), original[..held], "{case}");
        let kept = damaged.is_none_or(|bytes| bytes.is_empty() || after.holds(&bytes));
        assert!(kept || matches!(file, Whole | Short(_)), "{case}: the damaged file is not kept");
    }
}
