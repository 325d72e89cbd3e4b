//! What is known when a question is judged: the session, those in its folder, and what rosters say.

use std::path::Path;

use crate::describe;
use crate::i18n::Lang;
use crate::import::roster;
use crate::search::knowledge::{ResponderKnowledge, shipped};
use crate::search::office::Offices;
use crate::search::suggest::Suggester;
use crate::session::Session;
use crate::workspace::Settings;
use crate::workspace::folder::{FolderSession, rosters_beside, sessions_beside, shown_name};

use super::outcome::{Failure, say};
use super::source::ReadSession;

/// A session that was read, with what helps to judge a question.
pub(super) struct KnownSessions {
    pub(super) session: ReadSession,
    /// The name of its file.
    name: String,
    others: Vec<FolderSession>,
    rosters: Vec<Vec<ResponderKnowledge>>,
}

impl KnownSessions {
    pub(super) fn at(path: &Path, settings: &Settings) -> Result<Self, Failure> {
        Ok(Self {
            session: ReadSession::at(path, settings)?,
            name: shown_name(path),
            others: sessions_beside(path, settings.disk),
            rosters: rosters(path, settings.lang),
        })
    }

    /// This session first, then the others by the names of their files.
    pub(super) fn sessions(&self) -> Vec<&Session> {
        let others = self.others.iter().map(|other| other.record.session());
        [self.session.reading.record.session()].into_iter().chain(others).collect()
    }

    /// The name of a session's file, by its place among [`Self::sessions`].
    pub(super) fn name(&self, place: usize) -> &str {
        let other = place.checked_sub(1).and_then(|place| self.others.get(place));
        other.map_or(&self.name, |other| &other.name)
    }

    pub(super) fn suggester(&self) -> Suggester {
        let rosters = [shipped()].into_iter().chain(self.rosters.iter().map(Vec::as_slice));
        let responders = self.session.reading.record.session().state().responders();
        Suggester::of(Offices::of(rosters, responders), self.sessions())
    }
}

/// The rosters of the folder; one that cannot be used is named and left out.
fn rosters(path: &Path, lang: Lang) -> Vec<Vec<ResponderKnowledge>> {
    let mut known = Vec::new();
    for path in rosters_beside(path) {
        match roster::knowledge(&path) {
            Ok(roster) => known.push(roster),
            Err(fault) => {
                say(&describe::import::roster_fault(lang, &path, &fault));
            }
        }
    }
    known
}
