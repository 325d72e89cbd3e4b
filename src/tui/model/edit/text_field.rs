//! The field for long text: many lines, broken to the width at which it was last drawn.

use std::ops::Range;

use super::buffer::Buffer;
use super::page::{FieldGeometry, Page, column, pieces, place_at, wrapped};
use super::telex::Telex;
use super::{Piece, Used};
use crate::tui::model::key::{Code, Key};

/// A long text being written.
#[derive(Clone, Debug, Default)]
pub struct TextField {
    buffer: Buffer,
    /// The column that going up and down keeps to.
    aim: Option<usize>,
    /// As it was last drawn: it stays where it is until the cursor leaves the page.
    drawn: FieldGeometry,
}

impl TextField {
    /// A field that holds `text`, with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { buffer: Buffer::new(text), ..Self::default() }
    }

    /// What the person gave, in NFC, lines ended by LF.
    #[must_use]
    pub fn text(&self) -> String {
        crate::text::fold::normalised(self.buffer.text())
    }

    /// Whether there is nothing in it but blanks.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.buffer.text().trim().is_empty()
    }

    pub fn key(&mut self, key: Key, telex: &mut Telex) -> Used {
        let aim = self.aim.take();
        match key.code {
            Code::Enter if !key.ctrl && !key.alt => {
                let typed = telex.typed('\n', self.buffer.before_cursor());
                self.buffer.type_over(typed.take, &typed.put)
            }
            Code::Up | Code::Down | Code::PageUp | Code::PageDown if !key.ctrl && !key.alt => {
                self.travel_rows(key, aim);
                Used::Used
            }
            Code::Home | Code::End if !key.ctrl && !key.alt => self.row_end(key, telex),
            _ => self.buffer.key(key, telex),
        }
    }

    /// Puts in what the terminal said was pasted.
    pub fn paste(&mut self, words: &str) -> Used {
        self.aim = None;
        self.buffer.insert(words)
    }

    /// Takes in where the last frame drew it.
    pub fn was_drawn(&mut self, geometry: FieldGeometry) {
        self.drawn = geometry;
    }

    /// The field laid out in `width` × `height` cells.
    #[must_use]
    pub fn page(&self, width: u16, height: u16) -> Page {
        if width == 0 || height == 0 {
            return Page::default();
        }
        let rows = self.rows(width);
        let cursor = row_of(&rows, self.buffer.cursor());
        let high = usize::from(height);
        let lowest_top = cursor.saturating_sub(high - 1);
        let top = self.drawn.before.clamp(lowest_top, cursor);
        let top = top.min(rows.len().saturating_sub(high));
        let bottom = (top + high).min(rows.len());
        let shown = &rows[top..bottom];
        Page {
            rows: shown.iter().map(|row| self.drawn_row(row, usize::from(width))).collect(),
            cursor: (self.cursor_column(&rows[cursor], width), cell(cursor - top)),
            before: top,
            after: rows.len() - bottom,
        }
    }

    /// A selection that goes on past a line's end is shown by one cell after it.
    fn drawn_row(&self, row: &Range<usize>, width: usize) -> Vec<Piece> {
        let text = self.buffer.text();
        let selection = self.buffer.selection();
        let mut drawn = pieces(text, row.clone(), 0..width, selection.as_ref());
        let ends_line = text[row.end..].starts_with('\n');
        let goes_on = selection.is_some_and(|selection| selection.contains(&row.end));
        if ends_line && goes_on && column(text, row.start, row.end) < width {
            drawn.push(Piece { text: " ".to_owned(), selected: true });
        }
        drawn
    }

    fn cursor_column(&self, row: &Range<usize>, width: u16) -> u16 {
        cell(column(self.buffer.text(), row.start, self.buffer.cursor())).min(width - 1)
    }

    /// One column is kept free, so that the cursor has a cell after the last letter of a full row.
    fn rows(&self, width: u16) -> Vec<Range<usize>> {
        wrapped(self.buffer.text(), usize::from(width.saturating_sub(1)))
    }

    fn travel_rows(&mut self, key: Key, aim: Option<usize>) {
        let drawn = self.drawn;
        let rows = self.rows(drawn.width);
        let here = row_of(&rows, self.buffer.cursor());
        let aim = aim
            .unwrap_or_else(|| column(self.buffer.text(), rows[here].start, self.buffer.cursor()));
        let page = usize::from(drawn.height).saturating_sub(1).max(1);
        let there = match key.code {
            Code::Up => here.checked_sub(1),
            Code::PageUp => Some(here.saturating_sub(page)).filter(|there| *there != here),
            Code::PageDown => {
                Some((here + page).min(rows.len() - 1)).filter(|there| *there != here)
            }
            _ => Some(here + 1).filter(|there| *there < rows.len()),
        };
        let place = match (there, key.code) {
            (Some(row), _) => self.place_in(&rows, row, aim),
            (None, Code::Up | Code::PageUp) => 0,
            (None, _) => self.buffer.text().len(),
        };
        self.buffer.travel(key, place);
        self.aim = there.map(|_| aim);
    }

    /// Home and End go to the end of the row as it is drawn, and from there to that of the whole line.
    fn row_end(&mut self, key: Key, telex: &mut Telex) -> Used {
        let rows = self.rows(self.drawn.width);
        let row = row_of(&rows, self.buffer.cursor());
        let place = match key.code {
            Code::Home => rows[row].start,
            _ => self.place_in(&rows, row, usize::MAX),
        };
        if place == self.buffer.cursor() {
            return self.buffer.key(key, telex);
        }
        self.buffer.travel(key, place);
        Used::Used
    }

    /// The place in a row at `column`; in a row that goes on, no further than its last letter.
    fn place_in(&self, rows: &[Range<usize>], row: usize, column: usize) -> usize {
        let text = self.buffer.text();
        let place = place_at(text, rows[row].clone(), column);
        let goes_on = rows.get(row + 1).is_some_and(|next| next.start == rows[row].end);
        match goes_on && place == rows[row].end {
            true => super::boundary::letter_before(text, place).max(rows[row].start),
            false => place,
        }
    }
}

fn row_of(rows: &[Range<usize>], place: usize) -> usize {
    rows.partition_point(|row| row.start <= place).saturating_sub(1)
}

fn cell(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
