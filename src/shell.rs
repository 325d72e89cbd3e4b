//! The only loop: keys in, frames out, ink on its own thread.

pub mod chance;
pub mod drafts;
pub mod errand;
pub mod keys;
pub mod paper;
pub mod reviews;
pub mod room;
pub mod sessions;
pub mod settings;
pub mod visit;
pub mod wake;

mod effects;
mod film;
mod rooms;
mod run;
mod safekeeping;
mod terminal;

pub use run::{desk, replay, start_screen};
pub use settings::Settings;
