//! A session file: how it was opened, what is wrong with it, why it was not written.

use std::path::Path;

use crate::i18n::Lang;
use crate::live::Recorder;
use crate::record::{Spot, Tail};
use crate::session::number::Seq;
use crate::session::state::State;
use crate::store::{
    CreateError, Holder, Mended, Merged, OpenError, Opened, ReadError, Reading, RecoverError,
    Relocation, ReplicaKind, Replication, StateTrouble, StoreError,
};
use crate::text::safe;
use crate::workspace::Settings;
use crate::workspace::clock::now;

/// Who records what happened to a replica, and in what words.
#[must_use]
pub fn recorder(settings: &Settings) -> Recorder {
    let lang = settings.lang;
    let describe = Box::new(move |error: &StoreError| store_error_cause(lang, error));
    Recorder { by: settings.by.clone(), now, describe }
}

pub fn read_error(lang: Lang, path: &Path, error: &ReadError) -> String {
    let path = safe::path(path);
    match error {
        ReadError::Io(error) => lang.read_failed(&path, &lang.trouble(error)),
        ReadError::TooLarge { limit } => lang.read_too_large(&path, limit >> 20),
        ReadError::NotASession => lang.read_not_a_session(&path),
        ReadError::OtherFormat(format) => lang.read_other_format(&path, &safe::line(format)),
    }
}

/// `spot` is where the file is damaged, when that is what is wrong with it.
pub fn open_error_at(lang: Lang, path: &Path, error: &OpenError, spot: Option<Spot>) -> String {
    let shown = safe::path(path);
    match error {
        OpenError::Read(error) => read_error(lang, path, error),
        OpenError::Held(Some(Holder { pid, user, host, .. })) => {
            lang.open_held(&shown, &safe::line(user), &safe::line(host), *pid)
        }
        OpenError::Held(None) => lang.open_held_by_somebody(&shown),
        OpenError::NotWritable(error) => lang.open_not_writable(&shown, &lang.trouble(error)),
        OpenError::Damaged(tail @ Tail::Headless { .. }) => {
            lang.open_headless(&shown, &placed(lang, damage(lang, tail), spot))
        }
        OpenError::Damaged(tail) => {
            lang.open_damaged(&shown, &placed(lang, damage(lang, tail), spot))
        }
        OpenError::Recoverable(why) => {
            let why = read_error(lang, path, why);
            format!("{why} {}", lang.open_recoverable(&shown))
        }
        OpenError::Newer { kind } => lang.open_newer(&shown, &safe::line(kind)),
        OpenError::Withheld => lang.open_withheld(&shown),
        OpenError::Older { events, known, usual } => {
            lang.open_older(&shown, *events, *known, &safe::path(usual))
        }
        OpenError::Shared { server } => lang.open_shared(&shown, &safe::line(server)),
        OpenError::Forked { after, file, black_box } => {
            lang.open_forked(&shown, after.0, file - after.0, black_box - after.0)
        }
        OpenError::Mend(error) => lang.open_not_mended(&shown, &lang.trouble(error)),
        OpenError::Changed => lang.open_changed(&shown),
    }
}

pub fn open_error(lang: Lang, path: &Path, error: &OpenError) -> String {
    open_error_at(lang, path, error, None)
}

/// What was done to open a file, a sentence each.
pub fn opened(lang: Lang, asked: &Path, opened: &Opened) -> Vec<String> {
    let (mended, merged) = (opened.mended.as_ref(), opened.merged.as_ref());
    repairs(lang, (asked, &opened.path), (mended, merged), opened.state.as_ref())
}

/// The same, for the file that was asked for, the one that was opened, and what was done to it.
pub fn repairs(
    lang: Lang,
    (asked, opened): (&Path, &Path),
    (mending, merging): (Option<&Mended>, Option<&Merged>),
    state: Option<&StateTrouble>,
) -> Vec<String> {
    let went_on = std::path::absolute(asked).is_ok_and(|asked| asked != opened);
    let path = if went_on { opened } else { asked };
    let moved = went_on.then(|| lang.went_on_in(&safe::path(path)));
    let mending = mending.map(|what| mended(lang, path, what));
    let merging = merging.map(|what| merged(lang, path, what));
    let state = state.map(|trouble| state_trouble(lang, trouble));
    [moved, mending, merging, state].into_iter().flatten().collect()
}

/// What is wrong with the state folder, and the way out.
pub fn state_trouble(lang: Lang, trouble: &StateTrouble) -> String {
    match trouble {
        StateTrouble::Unusable { folder, lock, why, is_locked } => {
            let (folder, why) = (safe::path(folder), lang.trouble(why));
            let unusable = match lock {
                Some(lock) => lang.lock_unusable(&safe::path(lock), &why),
                None => lang.state_unusable(&folder, &why),
            };
            let locked = match is_locked {
                true => lang.locked_beside(),
                false => lang.locked_nowhere(),
            };
            format!("{unusable} {locked} {}", lang.state_way_out(&folder))
        }
        StateTrouble::WasOpen { folder } => lang.state_was_open(&safe::path(folder)),
        StateTrouble::StaysOpen { folder } => lang.state_stays_open(&safe::path(folder)),
    }
}

pub fn not_moved(lang: Lang, error: &StoreError) -> String {
    lang.was_not_moved(&store_error_cause(lang, error))
}

/// Why a person must say how a session is opened, and what a yes would do.
pub fn asked_about(lang: Lang, path: &Path, error: &OpenError) -> (String, String) {
    let path = safe::path(path);
    match error {
        OpenError::Older { events, known, usual } => (
            lang.is_older(&path, *events, *known, &safe::path(usual)),
            lang.complete_it_asked().to_owned(),
        ),
        OpenError::Shared { server } => {
            (lang.is_shared(&path, &safe::line(server)), lang.go_on_alone_asked().to_owned())
        }
        OpenError::Forked { after, file, black_box } => (
            lang.is_forked(&path, after.0, file - after.0, black_box - after.0),
            lang.go_on_with_file_asked().to_owned(),
        ),
        _ => (open_error(lang, Path::new(&path), error), String::new()),
    }
}

pub fn mended(lang: Lang, path: &Path, mended: &Mended) -> String {
    let (path, beside) = (safe::path(path), safe::path(&mended.kept_beside));
    match mended.torn_bytes {
        0 if mended.held_nuls => lang.was_cleared_of_nuls(&path, &beside),
        0 => lang.was_ended(&path, &beside),
        bytes => lang.was_mended(&path, bytes, &beside),
    }
}

/// What is wrong with a file that was read, to stand after a colon; empty when nothing is.
pub fn fault_of(lang: Lang, reading: &Reading) -> String {
    fault(lang, &reading.tail, reading.holds_nuls, reading.spot)
}

/// The same, for the end of a file, whether there are NULs in it, and where it stops being whole.
pub fn fault(lang: Lang, tail: &Tail, holds_nuls: bool, spot: Option<Spot>) -> String {
    let damage = match tail {
        Tail::Torn { bytes: 0 } if holds_nuls => lang.damage_nuls().to_owned(),
        tail => damage(lang, tail),
    };
    placed(lang, damage, spot)
}

fn placed(lang: Lang, damage: String, spot: Option<Spot>) -> String {
    match spot {
        Some(Spot { line, column }) => lang.at_line(&damage, line, column),
        None => damage,
    }
}

/// What is wrong with the end of a file, to stand after a colon; empty when nothing is.
pub fn damage(lang: Lang, tail: &Tail) -> String {
    match tail {
        Tail::Clean => String::new(),
        Tail::Torn { bytes: 0 } => lang.damage_no_end().to_owned(),
        Tail::Torn { bytes } => lang.damage_torn(*bytes),
        Tail::Damaged { after, salvage } => {
            lang.damage_after(after.0, &lang.whole_lines(salvage.len()))
        }
        Tail::Edited { seq: Seq(1), .. } => lang.damage_edited_first().to_owned(),
        Tail::Edited { seq, .. } => lang.damage_edited(seq.0),
        Tail::Impossible { seq, refusal, .. } => {
            lang.damage_impossible(seq.0, &lang.refusal(refusal, &State::default()))
        }
        Tail::Unknown { seq, kind } => lang.damage_unknown(seq.0, &safe::line(kind)),
        Tail::Headless { .. } => lang.damage_headless().to_owned(),
    }
}

/// What was done so that both copies agree.
pub fn merged(lang: Lang, path: &Path, merged: &Merged) -> String {
    let path = safe::path(path);
    let counted = |events: &u64| usize::try_from(*events).unwrap_or(usize::MAX);
    match merged {
        Merged::FileCompleted { events } => lang.was_completed(&path, counted(events)),
        Merged::BoxCompleted { events } => lang.box_was_completed(counted(events)),
        Merged::BoxRenewed { kept: Some(kept), .. } => lang.box_was_renewed(&safe::path(kept)),
        Merged::BoxRenewed { kept: None, .. } => lang.box_was_not_renewed().to_owned(),
        Merged::Forked { kept } => lang.was_forked(&path, &safe::path(kept)),
    }
}

/// Where the record goes on, and why.
pub fn moved(lang: Lang, moved: &Relocation) -> String {
    let (from, to) = moved.names();
    let (from, to) = (safe::line(&from), safe::line(&to));
    match moved.from == moved.to {
        true => lang.was_written_anew(&to, &store_error_cause(lang, &moved.why)),
        false => lang.was_moved(&from, &to, &store_error_cause(lang, &moved.why)),
    }
}

/// Why a replica lacks events; nothing when none does.
pub fn copies_lost(lang: Lang, path: &Path, standing: &Replication) -> Option<String> {
    let path = safe::path(path);
    let mut lacking = standing.lacking();
    match (&standing.refused, lacking.next()) {
        (Some(why), _) => Some(lang.write_in_no_copy(&path, &store_error_cause(lang, why))),
        (None, None) => None,
        (None, Some((_, why))) if standing.held() == 0 => {
            Some(lang.write_in_no_copy(&path, &store_error_cause(lang, why)))
        }
        (None, Some((ReplicaKind::PublicFile, why))) => {
            Some(lang.only_in_box(&path, &store_error_cause(lang, why)))
        }
        (None, Some((ReplicaKind::BlackBox(folder), why))) => {
            Some(lang.only_in_file(&safe::path(folder), &store_error_cause(lang, why)))
        }
        (None, Some((ReplicaKind::Copy(folder), why))) => {
            Some(lang.copy_lost(&safe::path(folder), &store_error_cause(lang, why)))
        }
    }
}

/// Why a replica took nothing, to stand after a colon.
pub fn store_error_cause(lang: Lang, error: &StoreError) -> String {
    match error {
        StoreError::Gone => lang.why_gone().to_owned(),
        StoreError::Replaced => lang.why_replaced().to_owned(),
        StoreError::Changed | StoreError::Overtaken => lang.why_changed().to_owned(),
        StoreError::Poisoned => lang.why_poisoned().to_owned(),
        StoreError::Busy => lang.why_busy().to_owned(),
        StoreError::NoLock => lang.why_no_lock().to_owned(),
        StoreError::OwnFolder => lang.why_own_folder().to_owned(),
        StoreError::DriveGone => lang.why_drive_gone().to_owned(),
        StoreError::NoSpace(error) | StoreError::Io(error) => lang.trouble(error),
        StoreError::Sync(error) => lang.why_unsynced(&lang.trouble(error)),
        StoreError::Unread | StoreError::Untidy => lang.why_unread().to_owned(),
        StoreError::InNoCopy(error) => store_error_cause(lang, error),
        #[cfg(feature = "nats")]
        StoreError::ServerSilent => lang.server_silent().to_owned(),
        #[cfg(feature = "nats")]
        StoreError::Server(said) => lang.server_said(&safe::line(said)),
    }
}

pub fn store_error(lang: Lang, path: &Path, error: &StoreError) -> String {
    let path = safe::path(path);
    match error {
        StoreError::Overtaken => lang.write_overtaken(&path),
        StoreError::Unread => lang.write_failed(&path, lang.why_unread()),
        StoreError::InNoCopy(error) => {
            lang.write_in_no_copy(&path, &store_error_cause(lang, error))
        }
        StoreError::Gone => lang.write_gone(&path),
        StoreError::Replaced => lang.write_replaced(&path),
        StoreError::Changed => lang.write_changed(&path),
        StoreError::Poisoned => lang.write_poisoned(&path),
        StoreError::Busy => lang.write_failed(&path, lang.why_busy()),
        StoreError::NoLock => lang.write_failed(&path, lang.why_no_lock()),
        StoreError::OwnFolder => lang.write_failed(&path, lang.why_own_folder()),
        StoreError::DriveGone => lang.write_failed(&path, lang.why_drive_gone()),
        StoreError::NoSpace(error) => lang.write_no_room(&path, &lang.trouble(error)),
        StoreError::Io(error) => lang.write_failed(&path, &lang.trouble(error)),
        StoreError::Sync(error) => lang.write_sync_failed(&path, &lang.trouble(error)),
        StoreError::Untidy => lang.write_untidy(&path),
        #[cfg(feature = "nats")]
        StoreError::ServerSilent => lang.write_server_silent().to_owned(),
        #[cfg(feature = "nats")]
        StoreError::Server(said) => lang.write_server_refused(&safe::line(said)),
    }
}

pub fn create_error(lang: Lang, path: &Path, error: &CreateError) -> String {
    let why = |refusal| lang.refusal(refusal, &State::default());
    match error {
        CreateError::Refused { place: 0, refusal } => lang.create_refused(&why(refusal)),
        CreateError::Refused { place, refusal } => {
            lang.create_roster_refused(*place, &why(refusal))
        }
        CreateError::Exists => lang.create_exists(&safe::path(path)),
        CreateError::Io(error) => lang.create_failed(&safe::path(path), &lang.trouble(error)),
    }
}

pub fn recover_error(lang: Lang, path: &Path, error: &RecoverError) -> String {
    match error {
        RecoverError::Open(error) => open_error(lang, path, error),
        RecoverError::FolderGone(id) => {
            lang.recover_folder_gone(&safe::path(path), &id.to_string())
        }
        RecoverError::Io(error) => lang.recover_failed(&safe::path(path), &lang.trouble(error)),
    }
}
