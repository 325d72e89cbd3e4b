//! Files cut, flipped and broken, and what comes back.

use std::fs;

use crate::support::stored::{StoredSession, TestSession, occasion};
use doithoai::record::Tail;
use doithoai::record::scan::scan;
use doithoai::session::command::Command;
use doithoai::store::{Merged, OpenError, Recovered, read, recover};

#[test]
fn a_file_cut_at_any_byte_opens_with_exactly_its_whole_lines_and_is_json_again() {
    let on_disk = TestSession::after_the_dialogue();
    let bytes = on_disk.bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
    let header_ends = bytes.iter().position(|byte| *byte == b'\n').expect("a header");
    for cut in 0..=document {
        fs::write(&on_disk.file, &bytes[..cut]).expect("written");
        // As on another machine, where no second copy helps.
        fs::remove_file(on_disk.black_box()).expect("removed");
        let expected = whole_lines(&bytes[..cut]);
        match StoredSession::open(&on_disk.file, &on_disk.state) {
            Ok(opened) => {
                assert!(cut >= header_ends);
                assert_eq!(opened.stored.session().history().len(), expected, "cut at {cut}");
                assert_eq!(opened.mended.is_some(), cut + 1 < document, "cut at {cut}");
                assert!(on_disk.is_json(), "cut at {cut}");
            }
            Err(error) => {
                assert!(cut < header_ends, "cut at {cut}");
                assert!(matches!(error, OpenError::Damaged(Tail::Headless { .. })), "{error:?}");
                assert_eq!(on_disk.bytes(), &bytes[..cut], "an unreadable file is left alone");
                fs::write(on_disk.black_box(), "").expect("for the next to remove");
            }
        }
        for torn in fs::read_dir(on_disk.folder.path()).expect("listed").flatten() {
            if torn.file_name().to_string_lossy().contains(".torn-") {
                assert_eq!(fs::read(torn.path()).expect("read"), &bytes[..cut]);
                fs::remove_file(torn.path()).expect("removed");
            }
        }
    }
}

#[test]
fn a_file_cut_at_any_byte_behind_its_header_is_completed_from_the_black_box() {
    let on_disk = TestSession::after_the_dialogue();
    let bytes = on_disk.bytes();
    let whole = read(&on_disk.file).expect("readable").fingerprint();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer") + 2;
    let header_ends = bytes.iter().position(|byte| *byte == b'\n').expect("a header");
    for cut in (header_ends..=document).step_by(7) {
        fs::write(&on_disk.file, &bytes[..cut]).expect("written");
        let opened = StoredSession::open(&on_disk.file, &on_disk.state).expect("opened");
        assert_eq!(opened.stored.record.fingerprint(), whole, "cut at {cut}");
        let lost = whole.events - whole_lines(&bytes[..cut]) as u64;
        let completed = (lost > 0).then_some(Merged::FileCompleted { events: lost });
        assert_eq!(opened.merged, completed, "cut at {cut}");
        drop(opened);
        assert_eq!(read(&on_disk.file).expect("readable").fingerprint(), whole, "cut at {cut}");
        assert_eq!(read(&on_disk.file).expect("readable").tail, Tail::Clean, "cut at {cut}");
    }
}

/// Lines up to the closing quote and brace of their hash, but those of a batch that is not complete.
fn whole_lines(bytes: &[u8]) -> usize {
    let lines = bytes.split(|byte| *byte == b'\n').skip(1);
    let whole: Vec<_> = lines.filter(|line| line.ends_with(b"\"}")).collect();
    let begins_a_batch = |line: &&[u8]| {
        let text = String::from_utf8_lossy(line);
        text.contains("\"batch\":") && text.contains("\"delegate_added\"")
    };
    whole.len() - usize::from(whole.last().is_some_and(begins_a_batch))
}

#[test]
fn a_torn_file_goes_on_after_it_is_mended() {
    let on_disk = TestSession::after_the_dialogue();
    let bytes = on_disk.bytes();
    let document = bytes.iter().rposition(|byte| *byte == b'}').expect("a trailer");
    for cut in [document - 1, document - 40, document - 300] {
        fs::write(&on_disk.file, &bytes[..cut]).expect("written");
        let mut stored = on_disk.open();
        let undo = Command::Undo { undoes: None, why: None };
        stored.submit(undo, &occasion()).expect("taken");
        drop(stored);
        assert!(on_disk.is_json());
        assert_eq!(read(&on_disk.file).expect("readable").tail, Tail::Clean);
    }
}

#[test]
fn any_single_flipped_bit_is_noticed() {
    let bytes = TestSession::after_the_dialogue().bytes();
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
    let on_disk = TestSession::after_the_dialogue();
    let text = String::from_utf8(on_disk.bytes()).expect("UTF-8");
    let broken = text.replacen("\"event\":\"answer_started\"", "\"event\":\"answer_", 1);
    fs::write(&on_disk.file, &broken).expect("broken");
    fs::remove_file(on_disk.black_box()).expect("removed");
    let refused = StoredSession::open(&on_disk.file, &on_disk.state).err();
    assert!(matches!(refused, Some(OpenError::Damaged(Tail::Damaged { .. }))));
    match recover(&on_disk.file, &on_disk.state).expect("recovered") {
        Recovered::Mended {
            record,
            from_box: 0,
            kept_beside: Some(kept),
            salvage: Some(salvage),
            ..
        } => {
            assert_eq!(record.fingerprint().events, 5);
            assert_eq!(fs::read_to_string(kept).expect("kept"), broken);
            assert!(salvage.path.ends_with("phien.salvage.jsonl"));
            let lines = fs::read_to_string(&salvage.path).expect("kept");
            assert_eq!(lines.lines().count(), salvage.lines);
            assert_eq!(salvage.events.len(), salvage.lines, "each can be told in words");
            assert!(lines.lines().all(|line| text.contains(line)));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(on_disk.open().session().history().len(), 5);
    assert!(matches!(recover(&on_disk.file, &on_disk.state), Ok(Recovered::Whole { events: 5 })));
}

#[test]
fn recover_takes_from_the_black_box_what_the_file_has_lost_even_its_first_line() {
    let on_disk = TestSession::after_the_dialogue();
    let whole = read(&on_disk.file).expect("readable").fingerprint();
    let text = String::from_utf8(on_disk.bytes()).expect("UTF-8");
    let broken = text.replacen("\"event\":\"answer_started\"", "\"event\":\"answer_", 1);
    for (damaged, from) in [(broken, whole.events - 5), (text[40..].to_owned(), whole.events)] {
        fs::write(&on_disk.file, &damaged).expect("broken");
        match recover(&on_disk.file, &on_disk.state).expect("recovered") {
            Recovered::Mended { record, from_box, kept_beside: Some(kept), salvage, .. } => {
                assert_eq!((record.fingerprint(), from_box), (whole, from));
                let salvage = salvage.expect("the later whole lines");
                assert!(
                    salvage.lines > 0 && salvage.events.is_empty(),
                    "all are in the file again"
                );
                assert_eq!(fs::read_to_string(kept).expect("kept"), damaged);
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(read(&on_disk.file).expect("readable").fingerprint(), whole);
    }
}

#[test]
fn recover_loses_nothing_where_only_the_layout_is_broken() {
    let on_disk = TestSession::after_the_dialogue();
    let before = read(&on_disk.file).expect("readable").fingerprint();
    let text = String::from_utf8(on_disk.bytes()).expect("UTF-8").replace("\n,", "\n;\0");
    fs::write(&on_disk.file, text).expect("broken");
    recover(&on_disk.file, &on_disk.state).expect("recovered");
    assert_eq!(on_disk.open().record.fingerprint(), before);
}
