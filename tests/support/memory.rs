//! What needs no disk and no terminal: sessions, keys, and the screens they lead to.
#![allow(
    unreachable_pub,
    dead_code,
    reason = "each test program uses its own part of the builders"
)]

pub mod figures;
pub mod keys;
pub mod replay;
pub mod session;
pub mod stage;
pub mod troubles;
