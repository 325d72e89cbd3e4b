//! Opening for writing: lock first, then read both copies, then make them whole and agreed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::record::lines::Lines;
use crate::record::scan::Tail;
use crate::store::black_box::{BlackBox, Boxed};
use crate::store::follow::{current_file, successor};
use crate::store::kept;
use crate::store::locked::Locked;
use crate::store::merge::{BoxAhead, BoxComparison};
use crate::store::opened::{Consent, Merged, OpenError, OpenRequest, Opened};
use crate::store::public_file::PublicFile;
use crate::store::replica::StoreError;
use crate::store::replicas::Replicas;
use crate::store::state_folder::StateTrouble;
use crate::store::storage::Storage;
use crate::store::writer::Writer;

/// Opens a session file for writing, alone; mends a torn tail after keeping a copy of it.
///
/// # Errors
/// Another program writes to it, the file is damaged in the middle, newer than this program, or unreadable.
pub fn open(request: &OpenRequest<'_>) -> Result<Opened, OpenError> {
    let OpenRequest { storage, path, state, consent, copies, by_a_shared_desk } = request;
    let (storage, consent) = (Arc::clone(storage), *consent);
    let disk = storage.as_ref();
    let taken = Locked::take(disk, path, state);
    let (locked, mut lock) = match taken {
        Err(error) if error.is_no_session() => match successor(disk, &std::path::absolute(path)?) {
            Some(successor) => Locked::take(disk, &successor, state)?,
            None => {
                let is_known = state.session_at(&std::path::absolute(path)?).is_some();
                return Err(match error {
                    OpenError::Read(why) if is_known => OpenError::Recoverable(why),
                    error => error,
                });
            }
        },
        taken => taken?,
    };
    let id = &locked.record().header().id;
    let shared = state.server_of(id).filter(|_| !by_a_shared_desk);
    if let Some(server) = shared.clone().filter(|_| !consent.alone) {
        return Err(OpenError::Shared { server });
    }
    let box_path = state.black_box(&locked.record().header().id);
    let boxed = match &lock.trouble {
        Some(StateTrouble::Unusable { why, .. }) => Err(same_error(why)),
        _ => Boxed::read(disk, &box_path),
    };
    let mut locked = current_file(disk, locked, boxed.as_ref().ok().and_then(Option::as_ref));
    let tail = locked.check_tail()?;
    let seen = boxed.map(|boxed| boxed.map(|boxed| locked.compared_with(boxed)));
    let (plan, mut merged) = planned(disk, &mut locked, seen, lock.usual.as_ref(), consent)?;
    let mended = locked.mend(disk, &tail).map_err(OpenError::Mend)?;
    let lines = locked.lines();
    let black_box = match plan {
        Plan::Resume { boxed, missing } => {
            BlackBox::resumed(Arc::clone(&storage), box_path.clone(), boxed, &missing)
        }
        Plan::Renew { old } => {
            let renewed = BlackBox::renewed(Arc::clone(&storage), box_path.clone(), &lines, old);
            renewed.map_err(StoreError::Io).map(|(renewed, aside)| {
                if let Some(Merged::BoxRenewed { kept, .. }) = &mut merged {
                    *kept = aside;
                }
                renewed
            })
        }
        Plan::Without(error) => Err(match &lock.trouble {
            Some(StateTrouble::Unusable { lock: Some(_), .. }) => StoreError::NoLock,
            _ => StoreError::Io(error),
        }),
    };
    if shared.is_some() {
        state.forget_server(&locked.record().header().id)?;
    }
    let Locked { path, file, bytes, scan, .. } = locked;
    lock.note(Some(path.clone()));
    file.unlock();
    let file = PublicFile::new(Arc::clone(&storage), path.clone(), file, &bytes, scan.end);
    let replicas = Replicas::new(storage, path.clone(), Box::new(file), box_path, black_box, lines);
    let trouble = lock.trouble.take();
    let mut writer = Writer::new(replicas, lock);
    copies.iter().for_each(|folder| writer.add_copy(folder));
    Ok(Opened { record: scan.record, writer, path, mended, merged, state: trouble })
}

/// The system's error once more.
fn same_error(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

/// How the black box is continued.
enum Plan {
    Resume {
        boxed: Boxed,
        missing: Vec<u8>,
    },
    /// Written anew; one that is there is set aside under this name.
    Renew {
        old: &'static str,
    },
    Without(io::Error),
}

/// Decides between the copies; what the file lacks is taken into it, not yet on the disk.
fn planned(
    disk: &dyn Storage,
    locked: &mut Locked,
    seen: io::Result<Option<BoxComparison>>,
    usual: Option<&PathBuf>,
    consent: Consent,
) -> Result<(Plan, Option<Merged>), OpenError> {
    let events = locked.record().fingerprint().events;
    Ok(match seen {
        Err(error) => (Plan::Without(error), None),
        Ok(None) => (Plan::Renew { old: "old" }, None),
        Ok(Some(BoxComparison::Same(boxed))) => (Plan::Resume { boxed, missing: Vec::new() }, None),
        Ok(Some(BoxComparison::Behind { boxed, missing })) => {
            let events = missing.split_inclusive(|byte| *byte == b'\n').count() as u64;
            (Plan::Resume { boxed, missing }, Some(Merged::BoxCompleted { events }))
        }
        Ok(Some(BoxComparison::Broken { lacks })) => {
            (Plan::Renew { old: "torn" }, Some(Merged::BoxRenewed { events: lacks, kept: None }))
        }
        Ok(Some(BoxComparison::Unreadable)) => {
            (Plan::Renew { old: "damaged" }, Some(Merged::BoxRenewed { events, kept: None }))
        }
        Ok(Some(BoxComparison::Ahead(ahead))) => {
            locked.may_be_completed(disk, &ahead, usual, consent)?;
            let merged = Merged::FileCompleted { events: ahead.lacks };
            let BoxAhead { boxed, scan, lines, .. } = ahead;
            let clean = scan.tail == Tail::Clean && boxed.written().ends_with(b"\n");
            locked.complete(scan.record, lines);
            let plan = match clean {
                true => Plan::Resume { boxed, missing: Vec::new() },
                false => Plan::Renew { old: "torn" },
            };
            (plan, Some(merged))
        }
        Ok(Some(BoxComparison::Forked { after, scan, lines })) => {
            if !consent.copies {
                let black_box = scan.record.fingerprint().events;
                return Err(OpenError::Forked { after, file: events, black_box });
            }
            let kept = keep_branch(disk, &locked.path, &lines).map_err(OpenError::Mend)?;
            (Plan::Renew { old: "fork" }, Some(Merged::Forked { kept }))
        }
    })
}

/// The black box's branch as a session file of its own beside the one that is continued.
pub(crate) fn keep_branch(disk: &dyn Storage, path: &Path, lines: &Lines) -> io::Result<PathBuf> {
    let stem = path.with_extension("");
    kept::keep(disk, &lines.public(), |number| {
        kept::with_suffix(&stem, &format!(".fork-{number}.json"))
    })
}
