//! The pane under the question: the responders with their counts, the tasks, or what was stated and concluded.

mod statements;

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::session::load::Load;
use crate::session::number::TaskNo;
use crate::session::state::{State, Task};
use crate::tui::model::Target;
use crate::tui::model::desk::rows::responder_order;
use crate::tui::model::desk::{Desk, DeskMode, Pane};

use super::canvas::{Canvas, after, below, cut, excerpt, narrow, row, upper, width};
use super::theme::sign;

/// Cells of a count.
const COUNT: u16 = 7;
/// Rows of a task, a statement or a conclusion.
const ITEM_ROWS: u16 = 2;
/// Cells a lead's name is not cut below.
const SHORTEST_LEAD: usize = 8;

/// Draws the responders, or what else of it is active.
pub(crate) fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk, state: &State) {
    let shown = match desk.pane {
        Pane::Tasks | Pane::Statements => desk.pane,
        Pane::Queue | Pane::Question | Pane::Responders => Pane::Responders,
    };
    let here = desk.pane == shown && desk.form().is_none();
    canvas.region(area, Target::Pane(shown));
    let inside = tabs(canvas, area, (shown, here), state);
    match shown {
        Pane::Tasks => tasks(canvas, inside, (desk, here), state),
        Pane::Statements => statements::draw(canvas, inside, (desk, here), state),
        Pane::Queue | Pane::Question | Pane::Responders => {
            responders(canvas, inside, (desk, here), state);
        }
    }
}

fn responders(canvas: &mut Canvas, inside: Rect, (desk, here): (&Desk, bool), state: &State) {
    let headings = [canvas.lang.waiting_short(), canvas.lang.done_short(), canvas.lang.promised()];
    let quiet = canvas.palette.quiet;
    let headings_at =
        Rect { height: 1.min(inside.height), width: inside.width.saturating_sub(1), ..inside };
    let top = headings.iter().rev().fold(headings_at, |left, heading| {
        canvas.text_right(left, &format!("{heading:>0$}", usize::from(COUNT)), quiet)
    });
    canvas.text(after(top, 1), canvas.lang.short_name(), quiet);
    let list = below(inside, 1);
    let chosen = desk.chosen_responder.as_ref();
    let order = responder_order(state);
    let page = usize::from(list.height);
    let place = order.iter().position(|id| Some(id) == chosen);
    let top = first_shown(place.filter(|_| here), page);
    let shown = order.iter().skip(top).take(page).filter_map(|id| state.responder(id));
    for (place, responder) in shown.enumerate() {
        let line = row(list, place);
        canvas.region(line, Target::Responder(responder.id.clone()));
        let load = state.load(&responder.id);
        mark(canvas, line, here && chosen == Some(&responder.id));
        let left = counts(canvas, line, load);
        canvas.text(after(left, 1), responder.short_name(), canvas.palette.text);
    }
    canvas.more_beside(list, (top > 0, top + page < order.len()));
}

fn counts(canvas: &mut Canvas, line: Rect, load: Load) -> Rect {
    let palette = canvas.palette;
    let line = Rect { width: line.width.saturating_sub(1), ..line };
    [load.deferred, load.answered, load.waiting].iter().fold(line, |left, count| match count {
        0 => canvas.text_right(
            left,
            &format!("{:>1$}", sign::NOTHING, usize::from(COUNT)),
            palette.border,
        ),
        _ => canvas.text_right(left, &format!("{count:>0$}", usize::from(COUNT)), palette.text),
    })
}

fn tasks(canvas: &mut Canvas, inside: Rect, (desk, here): (&Desk, bool), state: &State) {
    if state.task_count() == 0 {
        let words = match desk.mode {
            DeskMode::Writing => canvas.lang.no_task_yet(),
            DeskMode::Watching => canvas.lang.nothing_assigned_yet(),
        };
        canvas.text(after(inside, 1), words, canvas.palette.quiet);
    }
    let page = usize::from(inside.height / ITEM_ROWS).max(1);
    let shown = tasks_shown(desk.chosen_task.filter(|_| here), page, state);
    for (place, shown) in shown.iter().enumerate() {
        let place = upper(below(inside, narrow(place) * ITEM_ROWS), ITEM_ROWS);
        canvas.region(place, Target::Task(shown.number));
        for line in 0..usize::from(ITEM_ROWS) {
            mark(canvas, row(place, line), here && desk.chosen_task == Some(shown.number));
        }
        task(canvas, place, shown, state);
    }
    let all =
        [state.tasks().next(), state.tasks().next_back()].map(|task| task.map(|it| it.number));
    let ends = [shown.first(), shown.last()].map(|task| task.map(|it| it.number));
    canvas.more_beside(inside, (all[0] < ends[0], ends[1] < all[1]));
}

/// Those of the page that ends with the chosen task, or of the first page.
fn tasks_shown(chosen: Option<TaskNo>, page: usize, state: &State) -> Vec<&Task> {
    let mut shown: Vec<&Task> = match chosen {
        Some(chosen) => state.tasks_back_from(chosen).take(page).collect(),
        None => Vec::new(),
    };
    shown.reverse();
    if shown.len() < page {
        shown = state.tasks().take(page).collect();
    }
    shown
}

/// A task in two rows: its text; its lead, deadline and progress, or that one of them is missing.
fn task(canvas: &mut Canvas, place: Rect, task: &Task, state: &State) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let number = format!("{:>2} ", task.number);
    let first = row(place, 0);
    let words = excerpt(&task.text, usize::from(first.width));
    canvas.texts(after(first, 1), &[(&number, palette.text), (&words, palette.text)]);
    let second = after(row(place, 1), narrow(width(&number)) + 1);
    let [lead, due, progress] = task_summary(lang, task, state);
    let rest = format!("{}{due}{}{progress} ", sign::BETWEEN, sign::BETWEEN);
    let cells = usize::from(second.width).saturating_sub(width(&rest)).max(SHORTEST_LEAD);
    canvas.texts(second, &[(&cut(&lead, cells), palette.quiet), (&rest, palette.quiet)]);
}

/// Who leads a task, until when, and how far it has come.
pub(super) fn task_summary(lang: Lang, task: &Task, state: &State) -> [String; 3] {
    let lead = task.lead.as_ref().map_or(lang.no_unit(), |lead| state.short_name(lead));
    let due = match (task.due, &task.due_text) {
        (Some(due), _) => lang.whole_day(due),
        (None, Some(words)) => words.clone(),
        (None, None) => lang.no_deadline().to_owned(),
    };
    [lead.to_owned(), due, lang.progress(task.progress).to_owned()]
}

/// The tabs in the border: the one shown is the strong one, and stands alone where not all fit.
fn tabs(canvas: &mut Canvas, area: Rect, (shown, here): (Pane, bool), state: &State) -> Rect {
    let palette = canvas.palette;
    let border = if here { palette.border_active } else { palette.border };
    let inside = canvas.pane(area, "", border);
    let stated = state.statements().count() + state.conclusions().count();
    let names = [
        (Pane::Responders, canvas.lang.responders().to_owned()),
        (Pane::Tasks, canvas.lang.tasks_counted(state.task_count())),
        (Pane::Statements, canvas.lang.statements_counted(stated)),
    ];
    let marked = names.map(|(pane, name)| match pane == shown {
        true if here => (pane, format!(" {} {name} ", sign::HERE)),
        true => (pane, format!(" {name} ")),
        false => (pane, format!(" ({name}) ")),
    });
    let cells: usize = marked.iter().map(|(_, name)| width(name) + 1).sum();
    let fit = cells <= usize::from(inside.width);
    let line = Rect { x: inside.x, y: area.y, width: inside.width, height: inside.height.min(1) };
    let drawn = marked.iter().filter(|(pane, _)| fit || *pane == shown);
    drawn.fold(line, |left, (pane, name)| {
        let style = if *pane == shown { palette.strong } else { palette.quiet };
        after(canvas.texts(left, &[(name, style)]), 1)
    });
    inside
}

fn mark(canvas: &mut Canvas, line: Rect, chosen: bool) {
    if chosen {
        canvas.tint(line, canvas.palette.chosen);
        canvas.text(line, sign::CHOSEN, canvas.palette.strong);
    }
}

/// The first row of a short list, so that the chosen one shows.
pub(crate) fn first_shown(chosen: Option<usize>, page: usize) -> usize {
    chosen.map_or(0, |place| (place + 1).saturating_sub(page))
}
