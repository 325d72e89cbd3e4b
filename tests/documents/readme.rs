//! The README is read in five minutes, its screens are those of the program, and its example works.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::support::runner::{PROGRAM, Run, Runner};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BEGIN: &str = "<!-- screen: ";
const END: &str = " -->\n```text\n";
const MOST_LINES: usize = 320;

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).expect("a page")
}

/// The page with every screen as the expected screen beside the tests has it.
fn with_screens(page: &str) -> String {
    let mut parts = page.split(BEGIN);
    let mut anew = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(END).expect("the name of a screen and its block");
        let (_, after) = rest.split_once("```\n").expect("the end of the block");
        let screen = fs::read_to_string(Path::new(ROOT).join(name)).expect("an expected screen");
        let screen = screen.trim_end();
        let _ = write!(anew, "{BEGIN}{name}{END}{screen}\n```\n{after}");
    }
    anew
}

#[test]
fn the_screens_in_the_pages_are_the_expected_screens() {
    for name in ["README.md", "docs/reviewing.md"] {
        let (written, wanted) = (page(name), with_screens(&page(name)));
        if std::env::var_os("SCREENS").is_some_and(|value| value == "write") {
            fs::write(Path::new(ROOT).join(name), wanted).expect("written");
            continue;
        }
        let how = "SCREENS=write cargo test --test documents writes the screens anew";
        assert_eq!(written, wanted, "{name}: {how}");
    }
}

#[test]
fn the_readme_is_read_in_five_minutes() {
    let lines = page("README.md").lines().count();
    assert!(lines < MOST_LINES, "{lines} lines; what a newcomer does not need goes to docs/");
}

#[test]
fn every_link_between_the_pages_leads_somewhere() {
    for name in [
        "README.md",
        "CONTRIBUTING.md",
        "docs/install.md",
        "docs/reliability.md",
        "docs/testing.md",
    ] {
        let text = page(name);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')) {
            let target = link.0.split('#').next().unwrap_or_default();
            let folder = Path::new(ROOT).join(name);
            let there = folder.parent().expect("a folder").join(target).exists();
            assert!(there || target.starts_with("http"), "{name}: {target}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_example_of_the_readme_records_a_session_and_prints_its_transcript() {
    let readme = page("README.md");
    let (_, after) = readme
        .split_once("<!-- tried by tests/documents/readme.rs -->\n```sh\n")
        .expect("an example");
    let (script, _) = after.split_once("```\n").expect("its end");
    let runner = Runner::new();
    fs::create_dir(runner.sessions()).expect("a folder");
    let roster = "sessions/can-tho.roster.json";
    fs::copy(Path::new(ROOT).join(roster), runner.file(roster)).expect("copied");
    let folder = Path::new(PROGRAM).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = runner.command_of("sh");
    shell.args(["-ec", script]).env("PATH", format!("{}:{path}", folder.display()));
    let printed = Run::from(shell.output().expect("a shell")).done().out;
    assert!(printed.contains("Nhà trọ quá đắt, có hướng nào không?"), "{printed}");
}
