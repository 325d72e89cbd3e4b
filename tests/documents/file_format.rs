//! `docs/verify.py`, written from `docs/file-format.md` alone, agrees with `doithoai verify`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::support::runner::Runner;
use crate::support::skipped::skipped;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Whether a file is whole, and the fingerprint of what can be trusted in it.
type Verdict = (bool, String);

/// Whether the verifier can run here; says so when it cannot.
fn has_python() -> bool {
    let tried = Command::new("python3").args(["-c", "import hashlib, json"]).output();
    let has = tried.is_ok_and(|output| output.status.success());
    if !has {
        skipped("python3 is missing; docs/verify.py was not tried");
    }
    has
}

/// One verdict a file, in their order.
fn by_verifier(files: &[PathBuf]) -> Vec<Verdict> {
    let mut python = Command::new("python3");
    let output = python.arg("-B").arg(Path::new(ROOT).join("docs/verify.py")).args(files).output();
    let text = String::from_utf8(output.expect("python3").stdout).expect("UTF-8");
    let verdicts: Vec<_> =
        text.lines().map(|line| verdict(line, line.starts_with("whole"))).collect();
    assert_eq!(verdicts.len(), files.len(), "{text}");
    verdicts
}

fn by_program(files: &[PathBuf]) -> Vec<Verdict> {
    let runner = Runner::new();
    let run = |file: &PathBuf| {
        let run = runner.run(&[Path::new("verify"), file]);
        verdict(&(run.out + &run.err), run.code == 0)
    };
    files.iter().map(run).collect()
}

fn verdict(text: &str, whole: bool) -> Verdict {
    let is_fingerprint = |word: &&str| {
        let parts = word.split_once(':');
        parts.is_some_and(|(events, hash)| events.parse::<u64>().is_ok() && hash.len() == 64)
    };
    let words = text.split([' ', ',', '(', ')', '\n']).map(|word| word.trim_end_matches('.'));
    let found = words.rev().find(is_fingerprint);
    // Where no first line can be read there is no chain and no fingerprint to speak of.
    let found = found.filter(|fingerprint| !fingerprint.starts_with("0:"));
    (whole, found.unwrap_or("none").to_owned())
}

fn session_files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in ["sessions", "tests/fixtures/v1"] {
        for entry in fs::read_dir(Path::new(ROOT).join(folder)).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = path.to_string_lossy();
            if name.ends_with(".json") && !name.ends_with(".roster.json") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(!files.is_empty());
    files
}

/// The file cut at places all over it, and with a bit flipped at others.
fn damaged(file: &Path, folder: &TempDir) -> Vec<PathBuf> {
    let whole = fs::read(file).expect("read");
    let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
    let end = whole.iter().rposition(|byte| !byte.is_ascii_whitespace()).expect("not blank") + 1;
    let mut copies = Vec::new();
    for place in (0..end).step_by(end / 40 + 1) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 7);
        for (kind, bytes) in [("cut", &whole[..place]), ("flipped", &flipped)] {
            let path = folder.path().join(format!("{name}-{kind}-{place}.json"));
            fs::write(&path, bytes).expect("written");
            copies.push(path);
        }
    }
    copies
}

#[test]
fn a_verifier_written_from_the_page_agrees_on_every_shipped_file() {
    if has_python() {
        let files = session_files();
        let verdicts = by_verifier(&files);
        assert!(verdicts.iter().any(|(whole, _)| *whole));
        assert_eq!(verdicts, by_program(&files), "{files:#?}");
    }
}

#[test]
fn a_verifier_written_from_the_page_agrees_on_damaged_files() {
    if !has_python() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    for file in session_files() {
        let copies = damaged(&file, &folder);
        let (theirs, ours) = (by_verifier(&copies), by_program(&copies));
        for (copy, (theirs, ours)) in copies.iter().zip(theirs.iter().zip(&ours)) {
            assert_eq!(theirs, ours, "{}", copy.display());
        }
    }
}
