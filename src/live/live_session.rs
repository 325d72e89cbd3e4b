//! One open session: the confirmed record, what is not confirmed yet, and who listens.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::live::log::{Log, LogAnswer, LogStatus, WhenUnavailable};
use crate::live::update::{NotRecorded, Origin, Recorder, Request, Ticket, Update};
use crate::live::worker::{LogJob, LogWorker, Report};
use crate::record::{Batch, Record};
use crate::session::Session;
use crate::session::command::{Command, Moment, Occasion};
use crate::session::payload::Failover;
use crate::session::refusal::Refusal;
use crate::session::role::Role;
use crate::store::{Relocation, Replication, StoreError};

/// When fewer bytes are left that surely fit, subscribers are told.
const LOW: u64 = 64 * 1024;
/// How many bytes an answer takes, roughly.
const ANSWER: u64 = 1024;

/// One open session, written to by [`LiveSession::submit`] alone.
pub struct LiveSession {
    confirmed: Record,
    /// The confirmed record with everything provisional on top; `None` when nothing is.
    provisional: Option<Record>,
    /// What was asked for and not answered; the first may be at the log.
    queue: VecDeque<Pending>,
    is_at_the_log: bool,
    /// Why the log cannot be reached, once a command was kept for that.
    unreachable: Option<Arc<StoreError>>,
    worker: LogWorker,
    rules: LogRules,
    recorder: Recorder,
    subscribers: Vec<Sender<Update>>,
    replication: Replication,
    has_told_low_space: bool,
    next: u64,
}

struct Pending {
    ticket: Ticket,
    author: Author,
    /// Recorded together or not at all.
    requests: Vec<Request>,
    batch: Option<Arc<Batch>>,
    /// Whether it was told to be provisional.
    is_provisional: bool,
}

/// What the log says of itself once for all.
struct LogRules {
    when_unavailable: WhenUnavailable,
    has_one_owner: bool,
    role: Role,
}

impl LogRules {
    fn of(log: &dyn Log) -> Self {
        let has_one_owner = log.has_one_owner();
        Self { when_unavailable: log.when_unavailable(), has_one_owner, role: log.role() }
    }

    /// What this desk's role does not record is refused.
    fn permitted(&self, record: &Record, batch: Batch) -> Result<Batch, Refusal> {
        let before = record.session().history();
        match batch.events().iter().all(|recorded| self.role.permits(&recorded.event, before)) {
            true => Ok(batch),
            false => Err(Refusal::NotInThisRole(self.role)),
        }
    }
}

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Author {
    Submitter,
    /// The session itself, about a replica.
    Program,
}

impl Pending {
    fn decided_on(&self, record: &Record) -> Result<Batch, Refusal> {
        match self.requests.as_slice() {
            [Request { command, occasion }] => record.prepare(command.clone(), occasion),
            requests => record.prepare_all(requests.iter().map(Request::as_asked)),
        }
    }

    fn origin(&self) -> Origin {
        match self.author {
            Author::Submitter => Origin::Request(self.ticket),
            Author::Program => Origin::Program(self.ticket),
        }
    }
}

impl LiveSession {
    /// Over a log that works at once, whenever it is asked: for those who wait anyway.
    #[must_use]
    pub fn over(confirmed: Record, log: Box<dyn Log>, recorder: Recorder) -> Self {
        let (rules, replication) = (LogRules::of(log.as_ref()), log.replication());
        Self::new(confirmed, LogWorker::here(log), rules, replication, recorder)
    }

    /// Over a log on a thread of its own, which calls `notify` when there is something to advance on.
    #[must_use]
    pub fn on_a_thread(
        confirmed: Record,
        log: Box<dyn Log>,
        recorder: Recorder,
        notify: impl Fn() + Send + 'static,
    ) -> Self {
        let (rules, replication) = (LogRules::of(log.as_ref()), log.replication());
        let worker = LogWorker::on_a_thread(log, notify);
        Self::new(confirmed, worker, rules, replication, recorder)
    }

    fn new(
        confirmed: Record,
        worker: LogWorker,
        rules: LogRules,
        replication: Replication,
        recorder: Recorder,
    ) -> Self {
        Self {
            confirmed,
            provisional: None,
            queue: VecDeque::new(),
            is_at_the_log: false,
            unreachable: None,
            worker,
            rules,
            recorder,
            subscribers: Vec::new(),
            replication,
            has_told_low_space: false,
            next: 0,
        }
    }

    /// Everything that is durable, with its hashes.
    pub fn confirmed(&self) -> &Record {
        &self.confirmed
    }

    /// The session as it is to be shown: with what is provisional, if anything is.
    pub fn session(&self) -> &Session {
        self.provisional.as_ref().unwrap_or(&self.confirmed).session()
    }

    /// In which copies everything stands, as last told.
    pub fn replication(&self) -> &Replication {
        &self.replication
    }

    /// Every later update, in order.
    pub fn subscribe(&mut self) -> Receiver<Update> {
        let (sender, updates) = channel();
        self.subscribers.push(sender);
        updates
    }

    /// Asks for a command to be recorded; what becomes of it is told under the ticket.
    pub fn submit(&mut self, request: Request) -> Ticket {
        self.submit_all(vec![request])
    }

    /// Asks for several commands to be recorded as one batch or not at all, each on top of those before it.
    pub fn submit_all(&mut self, requests: Vec<Request>) -> Ticket {
        self.enqueue(self.queue.len(), Author::Submitter, requests)
    }

    /// Submits, and waits for what becomes of it.
    ///
    /// # Errors
    /// It left no event, or none that is confirmed.
    pub fn record(&mut self, request: Request) -> Result<Arc<Batch>, NotRecorded> {
        let updates = self.subscribe();
        let ticket = self.submit(request);
        self.outcome_of(ticket, &updates)
    }

    /// Records what the program itself did to a replica, and waits for it.
    pub(crate) fn record_itself(&mut self, command: Command) -> Result<Arc<Batch>, NotRecorded> {
        let updates = self.subscribe();
        let request = self.own_request(command);
        let ticket = self.enqueue(self.queue.len(), Author::Program, vec![request]);
        self.outcome_of(ticket, &updates)
    }

    fn outcome_of(
        &mut self,
        ticket: Ticket,
        updates: &Receiver<Update>,
    ) -> Result<Arc<Batch>, NotRecorded> {
        self.settle();
        let told = updates.try_iter().filter_map(|update| match update {
            Update::Applied { origin, batch, .. } if origin.ticket() == Some(ticket) => {
                Some(Ok(batch))
            }
            Update::Refused { ticket: of, refusal } if of == ticket => {
                Some(Err(NotRecorded::Refused(refusal)))
            }
            Update::Failed { ticket: of, why } if of == ticket => {
                Some(Err(NotRecorded::Failed(why)))
            }
            _ => None,
        });
        told.last().unwrap_or(Err(NotRecorded::Unconfirmed))
    }

    /// Whether something asked for is not answered yet.
    pub fn is_busy(&self) -> bool {
        !self.queue.is_empty()
    }

    /// Takes in what the log has answered meanwhile, and sends what waits.
    pub fn advance(&mut self) {
        self.send_next();
        while let Some(report) = self.worker.next_report() {
            self.take(report);
            self.send_next();
        }
    }

    /// Waits until everything asked for is answered, or the log cannot be reached.
    pub fn settle(&mut self) {
        self.advance();
        while self.is_at_the_log {
            let Some(report) = self.worker.wait() else { break };
            self.take(report);
            self.advance();
        }
    }

    /// Brings what was acknowledged to the other copies; a log on a thread of its own does so by itself.
    pub fn replicate(&mut self) {
        self.worker.replicate();
        self.settle();
    }

    /// Looks how far the copies are that follow by themselves.
    pub fn look_at_copies(&mut self) {
        self.worker.look();
        self.settle();
    }

    /// Tries to reach the log again, and asks what others have added.
    pub fn reconnect(&mut self) {
        self.unreachable = None;
        if !self.is_at_the_log {
            self.is_at_the_log = self.worker.begin(LogJob::Later(self.confirmed.fingerprint()));
        }
        self.advance();
    }

    /// Asks for the record to go on in a folder that a person named.
    pub fn move_to(&mut self, folder: PathBuf) {
        // A log whose thread is gone tells so when something is to be written.
        self.worker.begin(LogJob::MoveTo(folder));
        self.advance();
    }

    /// Keeps one more copy in a folder that a person named.
    pub fn add_copy(&mut self, folder: PathBuf) {
        self.worker.begin(LogJob::AddCopy(folder));
        self.advance();
    }

    /// Ends the writing, once what is at the log is answered; a closed session is left tidy.
    ///
    /// # Errors
    /// It could not be tidied; every event is as safe as before.
    pub fn leave(self) -> Result<(), StoreError> {
        self.worker.leave(self.confirmed.session().state().is_closed())
    }

    fn enqueue(&mut self, place: usize, author: Author, requests: Vec<Request>) -> Ticket {
        self.next += 1;
        let ticket = Ticket(self.next);
        let pending = Pending { ticket, author, requests, batch: None, is_provisional: false };
        self.queue.insert(place, pending);
        if self.unreachable.is_some() {
            self.decide_provisionally();
        }
        self.advance();
        ticket
    }

    /// Decides the first in the queue on the confirmed record, and sends it to the log.
    fn send_next(&mut self) {
        while !self.is_at_the_log && self.unreachable.is_none() {
            let Some(first) = self.queue.front_mut() else { return };
            match first
                .decided_on(&self.confirmed)
                .and_then(|batch| self.rules.permitted(&self.confirmed, batch))
            {
                Err(refusal) => {
                    let ticket = first.ticket;
                    self.queue.pop_front();
                    self.tell(&Update::Refused { ticket, refusal });
                }
                Ok(batch) => {
                    let batch = Arc::new(batch);
                    first.batch = Some(Arc::clone(&batch));
                    let expected = self.confirmed.fingerprint();
                    self.is_at_the_log = self.worker.begin(LogJob::Append { expected, batch });
                    if !self.is_at_the_log {
                        self.take_answer(LogAnswer::Unavailable(Arc::new(StoreError::Poisoned)));
                    }
                }
            }
        }
    }

    fn take(&mut self, report: Report) {
        match report {
            Report::Appended(answer) => {
                self.is_at_the_log = false;
                self.take_answer(answer);
            }
            Report::Later(answer) => {
                self.is_at_the_log = false;
                match answer {
                    LogAnswer::Done => {}
                    LogAnswer::Behind(batches) => self.take_others(batches),
                    LogAnswer::Unavailable(why) => self.lose_the_log(why),
                }
            }
            Report::NotMoved(error) => self.tell(&Update::NotRelocated(Arc::new(error))),
            Report::Status(replication, status) => self.take_status(replication, status),
        }
    }

    fn take_answer(&mut self, answer: LogAnswer) {
        match answer {
            LogAnswer::Done => {
                let Some(first) = self.queue.pop_front() else { return };
                let origin = first.origin();
                if let Some(batch) = first.batch {
                    self.apply(origin, batch);
                }
                self.provisional.take_if(|_| !self.queue.iter().any(|rest| rest.is_provisional));
            }
            LogAnswer::Behind(batches) => self.take_others(batches),
            LogAnswer::Unavailable(why) => match self.rules.when_unavailable {
                WhenUnavailable::Keep => self.lose_the_log(why),
                WhenUnavailable::GiveBack => {
                    let Some(first) = self.queue.pop_front() else { return };
                    self.tell(&Update::Failed { ticket: first.ticket, why });
                }
            },
        }
    }

    fn apply(&mut self, origin: Origin, batch: Arc<Batch>) {
        let applied = self.confirmed.settle(Batch::clone(&batch));
        match applied {
            Ok(()) => {
                let fingerprint = self.confirmed.fingerprint();
                self.tell(&Update::Applied { origin, batch, fingerprint });
            }
            // The record refuses whatever is prepared from now on.
            Err(refusal) => {
                self.tell(&Update::Ended(refusal));
                if let Some(ticket) = origin.ticket() {
                    self.tell(&Update::Refused { ticket, refusal: Refusal::WritingEnded });
                }
            }
        }
    }

    /// Others appended first: what is provisional is decided again on top of that.
    fn take_others(&mut self, batches: Vec<Batch>) {
        if self.provisional.take().is_some() {
            self.tell(&Update::RewoundTo(self.confirmed.fingerprint()));
        }
        for batch in batches {
            let next = self.confirmed.fingerprint().events + 1;
            // What was asked for twice is taken once.
            if batch.events().first().is_some_and(|first| first.seq.0 == next) {
                self.apply(Origin::Elsewhere, Arc::new(batch));
            }
        }
        if self.queue.iter().any(|pending| pending.is_provisional) {
            self.decide_provisionally();
        }
    }

    fn lose_the_log(&mut self, why: Arc<StoreError>) {
        self.unreachable = Some(why);
        self.decide_provisionally();
    }

    /// Decides everything that waits on top of each other; what is new to subscribers is told.
    fn decide_provisionally(&mut self) {
        let is_told = self.provisional.is_some();
        let mut record = self.confirmed.clone();
        for mut pending in std::mem::take(&mut self.queue) {
            let decided =
                pending.decided_on(&record).and_then(|batch| self.rules.permitted(&record, batch));
            let settled = decided.and_then(|batch| {
                let batch = Arc::new(batch);
                record.settle(Batch::clone(&batch))?;
                Ok(batch)
            });
            let ticket = pending.ticket;
            match settled {
                Err(refusal) => self.tell(&Update::Refused { ticket, refusal }),
                Ok(batch) => {
                    if !is_told || !pending.is_provisional {
                        let batch = Arc::clone(&batch);
                        self.tell(&Update::Provisional { ticket, batch });
                    }
                    pending.is_provisional = true;
                    pending.batch = Some(batch);
                    self.queue.push_back(pending);
                }
            }
        }
        self.provisional = (!self.queue.is_empty()).then_some(record);
    }

    fn take_status(&mut self, replication: Replication, status: LogStatus) {
        let LogStatus { relocation, space } = status;
        if let Some(relocation) = relocation {
            self.tell(&Update::Relocated(relocation.clone()));
            self.record_relocation(&relocation);
        }
        if !replication.tells_the_same(&self.replication) {
            self.replication = replication.clone();
            self.tell(&Update::Replication(replication));
        }
        let low = space.filter(|space| *space < LOW);
        if let Some(space) = low.filter(|_| !self.has_told_low_space) {
            self.tell(&Update::LowSpace { answers: space / ANSWER });
        }
        self.has_told_low_space = low.is_some();
    }

    /// Before what waits, so that the file that was left leads to the new one as soon as possible.
    fn record_relocation(&mut self, relocation: &Relocation) {
        if relocation.again || !self.rules.has_one_owner {
            return;
        }
        let (from, to) = relocation.names();
        let why = (self.recorder.describe)(&relocation.why);
        let request = self.own_request(Command::FailOver(Failover { from, to, why }));
        self.enqueue(usize::from(self.is_at_the_log), Author::Program, vec![request]);
    }

    fn own_request(&self, command: Command) -> Request {
        let by = self.recorder.by.clone();
        let at = Moment::Clock((self.recorder.now)());
        Request { command, occasion: Occasion::new(at, by, String::new()) }
    }

    fn tell(&mut self, update: &Update) {
        self.subscribers.retain(|subscriber| subscriber.send(update.clone()).is_ok());
    }
}
