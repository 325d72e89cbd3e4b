//! Tests of the notes: a short record, notes on it, and changes to both.

use super::{
    Note, NoteCommand, NoteFlag, NoteId, NoteOutcome, NoteRefusal, NoteSubject, Review,
    ReviewFault, ReviewSet, flags, pin,
};
use crate::import::command::read_line;
use crate::record::{Header, Record};
use crate::session::command::{Moment, Occasion};
use crate::session::number::{QuestionNo, Seq, TaskNo};
use crate::session::time::Timestamp;
use crate::text::safe::is_hostile;

const ID: &str = "9f2c0000000000000000000000000000";
const DIALOGUE: [&str; 5] = [
    r#"{"command":"open","title":"Đối thoại"}"#,
    r#"{"command":"add_responder","responder":{"id":"a","name":"Sở A","kind":"agency"}}"#,
    r#"{"command":"ask_question","text":"Bao giờ?"}"#,
    r#"{"command":"ask_question","text":"Ở đâu?"}"#,
    r#"{"command":"call_question","question":1}"#,
];

fn at(minute: u32) -> Timestamp {
    format!("2024-03-22T09:{minute:02}:00+07:00").parse().expect("a time")
}

fn record(commands: &[&str]) -> Record {
    let id = ID.parse().expect("an id");
    let header = Header { id, created: at(0) };
    let occasion = Occasion::new(Moment::Given(at(0)), "thư ký", "00");
    let commands =
        commands.iter().map(|text| read_line(text.as_bytes()).expect("a command").command);
    let (record, _) = Record::founded(header, commands.collect(), &occasion).expect("permitted");
    record
}

fn add(record: &Record, events: u64, about: NoteSubject, text: &str) -> NoteCommand {
    let pin = pin(record, events).expect("so many events");
    NoteCommand::Add { pin, about, text: text.to_owned() }
}

fn done(review: &mut Review, command: &NoteCommand, minute: u32) -> NoteOutcome {
    let (after, outcome) = review.after(command, at(minute)).expect("taken");
    *review = after;
    outcome
}

fn noted(record: &Record, events: u64, about: NoteSubject) -> Note {
    let mut review = Review::new(ID, "Lan");
    done(&mut review, &add(record, events, about, "xem lại"), 30);
    review.notes()[0].clone()
}

fn three() -> Review {
    let session = record(&DIALOGUE);
    let mut review = Review::new(ID, "Lan");
    for (events, text) in [(5, "một"), (2, "hai\nba"), (0, "bốn")] {
        done(&mut review, &add(&session, events, NoteSubject::Question(QuestionNo(1)), text), 30);
    }
    review
}

#[test]
fn a_review_is_read_back_from_how_it_is_written_one_note_a_line() {
    for review in [Review::new(ID, "Trần “Lan” \u{202e}"), three()] {
        let text = review.encoded();
        assert_eq!(Review::decoded(text.as_bytes()).expect("read"), review);
        assert_eq!(Review::decoded(text.as_bytes()).expect("read").encoded(), text);
        let lines = text.lines().count();
        assert_eq!(lines, review.notes().len() + 2);
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    }
}

#[test]
fn editing_keeps_the_number_the_place_and_the_pin_and_a_number_is_never_given_twice() {
    let mut review = three();
    let was = review.notes()[1].clone();
    let outcome =
        done(&mut review, &NoteCommand::Edit { was: was.clone(), text: " khác ".into() }, 40);
    assert_eq!(outcome, NoteOutcome::Edited(NoteId(2)));
    let now = &review.notes()[1];
    assert_eq!((now.id, &now.pin, now.written), (was.id, &was.pin, was.written));
    assert_eq!((now.text.as_str(), now.edited), ("khác", Some(at(40))));
    let last = review.notes()[2].clone();
    assert_eq!(
        done(&mut review, &NoteCommand::Remove { was: last.clone() }, 41),
        NoteOutcome::Removed(last.id)
    );
    let review = Review::decoded(review.encoded().as_bytes()).expect("read");
    let (_, outcome) = review
        .after(&add(&record(&DIALOGUE), 1, NoteSubject::Moment, "mới"), at(42))
        .expect("taken");
    assert_eq!(outcome, NoteOutcome::Added(NoteId(4)));
}

#[test]
fn a_text_is_kept_composed_and_a_blank_or_too_long_one_is_refused() {
    let session = record(&DIALOGUE);
    let mut review = Review::new(ID, "Lan");
    done(
        &mut review,
        &add(&session, 1, NoteSubject::Moment, "\nCa\u{302}\u{300}n Thơ\r\nnhé "),
        30,
    );
    assert_eq!(review.notes()[0].text, "Cần Thơ\nnhé");
    for (text, why) in [
        ("", NoteRefusal::Blank),
        (" \n\u{200b}\u{1b}\u{202e}", NoteRefusal::Blank),
        (&"x".repeat(20_001), NoteRefusal::TooLong { length: 20_001, limit: 20_000 }),
    ] {
        let refused = review.after(&add(&session, 1, NoteSubject::Moment, text), at(31));
        assert_eq!(refused, Err(why));
    }
}

#[test]
fn two_windows_on_one_note_lose_the_text_of_neither() {
    let review = three();
    let was = review.notes()[0].clone();
    let mut elsewhere = review.clone();
    done(
        &mut elsewhere,
        &NoteCommand::Edit { was: was.clone(), text: "của cửa sổ kia".into() },
        40,
    );
    let mine = NoteCommand::Edit { was: was.clone(), text: "của cửa sổ này".into() };
    assert_eq!(done(&mut elsewhere, &mine, 41), NoteOutcome::KeptBeside(NoteId(4)));
    let texts: Vec<&str> = elsewhere.notes().iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["của cửa sổ kia", "hai\nba", "bốn", "của cửa sổ này"]);
    assert_eq!(elsewhere.notes()[3].pin, was.pin);
    let refused = elsewhere.after(&NoteCommand::Remove { was: was.clone() }, at(42));
    assert_eq!(refused, Err(NoteRefusal::ChangedElsewhere(was.id)));
    let mut removed = review.clone();
    done(&mut removed, &NoteCommand::Remove { was: was.clone() }, 40);
    assert_eq!(
        done(&mut removed, &NoteCommand::Remove { was: was.clone() }, 41),
        NoteOutcome::GoneAlready(was.id)
    );
    assert_eq!(done(&mut removed, &mine, 42), NoteOutcome::KeptBeside(NoteId(4)));
    assert_eq!(
        done(&mut removed, &NoteCommand::Edit { text: was.text.clone(), was }, 43),
        NoteOutcome::Unchanged(NoteId(1))
    );
}

#[test]
fn a_note_on_an_unchanged_record_has_no_flag() {
    let session = record(&DIALOGUE);
    for events in 0..=5 {
        assert_eq!(
            flags(&session, &noted(&session, events, NoteSubject::Question(QuestionNo(1)))),
            []
        );
    }
}

#[test]
fn growth_and_later_events_of_the_question_are_separate_flags() {
    let session = record(&DIALOGUE);
    let first = noted(&session, 5, NoteSubject::Question(QuestionNo(1)));
    let second = noted(&session, 5, NoteSubject::Question(QuestionNo(2)));
    let mut longer = DIALOGUE.to_vec();
    longer.push(r#"{"command":"give_answer","question":1,"by_responder":"a","text":"Sớm."}"#);
    longer.push(r#"{"command":"undo"}"#);
    longer.push(r#"{"command":"pause"}"#);
    let grown = record(&longer);
    let about = NoteSubject::Question(QuestionNo(1));
    let went_on = NoteFlag::WentOn { about, count: 2, last: Seq(7) };
    assert_eq!(flags(&grown, &first), [went_on, NoteFlag::Grown { by: 3 }]);
    assert_eq!(flags(&grown, &second), [NoteFlag::Grown { by: 3 }]);
}

#[test]
fn a_step_undone_since_and_a_task_that_went_on_are_flagged() {
    let session = record(&DIALOGUE);
    let called = noted(&session, 5, NoteSubject::Moment);
    let mut longer = DIALOGUE.to_vec();
    longer.push(r#"{"command":"undo"}"#);
    longer.push(r#"{"command":"assign_task","text":"Lập tổ."}"#);
    let grown = record(&longer);
    assert_eq!(
        flags(&grown, &called),
        [NoteFlag::Undone { by: Seq(6) }, NoteFlag::Grown { by: 2 }]
    );
    let task = noted(&grown, 7, NoteSubject::Task(TaskNo(1)));
    longer.push(r#"{"command":"progress_task","task":1,"progress":"done"}"#);
    let went_on = NoteFlag::WentOn { about: NoteSubject::Task(TaskNo(1)), count: 1, last: Seq(8) };
    assert_eq!(flags(&record(&longer), &task), [went_on, NoteFlag::Grown { by: 1 }]);
    // What was taken back before the note was written is nothing new.
    assert_eq!(flags(&grown, &noted(&grown, 5, NoteSubject::Moment)), []);
}

#[test]
fn an_edited_or_shorter_record_is_flagged_by_where_it_differs() {
    let session = record(&DIALOGUE);
    let mut other = DIALOGUE;
    other[3] = r#"{"command":"ask_question","text":"Chỗ nào?"}"#;
    let edited = record(&other);
    let shorter = record(&DIALOGUE[..4]);
    let note = |events| noted(&session, events, NoteSubject::Moment);
    assert_eq!(flags(&edited, &note(5)), [NoteFlag::Rewritten]);
    assert_eq!(flags(&edited, &note(4)), [NoteFlag::Rewritten]);
    assert_eq!(flags(&edited, &note(3)), [NoteFlag::RewrittenLater]);
    assert_eq!(flags(&shorter, &note(5)), [NoteFlag::MomentGone { events: 4 }]);
    assert_eq!(flags(&shorter, &note(4)), [NoteFlag::Shortened { events: 4 }]);
    let about = NoteSubject::Question(QuestionNo(9));
    assert_eq!(flags(&session, &noted(&session, 1, about)), [NoteFlag::NoSubject(about)]);
}

#[test]
fn notes_of_two_reviewers_stand_in_the_order_of_their_moments() {
    let session = record(&DIALOGUE);
    let mut set = ReviewSet::new(ID, "Lan");
    assert!(set.is_empty());
    let mut minh = Review::new(ID, "Minh");
    done(&mut set.own, &add(&session, 4, NoteSubject::Moment, "một"), 30);
    done(&mut minh, &add(&session, 2, NoteSubject::Moment, "hai"), 31);
    done(&mut set.own, &add(&session, 2, NoteSubject::Moment, "ba"), 32);
    set.others.push(minh);
    let listed = set.listed(&session);
    let rows: Vec<_> = listed
        .iter()
        .map(|row| (row.reviewer.as_str(), row.is_own, row.note.text.as_str()))
        .collect();
    assert_eq!(rows, [("Minh", false, "hai"), ("Lan", true, "ba"), ("Lan", true, "một")]);
}

#[test]
fn what_is_not_fully_understood_is_not_read_at_all() {
    let good = three().encoded();
    let fault = |text: &str| Review::decoded(text.as_bytes()).expect_err("a fault");
    assert!(matches!(fault("[]"), ReviewFault::Json(_)));
    assert!(matches!(fault("{\"a\":1}"), ReviewFault::NotAReview));
    assert!(matches!(fault("{\"format\":\"doithoai/1\"}"), ReviewFault::NotAReview));
    let newer = good.replace("doithoai-review/1", "doithoai-review/2");
    assert!(
        matches!(fault(&newer), ReviewFault::OtherFormat(format) if format == "doithoai-review/2")
    );
    assert!(matches!(Review::decoded(b"\xff"), Err(ReviewFault::NotUtf8)));
    assert!(matches!(
        fault(&good.replace("\"id\":2", "\"id\":1")),
        ReviewFault::IdTwice(NoteId(1))
    ));
    let both = good
        .replace("\"question\":1,\"text\":\"một\"", "\"question\":1,\"task\":1,\"text\":\"một\"");
    assert!(matches!(fault(&both), ReviewFault::TwoSubjects(NoteId(1))));
    for (from, to) in [
        ("\"reviewer\"", "\"mood\":1,\"reviewer\""),
        ("\"text\":\"một\"", "\"text\":\"một\",\"colour\":\"đỏ\""),
        ("\"text\":\"một\"", "\"text\":\"một\",\"text\":\"hai\""),
        ("\"text\":\"một\",", ""),
        ("\"at\":\"5:", "\"at\":\"5:z"),
    ] {
        let changed = good.replace(from, to);
        assert_ne!(changed, good, "{from}");
        assert!(matches!(fault(&changed), ReviewFault::Json(_)), "{to}");
    }
    for cut in 0..good.trim_end().len() {
        let cut = &good.as_bytes()[..cut];
        assert!(Review::decoded(cut).is_err(), "{}", String::from_utf8_lossy(cut));
    }
}

#[test]
fn strangers_text_in_a_review_steer_no_terminal_that_prints_its_file() {
    let session = record(&DIALOGUE);
    let mut review = Review::new(ID, "\u{1b}]0;x\u{7}\u{202e}");
    let hostile = "a\u{1b}[2J\u{9b}\u{202e}\u{2066}\u{2028}b\"]}";
    done(&mut review, &add(&session, 1, NoteSubject::Moment, hostile), 30);
    let text = review.encoded();
    assert!(!text.chars().any(|letter| is_hostile(letter) && letter != '\n'), "{text:?}");
    assert_eq!(Review::decoded(text.as_bytes()).expect("read").notes()[0].text, hostile);
}

#[test]
fn a_fingerprint_in_a_review_is_read_only_as_it_is_written() {
    let good = three().encoded();
    assert!(good.contains("\"at\":\"5:"), "{good}");
    for changed in [" 5:", "+5:", "05:", "5: "] {
        let changed = good.replace("\"at\":\"5:", &format!("\"at\":\"{changed}"));
        assert!(Review::decoded(changed.as_bytes()).is_err(), "{changed}");
    }
    let (start, end) = good.split_once("\"at\":\"5:").expect("a fingerprint");
    let (hash, rest) = end.split_at(64);
    let shouted = format!("{start}\"at\":\"5:{}{rest}", hash.to_uppercase());
    assert!(Review::decoded(shouted.as_bytes()).is_err(), "{shouted}");
}
