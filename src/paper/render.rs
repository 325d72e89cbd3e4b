//! Documents written down: one format a file, block by block.

mod csv;
mod docx;
mod html;
mod json;
mod markdown;
mod text;
mod xlsx;
mod zipped;

use std::io::{self, Write};

use super::document::{Cell, Document};
use super::kind::Format;
use crate::i18n::Lang;
use crate::text::checksum::{ChecksumWriter, MARK};

/// Writes a document in a format. Memory does not grow with the number of blocks.
///
/// # Errors
/// As `out` says.
pub fn render(document: Document, format: Format, out: &mut dyn Write) -> io::Result<()> {
    let mut out = ChecksumWriter::new(out);
    match format {
        Format::Text => text::write(document, &mut out),
        Format::Markdown => markdown::write(document, &mut out),
        Format::Html => html::write(document, &mut out),
        Format::Docx => docx::write(document, &mut out),
        Format::Csv => csv::write(document, &mut out),
        Format::Xlsx => xlsx::write(document, &mut out),
        Format::Json => json::write(document, &mut out),
    }
}

/// The last line, by which a document is known again, and whether it was edited.
fn last_line(lang: Lang, kind: &str, id: &str, out: &ChecksumWriter) -> String {
    format!("{MARK}{}", lang.paper_footer(kind, id, &out.checksum()))
}

/// A value as people read it.
fn shown(lang: Lang, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => lang.day(*date),
    }
}

#[cfg(test)]
mod example;
