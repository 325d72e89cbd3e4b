//! The only loop: keys in, frames out, ink on its own thread.

pub mod keys;
