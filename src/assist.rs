//! The memory: comparing words without case or diacritics.

pub mod find;
