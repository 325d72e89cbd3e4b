//! The numbers as one JSON document: every key always there, durations in milliseconds, `null` where
//! nobody knows.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::paper::Source;
use crate::review::stats::{
    BOUNDS, Counted, Distribution, Named, QueueLength, ResponderCounts, Stats, Talking, TaskCounts,
    Unit,
};
use crate::text::json;

/// The document on one line, ended by a line feed.
#[must_use]
pub fn json(stats: &Stats, source: &Source) -> String {
    let mut json = json::line(&Document::of(stats, source));
    json.push('\n');
    json
}

#[derive(Serialize)]
struct Document<'a> {
    session: &'a str,
    events: u64,
    fingerprint: &'a str,
    damage: Option<&'a str>,
    /// Whether the session was rebuilt from a source, so that no times are known.
    rebuilt: bool,
    questions: Questions,
    outcomes: Map<String, Value>,
    channels: Map<String, Value>,
    kinds: Map<String, Value>,
    themes: Vec<Theme<'a>>,
    units: Vec<AskedFrom<'a>>,
    responders: Vec<Responder<'a>>,
    without_lead: usize,
    tasks: Tasks,
    record: Record,
    waiting: Option<Spread>,
    answering: Option<Spread>,
    talking: Option<Voices<'a>>,
    queue: Option<Queue>,
}

#[derive(Serialize)]
struct Questions {
    total: usize,
    put_forward: usize,
    parts: usize,
}

#[derive(Serialize)]
struct Theme<'a> {
    theme: Option<&'a str>,
    questions: usize,
}

#[derive(Serialize)]
struct AskedFrom<'a> {
    unit: Option<&'a str>,
    anonymous: bool,
    questions: usize,
}

#[derive(Serialize)]
struct Responder<'a> {
    id: &'a str,
    name: &'a str,
    lead: usize,
    support: usize,
    answers: usize,
}

#[derive(Serialize)]
struct Tasks {
    total: usize,
    progress: Map<String, Value>,
    without_lead: usize,
    without_date: usize,
}

#[derive(Serialize)]
struct Record {
    statements: usize,
    conclusions: usize,
    corrections: usize,
    reroutings: usize,
    undone: usize,
}

#[derive(Serialize)]
struct Spread {
    measured: usize,
    unmeasured: usize,
    min_ms: Option<i64>,
    lower_quartile_ms: Option<i64>,
    median_ms: Option<i64>,
    upper_quartile_ms: Option<i64>,
    ninetieth_ms: Option<i64>,
    max_ms: Option<i64>,
    mean_ms: Option<i64>,
    histogram: Vec<Bin>,
}

#[derive(Serialize)]
struct Bin {
    from_ms: i64,
    /// `null`: without an end.
    to_ms: Option<i64>,
    count: usize,
}

#[derive(Serialize)]
struct Voices<'a> {
    total_ms: i64,
    delegates_ms: i64,
    from_the_call_ms: i64,
    responders: Vec<Voice<'a>>,
}

#[derive(Serialize)]
struct Voice<'a> {
    id: &'a str,
    name: &'a str,
    talking_ms: i64,
}

#[derive(Serialize)]
struct Queue {
    opened: Option<String>,
    length_ms: i64,
    now: usize,
    peak: usize,
    peak_after_ms: i64,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    after_ms: i64,
    waiting: usize,
}

impl<'a> Document<'a> {
    fn of(stats: &'a Stats, source: &Source<'a>) -> Self {
        let times = stats.times.as_ref();
        Self {
            session: source.id,
            events: source.session.last_seq().0,
            fingerprint: source.fingerprint,
            damage: source.damage,
            rebuilt: times.is_none(),
            questions: Questions {
                total: stats.questions,
                put_forward: stats.put_forward(),
                parts: stats.parts,
            },
            outcomes: keyed(&stats.outcomes),
            channels: keyed(&stats.channels),
            kinds: keyed(&stats.kinds),
            themes: stats.themes.iter().map(Theme::of).collect(),
            units: stats.units.iter().map(AskedFrom::of).collect(),
            responders: stats.responders.iter().map(Responder::of).collect(),
            without_lead: stats.without_lead,
            tasks: Tasks::of(&stats.tasks),
            record: Record::of(stats),
            waiting: times.map(|times| Spread::of(&times.waiting)),
            answering: times.map(|times| Spread::of(&times.answering)),
            talking: times.map(|times| Voices::of(&times.talking)),
            queue: times.map(|times| Queue::of(&times.queue)),
        }
    }
}

/// Each value by the word that files use for it.
fn keyed<T: Serialize>(rows: &[Counted<T>]) -> Map<String, Value> {
    rows.iter().map(|row| (key(&row.of), row.count.into())).collect()
}

/// The word that files and scripts use for a value.
pub(super) fn key(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

impl<'a> Theme<'a> {
    fn of(row: &'a Counted<Option<String>>) -> Self {
        Self { theme: row.of.as_deref(), questions: row.count }
    }
}

impl<'a> AskedFrom<'a> {
    fn of(row: &'a Counted<Unit>) -> Self {
        let unit = match &row.of {
            Unit::Named(name) => Some(name.as_str()),
            Unit::NotGiven | Unit::Anonymous => None,
        };
        Self { unit, anonymous: row.of == Unit::Anonymous, questions: row.count }
    }
}

impl<'a> Responder<'a> {
    fn of(row: &'a ResponderCounts) -> Self {
        let Named { id, full, .. } = &row.responder;
        let ResponderCounts { lead, support, answers, .. } = *row;
        Self { id: &id.0, name: full, lead, support, answers }
    }
}

impl Tasks {
    fn of(tasks: &TaskCounts) -> Self {
        Self {
            total: tasks.total,
            progress: keyed(&tasks.progress),
            without_lead: tasks.without_lead,
            without_date: tasks.without_date,
        }
    }
}

impl Record {
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

impl Spread {
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
            histogram: bins.map(|(bin, count)| Bin::of(bin, *count)).collect(),
        }
    }
}

impl Bin {
    fn of(bin: usize, count: usize) -> Self {
        let bound = |bin: usize| BOUNDS.get(bin).map(|minutes| minutes * 60_000);
        let from_ms = bin.checked_sub(1).and_then(bound).unwrap_or_default();
        Self { from_ms, to_ms: bound(bin), count }
    }
}

impl<'a> Voices<'a> {
    fn of(talking: &'a Talking) -> Self {
        let voices = talking.responders.iter();
        Self {
            total_ms: talking.total(),
            delegates_ms: talking.delegates,
            from_the_call_ms: talking.from_the_call,
            responders: voices
                .map(|voice| Voice {
                    id: &voice.responder.id.0,
                    name: &voice.responder.full,
                    talking_ms: voice.millis,
                })
                .collect(),
        }
    }
}

impl Queue {
    fn of(queue: &QueueLength) -> Self {
        let steps = queue.steps.iter();
        Self {
            opened: queue.opened.map(|opened| opened.to_string()),
            length_ms: queue.millis,
            now: queue.now(),
            peak: queue.peak.waiting,
            peak_after_ms: queue.peak.after,
            steps: steps.map(|step| Step { after_ms: step.after, waiting: step.waiting }).collect(),
        }
    }
}
