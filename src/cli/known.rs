//! What is known when a question is judged: the session, those in its folder, and what rosters say.

use std::path::Path;

use crate::describe;
use crate::i18n::Lang;
use crate::import::roster;
use crate::search::knowledge::ResponderKnowledge;
use crate::search::known::{Known, OtherSession};
use crate::search::past::PastSession;
use crate::search::suggest::Suggester;
use crate::workspace::Settings;
use crate::workspace::folder::{rosters_beside, sessions_beside, shown_name};

use super::outcome::{Failure, say};
use super::source::ReadSession;

/// A session that was read, with what helps to judge a question.
pub(super) struct KnownSessions {
    pub(super) session: ReadSession,
    /// The name of its file.
    name: String,
    past: PastSession,
    known: Known,
}

impl KnownSessions {
    pub(super) fn at(path: &Path, settings: &Settings) -> Result<Self, Failure> {
        let session = ReadSession::at(path, settings)?;
        let others = sessions_beside(path, settings.disk).map(|other| OtherSession {
            past: PastSession::of(other.record.session()),
            name: other.name,
        });
        Ok(Self {
            name: shown_name(path),
            past: PastSession::of(session.reading.record.session()),
            known: Known { others: others.collect(), rosters: rosters(path, settings.lang) },
            session,
        })
    }

    /// This session first, then the others by the names of their files.
    pub(super) fn sessions(&self) -> Vec<&PastSession> {
        self.known.sessions(&self.past)
    }

    /// The name of a session's file, by its place among [`Self::sessions`].
    pub(super) fn name(&self, place: usize) -> &str {
        self.known.other(place).map_or(&self.name, |other| &other.name)
    }

    pub(super) fn suggester(&self) -> Suggester {
        self.known.suggester(&self.past)
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
