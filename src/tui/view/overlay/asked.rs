//! A yes-or-no question in the middle of the screen.

use ratatui::layout::Rect;

use crate::tui::model::draft::{Draft, Value};
use crate::tui::view::leaf::Leaf;
use crate::tui::view::pen::{Pen, below, cut, excerpt, indented, narrow, upper, width};
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 64;
/// Drafts listed at once.
const DRAFTS: usize = 8;

/// Asks; the question stays in sight however small the window is.
pub(in crate::tui::view) fn draw(
    pen: &mut Pen,
    room: Rect,
    title: &str,
    words: &str,
    question: &str,
) {
    let mut leaf = Leaf::new(inner(room));
    if !words.is_empty() {
        leaf.wrapped(0, words, pen.palette.text);
        leaf.gap();
    }
    ask(pen, room, title, &leaf, question);
}

/// Asks whether the draft under the finger is to be taken up; they stand newest first.
pub(super) fn drafts(pen: &mut Pen, room: Rect, drafts: &[Draft], finger: usize) {
    let cells = inner(room);
    let mut leaf = Leaf::new(cells);
    let first = (finger + 1).saturating_sub(DRAFTS);
    for (place, draft) in drafts.iter().rev().enumerate().skip(first).take(DRAFTS) {
        let here = place == finger;
        let style = if here { pen.palette.strong } else { pen.palette.text };
        let mark = if here { sign::HERE } else { " " };
        let draft = told(pen, draft, usize::from(cells).saturating_sub(2));
        leaf.line(0, [(mark, style), (" ", style), (&draft, style)]);
    }
    let more = drafts.len().saturating_sub(DRAFTS);
    if more > 0 {
        leaf.wrapped(2, &pen.lang.more_drafts(more), pen.palette.quiet);
    }
    leaf.gap();
    let title = pen.lang.drafts_left(drafts.len());
    ask(pen, room, &title, &leaf, pen.lang.take_draft_up());
}

/// The form a draft belongs to and how it begins, in so many cells.
fn told(pen: &Pen, draft: &Draft, cells: usize) -> String {
    let title = pen.lang.form_title(draft.kind, draft.about);
    let words = draft.fields.iter().find_map(|(_, value)| match value {
        Value::Words(words) if !words.trim().is_empty() => Some(excerpt(words, cells)),
        _ => None,
    });
    match words {
        Some(words) => {
            let room = cells.saturating_sub(width(&title) + 4);
            format!("{title}: “{}”", cut(&words, room))
        }
        None => title,
    }
}

fn ask(pen: &mut Pen, room: Rect, title: &str, words: &Leaf, question: &str) {
    let mut foot = Leaf::new(inner(room));
    foot.wrapped(0, question, pen.palette.strong);
    let rows = narrow(words.len() + foot.len()).saturating_add(2);
    let area = middle(room, WIDTH, rows);
    pen.clear(area);
    let inside = indented(pen.pane(area, title, pen.palette.border_here));
    let above = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    words.draw(pen, above, 0);
    foot.draw(pen, below(inside, above.height), 0);
}

fn inner(room: Rect) -> u16 {
    WIDTH.min(room.width).saturating_sub(4)
}
