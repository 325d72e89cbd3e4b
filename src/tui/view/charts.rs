//! The charts: a session's numbers drawn, each with its title, its units and what was left out.

mod bars;
mod line;
mod spread;

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::review::stats::{Chart, Distribution, Outcome, Stats, Talking};

use super::leaf::Leaf;
use super::pen::{Pen, below, row, upper};
use super::theme::sign;
use bars::Bar;

/// Draws one chart over a whole area.
pub(crate) fn draw(pen: &mut Pen, area: Rect, stats: &Stats, chart: Chart) {
    let lang = pen.lang;
    let sheet = Sheet { title: lang.chart(chart), area: area.intersection(pen.buffer.area) };
    match (chart, &stats.times) {
        (Chart::Outcomes | Chart::Themes | Chart::Responders, _) if stats.questions == 0 => {
            sheet.say(pen, lang.stats_no_questions());
        }
        (Chart::Outcomes, _) => counted(pen, &sheet, stats.questions, outcomes(stats, lang)),
        (Chart::Themes, _) => counted(pen, &sheet, stats.issues(), themes(stats, lang)),
        (Chart::Responders, _) => responders(pen, &sheet, stats),
        (_, None) => sheet.say(pen, lang.stats_rebuilt()),
        (Chart::Waiting, Some(known)) => waiting(pen, &sheet, &known.waiting),
        (Chart::Answering, Some(known)) => answering(pen, &sheet, &known.answering),
        (Chart::Queue, Some(known)) => line::draw(pen, &sheet, &known.queue),
        (Chart::Talking, Some(known)) => talking(pen, &sheet, &known.talking),
    }
}

/// Where a chart stands, with its name.
struct Sheet {
    title: &'static str,
    area: Rect,
}

impl Sheet {
    /// Writes the title and the legend; what they leave for the chart.
    fn open(&self, pen: &mut Pen, note: &str, legend: &str) -> Rect {
        let Pen { palette, .. } = *pen;
        let between = if note.is_empty() { "" } else { sign::BETWEEN };
        let title = [(self.title, palette.strong), (between, palette.quiet), (note, palette.quiet)];
        pen.texts(row(self.area, 0), &title);
        let inside = below(self.area, 1);
        if legend.is_empty() || inside.height < 3 {
            return inside;
        }
        let chart = upper(inside, inside.height - 1);
        pen.text(below(inside, chart.height), legend, palette.quiet);
        chart
    }

    /// Says why there is nothing to draw.
    fn say(&self, pen: &mut Pen, why: &str) {
        let inside = self.open(pen, "", "");
        let mut leaf = Leaf::new(inside.width);
        leaf.wrapped(0, why, pen.palette.text);
        leaf.draw(pen, inside, 0);
    }
}

fn counted(pen: &mut Pen, sheet: &Sheet, questions: usize, bars: Vec<Bar>) {
    let (note, legend) = (pen.lang.questions_counted(questions), pen.lang.stats_legend_questions());
    let inside = sheet.open(pen, &note, legend);
    bars::draw(pen, inside, bars);
}

/// Only what occurs, and what is still open.
fn outcomes(stats: &Stats, lang: Lang) -> Vec<Bar> {
    let told = stats.outcomes.iter().filter(|row| row.count > 0 || row.of == Outcome::Open);
    told.map(|row| Bar::counted(lang.outcome(row.of), row.count, lang)).collect()
}

fn themes(stats: &Stats, lang: Lang) -> Vec<Bar> {
    let name = |theme: &Option<String>| theme.clone().unwrap_or(lang.stats_no_theme().to_owned());
    stats.themes.iter().map(|row| Bar::counted(&name(&row.of), row.count, lang)).collect()
}

fn responders(pen: &mut Pen, sheet: &Sheet, stats: &Stats) {
    let lang = pen.lang;
    let mut bars: Vec<Bar> = Vec::with_capacity(stats.responders.len() + 1);
    for row in &stats.responders {
        let numbers = [row.lead, row.support, row.answers].map(|count| lang.number(count));
        let bar = Bar::counted(&row.responder.short, row.lead, lang);
        bars.push(bar.shown_as(numbers.join(" / ")));
    }
    if stats.without_lead > 0 {
        let shown =
            format!("{} / {nothing} / {nothing}", stats.without_lead, nothing = sign::NOTHING);
        bars.push(Bar::counted(lang.stats_no_lead(), stats.without_lead, lang).shown_as(shown));
    }
    let note = lang.questions_counted(stats.issues());
    let inside = sheet.open(pen, &note, lang.stats_legend_responders());
    bars::draw(pen, inside, bars);
}

fn waiting(pen: &mut Pen, sheet: &Sheet, spread: &Distribution) {
    let lang = pen.lang;
    let mut note = lang.stats_waited(spread.measured());
    if spread.unmeasured > 0 {
        note = format!("{note}; {}", lang.stats_never_up(spread.unmeasured));
    }
    spread::draw(pen, sheet, spread, &note, lang.stats_legend_waiting());
}

fn answering(pen: &mut Pen, sheet: &Sheet, spread: &Distribution) {
    let lang = pen.lang;
    let mut note = lang.stats_answered(spread.measured());
    if spread.unmeasured > 0 {
        note = format!("{note}; {}", lang.stats_unmeasured(spread.unmeasured));
    }
    spread::draw(pen, sheet, spread, &note, lang.stats_legend_answering());
}

fn talking(pen: &mut Pen, sheet: &Sheet, talking: &Talking) {
    let (lang, total) = (pen.lang, talking.total());
    if total == 0 {
        return sheet.say(pen, lang.stats_nobody_spoke());
    }
    let note = lang.stats_talked(&lang.stopwatch(total));
    let inside = sheet.open(pen, &note, lang.stats_legend_talking());
    let delegates = Bar::lasting(lang.stats_delegates(), talking.delegates, total, lang);
    let voices = talking.responders.iter();
    let voices = voices.map(|it| Bar::lasting(&it.responder.short, it.millis, total, lang));
    let bars = std::iter::once(delegates).chain(voices).collect();
    bars::draw(pen, inside, bars);
}
