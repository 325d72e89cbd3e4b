//! What recovery makes of files broken in every way we know.

use super::{Foreign, Tail, scan};
use crate::record::header::{Header, SessionId};
use crate::record::log::Record;
use crate::session::command::{Ask, Asker, Command, Moment, Occasion};
use crate::session::event::Event;
use crate::session::number::Seq;
use crate::session::payload::{Channel, Opening, QuestionKind, Reason};

fn document(pauses: usize) -> String {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let header = Header { id: SessionId::new(1), created: at };
    let occasion = Occasion::new(Moment::Given(at), "mc", "s");
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

/// A session whose last two lines are a new delegate and their question, and where those lines begin.
fn with_a_batch(seat: usize) -> (String, [usize; 2]) {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let header = Header { id: SessionId::new(1), created: at };
    let occasion = Occasion::new(Moment::Given(at), "mc", "s");
    let person = Asker {
        name: "Lê Bình".to_owned(),
        unit: Some("đoàn".repeat(50)),
        seat: Some("A".repeat(seat)),
        salt: None,
    };
    let ask = Command::AskQuestion(Ask {
        question: None,
        delegate: None,
        asker: Some(person),
        channel: Channel::Floor,
        point: None,
        kind: QuestionKind::Question,
        theme: None,
        text: "Bao giờ? ".repeat(200),
        follows: None,
    });
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let commands = vec![Command::Open(opening), ask];
    let (_, batch) = Record::founded(header.clone(), commands, &occasion).expect("admitted");
    let text = format!("{}\n{}]}}\n{}", header.line(), batch.document(), " ".repeat(4096));
    let asked = text.rfind("\n,").expect("the question") + 1;
    let added = text[..asked - 1].rfind("\n,").expect("the delegate") + 1;
    (text, [added, asked])
}

#[test]
fn a_batch_that_is_cut_anywhere_is_a_torn_tail_and_none_of_it_is_taken() {
    let (text, [added, asked]) = with_a_batch(1);
    let end = text.rfind("\n]}").expect("a trailer");
    for cut in (added + 1..end).step_by(7).chain([asked - 1, asked]) {
        for bytes in [&text.as_bytes()[..cut], &blanked(&text, cut..text.len())] {
            let found = scan(bytes).expect("a session");
            assert!(matches!(found.tail, Tail::Torn { .. }), "cut at {cut}: {:?}", found.tail);
            assert_eq!((found.record.fingerprint().events, found.end), (1, added), "{cut}");
        }
    }
}

#[test]
fn a_batch_of_which_any_sector_never_arrived_is_a_torn_tail() {
    for seat in [1, 60, 130, 199] {
        let (text, [added, _]) = with_a_batch(seat);
        let end = text.rfind("]}").expect("a trailer") + 3;
        // What stood there before the write: the trailer, and blanks behind it.
        let mut before = text.as_bytes()[..added].to_vec();
        before.extend_from_slice(b"]}\n");
        before.resize(text.len(), b' ');
        let sectors: Vec<usize> = (added / 512..end.div_ceil(512)).collect();
        for arrived in 0..1_usize << sectors.len() {
            let mut bytes = before.clone();
            for (place, sector) in sectors.iter().enumerate() {
                if arrived & 1 << place != 0 {
                    let range = sector * 512..(sector + 1) * 512;
                    bytes[range.clone()].copy_from_slice(&text.as_bytes()[range]);
                }
            }
            let found = scan(&bytes).expect("a session");
            let events = found.record.fingerprint().events;
            let whole = events == 3 && bytes[..end - 3] == text.as_bytes()[..end - 3];
            let case = format!("seat {seat}, sectors {arrived:b}: {:?}", found.tail);
            assert!(whole || matches!(found.tail, Tail::Clean | Tail::Torn { .. }), "{case}");
            assert!(whole || events == 1, "{case}");
        }
    }
}

#[test]
fn a_changed_letter_in_a_batch_is_no_torn_tail() {
    let (text, [added, asked]) = with_a_batch(1);
    for place in [added + 40, asked + 40] {
        let mut bytes = text.clone().into_bytes();
        bytes[place] ^= 1;
        let found = scan(&bytes).expect("a session");
        assert!(!matches!(found.tail, Tail::Torn { .. } | Tail::Clean), "{:?}", found.tail);
        assert_eq!(found.record.fingerprint().events, 1);
        assert_eq!(found.tail.salvage().len(), 2, "both lines are whole in themselves");
    }
}

#[test]
fn a_batch_whose_first_line_was_withheld_is_still_one() {
    let (text, [added, asked]) = with_a_batch(1);
    let line = &text[added + 1..asked - 1];
    let (body, seal) = line.split_once(",\"hash\":").expect("a hash");
    let digest = crate::record::chain::Hash::of(&[body.as_bytes()]);
    let withheld = format!(
        "{{\"seq\":2,\"withheld\":\"delegate_added\",\"digest\":\"{digest}\",\"hash\":{seal}"
    );
    let found = scan(text.replacen(line, &withheld, 1).as_bytes()).expect("a session");
    assert_eq!(found.tail, Tail::Clean);
    assert_eq!(found.record.session().undone_as(Seq(3)), Seq(2));
}

#[test]
fn two_lines_written_together_before_there_were_batches_are_torn_together() {
    let (text, [added, _]) = with_a_batch(1);
    let old = text.replace("\"batch\":{\"first\":2,\"count\":2},", "");
    let header = old.lines().next().expect("a header");
    let mut hash = Header::hash(header.as_bytes());
    let mut bytes = format!("{header}\n");
    for line in old.lines().skip(1).filter(|line| line.contains("\"hash\"")) {
        let body = line.split(",\"hash\":").next().expect("a body");
        let (comma, body) = body.split_at(usize::from(body.starts_with(',')));
        let kind = body.split("\"event\":\"").nth(1).and_then(|rest| rest.split('"').next());
        hash = hash.seal(kind.expect("a kind"), body.as_bytes());
        bytes.extend([comma, body, ",\"hash\":\"", hash.as_str(), "\"}\n"]);
    }
    bytes += "]}\n";
    let found = scan(bytes.as_bytes()).expect("a session");
    assert_eq!((found.tail, found.record.fingerprint().events), (Tail::Clean, 3));
    assert!(matches!(found.record.session().history()[1].event, Event::DelegateAdded(_)));
    let sector = added.next_multiple_of(512);
    let torn = scan(&blanked(&bytes, added..sector)).expect("a session");
    assert!(matches!(torn.tail, Tail::Torn { .. }), "{:?}", torn.tail);
    assert_eq!(torn.record.fingerprint().events, 1);
    let mut changed = bytes.into_bytes();
    changed[added + 40] ^= 1;
    let tail = scan(&changed).expect("a session").tail;
    assert!(!matches!(tail, Tail::Torn { .. }), "a changed letter is damage: {tail:?}");
}

#[test]
fn a_pair_whose_first_line_has_a_gap_anywhere_is_torn() {
    let text = include_str!("../../../tests/fixtures/torn_two_line_write.json");
    let found = scan(text.as_bytes()).expect("a session");
    assert!(matches!(found.tail, Tail::Torn { .. }), "{:?}", found.tail);
    assert_eq!(found.record.fingerprint().events, 1);
}

fn blanked(text: &str, range: std::ops::Range<usize>) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[range].fill(b' ');
    bytes
}
