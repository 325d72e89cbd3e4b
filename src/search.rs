//! The memory: finding responders, people and questions by what the hand remembers of them.

pub mod find;
pub mod index;

pub(crate) mod folded;
pub(crate) mod query;
pub(crate) mod ranges;
