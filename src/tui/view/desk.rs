//! The desk: the lines above, the panes between, the keys below.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::session::Session;
use crate::session::state::State;
use crate::text::wrap;
use crate::tui::model::Model;
use crate::tui::model::desk::{Desk, Pane, SaveState};
use crate::tui::model::form::Form;
use crate::tui::model::stopwatch::ScreenClock;

use super::canvas::{Canvas, WIDE, after, below, excerpt, narrow, row, upper};
use super::text_block::TextBlock;
use super::theme::sign;
use super::{floor, footer, form, notice, question, queue, sentences, side};

/// In a smaller window only a warning fits.
pub(crate) const SMALLEST: (u16, u16) = (40, 10);
/// Rows of a right column below which the responders give way to the question.
const ROWS_FOR_SIDE: u16 = 18;
/// Rows of the words of a question over a form that stands alone, and the rows they must leave.
const WORDS_ABOVE: u16 = 2;
const ROWS_FOR_WORDS: u16 = 16;
/// Rows of a form below which the task it is about gives way to it.
const ROWS_FOR_TASK: u16 = 12;

/// Draws the desk.
pub(crate) fn draw(
    canvas: &mut Canvas,
    area: Rect,
    model: &Model,
    desk: &Desk,
    session: &Session,
) -> Option<Rect> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(canvas, area, model, desk, session);
        return None;
    }
    floor::header(canvas, row(area, 0), model.clock(), desk, session);
    floor::line(canvas, row(area, 1), model.clock(), desk, session);
    let under = match (&desk.saved, &desk.one_copy) {
        (SaveState::Trouble(why), _) => {
            let why = sentences::trouble(canvas.lang, why, session.state());
            trouble(canvas, below(area, 2), &why, canvas.palette.trouble_bar)
        }
        (_, Some(why)) => {
            let why = sentences::trouble(canvas.lang, why, session.state());
            trouble(canvas, below(area, 2), &why, canvas.palette.trouble)
        }
        _ => below(area, 2),
    };
    let body = upper(under, under.height.saturating_sub(2));
    match desk.form() {
        None => panes(canvas, body, model.clock(), desk, session),
        Some(open) if area.width >= WIDE => form_beside(canvas, body, model, (desk, open), session),
        Some(open) => form_alone(canvas, body, model, open, session),
    }
    notice::draw(canvas, row(under, usize::from(body.height)), model, desk, session);
    footer::keys(canvas, row(under, usize::from(body.height) + 1), model, Some(session));
    Some(Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..area })
}

/// What is wrong with the record, as a sentence across the whole width; what is left below it.
pub(crate) fn trouble(canvas: &mut Canvas, area: Rect, why: &str, style: Style) -> Rect {
    let cells = usize::from(area.width.saturating_sub(2)).max(1);
    let lines: Vec<_> = wrap::lines(why, cells).collect();
    let rows = lines.len().min(usize::from(area.height / 4).max(1));
    for (place, words) in lines.iter().take(rows).enumerate() {
        let line = row(area, place);
        canvas.tint(line, style);
        canvas.text(after(line, 1), words, style);
    }
    below(area, narrow(rows))
}

fn form_beside(
    canvas: &mut Canvas,
    body: Rect,
    model: &Model,
    (desk, open): (&Desk, &Form),
    session: &Session,
) {
    let (left, right) = halves(body);
    queue::draw(canvas, left, model.clock(), desk, session.state());
    let about = open.about.question.is_some() && right.height >= ROWS_FOR_SIDE;
    let above = if about { right.height * 2 / 5 } else { 0 };
    if about {
        question::draw(canvas, upper(right, above), desk, session);
    }
    let under = task_above(canvas, below(right, above), open, session.state());
    form::draw(canvas, under, model, open, Some(session));
}

fn form_alone(canvas: &mut Canvas, body: Rect, model: &Model, open: &Form, session: &Session) {
    let body = words_above(canvas, body, open, session.state());
    let body = task_above(canvas, body, open, session.state());
    form::draw(canvas, body, model, open, Some(session));
}

fn halves(body: Rect) -> (Rect, Rect) {
    let left = Rect { width: body.width / 100 * 46 + body.width % 100 * 46 / 100, ..body };
    (left, after(body, left.width))
}

/// The panes that can be looked about in: side by side, or one at a time where only one fits.
pub(crate) fn panes(
    canvas: &mut Canvas,
    body: Rect,
    clock: ScreenClock,
    desk: &Desk,
    session: &Session,
) {
    if body.width < WIDE {
        if matches!(desk.pane, Pane::Responders | Pane::Tasks | Pane::Statements) {
            side::draw(canvas, body, desk, session.state());
        } else if desk.opened || desk.pane == Pane::Question {
            question::draw(canvas, body, desk, session);
        } else {
            queue::draw(canvas, body, clock, desk, session.state());
        }
        return;
    }
    let (left, right) = halves(body);
    queue::draw(canvas, left, clock, desk, session.state());
    let rows = if right.height >= ROWS_FOR_SIDE { right.height.min(36) / 3 } else { 0 };
    let above = right.height - rows;
    question::draw(canvas, upper(right, above), desk, session);
    if rows > 0 {
        side::draw(canvas, below(right, above), desk, session.state());
    }
}

/// The first words of the question a form is about; what is left below them.
fn words_above(canvas: &mut Canvas, body: Rect, form: &Form, state: &State) -> Rect {
    let cells = usize::from(body.width) * usize::from(WORDS_ABOVE);
    let about = form.about.question.and_then(|number| state.question(number));
    let question =
        about.map(|question| format!("{} {}", question.number, excerpt(&question.text, cells)));
    let Some(words) = question.filter(|_| body.height >= ROWS_FOR_WORDS) else { return body };
    let mut block = TextBlock::new(body.width.saturating_sub(2));
    block.wrapped(0, &words, canvas.palette.text);
    block.draw(canvas, after(upper(body, WORDS_ABOVE), 1), 0);
    below(body, WORDS_ABOVE)
}

/// Draws the task a form is about above the form; returns what is left below.
fn task_above(canvas: &mut Canvas, body: Rect, form: &Form, state: &State) -> Rect {
    let about = form.about.task.and_then(|number| state.task(number));
    let Some(task) = about.filter(|_| body.height >= ROWS_FOR_TASK) else { return body };
    let mut block = TextBlock::new(body.width.saturating_sub(2));
    block.wrapped(0, &task.text, canvas.palette.text);
    let rows = narrow(block.len()).min(body.height / 4).max(1);
    block.draw(canvas, after(upper(body, rows), 1), 0);
    let summary = side::task_summary(canvas.lang, task, state).join(sign::BETWEEN);
    canvas.text(after(row(body, usize::from(rows)), 1), &summary, canvas.palette.quiet);
    below(body, rows + 1)
}

/// Where nothing useful fits: that it does not, whether all is saved, and who is on the floor.
fn too_small(canvas: &mut Canvas, area: Rect, model: &Model, desk: &Desk, session: &Session) {
    canvas.metrics.too_small = true;
    canvas.text(row(area, 0), canvas.lang.window_too_small(), canvas.palette.strong);
    floor::record(canvas, row(area, 1), desk, session);
    floor::line(canvas, row(area, 2), model.clock(), desk, session);
}
