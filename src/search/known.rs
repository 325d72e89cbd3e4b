//! What is known besides the session: rosters, and the other sessions of the folder.

use super::knowledge::{ResponderKnowledge, shipped};
use super::office::Offices;
use super::past::PastSession;
use super::suggest::Suggester;

/// Another session of the folder.
#[derive(Clone, Debug)]
pub struct OtherSession {
    /// The name of its file, for people.
    pub name: String,
    pub past: PastSession,
}

/// What helps to judge a question of a session.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub rosters: Vec<Vec<ResponderKnowledge>>,
    /// By the names of their files.
    pub others: Vec<OtherSession>,
}

impl Known {
    /// The session first, then the others.
    pub fn sessions<'a>(&'a self, session: &'a PastSession) -> Vec<&'a PastSession> {
        [session].into_iter().chain(self.others.iter().map(|other| &other.past)).collect()
    }

    /// The other session at a place among [`Self::sessions`]; `None` for the session itself.
    pub fn other(&self, place: usize) -> Option<&OtherSession> {
        self.others.get(place.checked_sub(1)?)
    }

    pub fn suggester(&self, session: &PastSession) -> Suggester {
        let rosters = [shipped()].into_iter().chain(self.rosters.iter().map(Vec::as_slice));
        let offices = Offices::of(rosters, session.state().responders());
        Suggester::of(offices, self.sessions(session))
    }
}
