//! The charts: a session's numbers drawn, each with its title, its units and what was left out.

mod bars;
mod line;
mod page;
mod spread;

use ratatui::layout::Rect;

use crate::describe;
use crate::i18n::Lang;
use crate::review::stats::{Chart, Distribution, Outcome, SpeakingTimes, Stats};

use super::canvas::{Canvas, below, row, upper};
use super::text_block::TextBlock;
use super::theme::sign;
use bars::ChartBar;

pub(crate) use page::{draw_all, is_room_for_all};

/// Rows of a chart from which what its signs mean is said below it.
const ROWS_FOR_LEGEND: u16 = 5;

/// Draws one chart over a whole area.
pub(crate) fn draw(canvas: &mut Canvas, area: Rect, stats: &Stats, chart: Chart) {
    let title = describe::review::chart(canvas.lang, chart);
    let area = area.intersection(canvas.buffer.area);
    draw_in(canvas, &ChartFrame { title, area, detail: ChartDetail::Full }, stats, chart);
}

fn draw_in(canvas: &mut Canvas, frame: &ChartFrame, stats: &Stats, chart: Chart) {
    let lang = canvas.lang;
    match (chart, &stats.times) {
        (Chart::Outcomes | Chart::Themes | Chart::Responders, _) if stats.questions == 0 => {
            frame.say(canvas, lang.stats_no_questions());
        }
        (Chart::Outcomes, _) => counted(canvas, frame, stats.questions, outcomes(stats, lang)),
        (Chart::Themes, _) => counted(canvas, frame, stats.issues(), themes(stats, lang)),
        (Chart::Responders, _) => responders(canvas, frame, stats),
        (_, None) => frame.say(canvas, lang.stats_rebuilt()),
        (Chart::Waiting, Some(known)) => waiting(canvas, frame, &known.waiting),
        (Chart::Answering, Some(known)) => answering(canvas, frame, &known.answering),
        (Chart::Queue, Some(known)) => line::draw(canvas, frame, &known.queue),
        (Chart::Speaking, Some(known)) => talking(canvas, frame, &known.talking),
    }
}

/// The area of a chart, with its title.
struct ChartFrame {
    title: &'static str,
    area: Rect,
    detail: ChartDetail,
}

/// How much is said beside the chart itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ChartDetail {
    /// Everything known, and what the signs mean.
    Full,
    /// One of many beside each other: what is needed to read it.
    Brief { is_chosen: bool },
}

/// What stands beside the title, in full and in brief, and what the signs mean.
struct ChartNotes<'a> {
    full: &'a str,
    brief: &'a str,
    legend: &'a str,
}

impl ChartFrame {
    /// Writes the title and the legend; what they leave for the chart.
    fn open(&self, canvas: &mut Canvas, notes: &ChartNotes) -> Rect {
        let Canvas { palette, .. } = *canvas;
        let inside = below(self.area, 1);
        let (here, note) = match self.detail {
            ChartDetail::Full => ("", notes.full),
            ChartDetail::Brief { is_chosen: true } => (sign::HERE, notes.brief),
            ChartDetail::Brief { is_chosen: false } => ("", notes.brief),
        };
        let blank = if here.is_empty() { "" } else { " " };
        let between = if note.is_empty() { "" } else { sign::BETWEEN };
        let title = [(here, palette.key), (blank, palette.key), (self.title, palette.strong)];
        let left = canvas.texts(row(self.area, 0), &title);
        canvas.texts(left, &[(between, palette.quiet), (note, palette.quiet)]);
        let has_legend = self.detail == ChartDetail::Full && !notes.legend.is_empty();
        if !has_legend || inside.height < ROWS_FOR_LEGEND {
            return inside;
        }
        let chart = upper(inside, inside.height - 1);
        canvas.text(below(inside, chart.height), notes.legend, palette.quiet);
        chart
    }

    /// Cells in a hundred for names.
    fn names(&self) -> usize {
        if self.is_brief() { bars::NAMES_IN_BRIEF } else { bars::NAMES }
    }

    fn is_brief(&self) -> bool {
        self.detail != ChartDetail::Full
    }

    /// Says why there is nothing to draw.
    fn say(&self, canvas: &mut Canvas, why: &str) {
        let inside = self.open(canvas, &ChartNotes { full: "", brief: "", legend: "" });
        let mut block = TextBlock::new(inside.width);
        block.wrapped(0, why, canvas.palette.text);
        block.draw(canvas, inside, 0);
    }
}

fn counted(canvas: &mut Canvas, frame: &ChartFrame, questions: usize, bars: Vec<ChartBar>) {
    let (note, legend) =
        (canvas.lang.questions_counted(questions), canvas.lang.stats_legend_questions());
    let inside = frame.open(canvas, &ChartNotes { full: &note, brief: &note, legend });
    bars::draw(canvas, inside, bars, frame.names());
}

/// Only what occurs, and what is still open.
fn outcomes(stats: &Stats, lang: Lang) -> Vec<ChartBar> {
    let told = stats.outcomes.iter().filter(|row| row.count > 0 || row.of == Outcome::Open);
    told.map(|row| ChartBar::counted(lang.outcome(row.of), row.count, lang)).collect()
}

fn themes(stats: &Stats, lang: Lang) -> Vec<ChartBar> {
    let name = |theme: &Option<String>| theme.clone().unwrap_or(lang.stats_no_theme().to_owned());
    stats.themes.iter().map(|row| ChartBar::counted(&name(&row.of), row.count, lang)).collect()
}

fn responders(canvas: &mut Canvas, frame: &ChartFrame, stats: &Stats) {
    let lang = canvas.lang;
    let mut bars: Vec<ChartBar> = Vec::with_capacity(stats.responders.len() + 1);
    for row in &stats.responders {
        let bar = ChartBar::counted(&row.responder.short, row.lead, lang);
        let numbers = [row.lead, row.support, row.answers].map(|count| lang.number(count));
        bars.push(if frame.is_brief() { bar } else { bar.shown_as(numbers.join(" / ")) });
    }
    if stats.without_lead > 0 {
        let bar = ChartBar::counted(lang.stats_no_lead(), stats.without_lead, lang);
        let shown =
            format!("{} / {nothing} / {nothing}", stats.without_lead, nothing = sign::NOTHING);
        bars.push(if frame.is_brief() { bar } else { bar.shown_as(shown) });
    }
    let full = lang.questions_counted(stats.issues());
    let (brief, legend) = (lang.stats_brief_responders(), lang.stats_legend_responders());
    let inside = frame.open(canvas, &ChartNotes { full: &full, brief, legend });
    bars::draw(canvas, inside, bars, frame.names());
}

fn waiting(canvas: &mut Canvas, frame: &ChartFrame, spread: &Distribution) {
    let lang = canvas.lang;
    let mut note = lang.stats_waited(spread.measured());
    if spread.unmeasured > 0 {
        note = format!("{note}; {}", lang.stats_never_up(spread.unmeasured));
    }
    let brief = lang.stats_brief_minutes(&lang.questions_counted(spread.measured()));
    let legend = lang.stats_legend_waiting();
    spread::draw(canvas, frame, spread, &ChartNotes { full: &note, brief: &brief, legend });
}

fn answering(canvas: &mut Canvas, frame: &ChartFrame, spread: &Distribution) {
    let lang = canvas.lang;
    let mut note = lang.stats_answered(spread.measured());
    if spread.unmeasured > 0 {
        note = format!("{note}; {}", lang.stats_unmeasured(spread.unmeasured));
    }
    let brief = lang.stats_brief_minutes(&lang.stats_turns(spread.measured()));
    let legend = lang.stats_legend_answering();
    spread::draw(canvas, frame, spread, &ChartNotes { full: &note, brief: &brief, legend });
}

fn talking(canvas: &mut Canvas, frame: &ChartFrame, talking: &SpeakingTimes) {
    let (lang, total) = (canvas.lang, talking.total());
    if total == 0 {
        return frame.say(canvas, lang.stats_nobody_spoke());
    }
    let (time, legend) = (lang.stopwatch(total), lang.stats_legend_talking());
    let full = lang.stats_talked(&time);
    let inside = frame.open(canvas, &ChartNotes { full: &full, brief: &time, legend });
    let delegates = ChartBar::lasting(lang.stats_delegates(), talking.delegates, total, lang);
    let voices = talking.responders.iter();
    let voices = voices.map(|it| ChartBar::lasting(&it.responder.short, it.millis, total, lang));
    let bars = std::iter::once(delegates).chain(voices).collect();
    bars::draw(canvas, inside, bars, frame.names());
}
