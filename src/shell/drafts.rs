//! What is being typed, kept in the state folder at every key: a crash takes nothing.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use crate::app::draft::Draft;
use crate::journal::{SessionId, StateFolder};

/// The drafts of one session.
pub struct Drafts {
    folder: PathBuf,
    path: PathBuf,
    kept: Vec<Draft>,
}

impl Drafts {
    pub fn new(state: &StateFolder, id: &SessionId) -> Self {
        let folder = state.path().to_owned();
        let path = folder.join(format!("{id}.drafts.json"));
        Self { folder, path, kept: Vec::new() }
    }

    /// What an earlier run left. A file that cannot be understood is left where it is, for a person to read.
    pub fn left_behind(&mut self) -> Vec<Draft> {
        let text = fs::read_to_string(&self.path).unwrap_or_default();
        match serde_json::from_str::<Vec<Draft>>(&text) {
            Ok(drafts) => {
                self.kept.clone_from(&drafts);
                drafts
            }
            Err(_) => {
                if !text.is_empty() {
                    let aside = self.path.with_extension("unreadable.json");
                    // Kept if the system lets us; the desk opens either way.
                    let _ = fs::rename(&self.path, aside);
                }
                Vec::new()
            }
        }
    }

    /// Keeps these, if they are not kept already; none at all removes the file.
    ///
    /// # Errors
    /// The state folder cannot be written.
    pub fn keep(&mut self, drafts: Vec<Draft>) -> std::io::Result<()> {
        if drafts == self.kept {
            return Ok(());
        }
        if drafts.is_empty() {
            fs::remove_file(&self.path)?;
        } else {
            let mut temporary =
                tempfile::Builder::new().prefix(".drafts-").tempfile_in(&self.folder)?;
            serde_json::to_writer(&mut temporary, &drafts)?;
            temporary.flush()?;
            temporary.persist(&self.path).map_err(|failed| failed.error)?;
        }
        self.kept = drafts;
        Ok(())
    }
}
