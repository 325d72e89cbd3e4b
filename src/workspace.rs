//! What the commands and the terminal program share of this machine: settings, clock, the files beside a session.

pub mod clock;
pub mod folder;
pub mod papers;
pub mod reviews;
pub mod settings;

pub use settings::Settings;
