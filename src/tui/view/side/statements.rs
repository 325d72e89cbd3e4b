//! The statements and the conclusions, in two rows each.

use ratatui::layout::Rect;

use crate::search::item::{SessionItem, statements_and_conclusions};
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::desk::{Desk, DeskMode};
use crate::tui::view::canvas::{Canvas, after, below, excerpt, narrow, row, upper};
use crate::tui::view::theme::sign;

use super::{ITEM_ROWS, first_shown, mark};

pub(super) fn draw(canvas: &mut Canvas, inside: Rect, (desk, here): (&Desk, bool), state: &State) {
    let all = statements_and_conclusions(state);
    if all.is_empty() {
        let words = match desk.mode {
            DeskMode::Writing => canvas.lang.no_statement_yet(),
            DeskMode::Watching => canvas.lang.nothing_stated_yet(),
        };
        canvas.text(after(inside, 1), words, canvas.palette.quiet);
    }
    let place = all.iter().position(|item| Some(*item) == desk.chosen_statement);
    let page = usize::from(inside.height / ITEM_ROWS).max(1);
    let top = first_shown(place.filter(|_| here), page);
    for (place, item) in all.iter().skip(top).take(page).enumerate() {
        let place = upper(below(inside, narrow(place) * ITEM_ROWS), ITEM_ROWS);
        canvas.region(place, Target::Statement(*item));
        for line in 0..usize::from(ITEM_ROWS) {
            mark(canvas, row(place, line), here && desk.chosen_statement == Some(*item));
        }
        one(canvas, place, *item, state);
    }
    canvas.more_beside(inside, (top > 0, top + page < all.len()));
}

/// Its first words; then what it is, whose it is and when it was recorded.
fn one(canvas: &mut Canvas, place: Rect, item: SessionItem, state: &State) {
    let lang = canvas.lang;
    let clock = |at| match state.opening().is_some_and(|opening| opening.source.is_some()) {
        true => None,
        false => Some(lang.clock(at)),
    };
    let (text, parts) = match item {
        SessionItem::Statement(seq) => {
            let Some(said) = state.statement(seq) else { return };
            let by = state.short_name(&said.by).to_owned();
            (&said.text, [Some(lang.text_statement().to_owned()), Some(by), clock(said.at)])
        }
        SessionItem::Conclusion(seq) => {
            let Some(drawn) = state.conclusion(seq) else { return };
            let numbers: Vec<String> = drawn.questions.iter().map(ToString::to_string).collect();
            let about = (!numbers.is_empty()).then(|| lang.about_numbers(&numbers.join(", ")));
            (&drawn.text, [Some(lang.text_conclusion().to_owned()), about, clock(drawn.at)])
        }
        SessionItem::Task(_) => return,
    };
    let first = row(place, 0);
    let words = excerpt(text, usize::from(first.width));
    canvas.text(after(first, 2), &words, canvas.palette.text);
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN);
    canvas.text(after(row(place, 1), 4), &parts, canvas.palette.quiet);
}
