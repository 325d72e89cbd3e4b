//! The way to the end of a session: what has no outcome yet.

use ratatui::layout::Rect;

use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::overlay::ClosingList;
use crate::tui::view::canvas::{Canvas, after, below, excerpt, indented, narrow, row, upper};
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the boxes.
const WIDTH: u16 = 92;
/// Draws the questions without an outcome, oldest first.
pub(super) fn draw(canvas: &mut Canvas, outer: Rect, closing: &ClosingList, state: &State) {
    let count = closing.open.len();
    let cells = WIDTH.min(outer.width);
    let mut foot = TextBlock::new(cells.saturating_sub(4));
    foot.rule();
    let sentence = match count {
        0 => canvas.lang.all_have_outcomes().to_owned(),
        _ => canvas.lang.some_have_no_outcome(count),
    };
    foot.wrapped(0, &sentence, canvas.palette.text);
    foot.wrapped(0, canvas.lang.closing_confirms(), canvas.palette.strong);
    let rows = narrow(count.max(1) + foot.len() + 2);
    let area = middle(outer, cells, rows);
    canvas.clear(area);
    let inside = canvas.pane(area, canvas.lang.closing_title(), canvas.palette.border_active);
    let list = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    let foot_at = indented(below(inside, list.height));
    questions(canvas, list, closing, state);
    foot.draw(canvas, foot_at, 0);
    if closing.selected.max(usize::from(list.height).saturating_sub(1)) + 1 < count {
        let edge = Rect { height: list.height + 2, ..area };
        canvas.more_below(edge, canvas.palette.quiet);
    }
}

fn questions(canvas: &mut Canvas, list: Rect, closing: &ClosingList, state: &State) {
    let page = usize::from(list.height);
    canvas.metrics.overlay.page = page.max(1);
    let top = (closing.selected + 1).saturating_sub(page);
    let shown = closing.open.iter().enumerate().skip(top).take(page);
    for (at, (place, number)) in shown.enumerate() {
        let line = row(list, at);
        let Some(question) = state.question(*number) else { continue };
        canvas.region(line, Target::Match(place));
        if place == closing.selected {
            canvas.tint(line, canvas.palette.chosen);
            canvas.text(line, sign::CHOSEN, canvas.palette.strong);
        }
        let lead = question.lead().map_or(sign::NOTHING, |lead| state.short_name(lead));
        let lead = format!("  {} ", excerpt(lead, 24));
        let left = canvas.text_right(after(line, 1), &lead, canvas.palette.quiet);
        let words = format!("{number:>3}  {}", excerpt(&question.text, usize::from(left.width)));
        canvas.text(left, &words, canvas.palette.text);
    }
}
