//! The session file and its second copy on a disk: what is written, read back, mended and never lost.
//!
//! No test here starts a program: between its fork and its start a child holds all locks of the test program.

#[path = "../support/support.rs"]
mod support;

mod failing_calls;
mod guard;
mod hash_chain;
mod live_session;
mod memory;
mod recovery;
mod round_trip;
mod shared;
mod two_copies;
