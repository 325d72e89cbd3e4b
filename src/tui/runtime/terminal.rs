//! The terminal as the desk needs it, and as it was found when the desk is left.

use std::io::{self, Stdout, Write, stdout};
use std::panic;

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::backend::{ExactBackend, UncertainRows};

type DrawingTerminal = Terminal<ExactBackend<io::BufWriter<Window>>>;

/// The standard output. Writing to a window that was closed succeeds: that it is gone is told by a signal
/// and by the end of the input, and no frame may fail for it while the program ends.
pub(super) struct Window(Stdout);

impl Write for Window {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        unless_hung_up(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        unless_hung_up(self.0.flush(), ())
    }
}

fn unless_hung_up<T>(written: io::Result<T>, all: T) -> io::Result<T> {
    written.or_else(|error| if is_hung_up(&error) { Ok(all) } else { Err(error) })
}

/// Whether the error is that of writing to a closed window.
pub(super) fn is_hung_up(error: &io::Error) -> bool {
    const EIO: i32 = 5;
    cfg!(unix) && error.raw_os_error() == Some(EIO)
}

/// The full screen; dropping it restores the terminal, also after a panic.
pub(super) struct TerminalScreen {
    pub(super) terminal: DrawingTerminal,
    pub(super) uncertain_rows: UncertainRows,
}

impl TerminalScreen {
    /// # Errors
    /// There is no terminal to draw on.
    pub(super) fn enter() -> io::Result<Self> {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
        take_over()?;
        let mut screen =
            Self { terminal: drawing_terminal()?, uncertain_rows: UncertainRows::default() };
        // A program that was killed may have left the other screen up, with its last picture on it.
        screen.fit()?;
        Ok(screen)
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

    /// Takes the terminal again after the process was stopped: a shell may have used it meanwhile.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        take_over()?;
        self.fit()
    }

    /// Fits the drawing to the window, starting from an empty one.
    ///
    /// # Errors
    /// The terminal is gone.
    pub(super) fn fit(&mut self) -> io::Result<()> {
        execute!(stdout(), Clear(ClearType::All))?;
        self.terminal = drawing_terminal()?;
        Ok(())
    }
}

/// A drawing of the window's size as it is now. Fixed, because one that fits itself asks the terminal
/// where its cursor is, and the answer would be taken for typing by the thread that listens.
fn drawing_terminal() -> io::Result<DrawingTerminal> {
    let (width, height) = match crossterm::terminal::size()? {
        // 80 × 24 where the terminal does not report its size.
        (0, _) | (_, 0) => (80, 24),
        known => known,
    };
    let window = io::BufWriter::with_capacity(64 * 1024, Window(stdout()));
    let backend = ExactBackend::new(window, width);
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    Terminal::with_options(backend, TerminalOptions { viewport })
}

impl Drop for TerminalScreen {
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
