//! Cells in as few bytes as a terminal needs: a slow line, a serial console or a remote shell shows them sooner.
//!
//! A gap within a row is crossed by a relative move, a change of style is one sequence that names what changes.
//! crossterm moves absolutely, names both colours at every change of one, and resets four times at the end.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// Their numbers in the sequence that sets them (ECMA-48, SGR).
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// How letters are written from here on. The colour of underlines is the letters'.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

/// Writes the cells, in the order of their rows; letters are plain before and after.
pub(super) fn write<'a>(
    out: &mut impl Write,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let (mut pen, mut cursor, mut text) = (PLAIN, None, String::new());
    for (x, y, cell) in cells {
        let is_sure = go(&mut text, cursor, (x, y));
        let next = Pen { fg: cell.fg, bg: cell.bg, modifier: cell.modifier };
        change(&mut text, pen, next);
        pen = next;
        text.push_str(cell.symbol());
        let x = x.saturating_add(cell.symbol().cell_width().max(1));
        cursor = Some(Cursor { x, y, is_sure: is_sure && is_one_cell(cell.symbol()) });
    }
    change(&mut text, pen, PLAIN);
    out.write_all(text.as_bytes())
}

/// Where the letter before has left the cursor. In the last column that is not known, but nothing follows there in
/// the same row.
#[derive(Clone, Copy)]
struct Cursor {
    x: u16,
    y: u16,
    /// Whether every terminal agrees: since the last absolute move, all letters took one cell everywhere.
    is_sure: bool,
}

/// Moves to a cell; whether every terminal agrees where that is.
fn go(text: &mut String, from: Option<Cursor>, (x, y): (u16, u16)) -> bool {
    let in_row = from.filter(|cursor| cursor.y == y && cursor.x <= x);
    // Writing to a string does not fail.
    let _ = match in_row {
        Some(cursor) if cursor.x == x => return cursor.is_sure,
        Some(Cursor { x: at, is_sure: true, .. }) if at + 1 == x => write!(text, "\x1b[C"),
        Some(Cursor { x: at, is_sure: true, .. }) => write!(text, "\x1b[{}C", x - at),
        _ => write!(text, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1),
    };
    true
}

/// Whether the letter takes one cell on every terminal: ASCII, or Latin with its marks in the same character.
/// Borders and signs take two where a terminal is set to East Asian widths.
fn is_one_cell(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let latin =
        |letter| matches!(letter, ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    letters.next().is_some_and(latin) && letters.next().is_none()
}

fn change(text: &mut String, from: Pen, to: Pen) {
    if from == to {
        return;
    }
    text.push_str("\x1b[");
    // What is set can only be taken away together.
    let base = if to == PLAIN || !to.modifier.contains(from.modifier) { PLAIN } else { from };
    let start = text.len();
    if base != from {
        text.push('0');
    }
    for (modifier, number) in MODIFIERS {
        if to.modifier.contains(modifier) && !base.modifier.contains(modifier) {
            parameter(text, start, &number.to_string());
        }
    }
    if to.fg != base.fg {
        parameter(text, start, &colour(to.fg, 30, 90));
    }
    if to.bg != base.bg {
        parameter(text, start, &colour(to.bg, 40, 100));
    }
    text.push('m');
}

fn parameter(text: &mut String, start: usize, number: &str) {
    if text.len() > start {
        text.push(';');
    }
    text.push_str(number);
}

/// The parameters of a colour: `dark` and `bright` are those of the first of the eight dark and bright ones.
fn colour(colour: Color, dark: u8, bright: u8) -> String {
    let of_sixteen = |place: u8| match place {
        0..=7 => (dark + place).to_string(),
        _ => (bright + place - 8).to_string(),
    };
    match colour {
        Color::Reset => (dark + 9).to_string(),
        Color::Black => of_sixteen(0),
        Color::Red => of_sixteen(1),
        Color::Green => of_sixteen(2),
        Color::Yellow => of_sixteen(3),
        Color::Blue => of_sixteen(4),
        Color::Magenta => of_sixteen(5),
        Color::Cyan => of_sixteen(6),
        Color::Gray => of_sixteen(7),
        Color::DarkGray => of_sixteen(8),
        Color::LightRed => of_sixteen(9),
        Color::LightGreen => of_sixteen(10),
        Color::LightYellow => of_sixteen(11),
        Color::LightBlue => of_sixteen(12),
        Color::LightMagenta => of_sixteen(13),
        Color::LightCyan => of_sixteen(14),
        Color::White => of_sixteen(15),
        Color::Indexed(place) => format!("{};5;{place}", dark + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", dark + 8),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;
    use ratatui::style::{Color, Modifier};

    use super::write;

    fn written(cells: &[(u16, u16, &Cell)]) -> String {
        let mut out = Vec::new();
        write(&mut out, cells.iter().copied()).expect("written");
        String::from_utf8(out).expect("UTF-8")
    }

    fn cell(symbol: &'static str) -> Cell {
        Cell::new(symbol)
    }

    #[test]
    fn letters_side_by_side_need_one_move_and_a_gap_a_short_one() {
        let [a, b] = ["a", "ệ"].map(cell);
        let cells = [(4, 2, &a), (5, 2, &b), (7, 2, &b), (18, 2, &a), (0, 3, &a)];
        assert_eq!(written(&cells), "\x1b[3;5Haệ\x1b[Cệ\x1b[10Ca\x1b[4;1Ha");
    }

    #[test]
    fn behind_a_letter_that_some_terminals_give_two_cells_moves_are_absolute() {
        let [a, border, wide] = ["a", "│", "漢"].map(cell);
        let cells =
            [(4, 2, &border), (5, 2, &a), (7, 2, &a), (9, 2, &wide), (12, 2, &a), (14, 2, &a)];
        let expected = "\x1b[3;5H│a\x1b[3;8Ha\x1b[C漢\x1b[3;13Ha\x1b[Ca";
        assert_eq!(written(&cells), expected);
    }

    #[test]
    fn a_change_of_style_is_one_sequence_that_names_what_changes() {
        let (mut grey, mut strong, mut both) = (cell("a"), cell("b"), cell("c"));
        grey.fg = Color::Indexed(245);
        strong.fg = Color::Indexed(245);
        strong.modifier = Modifier::BOLD;
        both.modifier = Modifier::BOLD | Modifier::REVERSED;
        both.fg = Color::Indexed(245);
        both.bg = Color::Blue;
        let plain = cell("d");
        let cells = [(0, 0, &grey), (1, 0, &strong), (2, 0, &both), (3, 0, &grey), (4, 0, &plain)];
        let expected = "\x1b[1;1H\x1b[38;5;245ma\x1b[1mb\x1b[7;44mc\x1b[0;38;5;245ma\x1b[0md";
        assert_eq!(written(&cells), expected);
    }
}
