//! One file for each agency or each delegate, and an index, into a folder.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::cli::outcome::{Failure, say};
use crate::describe;
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::paper::agency::{agencies, agency, agency_index};
use crate::paper::asker::{asker, asker_index, askers};
use crate::paper::document::Document;
use crate::paper::kind::Format;
use crate::paper::render::render;
use crate::session::number::{DelegateNo, ResponderId};
use crate::text::safe;
use crate::workspace::papers::{self, PaperError};

/// The name of the index, without its ending.
const INDEX: &str = "index";

/// Where the files go, and how they are written.
#[derive(Clone, Copy)]
pub(super) struct PaperFolder<'a> {
    pub(super) path: &'a Path,
    pub(super) format: Format,
    pub(super) force: bool,
    pub(super) lang: Lang,
}

impl PaperFolder<'_> {
    pub(super) fn every_agency(self, source: PaperSource, lang: Lang) -> Result<(), Failure> {
        let named = |id: &ResponderId| (id.clone(), self.named(&format!("agency-{id}")));
        let ids = agencies(source.session.state());
        let files: Vec<(ResponderId, String)> = ids.into_iter().map(named).collect();
        self.made()?;
        for (id, file) in &files {
            self.put(file, || agency(source, id, lang))?;
        }
        self.put(&self.named(INDEX), || agency_index(source, &files, lang))?;
        self.told(files.len());
        Ok(())
    }

    pub(super) fn every_asker(self, source: PaperSource, lang: Lang) -> Result<(), Failure> {
        let named = |number: DelegateNo| (number, self.named(&format!("delegate-{number}")));
        let numbers = askers(source.session.state());
        let files: Vec<(DelegateNo, String)> = numbers.into_iter().map(named).collect();
        self.made()?;
        for (number, file) in &files {
            self.put(file, || asker(source, *number, lang))?;
        }
        self.put(&self.named(INDEX), || asker_index(source, &files, lang))?;
        self.told(files.len());
        Ok(())
    }

    fn named(&self, name: &str) -> String {
        format!("{name}.{}", self.format.ending())
    }

    fn made(&self) -> Result<(), Failure> {
        fs::create_dir_all(self.path)
            .map_err(|error| self.failure(&PaperError::Io(self.path.to_owned(), error)))
    }

    fn put<'d>(&self, name: &str, made: impl Fn() -> Document<'d>) -> Result<(), Failure> {
        let fill = |out: &mut dyn Write| -> io::Result<()> { render(made(), self.format, out) };
        papers::write(&self.path.join(name), self.force, &fill)
            .map_err(|error| self.failure(&error))
    }

    fn failure(&self, error: &PaperError) -> Failure {
        Failure::Message(describe::workspace::paper_error(self.lang, error))
    }

    fn told(&self, files: usize) {
        say(&self.lang.cli_exported_all(&safe::path(self.path), files, &self.named(INDEX)));
    }
}
