//! What recovery makes of files broken in every way we know.

use super::{Foreign, Tail, scan};
use crate::record::header::{Header, SessionId};
use crate::record::log::Record;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::number::Seq;
use crate::session::payload::{Opening, Reason};

fn document(pauses: usize) -> String {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let header = Header { id: SessionId::new(1), created: at };
    let occasion = Occasion { at: Moment::Given(at), by: "mc".to_owned(), salt: "s".to_owned() };
    let mut commands =
        vec![Command::Open(Opening { title: "Đối thoại".to_owned(), ..Opening::default() })];
    for _ in 0..pauses {
        let why = Some("giải lao ".repeat(120));
        commands.push(Command::Pause(Reason { why: why.clone() }));
        commands.push(Command::Resume(Reason { why }));
    }
    let (_, entry) = Record::founded(header.clone(), commands, &occasion).expect("admitted");
    format!("{}\n{}]}}\n     ", header.line(), entry.document())
}

fn tail(text: &[u8]) -> Tail {
    scan(text).expect("a session").tail
}

#[test]
fn a_live_file_and_a_tidy_one_are_clean_with_either_line_end() {
    let live = document(1);
    for text in [live.clone(), live.trim_end().to_owned(), live.replace('\n', "\r\n")] {
        assert_eq!(tail(text.as_bytes()), Tail::Clean);
    }
}

#[test]
fn nuls_behind_the_trailer_are_a_torn_tail_and_nuls_between_lines_are_damage() {
    let text = document(1);
    assert_eq!(tail(format!("{text}\0\0").as_bytes()), Tail::Torn { bytes: 0 });
    let holed = text.replacen("\n,", "\n\0\0\n\0,", 1);
    let scanned = scan(holed.as_bytes()).expect("a session");
    assert_eq!(scanned.record.fingerprint().events, 3, "every line is kept all the same");
    assert!(matches!(scanned.tail, Tail::Damaged { after: Seq(3), .. }));
}

#[test]
fn a_lost_comma_costs_no_event() {
    let text = document(1).replacen("\n,", "\n.", 1);
    let scanned = scan(text.as_bytes()).expect("a session");
    assert_eq!(scanned.record.fingerprint().events, 3);
    assert!(matches!(scanned.tail, Tail::Damaged { .. }));
}

#[test]
fn a_line_lost_in_the_middle_leaves_the_later_ones_as_salvage() {
    let text = document(2);
    let lost = text.lines().nth(2).expect("the second event");
    let scanned = scan(text.replacen(lost, "", 1).as_bytes());
    match scanned.expect("a session").tail {
        Tail::Damaged { after: Seq(1), salvage } => assert_eq!(salvage.len(), 3),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_word_is_named_by_its_line() {
    let text = document(2).replacen("resumed\",\"why\":\"giải", "resumed\",\"why\":\"Giải", 1);
    assert!(matches!(tail(text.as_bytes()), Tail::Edited { seq: Seq(3), .. }));
}

#[test]
fn a_last_line_with_a_sector_never_written_is_torn_and_not_edited() {
    let text = document(1);
    let mut bytes = text.clone().into_bytes();
    let last = text.rfind("\n,").expect("the last line") + 1;
    let sector = last.next_multiple_of(512);
    bytes[sector..sector + 512].fill(b' ');
    assert!(matches!(tail(&bytes), Tail::Torn { .. }));
}

#[test]
fn a_line_of_a_newer_program_is_neither_skipped_nor_called_damage() {
    let text = document(0);
    let head = scan(text.as_bytes()).expect("a session").record.head();
    let body = r#"{"seq":2,"at":"2024-03-22T08:00:00+07:00","by":"mc","event":"celebrated""#;
    let hash = head.seal("celebrated", body.as_bytes());
    let newer = format!(",{body},\"hash\":\"{hash}\"}}\n]}}");
    let text = text.replacen("]}", &newer, 1);
    let kind = "celebrated".to_owned();
    assert_eq!(tail(text.as_bytes()), Tail::Unknown { seq: Seq(2), kind });
}

#[test]
fn a_well_sealed_line_that_could_not_have_happened_is_impossible() {
    let text = document(0);
    let head = scan(text.as_bytes()).expect("a session").record.head();
    let body = r#"{"seq":2,"at":"2024-03-22T08:00:00+07:00","by":"mc","event":"resumed""#;
    let hash = head.seal("resumed", body.as_bytes());
    let text = text.replacen("]}", &format!(",{body},\"hash\":\"{hash}\"}}\n]}}"), 1);
    assert!(matches!(tail(text.as_bytes()), Tail::Impossible { seq: Seq(2), .. }));
}

#[test]
fn without_its_header_a_session_is_headless_and_other_files_are_foreign() {
    let text = document(1);
    let headless = text.replacen("format", "fromat", 1);
    assert_eq!(tail(headless.as_bytes()), {
        let salvage = text.lines().filter(|line| line.contains("\"seq\""));
        let salvage = salvage.map(|line| line.trim_start_matches(',').to_owned()).collect();
        Tail::Headless { salvage }
    });
    for foreign in ["[1]", "Kính gửi", "{\"a\":1}"] {
        assert_eq!(scan(foreign.as_bytes()).err(), Some(Foreign::NotASession));
    }
    let newer = text.replacen("doithoai/1", "doithoai/2", 1);
    let format = "doithoai/2".to_owned();
    assert_eq!(scan(newer.as_bytes()).err(), Some(Foreign::OtherFormat(format)));
}
