//! One field of a form, by the way it is filled.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use crate::i18n::Lang;
use crate::session::state::State;
use crate::tui::model::edit::{FieldGeometry, LineField, Page, TextField};
use crate::tui::model::form::field::{Choice, FieldContent, FormField};
use crate::tui::view::canvas::{Canvas, after, excerpt, narrow, row, width};
use crate::tui::view::sentences;
use crate::tui::view::theme::sign;

use super::pick;

/// A form's fields being drawn.
pub(super) struct FieldPainter<'a> {
    pub(super) lang: Lang,
    pub(super) state: &'a State,
    /// Cells of the labels.
    pub(super) label: u16,
}

impl FieldPainter<'_> {
    /// The rows a field needs; long texts take what is given them.
    pub(super) fn rows(&self, field: &FieldContent, focused: bool, cells: u16) -> u16 {
        match field {
            FieldContent::Text(_) | FieldContent::Line(_) => 1,
            FieldContent::Choice(_) if !focused => 1,
            FieldContent::Choice(choice) => self.choice_rows(choice, cells),
            FieldContent::Responders(pick) => pick::responders_rows(pick, focused),
            FieldContent::Question(pick) => pick::question_rows(pick, focused),
            FieldContent::Person(pick) => pick::person_rows(pick, focused),
        }
    }

    pub(super) fn draw(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        labelled: &FormField,
        focused: bool,
    ) {
        match &labelled.field {
            FieldContent::Text(text) => text_area(canvas, area, text, focused),
            FieldContent::Line(line) => line_area(canvas, row(area, 0), line, focused),
            FieldContent::Choice(choice) if focused => choosing(canvas, area, choice),
            FieldContent::Choice(choice) => {
                let word = choice
                    .value()
                    .map_or(Cow::Borrowed(""), |option| sentences::choice(canvas.lang, option));
                canvas.text(row(area, 0), &word, canvas.palette.text);
            }
            FieldContent::Responders(pick) => {
                let rows =
                    pick::ResponderPickRows { pick, label: labelled.label, state: self.state };
                rows.draw(canvas, area, focused);
            }
            FieldContent::Question(pick) => pick::question(canvas, area, pick, self.state, focused),
            FieldContent::Person(pick) => pick::person(canvas, area, pick, self.state, focused),
        }
    }

    /// Options are never more than a few short words, but rosters can be many.
    fn choice_rows(&self, choice: &Choice, cells: u16) -> u16 {
        let options =
            choice.options.iter().map(|option| width(&sentences::choice(self.lang, option)) + 5);
        let total = narrow(options.sum());
        total.div_ceil(cells.max(1)).max(1).saturating_add(u16::from(total > cells))
    }
}

/// All options, the chosen one between angles.
fn choosing(canvas: &mut Canvas, area: Rect, choice: &Choice) {
    let mut at = row(area, 0);
    let mut place = 0;
    for (number, option) in choice.options.iter().enumerate() {
        let word = sentences::choice(canvas.lang, option);
        let chosen = number == choice.chosen;
        let cells = narrow(width(&word) + 4);
        if cells > at.width && at.width < area.width {
            place += 1;
            at = row(area, place);
        }
        let (before, behind) = if chosen { ("‹ ", " › ") } else { ("  ", "   ") };
        let style = if chosen { canvas.palette.strong } else { canvas.palette.quiet };
        if chosen {
            let marked = Rect { width: cells.min(at.width), ..at };
            canvas.tint(marked, canvas.palette.chosen);
            canvas.cursor = Some(Position { x: (at.x + 2).min(area.right()), y: at.y });
        }
        at = canvas.texts(at, &[(before, style), (&word, style), (behind, canvas.palette.text)]);
    }
}

pub(crate) fn text_area(canvas: &mut Canvas, area: Rect, text: &TextField, focused: bool) {
    if focused {
        canvas.tint(area, canvas.palette.typing);
    }
    let page = text.page(area.width, area.height);
    page_at(canvas, area, &page, focused);
    let hidden = page.before > 0 || page.after > 0;
    if hidden && area.height > 0 {
        let edge = Rect { x: area.right(), width: 1, ..area };
        if page.before > 0 {
            canvas.text(row(edge, 0), "↑", canvas.palette.quiet);
        }
        if page.after > 0 {
            canvas.text(row(edge, usize::from(area.height - 1)), "↓", canvas.palette.quiet);
        }
    }
}

/// A line being written, or what stands in it.
pub(crate) fn line_area(canvas: &mut Canvas, line: Rect, field: &LineField, focused: bool) {
    if focused {
        canvas.tint(line, canvas.palette.typing);
    }
    if !focused {
        // Where it is not written now, it is read from its beginning.
        let text = field.text();
        canvas.text(line, &excerpt(&text, usize::from(line.width)), canvas.palette.text);
        return;
    }
    let page = field.page(line.width);
    page_at(canvas, line, &page, true);
    let last = line.width.saturating_sub(1);
    if page.before > 0 && page.cursor.0 > 0 {
        canvas.text(Rect { width: 1.min(line.width), ..line }, sign::MORE, canvas.palette.quiet);
    }
    if page.after > 0 && page.cursor.0 < last {
        canvas.text(after(line, last), sign::MORE, canvas.palette.quiet);
    }
}

fn page_at(canvas: &mut Canvas, area: Rect, page: &Page, focused: bool) {
    for (place, pieces) in page.rows.iter().enumerate() {
        pieces.iter().fold(row(area, place), |left, piece| {
            let style = if piece.selected { canvas.palette.selected } else { canvas.palette.text };
            let used = canvas.text(left, &piece.text, style);
            after(left, used)
        });
    }
    let (column, below) = page.cursor;
    if focused && !area.is_empty() {
        let Rect { width, height, .. } = area;
        canvas.metrics.field = Some(FieldGeometry { width, height, before: page.before });
        canvas.cursor = Some(Position {
            x: area.x.saturating_add(column.min(area.width - 1)),
            y: area.y.saturating_add(below.min(area.height - 1)),
        });
    }
}

/// The mark before the highlighted match; what is left of its line.
pub(super) fn selected(canvas: &mut Canvas, line: Rect, under: bool) -> Rect {
    if under {
        canvas.tint(line, canvas.palette.chosen);
        canvas.text(line, sign::CHOSEN, canvas.palette.strong);
    }
    after(line, 1)
}
