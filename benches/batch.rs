//! Commands recorded together: what each costs of processor time, from its JSON line to its event in the session, as
//! `apply --batch` does it; the disk is not part of it. `cargo bench --bench batch`; another number of commands may be
//! given: `cargo bench --bench batch -- 20000`.

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use doithoai::import::command::read_line;
use doithoai::record::{Header, Record, SessionId};
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::payload::Opening;
use doithoai::session::time::Timestamp;

const COMMANDS: usize = 100_000;
const RESPONDERS: usize = 40;
/// Questions that one delegate asks.
const QUESTIONS_EACH: usize = 4;

fn main() {
    let wanted = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(COMMANDS);
    let lines = lines(wanted);
    let count = u32::try_from(lines.lines().count()).expect("as many as a session takes");
    let mut record = founded();

    let begun = Instant::now();
    let commands: Vec<(Command, Occasion)> = lines
        .lines()
        .map(|line| (read_line(line.as_bytes()).expect("a command").command, occasion()))
        .collect();
    let read = begun.elapsed().as_secs_f64();
    let batch = record
        .prepare_all(commands.iter().map(|(command, occasion)| (command.clone(), occasion)))
        .expect("allowed");
    let decided = begun.elapsed().as_secs_f64();
    record.settle(batch).expect("applied");
    let applied = begun.elapsed().as_secs_f64();

    let each = |seconds: f64| seconds * 1e6 / f64::from(count);
    println!("{count} commands, {} events", record.session().last_seq().0);
    println!("read               {:7.2} µs each", each(read));
    println!("decided, sealed    {:7.2} µs each", each(decided - read));
    println!("applied            {:7.2} µs each", each(applied - decided));
    println!("commands a second  {:7.0}", f64::from(count) / applied);
    black_box(record);
}

/// Questions, each routed.
fn lines(commands: usize) -> String {
    let mut lines = String::new();
    for question in 1..=commands.div_ceil(2) {
        let (asker, lead) = (question / QUESTIONS_EACH, question % RESPONDERS);
        let written = writeln!(
            lines,
            r#"{{"command":"ask_question","question":{question},"asker":{{"name":"Nguyễn Thị {asker}","unit":"Đại học Cần Thơ"}},"channel":"online","text":"Câu {question}: bao giờ sửa xong đường vào trường?"}}
{{"command":"route_question","question":{question},"lead":"so-{lead}"}}"#
        );
        written.expect("a text takes it");
    }
    lines
}

fn founded() -> Record {
    let header = Header { id: SessionId::new(1), created: now() };
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let responder = |number: usize| {
        let line = format!(
            r#"{{"command":"add_responder","responder":{{"id":"so-{number}","name":"Sở {number}","kind":"agency"}}}}"#
        );
        read_line(line.as_bytes()).expect("a command").command
    };
    let commands = std::iter::once(Command::Open(opening)).chain((0..RESPONDERS).map(responder));
    Record::founded(header, commands.collect(), &occasion()).expect("allowed").0
}

fn occasion() -> Occasion {
    let salt = "00112233445566778899aabbccddeeff".to_owned();
    Occasion::new(Moment::Clock(now()), "thư ký", salt)
}

fn now() -> Timestamp {
    "2026-03-05T08:00:00.000+07:00".parse().expect("a time")
}
