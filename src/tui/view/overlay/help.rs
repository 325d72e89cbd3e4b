//! The help: every key by where it works, and what the signs mean.

use std::fmt::Display;

use ratatui::layout::Rect;

use crate::tui::model::HelpPages;
use crate::tui::model::bindings::{BINDINGS, Scope};
use crate::tui::view::bar::legend;
use crate::tui::view::leaf::Leaf;
use crate::tui::view::pen::{Pen, after, indented};
use crate::tui::view::theme::sign;

/// Cells of the keys at the left.
const KEYS: u16 = 20;
/// Cells from which the help stands in two columns.
const TWO_COLUMNS: u16 = 100;

/// Draws the help, the keys of `first` before the others, and notes how far it can be scrolled.
pub(crate) fn draw(pen: &mut Pen, room: Rect, scroll: usize, first: Scope) {
    pen.clear(room);
    let border = pen.palette.border_here;
    let inside = indented(pen.pane(room, pen.lang.scope(Scope::Help), border));
    let columns = if room.width >= TWO_COLUMNS { 2 } else { 1 };
    let cells = inside.width / columns;
    let mut leaf = Leaf::new(cells.saturating_sub(1));
    keys_of(pen, &mut leaf, first);
    if first == Scope::Replay {
        meanings(pen, &mut leaf, pen.lang.bar_signs(), legend(pen.lang));
    }
    signs(pen, &mut leaf);
    for scope in Scope::ALL.into_iter().filter(|scope| *scope != first) {
        keys_of(pen, &mut leaf, scope);
    }
    // Two columns are turned like pages, so that nothing is read twice.
    let page = usize::from(inside.height.saturating_mul(columns)).max(1);
    let (step, limit) = match columns {
        1 => (1, leaf.scroll_limit(inside.height)),
        _ => (page, (leaf.len().div_ceil(page) * page).saturating_sub(page)),
    };
    let past = scroll.min(limit);
    for column in 0..columns {
        let place = Rect { width: cells, ..after(inside, column * cells) };
        leaf.draw(pen, place, past + usize::from(column * inside.height));
    }
    if past < limit {
        pen.more_below(room, border);
    }
    pen.glass.seen.help = HelpPages { step, page, limit };
}

fn keys_of(pen: &Pen, leaf: &mut Leaf, scope: Scope) {
    let palette = pen.palette;
    leaf.wrapped(0, &pen.lang.scope(scope).to_uppercase(), palette.strong);
    for binding in BINDINGS.iter().filter(|binding| binding.scope == scope) {
        let keys = format!("  {}", binding.keys.join("  "));
        let deed = pen.lang.action(binding.action);
        leaf.labelled(KEYS, (&keys, palette.key), (deed, palette.text));
    }
    leaf.gap();
}

fn signs(pen: &Pen, leaf: &mut Leaf) {
    let lang = pen.lang;
    let of_the_desk = [
        (sign::CHOSEN, lang.means_chosen()),
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
    meanings(pen, leaf, lang.signs(), of_the_desk);
}

fn meanings<M: Display>(
    pen: &Pen,
    leaf: &mut Leaf,
    title: &str,
    meanings: impl IntoIterator<Item = (M, &'static str)>,
) {
    let palette = pen.palette;
    leaf.wrapped(0, &title.to_uppercase(), palette.strong);
    for (mark, meaning) in meanings {
        leaf.labelled(KEYS, (&format!("  {mark}"), palette.key), (meaning, palette.text));
    }
    leaf.gap();
}
