//! Reading a session without writing: what precedes any damage, and a sentence about it.

use std::path::Path;
use std::process::ExitCode;

use crate::describe;
use crate::i18n::Lang;
use crate::paper::PaperSource;
use crate::store::{Reading, read_on};
use crate::text::safe;
use crate::workspace::Settings;

use super::outcome::{FAILED, Failure, say};

/// A session file that was read, damaged or not.
pub(super) struct ReadSession {
    pub(super) reading: Reading,
    id: String,
    path: String,
}

impl ReadSession {
    pub(super) fn at(path: &Path, settings: &Settings) -> Result<Self, Failure> {
        #[cfg(feature = "nats")]
        if let Some(address) = super::server::address(path, settings.lang)? {
            let reading = super::server::read(&address, settings)?;
            let id = reading.record.header().id.to_string();
            return Ok(Self { reading, id, path: address.to_string() });
        }
        let reading = read_on(settings.disk, path).map_err(|error| {
            Failure::Message(describe::store::read_error(settings.lang, path, &error))
        })?;
        let id = reading.header.as_ref().map(|header| header.id.to_string()).unwrap_or_default();
        Ok(Self { reading, id, path: safe::path(path) })
    }

    /// The id of the session; nothing when its first line is broken.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// What is wrong with the file, in a paper's language.
    pub(super) fn damage(&self, lang: Lang) -> Option<String> {
        (!self.reading.is_whole()).then(|| describe::store::fault_of(lang, &self.reading))
    }

    /// Makes a paper from it.
    pub(super) fn paper<T>(&self, lang: Lang, make: impl FnOnce(&PaperSource) -> T) -> T {
        let fingerprint = self.reading.fingerprint().to_string();
        let damage = self.damage(lang);
        make(&PaperSource {
            session: self.reading.record.session(),
            id: &self.id,
            fingerprint: &fingerprint,
            damage: damage.as_deref(),
            withheld: None,
        })
    }

    /// Done, or done as far as the damage allowed.
    pub(super) fn verdict(&self, lang: Lang) -> ExitCode {
        if let count @ 1.. = self.reading.wild_times() {
            say(&lang.cli_wild_times(&self.path, count));
        }
        let Some(damage) = self.damage(lang) else { return ExitCode::SUCCESS };
        say(&match self.reading.header {
            Some(_) => {
                lang.cli_read_damaged(&self.path, &damage, self.reading.fingerprint().events)
            }
            None => lang.cli_read_headless(&self.path, &damage),
        });
        FAILED.into()
    }
}
