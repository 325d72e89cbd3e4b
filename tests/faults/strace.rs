//! The real program under `strace`, which makes system calls fail.

use std::process::{Command, Stdio};

use crate::support::runner::{PROGRAM, Runner};
use crate::support::skipped::skipped;

/// Whether there is a `strace` that may trace here; says so when there is none.
pub(crate) fn is_here() -> bool {
    let mut tried = Command::new("strace");
    tried.args(["-qq", "-o", "/dev/null", "true"]).stderr(Stdio::null());
    let here = tried.status().is_ok_and(|status| status.success());
    if !here {
        skipped("strace is missing, or may not trace here");
    }
    here
}

/// `apply` with an injection into one system call: `what` happens at the calls that `when` says.
pub(crate) fn injected(runner: &Runner, call: &str, what: &str, when: &str) -> Command {
    let mut traced = runner.command_of("strace");
    let inject = format!("inject={call}:{what}:when={when}");
    traced.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &inject]);
    traced.arg(PROGRAM).arg("apply").arg(runner.session());
    traced
}
