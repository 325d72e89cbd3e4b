//! The structure of the source, read off its files: dependencies, purity, names, sizes.

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/map.rs"]
mod map;
#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use map::{Map, part_of};
use paths::{Crate, module_of};

/// Parts without a clock, a disk, a terminal or a process.
const PURE: [&str; 10] = [
    "session",
    "record",
    "search",
    "review",
    "paper",
    "describe",
    "tui::model",
    "tui::view",
    "i18n",
    "text",
];

const WORLD: [&str; 9] = [
    "std::fs",
    "std::time",
    "std::env",
    "std::process",
    "std::net",
    "Instant",
    "SystemTime",
    "::now(",
    "crossterm",
];

const THEME: &str = "src/tui/view/theme.rs";
/// Writes any colour down as the terminal is told it.
const COLOUR_WRITER: &str = "src/tui/runtime/backend/cell_writer.rs";
/// Where single keys are looked at: the table itself, what types into fields, and what tells keys from a paste.
const KEYS_READ_IN: [&str; 5] = [
    "src/tui/model/bindings.rs",
    "src/tui/model/key.rs",
    "src/tui/model/edit/",
    "src/tui/model/form/keys.rs",
    "src/tui/model/stray.rs",
];
const MOST_LINES: usize = 500;

struct File {
    path: String,
    text: String,
    code: String,
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    gather(&root.join("src"), &mut paths);
    assert!(paths.len() > 100, "only {} files were found", paths.len());
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file is UTF-8");
        let name = path.strip_prefix(root).unwrap_or(&path);
        let path = name.to_string_lossy().replace('\\', "/");
        let code = source::code_of(&text);
        File { path, text, code }
    };
    paths.into_iter().map(read).collect()
}

/// Those that are part of the program, without what they hold of tests.
fn program_files() -> Vec<File> {
    let mut files = files();
    let tests: BTreeSet<Vec<String>> = files
        .iter()
        .flat_map(|file| {
            let inside = |name: &str| [module_of(&file.path), vec![name.to_owned()]].concat();
            source::test_modules(&file.code).map(inside).collect::<Vec<_>>()
        })
        .collect();
    files.retain(|file| !tests.contains(&module_of(&file.path)));
    for file in &mut files {
        file.code = source::without_tests(&file.code);
    }
    files
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

fn map() -> Map {
    let lib = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs");
    Map::read(&fs::read_to_string(lib).expect("lib.rs"))
}

#[test]
fn every_dependency_is_an_arrow_that_lib_rs_draws() {
    let map = map();
    let mut crossed: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for file in program_files() {
        for (place, from, to) in crossings(&map, &file.path, &file.code) {
            crossed.entry((from, to)).or_default().push(place);
        }
    }
    assert!(crossed.is_empty(), "not drawn in src/lib.rs: {crossed:#?}");
}

#[test]
fn the_arrows_form_no_circle() {
    assert_eq!(map().circle(), None);
}

#[test]
fn every_module_stands_on_the_map() {
    let map = map();
    let parts: BTreeSet<_> =
        files().iter().map(|file| part_of(&module_of(&file.path).join("::")).to_owned()).collect();
    let missing: Vec<_> = parts.iter().filter(|part| !map.has(part)).collect();
    assert!(missing.is_empty(), "draw them in src/lib.rs: {missing:?}");
}

#[test]
fn no_type_name_stands_for_two_things() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files() {
        for name in source::types_defined(&file.code) {
            places.entry(name.to_owned()).or_default().push(file.path.clone());
        }
    }
    places.retain(|_, files| files.len() > 1);
    assert!(places.is_empty(), "one name, one thing: {places:#?}");
}

#[test]
fn no_two_files_of_a_module_use_each_other() {
    let mut known = Crate::default();
    for file in program_files() {
        known.add(&file.path, &file.code);
    }
    let circles = circles::circles(&known);
    assert!(circles.is_empty(), "they use each other: {circles:#?}");
}

#[test]
fn only_tests_expect() {
    let program = program_files();
    let found: Vec<_> =
        program.iter().flat_map(|file| expectations(&file.path, &file.code)).collect();
    assert!(found.is_empty(), "say what happens instead: {found:#?}");
}

#[test]
fn every_file_keeps_the_rules_of_a_file() {
    let broken: Vec<_> =
        files().iter().flat_map(|file| broken_rules(&file.path, &file.text)).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// Where the program would end instead of saying what happened.
fn expectations(path: &str, program: &str) -> Vec<String> {
    let expecting = program.lines().enumerate().filter(|(_, line)| line.contains(".expect("));
    expecting.map(|(number, _)| format!("{path}:{}", number + 1)).collect()
}

/// Every path in the file that crosses to a part it may not name: where, from, to.
fn crossings(map: &Map, path: &str, code: &str) -> Vec<(String, String, String)> {
    let module = module_of(path);
    let from = part_of(&module.join("::")).to_owned();
    let absolute = |named: &paths::Named| match named.segments.first()?.as_str() {
        "crate" | "doithoai" => Some(named.segments[1..].join("::")),
        _ => None,
    };
    let paths = paths::paths_in(code).into_iter();
    let named = paths.filter_map(|named| Some((named.line, absolute(&named)?)));
    let named = named.map(|(line, to)| (line, part_of(&to).to_owned()));
    let crossing = named.filter(|(_, to)| !map.allows(&from, to));
    crossing.map(|(line, to)| (format!("{path}:{line}"), from.clone(), to)).collect()
}

/// Every rule for a single file that this one breaks, as sentences.
fn broken_rules(path: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !text.starts_with("//! ") {
        broken.push(format!("{path}:1: the first line does not say what the file is for"));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        broken.push(format!("{path}: {lines} lines; more than {MOST_LINES} are two files"));
    }
    if path.ends_with("/mod.rs") {
        broken.push(format!("{path}: a module has a file of its own name, not `mod.rs`"));
    }
    let module = module_of(path).join("::");
    let code = source::code_of(text);
    for (number, line) in code.lines().enumerate() {
        for complaint in in_line(path, part_of(&module), line) {
            broken.push(format!("{path}:{}: {complaint}", number + 1));
        }
    }
    broken
}

fn in_line(path: &str, part: &str, line: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for world in WORLD {
        if PURE.contains(&part) && source::holds(line, world) {
            complaints.push(format!("`{part}` is pure, yet it names `{world}`"));
        }
    }
    if path != THEME && path != COLOUR_WRITER && source::holds(line, "Color::") {
        complaints.push(format!("a colour outside {THEME}"));
    }
    if part == "tui::model" && !KEYS_READ_IN.iter().any(|place| path.starts_with(place)) {
        for phrase in ["Code::Char(", "key.code"] {
            if source::holds(line, phrase) {
                complaints.push(format!("`{phrase}`: keys are rows of the key table"));
            }
        }
    }
    if let Some(name) = source::vague_name(line) {
        complaints.push(format!("`{name}` says nothing of what it is or does"));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::circles::circles;
    use super::map::Map;
    use super::paths::{Crate, paths_in};
    use super::source::{code_of, test_modules, types_defined, without_tests};
    use super::{broken_rules, crossings, expectations};

    const FIRST_LINE: &str = "//! What it is for.\n";

    const MAP: &str = "//! # Dependencies\n//!\n//! ```text\n//! main → cli\n//! cli → store\n\
        //! tui::view → tui::model\n//! tui::model → –\n//! store → record\n//! record → –\n\
        //! i18n → session, text\n//! session → text\n//! text → –\n//! ```\n";

    #[track_caller]
    fn crossed(path: &str, code: &str) -> Vec<String> {
        let crossed = crossings(&Map::read(MAP), path, code);
        crossed.into_iter().map(|(place, from, to)| format!("{place} {from} → {to}")).collect()
    }

    #[track_caller]
    fn complaints(path: &str, code: &str) -> String {
        broken_rules(path, &format!("{FIRST_LINE}{code}\n")).join("; ")
    }

    #[test]
    fn an_arrow_that_is_not_drawn_is_named_with_its_line() {
        assert_eq!(
            crossed("src/tui/model/desk.rs", "\n\nuse crate::store::Store;"),
            ["src/tui/model/desk.rs:3 tui::model → store"]
        );
        for (path, code) in [
            ("src/session/fold.rs", "use crate::i18n::Lang;"),
            ("src/session.rs", "fn f(lang: crate::i18n::Lang) {}"),
            ("src/store/lock.rs", "use crate::tui::model::Model;"),
            ("src/tui/view.rs", "use crate::{session::Session, store::{read, Store}};"),
            ("src/record/scan.rs", "pub(crate) use crate::store::read;"),
            ("src/main.rs", "use doithoai::store::Store;"),
            ("src/text/safe.rs", "use crate::session::Session;"),
        ] {
            assert!(!crossed(path, code).is_empty(), "{path}: {code}");
        }
    }

    #[test]
    fn an_arrow_that_is_drawn_passes() {
        for (path, code) in [
            (
                "src/tui/view/queue.rs",
                "use crate::tui::model::Model;\nuse crate::session::Session;",
            ),
            ("src/tui/model/form.rs", "use crate::i18n::Lang;"),
            ("src/store/read.rs", "use crate::store::read;\nuse crate::record::scan;"),
            ("src/main.rs", "fn main() { doithoai::cli::run(); }"),
            ("src/lib.rs", "pub mod app;"),
        ] {
            assert!(crossed(path, code).is_empty(), "{path}: {code}");
        }
    }

    #[test]
    fn arrows_that_lead_back_are_a_circle() {
        assert_eq!(Map::read(MAP).circle(), None);
        let round = MAP.replace("record → –", "record → cli");
        assert!(Map::read(&round).circle().is_some());
    }

    #[test]
    fn a_use_tree_is_as_many_paths_as_it_has_leaves() {
        let paths = paths_in("pub(crate) use crate::a::{self, b::{C, d as e}};\nf(x::y);");
        let read: Vec<_> = paths.iter().map(|named| named.segments.join("::")).collect();
        assert_eq!(read, ["crate::a::self", "crate::a::b::C", "crate::a::b::d", "x::y"]);
        assert!(paths[0].exported && !paths[3].used);
    }

    #[test]
    fn files_that_use_each_other_by_way_of_a_third_are_a_circle() {
        let mut files = Crate::default();
        files.add("src/store.rs", "mod a;\nmod b;\nmod c;\npub use a::A;");
        files.add("src/store/a.rs", "use crate::store::b::B;");
        files.add("src/store/b.rs", "use super::c::C;");
        assert_eq!(circles(&files).len(), 0);
        files.add("src/store/c.rs", "use crate::store::A;");
        let circle = ["store::a", "store::b", "store::c"].map(str::to_owned);
        assert_eq!(circles(&files).into_iter().collect::<Vec<_>>(), [circle]);
    }

    #[test]
    fn types_are_found_where_they_are_defined_and_not_where_they_are_associated() {
        let code =
            "pub struct A;\npub(crate) enum B {}\ntype C = A;\nimpl X for A {\n    type D = B;\n}";
        assert_eq!(types_defined(code).collect::<Vec<_>>(), ["A", "B", "C"]);
    }

    #[test]
    fn an_expectation_is_named_with_its_line_and_a_file_of_tests_is_known_by_its_declaration() {
        assert_eq!(expectations("src/a.rs", "let a = b\n    .expect(\"\");"), ["src/a.rs:2"]);
        let declared =
            "#[cfg(test)]\npub(crate) mod fixture;\nmod a;\n#[cfg(test)]\nmod tests {\n}\n";
        assert_eq!(test_modules(declared).collect::<Vec<_>>(), ["fixture"]);
    }

    #[test]
    fn a_block_of_tests_is_left_out_and_lines_keep_their_numbers() {
        let code = "use a::b;\n#[cfg(test)]\nmod tests {\n    use c::d;\n}\nuse e::f;";
        let lines: Vec<_> = paths_in(&without_tests(code)).iter().map(|named| named.line).collect();
        assert_eq!(lines, [1, 6]);
    }

    #[test]
    fn a_pure_part_that_looks_at_the_world_is_reported() {
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
    fn what_breaks_a_rule_is_found_and_what_looks_like_it_is_not() {
        for (path, code) in [
            ("src/tui/runtime/keys.rs", "let blue = Color::Blue;"),
            ("src/tui/runtime/keys.rs", "struct KeyHandler;"),
            ("src/tui/runtime/keys.rs", "fn get_name() {}"),
            ("src/tui/model/desk.rs", "Code::Char('x') => leave(),"),
            ("src/tui/view/mod.rs", ""),
        ] {
            assert_ne!(complaints(path, code), "", "{path}: {code}");
        }
        for code in [
            "/// Never reads the clock, see std::fs.",
            "let text = \"crossterm \\\" std::fs\"; // Color::Red",
            "let quote = '\"'; let slash = \"https://example.org\";",
            "/* Color::Red\n still a comment: Color::Red */",
            "let raw = r#\"use \"super::*\" std::fs\"#;",
            "struct Database;",
            "fn known(&'a self) -> &'a str { self.known() }",
        ] {
            assert_eq!(complaints("src/tui/view/queue.rs", code), "", "{code}");
        }
        assert_eq!(complaints("src/tui/view/theme.rs", "let blue = Color::Blue;"), "");
        assert_eq!(code_of("a/*b*/c\"d\""), "ac");
    }

    #[test]
    fn a_file_says_what_it_is_for_and_is_not_too_long() {
        assert!(broken_rules("src/tui/view.rs", "fn f() {}\n")[0].contains("does not say"));
        let long = format!("{FIRST_LINE}{}", "\n".repeat(500));
        assert!(broken_rules("src/tui/view.rs", &long)[0].contains("501 lines"));
    }
}
