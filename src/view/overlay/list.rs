//! Lists under a line of letters: commands by name, and questions by their words.

use ratatui::layout::Rect;

use crate::app::Target;
use crate::app::action::Action;
use crate::app::bindings::{Scope, key_for};
use crate::app::edit::LineField;
use crate::session::number::QuestionNo;
use crate::session::state::State;
use crate::view::form::line_area;
use crate::view::pen::{Pen, after, below, excerpt, row};
use crate::view::theme::sign;

use super::middle;

/// Cells and rows of the box.
const SIZE: (u16, u16) = (84, 20);
/// Cells of a group's name.
const GROUP: u16 = 22;

/// Every command whose name holds the letters, with its key.
pub(super) fn palette(
    pen: &mut Pen,
    room: Rect,
    filter: &LineField,
    matches: &[Action],
    finger: usize,
) {
    let list = open(pen, room, Action::Palette, filter);
    if matches.is_empty() {
        pen.text(after(list, 2), pen.lang.nothing_found(), pen.palette.quiet);
    }
    rows(pen, list, matches.len(), finger, |pen, line, place| {
        let Some(action) = matches.get(place) else { return };
        let key = key_for(Scope::Desk, *action).unwrap_or("");
        let left = pen.text_right(line, &format!("  {key} "), pen.palette.key);
        pen.text(left, pen.lang.action(*action), pen.palette.text);
    });
}

/// The questions that the letters find.
pub(super) fn search(
    pen: &mut Pen,
    room: Rect,
    query: &LineField,
    matches: &[QuestionNo],
    finger: usize,
    state: &State,
) {
    let list = open(pen, room, Action::Search, query);
    if matches.is_empty() {
        pen.text(after(list, 2), pen.lang.no_question_found(), pen.palette.quiet);
    }
    rows(pen, list, matches.len(), finger, |pen, line, place| {
        let Some(question) = matches.get(place).and_then(|number| state.question(*number)) else {
            return;
        };
        let status = pen.lang.status(&question.status);
        let wide = line.width > 2 * GROUP;
        let left = if wide {
            pen.text_right(
                line,
                &format!("  {} ", excerpt(status, GROUP.into())),
                pen.palette.quiet,
            )
        } else {
            line
        };
        let asker = state.asker(question).map_or("", |person| person.name.as_str());
        let between = if asker.is_empty() { "" } else { sign::BETWEEN };
        let number = format!("{:>3}  ", question.number);
        let words = excerpt(&question.text, usize::from(left.width));
        let (text, quiet) = (pen.palette.text, pen.palette.quiet);
        pen.texts(left, &[(&number, text), (asker, quiet), (between, quiet), (&words, text)]);
    });
}

/// The box with its line of letters; the area of the list below.
fn open(pen: &mut Pen, room: Rect, action: Action, letters: &LineField) -> Rect {
    let area = middle(room, SIZE.0, SIZE.1);
    pen.clear(area);
    let inside = pen.pane(area, pen.lang.action(action), pen.palette.border_here);
    let line = row(inside, 0);
    let used = pen.text(line, " > ", pen.palette.key);
    line_area(pen, after(line, used), letters, true);
    below(inside, 1)
}

fn rows(
    pen: &mut Pen,
    list: Rect,
    count: usize,
    finger: usize,
    draw: impl Fn(&mut Pen, Rect, usize),
) {
    let page = usize::from(list.height);
    let top = (finger + 1).saturating_sub(page);
    for (shown, place) in (top..count).take(page).enumerate() {
        let line = row(list, shown);
        pen.region(line, Target::Match(place));
        if place == finger {
            pen.tint(line, pen.palette.chosen);
            pen.text(line, sign::CHOSEN, pen.palette.strong);
        }
        draw(pen, after(line, 2), place);
    }
}
