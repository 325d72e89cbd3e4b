//! What was asked before: a list, and one of it whole with what was answered.

use ratatui::layout::Rect;

use crate::search::advice::SimilarEntry;
use crate::session::state::State;
use crate::tui::model::overlay::SimilarList;
use crate::tui::model::{ScrollRange, Target};
use crate::tui::view::canvas::{Canvas, after, below, excerpt, indented, narrow, row, upper};
use crate::tui::view::form::{last_answer, told};
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells of the box, and the most rows of it.
const SIZE: (u16, u16) = (92, 24);
/// Rows of a question in the list: where it stands, its words, its answer, a gap.
const ROWS: u16 = 4;
/// Cells of a text that are looked at.
const LOOKED_AT: usize = 300;

pub(super) fn draw(canvas: &mut Canvas, outer: Rect, list: &SimilarList, state: &State) {
    match (list.selected_entry(), list.reading) {
        (Some(entry), Some(scroll)) => whole(canvas, outer, (entry, scroll), state),
        _ => listed(canvas, outer, list, state),
    }
}

fn listed(canvas: &mut Canvas, outer: Rect, list: &SimilarList, state: &State) {
    let palette = canvas.palette;
    let entries = list.entries.as_deref().unwrap_or_default();
    let rows = narrow(entries.len().max(1)).saturating_mul(ROWS);
    let area = middle(outer, SIZE.0, rows.saturating_add(2).min(SIZE.1));
    canvas.clear(area);
    let title = canvas.lang.asked_before_heading();
    let inside = canvas.pane(area, title, palette.border_active);
    if entries.is_empty() {
        let words = match list.entries {
            None => canvas.lang.similar_awaited(),
            Some(_) => canvas.lang.not_asked_before(),
        };
        canvas.text(after(inside, 2), words, palette.quiet);
    }
    let page = usize::from(inside.height / ROWS).max(1);
    canvas.metrics.overlay.page = page;
    let top = (list.selected + 1).saturating_sub(page);
    for (shown, (place, entry)) in entries.iter().enumerate().skip(top).take(page).enumerate() {
        let area = upper(below(inside, narrow(shown).saturating_mul(ROWS)), ROWS);
        canvas.region(area, Target::Match(place));
        if place == list.selected {
            canvas.tint(upper(area, ROWS - 1), palette.chosen);
            canvas.text(row(area, 0), sign::CHOSEN, palette.strong);
        }
        one(canvas, after(area, 2), entry, state);
    }
    canvas.more_beside(inside, (top > 0, top + page < entries.len()));
}

/// Where it stands, its words and its last answer, a line each.
fn one(canvas: &mut Canvas, area: Rect, entry: &SimilarEntry, state: &State) {
    let palette = canvas.palette;
    let Some((heading, question)) = told(canvas.lang, entry, state) else { return };
    canvas.text(row(area, 0), &heading, palette.quiet);
    canvas.text(row(area, 1), &excerpt(&question.text, LOOKED_AT), palette.text);
    if let Some(answer) = last_answer(question) {
        let line = format!("→ {}", excerpt(answer, LOOKED_AT));
        canvas.text(row(area, 2), &line, palette.text);
    }
}

/// The question and everything that was answered, from the line scrolled to.
fn whole(canvas: &mut Canvas, outer: Rect, (entry, scroll): (&SimilarEntry, usize), state: &State) {
    let (palette, border) = (canvas.palette, canvas.palette.border_active);
    let Some((heading, question)) = told(canvas.lang, entry, state) else { return };
    let cells = middle(outer, SIZE.0, SIZE.1).width.saturating_sub(4);
    let mut block = TextBlock::new(cells);
    block.wrapped(0, &question.text, palette.text);
    for (place, answer) in question.answers.iter().enumerate() {
        let by = match entry {
            SimilarEntry::Here(_) => state.full_name(&answer.by),
            SimilarEntry::Earlier(earlier) => earlier.answered_by.get(place).map_or("", |it| it),
        };
        block.gap();
        block.wrapped(0, by, palette.strong);
        block.wrapped(0, answer.text.as_deref().unwrap_or(sign::NOTHING), palette.text);
    }
    let area = middle(outer, SIZE.0, narrow(block.len() + 2).min(SIZE.1));
    canvas.clear(area);
    let inside = indented(canvas.pane(area, &heading, border));
    let limit = block.scroll_limit(inside.height);
    block.draw(canvas, inside, scroll.min(limit));
    if scroll < limit {
        canvas.more_below(area, border);
    }
    let page = usize::from(inside.height).max(1);
    canvas.metrics.overlay = ScrollRange { step: 1, page, limit };
}
