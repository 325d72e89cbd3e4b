//! What wakes the loop: the keyboard, the ink, a signal.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::Event;

use crate::record::Entry;
use crate::store::{Relocation, Replication, StoreError, Writer};

use super::errand::Brought;

/// Something the loop must look at.
pub enum Wake {
    Terminal(Event),
    /// The terminal is gone, or gives no more.
    TerminalGone,
    /// A fault of ours ended what was waited for; it has been told.
    Broken,
    /// The ink has something to say.
    Store(Word),
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
    thread: thread::JoinHandle<Writer>,
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
    pub written: Option<Result<(), StoreError>>,
    pub standing: Replication,
    pub moved: Option<Relocation>,
    /// Bytes that surely still fit into the file.
    pub room: Option<u64>,
    /// Why the record cannot go on in the folder that was named.
    pub not_moved: Option<StoreError>,
}

impl Pen {
    pub fn new(mut writer: Writer, wakes: Sender<Wake>) -> Self {
        let (deeds, waiting) = channel::<Deed>();
        let thread = thread::spawn(move || {
            loop {
                let deed = match writer.replication().is_whole() {
                    true => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
                    false => waiting.recv_timeout(BETWEEN_TRIES),
                };
                let written = match deed {
                    Ok(deed) => Some(done(&mut writer, &deed)),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                if written.is_some_and(|word| wakes.send(Wake::Store(word)).is_err()) {
                    break;
                }
                writer.replicate();
                let word = word(&mut writer, None);
                if wakes.send(Wake::Store(word)).is_err() {
                    break;
                }
            }
            writer
        });
        Self { deeds, thread }
    }

    /// Hands over an entry; what became of it comes back as [`Wake::Store`]. False when the pen is broken.
    pub fn write(&self, entry: Entry) -> bool {
        self.deeds.send(Deed::Write(entry)).is_ok()
    }

    /// Asks for the record to go on in a folder; what became of it comes back as [`Wake::Store`].
    pub fn move_to(&self, folder: PathBuf) {
        // A broken pen is told about when something is written.
        let _ = self.deeds.send(Deed::MoveTo(folder));
    }

    /// Waits for the entry under way and lays the file down; a closed session is left tidy.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    pub fn leave(self, closed: bool) -> Result<(), StoreError> {
        drop(self.deeds);
        match self.thread.join() {
            Ok(writer) => writer.leave(closed),
            Err(_) => Err(StoreError::Poisoned),
        }
    }
}

fn done(writer: &mut Writer, deed: &Deed) -> Word {
    match deed {
        Deed::Write(entry) => {
            // A fault of ours must not leave the desk waiting for ever for an answer.
            let append = AssertUnwindSafe(|| writer.append(entry));
            let written = catch_unwind(append).unwrap_or(Err(StoreError::Poisoned));
            word(writer, Some(written))
        }
        Deed::MoveTo(folder) => {
            let moved = writer.move_to(folder);
            Word { not_moved: moved.err(), ..word(writer, None) }
        }
    }
}

fn word(writer: &mut Writer, written: Option<Result<(), StoreError>>) -> Word {
    let (standing, room) = (writer.replication(), writer.space());
    Word { written, standing, moved: writer.take_relocation(), room, not_moved: None }
}
