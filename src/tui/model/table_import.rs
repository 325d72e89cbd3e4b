//! A table on its way into the session: its file, the reading, what it would add.

use std::path::PathBuf;
use std::sync::Arc;

use crate::import::field::RowKind;
use crate::import::planned::ImportPlan;

use super::edit::LineField;
use super::trouble::Trouble;

/// How far the import of a table is.
#[derive(Clone, Debug)]
pub enum TableImport {
    /// Its file is being typed. `wrong`: why the last one gave no table.
    File {
        line: LineField,
        kind: RowKind,
        wrong: Option<Trouble>,
    },
    Reading {
        path: PathBuf,
        kind: RowKind,
        rows: usize,
        expected: usize,
    },
    /// What it would add; the number is the first row shown.
    Preview {
        path: PathBuf,
        plan: Arc<ImportPlan>,
        scroll: usize,
    },
}

impl TableImport {
    /// The question for a file of questions.
    pub fn new() -> Self {
        Self::File { line: LineField::default(), kind: RowKind::default(), wrong: None }
    }

    /// Whether a yes adds anything.
    pub fn can_be_added(&self) -> bool {
        match self {
            Self::Preview { plan, .. } => {
                plan.faults.is_empty() && plan.commands().next().is_some()
            }
            Self::File { .. } | Self::Reading { .. } => false,
        }
    }
}

impl Default for TableImport {
    fn default() -> Self {
        Self::new()
    }
}

/// The file that was typed, or dropped on the terminal between quotes.
pub(super) fn path_typed(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    let quoted = ['\'', '"']
        .into_iter()
        .find_map(|quote| typed.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)));
    let path = quoted.unwrap_or(typed);
    (!path.is_empty()).then(|| PathBuf::from(path))
}

/// The kind of rows behind this one.
pub(super) fn next_kind(kind: RowKind) -> RowKind {
    match kind {
        RowKind::Questions => RowKind::Responders,
        RowKind::Responders => RowKind::Delegates,
        RowKind::Delegates => RowKind::Questions,
    }
}
