//! Listening to the terminal: one thread reads its bytes, another parses them and minds the silences.

use std::sync::mpsc::Sender;

use super::TerminalRead;
use crate::tui::runtime::loop_event::LoopEvent;

/// Listens on threads of its own; what comes is sent in the order it was typed, and that the terminal is gone.
pub fn listen(events: Sender<LoopEvent>) {
    #[cfg(unix)]
    unix::listen(events);
    #[cfg(not(unix))]
    super::crossterm_events::listen(events);
}

/// Sends what a read gave, if anything; whether somebody still takes it.
fn sent(events: &Sender<LoopEvent>, read: TerminalRead) -> bool {
    read.inputs.is_empty() || events.send(LoopEvent::Terminal(read)).is_ok()
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal, Read, stdin};
    use std::os::fd::AsFd;
    use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
    use std::thread;
    use std::time::{Duration, Instant};

    use super::sent;
    use crate::tui::runtime::input::TerminalRead;
    use crate::tui::runtime::input::parser::Parser;
    use crate::tui::runtime::loop_event::LoopEvent;

    /// Bytes taken at once; the terminal's own buffer holds 4096.
    const AT_ONCE: usize = 4096;
    /// The kernel may hand over what was written at once in two reads, a moment apart. Where that decides whether
    /// letters are commands, the rest is waited for.
    const REST_WAITS: Duration = Duration::from_millis(1);
    /// Bytes from which no more are waited for.
    const ENOUGH: usize = 64 * 1024;

    /// What one read returned, or nothing more when the terminal is gone.
    type Bytes = (Vec<u8>, Instant);

    pub(super) fn listen(events: Sender<LoopEvent>) {
        let (bytes, waiting) = channel();
        thread::spawn(move || read(&bytes));
        thread::spawn(move || {
            parse(&waiting, &events);
            // Nobody waits any more when the loop has ended.
            let _ = events.send(LoopEvent::TerminalGone);
        });
    }

    /// Reads until the terminal gives no more.
    fn read(bytes: &Sender<Bytes>) {
        let Ok(mut terminal) = terminal() else { return };
        let mut buffer = [0; AT_ONCE];
        loop {
            match terminal.read(&mut buffer) {
                Ok(0) => return,
                Ok(length) => {
                    if bytes.send((buffer[..length].to_vec(), Instant::now())).is_err() {
                        return;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return,
            }
        }
    }

    /// The terminal: the standard input, or the controlling one when the input comes from elsewhere.
    fn terminal() -> io::Result<File> {
        let input = stdin();
        match input.is_terminal() {
            true => Ok(File::from(input.as_fd().try_clone_to_owned()?)),
            false => File::open("/dev/tty"),
        }
    }

    /// Parses until the reader has ended, or the loop has.
    fn parse(waiting: &Receiver<Bytes>, events: &Sender<LoopEvent>) {
        let begun = Instant::now();
        let mut parser = Parser::default();
        let mut next_read = None;
        loop {
            let next = match (next_read.take(), parser.deadline()) {
                (Some(read), _) => Ok(read),
                (None, Some(deadline)) => {
                    waiting.recv_timeout(deadline.saturating_sub(begun.elapsed()))
                }
                (None, None) => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let (at, inputs) = match next {
                Ok((mut bytes, at)) => {
                    next_read = take_rest(&mut bytes, waiting);
                    (at, parser.feed(&bytes, at.saturating_duration_since(begun)))
                }
                Err(RecvTimeoutError::Timeout) => {
                    let at = Instant::now();
                    (at, parser.expire(at.saturating_duration_since(begun)))
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if !sent(events, TerminalRead { at, inputs }) {
                return;
            }
        }
    }

    /// Adds what comes right after the bytes, up to a read that begins with ESC, which is given back. Bytes that
    /// begin with ESC have no rest: an arrow key does not wait.
    fn take_rest(bytes: &mut Vec<u8>, waiting: &Receiver<Bytes>) -> Option<Bytes> {
        while !begins_sequence(bytes)
            && bytes.len() < ENOUGH
            && let Ok((rest, at)) = waiting.recv_timeout(REST_WAITS)
        {
            if begins_sequence(&rest) {
                return Some((rest, at));
            }
            bytes.extend(rest);
        }
        None
    }

    fn begins_sequence(bytes: &[u8]) -> bool {
        bytes.first() == Some(&0x1b)
    }
}
