//! The numbers as a page of text: headings, aligned columns and bars.

use unicode_width::UnicodeWidthStr;

use crate::describe;
use crate::i18n::Lang;
use crate::paper::page::{TextPage, WIDTH};
use crate::review::stats::{
    Chart, Counted, Distribution, Outcome, QueueLength, ResponderCounts, SpeakingTimes, Stats,
    TaskCounts, Times,
};
use crate::session::payload::{Channel, Progress, QuestionKind};

use super::bars::{GAP, TextBar, put, right, row};

/// Rows of a list that may be long; what they leave out is summed up. JSON and CSV leave out nothing.
const MOST_ROWS: usize = 20;
/// Cells of the queue's line.
const QUEUE_CELLS: usize = 72;
const LEVELS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The page, in so many sections as there is something to say.
#[must_use]
pub fn text(stats: &Stats, title: &str, lang: Lang) -> String {
    let mut stats_page = StatsPage { page: TextPage::default(), lang };
    stats_page.page.paragraph(0, title);
    stats_page.questions(stats);
    if stats.questions > 0 {
        stats_page.outcomes(&stats.outcomes);
        stats_page.themes(&stats.themes);
        stats_page.responders(stats);
        stats_page.askers(stats);
    }
    match &stats.times {
        Some(times) => stats_page.times(times),
        None => {
            stats_page.page.gap();
            stats_page.page.paragraph(0, lang.stats_rebuilt());
        }
    }
    stats_page.tasks(&stats.tasks);
    stats_page.record(stats);
    stats_page.page.taken()
}

struct StatsPage {
    page: TextPage,
    lang: Lang,
}

impl StatsPage {
    fn section(&mut self, title: &str, note: &str) {
        self.page.gap();
        match note {
            "" => self.page.paragraph(0, title),
            _ => self.page.paragraph(0, &format!("{title} · {note}")),
        }
    }

    fn questions(&mut self, stats: &Stats) {
        let lang = self.lang;
        if stats.questions == 0 {
            self.section(lang.stats_no_questions(), "");
            return;
        }
        self.section(lang.stats_questions(), &lang.number(stats.questions));
        if stats.parts > 0 {
            let (parts, whole) = (lang.number(stats.parts), lang.number(stats.put_forward()));
            self.page.paragraph(GAP, &lang.stats_split_in(&parts, &whole));
        }
    }

    fn outcomes(&mut self, outcomes: &[Counted<Outcome>]) {
        self.section(describe::review::chart(self.lang, Chart::Outcomes), "");
        self.counted(outcomes, Lang::outcome);
    }

    fn themes(&mut self, themes: &[Counted<Option<String>>]) {
        let lang = self.lang;
        self.section(describe::review::chart(lang, Chart::Themes), "");
        self.listed(themes, |theme| theme.as_deref().unwrap_or(lang.stats_no_theme()));
    }

    fn askers(&mut self, stats: &Stats) {
        let lang = self.lang;
        self.section(lang.stats_channels(), "");
        self.counted(&stats.channels, |lang, channel: Channel| lang.channel(channel));
        self.section(lang.stats_kinds(), "");
        self.counted(&stats.kinds, |lang, kind: QuestionKind| lang.question_kind(kind));
        self.section(lang.stats_units(), "");
        self.listed(&stats.units, |unit| describe::review::unit(lang, unit));
    }

    /// What occurs, in the order given.
    fn counted<T: Copy>(&mut self, rows: &[Counted<T>], name: fn(Lang, T) -> &'static str) {
        let lang = self.lang;
        let occurring = rows.iter().filter(|row| row.count > 0);
        let bars: Vec<TextBar> =
            occurring.map(|row| bar(lang, name(lang, row.of), row.count)).collect();
        put(&mut self.page, &bars);
    }

    fn listed<T>(&mut self, rows: &[Counted<T>], name: impl Fn(&T) -> &str) {
        let lang = self.lang;
        let (first, others) = rows.split_at(rows.len().min(MOST_ROWS));
        let mut bars: Vec<TextBar> =
            first.iter().map(|row| bar(lang, name(&row.of), row.count)).collect();
        if !others.is_empty() {
            let label = lang.stats_others(&lang.number(others.len()));
            bars.push(bar(lang, &label, others.iter().map(|row| row.count).sum()));
        }
        put(&mut self.page, &bars);
    }

    fn responders(&mut self, stats: &Stats) {
        let lang = self.lang;
        self.section(describe::review::chart(lang, Chart::Responders), "");
        let heads = [lang.stats_lead(), lang.stats_support(), lang.stats_answers()];
        row(&mut self.page, "", &heads.map(str::to_owned));
        let numbers = |counts: [usize; 3]| counts.map(|count| lang.number(count));
        let (first, others) = stats.responders.split_at(stats.responders.len().min(MOST_ROWS));
        for it in first {
            row(&mut self.page, &it.responder.full, &numbers(of_responder(it)));
        }
        if !others.is_empty() {
            let label = lang.stats_others(&lang.number(others.len()));
            let sums = others
                .iter()
                .map(of_responder)
                .fold([0; 3], |[a, b, c], [d, e, f]| [a + d, b + e, c + f]);
            row(&mut self.page, &label, &numbers(sums));
        }
        if stats.without_lead > 0 {
            row(&mut self.page, lang.stats_no_lead(), &[lang.number(stats.without_lead)]);
        }
    }

    fn times(&mut self, times: &Times) {
        let lang = self.lang;
        let waiting = &times.waiting;
        self.section(describe::review::chart(lang, Chart::Waiting), lang.stats_waiting_from());
        self.distribution(waiting, lang.stats_waited(waiting.measured()), |missing| {
            lang.stats_never_up(missing)
        });
        let answering = &times.answering;
        self.section(describe::review::chart(lang, Chart::Answering), lang.stats_answering_from());
        self.distribution(answering, lang.stats_answered(answering.measured()), |missing| {
            lang.stats_unmeasured(missing)
        });
        self.talking(&times.talking);
        self.queue(&times.queue);
    }

    fn distribution(
        &mut self,
        spread: &Distribution,
        measured: String,
        missing: impl Fn(usize) -> String,
    ) {
        let lang = self.lang;
        let mut parts = vec![measured];
        if spread.unmeasured > 0 {
            parts.push(missing(spread.unmeasured));
        }
        self.page.paragraph(GAP, &parts.join("; "));
        let Some(summary) = &spread.summary else { return };
        let named: Vec<String> = describe::review::summary(lang, summary)
            .map(|(name, millis)| format!("{name} {}", lang.stopwatch(millis)))
            .into();
        self.series(&named);
        let bars: Vec<TextBar> = spread
            .bins
            .iter()
            .enumerate()
            .map(|(bin, count)| {
                bar(
                    lang,
                    &format!("{} {}", describe::review::minutes_bin(bin), lang.stats_minutes()),
                    *count,
                )
            })
            .collect();
        put(&mut self.page, &bars);
    }

    fn talking(&mut self, talking: &SpeakingTimes) {
        let lang = self.lang;
        let total = talking.total();
        if total == 0 {
            self.section(describe::review::chart(lang, Chart::Speaking), "");
            self.page.paragraph(GAP, lang.stats_nobody_spoke());
            return;
        }
        let note = lang.stats_talked(&lang.stopwatch(total));
        self.section(describe::review::chart(lang, Chart::Speaking), &note);
        let share = |label: &str, millis: i64| {
            let shown =
                format!("{}  {:>4}", lang.stopwatch(millis), lang.stats_percent(millis, total));
            TextBar::new(label, millis.unsigned_abs(), shown)
        };
        let mut bars = vec![share(lang.stats_delegates(), talking.delegates)];
        let (first, others) = talking.responders.split_at(talking.responders.len().min(MOST_ROWS));
        bars.extend(first.iter().map(|voice| share(&voice.responder.full, voice.millis)));
        if !others.is_empty() {
            let label = lang.stats_others(&lang.number(others.len()));
            bars.push(share(&label, others.iter().map(|voice| voice.millis).sum()));
        }
        put(&mut self.page, &bars);
        if talking.from_the_call > 0 {
            let note = lang.stats_from_the_call(&lang.stopwatch(talking.from_the_call));
            self.page.paragraph(GAP, &note);
        }
    }

    fn queue(&mut self, queue: &QueueLength) {
        let lang = self.lang;
        self.section(describe::review::chart(lang, Chart::Queue), lang.stats_queue_is());
        let Some((opened, peak)) = queue.opened.zip(queue.at(queue.peak.after)) else { return };
        if queue.peak.waiting == 0 {
            self.page.paragraph(GAP, lang.stats_never_waited());
            return;
        }
        let most = lang.stats_peak(&lang.number(queue.peak.waiting), &lang.clock(peak));
        let now = lang.stats_waiting_now(&lang.number(queue.now()));
        self.page.paragraph(GAP, &format!("{most}; {now}"));
        let columns = queue.highest(QUEUE_CELLS);
        let line: String =
            columns.iter().map(|waiting| level(*waiting, queue.peak.waiting)).collect();
        self.page.line(GAP, &line);
        let (start, end) = (lang.clock(opened), queue.at(queue.millis));
        let end = end.map(|end| lang.clock(end)).unwrap_or_default();
        self.page.line(GAP, &format!("{start}{}", right(&end, QUEUE_CELLS - start.len())));
    }

    fn tasks(&mut self, tasks: &TaskCounts) {
        let lang = self.lang;
        if tasks.total == 0 {
            return;
        }
        self.section(lang.stats_tasks(), &lang.number(tasks.total));
        self.counted(&tasks.progress, |lang, progress: Progress| lang.progress(progress));
        let lacking =
            [(lang.no_lead(), tasks.without_lead), (lang.no_deadline(), tasks.without_date)];
        self.counts(&lacking);
    }

    fn record(&mut self, stats: &Stats) {
        let lang = self.lang;
        self.section(lang.stats_record(), "");
        self.counts(&[
            (lang.stats_statements(), stats.statements),
            (lang.stats_conclusions(), stats.conclusions),
            (lang.stats_corrections(), stats.corrections),
            (lang.stats_reroutings(), stats.reroutings),
            (lang.stats_undone(), stats.undone),
        ]);
    }

    /// Numbers in a column, nothing left out.
    fn counts(&mut self, numbers: &[(&str, usize)]) {
        for (name, count) in numbers {
            row(&mut self.page, name, &[self.lang.number(*count)]);
        }
    }

    /// Items on wrapped lines that break only between two items.
    fn series(&mut self, parts: &[String]) {
        let mut line = String::new();
        for item in parts {
            if !line.is_empty() && GAP + line.width() + 3 + item.width() > WIDTH {
                self.page.line(GAP, &line);
                line.clear();
            }
            line = if line.is_empty() { item.clone() } else { format!("{line} · {item}") };
        }
        self.page.line(GAP, &line);
    }
}

fn bar(lang: Lang, label: &str, count: usize) -> TextBar {
    TextBar::new(label, count as u64, lang.number(count))
}

fn of_responder(row: &ResponderCounts) -> [usize; 3] {
    [row.lead, row.support, row.answers]
}

fn level(waiting: usize, peak: usize) -> char {
    let level = (waiting * (LEVELS.len() - 1)).div_ceil(peak.max(1));
    LEVELS.get(level).copied().unwrap_or(' ')
}
