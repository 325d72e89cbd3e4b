//! The way to the end of a session: what has no outcome yet.

use ratatui::layout::Rect;

use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::desk::overlay::Closing;
use crate::tui::view::leaf::Leaf;
use crate::tui::view::pen::{Pen, after, below, excerpt, indented, narrow, row, upper};
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the boxes.
const WIDTH: u16 = 92;
/// Draws the questions without an outcome, oldest first.
pub(super) fn draw(pen: &mut Pen, room: Rect, closing: &Closing, state: &State) {
    let count = closing.open.len();
    let cells = WIDTH.min(room.width);
    let mut foot = Leaf::new(cells.saturating_sub(4));
    foot.rule();
    let sentence = match count {
        0 => pen.lang.all_have_outcomes().to_owned(),
        _ => pen.lang.some_have_no_outcome(count),
    };
    foot.wrapped(0, &sentence, pen.palette.text);
    foot.wrapped(0, pen.lang.closing_confirms(), pen.palette.strong);
    let rows = narrow(count.max(1) + foot.len() + 2);
    let area = middle(room, cells, rows);
    pen.clear(area);
    let inside = pen.pane(area, pen.lang.closing_title(), pen.palette.border_here);
    let list = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    let foot_at = indented(below(inside, list.height));
    questions(pen, list, closing, state);
    foot.draw(pen, foot_at, 0);
    if closing.finger.max(usize::from(list.height).saturating_sub(1)) + 1 < count {
        let edge = Rect { height: list.height + 2, ..area };
        pen.more_below(edge, pen.palette.quiet);
    }
}

fn questions(pen: &mut Pen, list: Rect, closing: &Closing, state: &State) {
    let page = usize::from(list.height);
    let top = (closing.finger + 1).saturating_sub(page);
    let shown = closing.open.iter().enumerate().skip(top).take(page);
    for (at, (place, number)) in shown.enumerate() {
        let line = row(list, at);
        let Some(question) = state.question(*number) else { continue };
        pen.region(line, Target::Match(place));
        if place == closing.finger {
            pen.tint(line, pen.palette.chosen);
            pen.text(line, sign::CHOSEN, pen.palette.strong);
        }
        let lead = question.lead().map_or(sign::NOTHING, |lead| state.short_name(lead));
        let lead = format!("  {} ", excerpt(lead, 24));
        let left = pen.text_right(after(line, 1), &lead, pen.palette.quiet);
        let words = format!("{number:>3}  {}", excerpt(&question.text, usize::from(left.width)));
        pen.text(left, &words, pen.palette.text);
    }
}
