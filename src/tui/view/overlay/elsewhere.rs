//! Where the record is to go on: a line for a folder, or for the word that leaves all the same.

use ratatui::layout::Rect;

use crate::tui::model::desk::{Desk, Saved};
use crate::tui::model::edit::LineField;
use crate::tui::view::form::line_area;
use crate::tui::view::leaf::Leaf;
use crate::tui::view::pen::{Pen, after, below, indented, narrow, row, upper};

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 72;

pub(super) fn draw(pen: &mut Pen, room: Rect, desk: &Desk, line: &LineField) {
    let cells = WIDTH.min(room.width).saturating_sub(4);
    let mut words = Leaf::new(cells);
    let why = match &desk.saved {
        Saved::Trouble(why) => Some(why.as_str()),
        _ => desk.one_copy.as_deref(),
    };
    if let Some(why) = why {
        words.wrapped(0, why, pen.palette.text);
        words.gap();
    }
    words.wrapped(0, pen.lang.name_a_folder(), pen.palette.strong);
    if matches!(desk.saved, Saved::Trouble(_)) {
        words.wrapped(0, &pen.lang.or_leave(pen.lang.leaving_word()), pen.palette.strong);
    }
    let area = middle(room, WIDTH, narrow(words.len()).saturating_add(3));
    pen.clear(area);
    let inside = indented(pen.pane(area, pen.lang.not_all_saved(), pen.palette.border_here));
    let above = upper(inside, inside.height.saturating_sub(1));
    words.draw(pen, above, 0);
    let foot = row(below(inside, above.height), 0);
    let used = pen.text(foot, "> ", pen.palette.key);
    line_area(pen, after(foot, used), line, true);
}
