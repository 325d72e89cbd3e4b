//! The real program at work on a session of its own, and what a later run finds of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::script::{document_in, lines_in};
use crate::support::runner::{ID, PROGRAM, Runner, output_of};

/// The session file, and what is done to it.
impl Runner {
    /// A session in a folder of its own.
    pub(crate) fn with_a_session_in_a_folder() -> Self {
        let runner = Self::in_memory();
        let made = output_of(&mut runner.create(PROGRAM), "");
        assert!(made.status.success(), "{made:?}");
        runner
    }

    pub(crate) fn session(&self) -> PathBuf {
        self.file("hoi-truong/phien.json")
    }

    /// The command that makes the session, started by `program`.
    pub(crate) fn create(&self, program: &str) -> Command {
        fs::create_dir_all(self.file("hoi-truong")).expect("a folder");
        let mut create = self.command_of(program);
        create.arg("new").arg(self.session()).args(["--title", "Đối thoại", "--id", ID]);
        create
    }

    /// `apply` on a file.
    pub(crate) fn apply(&self, file: &Path) -> Command {
        self.command(&[Path::new("apply"), file])
    }

    /// Opens the session again; nothing that was printed may be missing. What the program said.
    pub(crate) fn finds(&self, printed: &[String]) -> Result<String, String> {
        // Where something else has its place, the file that the person was told of.
        let mut files = vec![self.session()];
        files.extend(self.session_files().into_iter().rev());
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
        let files = self.session_files();
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
        let opened = output_of(&mut self.apply(file), "");
        if opened.status.success() {
            return Ok(text(&opened.stderr));
        }
        let recovered = output_of(&mut self.command(&[Path::new("recover"), file]), "");
        let again = output_of(&mut self.apply(file), "");
        let said = [opened.stderr, recovered.stderr, again.stderr].concat();
        if again.status.success() { Ok(text(&said)) } else { Err(text(&said)) }
    }

    /// Everything that may be a session file, in both folders.
    pub(crate) fn session_files(&self) -> BTreeSet<PathBuf> {
        let folders = [self.file("hoi-truong"), self.state()];
        let files = folders.iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
        let paths = files.flatten().map(|file| file.path());
        paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
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
