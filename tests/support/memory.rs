//! What needs no disk and no terminal: sessions, keys, and the screens they lead to.
#![allow(dead_code, unreachable_pub, reason = "each program uses a part of it")]

pub mod figures;
pub mod keys;
pub mod replay;
pub mod session;
pub mod stage;
pub mod troubles;
