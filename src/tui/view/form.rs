//! A form: its fields one under the other, the focused one with what helps to fill it.

mod advice;
mod field;
mod hint;
mod pick;
mod text;

use ratatui::layout::Rect;

use crate::session::Session;
use crate::session::state::State;
use crate::text::{safe, wrap};
use crate::tui::model::action::Action;
use crate::tui::model::bindings::key_for;
use crate::tui::model::edit::Composes;
use crate::tui::model::form::Form;
use crate::tui::model::form::field::{FieldContent, FormField};
use crate::tui::model::{Model, Screen, Target};

use super::canvas::{Canvas, after, below, excerpt, narrow, row, upper, width};
use super::overlay::several_rows;
use super::theme::sign;
use crate::tui::view::sentences;
use field::FieldPainter;

pub(super) use advice::{last_answer, told};
pub(super) use text::{line_area, text_area};

/// Cells of the widest label.
const WIDEST_LABEL: usize = 18;
/// Rows of a long text below which it is not usable.
const FEWEST_TEXT_ROWS: u16 = 3;
/// Rows of a short reason: a long text that is not the form's main one.
const SHORT_TEXT_ROWS: u16 = 3;

/// Draws a form, and puts the cursor into its focused field.
pub(crate) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    model: &Model,
    form: &Form,
    session: Option<&Session>,
) {
    canvas.clear(area);
    let lang = model.lang;
    let mut title = sentences::form_title(lang, form.kind, &form.about, &form.several);
    if form.from_draft {
        title = format!("{title}{}{}", sign::BETWEEN, lang.is_a_draft());
    }
    let inside = canvas.active_pane(area, &title);
    method(canvas, area, model, form);
    let inside = problem(canvas, inside, form, session);
    let inside = draft(canvas, inside, model, form);
    let unopened = State::default();
    let state = session.map_or(&unopened, Session::state);
    let inside = several(canvas, inside, form, state);
    let inside = match (&model.screen, session) {
        (Screen::Desk(desk), Some(session)) => advice::draw(canvas, inside, (desk, form), session),
        _ => inside,
    };
    let filling = FieldPainter { lang, state, label: label_width(canvas, form) };
    let fields = form.fields.iter().enumerate();
    let hints: Vec<Option<String>> =
        fields.map(|(place, labelled)| hint::of(model, form, place, labelled)).collect();
    let heights = heights(&filling, form, &hints, inside);
    let first = first_shown(&heights, form.focus, inside.height);
    let shown = form.fields.iter().zip(&heights).enumerate().skip(first);
    shown.fold(inside, |left, (place, (labelled, height))| {
        let field = upper(left, *height);
        canvas.region(field, Target::Field(place));
        let hint = hints.get(place).and_then(Option::as_deref);
        let entry = FieldRow { labelled, hint, focused: place == form.focus };
        entry.draw(canvas, field, &filling);
        below(left, *height)
    });
}

/// A field being drawn.
struct FieldRow<'a> {
    labelled: &'a FormField,
    hint: Option<&'a str>,
    focused: bool,
}

impl FieldRow<'_> {
    fn draw(&self, canvas: &mut Canvas, area: Rect, filling: &FieldPainter) {
        let palette = canvas.palette;
        let first = row(area, 0);
        let style = if self.focused { palette.strong } else { palette.quiet };
        if self.focused {
            canvas.text(first, sign::HERE, palette.strong);
        }
        let label = Rect { width: filling.label.saturating_sub(1).min(first.width), ..first };
        canvas.text(after(label, 2), sentences::label(canvas.lang, self.labelled.label), style);
        let place = after(area, filling.label);
        let place = Rect { width: place.width.saturating_sub(1), ..place };
        let hinted = u16::from(self.hint.is_some() && area.height > 1);
        let field = upper(place, area.height - hinted);
        filling.draw(canvas, field, self.labelled, self.focused);
        if let Some(hint) = self.hint {
            canvas.text(below(place, field.height), hint, palette.quiet);
        }
    }
}

/// The draft kept of this form and the key that continues it, in one line; what is left below it.
fn draft(canvas: &mut Canvas, area: Rect, model: &Model, form: &Form) -> Rect {
    let mut drafts = model.screen.drafts_of_form();
    let Some(draft) = drafts.next().filter(|_| area.height > FEWEST_TEXT_ROWS) else { return area };
    let lang = canvas.lang;
    let line = after(row(area, 0), 1);
    let key = key_for(form.scope(), Action::ContinueDraft).unwrap_or("");
    let end = format!("  {key} {} ", Action::ContinueDraft.short_name(lang));
    let left = canvas.text_right(line, &end, canvas.palette.key);
    let start = lang.draft_kept(1 + drafts.count());
    let words = draft.words();
    let words = excerpt(&words, usize::from(left.width));
    canvas.texts(left, &[(&start, canvas.palette.quiet), (&words, canvas.palette.quiet)]);
    below(area, 1)
}

/// The questions that a form is about, where those are several; what is left below them.
fn several(canvas: &mut Canvas, area: Rect, form: &Form, state: &State) -> Rect {
    let rows = several_rows(canvas, form, state);
    if rows.is_empty() {
        return area;
    }
    let room = usize::from(area.height / 3).max(1);
    let fitting = if rows.len() > room { room - 1 } else { room };
    let shown = rows.iter().take(fitting);
    for (place, (words, lead)) in shown.enumerate() {
        let line = after(row(area, place), 1);
        let left = canvas.text_right(line, &format!("  {lead} "), canvas.palette.quiet);
        canvas.text(left, words, canvas.palette.text);
    }
    let mut used = rows.len().min(fitting);
    if rows.len() > fitting {
        let more = canvas.lang.more_questions(rows.len() - fitting);
        canvas.text(after(row(area, used), 3), &more, canvas.palette.quiet);
        used += 1;
    }
    canvas.rule(row(area, used));
    below(area, narrow(used + 1))
}

/// What is wrong, at the bottom; what is left above it.
fn problem(canvas: &mut Canvas, area: Rect, form: &Form, session: Option<&Session>) -> Rect {
    let Some(problem) = &form.problem else { return area };
    let unopened = State::default();
    let sentence =
        sentences::problem(canvas.lang, problem, session.map_or(&unopened, Session::state));
    let cells = usize::from(area.width.saturating_sub(2)).max(1);
    let safe = safe::line(&sentence);
    let lines: Vec<_> = wrap::lines(&safe, cells).collect();
    let rows = narrow(lines.len()).min(area.height / 3);
    let bottom = below(area, area.height - rows);
    for (place, words) in lines.iter().take(usize::from(rows)).enumerate() {
        canvas.text(after(row(bottom, place), 1), words, canvas.palette.trouble);
    }
    upper(area, area.height - rows)
}

/// How letters are typed now, in the upper border; in a field for a code, that they are not composed.
fn method(canvas: &mut Canvas, area: Rect, model: &Model, form: &Form) {
    let method = sentences::typing_method(model.telex.method());
    if method.is_empty() {
        return;
    }
    let composes = form.focused().map(|field| field.label.composes());
    let words = match composes {
        Some(Composes::Nothing | Composes::Abbreviations) => {
            format!(" {method}{}{} ", sign::BETWEEN, canvas.lang.codes_stay_as_typed())
        }
        Some(Composes::Words) | None => format!(" {method} "),
    };
    let border = Rect { width: area.width.saturating_sub(2), ..row(area, 0) };
    canvas.text_right(after(border, 1), &words, canvas.palette.quiet);
}

fn label_width(canvas: &Canvas, form: &Form) -> u16 {
    let labels =
        form.fields.iter().map(|labelled| width(sentences::label(canvas.lang, labelled.label)));
    narrow(labels.max().unwrap_or(0).min(WIDEST_LABEL) + 4)
}

/// The rows of each field: what it needs, and for the first long text whatever is left.
fn heights(filling: &FieldPainter, form: &Form, hints: &[Option<String>], area: Rect) -> Vec<u16> {
    let cells = area.width.saturating_sub(filling.label + 1);
    let main =
        form.fields.iter().position(|labelled| matches!(labelled.field, FieldContent::Text(_)));
    let mut heights: Vec<u16> = form
        .fields
        .iter()
        .enumerate()
        .map(|(place, labelled)| match &labelled.field {
            FieldContent::Text(_) if Some(place) == main => 0,
            FieldContent::Text(_) => SHORT_TEXT_ROWS,
            field => filling.rows(field, place == form.focus, cells),
        })
        .collect();
    for (height, _) in heights.iter_mut().zip(hints).filter(|(_, hint)| hint.is_some()) {
        *height = height.saturating_add(1);
    }
    let taken: u16 = heights.iter().fold(0, |sum, rows| sum.saturating_add(*rows));
    if let Some(height) = main.and_then(|place| heights.get_mut(place)) {
        *height = (area.height + *height).saturating_sub(taken).max(FEWEST_TEXT_ROWS);
    }
    heights
}

/// The first field to show so that the focused one is whole.
fn first_shown(heights: &[u16], focus: usize, rows: u16) -> usize {
    let mut left = rows;
    let upwards = heights.iter().take(focus + 1).rev();
    let fitting = upwards.take_while(|height| match left.checked_sub(**height) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    });
    (focus + 1).saturating_sub(fitting.count().max(1))
}
