//! Tables of separated values: comma, semicolon or tab, told by the columns they give.

use csv::{ReaderBuilder, StringRecord};

use crate::import::source_fault::SourceFault;
use crate::import::table::{ImportCell, ImportRow, ImportTable, MOST_CELLS};

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// Rows that are looked at to tell the separator.
const LOOKED_AT: usize = 20;
/// Stands behind the last row, to see whether a quote was left open.
const END: &str = "\u{1}end";

/// The rows of the text; `score` says how well the first of them fit what is wanted.
///
/// # Errors
/// A quote is opened and never closed.
pub(super) fn read(
    text: &str,
    score: impl Fn(&[ImportRow]) -> usize,
) -> Result<ImportTable, SourceFault> {
    let (told, text) = told_separator(text);
    let separator = told.unwrap_or_else(|| {
        let fits = |separator: &u8| {
            let rows = rows(text, *separator, LOOKED_AT);
            let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
            (score(&rows), widest)
        };
        // Of equals the first: the last of `max_by_key` is the first here.
        SEPARATORS.into_iter().rev().max_by_key(fits).unwrap_or(b',')
    });
    let mut rows = rows(text, separator, usize::MAX);
    if rows.iter().map(|row| row.cells.len()).sum::<usize>() > MOST_CELLS {
        return Err(SourceFault::TooManyCells);
    }
    let last = rows.pop().filter(|row| row.text(0) == END && row.cells.len() == 1);
    if last.is_none() {
        return Err(SourceFault::QuoteLeftOpen);
    }
    Ok(ImportTable { rows, sheet: None })
}

/// The separator that Excel writes before the table (`sep=;`), and the text behind that line.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let told = text.strip_prefix("sep=").and_then(|rest| {
        let (separator, behind) = rest.split_at_checked(1)?;
        let separator = *separator.as_bytes().first()?;
        Some((Some(separator), behind.strip_prefix('\n')?))
    });
    told.unwrap_or((None, text))
}

fn rows(text: &str, separator: u8, most: usize) -> Vec<ImportRow> {
    let text = format!("{text}\n{END}\n");
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let (mut number, mut line, mut cells) = (0, 1, 0);
    while rows.len() < most
        && cells <= MOST_CELLS
        && reader.read_record(&mut record).unwrap_or_default()
    {
        let behind = reader.position().line();
        // Blank lines are passed over by the reader; a spreadsheet counts them.
        let inside = record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let blank = (behind - line).saturating_sub(inside + 1);
        line = behind;
        number += 1 + usize::try_from(blank).unwrap_or_default();
        cells += record.len();
        let texts = record.iter().map(|cell| ImportCell::Text(cell.to_owned()));
        rows.push(ImportRow { number, cells: texts.collect() });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::source_fault::SourceFault;
    use crate::import::table::{ImportCell, ImportRow};

    fn widest(rows: &[ImportRow]) -> usize {
        rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }

    fn texts(text: &str) -> Vec<(usize, Vec<String>)> {
        let table = read(text, widest).expect("a table");
        let text = |cell: &ImportCell| match cell {
            ImportCell::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        let row = |row: &ImportRow| (row.number, row.cells.iter().map(text).collect());
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_gives_columns() {
        for separator in [",", ";", "\t"] {
            let rows =
                texts(&format!("a{separator}b{separator}c\n1{separator}\"2, 3; 4\"{separator}5\n"));
            assert_eq!(rows[1].1, ["1", "2, 3; 4", "5"], "{separator:?}");
        }
        assert_eq!(texts("sep=;\na,b;c\n")[0].1, ["a,b", "c"]);
        assert_eq!(texts("Nội dung\nMột, hai\n").len(), 2);
    }

    #[test]
    fn quotes_and_line_breaks_stand_in_cells_and_rows_are_counted_as_a_spreadsheet_counts_them() {
        let rows = texts("a,b\n\"một\nhai\",\"nói \"\"vâng\"\"\"\n\n\nx,y\n");
        let numbers: Vec<usize> = rows.iter().map(|row| row.0).collect();
        assert_eq!(numbers, [1, 2, 5]);
        assert_eq!(rows[1].1, ["một\nhai", "nói \"vâng\""]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_a_fault() {
        assert!(matches!(read("a,b\n\"x,y\nz,w\n", widest), Err(SourceFault::QuoteLeftOpen)));
    }
}
