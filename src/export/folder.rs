//! One file for each agency or each delegate, and an index, into a folder.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::paper::agency::{agencies, agency, agency_index};
use crate::paper::asker::{asker, asker_index, askers};
use crate::paper::document::Document;
use crate::session::number::{DelegateNo, ResponderId};
use crate::workspace::papers::{self, PaperError};

use super::{Export, ExportError, Passing, Through};

/// The name of the index, without its ending.
const INDEX: &str = "index";

impl Export<'_> {
    pub(super) fn every_agency(
        &self,
        folder: &Path,
        through: Through,
    ) -> Result<usize, ExportError> {
        let (source, lang) = (self.source, self.lang);
        let named = |id: &ResponderId| (id.clone(), self.named(&format!("agency-{id}")));
        let ids = agencies(source.session.state());
        let files: Vec<(ResponderId, String)> = ids.into_iter().map(named).collect();
        made(folder)?;
        for (id, file) in &files {
            self.put_in(folder, file, through, || agency(source, id, lang))?;
        }
        self.put_in(folder, &self.index(), through, || agency_index(source, &files, lang))?;
        Ok(files.len())
    }

    pub(super) fn every_asker(
        &self,
        folder: &Path,
        through: Through,
    ) -> Result<usize, ExportError> {
        let (source, lang) = (self.source, self.lang);
        let named = |number: DelegateNo| (number, self.named(&format!("delegate-{number}")));
        let numbers = askers(source.session.state());
        let files: Vec<(DelegateNo, String)> = numbers.into_iter().map(named).collect();
        made(folder)?;
        for (number, file) in &files {
            self.put_in(folder, file, through, || asker(source, *number, lang))?;
        }
        self.put_in(folder, &self.index(), through, || asker_index(source, &files, lang))?;
        Ok(files.len())
    }

    /// The file name of the index that stands beside many documents.
    #[must_use]
    pub fn index(&self) -> String {
        self.named(INDEX)
    }

    fn named(&self, name: &str) -> String {
        format!("{name}.{}", self.format.ending())
    }

    fn put_in<'d>(
        &self,
        folder: &Path,
        name: &str,
        through: Through,
        made: impl Fn() -> Document<'d>,
    ) -> Result<(), ExportError> {
        let fill = |out: &mut dyn Write| self.render(made(), &mut Passing { out, through });
        Ok(papers::write(&folder.join(name), self.force, &fill)?)
    }
}

fn made(folder: &Path) -> Result<(), ExportError> {
    let made = fs::create_dir_all(folder);
    made.map_err(|error| ExportError::Paper(PaperError::Io(folder.to_owned(), error)))
}
