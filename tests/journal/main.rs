//! The laws of the session file, tried on real files.

mod guard;
mod hall;
mod laws;
mod recovery;
mod two_copies;
