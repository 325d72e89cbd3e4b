//! The way in for what was prepared elsewhere: rosters, and later opinions from tables.

pub mod roster;
