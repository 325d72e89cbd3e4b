//! One field of a form, by the way it is filled.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use crate::i18n::Lang;
use crate::session::state::State;
use crate::tui::model::edit::{LineField, Page, TextField};
use crate::tui::model::form::field::{Choice, Field, Labelled};
use crate::tui::view::pen::{Pen, after, excerpt, narrow, row, width};
use crate::tui::view::theme::sign;

use super::pick;

/// A form's fields being drawn.
pub(super) struct Filling<'a> {
    pub(super) lang: Lang,
    pub(super) state: &'a State,
    /// Cells of the labels.
    pub(super) label: u16,
}

impl Filling<'_> {
    /// The rows a field needs; long texts take what is given them.
    pub(super) fn rows(&self, field: &Field, focused: bool, cells: u16) -> u16 {
        match field {
            Field::Text(_) | Field::Line(_) => 1,
            Field::Choice(_) if !focused => 1,
            Field::Choice(choice) => self.choice_rows(choice, cells),
            Field::Responders(pick) => pick::responders_rows(pick, focused),
            Field::Question(pick) => pick::question_rows(pick, focused),
            Field::Person(pick) => pick::person_rows(pick, focused),
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen, area: Rect, labelled: &Labelled, focused: bool) {
        match &labelled.field {
            Field::Text(text) => text_area(pen, area, text, focused),
            Field::Line(line) => line_area(pen, row(area, 0), line, focused),
            Field::Choice(choice) if focused => choosing(pen, area, choice),
            Field::Choice(choice) => {
                let word =
                    choice.value().map_or(Cow::Borrowed(""), |option| pen.lang.choice(option));
                pen.text(row(area, 0), &word, pen.palette.text);
            }
            Field::Responders(pick) => {
                let choosing = pick::Choosing { pick, label: labelled.label, state: self.state };
                choosing.draw(pen, area, focused);
            }
            Field::Question(pick) => pick::question(pen, area, pick, self.state, focused),
            Field::Person(pick) => pick::person(pen, area, pick, self.state, focused),
        }
    }

    /// Options are never more than a few short words, but rosters can be many.
    fn choice_rows(&self, choice: &Choice, cells: u16) -> u16 {
        let options = choice.options.iter().map(|option| width(&self.lang.choice(option)) + 5);
        let total = narrow(options.sum());
        total.div_ceil(cells.max(1)).max(1).saturating_add(u16::from(total > cells))
    }
}

/// All options, the chosen one between angles.
fn choosing(pen: &mut Pen, area: Rect, choice: &Choice) {
    let mut at = row(area, 0);
    let mut place = 0;
    for (number, option) in choice.options.iter().enumerate() {
        let word = pen.lang.choice(option);
        let chosen = number == choice.chosen;
        let cells = narrow(width(&word) + 4);
        if cells > at.width && at.width < area.width {
            place += 1;
            at = row(area, place);
        }
        let (before, behind) = if chosen { ("‹ ", " › ") } else { ("  ", "   ") };
        let style = if chosen { pen.palette.strong } else { pen.palette.quiet };
        if chosen {
            let marked = Rect { width: cells.min(at.width), ..at };
            pen.tint(marked, pen.palette.chosen);
            pen.cursor = Some(Position { x: (at.x + 2).min(area.right()), y: at.y });
        }
        at = pen.texts(at, &[(before, style), (&word, style), (behind, pen.palette.text)]);
    }
}

pub(crate) fn text_area(pen: &mut Pen, area: Rect, text: &TextField, focused: bool) {
    if focused {
        pen.tint(area, pen.palette.typing);
    }
    let page = text.page(area.width, area.height);
    page_at(pen, area, &page, focused);
    let hidden = page.before > 0 || page.after > 0;
    if hidden && area.height > 0 {
        let edge = Rect { x: area.right(), width: 1, ..area };
        if page.before > 0 {
            pen.text(row(edge, 0), "↑", pen.palette.quiet);
        }
        if page.after > 0 {
            pen.text(row(edge, usize::from(area.height - 1)), "↓", pen.palette.quiet);
        }
    }
}

/// A line being written, or what stands in it.
pub(crate) fn line_area(pen: &mut Pen, line: Rect, field: &LineField, focused: bool) {
    if focused {
        pen.tint(line, pen.palette.typing);
    }
    if !focused {
        // Where it is not written now, it is read from its beginning.
        let text = field.text();
        pen.text(line, &excerpt(&text, usize::from(line.width)), pen.palette.text);
        return;
    }
    let page = field.page(line.width);
    page_at(pen, line, &page, true);
    let last = line.width.saturating_sub(1);
    if page.before > 0 && page.cursor.0 > 0 {
        pen.text(Rect { width: 1.min(line.width), ..line }, sign::MORE, pen.palette.quiet);
    }
    if page.after > 0 && page.cursor.0 < last {
        pen.text(after(line, last), sign::MORE, pen.palette.quiet);
    }
}

fn page_at(pen: &mut Pen, area: Rect, page: &Page, focused: bool) {
    for (place, pieces) in page.rows.iter().enumerate() {
        pieces.iter().fold(row(area, place), |left, piece| {
            let style = if piece.selected { pen.palette.selected } else { pen.palette.text };
            let used = pen.text(left, &piece.text, style);
            after(left, used)
        });
    }
    let (column, below) = page.cursor;
    if focused && !area.is_empty() {
        pen.cursor = Some(Position {
            x: area.x.saturating_add(column.min(area.width - 1)),
            y: area.y.saturating_add(below.min(area.height - 1)),
        });
    }
}

/// The mark of the finger before a match; what is left of its line.
pub(super) fn finger(pen: &mut Pen, line: Rect, under: bool) -> Rect {
    if under {
        pen.tint(line, pen.palette.chosen);
        pen.text(line, sign::CHOSEN, pen.palette.strong);
    }
    after(line, 1)
}
