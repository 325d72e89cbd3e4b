//! What is being typed, kept in the state folder at every key: a crash takes nothing, a power cut what
//! was typed within the last moment.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::PathBuf;

use crate::app::draft::Draft;
use crate::journal::regular::open_to_read;
use crate::journal::{SessionId, StateFolder};

use super::behind::Behind;

/// The drafts of one session, or of the start screen.
pub struct Drafts {
    state: StateFolder,
    path: PathBuf,
    kept: Vec<Draft>,
    /// From the first word on.
    behind: Option<Behind>,
}

impl Drafts {
    pub fn of_session(state: &StateFolder, id: &SessionId) -> Self {
        Self::in_file(state, &format!("{id}.drafts.json"))
    }

    pub fn of_start(state: &StateFolder) -> Self {
        Self::in_file(state, "start.drafts.json")
    }

    fn in_file(state: &StateFolder, name: &str) -> Self {
        Self { state: state.clone(), path: state.path().join(name), kept: Vec::new(), behind: None }
    }

    /// What an earlier run left.
    ///
    /// # Errors
    /// The file cannot be read, or not understood; it is moved aside under a free name, for a person to
    /// read, and the error is where it is.
    pub fn left_behind(&mut self) -> Result<Vec<Draft>, PathBuf> {
        let mut text = Vec::new();
        let read = open_to_read(&self.path).and_then(|mut file| file.read_to_end(&mut text));
        match read {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(_) => return Err(self.set_aside()),
        }
        match serde_json::from_slice::<Vec<Draft>>(&text) {
            Ok(drafts) => {
                self.kept.clone_from(&drafts);
                Ok(drafts)
            }
            Err(_) => Err(self.set_aside()),
        }
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
    pub fn keep(&mut self, drafts: Vec<Draft>) -> io::Result<()> {
        if drafts == self.kept {
            return Ok(());
        }
        if drafts.is_empty() {
            match fs::remove_file(&self.path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        } else {
            self.state.make()?;
            let text = serde_json::to_vec(&drafts)?;
            let mut temporary =
                tempfile::Builder::new().prefix(".drafts-").tempfile_in(self.state.path())?;
            temporary.write_all(&text)?;
            temporary.persist(&self.path).map_err(|failed| failed.error)?;
        }
        self.kept = drafts;
        self.behind.get_or_insert_with(|| Behind::of(self.path.clone())).written();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Drafts;
    use crate::app::draft::{Draft, Value};
    use crate::app::form::field::Label;
    use crate::app::form::{About, Kind};
    use crate::journal::StateFolder;

    fn draft(words: &str) -> Draft {
        let fields = vec![(Label::Text, Value::Words(words.to_owned()))];
        Draft { kind: Kind::NewQuestion, about: About::default(), fields, focus: 0 }
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
