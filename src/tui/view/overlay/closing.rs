//! The way to the end of a session: what is unfinished.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::question::{Question, Status};
use crate::session::state::State;
use crate::tui::model::Target;
use crate::tui::model::desk::Desk;
use crate::tui::model::overlay::{ClosingList, ClosingRow};
use crate::tui::view::canvas::{Canvas, after, below, excerpt, indented, narrow, row, upper};
use crate::tui::view::text_block::TextBlock;
use crate::tui::view::theme::sign;

use super::{confirm, middle};

/// Cells of the boxes.
const WIDTH: u16 = 92;

/// Draws what is unfinished: drafts, questions without an outcome, questions answered in part.
pub(super) fn draw(
    canvas: &mut Canvas,
    outer: Rect,
    closing: &ClosingList,
    (desk, state): (&Desk, &State),
) {
    let count = closing.len();
    let cells = WIDTH.min(outer.width);
    let mut foot = TextBlock::new(cells.saturating_sub(4));
    foot.rule();
    for sentence in told(canvas.lang, closing) {
        foot.wrapped(0, &sentence, canvas.palette.text);
    }
    foot.wrapped(0, canvas.lang.closing_confirms(), canvas.palette.strong);
    let rows = narrow(count.max(1) + foot.len() + 2);
    let area = middle(outer, cells, rows);
    canvas.clear(area);
    let title = match desk.marked.len() {
        0 => canvas.lang.closing_title().to_owned(),
        marked => {
            let marked = canvas.lang.marked_counted(marked);
            format!("{}{}{marked}", canvas.lang.closing_title(), sign::BETWEEN)
        }
    };
    let inside = canvas.pane(area, &title, canvas.palette.border_active);
    let list = upper(inside, inside.height.saturating_sub(narrow(foot.len())));
    let foot_at = indented(below(inside, list.height));
    rows_of(canvas, list, closing, (desk, state));
    foot.draw(canvas, foot_at, 0);
}

/// How much is unfinished, by kind.
fn told(lang: Lang, closing: &ClosingList) -> Vec<String> {
    let mut sentences = Vec::new();
    if closing.drafts > 0 {
        sentences.push(lang.some_drafts_are_left(closing.drafts));
    }
    sentences.push(match closing.open.len() {
        0 => lang.all_have_outcomes().to_owned(),
        count => lang.some_have_no_outcome(count),
    });
    if !closing.partly.is_empty() {
        sentences.push(lang.some_are_answered_in_part(closing.partly.len()));
    }
    sentences
}

fn rows_of(canvas: &mut Canvas, list: Rect, closing: &ClosingList, (desk, state): (&Desk, &State)) {
    let page = usize::from(list.height);
    canvas.metrics.overlay.page = page.max(1);
    let top = (closing.selected + 1).saturating_sub(page);
    for (at, place) in (top..closing.len()).take(page).enumerate() {
        let line = row(list, at);
        canvas.region(line, Target::Match(place));
        if place == closing.selected {
            canvas.tint(line, canvas.palette.chosen);
            canvas.text(line, sign::CHOSEN, canvas.palette.strong);
        }
        match closing.row(place) {
            Some(ClosingRow::Draft(place)) => draft(canvas, line, desk, place),
            Some(ClosingRow::Question(number)) => {
                let Some(question) = state.question(number) else { continue };
                let marked = desk.marked.contains(&number);
                one_question(canvas, line, (question, marked), state);
            }
            None => {}
        }
    }
    canvas.more_beside(list, (top > 0, top + page < closing.len()));
}

fn draft(canvas: &mut Canvas, line: Rect, desk: &Desk, place: usize) {
    let Some(draft) = desk.drafts.get(place) else { return };
    let kind = format!("  {} ", canvas.lang.is_a_draft());
    let left = canvas.text_right(after(line, 2), &kind, canvas.palette.owed);
    let words = confirm::told(canvas, draft, usize::from(left.width));
    canvas.text(left, &words, canvas.palette.text);
}

fn one_question(
    canvas: &mut Canvas,
    line: Rect,
    (question, marked): (&Question, bool),
    state: &State,
) {
    let mark = if marked { sign::MARKED } else { " " };
    let left = canvas.texts(after(line, 1), &[(mark, canvas.palette.strong)]);
    let lead = question.lead().map_or(sign::NOTHING, |lead| state.short_name(lead));
    let in_part = question.status == Status::Answered;
    let lead = match in_part {
        true => format!("  {} {} ", sign::PARTLY, excerpt(lead, 24)),
        false => format!("  {} ", excerpt(lead, 24)),
    };
    let left = canvas.text_right(left, &lead, canvas.palette.quiet);
    let words =
        format!("{:>3}  {}", question.number, excerpt(&question.text, usize::from(left.width)));
    canvas.text(left, &words, canvas.palette.text);
}
