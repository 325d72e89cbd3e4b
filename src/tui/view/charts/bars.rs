//! Lying bars: a name, a number and a bar a row; what has no row is summed up in the last.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Bar as Drawn, BarChart, BarGroup, Widget};

use crate::i18n::Lang;
use crate::text::safe;
use crate::tui::view::canvas::{Canvas, cut, width};
use crate::tui::view::theme::sign;

/// One row, its name already safe.
pub(super) struct ChartBar {
    name: String,
    size: u64,
    shown: String,
}

impl ChartBar {
    pub(super) fn counted(name: &str, count: usize, lang: Lang) -> Self {
        Self { name: safe(name), size: count as u64, shown: lang.number(count) }
    }

    /// A span of time with its share of the whole.
    pub(super) fn lasting(name: &str, millis: i64, whole: i64, lang: Lang) -> Self {
        let share = lang.stats_percent(millis, whole);
        let shown = format!("{}  {share:>4}", lang.stopwatch(millis));
        Self { name: safe(name), size: millis.unsigned_abs(), shown }
    }

    pub(super) fn shown_as(self, shown: String) -> Self {
        Self { shown, ..self }
    }
}

fn safe(name: &str) -> String {
    safe::line(name).into_owned()
}

/// Cells in a hundred that names take at most, on a chart of its own and beside others.
pub(super) const NAMES: usize = 40;
pub(super) const NAMES_IN_BRIEF: usize = 62;

/// Draws as many rows as fit, with empty rows between them where the height allows. Names take at most
/// `names` cells in a hundred.
pub(super) fn draw(canvas: &mut Canvas, area: Rect, bars: Vec<ChartBar>, names: usize) {
    if area.is_empty() || bars.is_empty() {
        return;
    }
    let bars = fitting(bars, usize::from(area.height), canvas.lang);
    let cells = usize::from(area.width);
    let shown = bars.iter().map(|bar| width(&bar.shown)).max().unwrap_or_default();
    let left = cells.saturating_sub(shown + 2);
    let widest = bars.iter().map(|bar| width(&bar.name)).max().unwrap_or_default();
    let name = widest.min(cells * names / 100).min(left);
    let longest = bars.iter().map(|bar| bar.size).max().unwrap_or_default();
    let least = longest.div_ceil(left.saturating_sub(name).max(1) as u64);
    let palette = canvas.palette;
    let rows: Vec<Drawn> = bars
        .iter()
        .map(|bar| {
            let label = Line::from(vec![
                Span::styled(padded(&bar.name, name), palette.text),
                Span::raw(" "),
                Span::styled(format!("{:>shown$}", bar.shown), palette.strong),
            ]);
            let size = if bar.size == 0 { 0 } else { bar.size.max(least) };
            Drawn::default().value(size).text_value("").label(label).style(palette.quiet)
        })
        .collect();
    let airy = rows.len() * 2 <= usize::from(area.height) + 1;
    BarChart::default()
        .data(BarGroup::new(rows))
        .direction(ratatui::layout::Direction::Horizontal)
        .bar_width(1)
        .bar_gap(u16::from(airy))
        .max(longest.max(1))
        .render(area, canvas.buffer);
}

/// The first rows, and in the last one all that have none.
fn fitting(mut bars: Vec<ChartBar>, rows: usize, lang: Lang) -> Vec<ChartBar> {
    if bars.len() <= rows {
        return bars;
    }
    let others = bars.split_off(rows.saturating_sub(1));
    let label = lang.stats_others(&lang.number(others.len()));
    let size = others.iter().map(|bar| bar.size).max().unwrap_or_default();
    bars.push(ChartBar { name: label, size, shown: sign::MORE.to_owned() });
    bars
}

/// A name in so many cells.
fn padded(name: &str, cells: usize) -> String {
    let name = cut(name, cells);
    let blanks = cells.saturating_sub(width(&name));
    format!("{name}{}", " ".repeat(blanks))
}
