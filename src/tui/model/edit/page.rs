//! A text laid out in cells: soft lines broken between words, and where the cursor stands in them.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{safe, wrap};

/// What the view draws of a field: safe to show as it is, no wider and no higher than was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub rows: Vec<Row>,
    /// Column and row of the cell where the terminal's cursor belongs.
    pub cursor: (u16, u16),
    /// Rows above the page; of a one-line field, columns to its left.
    pub before: usize,
    /// Rows below the page; of a one-line field, columns to its right.
    pub after: usize,
}

/// Where a field was drawn: the model is told after each frame, so that going up and down and a page key
/// move by the rows that are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldGeometry {
    pub width: u16,
    pub height: u16,
    /// Rows above the page, or columns to its left.
    pub before: usize,
}

impl Default for FieldGeometry {
    fn default() -> Self {
        Self { width: 80, height: 10, before: 0 }
    }
}

/// One row of cells.
pub type Row = Vec<Piece>;

/// Words of a row that are all selected, or all not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub selected: bool,
}

/// A letter as it is shown, with the cells it takes.
pub(super) struct Glyph<'a> {
    pub(super) place: usize,
    pub(super) shown: Cow<'a, str>,
    pub(super) width: usize,
}

/// The letters of a part of `text`, as they are shown.
pub(super) fn glyphs(text: &str, part: Range<usize>) -> impl Iterator<Item = Glyph<'_>> {
    let start = part.start;
    text[part].grapheme_indices(true).map(move |(place, letter)| glyph(start + place, letter))
}

fn glyph(place: usize, letter: &str) -> Glyph<'_> {
    let shown = shown(letter);
    let width = wrap::cells_of(&shown).max(1);
    Glyph { place, shown, width }
}

/// The column of `place` in a row that starts at `start`.
pub(super) fn column(text: &str, start: usize, place: usize) -> usize {
    glyphs(text, start..place).map(|glyph| glyph.width).sum()
}

/// The place in `row` that is nearest to the left of `column`.
pub(super) fn place_at(text: &str, row: Range<usize>, column: usize) -> usize {
    let mut used = 0;
    let end = row.end;
    for glyph in glyphs(text, row) {
        used += glyph.width;
        if used > column {
            return glyph.place;
        }
    }
    end
}

/// The rows of `text` when it is broken to `width` columns; the blanks at a row's end hang over.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<Range<usize>> {
    wrap::ranges(text, width, |letter| glyph(0, letter).width)
}

/// The pieces of `row` that fall into `columns`; a wide letter cut by their edge becomes blank.
pub(super) fn pieces(
    text: &str,
    row: Range<usize>,
    columns: Range<usize>,
    selection: Option<&Range<usize>>,
) -> Row {
    let mut pieces = Row::new();
    let mut column = 0;
    for glyph in glyphs(text, row) {
        let cells = column..column + glyph.width;
        column = cells.end;
        let inside = cells.start.max(columns.start)..cells.end.min(columns.end);
        if inside.is_empty() {
            continue;
        }
        let selected = selection.is_some_and(|selection| selection.contains(&glyph.place));
        match inside == cells {
            true => add(&mut pieces, &glyph.shown, selected),
            false => add(&mut pieces, &" ".repeat(inside.len()), selected),
        }
    }
    pieces
}

fn add(pieces: &mut Row, shown: &str, selected: bool) {
    match pieces.last_mut() {
        Some(piece) if piece.selected == selected => piece.text.push_str(shown),
        _ => pieces.push(Piece { text: shown.to_owned(), selected }),
    }
}

/// One letter, safe to show. A mark without a letter stands on a dotted circle.
fn shown(letter: &str) -> Cow<'_, str> {
    if letter.len() == 1 && !letter.starts_with(|c: char| c.is_ascii_control()) {
        return Cow::Borrowed(letter);
    }
    let safe = match safe::line(letter) == letter {
        true => Cow::Borrowed(letter),
        false => Cow::Owned(letter.chars().take(9).map(symbol).collect()),
    };
    if wrap::cells_of(&safe) == 0 { Cow::Owned(format!("◌{safe}")) } else { safe }
}

fn symbol(letter: char) -> char {
    match safe::is_hostile(letter) || letter == '\u{200d}' {
        true => safe::symbol(letter),
        false => letter,
    }
}
