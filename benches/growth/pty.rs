//! A program in a pseudo-terminal, and when its bytes came.

use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const SIZE: PtySize = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
/// Longer than any start takes; reached only when something is wrong.
const PATIENCE: Duration = Duration::from_mins(2);

pub(crate) struct Program {
    pub(crate) path: PathBuf,
    pub(crate) arguments: Vec<String>,
    pub(crate) state: PathBuf,
}

/// When it drew what, in milliseconds from its start.
pub(crate) struct Drawn {
    /// The first text of any kind.
    pub(crate) first: f64,
    /// The text that was waited for.
    pub(crate) shown: f64,
}

/// What keys led to.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    /// Until the last byte of it came.
    pub(crate) millis: f64,
    pub(crate) bytes: usize,
}

pub(crate) struct Terminal {
    begun: Instant,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    received: Receiver<(Instant, Vec<u8>)>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    pub(crate) fn start(program: &Program) -> Self {
        let pair = native_pty_system().openpty(SIZE).expect("a terminal");
        let mut command = CommandBuilder::new(&program.path);
        command.args(&program.arguments);
        command.env("XDG_STATE_HOME", &program.state);
        command.env("LC_ALL", "vi_VN.UTF-8");
        command.env("TERM", "xterm-256color");
        command.cwd(std::env::current_dir().expect("a folder"));
        let received = listen(pair.master.try_clone_reader().expect("a reader"));
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let keyboard = pair.master.take_writer().expect("a keyboard");
        Self { begun, child, keyboard, received, _master: pair.master }
    }

    /// Reads until the screen is still and shows `words`. What came is looked at only in the pauses: the
    /// program is to have the machine to itself.
    pub(crate) fn until(&mut self, words: &str) -> Drawn {
        let mut screen = vt100::Parser::new(cells(SIZE.rows), cells(SIZE.cols), 0);
        let mut first = None;
        loop {
            for (at, bytes) in self.chunks() {
                screen.process(&bytes);
                let text = screen.screen().contents();
                let since = (at - self.begun).as_secs_f64() * 1e3;
                if !text.trim().is_empty() {
                    first.get_or_insert(since);
                }
                if text.contains(words) {
                    return Drawn { first: first.unwrap_or(since), shown: since };
                }
            }
            assert!(
                self.begun.elapsed() < PATIENCE,
                "no {words:?} on\n{}",
                screen.screen().contents()
            );
        }
    }

    fn chunks(&mut self) -> Vec<(Instant, Vec<u8>)> {
        let mut chunks = Vec::new();
        while let Ok(chunk) = self.received.recv_timeout(Duration::from_millis(30)) {
            chunks.push(chunk);
        }
        chunks
    }

    /// Types, and waits for a pause of `quiet`: what was drawn before it, if anything was.
    pub(crate) fn drawn_after(&mut self, keys: &str, quiet: Duration) -> Option<Answer> {
        let typed = Instant::now();
        self.type_in(keys);
        let mut answer = None;
        while let Ok((at, bytes)) = self.received.recv_timeout(quiet) {
            let before = answer.map_or(0, |answer: Answer| answer.bytes);
            let millis = (at - typed).as_secs_f64() * 1e3;
            answer = Some(Answer { millis, bytes: before + bytes.len() });
        }
        answer
    }

    /// Ends the program by its key; milliseconds until it was gone.
    pub(crate) fn leave(mut self) -> f64 {
        let typed = Instant::now();
        self.type_in("q");
        let code = self.child.wait().expect("it ends");
        assert!(code.success(), "{code:?}");
        typed.elapsed().as_secs_f64() * 1e3
    }

    /// Seconds of processor time so far, of all its threads; not a number where the system does not say.
    pub(crate) fn processor_time(&self) -> f64 {
        let tasks = fs::read_dir(self.proc().join("task")).into_iter().flatten().flatten();
        let spent = tasks.filter_map(|task| {
            let text = fs::read_to_string(task.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        });
        spent.reduce(|one, other| one + other).map_or(f64::NAN, |nanoseconds| nanoseconds / 1e9)
    }

    /// The memory it holds, and the most it ever held, in megabytes.
    pub(crate) fn memory(&self) -> [f64; 2] {
        ["VmRSS:", "VmHWM:"].map(|key| memory_of(self.child.process_id().unwrap_or_default(), key))
    }

    fn proc(&self) -> PathBuf {
        PathBuf::from("/proc").join(self.child.process_id().unwrap_or_default().to_string())
    }

    fn type_in(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.keyboard.flush().expect("the terminal takes keys");
    }
}

/// A figure of the memory of a process in megabytes; not a number where the system does not say.
pub(crate) fn memory_of(process: u32, key: &str) -> f64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(key));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes * 1024.0 / 1e6)
}

/// Reads on a thread of its own: nothing that is done with the bytes delays the clock.
fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<(Instant, Vec<u8>)> {
    let (chunks, received) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(length) = reader.read(&mut buffer) {
            let chunk = (Instant::now(), buffer[..length].to_vec());
            if length == 0 || chunks.send(chunk).is_err() {
                return;
            }
        }
    });
    received
}

fn cells(count: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(count).expect("at least one cell")
}
