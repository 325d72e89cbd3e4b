//! Files that a wild clock, another tool or a torn write left: they are read, told of, and gone on with.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A folder with a copy of a fixture in it.
struct Desk {
    folder: TempDir,
    file: PathBuf,
}

impl Desk {
    fn with(name: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(name);
        fs::copy(fixture(name), &file).expect("copied");
        Self { folder, file }
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doithoai"));
        command.arg(name).arg(&self.file).args(["--lang", "en"]);
        command.env("XDG_STATE_HOME", self.folder.path().join("state"));
        command
    }

    fn run(&self, name: &str) -> Output {
        self.command(name).output().expect("run")
    }

    fn apply(&self, lines: &str) -> Output {
        let mut apply = self.command("apply");
        apply.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = apply.spawn().expect("run");
        child.stdin.take().expect("stdin").write_all(lines.as_bytes()).expect("written");
        child.wait_with_output().expect("ended")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_session_with_times_of_the_year_10021_is_whole_is_told_of_and_goes_on() {
    for name in ["year_10021_event.json", "year_10021_header.json"] {
        let desk = Desk::with(name);
        let verified = desk.run("verify");
        assert!(verified.status.success(), "{name}");
        let told = text(&verified.stdout);
        assert!(told.contains("outside the years 1970–9999"), "{told}");
        let shown = desk.run("show");
        assert!(shown.status.success() && text(&shown.stdout).contains("+10021-08-03T"), "{name}");
        assert!(text(&shown.stderr).contains("outside the years 1970–9999"), "{name}");
        let before = fs::read(&desk.file).expect("read");
        let went_on = desk.apply("{\"command\":\"ask_question\",\"text\":\"b\"}\n");
        assert!(went_on.status.success(), "{}", text(&went_on.stderr));
        let after = fs::read(&desk.file).expect("read");
        let written = before.iter().rposition(|byte| *byte == b'}').expect("a trailer") - 1;
        assert_eq!(after[..written], before[..written], "{name}: kept byte for byte");
        assert!(desk.run("verify").status.success(), "{name}");
    }
}

#[test]
fn a_time_or_a_date_that_is_out_of_range_is_refused_in_words() {
    let desk = Desk::with("year_10021_event.json");
    for (line, why) in [
        (r#""ask_question","text":"b","at":"+10021-08-03T07:51:35+00:00""#, "outside the years"),
        (r#""ask_question","text":"b","at":"1969-12-31T23:59:59+00:00""#, "outside the years"),
        (r#""ask_question","text":"b","at":"0000-01-01T00:00:00-23:59""#, "outside the years"),
        (r#""defer_question","question":1,"due":"0000-01-01""#, "outside the years 1000–9999"),
        (r#""defer_question","question":1,"due":"2024-13-01""#, "is not a date"),
    ] {
        let refused = desk.apply(&format!("{{\"command\":{line}}}\n"));
        assert_eq!(refused.status.code(), Some(1), "{line}");
        assert!(text(&refused.stderr).contains(why), "{}", text(&refused.stderr));
    }
}

#[test]
fn a_copy_with_other_line_ends_is_whole_and_verify_says_so() {
    let desk = Desk::with("year_10021_event.json");
    let crlf = text(&fs::read(&desk.file).expect("read")).replace('\n', "\r\n");
    fs::write(&desk.file, crlf).expect("written");
    let verified = desk.run("verify");
    assert!(verified.status.success());
    assert!(text(&verified.stdout).contains("CRLF"), "{}", text(&verified.stdout));
}

#[test]
fn a_torn_pair_is_mended_at_opening() {
    let desk = Desk::with("torn_two_line_write.json");
    let mended = desk.apply("{\"command\":\"ask_question\",\"text\":\"b\"}\n");
    assert!(mended.status.success(), "{}", text(&mended.stderr));
    assert!(desk.run("verify").status.success());
}
