//! The numbers as one long table, a measure a row: section, key, measure and value.

use crate::review::stats::{
    AskerUnit, BOUNDS, Counted, Distribution, QueueLength, SpeakingTimes, Stats, Times,
};
use crate::session::outcome::Outcome;
use crate::session::payload::{Channel, Progress, QuestionKind};
use crate::text::csv;

const HEADING: [&str; 4] = ["section", "key", "measure", "value"];
/// The rows that stay empty when times are unknown.
const TIMED: [(&str, &str); 5] = [
    ("waiting", "median_ms"),
    ("answering", "median_ms"),
    ("talking", "total_ms"),
    ("queue", "now"),
    ("queue", "peak"),
];

/// The table; an empty value is unknown.
#[must_use]
pub fn csv(stats: &Stats) -> String {
    let mut table = StatsTable { rows: vec![HEADING.map(str::to_owned)] };
    table.count("questions", "", "total", stats.questions);
    table.count("questions", "", "put_forward", stats.put_forward());
    table.count("questions", "", "parts", stats.parts);
    table.counted("outcomes", &stats.outcomes, Outcome::name);
    table.counted("channels", &stats.channels, Channel::name);
    table.counted("kinds", &stats.kinds, QuestionKind::name);
    for theme in &stats.themes {
        table.count("themes", theme.of.as_deref().unwrap_or_default(), "questions", theme.count);
    }
    for unit in &stats.units {
        let (name, measure) = asked_from(&unit.of);
        table.count("units", name, measure, unit.count);
    }
    table.responders(stats);
    table.tasks(stats);
    table.record(stats);
    match &stats.times {
        Some(times) => table.times(times),
        None => table.no_times(),
    }
    csv::table(&table.rows)
}

struct StatsTable {
    rows: Vec<[String; 4]>,
}

impl StatsTable {
    fn put(&mut self, section: &str, key: &str, measure: &str, value: String) {
        self.rows.push([section.to_owned(), key.to_owned(), measure.to_owned(), value]);
    }

    fn count(&mut self, section: &str, key: &str, measure: &str, count: usize) {
        self.put(section, key, measure, count.to_string());
    }

    fn millis(&mut self, section: &str, key: &str, measure: &str, millis: i64) {
        self.put(section, key, measure, millis.to_string());
    }

    fn counted<T: Copy>(
        &mut self,
        section: &str,
        rows: &[Counted<T>],
        name: fn(T) -> &'static str,
    ) {
        for row in rows {
            self.count(section, name(row.of), "questions", row.count);
        }
    }

    fn responders(&mut self, stats: &Stats) {
        for row in &stats.responders {
            let id = &row.responder.id.0;
            self.put("responders", id, "name", row.responder.full.clone());
            self.count("responders", id, "lead", row.lead);
            self.count("responders", id, "support", row.support);
            self.count("responders", id, "answers", row.answers);
        }
        self.count("responders", "", "without_lead", stats.without_lead);
    }

    fn tasks(&mut self, stats: &Stats) {
        self.count("tasks", "", "total", stats.tasks.total);
        for row in &stats.tasks.progress {
            self.count("tasks", Progress::name(row.of), "tasks", row.count);
        }
        self.count("tasks", "", "without_lead", stats.tasks.without_lead);
        self.count("tasks", "", "without_date", stats.tasks.without_date);
    }

    fn record(&mut self, stats: &Stats) {
        for (measure, count) in [
            ("statements", stats.statements),
            ("conclusions", stats.conclusions),
            ("corrections", stats.corrections),
            ("reroutings", stats.reroutings),
            ("undone", stats.undone),
        ] {
            self.count("record", "", measure, count);
        }
    }

    fn times(&mut self, times: &Times) {
        self.spread("waiting", &times.waiting);
        self.spread("answering", &times.answering);
        self.talking(&times.talking);
        self.queue(&times.queue);
    }

    fn no_times(&mut self) {
        for (section, measure) in TIMED {
            self.put(section, "", measure, String::new());
        }
    }

    fn spread(&mut self, section: &str, spread: &Distribution) {
        self.count(section, "", "measured", spread.measured());
        self.count(section, "", "unmeasured", spread.unmeasured);
        let told = |of: fn(&crate::review::stats::Quantiles) -> i64| {
            spread.summary.as_ref().map(|summary| of(summary).to_string()).unwrap_or_default()
        };
        for (measure, value) in [
            ("min_ms", told(|it| it.min)),
            ("lower_quartile_ms", told(|it| it.lower_quartile)),
            ("median_ms", told(|it| it.median)),
            ("upper_quartile_ms", told(|it| it.upper_quartile)),
            ("ninetieth_ms", told(|it| it.ninetieth)),
            ("max_ms", told(|it| it.max)),
            ("mean_ms", told(|it| it.mean)),
        ] {
            self.put(section, "", measure, value);
        }
        for (bin, count) in spread.bins.iter().enumerate() {
            let from = bin.checked_sub(1).and_then(|before| BOUNDS.get(before)).unwrap_or(&0);
            let to = BOUNDS.get(bin).map(i64::to_string).unwrap_or_default();
            self.count(section, &format!("{from}-{to} min"), "count", *count);
        }
    }

    fn talking(&mut self, talking: &SpeakingTimes) {
        self.millis("talking", "", "total_ms", talking.total());
        self.millis("talking", "", "delegates_ms", talking.delegates);
        self.millis("talking", "", "from_the_call_ms", talking.from_the_call);
        for voice in &talking.responders {
            self.millis("talking", &voice.responder.id.0, "talking_ms", voice.millis);
        }
    }

    fn queue(&mut self, queue: &QueueLength) {
        self.count("queue", "", "now", queue.now());
        self.count("queue", "", "peak", queue.peak.waiting);
        self.millis("queue", "", "peak_after_ms", queue.peak.after);
        for step in &queue.steps {
            self.count("queue", &step.after.to_string(), "waiting", step.waiting);
        }
    }
}

fn asked_from(unit: &AskerUnit) -> (&str, &'static str) {
    match unit {
        AskerUnit::Named(name) => (name, "questions"),
        AskerUnit::NotGiven => ("", "unit_not_given"),
        AskerUnit::Anonymous => ("", "anonymous"),
    }
}
