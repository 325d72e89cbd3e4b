//! All charts on one page, small, to be taken in at a glance.
//!
//! ```text
//!  outcomes      themes        responders
//!  waiting       answering     speaking
//!  the queue over the whole width
//! ```

use ratatui::layout::Rect;

use crate::describe;
use crate::review::stats::{Chart, Stats};
use crate::tui::view::canvas::{Canvas, after, below, upper};
use crate::tui::view::text_block::TextBlock;

use super::{ChartDetail, ChartFrame, draw_in};

/// The smallest area in which all charts can be read.
const ROOM: (u16, u16) = (96, 25);
/// Rows of a chart that shows every bin of a distribution, with its title and its figures.
const BINS: u16 = 9;
/// Rows of the queue over time, with its title and its axis.
const CURVE: u16 = 6;
/// Cells between two charts.
const GAP: u16 = 2;

const ABOVE: [Chart; 3] = [Chart::Outcomes, Chart::Themes, Chart::Responders];
const BETWEEN: [Chart; 3] = [Chart::Waiting, Chart::Answering, Chart::Speaking];

/// Whether all charts can be read in an area.
pub(crate) fn is_room_for_all(area: Rect) -> bool {
    area.width >= ROOM.0 && area.height >= ROOM.1
}

/// Draws all charts, the chosen one marked.
pub(crate) fn draw_all(canvas: &mut Canvas, area: Rect, stats: &Stats, chosen: Chart) {
    let area = area.intersection(canvas.buffer.area);
    let frame = |chart, area| ChartFrame {
        title: describe::review::chart(canvas.lang, chart),
        area,
        detail: ChartDetail::Brief { is_chosen: chart == chosen },
    };
    let rows = match stats.times {
        Some(_) => rows(area.height),
        // Three charts and a sentence.
        None => [area.height * 2 / 3, area.height / 3, 0],
    };
    let mut frames: Vec<(Chart, ChartFrame)> = Vec::new();
    frames.extend(across(upper(area, rows[0]), ABOVE, &frame));
    let left = below(area, rows[0] + 1);
    if stats.times.is_some() {
        frames.extend(across(upper(left, rows[1]), BETWEEN, &frame));
        frames.push((Chart::Queue, frame(Chart::Queue, below(left, rows[1] + 1))));
    }
    for (chart, frame) in frames {
        draw_in(canvas, &frame, stats, chart);
    }
    if stats.times.is_none() {
        let mut block = TextBlock::new(left.width);
        block.wrapped(0, canvas.lang.stats_rebuilt(), canvas.palette.quiet);
        block.draw(canvas, left, 0);
    }
}

/// Three charts beside each other.
fn across(
    line: Rect,
    charts: [Chart; 3],
    frame: &impl Fn(Chart, Rect) -> ChartFrame,
) -> impl Iterator<Item = (Chart, ChartFrame)> {
    charts.into_iter().zip(columns(line)).map(|(chart, place)| (chart, frame(chart, place)))
}

/// The heights of the three rows of charts, a blank row between them.
fn rows(height: u16) -> [u16; 3] {
    let shared = height.saturating_sub(BINS + 2);
    let below = (shared * 2 / 5).max(CURVE.min(shared));
    [shared - below, BINS, below]
}

fn columns(line: Rect) -> [Rect; 3] {
    let width = line.width.saturating_sub(2 * GAP) / 3;
    [0, 1, 2].map(|place| Rect { width, ..after(line, place * (width + GAP)) })
}
