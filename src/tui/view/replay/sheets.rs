//! What stands over the film for a moment.

use ratatui::layout::Rect;

use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::App;
use crate::tui::model::bindings::Scope;
use crate::tui::model::edit::LineField;
use crate::tui::model::replay::Replay;
use crate::tui::model::replay::sheet::{Asked, Offer, Sheet};
use crate::tui::view::charts;
use crate::tui::view::form::line_area;
use crate::tui::view::overlay::{ask, help, list, middle};
use crate::tui::view::pen::{Pen, after, indented, row};
use crate::tui::view::theme::sign;

use super::{hits, notes, reading};

/// Cells and rows of the line that asks where to.
const GO_TO: (u16, u16) = (64, 5);

/// Draws what stands over the film.
pub(super) fn draw(pen: &mut Pen, room: Rect, app: &App, film: &Replay, whole: &Session) {
    let Some(sheet) = &film.sheet else { return };
    pen.tint(room, pen.palette.quiet);
    pen.cursor = None;
    match sheet {
        Sheet::Help { scroll } => help(pen, room, *scroll, Scope::Replay),
        Sheet::Palette { filter, matches, finger } => {
            list::palette(pen, room, Scope::Replay, filter, (matches, *finger));
        }
        Sheet::GoTo { line, wrong } => go_to(pen, room, line, *wrong),
        Sheet::Search { query, found, finger } => {
            hits::draw(pen, room, query, (found, *finger), film, whole);
        }
        Sheet::Filter { letters, all, matches, finger } => {
            let offers: Vec<&Offer> = matches.iter().filter_map(|place| all.get(*place)).collect();
            filter(pen, room, letters, (&offers, *finger), film, whole);
        }
        Sheet::Changes(compared) => reading::changes(pen, room, compared, film),
        Sheet::Corrections { corrections, finger } => {
            reading::corrections(pen, room, (corrections, *finger), film, whole);
        }
        Sheet::Charts { stats, chart } => charts(pen, room, stats, *chart),
        Sheet::Notes { finger } => notes::listed(pen, room, &film.notes, *finger),
        Sheet::Note(note) => notes::written(pen, room, note, app.telex.method()),
        Sheet::Asked(asked) => self::asked(pen, room, asked),
    }
}

fn asked(pen: &mut Pen, room: Rect, asked: &Asked) {
    let lang = pen.lang;
    let (title, words, question) = match asked {
        Asked::RemoveNote { was, .. } => {
            (lang.film_remove_title(), was.text.as_str(), lang.film_remove_asked())
        }
        Asked::DropNote(_) => (lang.discard_title(), "", lang.discard_asked()),
        Asked::Leave => (lang.film_leave_title(), "", lang.film_leave_asked()),
    };
    ask(pen, room, title, words, question);
}

fn charts(pen: &mut Pen, room: Rect, stats: &Stats, chart: Chart) {
    pen.clear(room);
    let title = format!("{} {}/{}", pen.lang.film_charts(), chart.place() + 1, Chart::ALL.len());
    let inside = indented(pen.pane(room, &title, pen.palette.border_here));
    charts::draw(pen, inside, stats, chart);
}

fn go_to(pen: &mut Pen, room: Rect, letters: &LineField, wrong: bool) {
    let area = middle(room, GO_TO.0, GO_TO.1);
    pen.clear(area);
    let inside = indented(pen.pane(area, pen.lang.film_go_to(), pen.palette.border_here));
    let line = row(inside, 0);
    let used = pen.text(line, "> ", pen.palette.key);
    line_area(pen, after(line, used), letters, true);
    pen.text(row(inside, 1), pen.lang.film_go_to_hint(), pen.palette.quiet);
    if wrong {
        pen.text(row(inside, 2), pen.lang.film_no_such_moment(), pen.palette.trouble);
    }
}

fn filter(
    pen: &mut Pen,
    room: Rect,
    letters: &LineField,
    (offers, finger): (&[&Offer], usize),
    film: &Replay,
    whole: &Session,
) {
    let under = list::open(pen, room, pen.lang.film_filter(), letters);
    if offers.is_empty() {
        pen.text(after(under, 2), pen.lang.film_no_such_value(), pen.palette.quiet);
    }
    list::rows(pen, under, offers.len(), finger, |pen, line, place| {
        let Some(offer) = offers.get(place) else { return };
        let count = format!("  {} ", pen.lang.questions_counted(offer.questions));
        let left = pen.text_right(line, &count, pen.palette.quiet);
        let mark = if offer.value.is_set(&film.filter) { sign::FLOOR } else { " " };
        let name = pen.lang.filter_value(&offer.value, whole.state());
        pen.texts(
            left,
            &[(mark, pen.palette.strong), (" ", pen.palette.text), (&name, pen.palette.text)],
        );
    });
}
