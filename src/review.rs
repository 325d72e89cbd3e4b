//! The reviewer's questions to a record: where things stand on its timeline, what was said, what changed,
//! what the numbers are, and what was noted beside it. Pure; it never writes.

pub mod changes;
pub mod moment;
pub mod notes;
pub mod said;
pub mod stats;
pub mod stretch;
pub mod timeline;

mod ranges;

#[cfg(test)]
pub(crate) mod lived;
