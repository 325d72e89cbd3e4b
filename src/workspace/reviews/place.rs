//! Where reviews are kept: `hop.review.json` beside `hop.json`, and `hop.NAME.review.json` for more of them.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use crate::store::storage::folder_of;
use crate::text::fold::slug;

const ENDING: &str = ".review.json";
/// Names tried before giving up.
const TRIES: u32 = 100;

/// The review of a session when there is but one.
pub(super) fn plain(session: &Path) -> PathBuf {
    named(session, "")
}

/// Where a reviewer's own notes may be, the likeliest first.
pub(super) fn own(session: &Path, reviewer: &str) -> impl Iterator<Item = PathBuf> {
    let slug = slug(reviewer);
    let more = (2..TRIES).map(|number| format!(".{slug}-{number}"));
    let middles: Vec<String> =
        [String::new(), format!(".{slug}")].into_iter().chain(more).collect();
    let session = session.to_owned();
    middles.into_iter().map(move |middle| named(&session, &middle))
}

/// Every file that is named as a review of the session: the plain one first, then by name.
pub(super) fn beside(session: &Path) -> Vec<PathBuf> {
    let plain = plain(session);
    let stem = stem(session);
    let entries = fs::read_dir(folder_of(session)).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .filter(|entry| is_review_of(&stem, &entry.file_name()))
        .map(|entry| session.with_file_name(entry.file_name()))
        .filter(|path| *path != plain)
        .collect();
    paths.sort();
    paths.insert(0, plain);
    paths
}

fn named(session: &Path, middle: &str) -> PathBuf {
    let mut name = stem(session);
    name.push(middle);
    name.push(ENDING);
    session.with_file_name(name)
}

/// The session's name without `.json`; another ending is part of the name.
fn stem(session: &Path) -> OsString {
    let whole = session.file_name().unwrap_or_default();
    let is_json = session.extension() == Some(OsStr::new("json"));
    if is_json { session.file_stem().unwrap_or(whole) } else { whole }.to_owned()
}

fn is_review_of(stem: &OsStr, name: &OsStr) -> bool {
    let (stem, name) = (stem.as_encoded_bytes(), name.as_encoded_bytes());
    let middle = name.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ENDING.as_bytes()));
    middle.is_some_and(|middle| middle.starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{beside, own, plain};

    #[test]
    fn a_review_lies_beside_its_session_under_its_name() {
        assert_eq!(plain(Path::new("a/hop.json")), PathBuf::from("a/hop.review.json"));
        assert_eq!(plain(Path::new("hop.2.json")), PathBuf::from("hop.2.review.json"));
        assert_eq!(plain(Path::new("hop.txt")), PathBuf::from("hop.txt.review.json"));
        let names: Vec<PathBuf> = own(Path::new("hop.json"), "Trần Thị Lan").take(3).collect();
        assert_eq!(
            names,
            ["hop.review.json", "hop.tran-thi-lan.review.json", "hop.tran-thi-lan-2.review.json"]
                .map(PathBuf::from)
        );
    }

    #[test]
    fn a_name_cannot_lead_out_of_the_folder() {
        for reviewer in ["../../etc/passwd", "/", "a\0b", "..", ""] {
            for path in own(Path::new("phien/hop.json"), reviewer) {
                assert_eq!(path.parent(), Some(Path::new("phien")), "{reviewer:?}");
            }
        }
    }

    #[test]
    fn all_reviews_of_a_session_are_found_and_no_other_file() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in [
            "hop.json",
            "hop.lan.review.json",
            "hop.an.review.json",
            "hop2.review.json",
            "hop.reviews.json",
            "hopreview.json",
        ] {
            std::fs::write(folder.path().join(name), "").expect("written");
        }
        let found = beside(&folder.path().join("hop.json"));
        let names: Vec<_> = found.iter().filter_map(|path| path.file_name()).collect();
        assert_eq!(names, ["hop.review.json", "hop.an.review.json", "hop.lan.review.json"]);
    }
}
