//! The real program: started by tests with arguments and pipes, or in a pseudo-terminal.

#[path = "../support/support.rs"]
mod support;

mod advice;
mod cli;
#[cfg(unix)]
mod further_copies;
#[cfg(unix)]
mod hostile;
mod odd_files;
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
#[cfg(unix)]
mod uncertain_width;
