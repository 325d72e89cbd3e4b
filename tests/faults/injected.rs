//! F4: system calls of the real program fail under `strace`; what it printed is found again.

use crate::parallel::share;
use crate::program::{printed, script, text};
use crate::strace;
use crate::support::runner::{PROGRAM, Runner, output_of};
use crate::support::scale::sample_or_all;

const CALLS: [(&str, usize); 9] = [
    ("openat", 40),
    ("pwrite64", 16),
    ("write", 16),
    ("fdatasync", 16),
    ("fsync", 10),
    ("rename", 4),
    ("renameat2", 4),
    ("flock", 3),
    ("statx", 30),
];
const ERRORS: [&str; 4] = ["EIO", "ENOSPC", "EROFS", "EINTR"];

/// The first `most` calls of each kind, each once and from then on; every `step`-th of them.
fn each_call_fails(most: usize, step: usize, least: usize) {
    if !strace::is_here() {
        return;
    }
    let mut cases = Vec::new();
    for (call, calls) in CALLS {
        for number in 1..=calls.min(most) {
            for error in ERRORS {
                cases.push((call, error, number.to_string()));
                // No system interrupts for ever.
                if error != "EINTR" {
                    cases.push((call, error, format!("{number}+")));
                }
            }
        }
    }
    let cases: Vec<_> = cases.into_iter().step_by(step).collect();
    share(&cases, |(call, error, when), _| {
        let runner = Runner::with_a_session_in_a_folder();
        let mut traced = strace::injected(&runner, call, &format!("error={error}"), when);
        let output = output_of(&mut traced, script(8).concat());
        let said = text(&output.stderr);
        let found = runner.finds(&printed(&output));
        let panicked = said.contains("panicked");
        assert!(found.is_ok() && !panicked, "{error} at {call} {when}: {found:?}\n{said}");
    });
    println!("{} runs", cases.len());
    assert!(cases.len() >= least);
}

#[test]
fn what_was_printed_is_found_again_whichever_system_call_fails() {
    let (most, step, least) = sample_or_all((6, 23, 5), (usize::MAX, 1, 500));
    each_call_fails(most, step, least);
}

/// What `recover` needs for a file whose first page is lost: where the file stood.
#[test]
fn where_the_session_stands_is_synced_before_anything_is_written_to_its_file() {
    if !strace::is_here() {
        return;
    }
    let runner = Runner::with_a_session_in_a_folder();
    let log = runner.file("calls");
    let mut traced = runner.command_of("strace");
    traced.args(["-f", "-qq", "-y", "-e", "trace=pwrite64,fsync", "-o"]).arg(&log);
    traced.arg(PROGRAM).arg("apply").arg(runner.session());
    let output = output_of(&mut traced, script(1).concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let calls = std::fs::read_to_string(&log).expect("a log");
    let before =
        calls.lines().take_while(|line| !line.contains("pwrite64") || !line.contains(".json>"));
    let notes: Vec<bool> =
        before.filter(|line| line.contains(".lock>")).map(|line| line.contains("fsync(")).collect();
    assert!(calls.contains(".json>") && notes.contains(&false), "{calls}");
    assert_eq!(notes.last(), Some(&true), "{calls}");
}
