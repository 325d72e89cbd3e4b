//! Looking back in a session of a million events: opening it, and standing at any of its moments, against a
//! plain JSON pass over the same bytes. Other numbers of questions may be given: `cargo bench --bench seek -- 2500`.

#[path = "growth/dialogue.rs"]
mod dialogue;

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use doithoai::record::scan::scan;
use doithoai::tui::model::replay::Replay;

/// They make a million events and more.
const QUESTIONS: usize = 250_000;
const SEEKS: usize = 2_000;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let Some(path) = words.iter().skip_while(|word| *word != "--hold").nth(1) {
        return hold(Path::new(path));
    }
    let wanted = words.iter().find_map(|word| word.parse().ok()).unwrap_or(QUESTIONS);
    let bytes = dialogue::document(wanted);
    memory(&bytes);

    let (opening, scanned) = timed(|| scan(&bytes).expect("a session"));
    let whole = scanned.record.session().clone();
    let events = whole.history().len();
    println!("{events} events in {:.1} MB", megabytes(bytes.len()));
    let (pass, _) = timed(|| serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
    println!("opening           {:9.1} ms", millis(opening));
    println!(
        "plain JSON pass   {:9.1} ms   opening is {:.2} x",
        millis(pass),
        ratio(opening, pass)
    );

    told("seek", pass, |moment| timed(|| drop(black_box(whole.as_of(moment)))).0, events);
    let mut replay = Replay::new(&whole, String::new(), false);
    told("seek and the desk", pass, |moment| timed(|| replay.seek(&whole, moment)).0, events);
}

/// What one kind of looking back takes, in the middle and at worst, beside the plain pass.
fn told(name: &str, pass: Duration, mut look: impl FnMut(usize) -> Duration, events: usize) {
    let mut times: Vec<Duration> = moments(events).map(&mut look).collect();
    times.sort();
    let [median, high, most] = [SEEKS / 2, SEEKS * 99 / 100, SEEKS - 1].map(|place| times[place]);
    println!(
        "{name:17} {:9.3} ms at the median, {:.3} ms at 99 %, {:.3} ms at worst: {:.4} x, {:.4} x, {:.4} x the plain pass",
        millis(median),
        millis(high),
        millis(most),
        ratio(median, pass),
        ratio(high, pass),
        ratio(most, pass),
    );
}

/// What a process of its own holds that has read the file, and what it held at most on the way.
fn memory(bytes: &[u8]) {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), bytes).expect("written");
    let program = std::env::current_exe().expect("this program");
    let held = Command::new(program).arg("--hold").arg(file.path()).output().expect("it runs");
    for line in String::from_utf8_lossy(&held.stdout).lines() {
        let told =
            line.split_once(' ').and_then(|(name, kib)| Some((name, kib.parse::<usize>().ok()?)));
        let Some((name, kib)) = told else { continue };
        let all = megabytes(kib * 1024);
        println!("{name:17} {all:9.1} MB   {:.2} x the file", all / megabytes(bytes.len()));
    }
}

fn hold(path: &Path) {
    let disk = doithoai::store::Disk::reading_up_to(u64::MAX);
    let reading = doithoai::store::read_on(disk, path).expect("it reads");
    let replay = Replay::new(reading.record.session(), String::new(), false);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for (name, key) in [("memory", "VmRSS:"), ("memory_at_most", "VmHWM:")] {
        let line = status.lines().find(|line| line.starts_with(key));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)).unwrap_or("0");
        println!("{name} {kib}");
    }
    drop((reading, replay));
}

/// Moments all over the session, in no order.
fn moments(events: usize) -> impl Iterator<Item = usize> {
    (1..=SEEKS).map(move |turn| turn.wrapping_mul(0x9E37_79B9_7F4A_7C15) % (events + 1))
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let done = work();
    (begun.elapsed(), done)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1e3
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
