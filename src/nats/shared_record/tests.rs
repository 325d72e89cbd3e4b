//! Which messages count: in order, in parts, from another subject, of another file, of a newer program.

use super::{SharedRecord, StreamMessage, Taken};
use crate::record::scan::scan;
use crate::record::{Hash, Record};
use crate::session::command::{Ask, Asker, Command, Moment, Occasion};
use crate::session::payload::{Channel, Opening, QuestionKind, Reason};
use crate::session::role::Role;

const FILE: &str = include_str!("../../../tests/fixtures/v1/every_kind.json");

/// The header's line, and the lines of each group, as the file has them.
fn messages_of(file: &str) -> Vec<String> {
    let record = scan(file.as_bytes()).expect("a session").record;
    let mut lines = file.split_inclusive('\n');
    let mut messages = vec![lines.next().expect("a header").to_owned()];
    let mut group = String::new();
    for (recorded, line) in record.session().history().iter().zip(lines) {
        group += line;
        if recorded.incomplete_batch().is_none() {
            messages.push(std::mem::take(&mut group));
        }
    }
    messages
}

/// A session with a group of two lines: the messages of its stream.
fn messages_with_a_group() -> Vec<String> {
    let occasion = Occasion::new(
        Moment::Given("2024-03-22T08:00:00+07:00".parse().expect("a time")),
        "thư ký".to_owned(),
        "5a17".to_owned(),
    );
    let header = scan(FILE.as_bytes()).expect("a session").record.header().clone();
    let asker = Asker { name: "Trần Văn Hai".to_owned(), unit: None, seat: None, salt: None };
    let ask = Ask {
        question: None,
        delegate: None,
        asker: Some(asker),
        channel: Channel::Floor,
        point: None,
        kind: QuestionKind::Question,
        theme: None,
        text: "Bao giờ?".to_owned(),
        follows: None,
    };
    let mut record = Record::new(header.clone());
    let mut messages = vec![header.line() + "\n"];
    for command in [
        Command::Open(Opening { title: "T".to_owned(), ..Opening::default() }),
        Command::AskQuestion(ask),
        Command::Pause(Reason::default()),
    ] {
        let batch = record.prepare(command, &occasion).expect("allowed");
        messages.push(batch.document());
        record.settle(batch).expect("applied");
    }
    messages
}

/// A session's stream, read message by message.
struct Stream {
    shared: SharedRecord,
    subject: String,
    sequence: u64,
}

impl Stream {
    fn new() -> Self {
        let record = scan(FILE.as_bytes()).expect("a session").record;
        let id = record.header().id.clone();
        let subject = SharedRecord::subject(&id, Role::Moderator);
        Self { shared: SharedRecord::new(id), subject, sequence: 0 }
    }

    fn hears_on(&mut self, subject: &str, payload: &str) -> Taken {
        self.sequence += 1;
        self.shared.take(&StreamMessage {
            sequence: self.sequence,
            subject: subject.to_owned(),
            id: None,
            payload: payload.as_bytes().to_vec(),
        })
    }

    fn hears(&mut self, payload: &str) -> Taken {
        self.hears_on(&self.subject.clone(), payload)
    }

    #[track_caller]
    fn ends_as_the_file(&self) {
        let whole = scan(FILE.as_bytes()).expect("a session").record.fingerprint();
        assert_eq!(self.shared.record().map(Record::fingerprint), Some(whole));
    }
}

#[test]
fn a_message_a_group_makes_the_record_of_the_file() {
    let mut stream = Stream::new();
    let messages = messages_of(FILE);
    assert!(matches!(stream.hears(&messages[0]), Taken::NoEvents));
    for message in &messages[1..] {
        let Taken::Events(batch) = stream.hears(message) else { panic!("{message}") };
        assert_eq!(batch.document(), *message);
    }
    stream.ends_as_the_file();
}

#[test]
fn what_continues_nothing_is_void_wherever_it_stands_and_changes_nothing() {
    let mut stream = Stream::new();
    let messages = messages_of(FILE);
    let strays = [
        "",
        "\n",
        "]}\n",
        ",{}\n",
        "{\"seq\":1}",
        messages[1].trim_end(),
        &messages[2].replace(",{", ", {"),
        &messages[messages.len() - 1],
    ];
    for (place, message) in messages.iter().enumerate() {
        for stray in strays.iter().filter(|stray| **stray != message.as_str()) {
            assert!(matches!(stream.hears(stray), Taken::Void), "{place}: {stray}");
        }
        let elsewhere = stream.subject.replace("moderator", "reviewer");
        assert!(matches!(stream.hears_on(&elsewhere, message), Taken::Void));
        assert!(!matches!(stream.hears(message), Taken::Void), "{message}");
        assert!(matches!(stream.hears(message), Taken::Void), "twice: {message}");
    }
    stream.ends_as_the_file();
}

#[test]
fn a_group_in_parts_counts_once_it_is_whole_and_is_void_when_another_message_comes_between() {
    let messages = messages_with_a_group();
    let place = 2;
    assert_eq!(messages[place].lines().count(), 2);
    for stray in [None, Some("]}\n"), Some(messages[1].as_str())] {
        let mut stream = Stream::new();
        for message in &messages[..place] {
            stream.hears(message);
        }
        let (first, rest) = messages[place].split_once('\n').expect("two lines");
        assert!(matches!(stream.hears(&format!("{first}\n")), Taken::NoEvents));
        if let Some(stray) = stray {
            assert!(matches!(stream.hears(stray), Taken::Void));
            assert!(matches!(stream.hears(rest), Taken::Void));
            assert!(matches!(stream.hears(&messages[place]), Taken::Events(_)));
        } else {
            assert!(matches!(stream.hears(rest), Taken::Events(_)));
        }
        for message in &messages[place + 1..] {
            assert!(matches!(stream.hears(message), Taken::Events(_)));
        }
        assert_eq!(stream.shared.record().map(|record| record.fingerprint().events), Some(4));
    }
}

#[test]
fn a_kind_that_only_a_newer_program_knows_is_not_passed_over() {
    let mut stream = Stream::new();
    let header = &messages_of(FILE)[0];
    stream.hears(header);
    let head = Hash::of(&[header.trim_end().as_bytes()]);
    let body = r#"{"seq":1,"at":"2024-03-22T08:00:00+07:00","by":"mc","event":"celebrated""#;
    let line = format!("{body},\"hash\":\"{}\"}}\n", head.seal("celebrated", body.as_bytes()));
    let before = stream.shared.sequence();
    assert!(matches!(stream.hears(&line), Taken::Unknown { kind } if kind == "celebrated"));
    assert_eq!(stream.shared.sequence(), before);
}

#[test]
fn a_role_that_may_not_record_an_event_makes_its_message_void() {
    let messages = messages_with_a_group();
    let mut stream = Stream::new();
    let id = stream.shared.id.clone();
    let on = |role| SharedRecord::subject(&id, role);
    assert!(matches!(stream.hears_on(&on(Role::Intake), &messages[0]), Taken::Void));
    stream.hears(&messages[0]);
    stream.hears(&messages[1]);
    for role in [Role::Reviewer, Role::NoteTaker] {
        assert!(matches!(stream.hears_on(&on(role), &messages[2]), Taken::Void), "{role}");
    }
    assert!(matches!(stream.hears_on(&on(Role::Intake), &messages[2]), Taken::Events(_)));
    assert!(matches!(stream.hears_on(&on(Role::Intake), &messages[3]), Taken::Void));
    assert!(matches!(stream.hears(&messages[3]), Taken::Events(_)));
}
