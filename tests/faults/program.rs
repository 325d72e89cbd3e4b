//! The real program at work on a session of its own, and what a later run finds of it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::thread;

use tempfile::TempDir;

use crate::script::{document_in, lines_in};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_doithoai");
const ID: &str = "0123456789abcdef0123456789abcdef";

/// A folder with a session in it, and a state folder.
pub(crate) struct Table {
    own: Option<TempDir>,
    pub(crate) folder: PathBuf,
}

impl Table {
    pub(crate) fn new() -> Self {
        let in_memory = tempfile::tempdir_in("/dev/shm");
        let own = in_memory.or_else(|_| tempfile::tempdir()).expect("a folder");
        let folder = own.path().to_owned();
        Self { own: Some(own), folder }
    }

    /// In a folder that somebody else takes away again.
    pub(crate) fn at(folder: &Path) -> Self {
        Self { own: None, folder: folder.to_owned() }
    }

    pub(crate) fn with_a_session() -> Self {
        let table = Self::new();
        let made = run(&mut table.create(PROGRAM), "");
        assert!(made.status.success(), "{made:?}");
        table
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join("hoi-truong/phien.json")
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.folder.join("state/doithoai")
    }

    pub(crate) fn black_box(&self) -> PathBuf {
        self.state().join(format!("{ID}.jsonl"))
    }

    /// The command that makes the session.
    pub(crate) fn create(&self, program: &str) -> Command {
        fs::create_dir_all(self.folder.join("hoi-truong")).expect("a folder");
        let mut create = self.program(program);
        create.arg("new").arg(self.file()).args(["--title", "Đối thoại", "--id", ID]);
        create
    }

    /// `program`, or one that starts it, with nothing said yet.
    pub(crate) fn program(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder).env("XDG_STATE_HOME", self.folder.join("state"));
        command.env("HOME", &self.folder).env("LC_ALL", "C.UTF-8").env_remove("LANG");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// `apply` on this file, by this program.
    pub(crate) fn apply(&self, file: &Path) -> Command {
        let mut apply = self.program(PROGRAM);
        apply.arg("apply").arg(file);
        apply
    }

    /// Opens the session again; nothing that was printed may be missing. What the program said.
    pub(crate) fn finds(&self, printed: &[String]) -> Result<String, String> {
        // Where something else has its place, the file that the person was told of.
        let mut files = vec![self.file()];
        files.extend(self.sessions().into_iter().rev());
        let opened = files.iter().try_fold(String::new(), |said, file| match self.opens(file) {
            Ok(more) => Err(said + &more),
            Err(more) => Ok(said + &more),
        });
        let said = match opened {
            Ok(said) => return Err(format!("not opened: {said}")),
            Err(said) => said,
        };
        let boxed = fs::read_to_string(self.black_box()).map_err(|error| error.to_string())?;
        let held: Vec<&str> = boxed.lines().skip(1).filter(|line| !line.is_empty()).collect();
        let agrees = |path: &PathBuf| {
            let bytes = fs::read(path).ok();
            document_in(bytes.as_deref()).is_some() && lines_in(bytes.as_deref()) == held
        };
        let files = self.sessions();
        if !files.iter().any(agrees) {
            return Err(format!("no whole file holds what the black box holds: {files:?}; {said}"));
        }
        match missing(printed, &held) {
            None => Ok(said),
            Some(lost) => Err(format!("{} printed, lost: {lost}", printed.len())),
        }
    }

    /// Opens one file, after `recover` if that is asked for; what was said.
    fn opens(&self, file: &Path) -> Result<String, String> {
        let opened = run(&mut self.apply(file), "");
        if opened.status.success() {
            return Ok(text(&opened.stderr));
        }
        let recovered = run(self.program(PROGRAM).arg("recover").arg(file), "");
        let again = run(&mut self.apply(file), "");
        let said = [opened.stderr, recovered.stderr, again.stderr].concat();
        if again.status.success() { Ok(text(&said)) } else { Err(text(&said)) }
    }

    /// Everything that may be a session file, in both folders.
    pub(crate) fn sessions(&self) -> BTreeSet<PathBuf> {
        let folders = [self.folder.join("hoi-truong"), self.state()];
        let files = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
        let paths = files.flatten().map(|file| file.path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
    }
}

/// Runs a program to its end.
pub(crate) fn run(command: &mut Command, input: &str) -> Output {
    let mut child = command.spawn().expect("started");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // A program that ends early does not read what is left.
    let hand = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("ended");
    drop(hand.join());
    output
}

impl Drop for Table {
    fn drop(&mut self) {
        // A failed case may be looked at where it is said to be.
        if let Some(own) = self.own.take().filter(|_| thread::panicking()) {
            println!("kept: {}", own.keep().display());
        }
    }
}

/// The first printed line that is not held, each being looked for behind the one before it.
pub(crate) fn missing<'a>(printed: &'a [String], held: &[&str]) -> Option<&'a String> {
    let mut held = held.iter();
    printed.iter().find(|line| !held.any(|there| there == line))
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(crate) fn printed(output: &Output) -> Vec<String> {
    text(&output.stdout).lines().map(str::to_owned).collect()
}

/// So many commands, a line each; every fourth long enough for several sectors.
pub(crate) fn script(commands: usize) -> Vec<String> {
    let ask = |number: usize| {
        let words =
            "Bao giờ có nhà ở cho thanh niên? ".repeat(if number % 4 == 3 { 60 } else { 2 });
        format!("{{\"command\":\"ask_question\",\"text\":\"Câu {number}: {words}\"}}\n")
    };
    (0..commands).map(ask).collect()
}

/// A running `apply`, fed line by line.
pub(crate) struct Running {
    pub(crate) child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    pub(crate) printed: Vec<String>,
}

impl Running {
    pub(crate) fn start(mut apply: Command) -> Self {
        let mut child = apply.spawn().expect("started");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Self { child, lines, printed: Vec::new() }
    }

    pub(crate) fn say(&mut self, line: &str) {
        // One that has ended takes no more.
        let _ = self.child.stdin.as_mut().expect("a pipe").write_all(line.as_bytes());
    }

    /// Waits for the next printed event; `false` at the end.
    pub(crate) fn hears(&mut self) -> bool {
        let line = self.lines.next().and_then(Result::ok);
        self.printed.extend(line.clone());
        line.is_some()
    }

    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().expect("kill").success());
    }

    /// Lets it come to its end; what it said.
    pub(crate) fn end(mut self) -> (Vec<String>, String, Option<i32>) {
        drop(self.child.stdin.take());
        while self.hears() {}
        let mut said = String::new();
        let mut words = self.child.stderr.take().expect("a pipe");
        words.read_to_string(&mut said).expect("UTF-8");
        let code = self.child.wait().expect("ended").code();
        (self.printed, said, code)
    }
}
