//! The help: every key by where it works, and what the signs mean.

use std::fmt::Display;

use ratatui::layout::Rect;

use crate::tui::model::ScrollRange;
use crate::tui::model::bindings::{BINDINGS, Scope};
use crate::tui::view::canvas::{Canvas, after, indented};
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;
use crate::tui::view::timeline_bar::legend;

/// Cells of the keys at the left.
const KEYS: u16 = 20;
/// Cells from which the help stands in two columns.
const TWO_COLUMNS: u16 = 100;

/// Draws the help, the keys of `first` before the others, and notes how far it can be scrolled.
pub(crate) fn draw(canvas: &mut Canvas, outer: Rect, scroll: usize, first: Scope) {
    canvas.clear(outer);
    let border = canvas.palette.border_active;
    let inside = indented(canvas.pane(outer, Scope::Help.name(canvas.lang), border));
    let columns = if outer.width >= TWO_COLUMNS { 2 } else { 1 };
    let cells = inside.width / columns;
    let mut block = TextBlock::new(cells.saturating_sub(1));
    keys_of(canvas, &mut block, first);
    if first == Scope::Replay {
        meanings(canvas, &mut block, canvas.lang.bar_signs(), legend(canvas.lang));
    }
    signs(canvas, &mut block);
    for scope in Scope::ALL.into_iter().filter(|scope| *scope != first) {
        keys_of(canvas, &mut block, scope);
    }
    // Two columns are turned like pages, so that nothing is read twice.
    let page = usize::from(inside.height.saturating_mul(columns)).max(1);
    let (step, limit) = match columns {
        1 => (1, block.scroll_limit(inside.height)),
        _ => (page, (block.len().div_ceil(page) * page).saturating_sub(page)),
    };
    let past = scroll.min(limit);
    for column in 0..columns {
        let place = Rect { width: cells, ..after(inside, column * cells) };
        block.draw(canvas, place, past + usize::from(column * inside.height));
    }
    if past < limit {
        canvas.more_below(outer, border);
    }
    canvas.metrics.overlay = ScrollRange { step, page, limit };
}

fn keys_of(canvas: &Canvas, block: &mut TextBlock, scope: Scope) {
    let palette = canvas.palette;
    block.wrapped(0, &scope.name(canvas.lang).to_uppercase(), palette.strong);
    for binding in BINDINGS.iter().filter(|binding| binding.scope == scope) {
        let keys = format!("  {}", binding.keys.join("  "));
        let name = binding.action.name(canvas.lang);
        block.labelled(KEYS, (&keys, palette.key), (name, palette.text));
    }
    block.gap();
}

fn signs(canvas: &Canvas, block: &mut TextBlock) {
    let lang = canvas.lang;
    let of_the_desk = [
        (sign::CHOSEN, lang.means_chosen()),
        (sign::MARKED, lang.means_marked()),
        (sign::FLOOR, lang.means_floor()),
        ("3:12", lang.means_clock()),
        ("+1", lang.means_support()),
        (sign::FOLLOWS, lang.means_follows()),
        (sign::ANSWERED, lang.means_answered()),
        (sign::PARTLY, lang.means_partly()),
        (lang.promised(), lang.means_promised()),
        (sign::REFERRED, lang.means_referred()),
        (sign::DECLINED, lang.means_declined()),
        (sign::WITHDRAWN, lang.means_withdrawn()),
        (sign::MERGED, lang.means_merged()),
        (sign::SPLIT, lang.means_split()),
        (sign::NOTHING, lang.means_nothing()),
    ];
    meanings(canvas, block, lang.signs(), of_the_desk);
}

fn meanings<M: Display>(
    canvas: &Canvas,
    block: &mut TextBlock,
    title: &str,
    meanings: impl IntoIterator<Item = (M, &'static str)>,
) {
    let palette = canvas.palette;
    block.wrapped(0, &title.to_uppercase(), palette.strong);
    for (mark, meaning) in meanings {
        block.labelled(KEYS, (&format!("  {mark}"), palette.key), (meaning, palette.text));
    }
    block.gap();
}
