//! The table of docs/performance.md: what a session of 500, 10,000 and 314,200 questions costs, each figure beside its floor.
//!
//! The floors are measured in the same run: a bare ratatui list in a pseudo-terminal of the same size, a typed
//! `serde_json` pass over the same bytes, SHA-256 over them on one core.
//! `cargo build --release --example bare && cargo bench --bench growth`; other numbers of questions may be given.

#[path = "growth/dialogue.rs"]
mod dialogue;
#[path = "growth/pty.rs"]
mod pty;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use doithoai::record::scan::scan;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use pty::{Program, Terminal, memory_of};

const SIZES: [usize; 3] = [500, 10_000, 314_200];
const KEYS: usize = 360;
/// The bare list has a hundred rows: beyond, its keys change nothing.
const TURN: usize = 90;
const HELD: usize = 50;
const QUIET: Duration = Duration::from_millis(12);
const REST: Duration = Duration::from_secs(3);
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
/// What is looked for letter by letter.
const LOOKED_FOR: &str = "nhà ở";

fn main() -> ExitCode {
    let ours = PathBuf::from(env!("CARGO_BIN_EXE_doithoai"));
    let bare = ours.with_file_name("examples").join("bare");
    if !bare.is_file() {
        eprintln!("{} is missing: cargo build --release --example bare", bare.display());
        return ExitCode::FAILURE;
    }
    let given: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if given.is_empty() { SIZES.to_vec() } else { given };
    let tables: Vec<Vec<Figure>> =
        sizes.iter().map(|questions| measured(&ours, &bare, *questions)).collect();
    print(&sizes, &tables);
    ExitCode::SUCCESS
}

/// One row of the table at one size.
struct Figure {
    name: &'static str,
    ours: f64,
    floor: Option<(&'static str, f64)>,
}

fn print(sizes: &[usize], tables: &[Vec<Figure>]) {
    let heads: Vec<String> = sizes.iter().map(|size| format!(" {size} | of the floor |")).collect();
    println!("| what | floor |{} grows with n^ |", heads.concat());
    println!("|---|---|{}---:|", "---:|---:|".repeat(sizes.len()));
    let Some(first) = tables.first() else { return };
    for (place, row) in first.iter().enumerate() {
        let figures: Vec<&Figure> = tables.iter().filter_map(|table| table.get(place)).collect();
        let cells: Vec<String> = figures.iter().map(|figure| cell(figure)).collect();
        let floor = row.floor.map_or("–", |(floor, _)| floor);
        let growth = growth(sizes, &figures);
        println!("| {} | {floor} |{} {growth:.2} |", row.name, cells.concat());
    }
}

fn cell(figure: &Figure) -> String {
    let ratio = match figure.floor {
        Some((_, floor)) if floor > 0.0 => format!("{:.2} ×", figure.ours / floor),
        _ => "–".to_owned(),
    };
    format!(" {:.3} | {ratio} |", figure.ours)
}

/// The exponent of the power of the number of questions that fits best.
fn growth(sizes: &[usize], figures: &[&Figure]) -> f64 {
    let points: Vec<(f64, f64)> = sizes
        .iter()
        .zip(figures)
        .map(|(size, figure)| (f64::from(u32::try_from(*size).unwrap_or(0)).ln(), figure.ours.ln()))
        .collect();
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let slope = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum::<f64>();
    slope / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>()
}

fn measured(ours: &Path, bare: &Path, questions: usize) -> Vec<Figure> {
    let folder = tempfile::tempdir_in(".").expect("a folder");
    let path = folder.path().join("phien.json");
    let bytes = dialogue::document(questions);
    let size = megabytes(bytes.len());
    fs::write(&path, &bytes).expect("written");
    eprintln!("{questions} questions: {size:.1} MB");
    let few = bytes.len() > 50_000_000;
    let mut figures = vec![Figure { name: "the file, MB", ours: size, floor: None }];
    figures.extend(reading(&bytes, if few { 3 } else { 15 }));
    drop(bytes);
    let pass = figures.iter().find_map(|figure| figure.floor).map_or(f64::NAN, |(_, time)| time);
    figures.extend(commands(ours, &path, (size, pass)));
    let state = folder.path().join("state");
    let arguments = vec!["open".to_owned(), path.display().to_string()];
    let desk = Program { path: ours.to_owned(), arguments, state: state.clone() };
    let bare = Program { path: bare.to_owned(), arguments: Vec::new(), state };
    // The second copy is made at the first opening.
    let mut terminal = Terminal::start(&desk);
    terminal.until("Câu");
    terminal.leave();
    figures.extend(on_screen(&desk, &bare, if few { 3 } else { 15 }, size));
    figures
}

/// What the session file holds, as far as a pass that understands events needs it.
#[derive(Deserialize)]
#[allow(dead_code, reason = "read to be timed, not to be used")]
struct Document {
    events: Vec<EventRead>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read to be timed, not to be used")]
struct EventRead {
    seq: u64,
    at: String,
    by: String,
    event: String,
    question: Option<u32>,
    delegate: Option<u32>,
    name: Option<String>,
    unit: Option<String>,
    seat: Option<String>,
    salt: Option<String>,
    theme: Option<String>,
    text: Option<String>,
    lead: Option<String>,
    by_responder: Option<String>,
    support: Option<Vec<String>>,
    why: Option<String>,
    hash: String,
}

/// Opening in this process beside the plain pass.
fn reading(bytes: &[u8], rounds: usize) -> Vec<Figure> {
    let (mut opening, mut pass, mut digest) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        opening.push(timed(|| drop(black_box(scan(bytes)))));
        pass.push(timed(|| {
            let document: Document = serde_json::from_slice(bytes).expect("it is JSON");
            black_box(document.events.len());
        }));
        digest.push(timed(|| _ = black_box(Sha256::digest(bytes))));
    }
    let (opening, pass, digest) = (at(&opening, 50), at(&pass, 50), at(&digest, 50));
    vec![
        Figure {
            name: "read, check and fold, ms",
            ours: opening,
            floor: Some(("typed pass", pass)),
        },
        Figure { name: "SHA-256 on one core, ms", ours: digest, floor: Some(("typed pass", pass)) },
    ]
}

fn commands(ours: &Path, path: &Path, (size, pass): (f64, f64)) -> Vec<Figure> {
    let (verify, _) = run(ours, &["verify".as_ref(), path.as_os_str()]);
    let text = ["export".as_ref(), path.as_os_str(), "--format".as_ref(), "text".as_ref()];
    let (export, most) = run(ours, &text);
    vec![
        Figure { name: "verify, ms", ours: verify, floor: Some(("typed pass", pass)) },
        Figure { name: "export as text, ms", ours: export, floor: Some(("typed pass", pass)) },
        Figure {
            name: "memory of the export at most, MB",
            ours: most,
            floor: Some(("file", size)),
        },
    ]
}

/// Runs a command; how long it took, and the memory it held at most.
fn run(ours: &Path, arguments: &[&std::ffi::OsStr]) -> (f64, f64) {
    let begun = Instant::now();
    let mut command = Command::new(ours);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let mut most = 0.0_f64;
    loop {
        most = most.max(memory_of(child.id(), "VmHWM:"));
        if let Some(status) = child.try_wait().expect("it ends") {
            assert!(status.success(), "{arguments:?}");
            return (millis(begun.elapsed()), most);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// What was measured of one program.
#[derive(Default)]
struct Screen {
    first: Vec<f64>,
    shown: Vec<f64>,
    keys: Vec<f64>,
    bytes: Vec<f64>,
    bursts: Vec<f64>,
    search: Vec<f64>,
    left: Vec<f64>,
    rest: f64,
    memory: [f64; 2],
}

fn on_screen(desk: &Program, bare: &Program, starts: usize, size: f64) -> Vec<Figure> {
    let mut screens = [(desk, "Câu", Screen::default()), (bare, "row 9", Screen::default())];
    for _ in 0..starts {
        for (program, list, screen) in &mut screens {
            start(program, list, screen);
        }
    }
    for (program, list, screen) in &mut screens {
        press(program, list, screen);
    }
    search(desk, &mut screens[0].2);
    let [(.., ours), (.., floor)] = screens;
    let beside = |name, of: fn(&Screen) -> f64| Figure {
        name,
        ours: of(&ours),
        floor: Some(("bare list", of(&floor))),
    };
    let first = at(&floor.first, 50);
    let shown = at(&ours.shown, 50);
    vec![
        beside("exec to first frame, ms", |screen| at(&screen.first, 50)),
        Figure { name: "exec to queue shown, ms", ours: shown, floor: Some(("bare list", first)) },
        beside("key to frame p50, ms", |screen| at(&screen.keys, 50)),
        beside("key to frame p99, ms", |screen| at(&screen.keys, 99)),
        beside("bytes a step", |screen| at(&screen.bytes, 50)),
        beside("50 keys at once to last frame, ms", |screen| at(&screen.bursts, 50)),
        Figure {
            name: "letter in the search to last frame p99, ms",
            ours: at(&ours.search, 99),
            floor: None,
        },
        beside("leaving, ms", |screen| at(&screen.left, 50)),
        Figure { name: "CPU at rest, ms/s", ours: ours.rest, floor: None },
        Figure { name: "memory held, MB", ours: ours.memory[0], floor: Some(("file", size)) },
        Figure { name: "memory at most, MB", ours: ours.memory[1], floor: Some(("file", size)) },
    ]
}

fn start(program: &Program, list: &str, screen: &mut Screen) {
    let mut terminal = Terminal::start(program);
    let drawn = terminal.until(list);
    screen.first.push(drawn.first);
    screen.shown.push(drawn.shown);
    screen.left.push(terminal.leave());
}

fn press(program: &Program, list: &str, screen: &mut Screen) {
    let mut terminal = Terminal::start(program);
    terminal.until(list);
    let direction = |place: usize| if place.is_multiple_of(2) { DOWN } else { UP };
    for key in 0..KEYS {
        let answer = terminal.drawn_after(direction(key / TURN), QUIET);
        screen.keys.extend(answer.map(|answer| answer.millis));
        let bytes = answer.map(|answer| f64::from(u32::try_from(answer.bytes).unwrap_or(u32::MAX)));
        screen.bytes.extend(bytes);
    }
    for burst in 0..10 {
        let keys = direction(burst).repeat(HELD);
        let answer = terminal.drawn_after(&keys, Duration::from_millis(60));
        screen.bursts.extend(answer.map(|answer| answer.millis));
    }
    let before = terminal.processor_time();
    std::thread::sleep(REST);
    screen.rest = (terminal.processor_time() - before) * 1e3 / REST.as_secs_f64();
    screen.memory = terminal.memory();
    terminal.leave();
}

fn search(desk: &Program, screen: &mut Screen) {
    let mut terminal = Terminal::start(desk);
    terminal.until("Câu");
    terminal.drawn_after("/", Duration::from_millis(200));
    for _ in 0..5 {
        for letter in LOOKED_FOR.chars() {
            let answer = terminal.drawn_after(&letter.to_string(), Duration::from_millis(400));
            screen.search.extend(answer.map(|answer| answer.millis));
        }
        for _ in LOOKED_FOR.chars() {
            terminal.drawn_after("\x7f", Duration::from_millis(400));
        }
    }
    terminal.drawn_after("\x1b", Duration::from_millis(200));
    terminal.leave();
}

fn at(times: &[f64], hundredth: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * hundredth / 100).min(sorted.len().saturating_sub(1));
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    millis(begun.elapsed())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn megabytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1e3
}
