//! What tests are built from without a disk or a terminal: sessions, keys, and the screens they lead to.
#![allow(
    unreachable_pub,
    dead_code,
    reason = "each test program uses its own part of the builders"
)]

pub mod desk;
pub mod figures;
pub mod keys;
pub mod replay;
pub mod session;
pub mod troubles;
