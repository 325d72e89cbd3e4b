//! The rules of the house, read off its files: which room may know which, and what is said nowhere.

#[path = "house_rules/code.rs"]
mod code;

use std::fs;
use std::path::{Path, PathBuf};

use code::code_of;

/// The arrows drawn in `lib.rs`: each module with the modules it may name. `tui` is three of them.
const ARROWS: [(&str, &[&str]); 19] = [
    ("main", &["cli"]),
    (
        "cli",
        &[
            "tui::runtime",
            "tui::model",
            "describe",
            "live",
            "workspace",
            "paper",
            "import",
            "review",
            "store",
            "record",
        ],
    ),
    (
        "tui::runtime",
        &[
            "tui::view",
            "tui::model",
            "describe",
            "live",
            "workspace",
            "paper",
            "import",
            "review",
            "search",
            "store",
            "record",
        ],
    ),
    ("tui::view", &["tui::model", "describe", "review", "search"]),
    ("tui::model", &["review", "search", "store", "record", "import", "workspace"]),
    ("tui", &["tui::model", "tui::view", "tui::runtime"]),
    ("describe", &["workspace", "review", "search", "store", "record", "import"]),
    ("workspace", &["describe", "store", "record", "paper", "review"]),
    ("paper", &["describe", "review"]),
    ("import", &["record", "store"]),
    ("review", &["search", "record"]),
    ("search", &[]),
    ("live", &["store", "record"]),
    ("store", &["record"]),
    ("record", &[]),
    ("i18n", &[]),
    ("session", &["text"]),
    ("text", &[]),
    ("lib", &[]),
];

/// What everybody above the session may name.
const COMMON: [&str; 3] = ["session", "i18n", "text"];

/// Modules without a clock, a disk or a terminal.
const PURE: [&str; 9] =
    ["session", "record", "search", "review", "paper", "tui::model", "tui::view", "i18n", "text"];

const WORLD: [&str; 8] = [
    "std::fs",
    "std::time",
    "std::env",
    "std::process",
    "Instant",
    "SystemTime",
    "::now(",
    "crossterm",
];

/// What nobody writes, with what to do instead.
const NOWHERE: [(&str, &str); 7] = [
    ("unwrap(", "say what happens when there is nothing"),
    ("todo!", "write it, or leave it out"),
    ("unimplemented!", "write it, or leave it out"),
    ("dbg!", "it is for the bench, not for the house"),
    ("use super::*", "name what comes through the door"),
    ("crate::{", "one room to a `use` line"),
    ("super::super::", "name the room from `crate`"),
];

const THEME: &str = "src/tui/view/theme.rs";
const MOST_LINES: usize = 500;

#[test]
fn the_house_keeps_its_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    gather(&root.join("src"), &mut files);
    assert!(files.len() > 20, "only {} files were found", files.len());
    files.sort();
    let mut broken = Vec::new();
    for file in files {
        let path = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).expect("a file of the house is UTF-8");
        broken.extend(broken_rules(&path, &text));
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the house is there") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// Every rule the file breaks, as sentences.
fn broken_rules(path: &str, text: &str) -> Vec<String> {
    let room = room_of(path);
    let mut broken = whole_file(path, text);
    if !ARROWS.iter().any(|(known, _)| *known == room) {
        broken.push(format!("{path}: the room `{room}` has no arrows drawn for it"));
        return broken;
    }
    for (number, line) in code_of(text).lines().enumerate() {
        for complaint in in_line(path, room, line) {
            broken.push(format!("{path}:{}: {complaint}", number + 1));
        }
    }
    broken
}

fn room_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    match inside.strip_prefix("tui/").map(|part| &part[..part.find(['/', '.']).unwrap_or(0)]) {
        Some("model") => "tui::model",
        Some("view") => "tui::view",
        Some("runtime") => "tui::runtime",
        _ => &inside[..inside.find(['/', '.']).unwrap_or(inside.len())],
    }
}

fn whole_file(path: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !text.starts_with("//! ") {
        broken
            .push(format!("{path}:1: the first line does not say what the file is for (`//! …`)"));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        broken.push(format!("{path}: {lines} lines; more than {MOST_LINES} are two files"));
    }
    if path.ends_with("/mod.rs") {
        broken.push(format!("{path}: a module has a file of its own name, not `mod.rs`"));
    }
    broken
}

fn in_line(path: &str, room: &str, line: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for named in code::rooms_named(line) {
        if !may_name(room, named) {
            complaints.push(format!("`{room}` names `{named}`, an arrow that is not drawn"));
        }
    }
    for world in WORLD {
        if PURE.contains(&room) && code::says(line, world) {
            complaints.push(format!("`{room}` is pure, yet it says `{world}`"));
        }
    }
    for (forbidden, instead) in NOWHERE {
        if code::says(line, forbidden) {
            complaints.push(format!("`{forbidden}` is said: {instead}"));
        }
    }
    if path != THEME && code::says(line, "Color::") {
        complaints.push(format!("a colour outside {THEME}"));
    }
    if let Some(name) = code::vague_name(line) {
        complaints.push(format!("`{name}` says nothing of what it is or does"));
    }
    complaints
}

fn may_name(room: &str, named: &str) -> bool {
    let drawn = ARROWS.iter().find(|(from, _)| *from == room).map_or(&[][..], |(_, to)| *to);
    let is_room = ARROWS.iter().any(|(known, _)| *known == named);
    let common = match room {
        "session" | "text" | "main" => false,
        _ => COMMON.contains(&named),
    };
    named == room || room == "lib" || !is_room || common || drawn.contains(&named)
}

#[cfg(test)]
mod tests {
    use super::broken_rules;

    const DOOR: &str = "//! What it is for.\n";

    #[track_caller]
    fn complaints(path: &str, code: &str) -> String {
        broken_rules(path, &format!("{DOOR}{code}\n")).join("; ")
    }

    #[test]
    fn an_arrow_that_is_not_drawn_is_named_with_its_line() {
        assert_eq!(
            complaints("src/tui/model/desk.rs", "\nuse crate::describe::store;"),
            "src/tui/model/desk.rs:3: `tui::model` names `describe`, an arrow that is not drawn"
        );
        for (path, code) in [
            ("src/session/fold.rs", "use crate::i18n::Lang;"),
            ("src/session.rs", "fn f(lang: crate::i18n::Lang) {}"),
            ("src/store/ink.rs", "use crate::tui::model::App;"),
            ("src/tui/view.rs", "use crate::store::Writer;"),
            ("src/tui/runtime.rs", "use crate::cli::Settings;"),
            ("src/paper/minutes.rs", "pub(crate) use crate::store::read;"),
            ("src/main.rs", "use doithoai::store::Writer;"),
            ("src/text/safe.rs", "use crate::session::Session;"),
        ] {
            assert!(complaints(path, code).contains("not drawn"), "{path}: {code}");
        }
    }

    #[test]
    fn an_arrow_that_is_drawn_passes() {
        for (path, code) in [
            ("src/tui/view/queue.rs", "use crate::tui::model::App;\nuse crate::session::Session;"),
            ("src/tui/model/form.rs", "use crate::i18n::Lang;\nuse crate::search::find;"),
            ("src/tui/runtime.rs", "use crate::store::Writer;"),
            ("src/store/read.rs", "use crate::store::read;"),
            ("src/main.rs", "fn main() { doithoai::cli::run(); }"),
            ("src/lib.rs", "pub mod app;"),
        ] {
            assert_eq!(complaints(path, code), "");
        }
    }

    #[test]
    fn a_pure_room_that_looks_at_the_world_is_found_out() {
        for code in [
            "use std::fs;",
            "let t = std::time::Instant::now();",
            "let at = Local::now();",
            "use crossterm::event::KeyEvent;",
        ] {
            assert!(complaints("src/tui/view/queue.rs", code).contains("is pure"), "{code}");
            assert!(!complaints("src/tui/runtime.rs", code).contains("is pure"), "{code}");
        }
    }

    #[test]
    fn what_nobody_writes_is_found_and_what_looks_like_it_is_not() {
        for code in [
            "let a = b.unwrap();",
            "todo!()",
            "dbg!(a);",
            "    use super::*;",
            "use crate::{app, view};",
            "let blue = Color::Blue;",
            "use super::super::fold;",
            "struct KeyHandler;",
            "fn get_name() {}",
        ] {
            assert_ne!(complaints("src/tui/runtime/keys.rs", code), "", "{code}");
        }
        for code in [
            "let a = b.unwrap_or(0);",
            "/// Never `unwrap()`, see std::fs.",
            "let text = \"crossterm \\\" std::fs\"; // todo!",
            "let quote = '\"'; let slash = \"https://example.org\";",
            "/* dbg!(a)\n still a comment: dbg!(b) */",
            "let raw = r#\"use \"super::*\" std::fs\"#;",
            "struct Database;",
            "fn known(&'a self) -> &'a str { self.known() }",
        ] {
            assert_eq!(complaints("src/tui/view/queue.rs", code), "", "{code}");
        }
        assert_eq!(complaints("src/tui/view/theme.rs", "let blue = Color::Blue;"), "");
    }

    #[test]
    fn a_file_says_what_it_is_for_and_is_not_too_long() {
        assert!(broken_rules("src/tui/view.rs", "fn f() {}\n")[0].contains("does not say"));
        let long = format!("{DOOR}{}", "\n".repeat(500));
        assert!(broken_rules("src/tui/view.rs", &long)[0].contains("501 lines"));
        assert!(complaints("src/tui/view/mod.rs", "").contains("mod.rs"));
        assert!(complaints("src/utils.rs", "").contains("no arrows"));
    }
}
