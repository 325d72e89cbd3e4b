//! The real program: started by tests with arguments and pipes, or in a pseudo-terminal.

#[cfg(unix)]
#[path = "../support/program.rs"]
mod program;
#[cfg(target_os = "linux")]
#[path = "../support/skipped.rs"]
mod skipped;
#[path = "../support/stage.rs"]
mod support;

mod cli;
#[cfg(unix)]
mod further_copies;
#[cfg(unix)]
mod hostile;
mod real_event;
#[cfg(unix)]
mod replay;
#[cfg(unix)]
mod session_list;
#[cfg(unix)]
mod signals;
#[cfg(target_os = "linux")]
mod slow_disk;
#[cfg(unix)]
mod state_folder;
#[cfg(unix)]
mod stray_text;
#[cfg(unix)]
mod terminal;
