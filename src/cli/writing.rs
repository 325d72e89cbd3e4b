//! A session that a command writes to: opened with its lock, its updates told, left with its copies whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crate::describe;
#[cfg(feature = "nats")]
use crate::live::StoreError;
use crate::live::{LiveSession, NotRecorded, Origin, Request, Ticket, Update};
use crate::record::Batch;
use crate::session::Session;
use crate::session::refusal::Refusal;
use crate::store::{self, OpenRequest, spot_in};
use crate::workspace::Settings;

use super::copies::{CopiesReport, wait_for_copies};
use super::outcome::{Failure, say};

/// The session, and what was told of it.
pub(super) struct WritingSession<'a> {
    live: LiveSession,
    updates: Receiver<Update>,
    file: PathBuf,
    settings: &'a Settings,
    copies: CopiesReport,
}

/// What the session told.
#[derive(Default)]
pub(super) struct Told {
    /// What became durable at this desk.
    pub(super) batches: Vec<Arc<Batch>>,
    /// Why what was asked for was refused.
    pub(super) refusal: Option<Refusal>,
    /// Whether a server did not take what was asked for.
    #[cfg(feature = "nats")]
    pub(super) failed_at_the_server: bool,
    /// Why nothing more can be recorded.
    failure: Option<Failure>,
}

impl Told {
    /// What was told, if nothing failed.
    pub(super) fn into_result(self) -> Result<Self, Failure> {
        match self.failure {
            Some(failure) => Err(failure),
            None => Ok(self),
        }
    }

    fn and(mut self, later: Self) -> Self {
        self.batches.extend(later.batches);
        Self { failure: self.failure.or(later.failure), ..self }
    }
}

impl<'a> WritingSession<'a> {
    /// Opens the file for writing and says what was mended; what that recorded is told.
    pub(super) fn open(file: &Path, settings: &'a Settings) -> Result<(Self, Told), Failure> {
        let lang = settings.lang;
        #[cfg(feature = "nats")]
        if let Some(address) = super::server::address(file, lang)? {
            let (live, path) = super::server::join(&address, settings)?;
            return Ok(Self::told_of(live, path, settings));
        }
        let request = OpenRequest {
            storage: Arc::new(settings.disk),
            copies: &settings.copies,
            ..OpenRequest::of(file, &settings.state)
        };
        let opened = store::open(&request).map_err(|error| {
            let spot = spot_in(settings.disk, file);
            Failure::Message(describe::store::open_error_at(lang, file, &error, spot))
        })?;
        for sentence in describe::store::opened(lang, file, &opened) {
            say(&sentence);
        }
        let recovery = opened.recovery();
        let path = opened.path.clone();
        let live = LiveSession::of_files(opened, describe::store::recorder(settings));
        let (mut session, told) = Self::told_of(live, path, settings);
        if let Some(recovery) = recovery
            && let Err(NotRecorded::Failed(why)) = session.live.record_recovery(recovery)
        {
            return Err(Failure::Message(describe::store::store_error(lang, &session.file, &why)));
        }
        let told = told.and(session.tell(None)).and(session.replicate());
        Ok((session, told))
    }

    fn told_of(mut live: LiveSession, file: PathBuf, settings: &'a Settings) -> (Self, Told) {
        let updates = live.subscribe();
        let copies = CopiesReport::new(settings.lang, &live);
        let mut session = Self { live, updates, file, settings, copies };
        session.tell_copies();
        (session, Told::default())
    }

    pub(super) fn session(&self) -> &Session {
        self.live.session()
    }

    /// Asks for the commands to be recorded together, and waits for what becomes of them.
    pub(super) fn record(&mut self, requests: Vec<Request>) -> Told {
        let ticket = self.live.submit_all(requests);
        self.live.settle();
        self.tell(Some(ticket))
    }

    /// Brings what was recorded to the other copies.
    pub(super) fn replicate(&mut self) -> Told {
        self.live.replicate();
        let told = self.tell(None);
        self.tell_copies();
        told
    }

    /// Ends the writing, with everything in every copy that can be reached.
    pub(super) fn leave(mut self) -> Told {
        // What others have recorded meanwhile comes into this desk's file too.
        self.live.reconnect();
        self.live.settle();
        wait_for_copies(&mut self.live);
        let told = self.replicate();
        if let Err(error) = self.live.leave() {
            say(&describe::store::store_error(self.settings.lang, &self.file, &error));
        }
        told
    }

    fn tell_copies(&mut self) {
        self.copies.tell(&self.file, self.live.replication());
    }

    /// Says what the session has to tell, and gives back what was recorded.
    fn tell(&mut self, asked: Option<Ticket>) -> Told {
        let lang = self.settings.lang;
        let updates: Vec<Update> = self.updates.try_iter().collect();
        let mut told = Told::default();
        for update in updates {
            match update {
                Update::Applied { origin: Origin::Elsewhere, .. } => {}
                Update::Applied { batch, .. } => told.batches.push(batch),
                Update::Refused { ticket, refusal } if asked == Some(ticket) => {
                    told.refusal = Some(refusal);
                }
                Update::Refused { refusal, .. } => {
                    say(&lang.refusal(&refusal, self.live.session().state()));
                }
                Update::Failed { why, .. } => {
                    #[cfg(feature = "nats")]
                    {
                        told.failed_at_the_server =
                            matches!(*why, StoreError::ServerSilent | StoreError::Server(_));
                    }
                    let why = describe::store::store_error(lang, &self.file, &why);
                    told.failure.get_or_insert(Failure::Message(why));
                }
                Update::Relocated(relocation) => {
                    say(&describe::store::moved(lang, &relocation));
                    self.file.clone_from(&relocation.to);
                }
                Update::LowSpace { answers } => say(&lang.space_is_low(answers)),
                Update::Ended(refusal) => {
                    let why = lang.refusal(&refusal, self.live.session().state());
                    let why = Failure::Message(lang.writing_has_ended(&why));
                    told.failure.get_or_insert(why);
                }
                // The copies are told of once each was written to. A command asks for no folder, and files
                // keep nothing as provisional.
                Update::Replication(_)
                | Update::NotRelocated(_)
                | Update::Provisional { .. }
                | Update::RewoundTo(_) => {}
            }
        }
        told
    }
}
