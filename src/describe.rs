//! Outcomes as sentences: the one match from a module's data to what a person reads.
//!
//! The modules below answer with data; `i18n` holds the sentences and names none of those modules. Commands,
//! papers and screens call this when something is shown, so that it is in the language of that moment.

pub mod change;
pub mod correction;
pub mod import;
#[cfg(feature = "nats")]
pub mod nats;
pub mod notes;
pub mod review;
pub mod store;
pub mod suggest;
pub mod table;
pub mod workspace;

#[cfg(test)]
mod tests;
