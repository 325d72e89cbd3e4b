//! What tests are built from: a session in memory, a screen, a session on a disk, the program.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "each program uses a part of it")]

mod login;
#[path = "memory.rs"]
mod memory;
pub mod runner;
pub mod scale;
pub mod sequences;
pub mod skipped;
pub mod stored;
#[cfg(unix)]
pub mod terminal;

pub use memory::{figures, keys, replay, session, stage, troubles};
