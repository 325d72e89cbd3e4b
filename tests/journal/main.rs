//! The laws of the session file, tried on real files.

mod faults;
mod guard;
mod hall;
mod laws;
mod memory;
mod recovery;
mod sealed;
mod two_copies;
