//! What wakes the loop: the keyboard, the ink, a signal.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::Event;

use crate::record::Entry;
use crate::store::{InkError, Moved, Scribe, Standing};

use super::errand::Brought;

/// Something the loop must look at.
pub enum Wake {
    Terminal(Event),
    /// The terminal is gone, or gives no more.
    TerminalGone,
    /// A fault of ours ended what was waited for; it has been told.
    Broken,
    /// The ink has something to say.
    Ink(Word),
    Signal(Signal),
    /// What was sent for has come.
    Brought(Brought),
}

/// The signals a person or a system sends to a desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Asked to end by the signal of this number: SIGTERM, SIGINT, SIGQUIT, or SIGHUP for a window gone.
    End(u8),
    /// Asked to stop for a while: SIGTSTP.
    Stop,
    /// Back after a stop: SIGCONT.
    Continue,
    /// The window has another size: SIGWINCH. Crossterm's own event for it is lost when a key comes
    /// at the same moment.
    Resized,
}

/// Reads the terminal on a thread of its own, in the order things were typed.
pub fn listen(wakes: Sender<Wake>) {
    thread::spawn(move || {
        loop {
            let wake = match crossterm::event::read() {
                Ok(event) => Wake::Terminal(event),
                Err(_) => Wake::TerminalGone,
            };
            let gone = matches!(wake, Wake::TerminalGone);
            if wakes.send(wake).is_err() || gone {
                return;
            }
        }
    });
}

/// Turns signals into wakes.
///
/// # Errors
/// The system does not let this process handle them.
#[cfg(unix)]
pub fn heed_signals(wakes: Sender<Wake>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let heeded = [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(heeded)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let signal = match signal {
                SIGTSTP => Signal::Stop,
                SIGCONT => Signal::Continue,
                SIGWINCH => Signal::Resized,
                number => Signal::End(u8::try_from(number).unwrap_or_default()),
            };
            if wakes.send(Wake::Signal(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Signals are left to the system.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn heed_signals(_wakes: Sender<Wake>) -> std::io::Result<()> {
    Ok(())
}

/// Stops this process as Ctrl+Z at a shell prompt does; returns when it is continued.
#[cfg(unix)]
pub fn stop_here() {
    // A stop that cannot be made leaves the desk running: nothing is lost.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// There is no such stop here.
#[cfg(not(unix))]
pub fn stop_here() {}

/// How long a copy that took nothing is left alone before it is tried again.
const BETWEEN_TRIES: Duration = Duration::from_secs(2);

/// The ink on a thread of its own: a sync may take seconds on a bad disk while the hand types on.
pub struct Pen {
    deeds: Sender<Deed>,
    thread: thread::JoinHandle<Scribe>,
}

/// What the pen is asked for.
enum Deed {
    Write(Entry),
    /// Go on in this folder.
    MoveTo(PathBuf),
}

/// What the ink has to say: about the entry it was handed, or by itself.
pub struct Word {
    /// `None` when nothing was handed to it.
    pub written: Option<Result<(), InkError>>,
    pub standing: Standing,
    pub moved: Option<Moved>,
    /// Bytes that surely still fit into the file.
    pub room: Option<u64>,
    /// Why the record cannot go on in the folder that was named.
    pub not_moved: Option<InkError>,
}

impl Pen {
    pub fn new(mut scribe: Scribe, wakes: Sender<Wake>) -> Self {
        let (deeds, waiting) = channel::<Deed>();
        let thread = thread::spawn(move || {
            loop {
                let deed = match scribe.standing().copies() {
                    2 => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
                    _ => waiting.recv_timeout(BETWEEN_TRIES),
                };
                let word = match deed {
                    Ok(deed) => done(&mut scribe, &deed),
                    Err(RecvTimeoutError::Timeout) => {
                        scribe.heal();
                        word(&mut scribe, None)
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                if wakes.send(Wake::Ink(word)).is_err() {
                    break;
                }
            }
            scribe
        });
        Self { deeds, thread }
    }

    /// Hands over an entry; what became of it comes back as [`Wake::Ink`]. False when the pen is broken.
    pub fn write(&self, entry: Entry) -> bool {
        self.deeds.send(Deed::Write(entry)).is_ok()
    }

    /// Asks for the record to go on in a folder; what became of it comes back as [`Wake::Ink`].
    pub fn move_to(&self, folder: PathBuf) {
        // A broken pen is told about when something is written.
        let _ = self.deeds.send(Deed::MoveTo(folder));
    }

    /// Waits for the entry under way and lays the file down; a closed session is left tidy.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    pub fn leave(self, closed: bool) -> Result<(), InkError> {
        drop(self.deeds);
        match self.thread.join() {
            Ok(scribe) => scribe.leave(closed),
            Err(_) => Err(InkError::Poisoned),
        }
    }
}

fn done(scribe: &mut Scribe, deed: &Deed) -> Word {
    match deed {
        Deed::Write(entry) => {
            // A fault of ours must not leave the desk waiting for ever for an answer.
            let append = AssertUnwindSafe(|| scribe.append(entry));
            let written = catch_unwind(append).unwrap_or(Err(InkError::Poisoned));
            word(scribe, Some(written))
        }
        Deed::MoveTo(folder) => {
            let moved = scribe.move_to(folder);
            Word { not_moved: moved.err(), ..word(scribe, None) }
        }
    }
}

fn word(scribe: &mut Scribe, written: Option<Result<(), InkError>>) -> Word {
    let (standing, room) = (scribe.standing(), scribe.room());
    Word { written, standing, moved: scribe.take_moved(), room, not_moved: None }
}
