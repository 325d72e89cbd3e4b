//! What the event loop waits for: the terminal, the live session, a signal, a background job.

use std::sync::mpsc::Sender;
use std::thread;

use super::input::TerminalRead;
use super::job_result::JobResult;

/// Something the event loop must look at.
pub enum LoopEvent {
    Terminal(TerminalRead),
    /// The terminal is gone, or gives no more.
    TerminalGone,
    /// A background thread panicked; the message has been printed.
    Broken,
    /// The live session has something to advance on.
    Live,
    /// Another desk may have written on the server.
    #[cfg(feature = "nats")]
    Heard,
    Signal(Signal),
    /// What a background job came to.
    JobDone(JobResult),
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
    /// The window has another size: SIGWINCH.
    Resized,
}

/// Sends an event for each signal.
///
/// # Errors
/// The system does not let this process handle them.
#[cfg(unix)]
pub fn watch_signals(events: Sender<LoopEvent>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    let watched = [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(watched)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let signal = match signal {
                SIGTSTP => Signal::Stop,
                SIGCONT => Signal::Continue,
                SIGWINCH => Signal::Resized,
                number => Signal::End(u8::try_from(number).unwrap_or_default()),
            };
            if events.send(LoopEvent::Signal(signal)).is_err() {
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
pub fn watch_signals(_events: Sender<LoopEvent>) -> std::io::Result<()> {
    Ok(())
}

/// Stops this process as Ctrl+Z at a shell prompt does; returns when it is continued.
#[cfg(unix)]
pub fn stop_here() {
    // If it fails, the desk keeps running.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Other systems have no such stop.
#[cfg(not(unix))]
pub fn stop_here() {}
