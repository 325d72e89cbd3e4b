//! The dialogue that ships with the program: the facts it holds, and that the program itself wrote it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use doithoai::i18n::Lang;
use doithoai::import::roster::from_bytes;
use doithoai::paper::PaperSource;
use doithoai::paper::kind::Format;
use doithoai::paper::render::render;
use doithoai::paper::transcript::transcript;
use doithoai::session::Session;
use doithoai::session::number::TaskNo;
use doithoai::session::payload::ResponderKind;
use doithoai::session::question::Status;
use doithoai::store::read;

use crate::support::runner::{PROGRAM, Run, Runner};

const NAME: &str = "can-tho-thanh-nien-11.json";

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)
}

fn dialogue() -> Session {
    let reading = read(&shipped(NAME)).expect("read");
    assert!(reading.is_whole());
    reading.record.session().clone()
}

#[test]
fn every_question_was_answered_in_words_that_nobody_reported() {
    let dialogue = dialogue();
    let questions: Vec<_> = dialogue.state().questions().collect();
    assert_eq!(questions.len(), 4);
    for question in questions {
        assert_eq!(question.status, Status::Answered);
        assert!(question.delegate.is_none());
        assert!(question.answers.iter().all(|answer| answer.text.is_none()));
    }
}

#[test]
fn no_task_has_a_deadline_and_the_first_two_have_no_lead() {
    let dialogue = dialogue();
    let tasks: Vec<_> = dialogue.state().tasks().collect();
    assert_eq!(tasks.len(), 5);
    assert!(tasks.iter().all(|task| task.due.is_none() && task.due_text.is_none()));
    let without_lead: Vec<_> =
        tasks.iter().filter(|task| task.lead.is_none()).map(|task| task.number).collect();
    assert_eq!(without_lead, [TaskNo(1), TaskNo(2)]);
}

#[test]
fn the_chair_assigned_three_tasks_and_two_are_common_positions() {
    let dialogue = dialogue();
    let assigned = dialogue.state().tasks().filter(|task| task.by == Some("chu-tich".into()));
    assert_eq!(assigned.map(|task| task.number.0).collect::<Vec<_>>(), [1, 2, 5]);
    assert_eq!(dialogue.state().tasks().filter(|task| task.by.is_none()).count(), 2);
    assert_eq!(dialogue.state().conclusions().count(), 2);
}

#[test]
fn its_transcript_says_that_it_was_rebuilt_and_gives_no_hour() {
    let dialogue = dialogue();
    let source = PaperSource {
        session: &dialogue,
        id: "17242640",
        fingerprint: "24",
        damage: None,
        withheld: None,
    };
    for (lang, rebuilt) in [(Lang::Vi, "lập lại theo"), (Lang::En, "rebuilt from")] {
        let mut out = Vec::new();
        render(transcript(source, &[], lang), Format::Text, &mut out).expect("written");
        let paper = String::from_utf8(out).expect("UTF-8");
        assert!(paper.contains(rebuilt), "{paper}");
        assert!(!paper.contains(":00"), "{paper}");
    }
}

#[cfg(unix)]
#[test]
fn the_script_writes_the_shipped_file_again_byte_for_byte() {
    let runner = Runner::new();
    let mut script = runner.command_of(shipped("rebuild.sh"));
    script.arg(runner.path()).env("DOITHOAI", PROGRAM);
    Run::from(script.output().expect("run")).done();
    let rebuilt = std::fs::read(runner.file(NAME)).expect("rebuilt");
    let kept = std::fs::read(shipped(NAME)).expect("shipped");
    assert!(rebuilt == kept, "sessions/{NAME} is not what sessions/rebuild.sh writes");
}

#[test]
fn the_roster_has_forty_responders_each_with_a_remit_and_an_id_of_its_own() {
    let text = std::fs::read_to_string(shipped("can-tho.roster.json")).expect("read");
    let roster = from_bytes(text.as_bytes()).expect("a roster");
    let ids: BTreeSet<_> = roster.iter().filter_map(|responder| responder.id.clone()).collect();
    assert_eq!((roster.len(), ids.len()), (40, 40));
    assert!(ids.iter().all(doithoai::session::number::ResponderId::is_valid));
    assert!(roster.iter().all(|responder| !responder.remit.is_empty()));
    let leaders = roster.iter().filter(|responder| responder.kind == ResponderKind::Leader);
    assert_eq!(leaders.count(), 4);
    assert!(!text.contains("tên cũ"), "an old name is an alias like any other");
}
