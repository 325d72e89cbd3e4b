//! What lies in a folder: session files and rosters.

use std::cmp::Reverse;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::record::Record;
use crate::store::{Disk, read_on};

/// How a roster's name ends.
pub const ROSTER: &str = ".roster.json";

/// A session of the folder, as far as it could be read.
pub struct FolderSession {
    /// The name of its file, for people.
    pub name: String,
    pub record: Record,
}

/// The files of a folder whose names end with `.json`, by name.
pub fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let json = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut files: Vec<PathBuf> = json.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// A file's name for people; what is not UTF-8 in it is a question mark, as in listings of other tools.
pub fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.replace(char::REPLACEMENT_CHARACTER, "?")
}

/// Whether the first bytes say so; reviews and other JSON are no sessions.
pub fn is_session(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(256).read_to_end(&mut start));
    let start = String::from_utf8_lossy(&start);
    read.is_ok()
        && start.trim_start_matches('\u{feff}').contains("\"format\"")
        && start.contains("\"doithoai/")
        && !start.contains("\"doithoai-review/")
}

/// The folder in which a file lies.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Bytes of all sessions that are read beside one: some forty days of hundreds of questions each. Reading takes
/// several times as much memory.
const BESIDE: u64 = 32 * 1024 * 1024;

/// The other sessions in the folder of this one, by name, each as it is asked for: those that can be read, up to
/// their damage if they have any. In a folder with more than 32 MiB of them, the ones written last.
pub fn sessions_beside(path: &Path, disk: Disk) -> impl Iterator<Item = FolderSession> {
    let itself = fs::canonicalize(path).ok();
    let others = json_files(folder_of(path)).into_iter().filter(move |other| {
        is_session(other) && (itself.is_none() || fs::canonicalize(other).ok() != itself)
    });
    written_last(others.collect(), BESIDE).into_iter().filter_map(move |other| {
        let record = read_on(disk, &other).ok()?.record;
        Some(FolderSession { name: shown_name(&other), record })
    })
}

/// Those written last of which all together have at most so many bytes, in the order given.
fn written_last(files: Vec<PathBuf>, most: u64) -> Vec<PathBuf> {
    let told = files.into_iter().enumerate().filter_map(|(place, file)| {
        let told = file.metadata().ok()?;
        Some((told.modified().ok(), place, told.len(), file))
    });
    let mut told: Vec<_> = told.collect();
    told.sort_by_key(|(written, place, ..)| Reverse((*written, *place)));
    let mut left = most;
    told.retain(|(_, _, bytes, _)| {
        let fits = *bytes <= left;
        left -= if fits { *bytes } else { 0 };
        fits
    });
    told.sort_by_key(|(_, place, ..)| *place);
    told.into_iter().map(|(.., file)| file).collect()
}

/// The rosters in the folder of this session, by name.
pub fn rosters_beside(path: &Path) -> Vec<PathBuf> {
    let mut files = json_files(folder_of(path));
    files.retain(|file| shown_name(file).ends_with(ROSTER));
    files
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::PathBuf;
    use std::time::{Duration, SystemTime};

    use super::written_last;

    #[test]
    fn of_more_files_than_are_read_the_ones_written_last_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let files: Vec<PathBuf> = [("a", 40, 3), ("b", 90, 2), ("c", 50, 1), ("d", 10, 0)]
            .into_iter()
            .map(|(name, bytes, days_ago)| {
                let path = folder.path().join(name);
                fs::write(&path, "x".repeat(bytes)).expect("written");
                let then = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * (9 - days_ago));
                File::options()
                    .write(true)
                    .open(&path)
                    .expect("open")
                    .set_modified(then)
                    .expect("set");
                path
            })
            .collect();
        let names = |most: u64| -> String {
            let kept = written_last(files.clone(), most);
            kept.iter().map(|file| file.file_name().expect("a name").to_string_lossy()).collect()
        };
        assert_eq!(names(1000), "abcd");
        assert_eq!(names(100), "acd", "b does not fit, what is older and smaller does");
        assert_eq!(names(60), "cd");
        assert_eq!(names(9), "");
    }
}
