//! The README's key list is the program's own.

use std::fmt::Write as _;

use doithoai::i18n::Lang;
use doithoai::tui::model::bindings::{BINDINGS, Scope};

const BEGIN: &str = "<!-- keys: begin -->\n";
const END: &str = "<!-- keys: end -->";

fn keys() -> String {
    let lang = Lang::En;
    let mut text = String::new();
    for scope in Scope::ALL {
        let _ = writeln!(text, "**{}**\n\n| key | does |\n|---|---|", scope.name(lang));
        for row in BINDINGS.iter().filter(|row| row.scope == scope) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            let _ = writeln!(text, "| {} | {} |", keys.join(" "), row.action.name(lang));
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_readme_lists_every_key_of_the_table_and_no_other() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("the README");
    let (before, rest) = readme.split_once(BEGIN).expect("the key list begins");
    let (listed, after) = rest.split_once(END).expect("the key list ends");
    if std::env::var_os("README").is_some_and(|wish| wish == "write") {
        std::fs::write(path, format!("{before}{BEGIN}{}{END}{after}", keys())).expect("written");
        return;
    }
    assert_eq!(listed, keys(), "README=write cargo test --test readme writes it anew");
}
