//! `docs/keys.md` is the program's own key table.

use std::fmt::Write as _;

use doithoai::i18n::Lang;
use doithoai::tui::model::bindings::{BINDINGS, Scope};

const HEAD: &str = "# Keys\n\n\
    Generated from the key table: `KEYS=write cargo test --test documents` writes this page anew.\n\n\
    `F2` turns on typing with Telex, then VNI, for a machine without an input method. A seat, a number, a moment and a\n\
    path are codes: they stay as typed. A mark's key typed once more takes the mark off. English words get their keys\n\
    back; names of the Highland peoples keep their marks (`Knoo Yook` gives `Knô Yôk`).\n\n\
    In long text `Enter` begins a line and `Ctrl+S` confirms. The mouse chooses, scrolls and clicks the footer.\n\n\
    Text pasted where letters are commands records nothing: a new question with it is offered. In a terminal without\n\
    bracketed paste it comes as keys, four or more in one read. Its line breaks press no `Enter` in a list either: press\n\
    `Enter` once the text stands there.\n";

fn page() -> String {
    let lang = Lang::En;
    let mut page = HEAD.to_owned();
    for scope in Scope::ALL {
        let _ = writeln!(page, "\n## {}\n\n| key | does |\n|---|---|", scope.name(lang));
        for row in BINDINGS.iter().filter(|row| row.scope == scope) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            let _ = writeln!(page, "| {} | {} |", keys.join(" "), row.action.name(lang));
        }
    }
    page
}

#[test]
fn the_page_lists_every_key_of_the_table_and_no_other() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("KEYS").is_some_and(|value| value == "write") {
        std::fs::write(path, page()).expect("written");
        return;
    }
    let written = std::fs::read_to_string(path).expect("docs/keys.md");
    assert_eq!(written, page(), "KEYS=write cargo test --test documents writes it anew");
}
