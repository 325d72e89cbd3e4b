//! The charts: a session's numbers drawn, each with its title, its units and what was left out.

mod bars;
mod line;
mod spread;

use ratatui::layout::Rect;

use crate::describe;
use crate::i18n::Lang;
use crate::review::stats::{Chart, Distribution, Outcome, SpeakingTimes, Stats};

use super::canvas::{Canvas, below, row, upper};
use super::text_block::TextBlock;
use super::theme::sign;
use bars::ChartBar;

/// Draws one chart over a whole area.
pub(crate) fn draw(canvas: &mut Canvas, area: Rect, stats: &Stats, chart: Chart) {
    let lang = canvas.lang;
    let frame = ChartFrame {
        title: describe::review::chart(lang, chart),
        area: area.intersection(canvas.buffer.area),
    };
    match (chart, &stats.times) {
        (Chart::Outcomes | Chart::Themes | Chart::Responders, _) if stats.questions == 0 => {
            frame.say(canvas, lang.stats_no_questions());
        }
        (Chart::Outcomes, _) => counted(canvas, &frame, stats.questions, outcomes(stats, lang)),
        (Chart::Themes, _) => counted(canvas, &frame, stats.issues(), themes(stats, lang)),
        (Chart::Responders, _) => responders(canvas, &frame, stats),
        (_, None) => frame.say(canvas, lang.stats_rebuilt()),
        (Chart::Waiting, Some(known)) => waiting(canvas, &frame, &known.waiting),
        (Chart::Answering, Some(known)) => answering(canvas, &frame, &known.answering),
        (Chart::Queue, Some(known)) => line::draw(canvas, &frame, &known.queue),
        (Chart::Speaking, Some(known)) => talking(canvas, &frame, &known.talking),
    }
}

/// The area of a chart, with its title.
struct ChartFrame {
    title: &'static str,
    area: Rect,
}

impl ChartFrame {
    /// Writes the title and the legend; what they leave for the chart.
    fn open(&self, canvas: &mut Canvas, note: &str, legend: &str) -> Rect {
        let Canvas { palette, .. } = *canvas;
        let between = if note.is_empty() { "" } else { sign::BETWEEN };
        let title = [(self.title, palette.strong), (between, palette.quiet), (note, palette.quiet)];
        canvas.texts(row(self.area, 0), &title);
        let inside = below(self.area, 1);
        if legend.is_empty() || inside.height < 3 {
            return inside;
        }
        let chart = upper(inside, inside.height - 1);
        canvas.text(below(inside, chart.height), legend, palette.quiet);
        chart
    }

    /// Says why there is nothing to draw.
    fn say(&self, canvas: &mut Canvas, why: &str) {
        let inside = self.open(canvas, "", "");
        let mut block = TextBlock::new(inside.width);
        block.wrapped(0, why, canvas.palette.text);
        block.draw(canvas, inside, 0);
    }
}

fn counted(canvas: &mut Canvas, frame: &ChartFrame, questions: usize, bars: Vec<ChartBar>) {
    let (note, legend) =
        (canvas.lang.questions_counted(questions), canvas.lang.stats_legend_questions());
    let inside = frame.open(canvas, &note, legend);
    bars::draw(canvas, inside, bars);
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
        let numbers = [row.lead, row.support, row.answers].map(|count| lang.number(count));
        let bar = ChartBar::counted(&row.responder.short, row.lead, lang);
        bars.push(bar.shown_as(numbers.join(" / ")));
    }
    if stats.without_lead > 0 {
        let shown =
            format!("{} / {nothing} / {nothing}", stats.without_lead, nothing = sign::NOTHING);
        bars.push(
            ChartBar::counted(lang.stats_no_lead(), stats.without_lead, lang).shown_as(shown),
        );
    }
    let note = lang.questions_counted(stats.issues());
    let inside = frame.open(canvas, &note, lang.stats_legend_responders());
    bars::draw(canvas, inside, bars);
}

fn waiting(canvas: &mut Canvas, frame: &ChartFrame, spread: &Distribution) {
    let lang = canvas.lang;
    let mut note = lang.stats_waited(spread.measured());
    if spread.unmeasured > 0 {
        note = format!("{note}; {}", lang.stats_never_up(spread.unmeasured));
    }
    spread::draw(canvas, frame, spread, &note, lang.stats_legend_waiting());
}

fn answering(canvas: &mut Canvas, frame: &ChartFrame, spread: &Distribution) {
    let lang = canvas.lang;
    let mut note = lang.stats_answered(spread.measured());
    if spread.unmeasured > 0 {
        note = format!("{note}; {}", lang.stats_unmeasured(spread.unmeasured));
    }
    spread::draw(canvas, frame, spread, &note, lang.stats_legend_answering());
}

fn talking(canvas: &mut Canvas, frame: &ChartFrame, talking: &SpeakingTimes) {
    let (lang, total) = (canvas.lang, talking.total());
    if total == 0 {
        return frame.say(canvas, lang.stats_nobody_spoke());
    }
    let note = lang.stats_talked(&lang.stopwatch(total));
    let inside = frame.open(canvas, &note, lang.stats_legend_talking());
    let delegates = ChartBar::lasting(lang.stats_delegates(), talking.delegates, total, lang);
    let voices = talking.responders.iter();
    let voices = voices.map(|it| ChartBar::lasting(&it.responder.short, it.millis, total, lang));
    let bars = std::iter::once(delegates).chain(voices).collect();
    bars::draw(canvas, inside, bars);
}
