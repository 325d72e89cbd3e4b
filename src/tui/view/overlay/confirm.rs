//! A yes-or-no question in the middle of the screen.

use ratatui::layout::Rect;

use crate::tui::model::draft::{Draft, FieldValue};
use crate::tui::view::canvas::{Canvas, below, cut, excerpt, indented, narrow, upper, width};
use crate::tui::view::sentences;
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the box.
const WIDTH: u16 = 64;
/// Drafts listed at once.
const DRAFTS: usize = 8;

/// Asks; the question stays in sight however small the window is.
pub(in crate::tui::view) fn draw(
    canvas: &mut Canvas,
    room: Rect,
    title: &str,
    words: &str,
    question: &str,
) {
    let mut block = TextBlock::new(inner(room));
    if !words.is_empty() {
        block.wrapped(0, words, canvas.palette.text);
        block.gap();
    }
    ask(canvas, room, title, &block, question);
}

/// Asks whether the selected draft is to be reopened; newest first.
pub(super) fn drafts(canvas: &mut Canvas, room: Rect, drafts: &[Draft], selected: usize) {
    let cells = inner(room);
    let mut block = TextBlock::new(cells);
    let first = (selected + 1).saturating_sub(DRAFTS);
    for (place, draft) in drafts.iter().rev().enumerate().skip(first).take(DRAFTS) {
        let here = place == selected;
        let style = if here { canvas.palette.strong } else { canvas.palette.text };
        let mark = if here { sign::HERE } else { " " };
        let draft = told(canvas, draft, usize::from(cells).saturating_sub(2));
        block.line(0, [(mark, style), (" ", style), (&draft, style)]);
    }
    let more = drafts.len().saturating_sub(DRAFTS);
    if more > 0 {
        block.wrapped(2, &canvas.lang.more_drafts(more), canvas.palette.quiet);
    }
    block.gap();
    let title = canvas.lang.drafts_left(drafts.len());
    ask(canvas, room, &title, &block, canvas.lang.take_draft_up());
}

/// The form a draft belongs to and how it begins, in so many cells.
fn told(canvas: &Canvas, draft: &Draft, cells: usize) -> String {
    let title = sentences::form_title(canvas.lang, draft.kind, draft.about);
    let words = draft.fields.iter().find_map(|(_, value)| match value {
        FieldValue::Words(words) if !words.trim().is_empty() => Some(excerpt(words, cells)),
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

fn ask(canvas: &mut Canvas, room: Rect, title: &str, words: &TextBlock, question: &str) {
    let mut foot = TextBlock::new(inner(room));
    foot.wrapped(0, question, canvas.palette.strong);
    let rows = narrow(words.len() + foot.len()).saturating_add(2);
    let area = middle(room, WIDTH, rows);
    canvas.clear(area);
    let inside = indented(canvas.pane(area, title, canvas.palette.border_active));
    let above = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    words.draw(canvas, above, 0);
    foot.draw(canvas, below(inside, above.height), 0);
}

fn inner(room: Rect) -> u16 {
    WIDTH.min(room.width).saturating_sub(4)
}
