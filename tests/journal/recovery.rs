//! Files cut, flipped and broken, and what comes back.

use std::fs;

use crate::hall::{Hall, occasion};
use doithoai::journal::scan::scan;
use doithoai::journal::{Journal, OpenError, Recovered, Tail, read, recover};
use doithoai::session::command::Command;

#[test]
fn a_file_cut_at_any_byte_opens_with_exactly_its_whole_lines_and_is_json_again() {
    let hall = Hall::after_the_dialogue();
    let bytes = hall.bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
    let header_ends = bytes.iter().position(|byte| *byte == b'\n').expect("a header");
    for cut in 0..=document {
        fs::write(&hall.file, &bytes[..cut]).expect("written");
        let expected = whole_lines(&bytes[..cut]);
        match Journal::open(&hall.file, &hall.state) {
            Ok(opened) => {
                assert!(cut >= header_ends);
                assert_eq!(opened.journal.session().history().len(), expected, "cut at {cut}");
                assert_eq!(opened.mended.is_some(), cut + 1 < document, "cut at {cut}");
                assert!(hall.is_json(), "cut at {cut}");
            }
            Err(error) => {
                assert!(cut < header_ends, "cut at {cut}");
                assert!(matches!(error, OpenError::Damaged(Tail::Headless { .. })), "{error:?}");
                assert_eq!(hall.bytes(), &bytes[..cut], "an unreadable file is left alone");
            }
        }
        for torn in fs::read_dir(hall.folder.path()).expect("listed").flatten() {
            if torn.file_name().to_string_lossy().contains(".torn-") {
                assert_eq!(fs::read(torn.path()).expect("read"), &bytes[..cut]);
                fs::remove_file(torn.path()).expect("removed");
            }
        }
    }
}

/// Lines up to the closing quote and brace of their hash.
fn whole_lines(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').skip(1).filter(|line| line.ends_with(b"\"}")).count()
}

#[test]
fn a_torn_file_goes_on_after_it_is_mended() {
    let hall = Hall::after_the_dialogue();
    let bytes = hall.bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer");
    for cut in [document - 1, document - 40, document - 300] {
        fs::write(&hall.file, &bytes[..cut]).expect("written");
        let mut journal = hall.open();
        let undo = Command::Undo { undoes: None, why: None };
        journal.submit(undo, &occasion()).expect("taken");
        drop(journal);
        assert!(hall.is_json());
        assert_eq!(read(&hall.file).expect("readable").tail, Tail::Clean);
    }
}

#[test]
fn any_single_flipped_bit_is_noticed() {
    let bytes = Hall::after_the_dialogue().bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
    let short = &bytes[..document + 64];
    assert_eq!(scan(short).map(|scan| scan.tail), Ok(Tail::Clean));
    for at in 0..short.len() {
        assert_flips_are_noticed(short, at);
    }
    for at in (document..bytes.len()).step_by(40_009) {
        assert_flips_are_noticed(&bytes, at);
    }
}

fn assert_flips_are_noticed(bytes: &[u8], at: usize) {
    for bit in 0..8 {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 1 << bit;
        let tail = scan(&flipped).map(|scan| scan.tail);
        assert_ne!(tail, Ok(Tail::Clean), "bit {bit} of byte {at}");
    }
}

#[test]
fn recover_keeps_the_damaged_bytes_and_the_later_lines_beside() {
    let hall = Hall::after_the_dialogue();
    let text = String::from_utf8(hall.bytes()).expect("UTF-8");
    let broken = text.replacen("\"event\":\"answer_started\"", "\"event\":\"answer_", 1);
    fs::write(&hall.file, &broken).expect("broken");
    let refused = Journal::open(&hall.file, &hall.state).err();
    assert!(matches!(refused, Some(OpenError::Damaged(Tail::Damaged { .. }))));
    match recover(&hall.file, &hall.state).expect("recovered") {
        Recovered::Mended { events: 5, kept_beside, salvage: Some(salvage) } => {
            assert_eq!(fs::read_to_string(kept_beside).expect("kept"), broken);
            assert!(salvage.path.ends_with("phien.salvage.jsonl"));
            let lines = fs::read_to_string(&salvage.path).expect("kept");
            assert_eq!(lines.lines().count(), salvage.lines);
            assert!(lines.lines().all(|line| text.contains(line)));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(hall.open().session().history().len(), 5);
    assert!(matches!(recover(&hall.file, &hall.state), Ok(Recovered::Whole { events: 5 })));
}

#[test]
fn recover_loses_nothing_where_only_the_layout_is_broken() {
    let hall = Hall::after_the_dialogue();
    let before = read(&hall.file).expect("readable").fingerprint();
    let text = String::from_utf8(hall.bytes()).expect("UTF-8").replace("\n,", "\n;\0");
    fs::write(&hall.file, text).expect("broken");
    recover(&hall.file, &hall.state).expect("recovered");
    assert_eq!(hall.open().record.fingerprint(), before);
}
