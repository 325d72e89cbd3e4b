//! Too large, too long, too many: refused or read, in bounded memory.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Stdio;

use doithoai::record::{Header, Record, SessionId};
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::payload::{Opening, Reason};

use crate::hostile::scene::{assert_harmless, assert_refused, runner_with_a_session};
use crate::support::runner::{PROGRAM, Run, Runner};
use crate::support::scale::sample_or_all;

/// More than any file of 64 MiB needs, in KiB.
const MEMORY: u64 = 512 * 1024;

/// Runs the program where it can have no more memory than so many KiB.
fn run_within(runner: &Runner, memory: u64, arguments: &[&str], input: Stdio) -> Run {
    let mut command = runner.command_of("sh");
    command.arg("-c").arg(format!("ulimit -v {memory}; exec \"$0\" \"$@\""));
    command.arg(PROGRAM).args(arguments);
    command.stdin(input).output().expect("the program runs").into()
}

fn run(runner: &Runner, arguments: &[&str]) -> Run {
    run_within(runner, MEMORY, arguments, Stdio::null())
}

fn lengthen(path: &Path, bytes: u64) {
    OpenOptions::new().write(true).open(path).expect("the file").set_len(bytes).expect("room");
}

#[test]
fn a_file_above_the_limit_is_refused_unread_and_the_flag_moves_the_limit() {
    let (runner, path) = runner_with_a_session();
    run(&runner, &["verify", "phien.json"]);
    for size in [65 << 20, 1 << 40] {
        lengthen(&path, size);
        for verb in ["show", "log", "export", "verify", "recover", "apply"] {
            let refused = run(&runner, &[verb, "phien.json"]);
            assert_refused(&refused, verb);
            assert!(
                refused.err.contains("64 MiB") && refused.err.contains("--max-size"),
                "{refused:?}"
            );
        }
    }
    let refused = run(&runner, &["verify", "phien.json", "--max-size", "1048576"]);
    assert_refused(&refused, "a file larger than memory");
    assert!(refused.err.contains("không đủ bộ nhớ"), "{refused:?}");
    lengthen(&path, 2 << 20);
    assert_refused(&run(&runner, &["--max-size", "1", "show", "phien.json"]), "--max-size 1");
    let Run { code, out: shown, err: said } = run(&runner, &["show", "phien.json"]);
    assert_eq!(code, 1, "its end is no blanks: {said}");
    assert!(shown.contains("Bao giờ có?"), "{shown}");
    for wrong in ["0", "-1", "x", "1048577", "99999999999999999999999"] {
        assert_eq!(run(&runner, &["show", "phien.json", "--max-size", wrong]).code, 2, "{wrong}");
    }
}

/// A line of so many MiB, wherever a line may stand.
fn try_a_line_of(mib: usize, memory: u64) {
    let limit = (2 * mib + 2).to_string();
    let (runner, path) = runner_with_a_session();
    let session = fs::read_to_string(&path).expect("a session");
    let line = "x".repeat(mib << 20);
    for (from, to) in [("Bao giờ có?", "@"), ("\n,", "\n,@"), ("]}\n", "]}\n@")] {
        let spoilt = session.replacen(from, &to.replace('@', &line), 1);
        fs::write(&path, spoilt).expect("written");
        let run = run_within(
            &runner,
            memory,
            &["verify", "phien.json", "--max-size", &limit],
            Stdio::null(),
        );
        assert_refused(&run, from);
        assert!(run.out.contains("(dòng "), "{}", run.out);
    }
    for text in
        [&line, &format!("{{\"format\":\"doithoai/1\",\"id\":\"{line}"), &format!("[\"{line}")]
    {
        fs::write(&path, text).expect("written");
        let verify = ["verify", "phien.json", "--max-size", &limit];
        assert_refused(&run_within(&runner, memory, &verify, Stdio::null()), "a file of one line");
        let make = ["new", "moi.json", "--title=x", "--roster=phien.json"];
        assert_refused(&run_within(&runner, memory, &make, Stdio::null()), "a roster of one line");
    }
    fs::write(&path, &session).expect("written");
    let commands = runner.file("lenh.jsonl");
    fs::write(&commands, format!("{line}\n{{\"command\":\"pause\"}}\n")).expect("written");
    let input = Stdio::from(File::open(commands).expect("commands"));
    let run = run_within(&runner, MEMORY, &["apply", "phien.json"], input);
    assert_harmless(&run, "a command of one line");
    assert_eq!((run.code, run.out.lines().count()), (1, 1), "the command after it is taken");
}

#[test]
fn a_line_of_megabytes_is_refused_in_bounded_memory_wherever_it_stands() {
    let (mib, memory) = sample_or_all((6, MEMORY), (1024, 5 * 1024 * 1024));
    try_a_line_of(mib, memory);
}

#[test]
fn a_list_of_millions_costs_no_more_memory_than_any_file() {
    let runner = Runner::new();
    for (text, many) in
        [("[", "0,"), ("[[", "[],"), ("[", "{},"), ("[{\"a\":[", "{\"\":0},"), ("[\"", "\\u0000")]
    {
        let text = text.to_owned() + &many.repeat((1 << 20) / many.len() - 8);
        fs::write(runner.file("dai.json"), text).expect("written");
        let make = ["new", "moi.json", "--title=x", "--roster=dai.json"];
        assert_refused(&run(&runner, &make), many);
    }
}

/// A session of so many events, each as small as they come.
fn write_tiny_events(path: &Path, count: usize) {
    let title = "Thử".to_owned();
    let mut commands = vec![Command::Open(Opening { title, ..Opening::default() })];
    let pair = [Command::Pause(Reason::default()), Command::Resume(Reason::default())];
    commands.extend(pair.into_iter().cycle().take(count - 1));
    let created = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let header = Header { id: SessionId::new(1), created };
    let occasion = Occasion::new(Moment::Given(created), "m", String::new());
    let (_, entry) = Record::founded(header, commands, &occasion).expect("admitted");
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    let id = format!("{:032x}", 1);
    let created = "2024-03-22T08:00:00.000+07:00";
    writeln!(file, r#"{{"format":"doithoai/1","id":"{id}","created":"{created}","events":["#)
        .expect("written");
    for (place, line) in entry.lines().iter().enumerate() {
        writeln!(file, "{}{line}", if place > 0 { "," } else { "" }).expect("written");
    }
    file.write_all(b"]}\n").expect("written");
}

fn try_tiny_events(count: usize, memory: u64, limit: &str) {
    let runner = Runner::new();
    let path = runner.file("nho.json");
    write_tiny_events(&path, count);
    let Run { code, out: printed, err: said } =
        run_within(&runner, memory, &["verify", "nho.json", "--max-size", limit], Stdio::null());
    assert_eq!(code, 0, "{printed}{said}");
    assert!(printed.contains(&format!(" {count} bước")), "{printed}");
    let Run { code, out: shown, err: said } =
        run_within(&runner, memory, &["show", "nho.json", "--max-size", limit], Stdio::null());
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(shown.contains(&format!("\"events\":{count}")));
}

#[test]
fn a_file_full_of_tiny_events_is_read_in_bounded_memory() {
    let sample = vec![(20_000, MEMORY / 2, "64")];
    let all = vec![(330_000, MEMORY, "64"), (1_000_000, 3 * 1024 * 1024, "400")];
    for (events, memory, limit) in sample_or_all(sample, all) {
        try_tiny_events(events, memory, limit);
    }
}
