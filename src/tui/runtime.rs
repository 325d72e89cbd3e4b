//! The only loop: keys in, frames out, ink on its own thread.

pub mod clock;
pub mod drafts;
pub mod errand;
pub mod keys;
pub mod room;
pub mod visit;
pub mod wake;

mod effects;
mod film;
mod rooms;
mod run;
mod safekeeping;
mod sessions;
mod terminal;

pub use run::{desk, replay, start_screen};
