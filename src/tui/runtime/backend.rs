//! Drawing letters whose width terminals do not agree on, so that what was there before never shows beside them.
//!
//! Some terminals give a halfwidth sound mark (`ｶﾞ`) a cell, others none; a family of emoji joined by ZWJ takes two
//! cells or eight, a skin tone none or two. What stands right of such a letter is then moved, or kept from before.
//! So the cells of the letter are blanked before it is written, the rest of its row is written after it, each letter
//! at its place, and the row is written whole again in every frame that shows such a letter or has shown one before:
//! the row comes out the same whatever was there.

mod cell_writer;

use std::io::{self, Write};
use std::iter;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Size};

/// Whether terminals differ in how many cells a letter takes.
fn is_uncertain(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let Some(first) = letters.next() else { return false };
    match letters.next() {
        Some(_) => true,
        None => match symbol.cell_width() {
            1 => matches!(first, '\u{ff9e}' | '\u{ff9f}'),
            _ => !is_ideograph(first),
        },
    }
}

/// Letters that every terminal gives two cells.
fn is_ideograph(letter: char) -> bool {
    matches!(
        letter,
        '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// The rows that show, or have shown in the frame before, a letter of uncertain width.
#[derive(Debug, Default)]
pub(super) struct UncertainRows(Vec<bool>);

impl UncertainRows {
    /// Has these rows of a frame written whole, whether they have changed or not.
    pub(super) fn mark(&mut self, frame: &mut Buffer) {
        let width = usize::from(frame.area.width).max(1);
        let rows = frame.content.chunks_mut(width);
        let mut rows_shown = Vec::with_capacity(rows.len());
        for (place, row) in rows.enumerate() {
            let is_shown = row.iter().any(|cell| is_uncertain(cell.symbol()));
            if is_shown || self.0.get(place).is_some_and(|before| *before) {
                for cell in row {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
            rows_shown.push(is_shown);
        }
        self.0 = rows_shown;
    }
}

/// Drawing in few bytes, with letters of uncertain width written each by itself.
pub(super) struct ExactBackend<W: Write> {
    inner: CrosstermBackend<W>,
    columns: u16,
}

impl<W: Write> ExactBackend<W> {
    pub(super) fn new(writer: W, columns: u16) -> Self {
        Self { inner: CrosstermBackend::new(writer), columns }
    }

    /// Writes one letter into blanked cells. One that some terminals would carry over the window's edge is
    /// written without what follows its first character.
    fn write_uncertain(&mut self, (x, y): (u16, u16), cell: &Cell) -> io::Result<()> {
        let mut blank = cell.clone();
        blank.set_symbol(" ");
        let cells = x..x.saturating_add(cell.symbol().cell_width().max(1)).min(self.columns);
        cell_writer::write(&mut self.inner, cells.map(|x| (x, y, &blank)))?;
        let alone = |letter: char| letter.encode_utf8(&mut [0; 4]).cell_width().max(1);
        let widest: u16 = cell.symbol().chars().map(alone).sum();
        if x.saturating_add(widest) <= self.columns {
            return cell_writer::write(&mut self.inner, iter::once((x, y, cell)));
        }
        let mut first = cell.clone();
        first.set_symbol(cell.symbol().chars().next().unwrap_or(' ').encode_utf8(&mut [0; 4]));
        cell_writer::write(&mut self.inner, iter::once((x, y, &first)))
    }
}

impl<W: Write> Backend for ExactBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut certain = Vec::new();
        let mut covered = (0, 0..0);
        for (x, y, cell) in content {
            if covered.0 == y && covered.1.contains(&x) {
                continue;
            }
            if is_uncertain(cell.symbol()) {
                cell_writer::write(&mut self.inner, certain.drain(..))?;
                self.write_uncertain((x, y), cell)?;
                covered = (y, x..x.saturating_add(cell.symbol().cell_width()));
            } else {
                certain.push((x, y, cell));
            }
        }
        cell_writer::write(&mut self.inner, certain.into_iter())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests;
