//! A table as it was read: rows of cells, whatever kind of file they stood in.

use chrono::NaiveDateTime;

use crate::import::encoding::TextEncoding;
use crate::import::legacy;

/// Cells that a table may have, blank ones before others included; each takes memory.
pub const MOST_CELLS: usize = 2_000_000;
/// Bytes that the texts of a table may have together.
pub const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Rows in the order of the file; wholly blank ones may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportTable {
    pub rows: Vec<ImportRow>,
    /// The sheet of a workbook from which the rows come.
    pub sheet: Option<String>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportRow {
    /// As a spreadsheet numbers it, from 1.
    pub number: usize,
    pub cells: Vec<ImportCell>,
}

/// One cell; a blank one is a text of nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportCell {
    Text(String),
    /// A date that a workbook keeps as such, without an offset.
    Moment(NaiveDateTime),
    /// A list or an object of JSON, where a text belongs.
    Nested,
}

impl ImportRow {
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&ImportCell> {
        self.cells.get(column)
    }

    /// The text of a cell without blanks around it; nothing for what is not a text.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        match self.cells.get(column) {
            Some(ImportCell::Text(text)) => text.trim(),
            Some(ImportCell::Moment(_) | ImportCell::Nested) | None => "",
        }
    }
}

impl ImportCell {
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if crate::text::fold::recorded_text(text).is_empty())
    }
}

impl ImportTable {
    /// The first cell that an old font wrote and something else read: its row, its column, and the font.
    #[must_use]
    pub fn first_of_an_old_font(&self) -> Option<(usize, usize, TextEncoding)> {
        self.rows.iter().find_map(|row| {
            row.cells.iter().enumerate().find_map(|(column, cell)| match cell {
                ImportCell::Text(text) => {
                    legacy::looks_like(text).map(|font| (row.number, column, font))
                }
                ImportCell::Moment(_) | ImportCell::Nested => None,
            })
        })
    }
}

/// A column as a spreadsheet names it: A to Z, then AA.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_have_the_names_that_spreadsheets_give_them() {
        for (column, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")]
        {
            assert_eq!(column_letters(column), letters);
        }
    }
}
