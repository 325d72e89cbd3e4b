//! The folder of sessions, read for the start screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::Tail;
use crate::store::{Reading, StateFolder, read_on};
use crate::tui::model::start::{Condition, SessionEntry, SessionSummary};
use crate::tui::model::trouble::Trouble;
use crate::workspace::Settings;
use crate::workspace::folder::{ROSTER, is_session, json_files, shown_name};

/// The folder's session files, not yet read, and its rosters, both by name.
pub(super) fn named(folder: &Path) -> (Vec<SessionEntry>, Vec<String>) {
    let mut entries = Vec::new();
    let mut rosters = Vec::new();
    for path in json_files(folder) {
        let name = shown_name(&path);
        if name.ends_with(ROSTER) {
            rosters.extend(path.file_name().and_then(|name| name.to_str()).map(str::to_owned));
        } else if is_session(&path) {
            entries.push(SessionEntry { path, name, condition: Condition::NotRead });
        }
    }
    rosters.sort();
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    (entries, rosters)
}

/// The entries up to so many bytes and those above, each the smallest first.
pub(super) fn by_size(
    mut entries: Vec<SessionEntry>,
    large: u64,
) -> (Vec<SessionEntry>, Vec<SessionEntry>) {
    let size = |entry: &SessionEntry| fs::metadata(&entry.path).map_or(0, |there| there.len());
    entries.sort_by_cached_key(size);
    entries.into_iter().partition(|entry| size(entry) <= large)
}

/// The same file, read.
pub(super) fn read_entry(entry: SessionEntry, settings: &Settings) -> SessionEntry {
    SessionEntry { condition: condition(&entry.path, settings), ..entry }
}

fn condition(path: &Path, settings: &Settings) -> Condition {
    match read_on(settings.disk, path) {
        Err(error) => {
            Condition::Unreadable(Trouble::Read { path: path.to_owned(), error: Arc::new(error) })
        }
        Ok(reading) => {
            let summary = summary(&reading, path, &settings.state);
            match reading.tail {
                Tail::Clean => Condition::Whole(summary),
                Tail::Torn { .. } => Condition::Torn(summary),
                _ => {
                    Condition::Damaged { from: reading.record.session().last_seq().0 + 1, summary }
                }
            }
        }
    }
}

fn summary(reading: &Reading, path: &Path, state: &StateFolder) -> SessionSummary {
    let session = reading.record.session().state();
    let opening = session.opening();
    SessionSummary {
        id: reading.header.as_ref().map(|header| header.id.to_string()).unwrap_or_default(),
        events: reading.record.fingerprint().events,
        copy: None,
        title: opening.map(|opening| opening.title.clone()).unwrap_or_default(),
        opened: session.opened_at(),
        questions: session.question_count(),
        tasks: session.task_count(),
        closed: session.is_closed(),
        rebuilt: opening.is_some_and(|opening| opening.source.is_some()),
        held_by: reading
            .header
            .as_ref()
            .and_then(|header| state.holder(&header.id, path))
            .map(|holder| holder.pid),
    }
}

/// A free file name for a new session: its title and day.
pub(super) fn free_path(folder: &Path, title: &str, day: crate::session::time::Date) -> PathBuf {
    let stem = format!("{}-{day}", crate::text::fold::slug(title));
    let mut path = folder.join(format!("{stem}.json"));
    let mut number = 2;
    while path.symlink_metadata().is_ok() {
        path = folder.join(format!("{stem}-{number}.json"));
        number += 1;
    }
    path
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{by_size, named};

    #[test]
    fn a_review_is_no_session_even_if_its_reviewer_is_named_like_the_format() {
        let folder = tempfile::tempdir().expect("a folder");
        let review = r#"{"format":"doithoai-review/1","session":"","reviewer":"\"format\":\"doithoai/1\"","last_id":0,"notes":[]}"#;
        fs::write(folder.path().join("hop.review.json"), review).expect("written");
        assert!(named(folder.path()).0.is_empty());
    }

    #[test]
    fn large_files_are_read_apart_and_the_smallest_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let header = r#"{"format":"doithoai/1","id":"00","created":"","events":["#;
        for (name, size) in [("a.json", 9000), ("b.json", 300), ("c.json", 100), ("d.json", 7000)] {
            let text = format!("{header}{:size$}", "");
            fs::write(folder.path().join(name), text).expect("written");
        }
        let (small, large) = by_size(named(folder.path()).0, 1024);
        let names = |entries: &[super::SessionEntry]| -> Vec<String> {
            entries.iter().map(|entry| entry.name.clone()).collect()
        };
        assert_eq!(
            (names(&small), names(&large)),
            (
                vec!["c.json".to_owned(), "b.json".to_owned()],
                vec!["d.json".to_owned(), "a.json".to_owned()],
            )
        );
    }
}
