//! Servers on free ports with folders of their own, and desks at them.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::runner::{ID, Run, Runner};
use crate::support::skipped::skipped;

/// Longer than any machine should need.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// The servers on this machine: those on the path, and those that `NATS_SERVERS` names.
pub(crate) fn programs() -> Vec<PathBuf> {
    let named = std::env::var_os("NATS_SERVERS").unwrap_or_default();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let on_path = folders.map(|folder| folder.join("nats-server"));
    let all = std::env::split_paths(&named).chain(on_path);
    let mut programs: Vec<PathBuf> = Vec::new();
    for program in all.filter(|program| program.is_file()) {
        let real = fs::canonicalize(&program).unwrap_or(program);
        if !programs.contains(&real) {
            programs.push(real);
        }
    }
    programs
}

/// Tries each server of this machine; says so when there is none.
pub(crate) fn with_each_server(settings: &str, test: impl Fn(&Server)) {
    let programs = programs();
    if programs.is_empty() {
        skipped("no nats-server on this machine: nothing was tried with a server");
    }
    for program in programs {
        println!("{}", program.display());
        test(&Server::start(&program, settings));
    }
}

pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// A server with `JetStream`, in a folder of its own.
pub(crate) struct Server {
    program: PathBuf,
    folder: TempDir,
    pub(crate) port: u16,
    child: std::cell::RefCell<Option<Child>>,
}

impl Server {
    pub(crate) fn start(program: &Path, settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = free_port();
        let store = folder.path().join("store");
        let text = format!(
            "listen: \"127.0.0.1:{port}\"\njetstream {{ store_dir: \"{}\" }}\n{settings}\n",
            store.display()
        );
        fs::write(folder.path().join("server.conf"), text).expect("written");
        let program = program.to_owned();
        let server = Self { program, folder, port, child: std::cell::RefCell::new(None) };
        server.run();
        server
    }

    /// Starts it, again if it was killed; with the same port and the same store.
    pub(crate) fn run(&self) {
        let child = Command::new(&self.program)
            .arg("-c")
            .arg(self.folder.path().join("server.conf"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        *self.child.borrow_mut() = Some(child);
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(Instant::now() < until, "the server does not listen");
            sleep(PAUSE);
        }
    }

    pub(crate) fn kill(&self) {
        if let Some(mut child) = self.child.borrow_mut().take() {
            child.kill().expect("killed");
            child.wait().expect("ended");
        }
    }

    pub(crate) fn address(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// The session that the tests make, on this server.
    pub(crate) fn session(&self) -> String {
        format!("{}/{ID}", self.address())
    }

    /// Publishes as any program could that knows the subject, past this one's rules.
    pub(crate) fn publish(&self, subject: &str, payload: &str) {
        self.publish_as("", subject, payload);
    }

    /// The same with a login, as the protocol writes it.
    pub(crate) fn publish_as(&self, login: &str, subject: &str, payload: &str) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("connected");
        let mut lines = BufReader::new(stream.try_clone().expect("a second end")).lines();
        let length = payload.len();
        let asked = format!(
            "CONNECT {{{login}\"verbose\":false}}\r\nPUB {subject} {length}\r\n{payload}\r\nPING\r\n"
        );
        stream.write_all(asked.as_bytes()).expect("written");
        assert!(lines.any(|line| line.expect("a line").starts_with("PONG")));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A desk: a folder, a state folder and a home of its own.
pub(crate) struct Desk {
    pub(crate) runner: Runner,
    pub(crate) name: &'static str,
}

impl Desk {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { runner: Runner::new(), name }
    }

    /// What `apply` is started with at this desk.
    pub(crate) fn apply<'a>(&self, session: &'a str) -> [&'a str; 4] {
        ["apply", session, "--by", self.name]
    }

    pub(crate) fn records(&self, session: &str, input: &str) -> Run {
        self.runner.run_with(&self.apply(session), input)
    }

    /// The document in this desk's own file, brought to the head of the log; there is one file a session.
    /// The reserve of blanks behind it is this desk's own.
    pub(crate) fn file(&self, session: &str) -> Vec<u8> {
        self.records(session, "").done();
        let entries = fs::read_dir(self.runner.sessions()).expect("a folder");
        let files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        assert_eq!(files.len(), 1, "{files:?}");
        fs::read(&files[0]).expect("read").trim_ascii_end().to_vec()
    }
}

/// A session that was put on the server, by the desk that made it.
pub(crate) fn share_a_session(server: &Server) -> Runner {
    let runner = Runner::with_a_dialogue();
    let shared = runner.run(&["share", "phien.json", &server.address()]).done();
    assert_eq!(shared.out, format!("{}\n", server.session()));
    runner
}

/// So many questions of one desk.
pub(crate) fn questions(desk: &str, count: usize) -> String {
    let question = |number| {
        format!("{{\"command\":\"ask_question\",\"text\":\"Câu {number} của {desk}?\"}}\n")
    };
    (1..=count).map(question).collect()
}

/// How often a text stands in a file.
pub(crate) fn count_in(file: &[u8], text: &str) -> usize {
    String::from_utf8_lossy(file).matches(text).count()
}

/// As after a yes to the question whether the session is continued alone.
pub(crate) fn forget_the_server(runner: &Runner) {
    std::fs::remove_file(runner.state().join(format!("{ID}.server"))).expect("a note");
}
