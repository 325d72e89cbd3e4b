//! Tests of the notes: a session lived in a few lines, notes on it, and what becomes of both.

use super::{About, Deed, Fault, Flag, Ground, Mark, NotTaken, Note, NoteId, Review, Shelf, Wish};
use crate::session::Session;
use crate::session::command::{Command, Moment, Occasion};
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

fn lived(commands: &[&str]) -> Session {
    let mut session = Session::new();
    for (minute, command) in (0..).zip(commands) {
        let command: Command = serde_json::from_str(command).expect("a command");
        let occasion =
            Occasion { at: Moment::Given(at(minute)), by: "thư ký".into(), salt: "00".into() };
        for recorded in session.decide(command, &occasion).expect("permitted") {
            session.apply(recorded).expect("admitted");
        }
    }
    session
}

/// A chain over the events: enough to tell one history from another.
fn head_after(session: &Session, events: u64) -> Option<String> {
    let events = usize::try_from(events).ok()?;
    let told = session.history().get(..events)?;
    let mut hash = 7_u64;
    for byte in told.iter().flat_map(|recorded| crate::text::json::line(recorded).into_bytes()) {
        hash = hash.wrapping_mul(1_099_511_628_211) ^ u64::from(byte);
    }
    Some(format!("{hash:064x}"))
}

fn flags(note: &Note, session: &Session) -> Vec<Flag> {
    let head = |events| head_after(session, events);
    Ground { session, head_after: &head }.flags(note)
}

fn wish(session: &Session, events: u64, about: About, text: &str) -> Wish {
    let head = |events| head_after(session, events);
    let pin = Ground { session, head_after: &head }.pin(events).expect("so many");
    Wish::Add { pin, about, text: text.to_owned() }
}

fn done(review: &mut Review, wish: &Wish, minute: u32) -> Deed {
    let (after, deed) = review.after(wish, at(minute)).expect("taken");
    *review = after;
    deed
}

fn noted(session: &Session, events: u64, about: About) -> Note {
    let mut review = Review::new(ID, "Lan");
    done(&mut review, &wish(session, events, about, "xem lại"), 30);
    review.notes()[0].clone()
}

fn three() -> Review {
    let session = lived(&DIALOGUE);
    let mut review = Review::new(ID, "Lan");
    for (events, text) in [(5, "một"), (2, "hai\nba"), (0, "bốn")] {
        done(&mut review, &wish(&session, events, About::Question(QuestionNo(1)), text), 30);
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
    let deed = done(&mut review, &Wish::Edit { was: was.clone(), text: " khác ".into() }, 40);
    assert_eq!(deed, Deed::Edited(NoteId(2)));
    let now = &review.notes()[1];
    assert_eq!((now.id, &now.pin, now.written), (was.id, &was.pin, was.written));
    assert_eq!((now.text.as_str(), now.edited), ("khác", Some(at(40))));
    let last = review.notes()[2].clone();
    assert_eq!(done(&mut review, &Wish::Remove { was: last.clone() }, 41), Deed::Removed(last.id));
    let review = Review::decoded(review.encoded().as_bytes()).expect("read");
    let (_, deed) =
        review.after(&wish(&lived(&DIALOGUE), 1, About::Moment, "mới"), at(42)).expect("taken");
    assert_eq!(deed, Deed::Added(NoteId(4)));
}

#[test]
fn words_are_kept_composed_and_none_or_too_many_are_refused() {
    let session = lived(&DIALOGUE);
    let mut review = Review::new(ID, "Lan");
    done(&mut review, &wish(&session, 1, About::Moment, "\nCa\u{302}\u{300}n Thơ\r\nnhé "), 30);
    assert_eq!(review.notes()[0].text, "Cần Thơ\nnhé");
    for (text, why) in [
        ("", NotTaken::Blank),
        (" \n\u{200b}\u{1b}\u{202e}", NotTaken::Blank),
        (&"x".repeat(20_001), NotTaken::TooLong { length: 20_001, limit: 20_000 }),
    ] {
        let refused = review.after(&wish(&session, 1, About::Moment, text), at(31));
        assert_eq!(refused, Err(why));
    }
}

#[test]
fn two_hands_on_one_note_lose_no_words_of_either() {
    let review = three();
    let was = review.notes()[0].clone();
    let mut elsewhere = review.clone();
    done(&mut elsewhere, &Wish::Edit { was: was.clone(), text: "của cửa sổ kia".into() }, 40);
    let mine = Wish::Edit { was: was.clone(), text: "của cửa sổ này".into() };
    assert_eq!(done(&mut elsewhere, &mine, 41), Deed::KeptBeside(NoteId(4)));
    let texts: Vec<&str> = elsewhere.notes().iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["của cửa sổ kia", "hai\nba", "bốn", "của cửa sổ này"]);
    assert_eq!(elsewhere.notes()[3].pin, was.pin);
    let refused = elsewhere.after(&Wish::Remove { was: was.clone() }, at(42));
    assert_eq!(refused, Err(NotTaken::ChangedElsewhere(was.id)));
    let mut removed = review.clone();
    done(&mut removed, &Wish::Remove { was: was.clone() }, 40);
    assert_eq!(
        done(&mut removed, &Wish::Remove { was: was.clone() }, 41),
        Deed::GoneAlready(was.id)
    );
    assert_eq!(done(&mut removed, &mine, 42), Deed::KeptBeside(NoteId(4)));
    assert_eq!(
        done(&mut removed, &Wish::Edit { text: was.text.clone(), was }, 43),
        Deed::Unchanged(NoteId(1))
    );
}

#[test]
fn a_note_on_an_untouched_session_bears_no_flag() {
    let session = lived(&DIALOGUE);
    for events in 0..=5 {
        assert_eq!(flags(&noted(&session, events, About::Question(QuestionNo(1))), &session), []);
    }
}

#[test]
fn growth_is_told_and_what_the_question_did_since_apart() {
    let session = lived(&DIALOGUE);
    let first = noted(&session, 5, About::Question(QuestionNo(1)));
    let second = noted(&session, 5, About::Question(QuestionNo(2)));
    let mut longer = DIALOGUE.to_vec();
    longer.push(r#"{"command":"give_answer","question":1,"by_responder":"a","text":"Sớm."}"#);
    longer.push(r#"{"command":"undo"}"#);
    longer.push(r#"{"command":"pause"}"#);
    let grown = lived(&longer);
    let about = About::Question(QuestionNo(1));
    let went_on = Flag::WentOn { about, count: 2, last: Seq(7) };
    assert_eq!(flags(&first, &grown), [went_on, Flag::Grown { by: 3 }]);
    assert_eq!(flags(&second, &grown), [Flag::Grown { by: 3 }]);
}

#[test]
fn a_step_taken_back_since_and_a_task_that_moved_on_are_told() {
    let session = lived(&DIALOGUE);
    let called = noted(&session, 5, About::Moment);
    let mut longer = DIALOGUE.to_vec();
    longer.push(r#"{"command":"undo"}"#);
    longer.push(r#"{"command":"assign_task","text":"Lập tổ."}"#);
    let grown = lived(&longer);
    assert_eq!(flags(&called, &grown), [Flag::Undone { by: Seq(6) }, Flag::Grown { by: 2 }]);
    let task = noted(&grown, 7, About::Task(TaskNo(1)));
    longer.push(r#"{"command":"progress_task","task":1,"progress":"done"}"#);
    let went_on = Flag::WentOn { about: About::Task(TaskNo(1)), count: 1, last: Seq(8) };
    assert_eq!(flags(&task, &lived(&longer)), [went_on, Flag::Grown { by: 1 }]);
    // What was taken back before the note was written is nothing new.
    assert_eq!(flags(&noted(&grown, 5, About::Moment), &grown), []);
}

#[test]
fn an_edited_or_a_shorter_history_is_told_by_where_it_differs() {
    let session = lived(&DIALOGUE);
    let mut other = DIALOGUE;
    other[3] = r#"{"command":"ask_question","text":"Chỗ nào?"}"#;
    let edited = lived(&other);
    let shorter = lived(&DIALOGUE[..4]);
    let note = |events| noted(&session, events, About::Moment);
    assert_eq!(flags(&note(5), &edited), [Flag::Rewritten]);
    assert_eq!(flags(&note(4), &edited), [Flag::Rewritten]);
    assert_eq!(flags(&note(3), &edited), [Flag::RewrittenLater]);
    assert_eq!(flags(&note(5), &shorter), [Flag::MomentGone { events: 4 }]);
    assert_eq!(flags(&note(4), &shorter), [Flag::Shortened { events: 4 }]);
    let about = About::Question(QuestionNo(9));
    assert_eq!(flags(&noted(&session, 1, about), &session), [Flag::NoSubject(about)]);
}

#[test]
fn notes_of_two_reviewers_stand_in_the_order_of_their_moments() {
    let session = lived(&DIALOGUE);
    let mut shelf = Shelf::new(ID, "Lan");
    assert!(shelf.is_empty());
    let mut minh = Review::new(ID, "Minh");
    done(&mut shelf.own, &wish(&session, 4, About::Moment, "một"), 30);
    done(&mut minh, &wish(&session, 2, About::Moment, "hai"), 31);
    done(&mut shelf.own, &wish(&session, 2, About::Moment, "ba"), 32);
    shelf.others.push(minh);
    let head = |events| head_after(&session, events);
    let listed = shelf.listed(&Ground { session: &session, head_after: &head });
    let rows: Vec<_> = listed
        .iter()
        .map(|row| (row.reviewer.as_str(), row.is_own, row.note.text.as_str()))
        .collect();
    assert_eq!(rows, [("Minh", false, "hai"), ("Lan", true, "ba"), ("Lan", true, "một")]);
}

#[test]
fn what_is_not_wholly_understood_is_not_read_at_all() {
    let good = three().encoded();
    let fault = |text: &str| Review::decoded(text.as_bytes()).expect_err("a fault");
    assert!(matches!(fault("[]"), Fault::Json { .. }));
    assert!(matches!(fault("{\"a\":1}"), Fault::NotAReview));
    assert!(matches!(fault("{\"format\":\"doithoai/1\"}"), Fault::NotAReview));
    let newer = good.replace("doithoai-review/1", "doithoai-review/2");
    assert!(matches!(fault(&newer), Fault::OtherFormat(format) if format == "doithoai-review/2"));
    assert!(matches!(Review::decoded(b"\xff"), Err(Fault::NotUtf8)));
    assert!(matches!(fault(&good.replace("\"id\":2", "\"id\":1")), Fault::IdTwice(NoteId(1))));
    let both = good
        .replace("\"question\":1,\"text\":\"một\"", "\"question\":1,\"task\":1,\"text\":\"một\"");
    assert!(matches!(fault(&both), Fault::TwoSubjects(NoteId(1))));
    for (from, to) in [
        ("\"reviewer\"", "\"mood\":1,\"reviewer\""),
        ("\"text\":\"một\"", "\"text\":\"một\",\"colour\":\"đỏ\""),
        ("\"text\":\"một\"", "\"text\":\"một\",\"text\":\"hai\""),
        ("\"text\":\"một\",", ""),
        ("\"at\":\"5:", "\"at\":\"5:z"),
    ] {
        let changed = good.replace(from, to);
        assert_ne!(changed, good, "{from}");
        assert!(matches!(fault(&changed), Fault::Json { .. }), "{to}");
    }
    for cut in 0..good.trim_end().len() {
        let cut = &good.as_bytes()[..cut];
        assert!(Review::decoded(cut).is_err(), "{}", String::from_utf8_lossy(cut));
    }
}

#[test]
fn strangers_words_in_a_review_steer_no_terminal_that_prints_its_file() {
    let session = lived(&DIALOGUE);
    let mut review = Review::new(ID, "\u{1b}]0;x\u{7}\u{202e}");
    let hostile = "a\u{1b}[2J\u{9b}\u{202e}\u{2066}\u{2028}b\"]}";
    done(&mut review, &wish(&session, 1, About::Moment, hostile), 30);
    let text = review.encoded();
    assert!(!text.chars().any(|letter| is_hostile(letter) && letter != '\n'), "{text:?}");
    assert_eq!(Review::decoded(text.as_bytes()).expect("read").notes()[0].text, hostile);
}

#[test]
fn a_mark_is_read_only_in_the_form_of_a_fingerprint() {
    let good = format!("12:{}", "0a".repeat(32));
    assert_eq!(good.parse::<Mark>().map(|mark| mark.to_string()), Ok(good));
    for wrong in [
        "",
        "12",
        "12:0a",
        ":",
        "-1:",
        &format!("+1:{}", "0a".repeat(32)),
        &format!("1:{}", "0A".repeat(32)),
    ] {
        assert!(wrong.parse::<Mark>().is_err(), "{wrong}");
    }
}
