//! The reviewer's questions to a record: where things stand on its timeline, what was said, what changed,
//! what the numbers are, and what was noted beside it. Pure; it never writes.

pub mod changes;
pub mod filter;
pub mod notes;
pub mod seek;
pub mod stats;
pub mod timeline;
