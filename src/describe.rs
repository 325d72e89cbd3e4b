//! Outcomes as sentences: the one match from what a module answers to what a person reads.
//!
//! The modules below answer with data; `i18n` holds the sentences and knows none of them. Commands, papers
//! and screens ask here when something is shown, so that it is said in the language of that moment.

pub mod change;
pub mod correction;
pub mod import;
pub mod notes;
pub mod review;
pub mod store;
pub mod workspace;

#[cfg(test)]
mod tests;
