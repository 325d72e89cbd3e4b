//! What stands over the replay for a moment.

use ratatui::layout::Rect;

use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::Model;
use crate::tui::model::bindings::Scope;
use crate::tui::model::edit::LineField;
use crate::tui::model::replay::Replay;
use crate::tui::model::replay::overlay::{Confirmation, FilterOption, ReplayOverlay};
use crate::tui::view::canvas::{Canvas, after, indented, row};
use crate::tui::view::charts;
use crate::tui::view::form::line_area;
use crate::tui::view::overlay::{ask, help, list, middle};
use crate::tui::view::theme::sign;

use super::{hits, notes, reading};

/// Cells and rows of the line that asks where to.
const GO_TO: (u16, u16) = (64, 5);

/// Draws what stands over the replay.
pub(super) fn draw(canvas: &mut Canvas, room: Rect, app: &Model, replay: &Replay, whole: &Session) {
    let Some(overlay) = &replay.overlay else { return };
    canvas.tint(room, canvas.palette.quiet);
    canvas.cursor = None;
    match overlay {
        ReplayOverlay::Help { scroll } => help(canvas, room, *scroll, Scope::Replay),
        ReplayOverlay::Palette { filter, matches, selected } => {
            list::palette(canvas, room, Scope::Replay, filter, (matches, *selected));
        }
        ReplayOverlay::GoTo { line, wrong } => go_to(canvas, room, line, *wrong),
        ReplayOverlay::Search { query, found, selected } => {
            hits::draw(canvas, room, query, (found, *selected), replay, whole);
        }
        ReplayOverlay::Filter { filter, all, matches, selected } => {
            let offers: Vec<&FilterOption> =
                matches.iter().filter_map(|place| all.get(*place)).collect();
            filters(canvas, room, filter, (&offers, *selected), replay, whole);
        }
        ReplayOverlay::Changes(compared) => reading::changes(canvas, room, compared, replay),
        ReplayOverlay::Corrections { corrections, selected } => {
            reading::corrections(canvas, room, (corrections, *selected), replay, whole);
        }
        ReplayOverlay::Charts { stats, chart } => charts(canvas, room, stats, *chart),
        ReplayOverlay::Notes { selected } => notes::listed(canvas, room, &replay.notes, *selected),
        ReplayOverlay::Note(note) => notes::written(canvas, room, note, app.telex.method()),
        ReplayOverlay::Confirmation(confirmation) => self::confirmation(canvas, room, confirmation),
    }
}

fn confirmation(canvas: &mut Canvas, room: Rect, confirmation: &Confirmation) {
    let lang = canvas.lang;
    let (title, words, question) = match confirmation {
        Confirmation::RemoveNote { was, .. } => {
            (lang.replay_remove_title(), was.text.as_str(), lang.replay_remove_asked())
        }
        Confirmation::DropNote(_) => (lang.discard_title(), "", lang.discard_asked()),
        Confirmation::Leave => (lang.replay_leave_title(), "", lang.replay_leave_asked()),
    };
    ask(canvas, room, title, words, question);
}

fn charts(canvas: &mut Canvas, room: Rect, stats: &Stats, chart: Chart) {
    canvas.clear(room);
    let title =
        format!("{} {}/{}", canvas.lang.replay_charts(), chart.place() + 1, Chart::ALL.len());
    let inside = indented(canvas.pane(room, &title, canvas.palette.border_active));
    charts::draw(canvas, inside, stats, chart);
}

fn go_to(canvas: &mut Canvas, room: Rect, filter: &LineField, wrong: bool) {
    let area = middle(room, GO_TO.0, GO_TO.1);
    canvas.clear(area);
    let inside =
        indented(canvas.pane(area, canvas.lang.replay_go_to(), canvas.palette.border_active));
    let line = row(inside, 0);
    let used = canvas.text(line, "> ", canvas.palette.key);
    line_area(canvas, after(line, used), filter, true);
    canvas.text(row(inside, 1), canvas.lang.replay_go_to_hint(), canvas.palette.quiet);
    if wrong {
        canvas.text(row(inside, 2), canvas.lang.replay_no_such_moment(), canvas.palette.trouble);
    }
}

fn filters(
    canvas: &mut Canvas,
    room: Rect,
    filter: &LineField,
    (offers, selected): (&[&FilterOption], usize),
    replay: &Replay,
    whole: &Session,
) {
    let under = list::open(canvas, room, canvas.lang.replay_filter(), filter);
    if offers.is_empty() {
        canvas.text(after(under, 2), canvas.lang.replay_no_such_value(), canvas.palette.quiet);
    }
    list::rows(canvas, under, offers.len(), selected, |canvas, line, place| {
        let Some(offer) = offers.get(place) else { return };
        let count = format!("  {} ", canvas.lang.questions_counted(offer.questions));
        let left = canvas.text_right(line, &count, canvas.palette.quiet);
        let mark = if offer.value.is_set(&replay.filter) { sign::FLOOR } else { " " };
        let name = offer.value.name(whole.state(), canvas.lang);
        canvas.texts(
            left,
            &[
                (mark, canvas.palette.strong),
                (" ", canvas.palette.text),
                (&name, canvas.palette.text),
            ],
        );
    });
}
