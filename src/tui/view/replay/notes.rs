//! The reviewers' notes: listed by moment, and one being written.

use ratatui::layout::Rect;

use crate::review::notes::Listed;
use crate::session::number::Seq;
use crate::tui::model::Target;
use crate::tui::model::edit::Method;
use crate::tui::model::replay::sheet::NoteSheet;
use crate::tui::view::form::text_area;
use crate::tui::view::leaf::Leaf;
use crate::tui::view::overlay::middle;
use crate::tui::view::pen::{Pen, after, below, excerpt, indented, narrow, row, upper};
use crate::tui::view::theme::sign;

/// Cells and rows of the boxes.
const LIST: (u16, u16) = (100, 24);
const NOTE: (u16, u16) = (84, 14);

/// Draws the list; the note under the finger stands whole below it, with what flags it.
pub(super) fn listed(pen: &mut Pen, room: Rect, notes: &[Listed], finger: usize) {
    let area = middle(room, LIST.0, LIST.1);
    pen.clear(area);
    let inside = indented(pen.pane(area, pen.lang.film_notes(), pen.palette.border_here));
    if notes.is_empty() {
        pen.text(row(inside, 0), pen.lang.film_no_note_yet(), pen.palette.quiet);
        return;
    }
    let list = upper(inside, narrow(notes.len()).min(inside.height / 2).max(1));
    let page = usize::from(list.height).max(1);
    let top = (finger + 1).saturating_sub(page);
    for (shown, (place, listed)) in notes.iter().enumerate().skip(top).take(page).enumerate() {
        one(pen, row(list, shown), place, place == finger, listed);
    }
    let under = below(inside, list.height);
    pen.rule(row(under, 0));
    if let Some(listed) = notes.get(finger) {
        whole(pen, below(under, 1), listed);
    }
}

fn one(pen: &mut Pen, line: Rect, place: usize, here: bool, listed: &Listed) {
    pen.region(line, Target::Match(place));
    if here {
        pen.tint(line, pen.palette.chosen);
        pen.text(line, sign::CHOSEN, pen.palette.strong);
    }
    let flag = if listed.flags.iter().any(|flag| flag.is_grave()) { sign::DAMAGED } else { " " };
    let place = pen.lang.note_place(listed);
    let (text, quiet) = (pen.palette.text, pen.palette.quiet);
    let left = after(line, 1);
    let words = excerpt(&listed.note.text, usize::from(line.width)).into_owned();
    pen.texts(
        left,
        &[(flag, pen.palette.trouble), (" ", text), (&place, quiet), (": ", quiet), (&words, text)],
    );
}

fn whole(pen: &mut Pen, area: Rect, listed: &Listed) {
    let mut leaf = Leaf::new(area.width);
    let who = pen.lang.film_note_by(&listed.reviewer);
    leaf.wrapped(0, &who, pen.palette.quiet);
    for flag in &listed.flags {
        let style = if flag.is_grave() { pen.palette.trouble } else { pen.palette.strong };
        leaf.wrapped(0, &format!("{} {}", sign::DAMAGED, pen.lang.note_flag(*flag)), style);
    }
    leaf.wrapped(0, &listed.note.text, pen.palette.text);
    leaf.draw(pen, area, 0);
}

/// Draws the note that is being written.
pub(super) fn written(pen: &mut Pen, room: Rect, note: &NoteSheet, method: Method) {
    let area = middle(room, NOTE.0, NOTE.1);
    pen.clear(area);
    let mut title =
        vec![pen.lang.film_note().to_owned(), pen.lang.event_numbered(Seq(note.moment as u64))];
    title.extend(pen.lang.note_about(note.about));
    let inside = indented(pen.pane(area, &title.join(sign::BETWEEN), pen.palette.border_here));
    let problem = note.problem.as_deref();
    let rows = inside.height.saturating_sub(1 + u16::from(problem.is_some()));
    text_area(
        pen,
        upper(Rect { width: inside.width.saturating_sub(1), ..inside }, rows),
        &note.field,
        true,
    );
    let under = below(inside, rows);
    if let Some(problem) = problem {
        pen.text(row(under, 0), problem, pen.palette.trouble);
    }
    let foot = row(inside, usize::from(inside.height.saturating_sub(1)));
    let foot = pen.text_right(foot, pen.lang.typing_method(method), pen.palette.quiet);
    if note.was.is_none() {
        pen.text(foot, pen.lang.film_note_subject(), pen.palette.quiet);
    }
}
