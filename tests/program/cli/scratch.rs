//! A desk of its own for each test, with the program on it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub(crate) const ID: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const ROSTER: &str =
    r#"[{"id":"so-khcn","name":"Sở Khoa học và Công nghệ","kind":"agency"}]"#;
pub(crate) const DIALOGUE: &str = r#"
{"command":"ask_question","asker":{"name":"Nguyễn Thị Ánh"},"text":"Bao giờ có hỗ trợ?","at":"2024-03-22T08:01:00+07:00"}
{"command":"route_question","question":1,"lead":"so-khcn","at":"2024-03-22T08:02:00+07:00"}
{"command":"give_answer","question":1,"text":"Trong quý này.","at":"2024-03-22T08:05:00+07:00","by":"thư ký"}
"#;

/// A folder, a state folder and the program in them.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

/// What a run left: its words as text.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl Run {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("one JSON document")
    }

    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:?}");
        self
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A desk with `phien.json` on it.
    pub(crate) fn with_a_session() -> Self {
        let desk = Self::new();
        desk.write("don-vi.roster.json", ROSTER);
        desk.make("phien.json").done();
        desk
    }

    /// As above, with a question that was answered.
    pub(crate) fn with_a_dialogue() -> Self {
        let desk = Self::with_a_session();
        desk.run_with(&["apply", "phien.json"], DIALOGUE).done();
        desk
    }

    pub(crate) fn make(&self, name: &str) -> Run {
        self.run(&[
            "new",
            name,
            "--title",
            "Đối thoại",
            "--number",
            "11",
            "--roster",
            "don-vi.roster.json",
            "--id",
            ID,
            "--at",
            "2024-03-22T08:00:00+07:00",
        ])
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("written");
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("read")
    }

    pub(crate) fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_doithoai"));
        program
            .args(arguments)
            .current_dir(self.folder.path())
            .env("XDG_STATE_HOME", self.path("state"))
            .env("HOME", self.path("home"))
            .env("LC_ALL", "C.UTF-8")
            .env_remove("LANG")
            .env_remove("DOITHOAI_DIR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        program
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
        let mut child = self.program(arguments).spawn().expect("started");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A program that wants no input may be gone before it is written.
        let _ = stdin.write_all(input.as_ref());
        drop(stdin);
        child.wait_with_output().expect("ended").into()
    }
}
