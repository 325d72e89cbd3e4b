//! Papers made from a session: documents as blocks, their formats, the statistics, and the state as JSON.

pub mod agency;
pub mod asker;
pub mod conclusion;
pub mod document;
pub mod kind;
pub mod minutes;
pub mod office;
pub mod office_file;
pub mod public;
pub mod register;
pub mod render;
pub mod show;
pub mod stats;
pub mod transcript;

mod facts;
mod page;

use crate::session::Session;
use public::WithheldCount;

/// What a paper is made from: the session, and what is known of its record.
#[derive(Clone, Copy, Debug)]
pub struct PaperSource<'a> {
    pub session: &'a Session,
    /// The id of the session's record.
    pub id: &'a str,
    /// The number of events with the last hash; it locks the record.
    pub fingerprint: &'a str,
    /// What is wrong, where part of the record could not be read.
    pub damage: Option<&'a str>,
    /// Of a public edition: how much of what was withheld.
    pub withheld: Option<&'a [WithheldCount]>,
}

#[cfg(test)]
mod tests;
