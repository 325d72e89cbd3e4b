//! The real program in a folder of one test's own: its commands with pipes, what they print and say.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

use super::login;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_doithoai");

/// The id of the sessions made here.
pub const ID: &str = "0123456789abcdef0123456789abcdef";
pub const ROSTER: &str = r#"[{"id":"so-khcn","name":"Sở Khoa học và Công nghệ","kind":"agency"}]"#;
pub const DIALOGUE: &str = r#"
{"command":"ask_question","asker":{"name":"Nguyễn Thị Ánh"},"text":"Bao giờ có hỗ trợ?","at":"2024-03-22T08:01:00+07:00"}
{"command":"route_question","question":1,"lead":"so-khcn","at":"2024-03-22T08:02:00+07:00"}
{"command":"give_answer","question":1,"text":"Trong quý này.","at":"2024-03-22T08:05:00+07:00","by":"thư ký"}
"#;

/// What a child keeps of the environment in which the tests were started.
const KEPT: [&str; 5] = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"];

/// Language and time zone; POSIX's form, as a zone by name needs a file that may not be there.
const LOCALE: [(&str, &str); 2] = [("LC_ALL", "vi_VN.UTF-8"), ("TZ", "ICT-7")];

/// A folder with sessions, a state folder and a home in it; no two tests share one.
pub struct Runner {
    own: Option<TempDir>,
    folder: PathBuf,
}

/// What a command came to.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Runner {
    pub fn new() -> Self {
        Self::in_own(tempfile::tempdir().expect("a folder"))
    }

    /// Where thousands of syncs cost nothing: in memory, if this machine has such a folder.
    pub fn in_memory() -> Self {
        let in_memory = tempfile::tempdir_in("/dev/shm");
        Self::in_own(in_memory.or_else(|_| tempfile::tempdir()).expect("a folder"))
    }

    /// In a folder that its owner removes.
    pub fn at(folder: &Path) -> Self {
        Self { own: None, folder: folder.to_owned() }
    }

    /// With a session in `phien.json`.
    pub fn with_a_session() -> Self {
        let runner = Self::new();
        runner.write("don-vi.roster.json", ROSTER);
        runner.make("phien.json").done();
        runner
    }

    /// The same, with a question that was answered.
    pub fn with_a_dialogue() -> Self {
        let runner = Self::with_a_session();
        runner.run_with(&["apply", "phien.json"], DIALOGUE).done();
        runner
    }

    /// Makes a session with a roster of one.
    pub fn make(&self, name: &str) -> Run {
        let mut new = vec!["new", name, "--title", "Đối thoại", "--number", "11", "--id", ID];
        new.extend(["--roster", "don-vi.roster.json", "--at", "2024-03-22T08:00:00+07:00"]);
        self.run(&new)
    }

    fn in_own(own: TempDir) -> Self {
        let folder = own.path().to_owned();
        Self { own: Some(own), folder }
    }

    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// The path of a file in the folder.
    pub fn file(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.join(name)
    }

    /// The folder that the start screen lists.
    pub fn sessions(&self) -> PathBuf {
        self.file("sessions")
    }

    pub fn state(&self) -> PathBuf {
        self.file("state/doithoai")
    }

    /// The black box of the session made here.
    pub fn black_box(&self) -> PathBuf {
        self.state().join(format!("{ID}.jsonl"))
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).expect("written");
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).expect("read")
    }

    /// The whole environment of a child: it does not depend on how the tests were started.
    pub fn environment(&self) -> Vec<(&'static str, std::ffi::OsString)> {
        let kept = KEPT.into_iter().filter_map(|name| Some((name, std::env::var_os(name)?)));
        let own = [
            ("DOITHOAI_DIR", self.sessions()),
            ("XDG_STATE_HOME", self.file("state")),
            ("HOME", self.folder.clone()),
        ];
        let own = own.into_iter().map(|(name, path)| (name, path.into_os_string()));
        kept.chain(own).chain(LOCALE.map(|(name, value)| (name, value.into()))).collect()
    }

    /// Another program, or one that starts ours: its input and outputs are pipes.
    pub fn command_of(&self, program: impl AsRef<OsStr>) -> Command {
        login::as_from_a_login();
        let mut command = Command::new(program);
        command.current_dir(&self.folder).env_clear().envs(self.environment());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// The program, to be run without a terminal.
    pub fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = self.command_of(PROGRAM);
        command.args(arguments);
        command
    }

    /// Runs a command of the program to its end.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Run {
        self.run_with(arguments, "")
    }

    pub fn run_with<A: AsRef<OsStr>>(
        &self,
        arguments: &[A],
        input: impl AsRef<[u8]> + Send,
    ) -> Run {
        output_of(&mut self.command(arguments), input).into()
    }

    /// Starts a command of the program that is fed line by line.
    pub fn feed<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Running {
        Running::start(self.command(arguments))
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // A failed case may be looked at where it is said to be.
        if let Some(own) = self.own.take().filter(|_| thread::panicking()) {
            println!("kept: {}", own.keep().display());
        }
    }
}

impl Run {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("one JSON document")
    }

    #[track_caller]
    pub fn done(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    /// The printed lines.
    pub fn printed(&self) -> Vec<String> {
        self.out.lines().map(str::to_owned).collect()
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let code = output.status.code().unwrap_or(-1);
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// Runs a prepared command to its end.
pub fn output_of(command: &mut Command, input: impl AsRef<[u8]> + Send) -> Output {
    let mut child = command.spawn().expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    thread::scope(|scope| {
        // Beside reading, as each side may wait for the other; a program that ends early leaves some unread.
        scope.spawn(move || stdin.write_all(input.as_ref()));
        child.wait_with_output().expect("ended")
    })
}

/// A running command, fed line by line.
pub struct Running {
    pub child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    pub printed: Vec<String>,
}

impl Running {
    pub fn start(mut command: Command) -> Self {
        let mut child = command.spawn().expect("started");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Self { child, lines, printed: Vec::new() }
    }

    /// Writes to its input; one that has ended takes no more.
    pub fn say(&mut self, line: &str) {
        let _ = self.child.stdin.as_mut().expect("a pipe").write_all(line.as_bytes());
    }

    /// Waits for the next printed line; `false` at the end.
    pub fn hears(&mut self) -> bool {
        let line = self.lines.next().and_then(Result::ok);
        self.printed.extend(line.clone());
        line.is_some()
    }

    /// Waits for the next printed line.
    pub fn next_line(&mut self) -> String {
        assert!(self.hears(), "it ended; printed: {:?}", self.printed);
        self.printed.last().cloned().unwrap_or_default()
    }

    /// Sends a line and waits for the one printed next.
    pub fn record(&mut self, line: &str) -> String {
        self.say(line);
        self.next_line()
    }

    pub fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().expect("kill").success());
    }

    /// Waits for its end with its input open; the exit code, if no signal ended it.
    pub fn ended_by_itself(&mut self) -> Option<i32> {
        // To wait closes the input that the child still holds.
        let _stdin = self.child.stdin.take();
        self.child.wait().expect("ended").code()
    }

    /// Ends its input and waits for its end; `out` is all that was printed.
    pub fn end(mut self) -> Run {
        drop(self.child.stdin.take());
        while self.hears() {}
        let mut err = String::new();
        let mut said = self.child.stderr.take().expect("a pipe");
        said.read_to_string(&mut err).expect("UTF-8");
        let code = self.child.wait().expect("ended").code().unwrap_or(-1);
        let out = self.printed.iter().flat_map(|line| [line, "\n"]).collect();
        Run { code, out, err }
    }
}
