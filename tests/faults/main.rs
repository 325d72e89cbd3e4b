//! The fault matrix: whatever a disk, a power cut, a signal or another hand does, every acknowledged event is
//! there after the next opening. The numbers F1–F11 are those of the README's table.
//!
//! What takes minutes is ignored here and run by hand: `cargo test --release --test faults -- --ignored`.

mod copies;
mod disk;
mod failing;
mod flips;
#[path = "../journal/hall.rs"]
#[expect(dead_code, reason = "the halls on real disks are for the tests of the journal")]
mod hall;
mod hands;
#[cfg(unix)]
#[path = "../pty/mod.rs"]
mod pty;
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
