//! What tests are built from: a session in memory, a screen, a session on a disk, the program.
#![allow(
    unreachable_pub,
    unused_imports,
    dead_code,
    reason = "each test program uses its own part of the builders"
)]

mod login;
#[path = "memory.rs"]
mod memory;
pub mod runner;
pub mod sequences;
pub mod skipped;
pub mod stored;
#[cfg(unix)]
pub mod terminal;

pub use memory::{figures, keys, replay, session, stage, troubles};
