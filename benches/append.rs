//! What an event costs on disk: the acknowledgement and both copies beside a bare write and sync of the very same bytes.
//!
//! One bare writer writes into a file extended beforehand with written blanks, as the public file is; the
//! other lets a file grow line by line, as the black box does. All in the same folder, turn by turn in the
//! same run: `cargo bench --bench append`, in a folder on the disk that is to be measured. The copies are
//! written one after the other, and a command is acknowledged after the first.

use std::fs::{File, OpenOptions};
use std::hint::black_box;
use std::io::Write;
use std::os::unix::fs::FileExt;
use std::time::{Duration, Instant};

use doithoai::live::{LiveSession, Recorder, Request};
use doithoai::record::{Header, SessionId};
use doithoai::session::command::NewResponder;
use doithoai::session::command::{Command, Moment, Occasion};
use doithoai::session::payload::{NewStatement, Opening, ResponderKind};
use doithoai::store::{OpenRequest, StateFolder, create, open};
use tempfile::TempDir;

const ROUNDS: usize = 40;
/// Events of one writer before the other's turn: a disk is slower when every write goes elsewhere.
const ROUND: usize = 50;
/// What stands behind the last line while a session is live.
const TRAILER: &str = "]}\n";

fn main() {
    let folder = tempfile::tempdir_in(".").expect("a folder");
    let mut live = live(&folder);
    let mut bare = Bare::new(&folder);
    let mut growing = Bare::growing(&folder);
    let (mut appends, mut writes, mut decisions) = (Vec::new(), Vec::new(), Vec::new());
    let mut acknowledged = Vec::new();
    let mut grown = Vec::new();
    for _ in 0..ROUNDS {
        let mut texts = Vec::new();
        for _ in 0..ROUND {
            let begun = Instant::now();
            black_box(live.confirmed().prepare(statement(), &occasion()).expect("allowed"));
            decisions.push(begun.elapsed());
            let begun = Instant::now();
            let request = Request { command: statement(), occasion: occasion() };
            let batch = live.record(request).expect("recorded");
            acknowledged.push(begun.elapsed());
            live.replicate();
            appends.push(begun.elapsed());
            texts.push(format!(",{}\n", batch.lines().join("\n,")));
        }
        for text in &texts {
            let begun = Instant::now();
            bare.append(text);
            writes.push(begun.elapsed());
        }
        for text in &texts {
            let begun = Instant::now();
            growing.append(&text[1..]);
            grown.push(begun.elapsed());
        }
    }
    let (append, write, grow) = (Times::of(appends), Times::of(writes), Times::of(grown));
    println!("{} events, each written and synced; microseconds", ROUNDS * ROUND);
    println!("acknowledged       {}", Times::of(acknowledged));
    println!("append, 2 copies   {append}");
    println!("bare, in place     {write}");
    println!("bare, growing      {grow}");
    println!("decide, encode     {}", Times::of(decisions));
    println!(
        "append / slower    p50 {:.2}  p90 {:.2}",
        append.p50 / write.p50.max(grow.p50),
        append.p90 / write.p90.max(grow.p90)
    );
}

struct Times {
    p50: f64,
    p90: f64,
    p99: f64,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let at = |hundredth: usize| times[times.len() * hundredth / 100].as_secs_f64() * 1e6;
        Self { p50: at(50), p90: at(90), p99: at(99) }
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "p50 {:.0}  p90 {:.0}  p99 {:.0}", self.p50, self.p90, self.p99)
    }
}

/// The floor: one positioned write over written blanks, and a sync of the data.
struct Bare {
    file: File,
    end: u64,
    /// What stands behind the last line.
    trailer: &'static str,
}

impl Bare {
    fn new(folder: &TempDir) -> Self {
        let path = folder.path().join("bare");
        let mut file = File::create(&path).expect("created");
        file.write_all(&vec![b' '; 4 << 20]).expect("extended");
        file.sync_all().expect("synced");
        let file = OpenOptions::new().write(true).open(&path).expect("opened");
        Self { file, end: 0, trailer: TRAILER }
    }

    /// One that lets its file grow.
    fn growing(folder: &TempDir) -> Self {
        let file = File::create(folder.path().join("growing")).expect("created");
        file.sync_all().expect("synced");
        Self { file, end: 0, trailer: "" }
    }

    fn append(&mut self, text: &str) {
        let whole = format!("{text}{}", self.trailer);
        self.file.write_all_at(whole.as_bytes(), self.end).expect("written");
        self.file.sync_data().expect("synced");
        self.end += text.len() as u64;
    }
}

fn statement() -> Command {
    let text = "Thành phố sẽ bố trí nguồn lực cho chương trình này. ".repeat(6);
    Command::MakeStatement(NewStatement { by_responder: "ubnd".into(), spoken_by: None, text })
}

fn occasion() -> Occasion {
    let at = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    Occasion::new(Moment::Given(at), "moderator", "5a17")
}

fn live(folder: &TempDir) -> LiveSession {
    let path = folder.path().join("phien.json");
    let created = "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let responder = NewResponder {
        id: Some("ubnd".into()),
        name: "UBND thành phố".to_owned(),
        short: None,
        kind: ResponderKind::Agency,
        title: None,
        aliases: vec![],
        remit: vec![],
    };
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let commands = vec![Command::Open(opening), Command::AddResponder { responder }];
    create(&path, Header { id: SessionId::new(1), created }, commands, &occasion())
        .expect("created");
    let state = StateFolder::at(folder.path().join("state"));
    let opened = open(&OpenRequest::of(&path, &state)).expect("opened");
    let now = || "2024-03-22T08:00:00+07:00".parse().expect("a time");
    let recorder =
        Recorder { by: "moderator".to_owned(), now, describe: Box::new(|_| String::new()) };
    LiveSession::of_files(opened, recorder)
}
