//! What is being typed, kept in the state folder at every key: a crash takes nothing, a power cut at most a
//! second.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::record::SessionId;
use crate::store::atomic::put_cached;
use crate::store::regular::open_to_read;
use crate::store::{Disk, StateFolder};
use crate::tui::model::draft::{Draft, KeptDraft};
use crate::tui::model::replay::note_draft::NoteDraft;

use super::draft_sync::DraftSync;

/// The drafts of one session or of the start screen, or the notes of one replay.
pub struct Drafts<T> {
    state: StateFolder,
    path: PathBuf,
    /// The copy that is synced, a little later.
    synced: PathBuf,
    /// From the first word on.
    sync: Option<DraftSync>,
    kept: Vec<T>,
}

impl Drafts<Draft> {
    pub fn of_session(state: &StateFolder, id: &SessionId) -> Self {
        Self::in_file(state, &format!("{id}.drafts.json"))
    }

    pub fn of_start(state: &StateFolder) -> Self {
        Self::in_file(state, "start.drafts.json")
    }
}

impl Drafts<NoteDraft> {
    /// The notes on a session that a reviewer has begun.
    pub fn of_notes(state: &StateFolder, id: &SessionId) -> Self {
        Self::in_file(state, &format!("{id}.notes.json"))
    }
}

impl<T: KeptDraft> Drafts<T> {
    fn in_file(state: &StateFolder, name: &str) -> Self {
        let path = state.path().join(name);
        let synced = path.with_extension("synced.json");
        Self { state: state.clone(), path, synced, sync: None, kept: Vec::new() }
    }

    /// What an earlier run left.
    ///
    /// # Errors
    /// The file cannot be read, or not understood; it is moved aside under a free name, for a person to
    /// read, and the error is where it is.
    pub fn left_behind(&mut self) -> Result<Vec<T>, PathBuf> {
        let there = match fs::metadata(&self.path) {
            Ok(_) => true,
            // Any other error says that nothing can stand there, as where the state folder cannot be used.
            Err(error) => error.kind() == ErrorKind::PermissionDenied,
        };
        let (typed, synced) = (drafts_in(&self.path), drafts_in(&self.synced));
        let drafts = match (typed, synced) {
            // After a power cut the file may be an older one, or empty, and the synced copy the newer.
            (Some((at, _)), Some((later, drafts))) if later > at => drafts,
            (Some((_, drafts)), _) => drafts,
            (None, Some((_, drafts))) => {
                if there {
                    self.set_aside();
                }
                drafts
            }
            (None, None) if there => return Err(self.set_aside()),
            (None, None) => return Ok(Vec::new()),
        };
        self.kept.clone_from(&drafts);
        Ok(drafts)
    }

    fn set_aside(&self) -> PathBuf {
        let names =
            (1_u32..).map(|number| self.path.with_extension(format!("unreadable-{number}")));
        let free = names.into_iter().find(|name| name.symlink_metadata().is_err());
        match free {
            Some(aside) if fs::rename(&self.path, &aside).is_ok() => aside,
            _ => self.path.clone(),
        }
    }

    /// Keeps these, if they are not kept already; none at all removes the file.
    ///
    /// # Errors
    /// The state folder cannot be written.
    pub fn keep(&mut self, drafts: Vec<T>) -> io::Result<()> {
        if drafts == self.kept {
            return Ok(());
        }
        if drafts.is_empty() {
            match fs::remove_file(&self.path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            // At once, so that nothing recorded is offered again; once more if a copy is under way.
            let _ = fs::remove_file(&self.synced);
            self.keep_safe(Vec::new());
        } else {
            self.state.make()?;
            let text = T::encoded(&drafts);
            put_cached(&Disk::DEFAULT, &self.path, &text)?;
            self.keep_safe(text);
        }
        self.kept = drafts;
        Ok(())
    }

    /// Waits until what is kept is safe from a power cut too.
    pub fn finish(self) {
        if let Some(sync) = self.sync {
            sync.finish();
        }
    }

    fn keep_safe(&mut self, text: Vec<u8>) {
        let synced = &self.synced;
        self.sync.get_or_insert_with(|| DraftSync::new(synced.clone())).take(text);
    }
}

/// The drafts in a file, with when it was written; `None` when there is no such file or it is no such thing.
fn drafts_in<T: KeptDraft>(path: &Path) -> Option<(SystemTime, Vec<T>)> {
    let mut file = open_to_read(path).ok()?;
    let at = file.metadata().and_then(|there| there.modified()).ok()?;
    let mut text = Vec::new();
    file.read_to_end(&mut text).ok()?;
    Some((at, T::decoded(&text)?))
}

#[cfg(test)]
mod tests {
    use super::Drafts;
    use crate::store::StateFolder;
    use crate::tui::model::draft::{Draft, FieldValue};
    use crate::tui::model::form::field::Label;
    use crate::tui::model::form::{FormKind, FormSubject};

    fn draft(words: &str) -> Draft {
        let fields = vec![(Label::Text, FieldValue::Words(words.to_owned()))];
        Draft {
            kind: FormKind::NewQuestion,
            about: FormSubject::default(),
            several: Vec::new(),
            fields,
            focus: 0,
        }
    }

    #[test]
    fn what_was_kept_comes_back_even_after_the_folder_was_taken_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = StateFolder::at(folder.path().join("state"));
        let mut drafts = Drafts::of_start(&state);
        drafts.keep(vec![draft("một")]).expect("kept");
        std::fs::remove_dir_all(state.path()).expect("taken away");
        drafts.keep(Vec::new()).expect("nothing to keep is kept");
        drafts.keep(vec![draft("hai")]).expect("kept again");
        assert_eq!(Drafts::of_start(&state).left_behind(), Ok(vec![draft("hai")]));
    }

    #[test]
    fn what_a_power_cut_left_empty_or_took_away_is_in_the_synced_copy() {
        for cut in ["", "[", "gone"] {
            let folder = tempfile::tempdir().expect("a folder");
            let state = StateFolder::at(folder.path().to_owned());
            let mut drafts = Drafts::of_start(&state);
            drafts.keep(vec![draft("một")]).expect("kept");
            drafts.finish();
            let file = folder.path().join("start.drafts.json");
            match cut {
                "gone" => std::fs::remove_file(&file).expect("removed"),
                left => std::fs::write(&file, left).expect("written"),
            }
            assert_eq!(Drafts::of_start(&state).left_behind(), Ok(vec![draft("một")]), "{cut:?}");
        }
    }

    #[test]
    fn what_is_recorded_is_offered_no_more_from_either_copy() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = StateFolder::at(folder.path().to_owned());
        let mut drafts = Drafts::of_start(&state);
        drafts.keep(vec![draft("một")]).expect("kept");
        drafts.keep(Vec::new()).expect("recorded");
        drafts.finish();
        assert_eq!(Drafts::of_start(&state).left_behind(), Ok(Vec::new()));
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 0);
    }

    #[test]
    fn what_cannot_be_understood_is_moved_aside_and_never_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = StateFolder::at(folder.path().to_owned());
        for round in 1..3 {
            std::fs::write(folder.path().join("start.drafts.json"), format!("[{round}"))
                .expect("written");
            let aside = Drafts::of_start(&state).left_behind().expect_err("not understood");
            assert_eq!(std::fs::read_to_string(aside).expect("there"), format!("[{round}"));
        }
    }
}
