//! In how many copies everything stands that was acknowledged, as data.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::replica::StoreError;

/// Which copy of the record it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplicaKind {
    PublicFile,
    /// In the state folder, which is this.
    BlackBox(PathBuf),
    /// One more, in this folder.
    Copy(PathBuf),
}

/// One copy, and whether it holds everything.
#[derive(Clone, Debug)]
pub struct ReplicaStatus {
    pub kind: ReplicaKind,
    pub holds_all: bool,
    /// Why it does not; `None` while the last event is still on its way there.
    pub why: Option<Arc<StoreError>>,
}

/// Every copy of a record.
#[derive(Clone, Debug, Default)]
pub struct Replication {
    pub replicas: Vec<ReplicaStatus>,
    /// Why the last batch was taken by none of them: nothing more is acknowledged.
    pub refused: Option<Arc<StoreError>>,
}

impl Replication {
    /// How many copies hold everything that was acknowledged.
    pub fn held(&self) -> usize {
        match self.refused {
            Some(_) => 0,
            None => self.replicas.iter().filter(|replica| replica.holds_all).count(),
        }
    }

    /// How many copies there are to be.
    pub fn wanted(&self) -> usize {
        self.replicas.len()
    }

    pub fn is_whole(&self) -> bool {
        self.held() == self.wanted()
    }

    /// Whether a person would be told the same of both.
    pub fn tells_the_same(&self, other: &Self) -> bool {
        let told = |all: &Self| {
            let replicas = all.replicas.iter();
            let why = |why: &Option<Arc<StoreError>>| why.as_ref().map(|why| format!("{why:?}"));
            let each = replicas.map(|one| (one.kind.clone(), one.holds_all, why(&one.why)));
            (each.collect::<Vec<_>>(), why(&all.refused))
        };
        told(self) == told(other)
    }

    /// Whether some copy is in trouble, rather than still being written.
    pub fn is_in_trouble(&self) -> bool {
        self.refused.is_some() || self.held() == 0 || self.lacking().next().is_some()
    }

    /// The copies that do not hold everything for a reason.
    pub fn lacking(&self) -> impl Iterator<Item = (&ReplicaKind, &StoreError)> {
        let lacking = self.replicas.iter().filter(|replica| !replica.holds_all);
        lacking.filter_map(|replica| Some((&replica.kind, replica.why.as_deref()?)))
    }
}

/// The record continues in another public file.
#[derive(Clone, Debug)]
pub struct Relocation {
    pub from: PathBuf,
    pub to: PathBuf,
    pub why: Arc<StoreError>,
    /// It happened while an earlier relocation was being recorded: recording this one too could cause
    /// the next. The black box, or the new file itself, tells where the record continues.
    pub again: bool,
}

impl Relocation {
    /// The name of the file that was left, and of the one that took its place: a whole path where that
    /// stands in another folder.
    pub fn names(&self) -> (String, String) {
        let name =
            |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let to = match self.to.parent() == self.from.parent() {
            true => name(&self.to),
            false => self.to.display().to_string(),
        };
        (name(&self.from), to)
    }
}
