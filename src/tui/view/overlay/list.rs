//! Lists under a filter line: commands by name, and what was said by its words.

use ratatui::layout::Rect;

use crate::describe;
use crate::search::index::{Excerpt, TextKind};
use crate::search::item::{Found, FoundText, SessionItem, text_of};
use crate::session::Session;
use crate::session::question::Question;
use crate::session::state::State;
use crate::tui::model::action::Action;
use crate::tui::model::bindings::key_for;
use crate::tui::model::desk::Desk;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::FilteredList;
use crate::tui::model::{Model, Target};
use crate::tui::view::canvas::{Canvas, after, below, excerpt, row};
use crate::tui::view::form::line_area;
use crate::tui::view::theme::sign;

use super::middle;

/// Cells and rows of the box.
const SIZE: (u16, u16) = (84, 20);
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

/// What the letters find, with the words in which they are found.
pub(super) fn found(
    canvas: &mut Canvas,
    outer: Rect,
    found: &FilteredList<Found>,
    (desk, state): (&Desk, &State),
) {
    let (lang, matches) = (canvas.lang, &found.matches);
    let progress = desk.search_progress(state);
    let progress_told = progress.map(|hundredths| lang.replay_searched(hundredths));
    let title = [Some(lang.search().to_owned()), progress_told];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(sign::BETWEEN);
    let list = open(canvas, outer, &title, &found.line);
    let typed = found.typed();
    if matches.is_empty() {
        let words = match (typed.trim().is_empty(), progress) {
            (true, _) => lang.search_hint(),
            (false, Some(_)) => "",
            (false, None) => lang.nothing_in_session(),
        };
        canvas.text(after(list, 2), words, canvas.palette.quiet);
    }
    rows(canvas, list, matches.len(), found.selected, |canvas, line, place| {
        let Some(one) = matches.get(place).copied() else { return };
        let Some(text) = text_of(state, one, &typed) else { return };
        match one {
            Found::Question(number) => {
                if let Some(question) = state.question(number) {
                    one_question(canvas, line, question, &text, state);
                }
            }
            Found::Item(item) => one_item(canvas, line, (item, &text), state),
        }
    });
}

/// A question that was found: who asked, the words around what is sought, what has become of it.
fn one_question(
    canvas: &mut Canvas,
    line: Rect,
    question: &Question,
    text: &FoundText,
    state: &State,
) {
    let quiet = canvas.palette.quiet;
    let status = format!("  {} ", excerpt(canvas.lang.standing(question), STATUS.into()));
    let left = if line.width > 2 * STATUS { canvas.text_right(line, &status, quiet) } else { line };
    let number = format!("{:>3}  ", question.number);
    let left = canvas.texts(left, &[(&number, canvas.palette.text)]);
    let left = match (text.kind, state.asker(question)) {
        (TextKind::Question, Some(person)) => {
            canvas.texts(left, &[(&person.name, quiet), (sign::BETWEEN, quiet)])
        }
        (TextKind::Question, None) => left,
        (kind, _) => {
            let kind = describe::review::text_kind(canvas.lang, kind);
            canvas.texts(left, &[(kind, quiet), (": ", quiet)])
        }
    };
    highlighted(canvas, left, &text.excerpt);
}

/// A task, a statement or a conclusion that was found: its kind, its words, and who said it or how far it is.
fn one_item(
    canvas: &mut Canvas,
    line: Rect,
    (item, text): (SessionItem, &FoundText),
    state: &State,
) {
    let (lang, quiet) = (canvas.lang, canvas.palette.quiet);
    let kind = describe::review::text_kind(lang, text.kind);
    let (start, beside) = match item {
        SessionItem::Task(number) => {
            let progress = state.task(number).map_or("", |task| lang.progress(task.progress));
            let own = text.kind == TextKind::Task;
            let numbered = lang.task_numbered(number);
            let start = if own { numbered } else { format!("{numbered}{}{kind}", sign::BETWEEN) };
            (start, progress.to_owned())
        }
        SessionItem::Statement(seq) => {
            let said = state.statement(seq);
            let by = said.map_or("", |said| state.short_name(&said.by));
            (kind.to_owned(), by.to_owned())
        }
        SessionItem::Conclusion(_) => (kind.to_owned(), String::new()),
    };
    let beside = format!("  {} ", excerpt(&beside, STATUS.into()));
    let left = if line.width > 2 * STATUS { canvas.text_right(line, &beside, quiet) } else { line };
    let left = canvas.texts(left, &[("     ", quiet), (&start, quiet), (": ", quiet)]);
    highlighted(canvas, left, &text.excerpt);
}

/// The words, those searched for emphasised.
pub(super) fn highlighted(canvas: &mut Canvas, line: Rect, excerpt: &Excerpt) {
    let (text, found) = (canvas.palette.text, canvas.palette.strong);
    let mut left = line;
    let mut at = 0;
    for place in &excerpt.found {
        let (Some(before), Some(hit)) =
            (excerpt.text.get(at..place.start), excerpt.text.get(place.clone()))
        else {
            break;
        };
        left = canvas.texts(left, &[(before, text), (hit, found)]);
        at = place.end;
    }
    canvas.text(left, excerpt.text.get(at..).unwrap_or_default(), text);
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
