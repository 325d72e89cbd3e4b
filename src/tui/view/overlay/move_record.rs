//! Where the record is to go on: a line for a folder, or for the word that leaves all the same.

use ratatui::layout::Rect;

use crate::session::state::State;
use crate::tui::model::desk::{Desk, SaveState};
use crate::tui::model::edit::LineField;
use crate::tui::view::canvas::{Canvas, after, below, indented, narrow, row, upper};
use crate::tui::view::form::line_area;
use crate::tui::view::sentences;
use crate::tui::view::text_block::TextBlock;

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 72;

pub(super) fn draw(canvas: &mut Canvas, outer: Rect, desk: &Desk, line: &LineField, state: &State) {
    let cells = WIDTH.min(outer.width).saturating_sub(4);
    let mut words = TextBlock::new(cells);
    let why = match &desk.saved {
        SaveState::Trouble(why) => Some(why),
        SaveState::Saved | SaveState::Saving | SaveState::Watching => desk.one_copy.as_ref(),
    };
    if let Some(why) = why {
        let why = sentences::trouble(canvas.lang, why, state);
        words.wrapped(0, &why, canvas.palette.text);
        words.gap();
    }
    words.wrapped(0, canvas.lang.name_a_folder(), canvas.palette.strong);
    if matches!(desk.saved, SaveState::Trouble(_)) {
        words.wrapped(0, &canvas.lang.or_leave(canvas.lang.leaving_word()), canvas.palette.strong);
    }
    asked(canvas, outer, (canvas.lang.not_all_saved(), &words), line);
}

/// The question in which folder one more copy is kept.
pub(super) fn add_copy(canvas: &mut Canvas, outer: Rect, line: &LineField) {
    let mut words = TextBlock::new(WIDTH.min(outer.width).saturating_sub(4));
    words.wrapped(0, canvas.lang.name_a_copys_folder(), canvas.palette.strong);
    asked(canvas, outer, (canvas.lang.one_more_copy(), &words), line);
}

/// Words with a line to type on below them.
pub(super) fn asked(
    canvas: &mut Canvas,
    outer: Rect,
    (title, words): (&str, &TextBlock),
    line: &LineField,
) {
    let area = middle(outer, WIDTH, narrow(words.len()).saturating_add(3));
    canvas.clear(area);
    let inside = indented(canvas.pane(area, title, canvas.palette.border_active));
    let above = upper(inside, inside.height.saturating_sub(1));
    words.draw(canvas, above, 0);
    let foot = row(below(inside, above.height), 0);
    let used = canvas.text(foot, "> ", canvas.palette.key);
    line_area(canvas, after(foot, used), line, true);
}
