//! Files that earlier programs wrote, kept for ever: each is read, verified and written again byte for byte.

use std::collections::BTreeSet;

use crate::record::encode;
use crate::record::header::Header;
use crate::record::line::Line;
use crate::record::salvage::lines_of;
use crate::record::scan::{Tail, scan};
use crate::session::event::Event;

macro_rules! kept {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../tests/fixtures/v1/", $name)))),+]
    };
}

/// By their names, with their text.
const FILES: [(&str, &str); 8] = kept![
    "closed.json",
    "corrections.json",
    "every_kind.json",
    "failed_over.json",
    "live.json",
    "pairs.json",
    "recovered.json",
    "withheld.json"
];

/// The fingerprint that was noted for each file when it was written.
const FINGERPRINTS: &str = include_str!("../../tests/fixtures/v1/fingerprints.txt");

/// Each file with its fingerprint.
pub(crate) fn fixtures() -> impl Iterator<Item = (&'static str, &'static [u8], &'static str)> {
    let noted = FINGERPRINTS.lines().map(|line| line.split_once(' ').expect("a fingerprint"));
    FILES.iter().zip(noted).map(|((name, text), (noted, fingerprint))| {
        assert_eq!(*name, noted);
        (*name, text.as_bytes(), fingerprint)
    })
}

#[test]
fn every_file_that_was_ever_written_is_whole_and_has_its_fingerprint() {
    assert_eq!(fixtures().count(), FINGERPRINTS.lines().count());
    for (name, bytes, fingerprint) in fixtures() {
        let found = scan(bytes).expect("a session");
        assert_eq!(found.tail, Tail::Clean, "{name}");
        assert_eq!(found.record.fingerprint().to_string(), fingerprint, "{name}");
    }
}

#[test]
fn every_line_that_was_ever_written_is_written_again_byte_for_byte() {
    for (name, bytes, _) in fixtures() {
        let found = scan(bytes).expect("a session");
        let (header, lines) = lines_of(bytes);
        assert_eq!(found.header.as_ref().map(Header::line), Some(header), "{name}");
        let history = found.record.session().history();
        assert_eq!(history.len(), lines.len(), "{name}");
        for (place, (recorded, line)) in history.iter().zip(&lines).enumerate() {
            if matches!(recorded.event, Event::Withheld(_)) {
                continue;
            }
            let before = found.record.fingerprint_after(place as u64).expect("a hash").head;
            let written = encode::line(recorded, before).map(|(line, _)| line);
            assert_eq!(written.as_ref(), Some(line), "{name}");
        }
    }
}

#[test]
fn the_fixtures_hold_every_kind_of_event() {
    let lines = fixtures().flat_map(|(_, bytes, _)| lines_of(bytes).1);
    let kind = |line: String| Line::parse(line.as_bytes()).map(|line| line.kind.into_owned());
    let kinds: BTreeSet<String> = lines.filter_map(kind).collect();
    assert_eq!(kinds.len(), 37, "{kinds:?}");
}
