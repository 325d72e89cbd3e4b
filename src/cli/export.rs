//! `export`: a paper to stdout, or to a file that nobody else wrote.

use crate::export::transcript::transcript;
use crate::shell::{Settings, paper};
use crate::words::journal::shown;

use super::args::{Document, Format, Wish};
use super::outcome::{Failure, Outcome, print, say};
use super::source::Looked;

pub(super) fn run(wish: &Wish, settings: &Settings) -> Outcome {
    let lang = settings.lang;
    let looked = Looked::at(&wish.file, lang)?;
    let paper_lang = settings.paper_lang;
    let text = match (wish.format, wish.document) {
        (Format::Text, Document::Transcript) => {
            looked.paper(paper_lang, |source| transcript(source, paper_lang))
        }
    };
    match wish.output.as_ref().filter(|out| out.as_os_str() != "-") {
        None => print(&text)?,
        Some(out) => {
            paper::write(out, &text, wish.force)
                .map_err(|error| Failure::Said(lang.paper_error(&error)))?;
            say(&lang.cli_exported(&shown(out)));
        }
    }
    Ok(looked.verdict(lang))
}
