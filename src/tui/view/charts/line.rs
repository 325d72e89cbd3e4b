//! The length of the queue over the time of the session.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::text::Span;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};

use crate::review::stats::QueueLength;
use crate::tui::view::canvas::Canvas;

use super::{ChartFrame, ChartNotes};

/// The smallest area in which axes can be read.
const SMALLEST_WITH_AXES: (u16, u16) = (24, 5);

pub(super) fn draw(canvas: &mut Canvas, frame: &ChartFrame, queue: &QueueLength) {
    let lang = canvas.lang;
    let peak = queue.at(queue.peak.after).filter(|_| queue.peak.waiting > 0);
    let Some(peak) = peak else { return frame.say(canvas, lang.stats_never_waited()) };
    let most = lang.stats_peak(&lang.number(queue.peak.waiting), &lang.clock(peak));
    let now = lang.stats_waiting_now(&lang.number(queue.now()));
    let note = format!("{most}; {now}");
    let legend = lang.stats_legend_queue();
    let inside = frame.open(canvas, &ChartNotes { full: &note, brief: &note, legend });
    if inside.width >= SMALLEST_WITH_AXES.0 && inside.height >= SMALLEST_WITH_AXES.1 {
        plot(canvas, inside, queue);
    }
}

fn plot(canvas: &mut Canvas, area: Rect, queue: &QueueLength) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let columns = usize::from(area.width);
    let numbers = queue.highest(columns).into_iter().enumerate();
    let points: Vec<(f64, f64)> = numbers
        .filter(|(_, waiting)| *waiting > 0)
        .map(|(column, waiting)| (coordinate(column), coordinate(waiting)))
        .collect();
    let marker = if palette.ascii { Marker::Block } else { Marker::HalfBlock };
    let dataset = Dataset::default()
        .data(&points)
        .graph_type(GraphType::Bar)
        .marker(marker)
        .style(palette.quiet);
    let top = queue.peak.waiting;
    let middle = if top.is_multiple_of(2) { lang.number(top / 2) } else { String::new() };
    let moments = [0, queue.millis / 2, queue.millis]
        .map(|after| queue.at(after).map(|at| lang.clock(at)).unwrap_or_default());
    let axis = |labels: [String; 3], style: Style| {
        Axis::default().style(palette.border).labels(labels.map(|label| Span::styled(label, style)))
    };
    let heights = ["0".to_owned(), middle, lang.number(top)];
    Chart::new(vec![dataset])
        .x_axis(axis(moments, palette.text).bounds([0.0, coordinate(columns - 1)]))
        .y_axis(axis(heights, palette.text).bounds([0.0, coordinate(top)]))
        .render(area, canvas.buffer);
}

/// Columns and questions are few enough to be drawn exactly.
fn coordinate(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}
