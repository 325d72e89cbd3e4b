//! Random and spoilt files, commands, rosters, texts and keys.
//!
//! The same properties are the targets of the coverage-guided fuzzer in `fuzz/`.

mod command;
mod keys;
mod replay;
mod review;
mod roster;
mod session_file;
mod text;

use doithoai::record::scan::scan;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

const SESSION: &[u8] = include_bytes!("../../sessions/can-tho-thanh-nien-11.json");
const COMMANDS: &str = include_str!("../../sessions/can-tho-thanh-nien-11.commands.jsonl");
const ROSTER: &[u8] = include_bytes!("../../sessions/can-tho.roster.json");

const REVIEW: &[u8] = include_bytes!("../../fuzz/seeds/review/two.json");

/// Pieces that parsers trip over.
const PIECES: [&[u8]; 24] = [
    b"\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b"\\",
    b"\0",
    b"\x1b[",
    b"\xff",
    b"null",
    b"-1",
    b"18446744073709551616",
    b"1e999",
    b"\"\\ud800\"",
    b"\"\\u0000\"",
    b"{}",
    b"[]",
    b"]}\n",
    b"\xef\xbb\xbf",
    b",\"hash\":\"",
    b"\xe2\x80\xae",
];

/// The same inputs on every machine; a failure prints the shortest that does harm.
fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_240_322),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[derive(Clone, Debug)]
enum Harm {
    Flip(Index, u8),
    Put(Index, usize),
    Cut(Index, usize),
    Copy(Index, Index, usize),
    End(Index),
}

fn harms() -> impl Strategy<Value = Vec<Harm>> {
    let place = any::<Index>;
    let harm = prop_oneof![
        4 => (place(), 0..8u8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        4 => (place(), 0..PIECES.len()).prop_map(|(at, piece)| Harm::Put(at, piece)),
        2 => (place(), 1..600usize).prop_map(|(at, length)| Harm::Cut(at, length)),
        2 => (place(), place(), 1..600usize).prop_map(|(from, to, length)| Harm::Copy(from, to, length)),
        1 => place().prop_map(Harm::End),
    ];
    prop::collection::vec(harm, 1..6)
}

fn spoilt(bytes: &[u8], harms: &[Harm]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for harm in harms.iter().cloned() {
        let length = bytes.len() + 1;
        let end = |from: usize, more: usize| (from + more).min(length - 1);
        match harm {
            Harm::Flip(at, bit) => {
                let at = at.index(length);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << bit);
            }
            Harm::Put(at, piece) => {
                let at = at.index(length);
                bytes.splice(at..at, PIECES[piece].iter().copied());
            }
            Harm::Cut(at, more) => {
                let at = at.index(length);
                bytes.drain(at..end(at, more));
            }
            Harm::Copy(from, to, more) => {
                let (from, to) = (from.index(length), to.index(length));
                let copy = bytes[from..end(from, more)].to_vec();
                bytes.splice(to..to, copy);
            }
            Harm::End(at) => bytes.truncate(at.index(length)),
        }
    }
    bytes
}

/// Bytes that look like something now and then.
fn rubbish() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        (0..PIECES.len()).prop_map(|piece| PIECES[piece].to_vec()),
        prop::collection::vec(any::<u8>(), 0..12),
        "\\PC{0,12}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(settings(1500))]

    #[test]
    fn rubbish_is_read_or_refused_wherever_it_is_put(bytes in rubbish()) {
        session_file::survives(&bytes);
        command::survives(&bytes);
        roster::survives(&bytes);
        review::survives(&bytes);
        text::survives(&bytes);
    }

    #[test]
    fn a_spoilt_command_is_taken_or_refused_in_words(line in any::<Index>(), harms in harms()) {
        let lines: Vec<&str> = COMMANDS.lines().collect();
        command::survives(&spoilt(line.get(&lines).as_bytes(), &harms));
    }

    #[test]
    fn a_reviewers_spoilt_notes_are_read_or_refused(harms in harms()) {
        review::survives(&spoilt(REVIEW, &harms));
    }

    #[test]
    fn any_text_is_safe_once_it_is_made_so(words in any::<String>()) {
        text::survives(words.as_bytes());
    }
}

#[test]
fn the_seeds_are_whole_before_they_are_spoilt() {
    assert!(
        doithoai::review::notes::Review::decoded(REVIEW)
            .is_ok_and(|review| !review.encoded().is_empty())
    );
    assert!(doithoai::import::roster::from_bytes(ROSTER).is_ok_and(|roster| roster.len() > 10));
    assert!(scan(SESSION).is_ok_and(|found| found.record.session().last_seq().0 > 20));
}

proptest! {
    #![proptest_config(settings(400))]

    #[test]
    fn a_spoilt_session_gives_a_beginning_of_what_was_written_and_never_anything_else(harms in harms()) {
        let bytes = spoilt(SESSION, &harms);
        session_file::survives(&bytes);
        let whole = scan(SESSION).expect("the shipped session");
        if let Ok(found) = scan(&bytes) {
            let (found, whole) = (found.record.session().history(), whole.record.session().history());
            prop_assert!(whole.starts_with(found));
        }
    }
}

proptest! {
    #![proptest_config(settings(60))]

    #[test]
    fn a_spoilt_roster_is_taken_or_refused_in_words(harms in harms()) {
        roster::survives(&spoilt(ROSTER, &harms));
    }
}

proptest! {
    #![proptest_config(settings(250))]

    #[test]
    fn no_input_breaks_the_desk(bytes in prop::collection::vec(any::<u8>(), 0..150)) {
        keys::survives(&bytes);
    }

    #[test]
    fn no_input_breaks_the_replay(bytes in prop::collection::vec(any::<u8>(), 0..150)) {
        replay::survives(&bytes);
    }
}
