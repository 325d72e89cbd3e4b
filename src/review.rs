//! What a reviewer asks of a record: its timeline, what changed, statistics, and notes beside it. Pure.

pub mod changes;
pub mod filter;
pub mod notes;
pub mod seek;
pub mod stats;
pub mod timeline;

mod course;
