//! Where a record continues after a fail-over: from the file that was left to the one that replaced it.

use std::path::{Path, PathBuf};

use crate::session::event::Event;
use crate::session::payload::Failover;

use crate::record::log::Record;
use crate::record::scan::scan;
use crate::store::black_box::Boxed;
use crate::store::locked::Locked;
use crate::store::merge::shared_events;
use crate::store::places::later_files;
use crate::store::read::contents;
use crate::store::storage::{Access, Storage, folder_of};

/// The file in which the record continues; else the one that was asked for.
pub(crate) fn current_file(storage: &dyn Storage, here: Locked, boxed: Option<&Boxed>) -> Locked {
    let Some(next) = next_of(storage, &here, boxed) else { return here };
    Locked::at(storage, next, &here.record().header().id).unwrap_or(here)
}

/// The file beside `path` that says it took its place, where no session can be read at `path` any more.
pub(crate) fn successor(storage: &dyn Storage, path: &Path) -> Option<PathBuf> {
    let beside = later_files(path).take_while(|path| storage.identity(path).is_ok());
    let records = beside.filter_map(|other| Some((record_at(storage, &other)?, other)));
    let successors = records.filter(|(record, _)| took_over(record, 0, path));
    successors.max_by_key(|(record, _)| record.fingerprint().events).map(|(_, path)| path)
}

fn next_of(storage: &dyn Storage, locked: &Locked, boxed: Option<&Boxed>) -> Option<PathBuf> {
    let here = locked.record();
    let named = boxed.and_then(|boxed| {
        // Only what the file does not hold leads away from it.
        if locked.lines().boxed().starts_with(boxed.written()) {
            return None;
        }
        let (scan, _) = boxed.scanned()?;
        let seen = shared_events(here, &scan.record);
        let to = last_failover(&scan.record, seen)?;
        Some(folder_of(&locked.path).join(&to.to))
    });
    let beside = later_files(&locked.path).take_while(|path| storage.identity(path).is_ok());
    let mut best: Option<(u64, PathBuf)> = None;
    for path in named.into_iter().chain(beside).filter(|path| *path != locked.path) {
        let Some(record) = record_at(storage, &path) else { continue };
        let more = goes_on_from(here, &record, &locked.path);
        let events = record.fingerprint().events;
        if more && best.as_ref().is_none_or(|(most, _)| events > *most) {
            best = Some((events, path));
        }
    }
    best.map(|(_, path)| path)
}

/// Whether the other record continues this one: it has all of it and more, or says that it took its place.
fn goes_on_from(here: &Record, there: &Record, path: &Path) -> bool {
    if here.fingerprint_after(0) != there.fingerprint_after(0) {
        return false;
    }
    let shared = shared_events(here, there);
    let longer = shared == here.fingerprint().events && there.fingerprint().events > shared;
    longer || took_over(there, shared, path)
}

/// Whether the record says, behind its first `events`, that it continues in another file than `path`.
fn took_over(record: &Record, events: u64, path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let behind =
        record.session().history().iter().skip(usize::try_from(events).unwrap_or(usize::MAX));
    behind.map(|recorded| &recorded.event).any(|event| match event {
        Event::FailedOver(failover) => Some(&failover.from) == name.as_ref(),
        _ => false,
    })
}

fn last_failover(record: &Record, after: u64) -> Option<Failover> {
    let history = record.session().history();
    let later = history.get(usize::try_from(after).ok()?..)?;
    later.iter().rev().find_map(|recorded| match &recorded.event {
        Event::FailedOver(failover) => Some(failover.clone()),
        _ => None,
    })
}

fn record_at(storage: &dyn Storage, path: &Path) -> Option<Record> {
    let file = storage.open(path, Access::Read).ok()?;
    let (bytes, _) = contents(storage, file.as_ref()).ok()?;
    scan(&bytes).ok().filter(|scan| scan.header.is_some()).map(|scan| scan.record)
}
