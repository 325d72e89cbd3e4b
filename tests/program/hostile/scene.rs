//! What these tests share: a session, the contents of its folder, checks of what came out.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::runner::{Run, Runner};

/// A session with an asked question in `phien.json`.
pub(crate) fn runner_with_a_session() -> (Runner, PathBuf) {
    let runner = Runner::new();
    let path = runner.file("phien.json");
    let roster = runner.file("don-vi.roster.json");
    fs::write(&roster, r#"[{"id":"so-a","name":"Sở A","kind":"agency"}]"#).expect("a roster");
    let made =
        runner.run(&["new", "phien.json", "--title", "Thử", "--roster", "don-vi.roster.json"]);
    assert_eq!(made.code, 0, "{made:?}");
    let asked = runner
        .run_with(&["apply", "phien.json"], r#"{"command":"ask_question","text":"Bao giờ có?"}"#);
    assert_eq!(asked.code, 0, "{asked:?}");
    (runner, path)
}

/// Refused in words: exit code 1, something said, nothing that a terminal would obey.
#[track_caller]
pub(crate) fn assert_refused(run: &Run, about: &str) {
    assert_eq!(run.code, 1, "{about}: {run:?}");
    assert!(!run.err.trim().is_empty() || !run.out.trim().is_empty(), "{about}: nothing was said");
    assert_harmless(run, about);
}

/// No panic, and no character that steers a terminal or the eye, on either output.
#[track_caller]
pub(crate) fn assert_harmless(Run { code, out, err }: &Run, about: &str) {
    assert!(*code == 0 || *code == 1 || *code == 2, "{about}: exit code {code}, {err}");
    assert!(!err.contains("panicked"), "{about}: {err}");
    for text in [out, err] {
        let found = text.chars().find(|c| *c != '\n' && doithoai::text::safe::is_hostile(*c));
        assert_eq!(found, None, "{about}: {text:?}");
    }
}

/// Everything below a folder, to be compared: what must not be touched.
pub(crate) fn everything_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let kind = path.symlink_metadata().expect("an entry").file_type();
            if kind.is_dir() {
                folders.push(path.clone());
            }
            let holds = if kind.is_file() { fs::read(&path).expect("a file") } else { Vec::new() };
            found.insert(path, holds);
        }
    }
    found
}
