//! Files of one module that use each other, directly or by way of others.

use std::collections::{BTreeMap, BTreeSet};

use crate::map::part_of;
use crate::paths::Crate;

type Uses = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

/// Every set of files of the same module that can all reach each other, each set as its sorted names.
///
/// That a file uses what a module around it defines is no arrow: it is a part of that module.
pub(super) fn circles(files: &Crate) -> BTreeSet<Vec<String>> {
    let uses: Uses =
        files.modules().map(|module| (module.clone(), inside(files, module))).collect();
    let reached: Uses = uses.keys().map(|module| (module.clone(), reach(&uses, module))).collect();
    let mut circles = BTreeSet::new();
    for (module, there) in &reached {
        let back = |other: &&Vec<String>| reached[*other].contains(module);
        let circle: BTreeSet<String> =
            there.iter().filter(back).map(|module| module.join("::")).collect();
        if circle.len() > 1 {
            circles.insert(circle.into_iter().collect());
        }
    }
    circles
}

/// What a file uses inside its own part of the program, without the modules it lies in.
fn inside(files: &Crate, module: &[String]) -> BTreeSet<Vec<String>> {
    let part = |module: &[String]| part_of(&module.join("::")).to_owned();
    let used = files.used_by(module).into_keys();
    let used = used.filter(|other| part(other) == part(module));
    used.filter(|other| files.holds(other) && !module.starts_with(other)).collect()
}

fn reach(uses: &Uses, from: &Vec<String>) -> BTreeSet<Vec<String>> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(module) = next.pop() {
        for other in &uses[module] {
            if reached.insert(other.clone()) {
                next.push(other);
            }
        }
    }
    reached
}
