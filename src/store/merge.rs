//! Comparing the public file with the black box. Pure.

use crate::session::number::Seq;

use crate::record::lines::Lines;
use crate::record::log::Record;
use crate::record::scan::{Scan, Tail};
use crate::store::black_box::Boxed;

/// How a black box compares with a public file.
pub(crate) enum BoxComparison {
    /// Both hold the same.
    Same(Boxed),
    /// It lacks the file's last events, and is whole.
    Behind { boxed: Boxed, missing: Vec<u8> },
    /// It lacks the file's last events, perhaps none, and its end is broken.
    Broken { lacks: u64 },
    /// It holds more than the file.
    Ahead(BoxAhead),
    /// Each holds events that the other does not: they part after `after`.
    Forked { after: Seq, scan: Scan, lines: Lines },
    /// Not a line of it can be read, or it is of another session.
    Unreadable,
}

/// A black box that holds what the file lacks.
pub(crate) struct BoxAhead {
    pub(crate) boxed: Boxed,
    pub(crate) scan: Scan,
    pub(crate) lines: Lines,
    pub(crate) lacks: u64,
}

/// Compares; `file` and `lines` are what is whole in the public file.
pub(crate) fn compared(file: &Record, lines: &Lines, boxed: Boxed) -> BoxComparison {
    let ours = lines.boxed();
    match ours.strip_prefix(boxed.written()) {
        Some([]) => return BoxComparison::Same(boxed),
        Some(rest) if boxed.written().ends_with(b"\n") => {
            let missing = rest.to_vec();
            return BoxComparison::Behind { boxed, missing };
        }
        _ => {}
    }
    let Some((scan, lines)) = boxed.scanned() else { return BoxComparison::Unreadable };
    let (here, there) = (file.fingerprint().events, scan.record.fingerprint().events);
    if file.fingerprint_after(0) != scan.record.fingerprint_after(0) {
        return BoxComparison::Unreadable;
    }
    let shared = shared_events(file, &scan.record);
    if shared < here.min(there) {
        return BoxComparison::Forked { after: Seq(shared), scan, lines };
    }
    match there.checked_sub(here) {
        Some(lacks @ 1..) => BoxComparison::Ahead(BoxAhead { boxed, scan, lines, lacks }),
        Some(_) if scan.tail == Tail::Clean && boxed.written().ends_with(b"\n") => {
            // The same events in other bytes, as a tool may have left them.
            BoxComparison::Same(boxed)
        }
        _ => BoxComparison::Broken { lacks: here - there },
    }
}

/// How many events two records of one session share.
pub(crate) fn shared_events(one: &Record, other: &Record) -> u64 {
    let agree = |events: u64| one.fingerprint_after(events) == other.fingerprint_after(events);
    let (mut low, mut high) = (0, one.fingerprint().events.min(other.fingerprint().events));
    if agree(high) {
        return high;
    }
    // Each hash seals all before it: where two differ, all later ones do.
    while low + 1 < high {
        let middle = low.midpoint(high);
        if agree(middle) { low = middle } else { high = middle }
    }
    low
}
