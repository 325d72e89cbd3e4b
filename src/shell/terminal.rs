//! The terminal as the desk needs it, and as it was found when the desk is left.

use std::io::{self, Stdout, Write, stdout};
use std::panic;

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

/// The full screen, restored when it is dropped, whatever the way out.
pub(super) struct Screen {
    pub(super) terminal: Terminal<CrosstermBackend<io::BufWriter<Stdout>>>,
}

impl Screen {
    /// # Errors
    /// There is no terminal to draw on.
    pub(super) fn enter() -> io::Result<Self> {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
        take_over()?;
        let backend = CrosstermBackend::new(io::BufWriter::with_capacity(64 * 1024, stdout()));
        Ok(Self { terminal: Terminal::new(backend)? })
    }

    /// Gives the terminal back for a while, and takes it again after `away`.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn leave_for(&mut self, away: impl FnOnce()) -> io::Result<()> {
        restore();
        away();
        self.take_again()
    }

    /// Takes the terminal again after somebody else had it.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        take_over()?;
        self.terminal.clear()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableMouseCapture)
}

/// Puts everything back; a terminal that is gone has nothing to put back.
fn restore() {
    let _ = execute!(
        stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}
