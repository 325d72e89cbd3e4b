//! Tables as CSV that no spreadsheet takes for formulas, and in which nothing steers a terminal.

use std::borrow::Cow;

use csv::{QuoteStyle, WriterBuilder};

use crate::text::safe;

/// Spreadsheets take a file without it for something older than UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table, its heading the first row: UTF-8 with its mark, every cell quoted, lines ended by LF.
///
/// A cell that a spreadsheet would calculate begins with `'`.
pub fn table<R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item: AsRef<str>>,
{
    rows.into_iter().fold(BYTE_ORDER_MARK.to_owned(), |table, next| table + &row(next))
}

/// One row of such a table.
pub fn row(cells: impl IntoIterator<Item: AsRef<str>>) -> String {
    let mut writer = WriterBuilder::new().quote_style(QuoteStyle::Always).from_writer(Vec::new());
    let cells = cells.into_iter().map(|cell| guarded(cell.as_ref()).into_owned());
    let written = writer.write_record(cells);
    debug_assert!(written.is_ok(), "{written:?}");
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A cell as text, whatever it begins with.
fn guarded(cell: &str) -> Cow<'_, str> {
    let safe = safe::lines(cell);
    if is_calculated(cell) { Cow::Owned(format!("'{safe}")) } else { safe }
}

/// Whether a spreadsheet would take the cell for a formula, blanks before it or not.
fn is_calculated(cell: &str) -> bool {
    let first = cell.chars().find(|letter| !letter.is_whitespace() || is_sign(*letter));
    first.is_some_and(is_sign)
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r')
}

#[cfg(test)]
mod tests {
    use super::{guarded, table};

    #[test]
    fn every_cell_is_quoted_and_quotes_are_doubled() {
        let text = table([vec!["đơn vị", "số"], vec!["“Sở, ban”", "a\"b\nc"]]);
        assert_eq!(text, "\u{feff}\"đơn vị\",\"số\"\n\"“Sở, ban”\",\"a\"\"b\nc\"\n");
    }

    #[test]
    fn what_would_be_calculated_is_text() {
        for formula in [
            "=1+1", "+84", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "  =1", "\u{a0}@x", "\n=1",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"), "{formula:?}");
        }
        assert_eq!(guarded("\t=1"), "'␉=1");
        for plain in ["", " ", "a=1", "20–40", "'=1", "một - hai"] {
            assert_eq!(guarded(plain), plain);
        }
    }

    #[test]
    fn what_steers_a_terminal_is_shown_for_what_it_is() {
        assert_eq!(guarded("a\u{1b}[2J\u{202e}"), "a␛[2J⟨U+202E⟩");
    }
}
