//! Lists under a filter line: commands by name, and questions by their words.

use ratatui::layout::Rect;

use crate::session::Session;
use crate::session::number::QuestionNo;
use crate::session::question::Question;
use crate::session::state::State;
use crate::text::fold::fold;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::key_for;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::FilteredList;
use crate::tui::model::{Model, Target};
use crate::tui::view::canvas::{Canvas, after, below, excerpt, row, width};
use crate::tui::view::form::line_area;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells and rows of the box.
const SIZE: (u16, u16) = (84, 20);
/// Words shown before the one searched for.
const WORDS_BEFORE: usize = 3;
/// Cells of what has become of a question.
const STATUS: u16 = 22;

/// Every command whose name contains the letters, with its key; one that does not apply now is quiet.
pub(super) fn palette(
    canvas: &mut Canvas,
    outer: Rect,
    commands: &FilteredList<Action>,
    (model, session): (&Model, Option<&Session>),
) {
    let scope = model.screen.scope();
    let matches = &commands.matches;
    let list = open(canvas, outer, canvas.lang.commands(), &commands.line);
    if matches.is_empty() {
        canvas.text(after(list, 2), canvas.lang.nothing_found(), canvas.palette.quiet);
    }
    rows(canvas, list, matches.len(), commands.selected, |canvas, line, place| {
        let Some(action) = matches.get(place) else { return };
        let key = key_for(scope, *action).unwrap_or("");
        let left = canvas.text_right(line, &format!("  {key} "), canvas.palette.key);
        let style = match model.applies(*action, session) {
            true => canvas.palette.text,
            false => canvas.palette.quiet,
        };
        canvas.text(left, action.name(canvas.lang), style);
    });
}

/// The questions that the letters find.
pub(super) fn questions(
    canvas: &mut Canvas,
    outer: Rect,
    found: &FilteredList<QuestionNo>,
    state: &State,
) {
    let matches = &found.matches;
    let list = open(canvas, outer, canvas.lang.search(), &found.line);
    let sought = fold(&found.typed());
    if matches.is_empty() {
        canvas.text(after(list, 2), canvas.lang.no_question_found(), canvas.palette.quiet);
    }
    rows(canvas, list, matches.len(), found.selected, |canvas, line, place| {
        if let Some(question) = matches.get(place).and_then(|number| state.question(*number)) {
            one_question(canvas, line, question, &sought, state);
        }
    });
}

/// A question that was found: who asked, the words around what is sought, what has become of it.
fn one_question(canvas: &mut Canvas, line: Rect, question: &Question, sought: &str, state: &State) {
    let (text, quiet) = (canvas.palette.text, canvas.palette.quiet);
    let status = format!("  {} ", excerpt(canvas.lang.standing(question), STATUS.into()));
    let left = if line.width > 2 * STATUS { canvas.text_right(line, &status, quiet) } else { line };
    let asker = state.asker(question).map_or("", |person| person.name.as_str());
    let between = if asker.is_empty() { "" } else { sign::BETWEEN };
    let number = format!("{:>3}  ", question.number);
    let spare = usize::from(left.width).saturating_sub(width(asker) + 8);
    let words = excerpt(around(&question.text, sought, spare), usize::from(left.width));
    canvas.texts(left, &[(&number, text), (asker, quiet), (between, quiet), (&words, text)]);
}

/// The text from its beginning, or from a few words before what is sought when that lies further on.
fn around<'a>(text: &'a str, sought: &str, cells: usize) -> &'a str {
    let Some(first) = sought.split_whitespace().next() else { return text };
    let mut starts = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        starts.push(start);
        start += word.len();
        if fold(word).contains(first) {
            if width(text.split_at(start).0) <= cells {
                return text;
            }
            let from = starts.len().saturating_sub(WORDS_BEFORE + 1);
            return text.split_at(starts.get(from).copied().unwrap_or(0)).1;
        }
    }
    text
}

/// The box with its filter line; the area of the list below.
pub(super) fn open(canvas: &mut Canvas, outer: Rect, title: &str, filter: &LineField) -> Rect {
    open_in(canvas, middle(outer, SIZE.0, SIZE.1), title, filter)
}

/// The same over nearly the whole area, for long rows.
pub(super) fn open_wide(canvas: &mut Canvas, outer: Rect, title: &str, filter: &LineField) -> Rect {
    let area = middle(outer, outer.width.saturating_sub(4), outer.height.saturating_sub(2));
    open_in(canvas, area, title, filter)
}

fn open_in(canvas: &mut Canvas, area: Rect, title: &str, filter: &LineField) -> Rect {
    canvas.clear(area);
    let inside = canvas.pane(area, title, canvas.palette.border_active);
    let line = row(inside, 0);
    let used = canvas.text(line, " > ", canvas.palette.key);
    line_area(canvas, after(line, used), filter, true);
    below(inside, 1)
}

pub(super) fn rows(
    canvas: &mut Canvas,
    list: Rect,
    count: usize,
    selected: usize,
    draw: impl Fn(&mut Canvas, Rect, usize),
) {
    let page = usize::from(list.height);
    canvas.metrics.overlay.page = page.max(1);
    let top = (selected + 1).saturating_sub(page);
    for (shown, place) in (top..count).take(page).enumerate() {
        let line = row(list, shown);
        canvas.region(line, Target::Match(place));
        if place == selected {
            canvas.tint(line, canvas.palette.chosen);
            canvas.text(line, sign::CHOSEN, canvas.palette.strong);
        }
        draw(canvas, after(line, 2), place);
    }
    canvas.more_beside(list, (top > 0, top + page < count));
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn an_excerpt_begins_shortly_before_what_is_sought_far_on() {
        let text = "một hai ba bốn năm sáu bảy tám Nhà ở xã hội";
        assert_eq!(around(text, "nha o", 12), "sáu bảy tám Nhà ở xã hội");
        assert_eq!(around(text, "hai", 12), text);
        assert_eq!(around(text, "zzz", 12), text);
        assert_eq!(around(text, "", 12), text);
    }
}
