//! How often the right office is suggested for questions it has not learned from, overall and by trait, and what
//! each ingredient gives; how often a question asked before is found; how long both take.

#[path = "suggest/examples.rs"]
mod examples;

use std::hint::black_box;
use std::time::Instant;

use doithoai::search::index::TextIndex;
use doithoai::search::item::SessionSearch;
use doithoai::search::knowledge::shipped;
use doithoai::search::office::Offices;
use doithoai::search::parts::parts;
use doithoai::search::past::PastSession;
use doithoai::search::similar::{AskedBefore, SimilarQuestion};
use doithoai::search::suggest::{Suggester, TermKind};
use doithoai::session::Session;

use examples::{Example, asked_in, examples, pairs, session_of};

fn main() {
    let all = examples();
    println!("learned from all others   {}", figures(&all, &guesses(&all, all.len(), whole)));
    println!("learned from half         {}", figures(&all, &guesses(&all, 2, whole)));
    let ingredients: [(&str, Learn); 5] = [
        ("the roster", |session| {
            Suggester::of(offices(session, false), [&PastSession::of(session)])
        }),
        ("past routes", |session| Suggester::of(offices(session, true), None)),
        ("words without diacritics", |session| without(TermKind::Folded, session)),
        ("words with diacritics", |session| without(TermKind::Marked, session)),
        ("words of one meaning", |session| without(TermKind::Matter, session)),
    ];
    for (name, learn) in ingredients {
        println!("half, without {name:24} {}", figures(&all, &guesses(&all, 2, learn)));
    }
    by_trait(&all);
    splitting(&all);
    asked_before(&all);
    times(&all);
}

/// How a suggester is made from what was routed.
type Learn = fn(&Session) -> Suggester;

/// What was suggested for an example, the likeliest first, and how sure it was of the first.
type Guess = (Vec<String>, &'static str);

fn offices(session: &Session, knows: bool) -> Offices {
    Offices::of(knows.then(shipped), session.state().responders())
}

fn whole(session: &Session) -> Suggester {
    Suggester::of(offices(session, true), [&PastSession::of(session)])
}

fn without(kind: TermKind, session: &Session) -> Suggester {
    Suggester::without(Some(kind), offices(session, true), [&PastSession::of(session)])
}

/// Every example is guessed by what was learned from the other folds.
fn guesses(all: &[Example], folds: usize, learn: Learn) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = vec![(Vec::new(), ""); all.len()];
    for fold in 0..folds {
        let learned = all.iter().enumerate().filter(|(place, _)| place % folds != fold);
        let session = session_of(learned.map(|(_, example)| example));
        let suggester = learn(&session);
        for place in (fold..all.len()).step_by(folds) {
            let found = suggester.suggest(&all[place].text);
            let sure = found.first().map_or("", |first| first.confidence.name());
            guesses[place] = (found.into_iter().map(|it| it.responder.0).collect(), sure);
        }
    }
    guesses
}

fn figures<'a>(
    all: impl IntoIterator<Item = &'a Example>,
    guesses: impl IntoIterator<Item = &'a Guess>,
) -> String {
    let (mut count, mut first, mut among, mut involved) = (0.0_f64, 0.0, 0.0, 0.0);
    let mut sure = [("clear", 0.0, 0.0), ("possible", 0.0, 0.0), ("unsure", 0.0_f64, 0.0_f64)];
    for (example, (guess, how)) in all.into_iter().zip(guesses) {
        let right = guess.first() == Some(&example.lead);
        count += 1.0;
        first += f64::from(right);
        among += f64::from(guess.contains(&example.lead));
        involved +=
            f64::from(right || guess.first().is_some_and(|guess| example.support.contains(guess)));
        for (_, times, hits) in sure.iter_mut().filter(|it| it.0 == *how) {
            *times += 1.0;
            *hits += f64::from(right);
        }
    }
    let sure = sure.map(|(name, times, hits)| format!("{name} {:.2} of {times}", hits / times));
    format!(
        "{count:3}: first {:.3}  among three {:.3}  first leads or supports {:.3}   right where {}",
        first / count,
        among / count,
        involved / count,
        sure.join(", ")
    )
}

fn by_trait(all: &[Example]) {
    let guesses = guesses(all, all.len(), whole);
    let mut traits: Vec<&str> = all.iter().flat_map(|it| &it.traits).map(String::as_str).collect();
    traits.sort_unstable();
    traits.dedup();
    for name in traits.into_iter().filter(|name| !name.contains(':')) {
        let those = all.iter().zip(&guesses).filter(|(example, _)| example.has(name));
        let (those, guesses): (Vec<&Example>, Vec<&Guess>) = those.unzip();
        println!("  {name:24} {}", figures(those, guesses));
    }
}

/// Of the questions that hold several matters, how many are taken apart, and of the others.
fn splitting(all: &[Example]) {
    let suggester = whole(&session_of(all.iter()));
    let [several, one]: [Vec<bool>; 2] = [true, false].map(|wanted| {
        let such = all.iter().filter(|example| example.has("multi_topic") == wanted);
        such.map(|example| !parts(&suggester, &example.text).is_empty()).collect()
    });
    let count = |found: &[bool]| found.iter().filter(|found| **found).count();
    println!(
        "taken apart: {} of {} with several matters, {} of {} with one",
        count(&several),
        several.len(),
        count(&one),
        one.len()
    );
}

/// How often the question that asks the same is found among all others and those that only sound alike.
fn asked_before(all: &[Example]) {
    let pairs = pairs();
    let texts = pairs.iter().flat_map(|pair| [Some(&pair.earlier), pair.near_miss.as_ref()]);
    let asked: Vec<&String> = texts.flatten().chain(all.iter().map(|it| &it.text)).collect();
    let session = asked_in(asked.iter().map(|text| text.as_str()));
    let suggester = whole(&session);
    let before = AskedBefore::of(&suggester, &[&PastSession::of(&session)]);
    let (mut first, mut among) = (0.0, 0.0);
    for pair in &pairs {
        let found = before.find(&suggester, &pair.later);
        let is_it = |found: &SimilarQuestion| {
            let text = session.state().question(found.question).map(|it| it.text.to_string());
            text.as_ref() == Some(&pair.earlier)
        };
        first += f64::from(found.first().is_some_and(is_it));
        among += f64::from(found.iter().take(3).any(is_it));
    }
    let count = f64::from(u32::try_from(pairs.len()).unwrap_or(u32::MAX));
    println!("asked before {count}: first {:.3}  among three {:.3}", first / count, among / count);
}

/// What one suggestion and one look for similar questions take in a session of 10,000 routed questions.
fn times(all: &[Example]) {
    let many = all.iter().cycle().take(10_000);
    let start = Instant::now();
    let session = session_of(many);
    println!("recording 10,000 questions {:8.1} ms", millis(start));
    let start = Instant::now();
    let suggester = whole(&session);
    println!("learning from them         {:8.1} ms", millis(start));
    let start = Instant::now();
    let before = AskedBefore::of(&suggester, &[&PastSession::of(&session)]);
    println!("comparing them             {:8.1} ms", millis(start));
    searching(&session);
    spread("one suggestion", all, |text| drop(black_box(suggester.suggest(text))));
    spread("similar questions", all, |text| drop(black_box(before.find(&suggester, text))));
}

/// What one step of a search takes, at the desk and in a replay: each must be less than a frame.
fn searching(session: &Session) {
    let index = TextIndex::of(session);
    for typed in ["nha", "nha o xa hoi", "thnah nien", "\"nha o\" is:queued", "qwrtz"] {
        let start = Instant::now();
        black_box(SessionSearch::of(typed).step(session.state(), 2_000, &mut Vec::new(), 0));
        let at_the_desk = millis(start);
        let start = Instant::now();
        black_box(index.search_from(session, typed, 0, 1 << 18));
        println!(
            "a step of {typed:22} {at_the_desk:5.2} ms at the desk, {:5.2} ms in a replay",
            millis(start)
        );
    }
}

fn spread(name: &str, all: &[Example], mut look: impl FnMut(&str)) {
    let mut times: Vec<f64> = Vec::new();
    for example in all {
        let start = Instant::now();
        look(&example.text);
        times.push(millis(start));
    }
    times.sort_by(f64::total_cmp);
    let [median, most] = [times.len() / 2, times.len() - 1].map(|place| times[place]);
    println!("{name:17} {median:.2} ms at the median, {most:.2} ms at worst");
}

/// Milliseconds since then.
fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
