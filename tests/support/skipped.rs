//! What a test says that cannot run on this machine.

use std::io::Write;

/// Says so past the capture of a passing test's output, where `.ci/run` looks for it.
pub(crate) fn skipped(why: &str) {
    // On a line of its own: the test runner may have begun one.
    let _ = writeln!(std::io::stderr(), "\nSKIPPED: {why}");
}
