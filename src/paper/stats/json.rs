//! The numbers as one JSON document: every key always present, durations in milliseconds, `null` where
//! a value is unknown.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::paper::PaperSource;
use crate::review::stats::{
    AskerUnit, BOUNDS, Counted, Distribution, QueueLength, ResponderCounts, ResponderName,
    SpeakingTimes, Stats, TaskCounts,
};
use crate::session::outcome::Outcome;
use crate::session::payload::{Channel, Progress, QuestionKind};
use crate::text::json;

/// The document on one line, ended by a line feed.
#[must_use]
pub fn json(stats: &Stats, source: &PaperSource) -> String {
    let mut json = json::line(&StatsDocument::of(stats, source));
    json.push('\n');
    json
}

#[derive(Serialize)]
struct StatsDocument<'a> {
    session: &'a str,
    events: u64,
    fingerprint: &'a str,
    damage: Option<&'a str>,
    /// Whether the session was rebuilt from a source, so that no times are known.
    rebuilt: bool,
    questions: QuestionTotals,
    outcomes: Map<String, Value>,
    channels: Map<String, Value>,
    kinds: Map<String, Value>,
    themes: Vec<ThemeRow<'a>>,
    units: Vec<UnitRow<'a>>,
    responders: Vec<ResponderRow<'a>>,
    without_lead: usize,
    tasks: TaskTotals,
    record: RecordTotals,
    waiting: Option<DurationSummary>,
    answering: Option<DurationSummary>,
    talking: Option<SpeakingTotals<'a>>,
    queue: Option<QueueTotals>,
}

#[derive(Serialize)]
struct QuestionTotals {
    total: usize,
    put_forward: usize,
    parts: usize,
}

#[derive(Serialize)]
struct ThemeRow<'a> {
    theme: Option<&'a str>,
    questions: usize,
}

#[derive(Serialize)]
struct UnitRow<'a> {
    unit: Option<&'a str>,
    anonymous: bool,
    questions: usize,
}

#[derive(Serialize)]
struct ResponderRow<'a> {
    id: &'a str,
    name: &'a str,
    lead: usize,
    support: usize,
    answers: usize,
}

#[derive(Serialize)]
struct TaskTotals {
    total: usize,
    progress: Map<String, Value>,
    without_lead: usize,
    without_date: usize,
}

#[derive(Serialize)]
struct RecordTotals {
    statements: usize,
    conclusions: usize,
    corrections: usize,
    reroutings: usize,
    undone: usize,
}

#[derive(Serialize)]
struct DurationSummary {
    measured: usize,
    unmeasured: usize,
    min_ms: Option<i64>,
    lower_quartile_ms: Option<i64>,
    median_ms: Option<i64>,
    upper_quartile_ms: Option<i64>,
    ninetieth_ms: Option<i64>,
    max_ms: Option<i64>,
    mean_ms: Option<i64>,
    histogram: Vec<DurationBin>,
}

#[derive(Serialize)]
struct DurationBin {
    from_ms: i64,
    /// `null`: without an end.
    to_ms: Option<i64>,
    count: usize,
}

#[derive(Serialize)]
struct SpeakingTotals<'a> {
    total_ms: i64,
    delegates_ms: i64,
    from_the_call_ms: i64,
    responders: Vec<SpeakerRow<'a>>,
}

#[derive(Serialize)]
struct SpeakerRow<'a> {
    id: &'a str,
    name: &'a str,
    talking_ms: i64,
}

#[derive(Serialize)]
struct QueueTotals {
    opened: Option<String>,
    length_ms: i64,
    now: usize,
    peak: usize,
    peak_after_ms: i64,
    steps: Vec<QueueStepRow>,
}

#[derive(Serialize)]
struct QueueStepRow {
    after_ms: i64,
    waiting: usize,
}

impl<'a> StatsDocument<'a> {
    fn of(stats: &'a Stats, source: &PaperSource<'a>) -> Self {
        let times = stats.times.as_ref();
        Self {
            session: source.id,
            events: source.session.last_seq().0,
            fingerprint: source.fingerprint,
            damage: source.damage,
            rebuilt: times.is_none(),
            questions: QuestionTotals {
                total: stats.questions,
                put_forward: stats.put_forward(),
                parts: stats.parts,
            },
            outcomes: keyed(&stats.outcomes, Outcome::name),
            channels: keyed(&stats.channels, Channel::name),
            kinds: keyed(&stats.kinds, QuestionKind::name),
            themes: stats.themes.iter().map(ThemeRow::of).collect(),
            units: stats.units.iter().map(UnitRow::of).collect(),
            responders: stats.responders.iter().map(ResponderRow::of).collect(),
            without_lead: stats.without_lead,
            tasks: TaskTotals::of(&stats.tasks),
            record: RecordTotals::of(stats),
            waiting: times.map(|times| DurationSummary::of(&times.waiting)),
            answering: times.map(|times| DurationSummary::of(&times.answering)),
            talking: times.map(|times| SpeakingTotals::of(&times.talking)),
            queue: times.map(|times| QueueTotals::of(&times.queue)),
        }
    }
}

/// Each value by the word that files use for it.
fn keyed<T: Copy>(rows: &[Counted<T>], name: fn(T) -> &'static str) -> Map<String, Value> {
    rows.iter().map(|row| (name(row.of).to_owned(), row.count.into())).collect()
}

impl<'a> ThemeRow<'a> {
    fn of(row: &'a Counted<Option<String>>) -> Self {
        Self { theme: row.of.as_deref(), questions: row.count }
    }
}

impl<'a> UnitRow<'a> {
    fn of(row: &'a Counted<AskerUnit>) -> Self {
        let unit = match &row.of {
            AskerUnit::Named(name) => Some(name.as_str()),
            AskerUnit::NotGiven | AskerUnit::Anonymous => None,
        };
        Self { unit, anonymous: row.of == AskerUnit::Anonymous, questions: row.count }
    }
}

impl<'a> ResponderRow<'a> {
    fn of(row: &'a ResponderCounts) -> Self {
        let ResponderName { id, full, .. } = &row.responder;
        let ResponderCounts { lead, support, answers, .. } = *row;
        Self { id: &id.0, name: full, lead, support, answers }
    }
}

impl TaskTotals {
    fn of(tasks: &TaskCounts) -> Self {
        Self {
            total: tasks.total,
            progress: keyed(&tasks.progress, Progress::name),
            without_lead: tasks.without_lead,
            without_date: tasks.without_date,
        }
    }
}

impl RecordTotals {
    fn of(stats: &Stats) -> Self {
        Self {
            statements: stats.statements,
            conclusions: stats.conclusions,
            corrections: stats.corrections,
            reroutings: stats.reroutings,
            undone: stats.undone,
        }
    }
}

impl DurationSummary {
    fn of(spread: &Distribution) -> Self {
        let summary = spread.summary;
        let bins = spread.bins.iter().enumerate();
        Self {
            measured: spread.measured(),
            unmeasured: spread.unmeasured,
            min_ms: summary.map(|it| it.min),
            lower_quartile_ms: summary.map(|it| it.lower_quartile),
            median_ms: summary.map(|it| it.median),
            upper_quartile_ms: summary.map(|it| it.upper_quartile),
            ninetieth_ms: summary.map(|it| it.ninetieth),
            max_ms: summary.map(|it| it.max),
            mean_ms: summary.map(|it| it.mean),
            histogram: bins.map(|(bin, count)| DurationBin::of(bin, *count)).collect(),
        }
    }
}

impl DurationBin {
    fn of(bin: usize, count: usize) -> Self {
        let bound = |bin: usize| BOUNDS.get(bin).map(|minutes| minutes * 60_000);
        let from_ms = bin.checked_sub(1).and_then(bound).unwrap_or_default();
        Self { from_ms, to_ms: bound(bin), count }
    }
}

impl<'a> SpeakingTotals<'a> {
    fn of(talking: &'a SpeakingTimes) -> Self {
        let voices = talking.responders.iter();
        Self {
            total_ms: talking.total(),
            delegates_ms: talking.delegates,
            from_the_call_ms: talking.from_the_call,
            responders: voices
                .map(|voice| SpeakerRow {
                    id: &voice.responder.id.0,
                    name: &voice.responder.full,
                    talking_ms: voice.millis,
                })
                .collect(),
        }
    }
}

impl QueueTotals {
    fn of(queue: &QueueLength) -> Self {
        let steps = queue.steps.iter();
        Self {
            opened: queue.opened.map(|opened| opened.to_string()),
            length_ms: queue.millis,
            now: queue.now(),
            peak: queue.peak.waiting,
            peak_after_ms: queue.peak.after,
            steps: steps
                .map(|step| QueueStepRow { after_ms: step.after, waiting: step.waiting })
                .collect(),
        }
    }
}
