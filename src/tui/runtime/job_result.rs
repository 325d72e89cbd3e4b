//! What background jobs come to.

use std::path::PathBuf;
use std::sync::Arc;

use crate::import::planned::ImportPlan;
use crate::paper::office::PublicationTerm;
use crate::search::advice::Advice;
use crate::search::theme_groups::ThemeGroup;
use crate::store::Consent;
use crate::tui::model::paper_export::{PaperDone, PaperOrder};
use crate::tui::model::start::SessionEntry;
use crate::tui::model::trouble::Trouble;

use super::open_mode::OpenMode;
use super::open_session::OpenOutcome;

/// What a job came to.
pub enum JobResult {
    /// What became of opening the file at `path`.
    Session {
        path: PathBuf,
        mode: OpenMode,
        /// What was agreed to before.
        consent: Consent,
        opened: Box<OpenOutcome>,
        /// Within how many days of its end the conclusion is public.
        publish_within: PublicationTerm,
    },
    /// The names of the folder's sessions and rosters; the sessions are still being read.
    FolderNamed(Vec<SessionEntry>, Vec<String>),
    /// One of them was read.
    Entry(SessionEntry),
    /// Reading takes so long that nothing waits for it any more.
    FolderIsSlow,
    FolderRead,
    /// So many rows of a table were read, of so many.
    TableProgressed {
        rows: usize,
        expected: usize,
    },
    /// So many KiB of a document are written.
    PaperProgressed {
        kib: usize,
    },
    /// What became of a document.
    PaperWritten {
        order: PaperOrder,
        done: Result<PaperDone, Trouble>,
    },
    /// The person has left the document that was being written.
    PaperCancelled,
    /// What a table would add, or why it gives nothing.
    TablePlanned {
        path: PathBuf,
        planned: Result<Arc<ImportPlan>, Trouble>,
    },
    /// What there is to say of a question that was to be judged.
    Advised(Box<Advice>),
    /// Groups of questions without a theme.
    ThemesGrouped(Vec<ThemeGroup>),
}
