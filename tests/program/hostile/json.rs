//! Every text of the table as a session file, as a line in one, as a roster, as a command.

use std::fs;
use std::path::PathBuf;
use std::thread;

use serde_json::Value;

use crate::hostile::json_table::{Case, Family, cases};
use crate::hostile::scene::{
    assert_harmless, assert_refused, everything_in, runner_with_a_session,
};
use crate::support::runner::{Run, Runner};

/// Files with a case each, side by side.
fn laid_out(folder: &std::path::Path, content: impl Fn(&Case) -> Vec<u8>) -> Vec<(Case, PathBuf)> {
    let cases = cases().into_iter().enumerate();
    cases
        .map(|(number, case)| {
            let path = folder.join(format!("{number}.json"));
            fs::write(&path, content(&case)).expect("written");
            (case, path)
        })
        .collect()
}

/// Verifies them all, several at a time: a reader looks again before it calls a file damaged.
fn verified(runner: &Runner, files: &[(Case, PathBuf)]) -> Run {
    let parts = thread::scope(|scope| {
        let verify = |files: &[(Case, PathBuf)]| {
            let names = files.iter().map(|(_, path)| path.to_string_lossy().into_owned());
            runner.run(&["verify".to_owned()].into_iter().chain(names).collect::<Vec<_>>())
        };
        let running = files.chunks(20).map(|files| scope.spawn(move || verify(files)));
        let running: Vec<_> = running.collect();
        running.into_iter().map(|thread| thread.join().expect("verified")).collect::<Vec<Run>>()
    });
    let none = Run { code: 1, out: String::new(), err: String::new() };
    parts.into_iter().fold(none, |all, part| Run {
        code: all.code.min(part.code),
        out: all.out + &part.out,
        err: all.err + &part.err,
    })
}

#[test]
fn the_table_is_what_it_says_it_is() {
    let cases = cases();
    assert!(cases.len() > 300, "{}", cases.len());
    for case in cases {
        let read = serde_json::from_slice::<Value>(&case.text);
        match case.family {
            Family::Json => assert!(read.is_ok(), "{}: {read:?}", case.name),
            Family::Not => assert!(read.is_err(), "{}", case.name),
            Family::Either => {}
        }
    }
}

#[test]
fn as_a_session_file_each_is_refused_in_words_and_left_as_it_is() {
    let (runner, _) = runner_with_a_session();
    let folder = runner.file("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| case.text.clone());
    let before = everything_in(&folder);
    let run = verified(&runner, &files);
    assert_refused(&run, "verify");
    for (case, path) in &files {
        let name = path.to_string_lossy();
        let told = run.out.lines().chain(run.err.lines()).any(|line| line.starts_with(&*name));
        assert!(told, "{}: not a word about it", case.name);
    }
    let verbs = ["show", "log", "export", "recover", "apply"];
    thread::scope(|scope| {
        for (part, verb) in files.chunks(files.len().div_ceil(verbs.len())).zip(verbs) {
            let runner = &runner;
            scope.spawn(move || {
                for (case, path) in part.iter().step_by(2) {
                    assert_refused(&runner.run(&[verb, &path.to_string_lossy()]), &case.name);
                }
            });
        }
    });
    assert_eq!(everything_in(&folder), before);
}

#[test]
fn as_a_line_in_a_session_each_is_told_with_its_line_and_column_and_left_as_it_is() {
    let (runner, path) = runner_with_a_session();
    let whole = fs::read(&path).expect("a session");
    let text = String::from_utf8(whole).expect("UTF-8");
    let (header, events) = text.split_at(text.find("\n,").expect("a second event") + 1);
    let folder = runner.file("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| {
        let parts = [header.as_bytes(), b",", &case.text, b"\n", events.as_bytes()];
        parts.concat()
    });
    let before = everything_in(&folder);
    let run = verified(&runner, &files);
    assert_refused(&run, "verify");
    assert_eq!(run.out.lines().count(), files.len());
    for ((case, _), told) in files.iter().zip(run.out.lines()) {
        assert!(told.contains("hỏng ngay sau bước 1;"), "{}: {told}", case.name);
        assert!(told.contains("(dòng ") && told.contains(", cột "), "{}: {told}", case.name);
    }
    for (case, path) in files.iter().step_by(9) {
        for verb in ["show", "apply", "log"] {
            let run = runner.run(&[verb, &path.to_string_lossy()]);
            assert_refused(&run, &case.name);
            assert!(run.err.contains("bước 1;"), "{}: {}", case.name, run.err);
            assert!(run.err.contains("(dòng "), "{}: {}", case.name, run.err);
        }
    }
    assert_eq!(everything_in(&folder), before);
}

#[test]
fn as_a_roster_each_is_refused_with_its_line_and_column_and_no_session_is_made() {
    let (runner, _) = runner_with_a_session();
    let folder = runner.file("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| case.text.clone());
    fs::remove_dir_all(runner.file("state")).expect("as if nothing had been made");
    let before = everything_in(runner.path());
    for (case, path) in &files {
        let text = String::from_utf8_lossy(&case.text);
        let bare = text.replace(['\u{feff}', ' ', '\r', '\n', '\t'], "");
        let is_empty_list = case.family != Family::Not && bare == "[]";
        let run =
            runner.run(&["new", "moi.json", "--title", "x", "--roster", &path.to_string_lossy()]);
        if is_empty_list {
            assert_eq!(run.code, 0, "{}: {}", case.name, run.err);
            fs::remove_file(runner.file("moi.json")).expect("made");
            fs::remove_dir_all(runner.file("state")).expect("made");
            continue;
        }
        assert_refused(&run, &case.name);
        assert!(
            run.err.contains("(dòng ") && run.err.contains(", cột "),
            "{}: {}",
            case.name,
            run.err
        );
    }
    assert_eq!(everything_in(runner.path()), before);
}

#[test]
fn as_a_reviewers_notes_each_is_refused_and_nothing_is_printed() {
    let (runner, _) = runner_with_a_session();
    let folder = runner.file("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| case.text.clone());
    let before = everything_in(&folder);
    for (case, path) in &files {
        let run = runner.run(&["export", "phien.json", &format!("--notes={}", path.display())]);
        assert_refused(&run, &case.name);
        let is_broken = case.family == Family::Not && std::str::from_utf8(&case.text).is_ok();
        assert!(!is_broken || run.err.contains("(dòng "), "{}: {}", case.name, run.err);
    }
    assert_eq!(everything_in(&folder), before);
}

#[test]
fn as_a_command_each_is_refused_with_its_line_and_nothing_is_recorded() {
    let (runner, path) = runner_with_a_session();
    let before = fs::read(&path).expect("a session");
    let cases: Vec<Case> =
        cases().into_iter().filter(|case| !case.text.trim_ascii().is_empty()).collect();
    // A line end ends a command: such a text is several.
    let input = cases.iter().map(|case| {
        let text = case.text.iter().map(|byte| if *byte == b'\n' { b' ' } else { *byte });
        text.chain(*b"\n").collect::<Vec<u8>>()
    });
    let run = runner.run_with(&["apply", "phien.json"], input.collect::<Vec<_>>().concat());
    assert_harmless(&run, "apply");
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    let told: Vec<Value> =
        run.err.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(told.len(), cases.len());
    for (number, (case, told)) in cases.iter().zip(&told).enumerate() {
        assert_eq!(told["line"], number + 1, "{}", case.name);
        let why = told["refused"].as_str().expect("a reason");
        let is_broken = case.family == Family::Not && !case.text.contains(&b'\n');
        assert!(
            !is_broken || why.contains("(cột ") || why.contains("256 KiB"),
            "{}: {why}",
            case.name
        );
    }
    assert_eq!(fs::read(&path).expect("a session"), before);
}

#[test]
fn the_column_is_where_an_editor_would_put_the_cursor() {
    let (runner, path) = runner_with_a_session();
    let text = fs::read_to_string(&path).expect("a session");
    for (from, to, at) in [
        ("\"Bao giờ có?\"", "\"Bao giờ có?", None),
        ("\"text\":\"Bao giờ có?\"", "\"text\":\"Bao giờ có?\",,", Some("\"Bao giờ có?\",")),
        ("\"text\":\"Bao giờ", "\"text\":\"Bao\u{1}giờ", Some("\"text\":\"Bao")),
    ] {
        let spoilt = text.replacen(from, to, 1);
        assert_ne!(spoilt, text);
        fs::write(&path, &spoilt).expect("written");
        let Run { out: told, .. } = runner.run(&["verify", "phien.json", "--lang", "en"]);
        let line = spoilt.lines().nth(3).expect("the question's line");
        let column = at.map(|good| {
            let end = line.find(good).expect("the good part") + good.len();
            line[..end].chars().count() + 1
        });
        match column {
            Some(column) => assert!(told.contains(&format!("(line 4, column {column})")), "{told}"),
            None => assert!(told.contains("(line 4, column "), "{told}"),
        }
    }
}
