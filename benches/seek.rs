//! Looking back in a session of a million events: opening it, and standing at any of its moments, against a
//! plain JSON pass over the same bytes. Events by number may be given: `cargo bench --bench seek -- 10000`.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use doithoai::import::command::read_line;
use doithoai::record::scan::scan;
use doithoai::record::{Header, Record, SessionId};
use doithoai::session::command::{Moment, Occasion};
use doithoai::session::time::Timestamp;
use doithoai::tui::model::replay::Replay;

const EVENTS: usize = 1_000_000;
const SEEKS: usize = 2_000;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let Some(path) = words.iter().skip_while(|word| *word != "--hold").nth(1) {
        return hold(Path::new(path));
    }
    let wanted = words.iter().find_map(|word| word.parse().ok()).unwrap_or(EVENTS);
    let bytes = document(wanted);
    println!("{wanted} events in {:.1} MB", megabytes(bytes.len()));
    memory(&bytes);

    let (opening, scanned) = timed(|| scan(&bytes).expect("a session"));
    let whole = scanned.record.session().clone();
    let (pass, _) = timed(|| serde_json::from_slice::<serde_json::Value>(&bytes).is_ok());
    println!("opening           {:9.1} ms", millis(opening));
    println!(
        "plain JSON pass   {:9.1} ms   opening is {:.2} x",
        millis(pass),
        ratio(opening, pass)
    );

    told("seek", pass, |moment| timed(|| drop(black_box(whole.as_of(moment)))).0, wanted);
    let mut replay = Replay::new(&whole, String::new(), false);
    told("seek and the desk", pass, |moment| timed(|| replay.seek(&whole, moment)).0, wanted);
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

/// A lively hall: people, questions, routes, corrections, moves, answers, undone steps, merged questions.
fn document(events: usize) -> Vec<u8> {
    let created: Timestamp = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let mut text = "{\"format\":\"doithoai/1\",\"id\":\"00000000000000000000000000000001\",\
                    \"created\":\"2024-03-22T08:00:00.000+07:00\",\"events\":[\n"
        .to_owned();
    let mut record = Record::new(Header { id: SessionId::new(1), created });
    let mut commands = ROSTER.map(str::to_owned).into_iter().chain((1..).flat_map(turn));
    while record.session().history().len() < events {
        let command = commands.next().unwrap_or_default();
        let command = read_line(command.as_bytes()).expect("a command").command;
        let occasion = Occasion {
            at: Moment::Given(created),
            by: "thư ký".to_owned(),
            salt: "5a17c0de".to_owned(),
        };
        let entry = record.prepare(command, &occasion).expect("admitted");
        for line in entry.lines() {
            text.push_str(if text.ends_with("[\n") { "" } else { "," });
            text.push_str(line);
            text.push('\n');
        }
        record.settle(entry).expect("applied");
    }
    text.push_str("]}\n");
    text.into_bytes()
}

const ROSTER: [&str; 4] = [
    r#"{"command":"open","title":"Đối thoại lần 11","place":"Cần Thơ"}"#,
    r#"{"command":"add_responder","responder":{"id":"so-khcn","name":"Sở Khoa học và Công nghệ","kind":"agency","aliases":[],"remit":[]}}"#,
    r#"{"command":"add_responder","responder":{"id":"so-xd","name":"Sở Xây dựng","kind":"agency","aliases":[],"remit":[]}}"#,
    r#"{"command":"add_responder","responder":{"id":"thanh-doan","name":"Thành Đoàn","kind":"agency","aliases":[],"remit":[]}}"#,
];

/// What happens around one question.
fn turn(number: usize) -> Vec<String> {
    let lead = ["so-khcn", "so-xd", "thanh-doan"][number % 3];
    let question = format!("\"question\":{number}");
    let asked =
        "Thanh niên muốn vay vốn khởi nghiệp thì cần những thủ tục gì, nộp ở đâu? ".repeat(3);
    let said = "Hồ sơ nộp tại bộ phận một cửa, trả trong năm ngày. ".repeat(5);
    let mut commands = vec![
        format!(
            r#"{{"command":"add_delegate","name":"Nguyễn Văn {number}","unit":"Đại học Cần Thơ"}}"#
        ),
        format!(
            r#"{{"command":"ask_question","delegate":{number},"channel":"floor","kind":"question","theme":"khởi nghiệp","text":"{asked}"}}"#
        ),
        format!(r#"{{"command":"route_question",{question},"lead":"{lead}","support":[]}}"#),
    ];
    if number.is_multiple_of(7) {
        commands
            .push(format!(r#"{{"command":"edit_question",{question},"text":"{asked} (đã sửa)"}}"#));
    }
    if number.is_multiple_of(11) && number > 20 {
        commands
            .push(format!(r#"{{"command":"move_question",{question},"before":{}}}"#, number - 9));
    }
    if number.is_multiple_of(13) {
        commands.push(format!(
            r#"{{"command":"route_question",{question},"lead":"so-xd","support":["so-khcn"]}}"#
        ));
        commands.push(r#"{"command":"undo"}"#.to_owned());
    }
    if number.is_multiple_of(17) {
        commands
            .push(format!(r#"{{"command":"merge_question",{question},"into":{}}}"#, number - 1));
        return commands;
    }
    if number.is_multiple_of(5) {
        commands.push(format!(
            r#"{{"command":"defer_question",{question},"due_text":"trong tháng 8"}}"#
        ));
        commands.push(format!(
            r#"{{"command":"assign_task","text":"Trả lời bằng văn bản","lead":"{lead}","questions":[{number}]}}"#
        ));
        return commands;
    }
    commands.push(format!(r#"{{"command":"call_question",{question}}}"#));
    commands.push(format!(r#"{{"command":"start_answer",{question}}}"#));
    commands.push(format!(r#"{{"command":"give_answer",{question},"text":"{said}"}}"#));
    commands
}
