//! The fault matrix: whatever a disk, a power cut, a signal or another program does, every acknowledged event is
//! there after the next opening. The numbers F1–F11 are those of `docs/reliability.md`.
//!
//! A sample is tried; everything, in minutes: `TRY=all cargo test --release --test faults`.

#[path = "../support/support.rs"]
mod support;

mod copies;
mod disk;
mod failing;
mod flips;
mod parallel;
mod script;
mod states;
mod torn;

#[cfg(unix)]
mod full;
#[cfg(unix)]
mod injected;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod live;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod strace;
