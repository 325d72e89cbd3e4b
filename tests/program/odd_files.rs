//! Files with impossible times, other line ends or a torn write: they are read, reported and continued.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::runner::{Run, Runner};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A copy of a fixture, and what the program says of it in English.
struct Copied {
    runner: Runner,
    file: PathBuf,
}

impl Copied {
    fn of(name: &str) -> Self {
        let runner = Runner::new();
        let file = runner.file(name);
        fs::copy(fixture(name), &file).expect("copied");
        Self { runner, file }
    }

    fn run(&self, name: &str) -> Run {
        self.run_with(name, "")
    }

    fn apply(&self, lines: &str) -> Run {
        self.run_with("apply", lines)
    }

    fn run_with(&self, name: &str, input: &str) -> Run {
        let file = self.file.to_string_lossy();
        self.runner.run_with(&[name, &*file, "--lang", "en"], input)
    }
}

#[test]
fn a_session_with_times_of_the_year_10021_is_whole_is_told_of_and_goes_on() {
    for name in ["year_10021_event.json", "year_10021_header.json"] {
        let copied = Copied::of(name);
        let verified = copied.run("verify");
        assert!(verified.code == 0, "{name}");
        let told = verified.out;
        assert!(told.contains("outside the years 1970–9999"), "{told}");
        let shown = copied.run("show");
        assert!(shown.code == 0 && shown.out.contains("+10021-08-03T"), "{name}");
        assert!(shown.err.contains("outside the years 1970–9999"), "{name}");
        let before = fs::read(&copied.file).expect("read");
        let went_on = copied.apply("{\"command\":\"ask_question\",\"text\":\"b\"}\n");
        assert!(went_on.code == 0, "{}", went_on.err);
        let after = fs::read(&copied.file).expect("read");
        let written = before.iter().rposition(|byte| *byte == b'}').expect("a trailer") - 1;
        assert_eq!(after[..written], before[..written], "{name}: kept byte for byte");
        assert!(copied.run("verify").code == 0, "{name}");
    }
}

#[test]
fn a_time_or_a_date_that_is_out_of_range_is_refused_in_words() {
    let copied = Copied::of("year_10021_event.json");
    for (line, why) in [
        (r#""ask_question","text":"b","at":"+10021-08-03T07:51:35+00:00""#, "outside the years"),
        (r#""ask_question","text":"b","at":"1969-12-31T23:59:59+00:00""#, "outside the years"),
        (r#""ask_question","text":"b","at":"0000-01-01T00:00:00-23:59""#, "outside the years"),
        (r#""defer_question","question":1,"due":"0000-01-01""#, "outside the years 1000–9999"),
        (r#""defer_question","question":1,"due":"2024-13-01""#, "is not a date"),
    ] {
        let refused = copied.apply(&format!("{{\"command\":{line}}}\n"));
        assert_eq!(refused.code, 1, "{line}");
        assert!(refused.err.contains(why), "{}", refused.err);
    }
}

#[test]
fn a_copy_with_other_line_ends_is_whole_and_verify_says_so() {
    let copied = Copied::of("year_10021_event.json");
    let crlf = fs::read_to_string(&copied.file).expect("read").replace('\n', "\r\n");
    fs::write(&copied.file, crlf).expect("written");
    let verified = copied.run("verify");
    assert!(verified.code == 0);
    assert!(verified.out.contains("CRLF"), "{}", verified.out);
}

#[test]
fn a_torn_pair_is_mended_at_opening() {
    let copied = Copied::of("torn_two_line_write.json");
    let mended = copied.apply("{\"command\":\"ask_question\",\"text\":\"b\"}\n");
    assert!(mended.code == 0, "{}", mended.err);
    assert!(copied.run("verify").code == 0);
}

#[test]
fn a_torn_pair_is_mended_beside_its_black_box_and_nothing_acknowledged_is_missing() {
    let copied = Copied::of("torn_two_line_write.json");
    let boxed = fs::read_to_string(fixture("torn_two_line_write.blackbox.jsonl")).expect("read");
    let state = copied.runner.state();
    fs::create_dir_all(&state).expect("a folder");
    fs::write(state.join("00000000000000000000000000000001.jsonl"), &boxed).expect("written");
    let mended = copied.apply("{\"command\":\"ask_question\",\"text\":\"b\"}\n");
    assert!(mended.code == 0 && mended.err.contains("torn-1"), "{}", mended.err);
    assert!(copied.run("verify").code == 0);
    let file = fs::read_to_string(&copied.file).expect("read");
    assert!(boxed.lines().skip(1).all(|line| file.contains(line)));
    assert_eq!(file.lines().filter(|line| line.contains("\"seq\"")).count(), 3);
}
