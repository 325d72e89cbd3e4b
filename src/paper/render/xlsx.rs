//! A workbook: a sheet for each table with typed cells, and one for the rest of the document.

use std::io;

use chrono::{Datelike, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use super::zipped;
use crate::i18n::Lang;
use crate::paper::document::{Block, Cell, Detail, Document, Entry, Marker, Table};
use crate::session::time::{Date, Timestamp};
use crate::text::checksum::ChecksumWriter;
use crate::text::safe;

/// Characters that fit a cell; a workbook takes 32,767.
const MOST_LETTERS: usize = 32_000;
/// Letters in the name of a sheet.
const SHEET_NAME: usize = 31;
/// A4 in the numbering of workbooks.
const A4: u8 = 9;
/// Letters that fit the columns of the sheet with the rest.
const ABOUT: [f64; 2] = [30.0, 90.0];

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    let (lang, kind, id) = (document.lang, document.kind, document.id);
    let bytes = workbook(document).map_err(io::Error::other)?;
    zipped::write(&bytes, (lang, kind, id), out)
}

fn workbook(document: Document) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(safe::line(&document.title));
    if let Some(at) = document.as_of.and_then(moment) {
        properties = properties.set_creation_datetime(&at);
    }
    workbook.set_properties(&properties);
    let looks = Looks::new();
    let mut about = About::new(document.lang)?;
    let mut open: Option<TableSheet> = None;
    for block in document.blocks {
        match block {
            Block::TableStart(table) => open = Some(TableSheet::headed(&table, &looks)?),
            Block::Row(cells) => {
                if let Some(table) = &mut open {
                    table.put(&cells, &looks)?;
                }
            }
            Block::TableEnd => {
                if let Some(table) = open.take() {
                    workbook.push_worksheet(table.filtered()?);
                }
            }
            block => about.put(&block, &looks)?,
        }
    }
    workbook.push_worksheet(about.sheet);
    workbook.save_to_buffer()
}

/// How cells look.
struct Looks {
    title: CellFormat,
    head: CellFormat,
    text: CellFormat,
    date: CellFormat,
}

impl Looks {
    fn new() -> Self {
        let cell = CellFormat::new()
            .set_font_name("Times New Roman")
            .set_font_size(12)
            .set_align(FormatAlign::Top);
        Self {
            title: cell.clone().set_bold(),
            head: cell.clone().set_bold().set_text_wrap().set_border(FormatBorder::Thin),
            text: cell.clone().set_text_wrap(),
            date: cell.set_num_format("dd/mm/yyyy"),
        }
    }
}

/// The sheet of one table.
struct TableSheet {
    sheet: Worksheet,
    row: u32,
    last_column: u16,
}

impl TableSheet {
    /// With the names of its columns, which stay in sight and stand on every printed page.
    fn headed(table: &Table, looks: &Looks) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(sheet_name(&table.title))?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_freeze_panes(1, 0)?;
        let mut last_column = 0;
        for (place, column) in (0..).zip(&table.columns) {
            sheet.set_column_width(place, column.width)?;
            sheet.write_string_with_format(0, place, &column.title, &looks.head)?;
            last_column = place;
        }
        Ok(Self { sheet, row: 0, last_column })
    }

    /// Texts are written as texts: none is ever a formula, a number or a link.
    fn put(&mut self, cells: &[Cell], looks: &Looks) -> Result<(), XlsxError> {
        self.row += 1;
        let (sheet, row) = (&mut self.sheet, self.row);
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => continue,
                Cell::Text(text) => {
                    sheet.write_string_with_format(row, column, fitting(text), &looks.text)?
                }
                Cell::Number(number) => {
                    sheet.write_number_with_format(row, column, *number, &looks.text)?
                }
                Cell::Date(date) => match day(*date) {
                    Some(day) => {
                        sheet.write_datetime_with_format(row, column, &day, &looks.date)?
                    }
                    None => {
                        let text = date.to_string();
                        sheet.write_string_with_format(row, column, text, &looks.text)?
                    }
                },
            };
        }
        Ok(())
    }

    /// With a filter that reaches down to the last row.
    fn filtered(mut self) -> Result<Worksheet, XlsxError> {
        self.sheet.autofilter(0, 0, self.row, self.last_column)?;
        Ok(self.sheet)
    }
}

/// The sheet of what stands in no table.
struct About {
    sheet: Worksheet,
    row: u32,
}

impl About {
    fn new(lang: Lang) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(sheet_name(lang.workbook_about()))?;
        sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
        for (place, width) in (0..).zip(ABOUT) {
            sheet.set_column_width(place, width)?;
        }
        Ok(Self { sheet, row: 0 })
    }

    fn put(&mut self, block: &Block, looks: &Looks) -> Result<(), XlsxError> {
        match block {
            Block::Letterhead(head) => {
                let lines = head.left.iter().chain(&head.right);
                lines.map(|line| &line.text).try_for_each(|text| self.line("", text, looks))
            }
            Block::Title(text) | Block::Heading(text) | Block::Subheading(text) => {
                self.heading(text, looks)
            }
            Block::Subject(lines) => lines.iter().try_for_each(|line| self.line("", line, looks)),
            Block::Mark(text) | Block::Notice(text) | Block::Paragraph(text) | Block::Day(text) => {
                self.line("", text, looks)
            }
            Block::Field(field) => self.line(&field.label, &field.text, looks),
            Block::Entry(entry) => self.entry(entry, looks),
            Block::Fingerprint { code, meaning } => {
                self.line("", code, looks)?;
                self.line("", meaning, looks)
            }
            Block::Signatures(signatures) => {
                self.line("", &signatures.ending, looks)?;
                let mut signers = signatures.left.iter().chain([&signatures.right]);
                signers.try_for_each(|it| self.line(&it.role, &it.name, looks))?;
                signatures.recipients.iter().try_for_each(|line| self.line("", line, looks))
            }
            // Each table has a sheet of its own.
            Block::TableStart(_) | Block::Row(_) | Block::TableEnd => Ok(()),
        }
    }

    fn entry(&mut self, entry: &Entry, looks: &Looks) -> Result<(), XlsxError> {
        let marker = match &entry.marker {
            Marker::Time(time) => time.clone(),
            Marker::Number(number) => format!("{number}."),
            Marker::Label { label, .. } => label.clone(),
            Marker::Untimed | Marker::Dash => "–".to_owned(),
        };
        self.line(&marker, &entry.text, looks)?;
        entry.details.iter().try_for_each(|detail| match detail {
            Detail::Said(text) => self.line("", text, looks),
            Detail::Labelled { label, text, .. } => self.line(label, text, looks),
            Detail::Outcome(text) => self.line("→", text, looks),
        })
    }

    fn heading(&mut self, text: &str, looks: &Looks) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, fitting(text), &looks.title)?;
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, label: &str, text: &str, looks: &Looks) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, fitting(label), &looks.text)?;
        self.sheet.write_string_with_format(self.row, 1, fitting(text), &looks.text)?;
        self.row += 1;
        Ok(())
    }
}

/// A safe text that fits a cell, with "…" where it was longer.
fn fitting(text: &str) -> String {
    let text = safe::lines(text);
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}

/// Without what workbooks do not take in the name of a sheet.
fn sheet_name(title: &str) -> String {
    let taken = title.chars().filter(|letter| !"[]:*?/\\'".contains(*letter));
    taken.take(SHEET_NAME).collect()
}

/// Workbooks count days from 1900.
fn day(date: Date) -> Option<ExcelDateTime> {
    let day = date.day();
    let (month, of_month) = (day.month().try_into().ok()?, day.day().try_into().ok()?);
    ExcelDateTime::from_ymd(day.year().try_into().ok()?, month, of_month).ok()
}

fn moment(at: Timestamp) -> Option<ExcelDateTime> {
    let clock = at.moment();
    let (hour, minute) = (clock.hour().try_into().ok()?, clock.minute().try_into().ok()?);
    day(at.date())?.and_hms(hour, minute, clock.second()).ok()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use crate::paper::kind::Format;
    use crate::paper::render::example;
    use crate::text::checksum::{PaperOrigin, origin};

    #[test]
    fn every_table_is_a_sheet_of_typed_cells_and_the_rest_stands_on_the_last() {
        let bytes = example::bytes(Format::Xlsx);
        assert_eq!(origin(&bytes), PaperOrigin::Unchanged);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        assert_eq!(book.sheet_names(), ["Câu hỏi", "Về văn bản này"]);
        let table = book.worksheet_range("Câu hỏi").expect("a sheet");
        let text = |row, column| table.get((row, column)).map(ToString::to_string);
        assert_eq!(text(0, 1).as_deref(), Some("Nội dung"));
        assert_eq!(table.get((1, 0)), Some(&Data::Float(1.0)));
        assert_eq!(text(1, 1).as_deref(), Some("=1+1 | \"a\""));
        assert!(matches!(table.get((1, 2)), Some(Data::DateTime(_))), "{table:?}");
        assert_eq!(text(2, 1).as_deref(), Some("Giá\nnhà"));
        let about = book.worksheet_range("Về văn bản này").expect("a sheet");
        let said = about.cells().any(|(_, _, cell)| cell.to_string().contains("⟨U+202E⟩"));
        assert!(said, "{about:?}");
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        assert!(example::bytes(Format::Xlsx) == example::bytes(Format::Xlsx));
    }
}
