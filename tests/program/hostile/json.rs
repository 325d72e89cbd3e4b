//! Every text of the table as a session file, as a line in one, as a roster, as a command.

use std::fs;
use std::path::PathBuf;
use std::thread;

use serde_json::Value;

use crate::hostile::json_table::{Case, Family, cases};
use crate::hostile::scene::{
    Run, assert_harmless, assert_refused, everything_in, home_with_a_session,
};
use crate::program::Home;

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
fn verified(home: &Home, files: &[(Case, PathBuf)]) -> Run {
    let parts = thread::scope(|scope| {
        let verify = |files: &[(Case, PathBuf)]| {
            let names = files.iter().map(|(_, path)| path.to_string_lossy().into_owned());
            home.run(&["verify".to_owned()].into_iter().chain(names).collect::<Vec<_>>())
        };
        let hands = files.chunks(20).map(|files| scope.spawn(move || verify(files)));
        let hands: Vec<_> = hands.collect();
        hands.into_iter().map(|hand| hand.join().expect("verified")).collect::<Vec<Run>>()
    });
    parts.into_iter().fold((1, String::new(), String::new()), |all, part| {
        (all.0.min(part.0), all.1 + &part.1, all.2 + &part.2)
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
    let (home, _) = home_with_a_session();
    let folder = home.path().join("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| case.text.clone());
    let before = everything_in(&folder);
    let run = verified(&home, &files);
    assert_refused(&run, "verify");
    for (case, path) in &files {
        let name = path.to_string_lossy();
        let told = run.1.lines().chain(run.2.lines()).any(|line| line.starts_with(&*name));
        assert!(told, "{}: not a word about it", case.name);
    }
    let verbs = ["show", "log", "export", "recover", "apply"];
    thread::scope(|scope| {
        for (part, verb) in files.chunks(files.len().div_ceil(verbs.len())).zip(verbs) {
            let home = &home;
            scope.spawn(move || {
                for (case, path) in part.iter().step_by(2) {
                    assert_refused(&home.run(&[verb, &path.to_string_lossy()]), &case.name);
                }
            });
        }
    });
    assert_eq!(everything_in(&folder), before);
}

#[test]
fn as_a_line_in_a_session_each_is_told_with_its_line_and_column_and_left_as_it_is() {
    let (home, path) = home_with_a_session();
    let whole = fs::read(&path).expect("a session");
    let text = String::from_utf8(whole).expect("UTF-8");
    let (header, events) = text.split_at(text.find("\n,").expect("a second event") + 1);
    let folder = home.path().join("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| {
        let parts = [header.as_bytes(), b",", &case.text, b"\n", events.as_bytes()];
        parts.concat()
    });
    let before = everything_in(&folder);
    let run = verified(&home, &files);
    assert_refused(&run, "verify");
    assert_eq!(run.1.lines().count(), files.len());
    for ((case, _), told) in files.iter().zip(run.1.lines()) {
        assert!(told.contains("hỏng ngay sau sự kiện 1;"), "{}: {told}", case.name);
        assert!(told.contains("(dòng ") && told.contains(", cột "), "{}: {told}", case.name);
    }
    for (case, path) in files.iter().step_by(9) {
        for verb in ["show", "apply", "log"] {
            let run = home.run(&[verb, &path.to_string_lossy()]);
            assert_refused(&run, &case.name);
            assert!(run.2.contains("sự kiện 1;"), "{}: {}", case.name, run.2);
            assert!(run.2.contains("(dòng "), "{}: {}", case.name, run.2);
        }
    }
    assert_eq!(everything_in(&folder), before);
}

#[test]
fn as_a_roster_each_is_refused_with_its_line_and_column_and_no_session_is_made() {
    let (home, _) = home_with_a_session();
    let folder = home.path().join("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| case.text.clone());
    fs::remove_dir_all(home.path().join("state")).expect("as if nothing had been made");
    let before = everything_in(home.path());
    for (case, path) in &files {
        let text = String::from_utf8_lossy(&case.text);
        let bare = text.replace(['\u{feff}', ' ', '\r', '\n', '\t'], "");
        let is_empty_list = case.family != Family::Not && bare == "[]";
        let run =
            home.run(&["new", "moi.json", "--title", "x", "--roster", &path.to_string_lossy()]);
        if is_empty_list {
            assert_eq!(run.0, 0, "{}: {}", case.name, run.2);
            fs::remove_file(home.path().join("moi.json")).expect("made");
            fs::remove_dir_all(home.path().join("state")).expect("made");
            continue;
        }
        assert_refused(&run, &case.name);
        assert!(run.2.contains("(dòng ") && run.2.contains(", cột "), "{}: {}", case.name, run.2);
    }
    assert_eq!(everything_in(home.path()), before);
}

#[test]
fn as_a_reviewers_notes_each_is_refused_and_nothing_is_printed() {
    let (home, _) = home_with_a_session();
    let folder = home.path().join("texts");
    fs::create_dir(&folder).expect("a folder");
    let files = laid_out(&folder, |case| case.text.clone());
    let before = everything_in(&folder);
    for (case, path) in &files {
        let run = home.run(&["export", "phien.json", &format!("--notes={}", path.display())]);
        assert_refused(&run, &case.name);
        let is_broken = case.family == Family::Not && std::str::from_utf8(&case.text).is_ok();
        assert!(!is_broken || run.2.contains("(dòng "), "{}: {}", case.name, run.2);
    }
    assert_eq!(everything_in(&folder), before);
}

#[test]
fn as_a_command_each_is_refused_with_its_line_and_nothing_is_recorded() {
    let (home, path) = home_with_a_session();
    let before = fs::read(&path).expect("a session");
    let cases: Vec<Case> =
        cases().into_iter().filter(|case| !case.text.trim_ascii().is_empty()).collect();
    // A line end ends a command: such a text is several.
    let input = cases.iter().map(|case| {
        let text = case.text.iter().map(|byte| if *byte == b'\n' { b' ' } else { *byte });
        text.chain(*b"\n").collect::<Vec<u8>>()
    });
    let run = home.run_with(&["apply", "phien.json"], input.collect::<Vec<_>>().concat());
    assert_harmless(&run, "apply");
    assert_eq!((run.0, run.1.as_str()), (1, ""));
    let told: Vec<Value> =
        run.2.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
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
    let (home, path) = home_with_a_session();
    let text = fs::read_to_string(&path).expect("a session");
    for (from, to, at) in [
        ("\"Bao giờ có?\"", "\"Bao giờ có?", None),
        ("\"text\":\"Bao giờ có?\"", "\"text\":\"Bao giờ có?\",,", Some("\"Bao giờ có?\",")),
        ("\"text\":\"Bao giờ", "\"text\":\"Bao\u{1}giờ", Some("\"text\":\"Bao")),
    ] {
        let spoilt = text.replacen(from, to, 1);
        assert_ne!(spoilt, text);
        fs::write(&path, &spoilt).expect("written");
        let (_, told, _) = home.run(&["verify", "phien.json", "--lang", "en"]);
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
