//! What is left on terminals that give letters other widths than the program does.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::{Terminal, TerminalOptions, Viewport};
use vte::{Params, Parser, Perform};

use super::{ExactBackend, UncertainRows};

const COLUMNS: u16 = 24;
const ROWS: u16 = 3;

/// Cells that a kind of terminal gives a character.
type Widths = fn(char) -> usize;

/// Kinds of terminals: marks and joined emoji take none, one or two cells each.
const KINDS: [Widths; 4] = [
    |letter| if is_mark(letter) { 0 } else { usize::from(is_wide(letter)) + 1 },
    |letter| if is_mark(letter) { 1 } else { usize::from(is_wide(letter)) + 1 },
    |letter| usize::from(is_wide(letter) && letter != '👍') + 1,
    |letter| {
        if matches!(letter, 'ﾞ' | '\u{fe0f}') { 0 } else { usize::from(is_wide(letter)) + 1 }
    },
];

fn is_mark(letter: char) -> bool {
    matches!(letter, 'ﾞ' | 'ﾟ' | '\u{301}' | '\u{200d}' | '\u{fe0f}' | '\u{1f3fd}')
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '漢' | '\u{1f000}'..='\u{1ffff}')
}

/// A screen that holds what was written, one letter with its marks a cell.
struct TerminalKind {
    widths: Widths,
    cells: Vec<Vec<String>>,
    column: usize,
    row: usize,
}

impl TerminalKind {
    fn new(widths: Widths) -> Self {
        let row = vec![" ".to_owned(); usize::from(COLUMNS)];
        Self { widths, cells: vec![row; usize::from(ROWS)], column: 0, row: 0 }
    }

    fn wrap(&mut self, width: usize) {
        if self.column + width > usize::from(COLUMNS) {
            self.column = 0;
            self.row = (self.row + 1).min(usize::from(ROWS) - 1);
        }
    }

    /// Writing over a part of a wide letter blanks the rest of it.
    fn blank(&mut self, place: usize) {
        let row = &mut self.cells[self.row];
        let mut start = place;
        while start > 0 && row[start].is_empty() {
            start -= 1;
        }
        " ".clone_into(&mut row[start]);
        for cell in row.iter_mut().skip(start + 1).take_while(|cell| cell.is_empty()) {
            " ".clone_into(cell);
        }
    }
}

impl Perform for TerminalKind {
    fn print(&mut self, letter: char) {
        let width = (self.widths)(letter);
        if width == 0 {
            let before = self.column.saturating_sub(1);
            let row = &mut self.cells[self.row];
            let start = (0..=before).rev().find(|place| !row[*place].is_empty()).unwrap_or(0);
            row[start].push(letter);
            return;
        }
        self.wrap(width);
        for place in self.column..self.column + width {
            self.blank(place);
            self.cells[self.row][place].clear();
        }
        self.cells[self.row][self.column].push(letter);
        self.column += width;
    }

    fn csi_dispatch(&mut self, params: &Params, _: &[u8], _: bool, action: char) {
        let number = |place: usize| {
            let given = params.iter().nth(place).and_then(|numbers| numbers.first()).copied();
            usize::from(given.unwrap_or(1).max(1)) - 1
        };
        match action {
            'H' => (self.row, self.column) = (number(0), number(1)),
            'C' => self.column += number(0) + 1,
            _ => {}
        }
    }
}

/// What each kind of terminal shows after these frames, drawn one after the other.
fn shown_after(frames: &[Vec<String>]) -> Vec<Vec<Vec<String>>> {
    let mut bytes = Vec::new();
    let viewport = Viewport::Fixed(Rect::new(0, 0, COLUMNS, ROWS));
    let backend = ExactBackend::new(&mut bytes, COLUMNS);
    let mut terminal =
        Terminal::with_options(backend, TerminalOptions { viewport }).expect("a terminal");
    let mut rows = UncertainRows::default();
    for frame in frames {
        let drawn = terminal.draw(|area| {
            write(area.buffer_mut(), frame);
            rows.mark(area.buffer_mut());
        });
        drawn.expect("drawn");
    }
    drop(terminal);
    let show = |widths: &Widths| {
        let mut shown = TerminalKind::new(*widths);
        Parser::new().advance(&mut shown, &bytes);
        shown.cells
    };
    KINDS.iter().map(show).collect()
}

fn write(buffer: &mut Buffer, lines: &[String]) {
    for (row, line) in (0..ROWS).zip(lines) {
        buffer.set_stringn(1, row, line, usize::from(COLUMNS) - 2, Style::default());
        buffer.set_string(COLUMNS - 1, row, "│", Style::default());
    }
}

fn line() -> impl Strategy<Value = String> {
    let letters = prop::sample::select(vec![
        "ｶﾞ",
        "ﾊﾟ",
        "ﾞ",
        "ｶ",
        "👩‍👩‍👧",
        "👍🏽",
        "👍",
        "❤️",
        "❤",
        "x\u{301}",
        "漢",
        "a",
        "b c",
        "ế",
        "  ",
        "đường",
    ]);
    prop::collection::vec(letters, 0..14).prop_map(|letters| letters.concat())
}

fn frames() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(line(), 3), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_screen_drawn_over_others_equals_a_fresh_one_on_every_kind_of_terminal(frames in frames()) {
        let fresh = shown_after(&frames[frames.len() - 1..]);
        prop_assert_eq!(shown_after(&frames), fresh);
    }
}

#[test]
fn a_plain_letter_stands_at_its_place_whatever_stands_before_it() {
    let line = "ｶﾞ👩‍👩‍👧👍🏽❤️      nhà ở".to_owned();
    for kind in shown_after(&[vec![line]]) {
        assert_eq!(kind[0][16..].concat().trim(), "nhà ở  │");
    }
}
