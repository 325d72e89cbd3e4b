//! Rows of a label, a number and a bar, aligned by cells.

use unicode_width::UnicodeWidthStr;

use crate::paper::page::{TextPage, WIDTH, shortened};

/// Cells before a row and before its bar.
pub(super) const GAP: usize = 2;
/// Cells of every label, so that the columns of the whole page stand under each other.
pub(super) const LABEL: usize = 34;
/// Cells of a number.
pub(super) const NUMBER: usize = 11;
/// The last cell of a bar, by eighths.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// What one bar stands for.
pub(super) struct TextBar {
    label: String,
    size: u64,
    /// The size as people read it.
    shown: String,
}

impl TextBar {
    pub(super) fn new(label: &str, size: u64, shown: String) -> Self {
        Self { label: shortened(label, LABEL), size, shown }
    }
}

/// Writes the bars, the longest as long as the line allows.
pub(super) fn put(page: &mut TextPage, bars: &[TextBar]) {
    let shown = bars.iter().map(|bar| bar.shown.width()).fold(NUMBER, usize::max);
    let longest = bars.iter().map(|bar| bar.size).max().unwrap_or_default();
    let cells = WIDTH.saturating_sub(LABEL + shown + 2 * GAP);
    for bar in bars {
        let (label, shown) = (left(&bar.label, LABEL), right(&bar.shown, shown));
        page.line(GAP, &format!("{label}{shown}  {}", drawn(bar.size, longest, cells)));
    }
}

/// Puts a label with numbers under their heads on the page.
pub(super) fn row(page: &mut TextPage, label: &str, numbers: &[String]) {
    let numbers: Vec<String> = numbers.iter().map(|number| right(number, NUMBER)).collect();
    page.line(GAP, &format!("{}{}", left(&shortened(label, LABEL), LABEL), numbers.concat()));
}

/// A text with blanks behind it.
fn left(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text.width())))
}

/// A text with blanks before it.
pub(super) fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(text.width())))
}

/// The bar: at least one eighth of a cell for any size above 0.
fn drawn(size: u64, longest: u64, cells: usize) -> String {
    let all_eighths = cells as u128 * 8;
    let eighths = (u128::from(size) * all_eighths).div_ceil(u128::from(longest.max(1)));
    let eighths = usize::try_from(eighths).unwrap_or(cells * 8);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn the_longest_bar_fills_the_line_and_the_least_is_still_seen() {
        assert_eq!(drawn(10, 10, 4), "████");
        assert_eq!(drawn(5, 10, 3), "█▌");
        assert_eq!(drawn(1, 1_000_000, 4), "▏");
        assert_eq!(drawn(0, 10, 4), "");
        assert_eq!(drawn(0, 0, 4), "");
        assert_eq!(drawn(u64::MAX, u64::MAX, 2), "██");
    }
}
