//! The arrows as `src/lib.rs` draws them, and which part of the program a file or path belongs to.

use std::collections::{BTreeMap, BTreeSet};

/// What every part above `session` may name without an arrow.
const COMMON: [&str; 3] = ["session", "i18n", "text"];

/// The table in `src/lib.rs` between its heading and the end of its code block.
pub(super) struct Map {
    arrows: BTreeMap<String, BTreeSet<String>>,
}

impl Map {
    /// Reads lines such as `//! store → record, session`.
    pub(super) fn read(lib: &str) -> Self {
        let (_, after) = lib.split_once("//! # Dependencies\n").expect("lib.rs draws the map");
        let block = after.split("//! ```").nth(1).expect("the map is a code block");
        let mut arrows = BTreeMap::new();
        for line in block.lines().filter_map(|line| line.strip_prefix("//! ")) {
            let Some((from, to)) = line.split_once('→') else { continue };
            let named =
                to.split(',').map(str::trim).filter(|name| !name.is_empty() && *name != "–");
            arrows.insert(from.trim().to_owned(), named.map(str::to_owned).collect());
        }
        Self { arrows }
    }

    pub(super) fn has(&self, part: &str) -> bool {
        matches!(part, "" | "tui") || self.arrows.contains_key(part)
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        self.arrows.keys().map(String::as_str)
    }

    /// Whether code of `from` may name `to`. The crate's root and `tui` only declare their modules.
    pub(super) fn allows(&self, from: &str, to: &str) -> bool {
        let common = COMMON.contains(&to) && !matches!(from, "session" | "text" | "i18n" | "main");
        let drawn = self.arrows.get(from).is_some_and(|drawn| drawn.contains(to));
        from == to || common || drawn || matches!(from, "" | "tui") || !self.has(to)
    }

    /// A circle among the arrows, should there be one: the first part that can reach itself.
    pub(super) fn circle(&self) -> Option<&str> {
        self.parts().find(|part| self.reaches(part, part, &mut BTreeSet::new()))
    }

    fn reaches<'a>(&'a self, from: &str, goal: &str, seen: &mut BTreeSet<&'a str>) -> bool {
        let next = self.arrows.get(from).into_iter().flatten();
        next.into_iter().any(|to| to == goal || (seen.insert(to) && self.reaches(to, goal, seen)))
    }
}

/// `tui::model::desk` is part of `tui::model`, `store::lock` of `store`.
pub(super) fn part_of(module: &str) -> &str {
    let mut names = module.split("::");
    let first = names.next().unwrap_or_default();
    match names.next() {
        Some(second) if first == "tui" => &module[..first.len() + 2 + second.len()],
        _ => first,
    }
}
