//! One open session over any log: requests, subscribers, others who append first, a log out of reach.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use doithoai::live::{
    LiveSession, Log, LogAnswer, LogStatus, NotRecorded, Origin, Recorder, Relocation, Replication,
    Request, StoreError, Ticket, Update, WhenUnavailable,
};
use doithoai::record::{Batch, Fingerprint, Header, Record, SessionId};
use doithoai::session::command::{Ask, Command, Moment, Occasion};
use doithoai::session::event::{Event, Recorded};
use doithoai::session::number::QuestionNo;
use doithoai::session::payload::{Channel, On, Opening, QuestionKind, Reason};
use doithoai::session::refusal::Refusal;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

/// A log in memory that several sessions append to, as a server would keep it.
#[derive(Clone, Default)]
struct SharedLog(Arc<Mutex<Vec<Batch>>>);

/// One session's connection to it.
struct Connection {
    log: SharedLog,
    is_up: Arc<AtomicBool>,
}

impl Connection {
    fn behind(&self, head: Fingerprint) -> Option<Vec<Batch>> {
        let batches = self.log.0.lock().expect("no panic");
        let is_later = |batch: &&Batch| batch.events().iter().any(|one| one.seq.0 > head.events);
        let later: Vec<Batch> = batches.iter().filter(is_later).cloned().collect();
        (!later.is_empty()).then_some(later)
    }

    fn unavailable(&self) -> Option<LogAnswer> {
        let down = !self.is_up.load(Ordering::SeqCst);
        down.then(|| LogAnswer::Unavailable(Arc::new(StoreError::Gone)))
    }
}

impl Log for Connection {
    fn append(&mut self, expected: Fingerprint, batch: &Batch) -> LogAnswer {
        if let Some(unavailable) = self.unavailable() {
            return unavailable;
        }
        if let Some(later) = self.behind(expected) {
            return LogAnswer::Behind(later);
        }
        self.log.0.lock().expect("no panic").push(batch.clone());
        LogAnswer::Done
    }

    fn later(&mut self, head: Fingerprint) -> LogAnswer {
        let later = || self.behind(head).map_or(LogAnswer::Done, LogAnswer::Behind);
        self.unavailable().unwrap_or_else(later)
    }

    fn when_unavailable(&self) -> WhenUnavailable {
        WhenUnavailable::Keep
    }

    fn has_one_owner(&self) -> bool {
        false
    }

    fn replication(&self) -> Replication {
        Replication::default()
    }

    fn status(&mut self) -> LogStatus {
        LogStatus::default()
    }

    fn move_to(&mut self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::Gone)
    }

    fn leave(self: Box<Self>, _: bool) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A log that takes nothing, and one that says its record goes on elsewhere.
struct OddLog {
    takes: bool,
    has_one_owner: bool,
    relocation: Option<Relocation>,
}

impl Log for OddLog {
    fn append(&mut self, _: Fingerprint, _: &Batch) -> LogAnswer {
        match self.takes {
            true => LogAnswer::Done,
            false => LogAnswer::Unavailable(Arc::new(StoreError::Poisoned)),
        }
    }

    fn when_unavailable(&self) -> WhenUnavailable {
        WhenUnavailable::GiveBack
    }

    fn has_one_owner(&self) -> bool {
        self.has_one_owner
    }

    fn replication(&self) -> Replication {
        Replication::default()
    }

    fn status(&mut self) -> LogStatus {
        LogStatus { relocation: self.relocation.take(), space: Some(9_000) }
    }

    fn move_to(&mut self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::Gone)
    }

    fn leave(self: Box<Self>, _: bool) -> Result<(), StoreError> {
        Ok(())
    }
}

fn time() -> Moment {
    Moment::Given("2024-03-22T08:00:00+07:00".parse().expect("a time"))
}

fn request(command: Command, by: &str) -> Request {
    let occasion = Occasion::new(time(), by.to_owned(), "5a17");
    Request { command, occasion }
}

fn recorder() -> Recorder {
    let now = || "2024-03-22T08:00:00+07:00".parse().expect("a time");
    Recorder { by: "moderator".to_owned(), now, describe: Box::new(|_| "thử".to_owned()) }
}

/// A session that has just been opened.
fn opened() -> Record {
    let created = "2024-03-22T07:55:00+07:00".parse().expect("a time");
    let header = Header { id: SessionId::new(7), created };
    let opening = Opening { title: "Đối thoại".to_owned(), ..Opening::default() };
    let commands = vec![Command::Open(opening)];
    let occasion = request(commands[0].clone(), "moderator").occasion;
    Record::founded(header, commands, &occasion).expect("allowed").0
}

fn ask(text: &str) -> Command {
    Command::AskQuestion(Ask {
        question: None,
        delegate: None,
        asker: None,
        channel: Channel::Floor,
        point: None,
        kind: QuestionKind::Question,
        theme: None,
        text: text.to_owned(),
        follows: None,
    })
}

/// A session with somebody who listens, and only listens.
struct Listened {
    live: LiveSession,
    is_up: Arc<AtomicBool>,
    updates: Receiver<Update>,
    /// What the listener knows to be confirmed, and shown on top of that.
    confirmed: Vec<Recorded>,
    provisional: Vec<Recorded>,
    asked: Vec<Ticket>,
    answered: Vec<Ticket>,
    name: &'static str,
}

impl Listened {
    fn on(log: &SharedLog, name: &'static str) -> Self {
        let is_up = Arc::new(AtomicBool::new(true));
        let connection = Connection { log: log.clone(), is_up: Arc::clone(&is_up) };
        let record = opened();
        let confirmed = record.session().history().to_vec();
        let mut live = LiveSession::over(record, Box::new(connection), recorder());
        let updates = live.subscribe();
        let (provisional, asked, answered) = (Vec::new(), Vec::new(), Vec::new());
        Self { live, is_up, updates, confirmed, provisional, asked, answered, name }
    }

    fn submit(&mut self, command: Command) {
        let ticket = self.live.submit(request(command, self.name));
        self.asked.push(ticket);
    }

    /// Hears what there is to hear; then it knows what the session knows.
    fn listen(&mut self) {
        for update in self.updates.try_iter() {
            match update {
                Update::Applied { origin, batch, .. } => {
                    let count = batch.events().len();
                    if let Origin::Request(ticket) = origin {
                        self.answered.push(ticket);
                        // What was provisional is confirmed, in the same order.
                        self.provisional.drain(..count.min(self.provisional.len()));
                    }
                    self.confirmed.extend(batch.events().iter().cloned());
                }
                Update::Refused { ticket, .. } => self.answered.push(ticket),
                Update::Provisional { batch, .. } => {
                    self.provisional.extend(batch.events().iter().cloned());
                }
                Update::RewoundTo(head) => {
                    assert_eq!(head.events, self.confirmed.len() as u64);
                    self.provisional.clear();
                }
                other => panic!("{other:?}"),
            }
        }
        let known: Vec<_> = self.confirmed.iter().chain(&self.provisional).cloned().collect();
        let shown: Vec<_> = self.live.session().history().to_vec();
        assert_eq!(known, shown, "{}", self.name);
    }
}

/// What happens to one of the two.
#[derive(Clone, Debug)]
enum Step {
    Submit(u8),
    CutOff,
    Reconnect,
}

fn command(number: u8) -> Command {
    match number % 6 {
        0 => ask(&format!("Câu {number}?")),
        1 => Command::Pause(Reason::default()),
        2 => Command::Resume(Reason::default()),
        3 => Command::Undo { undoes: None, why: None },
        4 => Command::CallQuestion(On { question: QuestionNo(1) }),
        _ => Command::Close(Reason::default()),
    }
}

fn step() -> impl Strategy<Value = (bool, Step)> {
    let step = prop_oneof![
        6 => any::<u8>().prop_map(Step::Submit),
        2 => Just(Step::CutOff),
        3 => Just(Step::Reconnect),
    ];
    (any::<bool>(), step)
}

proptest! {
    #[test]
    fn two_sessions_that_race_on_one_log_and_are_cut_off_from_it_end_identical(
        steps in proptest::collection::vec(step(), 0..40),
    ) {
        let log = SharedLog::default();
        let mut both = [Listened::on(&log, "một"), Listened::on(&log, "hai")];
        for (second, step) in steps {
            let one = &mut both[usize::from(second)];
            match step {
                Step::Submit(number) => one.submit(command(number)),
                Step::CutOff => one.is_up.store(false, Ordering::SeqCst),
                Step::Reconnect => {
                    one.is_up.store(true, Ordering::SeqCst);
                    one.live.reconnect();
                }
            }
            one.listen();
        }
        // The first comes back, then the second, then the first hears of the second.
        for place in [0, 1, 0] {
            both[place].is_up.store(true, Ordering::SeqCst);
            both[place].live.reconnect();
            both[place].listen();
        }
        let [one, other] = &both;
        assert_eq!(one.live.confirmed().fingerprint(), other.live.confirmed().fingerprint());
        assert_eq!(one.confirmed, other.confirmed);
        let logged: usize = log.0.lock().expect("no panic").iter().map(|one| one.events().len()).sum();
        assert_eq!(one.confirmed.len(), logged + 1);
        for session in &both {
            assert!(!session.live.is_busy() && session.provisional.is_empty());
            let mut answered = session.answered.clone();
            answered.sort();
            assert_eq!(answered, session.asked, "each is answered, and once");
        }
    }
}

#[test]
fn a_command_is_decided_again_on_top_of_what_came_between_or_refused() {
    let log = SharedLog::default();
    let (mut one, mut other) = (Listened::on(&log, "một"), Listened::on(&log, "hai"));
    other.is_up.store(false, Ordering::SeqCst);
    other.submit(Command::Pause(Reason::default()));
    other.submit(ask("Câu của hai?"));
    other.listen();
    assert_eq!((other.confirmed.len(), other.provisional.len()), (1, 2));
    one.submit(Command::Pause(Reason::default()));
    other.is_up.store(true, Ordering::SeqCst);
    other.live.reconnect();
    other.listen();
    // The pause was the other's first, the question has the next number.
    assert_eq!(other.confirmed.len(), 3);
    assert!(matches!(other.confirmed[2].event, Event::QuestionAsked(_)));
    assert_eq!(other.live.confirmed().session().state().question_count(), 1);
}

#[test]
fn a_session_that_is_behind_decides_again_without_having_been_cut_off() {
    let log = SharedLog::default();
    let (mut one, mut other) = (Listened::on(&log, "một"), Listened::on(&log, "hai"));
    one.submit(ask("Câu của một?"));
    other.submit(ask("Câu của hai?"));
    one.listen();
    other.listen();
    assert_eq!((one.confirmed.len(), other.confirmed.len()), (2, 3));
    // The other's question was decided as the first and is recorded as the second.
    let asked = |recorded: &Recorded| match &recorded.event {
        Event::QuestionAsked(asked) => asked.question,
        other => panic!("{other:?}"),
    };
    assert_eq!(asked(&other.confirmed[1]), QuestionNo(1));
    assert_eq!(asked(&other.confirmed[2]), QuestionNo(2));
    one.live.reconnect();
    one.listen();
    assert_eq!(one.confirmed, other.confirmed);
}

#[test]
fn a_command_that_what_came_between_has_made_stale_is_refused_and_leaves_no_event() {
    let log = SharedLog::default();
    let (mut one, mut other) = (Listened::on(&log, "một"), Listened::on(&log, "hai"));
    one.submit(Command::Pause(Reason::default()));
    other.submit(Command::Pause(Reason::default()));
    let told: Vec<Update> = other.updates.try_iter().collect();
    assert!(
        matches!(
            told.as_slice(),
            [
                Update::Applied { origin: Origin::Elsewhere, .. },
                Update::Refused { ticket, refusal: Refusal::AlreadyPaused }
            ] if *ticket == other.asked[0]
        ),
        "{told:?}"
    );
    assert_eq!(log.0.lock().expect("no panic").len(), 1);
    assert_eq!(other.live.confirmed().fingerprint().events, 2);
}

#[test]
fn a_durable_batch_that_cannot_be_applied_ends_the_writing() {
    // Another session on the log went on where a question stands, this one where none does.
    let call = Command::CallQuestion(On { question: QuestionNo(1) });
    let mut before_the_call = opened();
    let asked = before_the_call.prepare(ask("Hỏi?"), &request(ask("Hỏi?"), "hai").occasion);
    before_the_call.settle(asked.expect("allowed")).expect("applied");
    let called = before_the_call.prepare(call.clone(), &request(call, "hai").occasion);
    let log = SharedLog::default();
    let mut session = Listened::on(&log, "một");
    session.submit(Command::Pause(Reason::default()));
    log.0.lock().expect("no panic").push(called.expect("allowed"));
    let before = session.live.confirmed().fingerprint();
    for command in [Command::Resume(Reason::default()), ask("Còn ghi được?")] {
        session.submit(command);
    }
    let told: Vec<Update> = session.updates.try_iter().skip(1).collect();
    assert!(
        matches!(
            told.as_slice(),
            [
                Update::Ended(_),
                Update::Refused { ticket: first, refusal: Refusal::WritingEnded },
                Update::Refused { ticket: second, refusal: Refusal::WritingEnded }
            ] if [*first, *second] == session.asked[1..]
        ),
        "{told:?}"
    );
    assert_eq!(session.live.confirmed().fingerprint(), before);
    assert_eq!(log.0.lock().expect("no panic").len(), 2, "nothing more was written");
    assert!(!session.live.is_busy());
}

#[test]
fn what_the_log_does_not_take_is_not_applied() {
    let log = OddLog { takes: false, has_one_owner: true, relocation: None };
    let mut live = LiveSession::over(opened(), Box::new(log), recorder());
    let before = live.confirmed().fingerprint();
    let answer = live.record(request(Command::Pause(Reason::default()), "moderator"));
    assert!(matches!(answer, Err(NotRecorded::Failed(_))), "{answer:?}");
    assert_eq!(live.confirmed().fingerprint(), before);
    assert!(!live.is_busy());
}

#[test]
fn every_subscriber_is_told_the_same_and_low_space_is_told_once() {
    let log = OddLog { takes: true, has_one_owner: true, relocation: None };
    let mut live = LiveSession::over(opened(), Box::new(log), recorder());
    let listeners = [live.subscribe(), live.subscribe(), live.subscribe()];
    for _ in 0..3 {
        live.record(request(ask("Hỏi?"), "moderator")).expect("recorded");
    }
    let told = listeners.map(|listener| {
        let updates: Vec<String> = listener.try_iter().map(|one| format!("{one:?}")).collect();
        updates
    });
    assert_eq!(told[0].iter().filter(|one| one.starts_with("Applied")).count(), 3);
    assert_eq!(told[0].iter().filter(|one| one.starts_with("LowSpace { answers: 8 }")).count(), 1);
    assert!(told[0] == told[1] && told[1] == told[2]);
}

#[test]
fn a_log_on_a_thread_of_its_own_calls_when_there_is_something_to_advance_on() {
    let log = OddLog { takes: true, has_one_owner: true, relocation: None };
    let (called, calls) = channel();
    let notify = move || {
        let _ = called.send(());
    };
    let mut live = LiveSession::on_a_thread(opened(), Box::new(log), recorder(), notify);
    let updates = live.subscribe();
    let ticket = live.submit(request(ask("Hỏi?"), "moderator"));
    while live.is_busy() {
        calls.recv().expect("it calls");
        live.advance();
    }
    let told = updates.try_iter().next();
    assert!(
        matches!(told, Some(Update::Applied { origin: Origin::Request(of), .. }) if of == ticket)
    );
    live.leave().expect("left");
}

#[test]
fn that_a_record_goes_on_elsewhere_is_an_event_only_where_one_desk_owns_the_log() {
    for has_one_owner in [true, false] {
        let mut log = OddLog { takes: true, has_one_owner, relocation: None };
        let to = |name: &str| Path::new("/hoi-truong").join(name);
        let why = Arc::new(StoreError::Gone);
        let relocation =
            Relocation { from: to("phien.json"), to: to("phien.2.json"), why, again: false };
        log.relocation = Some(relocation);
        let mut live = LiveSession::over(opened(), Box::new(log), recorder());
        live.record(request(ask("Hỏi?"), "moderator")).expect("recorded");
        let last = live.session().history().iter().last().expect("events").event.clone();
        assert_eq!(matches!(last, Event::FailedOver(_)), has_one_owner, "{last:?}");
    }
}
