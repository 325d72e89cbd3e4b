//! Plain text at most 80 cells wide.

use std::io::{self, Write};

use super::{last_line, shown};
use crate::i18n::Lang;
use crate::paper::document::{Block, Column, Detail, Document, Entry, Field, Marker, Spacing};
use crate::paper::document::{Cell, Signatures};
use crate::paper::page::TextPage;
use crate::text::checksum::ChecksumWriter;

/// Lines left free for a signature.
const TO_SIGN_ON: usize = 4;
/// Cells for the time of day, a dash, a number.
const TIME: usize = 7;
const DASH: usize = 2;
const NUMBER: usize = 4;
/// Cells for the labels of a row.
const LABEL: usize = 18;

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    let (lang, kind, id) = (document.lang, document.kind, document.id);
    let mut text = TextDocument { page: TextPage::default(), lang, columns: Vec::new() };
    for block in document.blocks {
        text.block(&block);
        out.write_all(text.page.taken().as_bytes())?;
    }
    text.page.gap();
    out.write_all(text.page.taken().as_bytes())?;
    let last = last_line(lang, kind.title(lang), id, out);
    text.page.paragraph(0, &last);
    out.write_all(text.page.taken().as_bytes())
}

struct TextDocument {
    page: TextPage,
    lang: Lang,
    /// Those of the table being written.
    columns: Vec<Column>,
}

impl TextDocument {
    fn block(&mut self, block: &Block) {
        let page = &mut self.page;
        match block {
            Block::Letterhead(head) => {
                let [left, right] = [&head.left, &head.right].map(|lines| {
                    let lines: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
                    lines.join("\n")
                });
                page.columns(&left, &right);
                page.gap();
            }
            Block::Title(text) => {
                page.centred(text);
                page.gap();
            }
            Block::Subject(lines) => {
                for line in lines {
                    page.centred(line);
                }
                page.gap();
            }
            Block::Mark(text) => {
                page.gap();
                page.centred(text);
                page.gap();
            }
            Block::Notice(text) => {
                page.paragraph(0, text);
                page.gap();
            }
            Block::Heading(text) => page.heading(text),
            Block::Subheading(text) => {
                page.gap();
                page.paragraph(0, text);
            }
            Block::Paragraph(text) => page.paragraph(0, text),
            Block::Day(text) => {
                page.gap();
                page.paragraph(0, text);
                page.gap();
            }
            Block::Field(Field { label, text, cells }) => page.entry(0, label, *cells, text),
            Block::Entry(entry) => self.entry(entry),
            Block::TableStart(table) => {
                page.gap();
                page.paragraph(0, &table.title);
                self.columns.clone_from(&table.columns);
            }
            Block::Row(cells) => self.row(cells),
            Block::TableEnd => {
                self.columns.clear();
                self.page.gap();
            }
            Block::Fingerprint { code, meaning } => {
                page.paragraph(2, code);
                page.gap();
                page.paragraph(0, meaning);
            }
            Block::Signatures(signatures) => self.signatures(signatures),
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let page = &mut self.page;
        if entry.spacing == Spacing::Loose {
            page.gap();
        }
        let text = &entry.text;
        let under = match &entry.marker {
            Marker::Time(time) => {
                page.entry(0, &format!("{time:>5}"), TIME, text);
                TIME + 2
            }
            Marker::Untimed => {
                page.entry(2, "–", DASH, text);
                2 + DASH + 2
            }
            Marker::Number(number) => {
                page.entry(0, &format!("{number}."), NUMBER, text);
                NUMBER
            }
            Marker::Dash => {
                page.entry(2, "–", DASH, text);
                2 + DASH
            }
            Marker::Label { label, cells } => {
                page.entry(2, label, *cells, text);
                2 + cells
            }
        };
        for detail in &entry.details {
            match detail {
                Detail::Said(text) => page.paragraph(under, text),
                Detail::Labelled { label, text, cells } => page.entry(under, label, *cells, text),
                Detail::Outcome(text) => page.entry(under, "→", 2, text),
            }
        }
    }

    /// A row is wider than a page: each value stands on lines of its own, behind its column's name.
    fn row(&mut self, cells: &[Cell]) {
        self.page.gap();
        for (column, cell) in self.columns.iter().zip(cells) {
            if *cell != Cell::Empty {
                self.page.entry(0, &column.title, LABEL, &shown(self.lang, cell));
            }
        }
    }

    fn signatures(&mut self, signatures: &Signatures) {
        let page = &mut self.page;
        let right = &signatures.right;
        page.gap();
        page.paragraph(0, &signatures.ending);
        page.gap();
        match &signatures.left {
            Some(left) => {
                page.columns(&left.role, &right.role);
                page.columns(&left.how, &right.how);
                (0..TO_SIGN_ON).for_each(|_| page.line(0, ""));
                page.columns(&left.name, &right.name);
                page.gap();
                signatures.recipients.iter().for_each(|line| page.paragraph(0, line));
            }
            None => {
                let free = "\n".repeat(TO_SIGN_ON + 1);
                let signed = format!("{}\n{}{free}{}", right.role, right.how, right.name);
                page.columns(&signatures.recipients.join("\n"), &signed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::paper::kind::Format;
    use crate::paper::render::example;

    #[test]
    fn a_document_of_every_kind_of_block_reads_like_this() {
        assert_eq!(example::rendered(Format::Text), include_str!("example.txt"));
    }
}
