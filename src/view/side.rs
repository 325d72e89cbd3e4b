//! What stands under the question: the responders with what they have before them, or the tasks.

use ratatui::layout::Rect;

use crate::app::Target;
use crate::app::desk::{Desk, Pane};
use crate::session::queue::Load;
use crate::session::state::{State, Task};

use super::pen::{Pen, after, excerpt, row};
use super::theme::sign;

/// Cells of a count.
const COUNT: u16 = 7;

/// Draws the responders, or the tasks when they are in hand.
pub(crate) fn draw(pen: &mut Pen, area: Rect, desk: &Desk, state: &State) {
    match desk.pane {
        Pane::Tasks => tasks(pen, area, desk, state),
        _ => responders(pen, area, desk, state),
    }
}

fn responders(pen: &mut Pen, area: Rect, desk: &Desk, state: &State) {
    let here = desk.pane == Pane::Responders && desk.form().is_none();
    pen.region(area, Target::Pane(Pane::Responders));
    let inside = tabs(pen, area, here, [true, false], state);
    let headings = [pen.lang.waiting_short(), pen.lang.done_short(), pen.lang.promised()];
    let quiet = pen.palette.quiet;
    let headings_at =
        Rect { height: 1.min(inside.height), width: inside.width.saturating_sub(1), ..inside };
    let top = headings.iter().rev().fold(headings_at, |left, heading| {
        pen.text_right(left, &format!("{heading:>0$}", usize::from(COUNT)), quiet)
    });
    pen.text(after(top, 1), pen.lang.short_name(), quiet);
    let list = super::pen::below(inside, 1);
    let loads = state.loads();
    let chosen = desk.chosen_responder.as_ref();
    let place = state.responders().position(|responder| Some(&responder.id) == chosen);
    let top = first_shown(place.filter(|_| here), usize::from(list.height));
    let shown = state.responders().skip(top).take(usize::from(list.height));
    for (place, responder) in shown.enumerate() {
        let line = row(list, place);
        pen.region(line, Target::Responder(responder.id.clone()));
        let load = loads.get(&responder.id).copied().unwrap_or_default();
        mark(pen, line, here && chosen == Some(&responder.id));
        let left = counts(pen, line, load);
        pen.text(after(left, 1), responder.short_name(), pen.palette.text);
    }
}

fn counts(pen: &mut Pen, line: Rect, load: Load) -> Rect {
    let palette = pen.palette;
    let line = Rect { width: line.width.saturating_sub(1), ..line };
    [load.deferred, load.answered, load.waiting].iter().fold(line, |left, count| match count {
        0 => pen.text_right(
            left,
            &format!("{:>1$}", sign::NOTHING, usize::from(COUNT)),
            palette.border,
        ),
        _ => pen.text_right(left, &format!("{count:>0$}", usize::from(COUNT)), palette.text),
    })
}

fn tasks(pen: &mut Pen, area: Rect, desk: &Desk, state: &State) {
    let here = desk.form().is_none();
    pen.region(area, Target::Pane(Pane::Tasks));
    let inside = tabs(pen, area, here, [false, true], state);
    let count = state.tasks().count();
    if count == 0 {
        pen.text(after(inside, 1), pen.lang.no_task_yet(), pen.palette.quiet);
    }
    let place = state.tasks().position(|task| Some(task.number) == desk.chosen_task);
    let top = first_shown(place.filter(|_| here), usize::from(inside.height));
    for (place, shown) in state.tasks().skip(top).take(usize::from(inside.height)).enumerate() {
        let line = row(inside, place);
        pen.region(line, Target::Task(shown.number));
        mark(pen, line, here && desk.chosen_task == Some(shown.number));
        task(pen, line, shown, state);
    }
}

/// A task in one row: what, who leads, until when, how far. What is missing is said to be missing.
fn task(pen: &mut Pen, line: Rect, task: &Task, state: &State) {
    let (lang, palette) = (pen.lang, pen.palette);
    let lead = match &task.lead {
        Some(lead) => state.short_name(lead),
        None => lang.no_unit(),
    };
    let due = match (task.due, &task.due_text) {
        (Some(due), _) => lang.short_day(due),
        (None, Some(words)) => words.clone(),
        (None, None) => lang.no_deadline().to_owned(),
    };
    let fate = [lead, &due, lang.progress(task.progress)].join(sign::BETWEEN);
    let room = usize::from(line.width) * 3 / 5;
    let left = pen.text_right(line, &format!("  {} ", excerpt(&fate, room)), palette.quiet);
    let number = format!("{:>2} ", task.number);
    let words = excerpt(&task.text, usize::from(left.width));
    pen.texts(after(left, 1), &[(&number, palette.text), (&words, palette.text)]);
}

/// The two tabs in the border: the one shown is the strong one.
fn tabs(pen: &mut Pen, area: Rect, here: bool, shown: [bool; 2], state: &State) -> Rect {
    let palette = pen.palette;
    let border = if here { palette.border_here } else { palette.border };
    let inside = pen.pane(area, "", border);
    let tasks = pen.lang.tasks_counted(state.tasks().count());
    let names = [(pen.lang.responders(), shown[0]), (tasks.as_str(), shown[1])];
    let line = Rect { x: inside.x, y: area.y, width: inside.width, height: inside.height.min(1) };
    names.into_iter().fold(line, |left, (name, shown)| {
        let style = if shown { palette.strong } else { palette.quiet };
        let marked = match shown {
            true if here => format!(" {} {name} ", sign::HERE),
            true => format!(" {name} "),
            false => format!(" ({name}) "),
        };
        let left = pen.texts(left, &[(&marked, style)]);
        after(left, 1)
    });
    inside
}

fn mark(pen: &mut Pen, line: Rect, chosen: bool) {
    if chosen {
        pen.tint(line, pen.palette.chosen);
        pen.text(line, sign::CHOSEN, pen.palette.strong);
    }
}

/// The first row of a short list, so that the chosen one shows.
pub(crate) fn first_shown(chosen: Option<usize>, page: usize) -> usize {
    chosen.map_or(0, |place| (place + 1).saturating_sub(page))
}
