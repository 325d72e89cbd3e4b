//! The start screen: the sessions of a folder, and the ways into them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::bindings::Scope;
use crate::app::start::{Condition, Entry, Start, Summary};
use crate::app::{App, Target};
use crate::words::Lang;

use super::leaf::Leaf;
use super::pen::{Pen, after, below, narrow, row, upper};
use super::theme::sign;
use super::{footer, form, overlay};

/// Cells of the columns at the right: the day, the counts.
const DAY: u16 = 12;
const COUNTS: u16 = 25;
/// Width below which a session takes two rows instead of one with columns.
const ROOM_FOR_COLUMNS: u16 = 100;
/// Columns from which the form stands beside the list.
const WIDE: u16 = 100;

/// Draws the start screen.
pub(super) fn draw(pen: &mut Pen, area: Rect, app: &App, start: &Start) {
    let palette = pen.palette;
    if area.width < 40 || area.height < 8 {
        pen.text(row(area, 0), pen.lang.window_too_small(), palette.strong);
        return;
    }
    let line = after(row(area, 0), 2);
    if let Some(name) = start.opening.as_ref().filter(|_| start.alone) {
        pen.text(line, &pen.lang.is_being_opened(name), palette.strong);
        return;
    }
    let left = pen.text_right(line, &format!("  {} ", start.folder), palette.quiet);
    pen.texts(left, &[(pen.lang.program_title(), palette.strong)]);
    let body = upper(below(area, 2), area.height.saturating_sub(3));
    let body = match &start.form {
        Some(open) if area.width >= WIDE => {
            let list = Rect { width: body.width * 2 / 5, ..body };
            form::draw(pen, after(body, list.width), app, open, None);
            list
        }
        Some(open) => {
            form::draw(pen, body, app, open, None);
            Rect { height: 0, ..body }
        }
        None => body,
    };
    let list = messages(pen, body, start);
    entries(pen, list, app, start);
    footer::keys(pen, row(area, usize::from(area.height - 1)), app, None);
    if let Some(scroll) = start.help {
        overlay::help(pen, upper(area, area.height - 1), scroll, Scope::Start);
    }
}

/// What went wrong and who holds what, at the bottom; what is left above.
fn messages(pen: &mut Pen, area: Rect, start: &Start) -> Rect {
    let (lang, palette) = (pen.lang, pen.palette);
    let mut leaf = Leaf::new(area.width.saturating_sub(4));
    if let Some(held) = &start.held {
        leaf.wrapped(0, &lang.is_held(held.pid, &held.user, &held.host), palette.strong);
        leaf.wrapped(0, lang.watching_is_possible(), palette.text);
    }
    if let Some(name) = &start.opening {
        leaf.wrapped(0, &lang.is_being_opened(name), palette.text);
    }
    if start.coming {
        leaf.wrapped(0, lang.is_still_coming(), palette.text);
    }
    if let Some(trouble) = &start.trouble {
        leaf.wrapped(0, trouble, palette.trouble);
    }
    let rows = narrow(leaf.len()).min(area.height / 2);
    let list = upper(area, area.height - rows);
    leaf.draw(pen, after(below(area, list.height), 2), 0);
    list
}

fn entries(pen: &mut Pen, list: Rect, app: &App, start: &Start) {
    if start.entries.is_empty() {
        let mut leaf = Leaf::new(list.width.saturating_sub(4));
        let words = match start.reading {
            true => pen.lang.folder_is_being_read(),
            false => pen.lang.folder_is_empty(),
        };
        leaf.wrapped(0, words, pen.palette.text);
        leaf.draw(pen, after(list, 2), 0);
        return;
    }
    let rows_each = if list.width >= ROOM_FOR_COLUMNS { 1 } else { 2 };
    let page = usize::from(list.height) / rows_each;
    let chosen = start.chosen_place();
    let highest = start.entries.len().saturating_sub(page);
    let top = start.top.min(chosen).max((chosen + 1).saturating_sub(page)).min(highest);
    pen.glass.top = top;
    pen.glass.page = page;
    for (at, (place, entry)) in start.entries.iter().enumerate().skip(top).take(page).enumerate() {
        let area = upper(below(list, narrow(at * rows_each)), narrow(rows_each));
        pen.region(area, Target::Entry(place));
        if start.chosen.as_ref() == Some(&entry.path) {
            pen.tint(area, pen.palette.chosen);
            for line in 0..rows_each {
                pen.text(row(area, line), sign::CHOSEN, pen.palette.strong);
            }
        }
        match rows_each {
            1 => in_columns(pen, after(area, 2), app, entry),
            _ => in_two_rows(pen, after(area, 2), app, entry),
        }
    }
}

fn in_columns(pen: &mut Pen, line: Rect, app: &App, entry: &Entry) {
    let (text, quiet) = (pen.palette.text, pen.palette.quiet);
    let (words, style) = condition(pen, entry);
    let state = after(line, line.width * 9 / 14);
    pen.text(state, &words, style);
    let counts_at = state.x.saturating_sub(COUNTS);
    pen.text(Rect { x: counts_at, width: COUNTS - 2, ..line }, &counts(pen.lang, entry), quiet);
    let day_at = counts_at.saturating_sub(DAY);
    pen.text(Rect { x: day_at, width: DAY - 2, ..line }, &day(app, entry), quiet);
    let name = Rect { width: day_at.saturating_sub(line.x + 2), ..line };
    pen.text(name, name_of(entry), text);
}

fn in_two_rows(pen: &mut Pen, area: Rect, app: &App, entry: &Entry) {
    let day = day(app, entry);
    let first = pen.text_right(row(area, 0), &format!("  {day} "), pen.palette.quiet);
    pen.text(first, name_of(entry), pen.palette.text);
    let (words, style) = condition(pen, entry);
    let counts = counts(pen.lang, entry);
    let between = if counts.is_empty() { "" } else { sign::BETWEEN };
    let quiet = pen.palette.quiet;
    let second = after(row(area, 1), 2);
    pen.texts(second, &[(&counts, quiet), (between, quiet), (&words, style)]);
}

fn summary(entry: &Entry) -> Option<&Summary> {
    match &entry.condition {
        Condition::Whole(summary) | Condition::Torn(summary) => Some(summary),
        Condition::Damaged { summary, .. } => Some(summary),
        Condition::Unreadable(_) => None,
    }
}

fn name_of(entry: &Entry) -> &str {
    match summary(entry) {
        Some(summary) if !summary.title.trim().is_empty() => &summary.title,
        _ => &entry.name,
    }
}

fn day(app: &App, entry: &Entry) -> String {
    match summary(entry).and_then(|summary| summary.opened) {
        Some(opened) if opened.date() == app.now.date() => app.lang.today().to_owned(),
        Some(opened) => app.lang.whole_day(opened.date()),
        None => sign::NOTHING.to_owned(),
    }
}

fn counts(lang: Lang, entry: &Entry) -> String {
    summary(entry).map_or(String::new(), |summary| {
        let questions = lang.questions_counted(summary.questions);
        [questions, lang.tasks_counted(summary.tasks)].join(sign::BETWEEN)
    })
}

/// How the file stands; trouble in the style of trouble.
fn condition(pen: &Pen, entry: &Entry) -> (String, Style) {
    let (lang, palette) = (pen.lang, pen.palette);
    match &entry.condition {
        Condition::Whole(Summary { held_by: Some(pid), .. }) => {
            (lang.is_open_in(*pid), palette.strong)
        }
        Condition::Whole(Summary { closed: true, rebuilt: false, .. }) => {
            (lang.was_closed().to_owned(), palette.quiet)
        }
        Condition::Whole(Summary { rebuilt: true, .. }) => {
            (lang.was_rebuilt().to_owned(), palette.quiet)
        }
        Condition::Whole(_) => (lang.is_unfinished().to_owned(), palette.text),
        Condition::Torn(_) => (lang.is_torn().to_owned(), palette.text),
        Condition::Damaged { from, .. } => (lang.is_damaged(*from), palette.trouble),
        Condition::Unreadable(why) => (why.clone(), palette.trouble),
    }
}
