//! The paths a file names, by `use` or in place, and the files they lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::is_of_name;

/// A path as it is written, with the line it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) line: usize,
    pub(super) segments: Vec<String>,
    /// Written in a `use` declaration.
    pub(super) used: bool,
    /// Written in a `pub use` declaration.
    pub(super) exported: bool,
}

/// Every path in the code that has at least two segments, and every one in a `use` declaration.
pub(super) fn paths_in(code: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let rest = &code[at..];
        let Some(letter) = rest.chars().next() else { break };
        if !is_of_name(letter) {
            at += letter.len_utf8();
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let name = &rest[..rest.find(|next| !is_of_name(next)).unwrap_or(rest.len())];
        if name == "use" {
            let end = rest.find(';').unwrap_or(rest.len());
            let exported = code[..at].trim_end().ends_with([')', 'b']) && is_public(&code[..at]);
            for segments in tree(&rest[name.len()..end]) {
                found.push(Named { line, segments, used: true, exported });
            }
            at += end;
        } else {
            let (segments, length) = path_at(rest);
            if segments.len() > 1 {
                found.push(Named { line, segments, used: false, exported: false });
            }
            at += length;
        }
    }
    found
}

fn is_public(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with("pub")
}

fn path_at(text: &str) -> (Vec<String>, usize) {
    let mut segments = Vec::new();
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let end = rest.find(|letter| !is_of_name(letter)).unwrap_or(rest.len());
        if end == 0 {
            return (segments, length);
        }
        segments.push(rest[..end].to_owned());
        length += end;
        if !text[length..].starts_with("::") {
            return (segments, length);
        }
        length += 2;
    }
}

/// The paths of a use tree: `a::{b, c::d as e}` is `a::b` and `a::c::d`.
fn tree(text: &str) -> Vec<Vec<String>> {
    let text = text.trim().trim_start_matches("::");
    let Some((prefix, group)) = text.split_once('{') else {
        let path = text.split(" as ").next().unwrap_or_default();
        return vec![path.split("::").map(|segment| segment.trim().to_owned()).collect()];
    };
    let prefix: Vec<String> = prefix.split("::").map(|name| name.trim().to_owned()).collect();
    let prefix: Vec<String> = prefix.into_iter().filter(|name| !name.is_empty()).collect();
    let group = group.trim_end().strip_suffix('}').unwrap_or(group);
    let branches = branches(group).into_iter().flat_map(tree);
    branches.map(|branch| prefix.iter().cloned().chain(branch).collect()).collect()
}

/// The parts of a group between its own commas.
fn branches(group: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (place, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&group[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[start..]);
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect()
}

/// All files by the path of their module, with what each names.
#[derive(Default)]
pub(super) struct Crate {
    files: BTreeMap<Vec<String>, Vec<Named>>,
}

impl Crate {
    /// Adds `src/a/b.rs` as `a::b`; `code` is without comments and tests.
    pub(super) fn add(&mut self, path: &str, code: &str) {
        self.files.insert(module_of(path), paths_in(code));
    }

    /// The files that a file uses, with the line of the first use of each; its re-exports are no use.
    pub(super) fn used_by(&self, module: &[String]) -> BTreeMap<Vec<String>, usize> {
        let mut used = BTreeMap::new();
        for named in self.files.get(module).into_iter().flatten() {
            if named.exported {
                continue;
            }
            if let Some(file) = self.file_of(module, named) {
                used.entry(file).or_insert(named.line);
            }
        }
        used.remove(module);
        used
    }

    pub(super) fn holds(&self, module: &[String]) -> bool {
        self.files.contains_key(module)
    }

    pub(super) fn modules(&self) -> impl Iterator<Item = &Vec<String>> {
        self.files.keys()
    }

    fn file_of(&self, from: &[String], named: &Named) -> Option<Vec<String>> {
        let path = self.absolute(from, &named.segments, named.used)?;
        self.file_holding(&path, &mut BTreeSet::new())
    }

    /// The path from the crate's root; `None` for what lies in other crates and for local names.
    fn absolute(&self, from: &[String], segments: &[String], used: bool) -> Option<Vec<String>> {
        let first = segments.first()?.as_str();
        let mut base = from.to_vec();
        let mut rest = segments;
        match first {
            "crate" | "doithoai" => {
                base.clear();
                rest = &segments[1..];
            }
            "self" => rest = &segments[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            _ => {
                base.push(first.to_owned());
                let is_child = self.files.contains_key(&base);
                base.pop();
                if !is_child || (from.is_empty() && !used) {
                    return None;
                }
            }
        }
        base.extend(rest.iter().cloned());
        Some(base)
    }

    /// The file of the longest module path, through re-exports to where the name is defined.
    fn file_holding(
        &self,
        path: &[String],
        seen: &mut BTreeSet<Vec<String>>,
    ) -> Option<Vec<String>> {
        let length =
            (1..=path.len()).rev().find(|length| self.files.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let Some(name) = rest.first() else { return Some(module.to_vec()) };
        if !seen.insert(path.to_vec()) {
            return Some(module.to_vec());
        }
        let names = self.files[module].iter().filter(|named| named.exported);
        for named in names.filter(|named| named.segments.last() == Some(name)) {
            if let Some(target) = self.absolute(module, &named.segments, true) {
                return self.file_holding(&target, seen);
            }
        }
        Some(module.to_vec())
    }
}

/// `src/tui/model/desk.rs` is `tui::model::desk`; the crate's root is the empty path.
pub(super) fn module_of(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    if inside == "lib" {
        return Vec::new();
    }
    inside.split('/').map(str::to_owned).collect()
}
