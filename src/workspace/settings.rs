//! What the command line and the environment settled before the first frame.

use std::path::PathBuf;

use crate::i18n::Lang;
use crate::store::{Disk, StateFolder};

/// The settings of one run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of the screen.
    pub lang: Lang,
    /// The language of papers: a locale must not change a document's bytes.
    pub paper_lang: Lang,
    /// Where session files are looked for and made.
    pub folder: PathBuf,
    /// The disk of this machine, with how much of one file is read.
    pub disk: Disk,
    pub state: StateFolder,
    /// Folders in which one more copy of each session is kept.
    pub copies: Vec<PathBuf>,
    /// The name stored with each event.
    pub by: String,
    /// The name under which notes are written in a replay.
    pub reviewer: String,
    /// Whether `NO_COLOR` is set.
    pub no_colour: bool,
    /// How a server is logged in to.
    #[cfg(feature = "nats")]
    pub login: crate::nats::Login,
    /// In which role a session on a server is joined.
    #[cfg(feature = "nats")]
    pub role: crate::session::role::Role,
}
