//! A distribution: its figures in a line, and how many fall where as standing bars.

use ratatui::layout::Rect;
use ratatui::symbols::bar::{NINE_LEVELS, THREE_LEVELS};
use ratatui::widgets::{Bar as Drawn, BarChart, BarGroup, Widget};

use crate::describe;
use crate::i18n::Lang;
use crate::review::stats::{Distribution, Quantiles};
use crate::tui::view::canvas::{Canvas, below, narrow, row, width};
use crate::tui::view::theme::sign;

use super::bars::{self, ChartBar};
use super::{ChartFrame, ChartNotes};

/// Cells between two standing bars.
const GAP: u16 = 2;
/// Cells of the narrowest bar under which its bin can be named, and of the widest.
const NARROWEST: u16 = 5;
const WIDEST: u16 = 12;
/// Rows from which bars may stand.
const ROOM_TO_STAND: u16 = 5;

pub(super) fn draw(
    canvas: &mut Canvas,
    frame: &ChartFrame,
    spread: &Distribution,
    notes: &ChartNotes,
) {
    let Some(summary) = &spread.summary else {
        return frame.say(canvas, canvas.lang.stats_nothing_measured());
    };
    let inside = frame.open(canvas, notes);
    let figures = figures(summary, usize::from(inside.width), canvas.lang);
    canvas.text(row(inside, 0), &figures, canvas.palette.text);
    let chart = below(inside, 1);
    let bins = narrow(spread.bins.len());
    let bar = ((chart.width + GAP) / bins).saturating_sub(GAP).min(WIDEST);
    if frame.is_brief() || bar < NARROWEST || chart.height < ROOM_TO_STAND {
        let lang = canvas.lang;
        let bins = spread.bins.iter().enumerate();
        let lying = bins.map(|(bin, count)| {
            ChartBar::counted(&describe::review::minutes_bin(bin), *count, lang)
        });
        return bars::draw(canvas, chart, lying.collect(), frame.names());
    }
    standing(canvas, below(chart, 1), spread, bar);
}

fn standing(canvas: &mut Canvas, area: Rect, spread: &Distribution, bar: u16) {
    let (lang, palette) = (canvas.lang, canvas.palette);
    let bars: Vec<Drawn> = spread
        .bins
        .iter()
        .enumerate()
        .map(|(bin, count)| {
            Drawn::default()
                .value(*count as u64)
                .text_value(format!(" {} ", lang.number(*count)))
                .label(describe::review::minutes_bin(bin))
        })
        .collect();
    BarChart::default()
        .data(BarGroup::new(bars))
        .bar_width(bar)
        .bar_gap(GAP)
        .bar_set(if palette.ascii { THREE_LEVELS } else { NINE_LEVELS })
        .bar_style(palette.quiet)
        .value_style(palette.strong)
        .label_style(palette.text)
        .render(area, canvas.buffer);
}

/// The figures that fit: all of them, or the few that matter most.
fn figures(summary: &Quantiles, cells: usize, lang: Lang) -> String {
    let told = |kept: &[usize]| {
        let figures = describe::review::summary(lang, summary).into_iter().enumerate();
        let kept = figures.filter(|(place, _)| kept.contains(place));
        let told = kept.map(|(_, (name, millis))| format!("{name} {}", lang.stopwatch(millis)));
        told.collect::<Vec<_>>().join(sign::BETWEEN)
    };
    let sayings = [told(&[0, 1, 2, 3, 4, 5, 6]), told(&[0, 2, 4, 5, 6]), told(&[2, 4, 5])];
    let fitting = sayings.into_iter().find(|saying| width(saying) <= cells);
    fitting.unwrap_or_else(|| told(&[2, 4]))
}
