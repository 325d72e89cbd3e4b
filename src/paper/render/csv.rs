//! CSV of a document's first table: what is in its other blocks has no place in rows and columns.

use std::io::{self, Write};

use crate::paper::document::{Block, Cell, Document};
use crate::text::checksum::ChecksumWriter;
use crate::text::csv::{BYTE_ORDER_MARK, row};

pub(super) fn write(document: Document, out: &mut ChecksumWriter) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let table = document
        .blocks
        .skip_while(|block| !matches!(block, Block::TableStart(_)))
        .take_while(|block| !matches!(block, Block::TableEnd));
    for block in table {
        let line = match block {
            Block::TableStart(table) => row(table.columns.iter().map(|column| &column.title)),
            Block::Row(cells) => row(cells.iter().map(value)),
            _ => continue,
        };
        out.write_all(line.as_bytes())?;
    }
    Ok(())
}

/// Days as every spreadsheet reads them, whatever its language.
fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::paper::kind::Format;
    use crate::paper::render::example;

    #[test]
    fn the_rows_of_the_first_table_are_this_csv() {
        assert_eq!(
            example::rendered(Format::Csv),
            "\u{feff}\"Số\",\"Nội dung\",\"Hạn\"\n\
             \"1\",\"'=1+1 | \"\"a\"\"\",\"2024-04-10\"\n\
             \"2\",\"Giá\nnhà\",\"\"\n"
        );
    }
}
