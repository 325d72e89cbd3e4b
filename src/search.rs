//! Finding responders, people, questions and everything said, without regard to case or diacritics. Pure.

pub mod find;
pub mod index;

pub(crate) mod folded;
pub(crate) mod query;
pub(crate) mod ranges;
