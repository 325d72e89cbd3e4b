//! Tables of workbooks (XLSX), unpacked in bounded memory.

use std::io::{Cursor, Read, sink};

use calamine::{Cell, DataRef, DataType, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use crate::import::source_fault::SourceFault;
use crate::import::table::{ImportCell, ImportRow, ImportTable, MOST_CELLS, MOST_TEXT};
use crate::text::fold::{fold, normalised};

/// Bytes of all parts of a workbook together, unpacked. One of 5,000 questions takes about five million.
const UNPACKED: u64 = 128 * 1024 * 1024;
/// What the older format and what a password protects begin with.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0";
/// How Excel writes a carriage return inside a text.
const CARRIAGE_RETURN: &str = "_x000D_";

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The rows of the sheet that is named, else of the first that shows any; `progress` is told how many were
/// read, and how many the sheet says it has.
///
/// # Errors
/// It is no workbook, it is too large, or it has no such sheet.
pub(super) fn read(
    bytes: &[u8],
    sheet: Option<&str>,
    mut progress: impl FnMut(usize, usize),
) -> Result<ImportTable, SourceFault> {
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(SourceFault::OldOrLockedWorkbook);
    }
    check_sizes(bytes)?;
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    if let Some(asked) = sheet {
        let sheets = workbook.sheet_names();
        let is_it = |name: &&String| **name == asked;
        let is_alike = |name: &&String| fold(name.trim()) == fold(asked.trim());
        let found = sheets.iter().find(is_it).or_else(|| sheets.iter().find(is_alike));
        let Some(name) = found.cloned() else {
            return Err(SourceFault::NoSuchSheet { sheet: asked.to_owned(), sheets });
        };
        return rows(&mut workbook, name, &mut progress);
    }
    let shown = |sheet: &&calamine::Sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    };
    let sheets = workbook.sheets_metadata().iter().filter(shown);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let table = rows(&mut workbook, name, &mut progress)?;
        if !table.rows.is_empty() {
            return Ok(table);
        }
    }
    Err(SourceFault::Empty)
}

/// Refuses what is larger than it may be, first by the sizes that are declared and then by those that are
/// found: a declared size is only what somebody wrote.
fn check_sizes(bytes: &[u8]) -> Result<(), SourceFault> {
    let too_large = SourceFault::UnpackedTooLarge { limit: UNPACKED };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SourceFault::NotAWorkbook)?;
    let mut declared: u64 = 0;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| SourceFault::NotAWorkbook)?;
        declared = declared.saturating_add(part.size());
    }
    if declared > UNPACKED {
        return Err(too_large);
    }
    let mut left = UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| SourceFault::NotAWorkbook)?;
        let copied = std::io::copy(&mut part.take(left + 1), &mut sink());
        let length = copied.map_err(|_| SourceFault::NotAWorkbook)?;
        left = match left.checked_sub(length) {
            Some(left) => left,
            None => return Err(too_large),
        };
    }
    Ok(())
}

fn fault(error: &XlsxError) -> SourceFault {
    match error {
        XlsxError::Password => SourceFault::OldOrLockedWorkbook,
        _ => SourceFault::NotAWorkbook,
    }
}

/// The cells come one by one: a table made of them beforehand would be as large as the furthest cell says.
fn rows(
    workbook: &mut Workbook<'_>,
    name: String,
    progress: &mut impl FnMut(usize, usize),
) -> Result<ImportTable, SourceFault> {
    let mut reader = workbook.worksheet_cells_reader(&name).map_err(|error| fault(&error))?;
    // Only for a progress bar: what a workbook says of itself is not relied on.
    let expected = reader.dimensions().end.0 as usize + 1;
    let mut rows: Vec<ImportRow> = Vec::new();
    let (mut cells, mut text) = (0, 0);
    while let Some(cell) = reader.next_cell().map_err(|error| fault(&error))? {
        let Some(value) = value(&cell) else { continue };
        if let ImportCell::Text(words) = &value {
            text += words.len();
        }
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        if rows.last().is_none_or(|last| last.number != number) {
            progress(rows.len() + 1, expected);
            rows.push(ImportRow { number, cells: Vec::new() });
        }
        let Some(last) = rows.last_mut() else { continue };
        cells += (column + 1).saturating_sub(last.cells.len());
        if cells > MOST_CELLS || text > MOST_TEXT {
            return Err(SourceFault::TooManyCells);
        }
        if last.cells.len() <= column {
            last.cells.resize(column + 1, ImportCell::Text(String::new()));
        }
        if let Some(place) = last.cells.get_mut(column) {
            *place = value;
        }
    }
    Ok(ImportTable { rows, sheet: Some(name) })
}

/// What the cell shows; `None` for one that is blank or shows that a formula went wrong.
fn value(cell: &Cell<DataRef<'_>>) -> Option<ImportCell> {
    let text = match cell.get_value() {
        DataRef::Empty | DataRef::Error(_) => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.replace(CARRIAGE_RETURN, "")
        }
        DataRef::SharedString(text) => text.replace(CARRIAGE_RETURN, ""),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        date @ DataRef::DateTime(moment) => match date.as_datetime() {
            Some(moment) => return Some(ImportCell::Moment(moment)),
            None => moment.as_f64().to_string(),
        },
    };
    let text = normalised(&text);
    (!text.trim().is_empty()).then_some(ImportCell::Text(text))
}

#[cfg(test)]
mod tests;
