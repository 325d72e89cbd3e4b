//! What is opened over a replay besides reading: values to filter by, a moment to go to, charts.

use ratatui::layout::Rect;

use crate::review::stats::{Chart, Stats};
use crate::session::Session;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::FilteredList;
use crate::tui::model::replay::Replay;
use crate::tui::model::replay::filter_option::FilterOption;
use crate::tui::view::canvas::{Canvas, after, indented, row};
use crate::tui::view::charts;
use crate::tui::view::form::line_area;
use crate::tui::view::theme::sign;

use super::{list, middle};

/// Cells and rows of the line that asks where to.
const GO_TO: (u16, u16) = (64, 5);

pub(super) fn charts(canvas: &mut Canvas, outer: Rect, stats: &Stats, chart: Chart) {
    canvas.clear(outer);
    let title =
        format!("{} {}/{}", canvas.lang.replay_charts(), chart.place() + 1, Chart::ALL.len());
    let inside = indented(canvas.pane(outer, &title, canvas.palette.border_active));
    charts::draw(canvas, inside, stats, chart);
}

pub(super) fn go_to(canvas: &mut Canvas, outer: Rect, filter: &LineField, wrong: bool) {
    let area = middle(outer, GO_TO.0, GO_TO.1);
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

/// The values whose names contain the letters, those that are set marked.
pub(super) fn filters(
    canvas: &mut Canvas,
    outer: Rect,
    (all, list): (&[FilterOption], &FilteredList<usize>),
    replay: &Replay,
    whole: &Session,
) {
    let offers: Vec<&FilterOption> =
        list.matches.iter().filter_map(|place| all.get(*place)).collect();
    let under = list::open(canvas, outer, canvas.lang.replay_filter(), &list.line);
    if offers.is_empty() {
        canvas.text(after(under, 2), canvas.lang.replay_no_such_value(), canvas.palette.quiet);
    }
    list::rows(canvas, under, offers.len(), list.selected, |canvas, line, place| {
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
