//! What lies in a folder: session files and rosters.

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

/// The other sessions in the folder of this one, by name, each as it is asked for: those that can be read, up to
/// their damage if they have any.
pub fn sessions_beside(path: &Path, disk: Disk) -> impl Iterator<Item = FolderSession> {
    let itself = fs::canonicalize(path).ok();
    let others = json_files(folder_of(path)).into_iter().filter(move |other| {
        is_session(other) && (itself.is_none() || fs::canonicalize(other).ok() != itself)
    });
    others.filter_map(move |other| {
        let record = read_on(disk, &other).ok()?.record;
        Some(FolderSession { name: shown_name(&other), record })
    })
}

/// The rosters in the folder of this session, by name.
pub fn rosters_beside(path: &Path) -> Vec<PathBuf> {
    let mut files = json_files(folder_of(path));
    files.retain(|file| shown_name(file).ends_with(ROSTER));
    files
}
