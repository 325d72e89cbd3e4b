//! The papers: what the record looks like to those who were not there.

pub mod checksum;
pub mod show;
pub mod stats;
pub mod transcript;

mod page;

use crate::session::Session;

/// What a paper is made from: the session, and what is known of its record.
#[derive(Clone, Copy, Debug)]
pub struct PaperSource<'a> {
    pub session: &'a Session,
    /// The id of the session's record.
    pub id: &'a str,
    /// The number of events with the last hash; it locks the record.
    pub fingerprint: &'a str,
    /// Said in words when part of the record could not be read.
    pub damage: Option<&'a str>,
}
