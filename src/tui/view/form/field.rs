//! One field of a form, by the way it is filled.

use std::borrow::Cow;

use ratatui::layout::{Position, Rect};

use crate::i18n::Lang;
use crate::session::state::State;
use crate::tui::model::form::field::{Choice, FieldContent, FormField};
use crate::tui::view::canvas::{Canvas, narrow, row, width};
use crate::tui::view::sentences;

use super::pick;
use super::text::{line_area, text_area};

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
            FieldContent::Value(value) => pick::value_rows(value, focused),
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
            FieldContent::Value(value) => pick::value(canvas, area, value, focused),
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
