//! Where a record can go on when its file is lost: beside it, in the state folder, where a person says.

use std::ffi::{OsStr, OsString};
use std::iter::once;
use std::path::{Path, PathBuf};

use crate::store::storage::folder_of;

/// Numbers tried in one folder.
const MOST: usize = 99;

/// A folder, and the names to try in it.
pub(crate) struct Place {
    folder: PathBuf,
    first: OsString,
    stem: OsString,
}

impl Place {
    /// Where the file itself stood, if nothing stands there any more; else `NAME.2.json`, `NAME.3.json`….
    pub(crate) fn beside(path: &Path) -> Self {
        Self {
            folder: folder_of(path).to_owned(),
            first: path.file_name().unwrap_or_default().to_owned(),
            stem: stem_of(path),
        }
    }

    /// In the folder of the black box.
    pub(crate) fn with(black_box: &Path) -> Self {
        let mut stem = black_box.file_stem().unwrap_or_default().to_owned();
        stem.push(".rescue");
        Self { folder: folder_of(black_box).to_owned(), first: with_json(&stem), stem }
    }

    /// In a folder that a person named, under the name of the file.
    pub(crate) fn named(folder: &Path, path: &Path) -> Self {
        let stem = stem_of(path);
        Self { folder: folder.to_owned(), first: with_json(&stem), stem }
    }

    /// The paths, in the order in which they are tried.
    pub(crate) fn paths(&self) -> impl Iterator<Item = PathBuf> {
        let numbered = (2..=MOST).map(|number| {
            let mut name = self.stem.clone();
            name.push(format!(".{number}.json"));
            name
        });
        once(self.first.clone()).chain(numbered).map(|name| self.folder.join(name))
    }
}

fn with_json(stem: &OsStr) -> OsString {
    let mut name = stem.to_owned();
    name.push(".json");
    name
}

/// `NAME` of `NAME.json` and of `NAME.2.json`.
fn stem_of(path: &Path) -> OsString {
    let stem = path.file_stem().unwrap_or_default();
    let numbered = Path::new(stem).extension().and_then(OsStr::to_str);
    match numbered.is_some_and(|number| number.parse::<u32>().is_ok()) {
        true => Path::new(stem).file_stem().unwrap_or(stem).to_owned(),
        false => stem.to_owned(),
    }
}

/// The files beside `path` in which its record may continue.
pub(crate) fn later_files(path: &Path) -> impl Iterator<Item = PathBuf> {
    let place = Place::beside(path);
    let own = path.to_owned();
    let paths: Vec<PathBuf> = place.paths().skip(1).filter(|other| *other != own).collect();
    paths.into_iter()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Place;

    #[test]
    fn names_go_on_counting_and_never_grow() {
        let first = |place: &Place| -> Vec<String> {
            place.paths().take(3).map(|path| path.display().to_string()).collect()
        };
        let beside = Place::beside(Path::new("a/phien.json"));
        assert_eq!(first(&beside), ["a/phien.json", "a/phien.2.json", "a/phien.3.json"]);
        let again = Place::beside(Path::new("a/phien.2.json"));
        assert_eq!(first(&again), ["a/phien.2.json", "a/phien.2.json", "a/phien.3.json"]);
        let state = Place::with(Path::new("s/00ff.jsonl"));
        assert_eq!(first(&state)[..2], ["s/00ff.rescue.json", "s/00ff.rescue.2.json"]);
        let usb = Place::named(Path::new("/usb"), Path::new("a/phien.2.json"));
        assert_eq!(first(&usb)[..2], ["/usb/phien.json", "/usb/phien.2.json"]);
    }
}
