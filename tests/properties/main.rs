//! What must hold of every session, every file and every text, tried on many that are made up.

#[path = "../support/support.rs"]
mod support;

mod laws;
mod stats;
mod untrusted;
