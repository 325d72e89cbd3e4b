//! The way in for what was prepared elsewhere: rosters, commands, and later opinions from tables.

pub mod commands;
pub mod roster;
