//! The way in for what was prepared elsewhere: rosters, commands, and later opinions from tables.

pub mod command;
pub mod roster;
