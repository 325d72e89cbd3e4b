//! How quick the screen is, as ratios to a bare ratatui list that has nothing behind it.
//!
//! Both run in pseudo-terminals of one size, turn by turn in one run, so that a slow machine slows both:
//! `cargo build --release --example bare && cargo bench --bench terminal`.

#[path = "terminal/pty.rs"]
mod pty;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use pty::{Program, Terminal};

const QUESTIONS: usize = 500;
const STARTS: usize = 40;
const KEYS: usize = 300;
/// The bare list has a hundred rows: beyond, its keys change nothing.
const TURN: usize = 90;
const BURSTS: usize = 10;
const HELD: usize = 50;
const REST: Duration = Duration::from_secs(5);
const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

const ROSTER: &str = r#"[
 {"id":"so-khcn","name":"Sở Khoa học và Công nghệ","short":"Sở KH&CN","kind":"agency","remit":["quỹ nghiên cứu"]},
 {"id":"so-xd","name":"Sở Xây dựng","short":"SXD","kind":"agency","remit":["nhà ở","nhà trọ"]}
]"#;

fn main() -> ExitCode {
    let ours = PathBuf::from(env!("CARGO_BIN_EXE_doithoai"));
    let bare = ours.with_file_name("examples").join("bare");
    if !bare.is_file() {
        eprintln!("{} is missing: cargo build --release --example bare", bare.display());
        return ExitCode::FAILURE;
    }
    let folder = tempfile::tempdir_in(".").expect("a folder");
    let session = session(&ours, folder.path());
    let state = folder.path().join("state");
    let desk =
        Program { path: ours, arguments: vec!["open".into(), session], state: state.clone() };
    let bare = Program { path: bare, arguments: Vec::new(), state };
    let (desk, bare) = measured(&desk, &bare);
    println!("{QUESTIONS} questions, 80 columns by 24 rows; p50 unless said otherwise");
    println!("{:<34}{:>10}{:>10}{:>8}", "", "desk", "bare", "ratio");
    for ((name, unit, ours), (.., floor)) in desk.rows().into_iter().zip(bare.rows()) {
        let ratio = if floor > 0.0 { format!("{:.2}", ours / floor) } else { "-".to_owned() };
        println!("{:<34}{ours:>10.3}{floor:>10.3}{ratio:>8}", format!("{name} ({unit})"));
    }
    ExitCode::SUCCESS
}

/// What was measured of one program.
#[derive(Default)]
struct Figures {
    first: Vec<f64>,
    shown: Vec<f64>,
    left: Vec<f64>,
    keys: Vec<f64>,
    bursts: Vec<f64>,
    rest: f64,
    memory: f64,
}

impl Figures {
    fn rows(&self) -> [(&'static str, &'static str, f64); 8] {
        [
            ("first frame", "ms", at(&self.first, 50)),
            ("list shown", "ms", at(&self.shown, 50)),
            ("key to frame", "ms", at(&self.keys, 50)),
            ("key to frame, p99", "ms", at(&self.keys, 99)),
            ("50 keys at once to last frame", "ms", at(&self.bursts, 50)),
            ("leaving", "ms", at(&self.left, 50)),
            ("CPU at rest", "ms/s", self.rest),
            ("memory at most", "MB", self.memory),
        ]
    }
}

fn at(times: &[f64], hundredth: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
        .get((sorted.len() * hundredth / 100).min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or(f64::NAN)
}

fn measured(desk: &Program, bare: &Program) -> (Figures, Figures) {
    let mut figures = [(desk, "Câu", Figures::default()), (bare, "row 9", Figures::default())];
    for _ in 0..STARTS {
        for (program, list, figures) in &mut figures {
            start(program, list, figures);
        }
    }
    for _ in 0..3 {
        for (program, list, figures) in &mut figures {
            press(program, list, figures);
        }
    }
    for (program, list, figures) in &mut figures {
        rest(program, list, figures);
    }
    let [(.., desk), (.., bare)] = figures;
    (desk, bare)
}

fn start(program: &Program, list: &str, figures: &mut Figures) {
    let mut terminal = Terminal::start(program);
    let drawn = terminal.until(list);
    figures.first.push(drawn.first);
    figures.shown.push(drawn.shown);
    figures.left.push(terminal.leave());
}

fn press(program: &Program, list: &str, figures: &mut Figures) {
    let mut terminal = Terminal::start(program);
    terminal.until(list);
    let direction = |place: usize| if place.is_multiple_of(2) { DOWN } else { UP };
    for key in 0..KEYS {
        let quiet = Duration::from_millis(10);
        figures.keys.extend(terminal.last_byte_after(direction(key / TURN), quiet));
    }
    for burst in 0..BURSTS {
        let keys = direction(burst).repeat(HELD);
        figures.bursts.extend(terminal.last_byte_after(&keys, Duration::from_millis(60)));
    }
    terminal.leave();
}

fn rest(program: &Program, list: &str, figures: &mut Figures) {
    let mut terminal = Terminal::start(program);
    terminal.until(list);
    std::thread::sleep(Duration::from_millis(200));
    let before = terminal.processor_time();
    std::thread::sleep(REST);
    let used = terminal.processor_time() - before;
    figures.rest = used * 1e3 / REST.as_secs_f64();
    figures.memory = terminal.memory();
    terminal.leave();
}

/// A session made by the program itself, as a person would make it.
fn session(ours: &Path, folder: &Path) -> String {
    let roster = folder.join("hai.roster.json");
    fs::write(&roster, ROSTER).expect("a roster");
    let path = folder.join("phien.json").display().to_string();
    let roster = roster.display().to_string();
    run(ours, folder, &["new", &path, "--title", "Đối thoại", "--roster", &roster], "");
    run(ours, folder, &["apply", &path], &commands());
    path
}

fn run(ours: &Path, folder: &Path, arguments: &[&str], input: &str) {
    let mut command = Command::new(ours);
    command.args(arguments).env("XDG_STATE_HOME", folder.join("state"));
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    assert!(child.wait().expect("it ends").success(), "{arguments:?}");
}

fn commands() -> String {
    let words =
        "thanh niên công nhân muốn vay vốn mua nhà ở xã hội thì cần những thủ tục gì? ".repeat(3);
    let commands = (1..=QUESTIONS).flat_map(|number| {
        let unit = number % 40;
        let ask = format!(
            r#"{{"command":"ask_question","asker":{{"name":"Nguyễn Văn {number}","unit":"Đơn vị {unit}"}},"text":"Câu thứ {number}: {words}"}}"#
        );
        let route =
            format!(r#"{{"command":"route_question","question":{number},"lead":"so-xd"}}"#);
        let answer = format!(
            r#"{{"command":"give_answer","question":{number},"by_responder":"so-xd","text":"{words}"}}"#
        );
        let routed = (number % 5 > 0).then_some(route);
        let answered = (number % 3 == 0).then_some(answer);
        [Some(ask), routed, answered].into_iter().flatten()
    });
    commands.collect::<Vec<_>>().join("\n")
}
