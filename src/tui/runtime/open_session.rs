//! The session that is on the screen: written through a live session, or followed in its file.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crate::describe;
use crate::import::planned::TimedCommand;
use crate::live::{LiveSession, NotRecorded, Origin, Replication, Request, Ticket, Update};
#[cfg(feature = "nats")]
use crate::nats::{ServerAddress, ServerError};
use crate::record::Record;
use crate::session::Session;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::time::Timestamp;
use crate::store::{
    self, Consent, Disk, FileChange, OpenError, OpenRequest, ReadError, Reading, StateFolder,
    StoreError, Watcher,
};
use crate::tui::model::Message;
use crate::tui::model::trouble::{Repairs, Trouble};
use crate::workspace::Settings;
use crate::workspace::clock::fresh_salt;
use crate::workspace::reviews::Reviews;

/// A session on the screen.
pub struct OpenSession {
    pub path: PathBuf,
    source: SessionSource,
    /// What is wrong with the file behind the last event, as it was found when it was opened to be read.
    pub fault: Option<Trouble>,
    /// The reviewers' notes, for those who review.
    pub reviews: Option<Reviews>,
}

/// Where its events come from.
enum SessionSource {
    Written(Box<Written>),
    Followed(Box<Followed>),
    /// As it was on a server when it was opened.
    #[cfg(feature = "nats")]
    ReadOnce(Box<Record>),
}

/// A session this desk writes.
struct Written {
    live: LiveSession,
    updates: Receiver<Update>,
    /// The desk's own tickets, by those of the live session.
    tickets: Vec<(Ticket, u64)>,
    by: String,
    state: StateFolder,
}

/// A session that another program writes.
struct Followed {
    record: Record,
    watcher: Watcher,
    /// What is new in the file could not be read at the last look.
    was_unreadable: bool,
    /// Why the file cannot be followed, as it was told.
    trouble: Option<Trouble>,
}

/// The session, with what was done to open it; or why there is none.
pub type OpenOutcome = Result<(OpenSession, Option<Repairs>), NotOpened>;

/// Why no session is on the screen.
pub enum NotOpened {
    Open(OpenError),
    /// It was opened and mended, and that could not be recorded.
    Store(Arc<StoreError>),
    Read(ReadError),
    #[cfg(feature = "nats")]
    Server(ServerAddress, ServerError),
}

impl OpenSession {
    /// Opens the file to write, as agreed when a person was asked; says what was mended. `notify` is called when
    /// the live session has something to advance on.
    ///
    /// # Errors
    /// Another program writes to it, or the file cannot be opened.
    pub fn writing(
        path: &Path,
        consent: Consent,
        settings: &Settings,
        notify: impl Fn() + Send + 'static,
    ) -> OpenOutcome {
        let copies = &settings.copies;
        let request = OpenRequest {
            storage: Arc::new(settings.disk),
            consent,
            copies,
            ..OpenRequest::of(path, &settings.state)
        };
        let mut opened = store::open(&request).map_err(NotOpened::Open)?;
        let recovery = opened.recovery();
        let repairs = Repairs {
            asked: path.to_owned(),
            path: opened.path.clone(),
            mended: opened.mended.take().map(Arc::new),
            merged: opened.merged.take().map(Arc::new),
            state: opened.state.take().map(Arc::new),
        };
        let path = opened.path.clone();
        let recorder = describe::store::recorder(settings);
        let mut live = LiveSession::of_files_on_a_thread(opened, recorder, notify);
        if let Some(recovery) = recovery {
            match live.record_recovery(recovery) {
                Ok(_) | Err(NotRecorded::Refused(_) | NotRecorded::Unconfirmed) => {}
                Err(NotRecorded::Failed(why)) => return Err(NotOpened::Store(why)),
            }
        }
        Ok((Self::written(path, live, settings), (!repairs.is_empty()).then_some(repairs)))
    }

    /// A session that this desk writes, with its own file at the path.
    pub(super) fn written(path: PathBuf, mut live: LiveSession, settings: &Settings) -> Self {
        let updates = live.subscribe();
        let (by, state) = (settings.by.clone(), settings.state.clone());
        let written = Written { live, updates, tickets: Vec::new(), by, state };
        let source = SessionSource::Written(Box::new(written));
        Self { path, source, fault: None, reviews: None }
    }

    /// A session as it was read from a server.
    #[cfg(feature = "nats")]
    pub(super) fn read_once(path: PathBuf, record: Record) -> Self {
        let source = SessionSource::ReadOnce(Box::new(record));
        Self { path, source, fault: None, reviews: None }
    }

    /// Asks what other desks have written.
    #[cfg(feature = "nats")]
    pub fn ask_for_others(&mut self) {
        if let SessionSource::Written(written) = &mut self.source {
            written.live.reconnect();
        }
    }

    /// Opens the file to follow what another program writes.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn watching(path: &Path, disk: Disk) -> Result<Self, NotOpened> {
        let (watcher, reading) = Watcher::open_on(disk, path).map_err(NotOpened::Read)?;
        let Reading { tail, holds_nuls, spot, .. } = &reading;
        let fault = (!reading.is_whole()).then(|| Trouble::Damaged {
            tail: Arc::new(tail.clone()),
            holds_nuls: *holds_nuls,
            spot: *spot,
        });
        let followed =
            Followed { record: reading.record, watcher, was_unreadable: false, trouble: None };
        let source = SessionSource::Followed(Box::new(followed));
        Ok(Self { path: path.to_owned(), source, fault, reviews: None })
    }

    /// With the reviewers' notes beside the session and those that are `named`.
    #[must_use]
    pub fn reviewed(mut self, named: &[PathBuf], settings: &Settings) -> Self {
        let id = self.record().header().id.as_str();
        self.reviews = Some(Reviews::beside(&self.path, id, &settings.reviewer, named));
        self
    }

    pub fn record(&self) -> &Record {
        match &self.source {
            SessionSource::Written(written) => written.live.confirmed(),
            SessionSource::Followed(followed) => &followed.record,
            #[cfg(feature = "nats")]
            SessionSource::ReadOnce(record) => record,
        }
    }

    /// The session as it is to be shown.
    pub fn session(&self) -> &Session {
        match &self.source {
            SessionSource::Written(written) => written.live.session(),
            SessionSource::Followed(followed) => followed.record.session(),
            #[cfg(feature = "nats")]
            SessionSource::ReadOnce(record) => record.session(),
        }
    }

    /// In which copies the record stands; nothing where another program writes it.
    pub fn replication(&self) -> Option<&Replication> {
        match &self.source {
            SessionSource::Written(written) => Some(written.live.replication()),
            SessionSource::Followed(_) => None,
            #[cfg(feature = "nats")]
            SessionSource::ReadOnce(_) => None,
        }
    }

    pub fn is_watching(&self) -> bool {
        matches!(self.source, SessionSource::Followed(_))
    }

    /// Asks for what a table adds to be recorded, all of it or nothing; each command takes a salt of its own.
    pub fn submit_together(
        &mut self,
        ticket: u64,
        commands: Vec<TimedCommand>,
        now: Timestamp,
    ) -> Option<Message> {
        let SessionSource::Written(written) = &mut self.source else { return None };
        let request = |timed: TimedCommand| {
            let occasion = timed.occasion(Moment::Clock(now), &written.by, fresh_salt()?);
            Ok(Request { command: timed.command, occasion })
        };
        let requests: io::Result<Vec<Request>> = commands.into_iter().map(request).collect();
        match requests {
            Ok(requests) => {
                let submitted = written.live.submit_all(requests);
                written.tickets.push((submitted, ticket));
                None
            }
            Err(error) => Some(Message::Failed { ticket, why: Trouble::System(Arc::new(error)) }),
        }
    }

    /// Asks for a command to be recorded; what became of it comes from [`OpenSession::advance`].
    pub fn submit(&mut self, ticket: u64, command: Command, now: Timestamp) -> Option<Message> {
        let SessionSource::Written(written) = &mut self.source else { return None };
        let salt = match fresh_salt() {
            Ok(salt) => salt,
            Err(error) => {
                let why = Trouble::System(Arc::new(error));
                return Some(Message::Failed { ticket, why });
            }
        };
        let occasion = Occasion::new(Moment::Clock(now), written.by.clone(), salt);
        let submitted = written.live.submit(Request { command, occasion });
        written.tickets.push((submitted, ticket));
        None
    }

    /// Takes in what the live session has to tell, for the desk.
    pub fn advance(&mut self) -> Vec<Message> {
        let SessionSource::Written(written) = &mut self.source else { return Vec::new() };
        written.live.advance();
        let updates: Vec<Update> = written.updates.try_iter().collect();
        updates.into_iter().filter_map(|update| self.message_of(update)).collect()
    }

    fn message_of(&mut self, update: Update) -> Option<Message> {
        Some(match update {
            Update::Applied { origin: Origin::Request(of), batch, fingerprint } => {
                let events = batch.events().to_vec();
                let fingerprint = fingerprint.to_string();
                Message::Settled { ticket: self.take_ticket(of)?, events, fingerprint }
            }
            Update::Applied { fingerprint, .. } => {
                Message::RecordedItself { fingerprint: fingerprint.to_string() }
            }
            Update::Refused { ticket, refusal } => {
                Message::Refused { ticket: self.take_ticket(ticket)?, refusal }
            }
            Update::Failed { ticket, why } => {
                let why = Trouble::Store { path: self.path.clone(), error: why };
                Message::Failed { ticket: self.take_ticket(ticket)?, why }
            }
            Update::Replication(replication) => {
                let why = Trouble::of_replicas(self.path.clone(), &replication);
                Message::Copies { held: replication.held(), wanted: replication.wanted(), why }
            }
            Update::Relocated(relocation) => {
                self.path.clone_from(&relocation.to);
                Message::Moved(relocation)
            }
            Update::NotRelocated(why) => Message::Trouble(Trouble::NotRelocated(why)),
            Update::LowSpace { answers } => Message::Trouble(Trouble::LowSpace { answers }),
            Update::Ended(refusal) => Message::Trouble(Trouble::Ended(Box::new(refusal))),
            // Files give back a command that they do not take, and keep none as provisional.
            Update::Provisional { .. } | Update::RewoundTo(_) => return None,
        })
    }

    fn take_ticket(&mut self, of: Ticket) -> Option<u64> {
        let SessionSource::Written(written) = &mut self.source else { return None };
        let place = written.tickets.iter().position(|(ticket, _)| *ticket == of)?;
        Some(written.tickets.remove(place).1)
    }

    /// Asks for the record to be continued in a folder.
    pub fn move_to(&mut self, folder: PathBuf) {
        if let SessionSource::Written(written) = &mut self.source {
            written.live.move_to(folder);
        }
    }

    /// Keeps one more copy in a folder, now and whenever the session is opened from the start screen.
    pub fn add_copy(&mut self, folder: PathBuf) {
        if let SessionSource::Written(written) = &mut self.source {
            let folder = std::path::absolute(&folder).unwrap_or(folder);
            // A state folder that cannot be used only forgets it.
            let _ = written.state.remember_copy(&folder);
            written.live.add_copy(folder);
        }
    }

    /// Whether something is being written, or waits to be.
    pub fn is_busy(&self) -> bool {
        matches!(&self.source, SessionSource::Written(written) if written.live.is_busy())
    }

    /// Looks whether the watched file has grown, or can no longer be followed; each is told once.
    pub fn look(&mut self) -> Option<Message> {
        let SessionSource::Followed(followed) = &mut self.source else { return None };
        let id = followed.record.header().id.clone();
        let change = followed.watcher.poll(&mut followed.record);
        let was_unreadable = followed.was_unreadable;
        followed.was_unreadable = matches!(change, Ok(FileChange::Unreadable));
        let changed = matches!(change, Ok(FileChange::Grown(_) | FileChange::Reread));
        let path = self.path.clone();
        let trouble = match change {
            Err(error) => Some(Trouble::Read { path, error: Arc::new(error) }),
            Ok(_) if followed.record.header().id != id => {
                Some(Trouble::Store { path, error: Arc::new(StoreError::Replaced) })
            }
            // The first time it may be a write under way.
            Ok(FileChange::Unreadable) if was_unreadable => Some(Trouble::NewPartUnreadable),
            Ok(_) => None,
        };
        let mended = followed.trouble.is_some() && trouble.is_none() && !followed.was_unreadable;
        if let Some(why) = trouble {
            let told = followed.trouble.replace(why.clone());
            return (told.as_ref() != Some(&why)).then_some(Message::Unfollowed(why));
        }
        if !changed && !mended {
            return None;
        }
        followed.trouble = None;
        Some(Message::Changed { fingerprint: followed.record.fingerprint().to_string() })
    }

    /// Ends the writing, or the following.
    ///
    /// # Errors
    /// A closed session could not be tidied; every event is as safe as before.
    pub fn leave(self) -> Result<(), StoreError> {
        match self.source {
            SessionSource::Written(written) => written.live.leave(),
            SessionSource::Followed(_) => Ok(()),
            #[cfg(feature = "nats")]
            SessionSource::ReadOnce(_) => Ok(()),
        }
    }
}
