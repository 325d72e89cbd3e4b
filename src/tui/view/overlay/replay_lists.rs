//! What is opened over a replay besides reading: values to filter by, a moment to go to, charts.

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::review::stats::Chart;
use crate::session::Session;
use crate::tui::model::edit::LineField;
use crate::tui::model::overlay::FilteredList;
use crate::tui::model::replay::Replay;
use crate::tui::model::replay::chart_view::{ChartSpan, ChartView};
use crate::tui::model::replay::filter_option::FilterOption;
use crate::tui::view::canvas::{Canvas, after, indented, row};
use crate::tui::view::charts;
use crate::tui::view::form::line_area;
use crate::tui::view::theme::sign;

use super::{list, middle};

/// Cells and rows of the line that asks where to.
const GO_TO: (u16, u16) = (64, 5);

/// Rows below which a chart has no border.
const ROWS_FOR_BORDER: u16 = 8;

/// All charts where there is room for them, else the one that is looked at.
pub(super) fn charts(canvas: &mut Canvas, outer: Rect, view: &ChartView, replay: &Replay) {
    canvas.clear(outer);
    let inside = Rect { height: outer.height.saturating_sub(2), ..indented(indented(outer)) };
    let is_page = !view.alone && charts::is_room_for_all(inside);
    let place = match is_page {
        true => String::new(),
        false => format!(" {}/{}", view.chart.place() + 1, Chart::ALL.len()),
    };
    let span = charts_span(canvas.lang, view, replay);
    if outer.height < ROWS_FOR_BORDER {
        let place =
            format!(" {}/{}{}{span}", view.chart.place() + 1, Chart::ALL.len(), sign::BETWEEN);
        charts::draw(canvas, outer, &view.stats, view.chart);
        canvas.text_right(row(outer, 0), &place, canvas.palette.quiet);
        return;
    }
    let title = format!("{}{place}{}{span}", canvas.lang.replay_charts(), sign::BETWEEN);
    let inside = indented(canvas.pane(outer, &title, canvas.palette.border_active));
    match is_page {
        true => charts::draw_all(canvas, inside, &view.stats, view.chart),
        false => charts::draw(canvas, inside, &view.stats, view.chart),
    }
}

/// Up to which moment the charts count.
fn charts_span(lang: Lang, view: &ChartView, replay: &Replay) -> String {
    match (view.span, replay.then.last_at()) {
        (ChartSpan::Whole, _) => lang.charts_whole().to_owned(),
        (ChartSpan::Moment, Some(at)) if !replay.timeline.is_rebuilt() => {
            lang.charts_up_to(&lang.clock(at))
        }
        (ChartSpan::Moment, _) => lang.charts_up_to(&lang.event_numbered(replay.then.last_seq())),
    }
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
