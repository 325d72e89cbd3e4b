//! The canvas: all text on the screen is written through it, made safe and cut to its cells.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::i18n::Lang;
use crate::text::{safe, wrap};
use crate::tui::model::{ScreenMetrics, Target, Theme};

use super::theme::{Palette, sign};
use super::{HitMap, plain_width};

/// Columns from which two panes stand side by side.
pub(super) const WIDE: u16 = 100;

/// Characters looked at for each cell to be filled; letters with more marks than this are cut short.
const LETTERS_PER_CELL: usize = 10;

/// Writes to the buffer and records what is under each cell.
pub(crate) struct Canvas<'a> {
    pub buffer: &'a mut Buffer,
    pub palette: Palette,
    pub lang: Lang,
    pub hit_map: HitMap,
    pub metrics: ScreenMetrics,
    /// The cell of the text cursor, for the terminal's own cursor.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(buffer: &'a mut Buffer, theme: Theme, lang: Lang) -> Self {
        Self {
            buffer,
            palette: Palette::of(theme),
            lang,
            hit_map: HitMap::default(),
            metrics: ScreenMetrics::default(),
            cursor: None,
        }
    }
    /// Writes a text at the left of a line, cut with `…`; the cells it took.
    pub(crate) fn text(&mut self, line: Rect, text: &str, style: Style) -> u16 {
        let line = self.visible(line);
        if line.is_empty() {
            return 0;
        }
        let cells = usize::from(line.width);
        if let Some(plain) = plain_width::fitting(text, cells) {
            return self.plain(line, plain, plain.len() < text.len(), style);
        }
        let text = safe::line(beginning(text, cells));
        let (fitting, used) = fit(&text, cells);
        if fitting.len() == text.len() {
            self.buffer.set_stringn(line.x, line.y, &text, cells, style);
            return narrow(used);
        }
        let (fitting, used) = fit(fitting, cells - 1);
        let (x, _) = self.buffer.set_stringn(line.x, line.y, fitting, cells, style);
        self.buffer.set_stringn(x, line.y, sign::MORE, 1, style);
        narrow(used + 1)
    }

    /// Writes plain letters that fit, the last one as `…` when the text is `cut`.
    fn plain(&mut self, line: Rect, text: &str, cut: bool, style: Style) -> u16 {
        let mut x = line.x;
        for letter in text.chars() {
            self.sign(x, line.y, letter, style);
            x += 1;
        }
        if cut {
            self.buffer.set_stringn(x - 1, line.y, sign::MORE, 1, style);
        }
        x - line.x
    }

    /// Writes several texts one after the other; what is left of the line.
    pub(crate) fn texts(&mut self, line: Rect, texts: &[(&str, Style)]) -> Rect {
        texts.iter().fold(line, |left, (text, style)| {
            let used = self.text(left, text, *style);
            after(left, used)
        })
    }

    /// Writes a text at the right of a line; what is left of the line before it.
    pub(crate) fn text_right(&mut self, line: Rect, text: &str, style: Style) -> Rect {
        let cells = narrow(width(text)).min(line.width);
        let left = Rect { width: line.width - cells, ..line };
        self.text(Rect { x: line.x + left.width, width: cells, ..line }, text, style);
        left
    }

    /// Sets the style of an area and its letters.
    pub(crate) fn tint(&mut self, area: Rect, style: Style) {
        let area = self.visible(area);
        self.buffer.set_style(area, style);
    }

    /// Empties an area before an overlay is drawn into it.
    pub(crate) fn clear(&mut self, area: Rect) {
        for position in self.visible(area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Draws the active pane, marked by a sign as well as by its border; the area inside.
    pub(crate) fn active_pane(&mut self, area: Rect, title: &str) -> Rect {
        self.pane(area, &format!("{} {title}", sign::HERE), self.palette.border_active)
    }

    /// Draws a pane's border with its title; the area inside.
    pub(crate) fn pane(&mut self, area: Rect, title: &str, style: Style) -> Rect {
        let area = self.visible(area);
        if area.width < 2 || area.height < 2 {
            return Rect { width: 0, height: 0, ..area };
        }
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for x in area.x + 1..right {
            self.sign(x, area.y, '─', style);
            self.sign(x, bottom, '─', style);
        }
        for y in area.y + 1..bottom {
            self.sign(area.x, y, '│', style);
            self.sign(right, y, '│', style);
        }
        let corners = [
            (area.x, area.y, '╭'),
            (right, area.y, '╮'),
            (area.x, bottom, '╰'),
            (right, bottom, '╯'),
        ];
        for (x, y, corner) in corners {
            self.sign(x, y, corner, style);
        }
        if !title.is_empty() {
            let place = Rect { x: area.x + 1, width: area.width - 2, height: 1, ..area };
            let title = format!(" {title} ");
            self.text(place, &title, style.patch(self.palette.strong));
        }
        Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 2 }
    }

    /// Marks in a pane's lower border that there is more.
    pub(crate) fn more_below(&mut self, area: Rect, style: Style) {
        let bottom = below(area, area.height.saturating_sub(1));
        let more = format!(" {} ", self.lang.more_below());
        self.text_right(indented(bottom), &more, style);
    }

    /// Marks at the right edge of a list that there is more above or below what shows of it.
    pub(crate) fn more_beside(&mut self, list: Rect, (above, below): (bool, bool)) {
        let Some(x) = list.right().checked_sub(1).filter(|_| !list.is_empty()) else { return };
        if above {
            self.sign(x, list.y, '↑', self.palette.strong);
        }
        if below {
            self.sign(x, list.bottom() - 1, '↓', self.palette.strong);
        }
    }

    /// Marks in a pane's upper border that there is more above.
    pub(crate) fn more_above(&mut self, area: Rect, style: Style) {
        let more = format!(" {} ", self.lang.more_above());
        self.text_right(indented(upper(area, 1)), &more, style);
    }

    /// A thin line across an area's first row.
    pub(crate) fn rule(&mut self, line: Rect) {
        let line = self.visible(line);
        for x in line.left()..line.right() {
            self.sign(x, line.y, '─', self.palette.border);
        }
    }

    /// Records what is in an area, for the mouse.
    pub(crate) fn region(&mut self, area: Rect, target: Target) {
        let area = self.visible(area);
        if !area.is_empty() {
            self.hit_map.regions.push((area, target));
        }
    }

    /// Puts one letter of this program into one cell.
    pub(crate) fn sign(&mut self, x: u16, y: u16, sign: char, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_char(sign).set_style(style);
        }
    }

    fn visible(&self, area: Rect) -> Rect {
        area.intersection(self.buffer.area)
    }
}

/// An area without its outermost columns.
pub(crate) fn indented(area: Rect) -> Rect {
    Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area }
}

/// The cells a text takes once it is safe.
pub(crate) fn width(text: &str) -> usize {
    if let Some(cells) = plain_width::cells(text) {
        return cells;
    }
    safe::line(text).graphemes(true).map(wrap::cells_of).sum()
}

/// The row `place` rows below the top of an area; empty when there is none.
pub(crate) fn row(area: Rect, place: usize) -> Rect {
    let place = narrow(place);
    let height = u16::from(place < area.height);
    Rect { y: area.y.saturating_add(place), height, ..area }
}

/// What is left of an area right of its first `used` columns.
pub(crate) fn after(area: Rect, used: u16) -> Rect {
    let used = used.min(area.width);
    Rect { x: area.x + used, width: area.width - used, ..area }
}

/// What is left of an area below its first `used` rows.
pub(crate) fn below(area: Rect, used: u16) -> Rect {
    let used = used.min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// The first rows of an area.
pub(crate) fn upper(area: Rect, rows: u16) -> Rect {
    Rect { height: rows.min(area.height), ..area }
}

pub(crate) fn narrow(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// A text on one line, its line ends as spaces: what can be read of it in so many cells.
pub(crate) fn excerpt(text: &str, cells: usize) -> Cow<'_, str> {
    let start = beginning(text.trim_start(), cells);
    if start.contains(['\n', '\r', '\t']) {
        Cow::Owned(start.replace(['\n', '\r', '\t'], " "))
    } else {
        Cow::Borrowed(start)
    }
}

/// A text cut with `…` to so many cells.
pub(crate) fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    if width(beginning(text, cells)) <= cells {
        return Cow::Borrowed(text);
    }
    let safe = safe::line(beginning(text, cells));
    let (fitting, _) = fit(&safe, cells.saturating_sub(1));
    Cow::Owned(format!("{}{}", fitting.trim_end(), sign::MORE))
}

/// The beginning of a text that is surely enough to fill so many cells and one more.
fn beginning(text: &str, cells: usize) -> &str {
    let letters = (cells + 1).saturating_mul(LETTERS_PER_CELL);
    if text.len() <= letters {
        return text;
    }
    text.char_indices().nth(letters).map_or(text, |(end, _)| text.split_at(end).0)
}

/// The longest beginning that takes no more than so many cells, with the cells it takes.
fn fit(text: &str, cells: usize) -> (&str, usize) {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        let next = used + wrap::cells_of(grapheme);
        if next > cells {
            return (text.split_at(start).0, used);
        }
        used = next;
    }
    (text, used)
}

#[cfg(test)]
mod tests {
    use super::{excerpt, fit, width};

    #[test]
    fn a_text_is_cut_by_cells_and_never_inside_a_letter() {
        assert_eq!(fit("tie\u{302}\u{301}ng", 3), ("tie\u{302}\u{301}", 3));
        assert_eq!(fit("日本", 3), ("日", 2));
        assert_eq!(fit("abc", 3), ("abc", 3));
        // As many as ratatui gives it; see `cells_of`.
        assert_eq!(fit("ｶﾞｶﾞ", 5), ("ｶﾞ", 3));
        assert_eq!(width("a\u{1b}b"), 3);
    }

    #[test]
    fn an_excerpt_runs_on_over_line_ends() {
        assert_eq!(excerpt("\nmột\nhai", 20), "một hai");
    }
}
