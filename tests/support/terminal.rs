//! The real binary in a pseudo-terminal: keys go in, a screen comes out; waits are for what is awaited.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::login;
use super::runner::{PROGRAM, Runner};

/// Longer than any machine should need; reached only when something is wrong.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the terminal has received so far, and the screen that makes.
struct Received {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// The window is closed: what arrives is no longer read.
    left: bool,
    ended: bool,
}

/// A program in a terminal of its own.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    /// Gone when the window is closed.
    window: Option<(Box<dyn MasterPty + Send>, Box<dyn Write + Send>)>,
    as_found: String,
    received: Arc<(Mutex<Received>, Condvar)>,
}

impl Runner {
    /// Starts the program in a terminal of this size.
    pub fn start(&self, arguments: &[&str], columns: u16, rows: u16) -> Terminal {
        let mut command = self.in_a_terminal(PROGRAM);
        command.args(arguments);
        Terminal::start(command, columns, rows)
    }

    /// Another program, or one that starts ours, to be started in a terminal.
    pub fn in_a_terminal(&self, program: impl AsRef<OsStr>) -> CommandBuilder {
        login::as_from_a_login();
        let mut command = CommandBuilder::new(program);
        command.cwd(self.path());
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        command
    }
}

fn listen(mut reader: Box<dyn Read + Send>, received: Arc<(Mutex<Received>, Condvar)>) {
    thread::spawn(move || {
        let mut buffer = [0_u8; 8192];
        loop {
            let read = reader.read(&mut buffer).unwrap_or(0);
            let (lock, changed) = &*received;
            let Ok(mut received) = lock.lock() else { return };
            if read == 0 || received.left {
                received.ended = true;
                changed.notify_all();
                return;
            }
            received.bytes.extend_from_slice(&buffer[..read]);
            received.parser.process(&buffer[..read]);
            changed.notify_all();
        }
    });
}

impl Terminal {
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let as_found = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let received = Arc::new((
            Mutex::new(Received {
                parser: vt100::Parser::new(cells(rows), cells(columns), 0),
                bytes: Vec::new(),
                left: false,
                ended: false,
            }),
            Condvar::new(),
        ));
        listen(pair.master.try_clone_reader().expect("a reader"), Arc::clone(&received));
        let keyboard = pair.master.take_writer().expect("a keyboard");
        Self { child, window: Some((pair.master, keyboard)), as_found, received }
    }

    /// Types text or control characters as they are.
    pub fn type_in(&mut self, keys: &str) -> &mut Self {
        self.send(keys.as_bytes())
    }

    /// Sends bytes in one write.
    pub fn send(&mut self, bytes: &[u8]) -> &mut Self {
        let (_, keyboard) = self.window.as_mut().expect("a window");
        keyboard.write_all(bytes).expect("the terminal takes keys");
        keyboard.flush().expect("the terminal takes keys");
        self
    }

    /// Waits until the screen shows `words`.
    pub fn until(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("until {words:?}"), |screen| screen.contains(words));
        self
    }

    /// Waits until the screen no longer shows `words`.
    pub fn gone(&mut self, words: &str) -> &mut Self {
        self.wait(&format!("until {words:?} is gone"), |screen| !screen.contains(words));
        self
    }

    pub fn wait(&self, what: &str, mut good: impl FnMut(&str) -> bool) {
        let (lock, changed) = &*self.received;
        let mut received = lock.lock().expect("the screen");
        let begun = Instant::now();
        loop {
            let screen = received.parser.screen().contents();
            if good(&screen) {
                return;
            }
            let left = PATIENCE.saturating_sub(begun.elapsed());
            assert!(!left.is_zero() && !received.ended, "waited {what}; the screen was:\n{screen}");
            received = changed.wait_timeout(received, left).expect("the screen").0;
        }
    }

    pub fn screen(&self) -> String {
        self.received.0.lock().expect("the screen").parser.screen().contents()
    }

    /// Everything the program ever sent.
    pub fn bytes(&self) -> Vec<u8> {
        self.received.0.lock().expect("the screen").bytes.clone()
    }

    pub fn is_full_screen(&self) -> bool {
        self.received.0.lock().expect("the screen").parser.screen().alternate_screen()
    }

    /// Whether the terminal is as the program found it: its line settings, screen, cursor, mouse and paste.
    pub fn is_given_back(&self) -> bool {
        let (master, _) = self.window.as_ref().expect("a window");
        let received = self.received.0.lock().expect("the screen");
        let screen = received.parser.screen();
        let quiet = screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
        let plain =
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste();
        plain && quiet && format!("{:?}", master.get_termios()) == self.as_found
    }

    /// Waits until the terminal is the shell's, or the desk's.
    pub fn until_given_back(&self, given_back: bool) {
        let begun = Instant::now();
        while self.is_given_back() != given_back {
            assert!(begun.elapsed() < PATIENCE, "the screen was:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Closes the window: nothing reads the terminal any more, and nothing comes from it.
    pub fn close_window(&mut self) {
        let (lock, changed) = &*self.received;
        let mut received = lock.lock().expect("the screen");
        received.left = true;
        // The desk's clock draws every second, and so the reader looks up.
        let rest = changed.wait_timeout_while(received, PATIENCE, |received| !received.ended);
        assert!(!rest.expect("the screen").1.timed_out(), "the reader never left");
        self.window = None;
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.received
            .0
            .lock()
            .expect("the screen")
            .parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        let (master, _) = self.window.as_ref().expect("a window");
        master.resize(size).expect("the terminal takes a size");
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    pub fn signal(&self, name: &str) {
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &self.pid().to_string()])
            .status()
            .expect("kill");
        assert!(sent.success());
    }

    /// Waits for the end; the exit code.
    pub fn end(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program") {
                self.receive_the_rest();
                return status.exit_code();
            }
            assert!(begun.elapsed() < PATIENCE, "no end; the screen was:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// What the program sent last may still be on its way when the program has ended.
    fn receive_the_rest(&self) {
        let (lock, changed) = &*self.received;
        let received = lock.lock().expect("the screen");
        let rest = changed.wait_timeout_while(received, PATIENCE, |received| !received.ended);
        assert!(!rest.expect("the screen").1.timed_out(), "the terminal was never closed");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Ended already, in most tests.
        let _ = self.child.kill();
    }
}

fn cells(count: u16) -> std::num::NonZero<u16> {
    std::num::NonZero::new(count).expect("at least one cell")
}
